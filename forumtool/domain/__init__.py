"""Nouns and rules of the field: no window, no file, no session."""
