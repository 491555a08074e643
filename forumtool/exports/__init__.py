"""A report becomes a file for people; knows no database and no window."""
