"""Finding people by the beginnings of words, and reading what was typed as a new person."""

from collections.abc import Sequence
from functools import lru_cache

from forumtool.domain.folding import folded
from forumtool.domain.rows import KnownRow, NewParticipant, ParticipantRow

_MOST_KNOWN = 12


def found(rows: Sequence[ParticipantRow], typed: str) -> list[ParticipantRow]:
    """Return the people in whose name, organisation, function or bench every word typed begins a word.

    Those whose name has them come first. Neither case nor accents matter: "oezd" and "ozd" find Özdemir.
    """
    wanted = folded(typed).split()
    if not wanted:
        return list(rows)
    ranked = ((_rank(row, wanted), row) for row in rows)
    return [row for rank, row in sorted(((rank, row) for rank, row in ranked if rank), key=lambda one: one[0])]


def found_elsewhere(known: Sequence[KnownRow], typed: str) -> list[ParticipantRow]:
    """Return the people of other forums' lists whom the words mean, as rows that are not on this list."""
    return found([_not_listed(row) for row in known], typed)[:_MOST_KNOWN] if typed.strip() else []


def read_person(typed: str) -> NewParticipant:
    """Return the person that "Name, Organisation, Funktion" means."""
    name, organisation, function = (*(part.strip() for part in typed.split(",", 2)), "", "")[:3]
    return NewParticipant(name, organisation, function)


def _rank(row: ParticipantRow, wanted: Sequence[str]) -> int:
    """Return 1 if the words begin words of the name, 2 for all that is known of the person, 0 if they do not."""
    name = _words(row.name)
    if _begin(wanted, name):
        return 1
    return 2 if _begin(wanted, name + _words(f"{row.organisation} {row.function} {row.constituency}")) else 0


def _begin(wanted: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in wanted)


@lru_cache(maxsize=8192)
def _words(text: str) -> tuple[str, ...]:
    return (*folded(text).split(), *folded(text, plain=True).split())


def _not_listed(row: KnownRow) -> ParticipantRow:
    return ParticipantRow(
        row.id, row.name, row.organisation, row.function, "", "", None, row.constituency, False, None, "", ""
    )
