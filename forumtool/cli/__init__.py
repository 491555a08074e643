"""The same verbs without a window: for organisers, for terminals, for tests. Needs neither a screen nor Qt."""

COMMANDS = ("new", "import", "capture", "export", "decisions", "print", "info", "undo", "redo", "check", "inspect")


def main(words: list[str]) -> int:
    """Run the command that the words name; return the exit status, 0 or 1.

    What went wrong is one sentence on standard error, never a traceback, whatever people typed or pulled out.
    """
    from forumtool.cli.running import run

    return run(words)
