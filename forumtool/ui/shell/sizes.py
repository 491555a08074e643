"""The frame's measures in pixels, for its widgets and for the picture that is painted before them."""

BAR, STATUS, RAIL = 48, 26, 188
