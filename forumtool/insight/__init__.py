"""What the rows say together: pure functions over rows."""
