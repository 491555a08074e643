"""The documents of the demonstration are those that were looked at last, part by part."""

from itertools import zip_longest

import pytest

from tests.exports.references import FOLDER, made

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("OpenType support missing")]
_SHOWN = 300


def test_the_documents_of_the_demonstration_are_as_they_were_looked_at() -> None:
    kept = {path.name: path.read_text(encoding="utf-8") for path in FOLDER.iterdir()}
    new = made()
    assert new.keys() == kept.keys()
    found = [difference for name in new if (difference := first_difference(name, kept[name], new[name]))]
    assert not found, "\n".join([*found, "If that is meant: packaging/dev.py references, and look at them."])


def first_difference(name: str, kept: str, new: str) -> str:
    for at, (was, now) in enumerate(zip_longest(kept.splitlines(), new.splitlines(), fillvalue="(no line)"), 1):
        if was != now:
            start = next((place for place, (one, two) in enumerate(zip(was, now, strict=False)) if one != two), 0)
            begin = max(0, start - 60)
            return f"{name}, line {at}:\n  was {was[begin : begin + _SHOWN]}\n  now {now[begin : begin + _SHOWN]}"
    return ""


def test_the_first_line_that_differs_is_named() -> None:
    assert first_difference("a.xml", "eins\nzwei\n", "eins\nzwo\ndrei\n") == "a.xml, line 2:\n  was zwei\n  now zwo"
    assert first_difference("a.xml", "eins\n", "eins\ndrei\n") == "a.xml, line 2:\n  was (no line)\n  now drei"
    assert first_difference("a.xml", "eins\n", "eins\n") == ""


def test_the_parts_are_small_enough_to_be_read() -> None:
    assert sum(path.stat().st_size for path in FOLDER.iterdir()) < 400_000
