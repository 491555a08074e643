"""The words that the terminal understands, and the help for them."""

import argparse
import re
from collections.abc import Iterable
from typing import Any, NoReturn

from forumtool import __version__
from forumtool.cli import (
    capture,
    check,
    decisions,
    export,
    importing,
    info,
    inspect_document,
    new,
    printing,
    taking_back,
)
from forumtool.domain.errors import UserError
from forumtool.i18n import N_, _

_FAULTS = (
    (r"the following arguments are required: (.*)", N_("es fehlt {what}")),
    (r"unrecognized arguments: (.*)", N_("{what} ist unbekannt")),
    (r"argument (.*?): expected", N_("hinter {what} fehlt etwas")),
    (r"argument (.*?): invalid", N_("{what} geht so nicht")),
    (r"argument (.*?): (?!expected|invalid)(.*)", N_("{what} geht so nicht")),
)


class Parser(argparse.ArgumentParser):
    """argparse, speaking the language of the window; a wrong word is a ``UserError`` like every other mistake."""

    def __init__(self, **settings: Any) -> None:
        super().__init__(**settings, add_help=False, allow_abbrev=False, formatter_class=_Formatter)
        self._positionals.title = _("Angaben")
        self._optionals.title = _("Wahlweise")
        self.add_argument("-h", "--help", action="help", help=_("zeigt diese Hilfe"))

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Refuse unknown words here, where the command is known, and not at the top."""
        found, unknown = super().parse_known_args(args, namespace)
        if unknown:
            self.error(f"unrecognized arguments: {' '.join(unknown)}")
        return found, unknown

    def error(self, message: str) -> NoReturn:
        """Raise the sentence for words that do not fit."""
        raise UserError(
            _(
                "„{command}“ war so nicht zu verstehen ({fault}): „{command} --help“ zeigt, was möglich ist.",
                command=self.prog,
                fault=_fault(message),
            )
        )


class _Formatter(argparse.RawDescriptionHelpFormatter):
    def add_usage(
        self, usage: str | None, actions: Iterable[argparse.Action], groups: Any, prefix: str | None = None
    ) -> None:
        super().add_usage(usage, actions, groups, prefix or _("Aufruf: "))

    def add_argument(self, action: argparse.Action) -> None:
        """Make room for the longest command: argparse forgets that commands stand further in."""
        super().add_argument(action)
        for command in self._iter_indented_subactions(action):
            length = len(self._format_action_invocation(command)) + self._current_indent
            self._action_max_length = max(self._action_max_length, length)


def _fault(message: str) -> str:
    for pattern, sentence in _FAULTS:
        if found := re.match(pattern, message, re.DOTALL):
            return _(sentence, what=found[1])
    return message


def parser() -> Parser:
    """Return the parser for all commands; what it returns has a ``run`` that takes it and returns the exit status."""
    top = Parser(
        prog="forumtool",
        description=_(
            "Bürgerbeteiligung von den Zielen bis zum Konzept: Vorschläge erfassen, ordnen, gewichten, "
            "protokollieren.\nOhne Befehl öffnet sich das Fenster: forumtool [DATEI]"
        ),
        epilog=_("„forumtool BEFEHL --help“ erklärt jeden Befehl. FORUMTOOL_LANGUAGE=en stellt auf Englisch um."),
    )
    top.add_argument("--version", action="version", version=f"forumtool {__version__}", help=_("zeigt die Version"))
    commands = top.add_subparsers(
        title=_("Befehle"), prog="forumtool", metavar=_("BEFEHL"), required=True, parser_class=Parser
    )
    every = (new, importing, capture, export, decisions, printing, info, taking_back, check, inspect_document)
    for command in every:
        command.add_to(commands)
    return top
