"""A laptop whose clock jumps: the order of steps, of undo and of cards stays the order in which they were made."""

import time
from pathlib import Path

import pytest

from forumtool.domain import identity
from forumtool.services import proposals
from forumtool.storage.check import findings
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, example

DAY = 86_400 * 10**9


@pytest.mark.parametrize("jump", [-3650 * DAY, -DAY, -1, DAY, 3650 * DAY])
def test_steps_keep_their_order_when_the_clock_jumps(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, jump: int
) -> None:
    real = time.time_ns
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        (card,) = capture(file, "vorher")
        monkeypatch.setattr(time, "time_ns", lambda: real() + jump)
        proposals.reword(file, card.id, "nachher")
        capture(file, "später")
    with ForumFile.open(path) as file:
        proposals.reword(file, card.id, "zuletzt")
        monkeypatch.setattr(time, "time_ns", real)
        proposals.reword(file, card.id, "wirklich zuletzt")
        assert findings(file) == []
        labels = [step.label for step, _founding in file.journal.steps()]
        assert [label.split()[0] for label in labels] == [
            "Prozess",
            "Vorschlag",
            "Fassung",
            "Vorschlag",
            "Fassung",
            "Fassung",
        ]
        for _ in range(5):
            file.undo()
        assert file.plain("SELECT 1 FROM proposal WHERE NOT deleted") == []
        assert findings(file) == []


def restart(monkeypatch: pytest.MonkeyPatch) -> None:
    """Forget the last key, as a new run of the program does."""
    monkeypatch.setattr(identity, "_LastId", type("AfterRestart", (), {"milliseconds": 0, "random": 0}))


def test_cards_captured_after_the_clock_went_back_stand_behind_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from forumtool.storage.queries.proposals import proposals as cards

    real = time.time_ns
    restart(monkeypatch)
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        capture(file, "eins", "zwei")
        monkeypatch.setattr(time, "time_ns", lambda: real() - DAY)
        capture(file, "drei")
    restart(monkeypatch)
    with ForumFile.open(path) as file:
        capture(file, "vier")
        assert [card.text for card in cards(file)] == ["eins", "zwei", "drei", "vier"]
