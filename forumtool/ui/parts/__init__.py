"""Small pieces of the window that several places use."""
