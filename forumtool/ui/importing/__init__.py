"""Reading a list that somebody brought: what was found, what it would become, and then all of it as one step."""
