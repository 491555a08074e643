"""The program's front door: a command of the terminal, or else the window."""

import os
import sys


def main(arguments: list[str] | None = None) -> int:
    """Run ``forumtool [COMMAND …]`` or open the window (``forumtool [FILE]``); return the exit status."""
    words = sys.argv[1:] if arguments is None else arguments
    from forumtool.cli import COMMANDS

    if words and (words[0] in COMMANDS or words[0] in ("-h", "--help", "--version") or _is_mistyped(words[0])):
        from forumtool.cli import main as run_command

        return run_command(words)
    if sys.platform == "linux" and not _has_screen():
        return _say_that_there_is_no_screen()
    from forumtool.ui.app import main as open_window

    return open_window(words)


def _is_mistyped(word: str) -> bool:
    """Tell whether a word is neither an option nor a file, so that "forumtool exprot" opens no window."""
    return not word.startswith("-") and "." not in word and not os.path.exists(word)  # noqa: PTH110 - starts faster


def _has_screen() -> bool:
    """Tell whether a window can be shown; without, Qt would end the program with a core dump."""
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


def _say_that_there_is_no_screen() -> int:
    from forumtool.cli.terminal import tell
    from forumtool.i18n import _

    tell(_("Hier gibt es keinen Bildschirm für das Fenster: „forumtool --help“ zeigt, was ohne Fenster geht."))
    return 1


if __name__ == "__main__":
    raise SystemExit(main())
