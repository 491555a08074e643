"""The two kinds of lists: what their columns can mean, and what becomes of their rows."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from forumtool.i18n import N_
from forumtool.imports.columns import guessed_participants, guessed_proposals
from forumtool.imports.plan import Plan
from forumtool.imports.table import Table
from forumtool.services import importing
from forumtool.storage.journal import Step
from forumtool.ui.desk import Desk


class Wish(NamedTuple):
    """What the user has chosen: the column of each meaning (empty: none), the forum, and whether doubles come too.

    ``decided`` are the lines of which the user has said whether they are taken.
    """

    columns: Mapping[str, str]
    forum_id: str | None
    doubles: bool = False
    decided: Mapping[int, bool] = {}


class Kind(NamedTuple):
    """A kind of list; ``key`` names it in the settings. ``plan`` says what it would become, ``take`` puts it in."""

    key: str
    title: str
    meanings: Mapping[str, str]
    guess: Callable[[Table], dict[str, int]]
    plan: Callable[[Desk, Table, Wish], Plan]
    take: Callable[..., Step]
    chooses_forum: bool
    text: str


def _guess_proposals(table: Table) -> dict[str, int]:
    found = guessed_proposals(table.heads)
    return {"text": 0} if not found and len(table.heads) == 1 else found


def _guess_people(table: Table) -> dict[str, int]:
    return guessed_participants(table.heads, table.rows)


def _plan_proposals(desk: Desk, table: Table, wish: Wish) -> Plan:
    return importing.plan_proposals(desk.file, table, wish.columns, forum_id=wish.forum_id)


def _plan_people(desk: Desk, table: Table, wish: Wish) -> Plan:
    if wish.forum_id is None:
        raise RuntimeError("people are read for a forum")
    return importing.plan_participants(
        desk.file, wish.forum_id, table, wish.columns, doubles=wish.doubles, decided=wish.decided
    )


PROPOSALS = Kind(
    "proposals", N_("Vorschläge einlesen"),
    {
        "text": N_("Text"), "goal": N_("Ziel"), "field": N_("Themenfeld"), "kind": N_("Art"), "tags": N_("Merkmale"),
        "note": N_("Notiz"), "id": N_("Kennung"),
    },
    _guess_proposals, _plan_proposals, importing.take_proposals, True, N_("Text"),
)  # fmt: skip
PARTICIPANTS = Kind(
    "participants", N_("Teilnehmende einlesen"),
    {
        "name": N_("Name"), "given": N_("Vorname"), "family": N_("Nachname"), "salutation": N_("Anrede"),
        "title": N_("Titel"), "organisation": N_("Organisation"), "function": N_("Funktion"),
        "constituency": N_("Bank"), "email": N_("E-Mail"), "note": N_("Notiz"),
        "attribution": N_("Einwilligung Name"), "photo": N_("Einwilligung Foto"),
        "mailing": N_("Einwilligung E-Mail"),
    },
    _guess_people, _plan_people, importing.take_participants, False, N_("Person"),
)  # fmt: skip
