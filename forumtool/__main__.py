"""The program's front door: a command of the terminal, or else the window."""

import sys


def main(arguments: list[str] | None = None) -> int:
    """Run ``forumtool [COMMAND …]`` or open the window (``forumtool [FILE]``); return the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    from forumtool.cli import COMMANDS

    if words and (words[0] in COMMANDS or words[0] in ("-h", "--help", "--version")):
        from forumtool.cli import main as run_command

        return run_command(words)
    from forumtool.ui.app import main as open_window

    return open_window(words)


if __name__ == "__main__":
    raise SystemExit(main())
