"""The frame of the window: rail, bar, status line."""
