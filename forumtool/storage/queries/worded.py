"""How cards are worded now, and how each of them was ever worded."""

import json
from collections import defaultdict
from collections.abc import Collection
from typing import NamedTuple

from forumtool.storage.journal import BIRTH
from forumtool.storage.reading import Reading

_WORDS = ("original_text", "edited_text", "other_text")


class Worded(NamedTuple):
    """A card's wording that counts, what was said first, and the wording in a second language."""

    text: str
    original_text: str
    other_text: str


def worded(source: Reading) -> dict[str, Worded]:
    """Return the wordings of all cards by their keys."""
    found = source.plain(
        "SELECT id, CASE edited_text WHEN '' THEN original_text ELSE edited_text END, original_text, other_text"
        " FROM card"
    )
    return {key: Worded(*texts) for key, *texts in found}


def ever_worded(source: Reading, keys: Collection[str]) -> dict[str, set[str]]:
    """Return every wording that these cards have had since they were captured, whoever replaced it."""
    found: dict[str, set[str]] = defaultdict(set)
    for key, field, value in source.plain(
        "SELECT row, field, value FROM op WHERE tbl = 'proposal' AND row IN (SELECT value FROM json_each(?))"
        f" AND field IN ('{BIRTH}', {', '.join(repr(name) for name in _WORDS)})",
        json.dumps(list(keys)),
    ):
        given = json.loads(value)
        found[key] |= {given.get(name, "") for name in _WORDS} if field == BIRTH else {given}
    return found
