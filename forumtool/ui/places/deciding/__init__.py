"""Parts of Entscheidungen."""
