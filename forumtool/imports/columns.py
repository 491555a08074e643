"""Which column of a list means what: guessed from its head, or said by the user."""

import unicodedata
from collections.abc import Mapping, Sequence

from forumtool.domain.errors import UserError
from forumtool.i18n import _

# The best names come first: of two columns that could be the text, the earlier name here wins.
PROPOSAL_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "id": (
        "id",
        "lfd. Nr.",
        "lfdNr",
        "laufende Nummer",
        "Kennung",
        "Schlüssel",
        "key",
        "Referenz",
        "reference",
        "Node ID",
        "Vorschlag Nr.",
    ),
    "field": (
        "Handlungsfeld",
        "Themenfeld",
        "Feld",
        "field",
        "theme field",
        "field of action",
        "action field",
        "Thema",
        "topic",
        "Kategorie",
        "category",
        "Bereich",
        "Themenbereich",
        "label",
    ),
    "goal": (
        "Nr",
        "Nummer",
        "Ziel",
        "Ziel-Nr",
        "Zielnummer",
        "Nr. des Ziels",
        "goal",
        "goal number",
        "goal no",
        "number",
        "no",
    ),
    "kind": ("Art", "Typ", "type", "kind", "rubric", "Rubrik", "Eintragsart"),
    "text": (
        "contributiontext",
        "Text",
        "Vorschlag",
        "Vorschläge",
        "proposal",
        "Maßnahme",
        "Maßnahmen",
        "measure",
        "Weg",
        "Wege",
        "way",
        "Idee",
        "Ideen",
        "idea",
        "Beitrag",
        "contribution",
        "Inhalt",
        "Wortlaut",
        "Originalton",
        "Beschreibung",
        "description",
        "Titel",
        "title",
    ),
    "note": (
        "Notiz",
        "Notizen",
        "Bemerkung",
        "Bemerkungen",
        "Anmerkung",
        "Anmerkungen",
        "note",
        "notes",
        "Kommentar",
        "comment",
        "remark",
        "remarks",
        "Titel",
        "title",
    ),
    "tags": (
        "Merkmale",
        "Merkmal",
        "tags",
        "tag",
        "Schlagworte",
        "Schlagwort",
        "Schlagwörter",
        "Stichworte",
        "keywords",
    ),
}
PARTICIPANT_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "title": ("Titel", "title", "akademischer Titel", "academic title"),
    "given": ("Vorname", "Vornamen", "first name", "given name", "given"),
    "family": ("Nachname", "Familienname", "Zuname", "last name", "family name", "surname", "family"),
    "name": (
        "Name",
        "vollständiger Name",
        "full name",
        "Person",
        "Teilnehmer",
        "Teilnehmerin",
        "Teilnehmende",
        "Teilnehmer/in",
        "participant",
    ),
    "organisation": (
        "Organisation",
        "organization",
        "Gliederungsebene",
        "structure level",
        "Institution",
        "Einrichtung",
        "Verein",
        "Verband",
        "Träger",
        "Firma",
        "Behörde",
        "Dienststelle",
        "company",
    ),
    "function": ("Funktion", "function", "Amt", "Aufgabe", "Rolle", "role", "Position", "office"),
    "email": ("E-Mail", "E-Mail-Adresse", "Mail", "Mailadresse", "email address"),
    "constituency": ("Bank", "Gruppe", "group", "constituency", "bench", "Statusgruppe"),
    "note": ("Kommentar", "comment", "Notiz", "note", "Bemerkung", "Bemerkungen", "Anmerkung", "remark"),
}


def plain_name(head: str) -> str:
    """Return the letters and digits of a head, whatever its case: "E-Mail" and "e_mail" are the same."""
    return "".join(sign for sign in unicodedata.normalize("NFKC", head).casefold() if sign.isalnum())


def _plain(names: Mapping[str, tuple[str, ...]]) -> Mapping[str, tuple[str, ...]]:
    return {meaning: tuple(plain_name(name) for name in every) for meaning, every in names.items()}


_PROPOSALS, _PARTICIPANTS = _plain(PROPOSAL_COLUMNS), _plain(PARTICIPANT_COLUMNS)
_KNOWN = frozenset(name for names in (_PROPOSALS, _PARTICIPANTS) for every in names.values() for name in every)


def known_heads(cells: Sequence[str]) -> int:
    """Return how many different cells are the name of a column that a list may have."""
    return len({plain_name(cell) for cell in cells} & _KNOWN)


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


def participant_columns(heads: Sequence[str], chosen: Mapping[str, str] | None = None) -> dict[str, int]:
    """Return the place of each meaning's column in a list of people: as chosen by its name, else as guessed.

    Raises a ``UserError`` for a name that no column has, and if there is neither a name nor an organisation.
    """
    found = _columns(heads, _PARTICIPANTS, chosen or {})
    if not found.keys() & {"name", "family", "given", "organisation"}:
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


def guessed_participants(heads: Sequence[str]) -> dict[str, int]:
    """Return the place of each meaning's column as far as it can be guessed, in a list of people."""
    return _columns(heads, _PARTICIPANTS, {})


def _columns(heads: Sequence[str], names: Mapping[str, tuple[str, ...]], chosen: Mapping[str, str]) -> dict[str, int]:
    found = {meaning: _chosen(heads, head) for meaning, head in chosen.items() if _meant(meaning, names) and head}
    plain = [plain_name(head) for head in heads]
    free = [place for place in range(len(heads)) if place not in found.values()]
    for meaning, every in names.items():
        if meaning in chosen:
            continue
        place = next((place for name in every for place in free if plain[place] == name), None)
        if place is not None:
            found[meaning] = place
            free.remove(place)
    return found


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
