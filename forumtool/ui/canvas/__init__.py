"""The Leinwand: what the room sees."""
