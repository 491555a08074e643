"""Colours, type and the style sheet of the window."""
