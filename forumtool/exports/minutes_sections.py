"""The parts of the minutes that can be chosen, and their order.

Some stand ``within`` the results of each goal: they change places among each other only.
"""

from collections.abc import Collection, Iterable, Sequence
from typing import NamedTuple

from forumtool.domain.audience import audience
from forumtool.i18n import N_


class Section(NamedTuple):
    """A part of the minutes: its key, its German title, and the key of the part that it stands within."""

    key: str
    title: str
    within: str = ""


SECTIONS = (
    Section("head", N_("Angaben zur Veranstaltung")),
    Section("changes", N_("Änderungen zur letzten Fassung")),
    Section("occasion", N_("Anlass und Auftrag")),
    Section("participants", N_("Teilnehmende")),
    Section("agenda", N_("Ablauf")),
    Section("input", N_("Input")),
    Section("results", N_("Ergebnisse je Ziel")),
    Section("obstacles", N_("Hemmnisse und Angebote"), "results"),
    Section("discussion", N_("Diskussion"), "results"),
    Section("dissent", N_("Dissens"), "results"),
    Section("weighing", N_("Gewichtung"), "results"),
    Section("coverage", N_("Querschnitt")),
    Section("measures", N_("Maßnahmenskizzen")),
    Section("parking", N_("Themenspeicher")),
    Section("actions", N_("Vereinbarungen")),
    Section("feedback", N_("Rückmeldung")),
    Section("outlook", N_("Ausblick")),
    Section("boards", N_("Anhang: Pinnwände")),
    Section("photos", N_("Anhang: Fotos der Pinnwände")),
    Section("annex", N_("Anhang: alle Karten im Originalton")),
    Section("distribution", N_("Anhang: Verteiler")),
)
KEYS = tuple(section.key for section in SECTIONS)
BY_KEY = {section.key: section for section in SECTIONS}
FIRST = "head"
_NOTES, _PICTURES = frozenset({"discussion"}), frozenset({"photos"})


def usual(audience_key: str) -> tuple[str, ...]:
    """Return what the minutes for an audience hold unless somebody chooses otherwise."""
    readers = audience(audience_key)
    left_out = (frozenset() if readers.notes else _NOTES) | (frozenset() if readers.photos else _PICTURES | {"boards"})
    return tuple(key for key in KEYS if key not in left_out)


def asks_for_notes(sections: Collection[str]) -> bool:
    """Tell whether somebody who chose these sections wants the notes to be shown."""
    return not _NOTES.isdisjoint(sections)


def asks_for_photos(sections: Collection[str]) -> bool:
    """Tell whether somebody who chose these sections wants the photographs to be shown."""
    return not _PICTURES.isdisjoint(sections)


def in_order(keys: Iterable[str]) -> tuple[str, ...]:
    """Return all sections, the named ones first to last as they are named, the others where they usually stand."""
    found = [key for key in dict.fromkeys(keys) if key in BY_KEY]
    for at, key in enumerate(KEYS):
        if key not in found:
            before = next((one for one in reversed(KEYS[:at]) if one in found), "")
            found.insert(found.index(before) + 1 if before else 0, key)
    return _nested(found)


def moved(order: Sequence[str], key: str, step: int) -> tuple[str, ...]:
    """Return the order with a section one place up (-1) or down (+1), with what stands within it; the head stays."""
    within = BY_KEY[key].within
    peers = [one for one in order if BY_KEY[one].within == within]
    return placed(order, key, peers.index(key) + step)


def placed(order: Sequence[str], key: str, place: int) -> tuple[str, ...]:
    """Return the order with a section at a place among its peers; a place that there is not is the nearest one."""
    within = BY_KEY[key].within
    peers = [one for one in order if BY_KEY[one].within == within and one != key]
    if key != FIRST:
        peers.insert(max(0 if within else 1, place), key)
    elif not within:
        peers.insert(0, key)
    others = [one for one in order if BY_KEY[one].within != within]
    return _nested([*peers, *others])


def _nested(order: Sequence[str]) -> tuple[str, ...]:
    """Every section behind the one that it stands within, the head first."""
    found: list[str] = []
    for key in sorted(order, key=lambda one: one != FIRST):
        if not BY_KEY[key].within:
            found += [key, *(one for one in order if BY_KEY[one].within == key)]
    return tuple(found)


def for_readers(chosen: Sequence[str], before: str, after: str) -> tuple[str, ...]:
    """Return a choice made for one audience as it is for another: what this one is not shown goes, else it comes."""
    old, new = frozenset(usual(before)), frozenset(usual(after))
    kept = (frozenset(chosen) - (old - new)) | (new - old)
    return tuple(key for key in in_order(chosen) if key in kept)
