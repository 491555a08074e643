"""The pieces of the place Protokoll."""
