"""The parts of Konzept."""
