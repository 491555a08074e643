"""Questions to the file, one page for each noun. Every function takes a file or a step and returns frozen rows."""
