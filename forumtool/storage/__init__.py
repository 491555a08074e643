"""The file: the only room that knows a session or a query."""
