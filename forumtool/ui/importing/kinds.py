"""The two kinds of lists: what their columns can mean, and what becomes of their rows."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from forumtool.i18n import N_, _
from forumtool.imports.columns import guessed_participants, guessed_proposals
from forumtool.imports.plan import Plan
from forumtool.imports.table import Table
from forumtool.services import importing
from forumtool.storage.journal import Step
from forumtool.ui.desk import Desk


class Wish(NamedTuple):
    """What the user has chosen: the column of each meaning (empty: none), the forum, and whether doubles come too."""

    columns: Mapping[str, str]
    forum_id: str | None
    doubles: bool = False


class Kind(NamedTuple):
    """A kind of list. ``plan`` says what it would become, ``take`` puts a plan into the file."""

    title: str
    meanings: Mapping[str, str]
    guess: Callable[[tuple[str, ...]], dict[str, int]]
    plan: Callable[[Desk, Table, Wish], Plan]
    take: Callable[..., Step]
    chooses_forum: bool
    text: str


def _plan_proposals(desk: Desk, table: Table, wish: Wish) -> Plan:
    return importing.plan_proposals(desk.file, table, wish.columns, forum_id=wish.forum_id)


def _plan_people(desk: Desk, table: Table, wish: Wish) -> Plan:
    if wish.forum_id is None:
        raise RuntimeError("people are read for a forum")
    return importing.plan_participants(desk.file, wish.forum_id, table, wish.columns, doubles=wish.doubles)


PROPOSALS = Kind(
    N_("Vorschläge einlesen"),
    {
        "text": N_("Text"), "goal": N_("Ziel"), "field": N_("Themenfeld"), "kind": N_("Art"), "tags": N_("Merkmale"),
        "note": N_("Notiz"), "id": N_("Kennung"),
    },
    guessed_proposals, _plan_proposals, importing.take_proposals, True, N_("Text"),
)  # fmt: skip
PARTICIPANTS = Kind(
    N_("Teilnehmende einlesen"),
    {
        "name": N_("Name"), "given": N_("Vorname"), "family": N_("Nachname"), "title": N_("Titel"),
        "organisation": N_("Organisation"), "function": N_("Funktion"), "constituency": N_("Bank"),
        "email": N_("E-Mail"), "note": N_("Notiz"),
    },
    guessed_participants, _plan_people, importing.take_participants, False, N_("Person"),
)  # fmt: skip

_ENCODINGS = {"utf-8": "UTF-8", "utf-8-sig": "UTF-8 (mit BOM)", "cp1252": "Windows-1252"}
_DELIMITERS = {";": N_("Semikolon"), ",": N_("Komma"), "\t": N_("Tabulator"), "|": N_("Senkrechter Strich")}


def facts(table: Table) -> list[str]:
    """Return what was found out about a file: encoding, separator or sheet, rows, columns."""
    said: list[Any] = []
    if table.sheet:
        said.append(_("Blatt „{title}“", title=table.sheet))
    if table.encoding:
        said.append(_ENCODINGS.get(table.encoding, table.encoding.upper()))
    if table.delimiter:
        said.append(_(_DELIMITERS.get(table.delimiter, table.delimiter)))
    said.append(_("{count} Zeilen", count=len(table.rows)))
    said.append(_("{count} Spalten", count=len(table.heads)))
    return said
