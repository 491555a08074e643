"""What people are told when something cannot be done."""


class UserError(Exception):
    """What happened and what to do, in one sentence for the user; nothing has been changed.

    The sentence is the exception's text, already in the language of the window.
    """


class Unchanged(UserError):  # noqa: N818 - it tells of a state, not of an error
    """The wish was understood and there is nothing to do, such as nothing left to undo."""
