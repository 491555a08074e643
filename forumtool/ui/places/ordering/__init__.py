"""The pin board: columns of cards."""
