"""Everything that leaves the house: what can be written, for whom and where to, and writing it beside the window."""
