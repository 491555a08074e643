"""forumtool: proposals of municipal forums, caught, grouped, weighed and handed on, offline."""

__version__ = "0.4.0"
