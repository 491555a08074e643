"""From the words of the terminal to an exit status."""

import os
import sys
from collections.abc import Callable

from forumtool.cli.parser import parser
from forumtool.cli.terminal import prepare, tell
from forumtool.domain.errors import UserError
from forumtool.i18n import _


def run(words: list[str]) -> int:
    """Run a command and turn everything that people can cause into one sentence and the status 1."""
    prepare()
    try:
        status = _run(words)
        sys.stdout.flush()
    except UserError as error:
        tell(str(error))
    except KeyboardInterrupt:
        tell(_("Abgebrochen: Was bis dahin gemeldet wurde, ist gesichert."))
    except BrokenPipeError:
        _let_go_of_the_pipe()
    except UnicodeEncodeError as error:
        tell(
            _(
                "Der Name „{name}“ lässt sich auf diesem System nicht schreiben: Bitte LC_ALL=C.UTF-8 setzen.",
                name=error.object,
            )
        )
    except OSError as error:
        tell(
            _(
                "Lesen oder Schreiben ging nicht ({reason}): Bitte Datenträger und Rechte prüfen.",
                reason=error.strerror or error,
            )
        )
    else:
        return status
    return 1


def _run(words: list[str]) -> int:
    try:
        wish = parser().parse_args(words)
    except SystemExit as help_shown:
        return int(bool(help_shown.code))
    command: Callable[..., int] = wish.run
    return command(wish)


def _let_go_of_the_pipe() -> None:
    """Keep Python from flushing into the closed pipe once more at its end (docs.python.org, "Note on SIGPIPE")."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
