"""Which column of a list means what: guessed from its head, or said by the user."""

import re
import unicodedata
from collections.abc import Mapping, Sequence

from forumtool.domain.errors import UserError
from forumtool.i18n import _
from forumtool.imports.column_names import DECISION_COLUMNS, PARTICIPANT_COLUMNS, PROPOSAL_COLUMNS
from forumtool.imports.contents import guess_by_content

_LONGEST_HEAD = 200
_NAMING = frozenset({"name", "family", "given", "organisation"})
_PIECES = re.compile(r"[/,;()\n|&+*:]|\bund\b|\bbzw\b\.?", re.IGNORECASE)
_TURNED = frozenset({"namevorname", "nachnamevorname", "familiennamevorname", "nameundvorname", "nachnameundvorname"})


def plain_name(head: str) -> str:
    """Return the letters and digits of a head, whatever its case: "E-Mail" and "e_mail" are the same."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", head).casefold() if sign.isalnum())


def _plain(names: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    return {meaning: tuple(plain_name(name) for name in every) for meaning, every in names.items()}


_PROPOSALS, _PARTICIPANTS = _plain(PROPOSAL_COLUMNS), _plain(PARTICIPANT_COLUMNS)
_DECISIONS = _plain(DECISION_COLUMNS)
_KNOWN = frozenset(name for names in (_PROPOSALS, _PARTICIPANTS) for every in names.values() for name in every)


def known_heads(cells: Sequence[str]) -> int:
    """Return how many different cells are the name of a column that a list may have, or hold one beside another."""
    short = {cell for cell in cells if len(cell) <= _LONGEST_HEAD}
    return sum(plain_name(cell) in _KNOWN or not _KNOWN.isdisjoint(_pieces(cell)) for cell in short)


def names_family_first(head: str) -> bool:
    """Tell whether a head says that its cells begin with the family name ("Name, Vorname")."""
    return plain_name(head) in _TURNED


def proposal_columns(heads: Sequence[str], chosen: Mapping[str, str] | None = None) -> dict[str, int]:
    """Return the place of each meaning's column in a list of proposals: as chosen by its name, else as guessed.

    A chosen empty name means: no column. Raises a ``UserError`` for a name that no column has, and if no column
    is the text.
    """
    found = _columns(heads, _PROPOSALS, chosen or {})
    if "text" not in found:
        raise UserError(
            _(
                "Welche Spalte den Text enthält, ist nicht zu erkennen: Bitte eine angeben, es gibt {columns}.",
                columns=_listed(heads),
            )
        )
    return found


def participant_columns(
    heads: Sequence[str], chosen: Mapping[str, str] | None = None, rows: Sequence[Sequence[str]] = ()
) -> dict[str, int]:
    """Return the place of each meaning's column in a list of people: as chosen by its name, else as guessed.

    Raises a ``UserError`` for a name that no column has, and if there is neither a name nor an organisation.
    """
    found = guessed_participants(heads, rows, chosen or {})
    if not found.keys() & _NAMING:
        raise UserError(
            _(
                "Welche Spalte die Namen enthält, ist nicht zu erkennen: Bitte eine angeben, es gibt {columns}.",
                columns=_listed(heads),
            )
        )
    return found


def guessed_proposals(heads: Sequence[str]) -> dict[str, int]:
    """Return the place of each meaning's column as far as it can be guessed, in a list of proposals."""
    return _columns(heads, _PROPOSALS, {})


def guessed_participants(
    heads: Sequence[str], rows: Sequence[Sequence[str]] = (), chosen: Mapping[str, str] | None = None
) -> dict[str, int]:
    """Return the place of each meaning's column as far as it can be guessed, in a list of people.

    Where no head tells the names, the cells of ``rows`` do.
    """
    chosen = chosen or {}
    found = _columns(heads, _PARTICIPANTS, chosen)
    missing = {"email"} if found.keys() & _NAMING else {"email", "name", "organisation"}
    free = [place for place in range(len(heads)) if place not in found.values()]
    return found | guess_by_content(rows, free, missing - found.keys() - chosen.keys())


def names_people(heads: Sequence[str]) -> bool:
    """Tell whether a head says that the list names people or organisations."""
    return not _NAMING.isdisjoint(_columns(heads, _PARTICIPANTS, {}))


def decision_columns(heads: Sequence[str]) -> dict[str, int]:
    """Return the place of each meaning's column as far as its head says it, in a list of decisions.

    Of the English heads "No." and "No", the one with the dot is the number.
    """
    found = _columns(heads, _DECISIONS, {})
    number, against = found.get("number"), found.get("votes_no")
    if number is not None and against is not None and plain_name(heads[number]) == plain_name(heads[against]):
        found["number"], found["votes_no"] = sorted((number, against), key=lambda at: not heads[at].endswith("."))
    return found


def decision_label(label: str) -> str:
    """Return which decision the word before a colon names ("Ja: 10"), empty for another word."""
    wanted = plain_name(label)
    named = (meaning for meaning, names in _DECISIONS.items() if meaning != "number" and wanted in names)
    return next(named, "") if wanted else ""


def _columns(heads: Sequence[str], names: Mapping[str, tuple[str, ...]], chosen: Mapping[str, str]) -> dict[str, int]:
    found = {meaning: _chosen(heads, head) for meaning, head in chosen.items() if _meant(meaning, names) and head}
    for spelt in ([{plain_name(head)} for head in heads], [_pieces(head) for head in heads]):
        free = [place for place in range(len(heads)) if place not in found.values()]
        for meaning, every in names.items():
            if meaning in chosen or meaning in found:
                continue
            place = next((place for name in every for place in free if name in spelt[place]), None)
            if place is not None:
                found[meaning] = place
                free.remove(place)
    return found


def _pieces(head: str) -> set[str]:
    """The names in a head that holds several, such as "Institution / Verein (falls vorhanden)"."""
    return {plain_name(piece) for piece in _PIECES.split(head)} - {""}


def _meant(meaning: str, names: Mapping[str, tuple[str, ...]]) -> bool:
    if meaning not in names:
        raise UserError(
            _(
                "Eine Bedeutung „{meaning}“ gibt es nicht: Bitte eine von diesen wählen: {meanings}.",
                meaning=meaning,
                meanings=", ".join(names),
            )
        )
    return True


def _chosen(heads: Sequence[str], head: str) -> int:
    exact = [place for place, found in enumerate(heads) if found.casefold() == head.strip().casefold()]
    alike = exact or [place for place, found in enumerate(heads) if plain_name(found) == plain_name(head) != ""]
    if not alike:
        raise UserError(
            _(
                "Eine Spalte „{column}“ gibt es in der Liste nicht: Es gibt {columns}.",
                column=head,
                columns=_listed(heads),
            )
        )
    return alike[0]


def _listed(heads: Sequence[str]) -> str:
    return ", ".join(_("„{text}“", text=head) for head in heads)
