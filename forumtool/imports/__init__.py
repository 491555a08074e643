"""A file from people becomes plain rows, with a report of what was not taken."""
