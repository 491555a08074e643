"""The places of the rail, a file or a folder each."""
