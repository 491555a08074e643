"""The pieces of the place Erfassen."""
