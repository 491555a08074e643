"""The parts of Ankommen."""
