"""The pieces of the place Überblick."""
