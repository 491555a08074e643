"""A list goes out, decisions are made on two laptops, their files are merged, the list comes back."""

import shutil
from pathlib import Path

import pytest
from sqlcipher3 import dbapi2

from forumtool.paths import settings_folder
from forumtool.services.decision_plan import CHANGE, CONFLICT
from forumtool.services.decisions import decide
from forumtool.storage.check import findings
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.decided import decided_at, decided_now, stand
from tests.builders import example
from tests.decision_lists import Grid, edited, grid, meeting, number, workbook
from tests.laptop_clocks import LaptopClocks
from tests.services.test_deciding import look

HOUR = 3600.0


class Laptop:
    """A laptop with a key and a clock of its own, at which somebody works on a copy of the file."""

    def __init__(self, key: str, path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.path, self.clocks, self._key, self._monkeypatch = path, LaptopClocks(), key, monkeypatch

    def opened(self) -> ForumFile:
        place = settings_folder() / "laptop"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(self._key, encoding="ascii")
        self._monkeypatch.setattr(
            "forumtool.domain.identity.time.time_ns", lambda: int(self.clocks.clocks.wall() * 1_000_000_000)
        )
        return ForumFile.open(self.path)

    def merge(self, other: "Laptop") -> None:
        """Take over what the journal and the decisions of another laptop have more, as merging will do."""
        connection = dbapi2.connect(str(self.path))
        connection.execute("ATTACH ? AS other", (str(other.path),))
        for table in ("step", "op", "laptop", "decision"):
            connection.execute(f"INSERT OR IGNORE INTO {table} SELECT * FROM other.{table}")
        connection.commit()
        connection.close()


@pytest.fixture
def laptops(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Laptop, Laptop, list[str]]:
    """Two laptops with the same file, and the keys of its proposals; of the first ones something is decided."""
    one = Laptop("aaaaaaaa", example(tmp_path), monkeypatch)
    with one.opened() as file:
        cards = meeting(file)
    two = Laptop("bbbbbbbb", tmp_path / "two.forum", monkeypatch)
    shutil.copy(one.path, two.path)
    return one, two, cards


def _undecided(file: ForumFile, cards: list[str]) -> str:
    return next(key for key in cards if key not in decided_now(file))


@pytest.mark.parametrize("clock", [-28 * HOUR, -1.0, 0.0, HOUR])
def test_what_another_laptop_decided_before_the_list_and_was_merged_after_it_is_a_conflict(laptops, tmp_path, clock):
    one, two, cards = laptops
    two.clocks.set_wall(clock)
    with two.opened() as file:
        own = _undecided(file, cards)
        decide(file, own, verdict="reject", reason="zu teuer")
    one.clocks.pass_by(2 * HOUR)
    with one.opened() as file:
        decide(file, cards[0], reason="später am ersten Laptop")
        then, told, named = stand(file), decided_now(file), number(file, own)
        path = _sent(tmp_path, edited(grid(file), {(named, "verdict"): "Übernehmen"}), then)
    one.merge(two)
    with one.opened() as file:
        assert findings(file) == []
        assert decided_at(file, then) == told
        (change,) = look(file, path).changes
        assert (change.kind, change.meanwhile, change.taken) == (CONFLICT, "ablehnen", False)


def test_decisions_of_both_laptops_that_the_list_knew_are_no_conflict(laptops, tmp_path):
    one, two, cards = laptops
    two.clocks.set_wall(-28 * HOUR)
    with two.opened() as file:
        own = _undecided(file, cards)
        decide(file, own, verdict="reject")
    one.merge(two)
    with one.opened() as file:
        named = number(file, own)
        path = _sent(tmp_path, edited(grid(file), {(named, "verdict"): "Übernehmen"}), stand(file))
        decide(file, cards[0], reason="danach")
        (change,) = look(file, path).changes
        assert (change.kind, change.before, change.taken) == (CHANGE, "ablehnen", True)


def test_a_copy_that_the_same_laptop_worked_on_is_told_from_what_the_list_knew(laptops, tmp_path):
    one, _two, cards = laptops
    copy = Laptop("aaaaaaaa", tmp_path / "stick.forum", one._monkeypatch)
    shutil.copy(one.path, copy.path)
    with copy.opened() as file:
        own = _undecided(file, cards)
        decide(file, own, verdict="defer")
    one.clocks.pass_by(HOUR)
    with one.opened() as file:
        decide(file, cards[0], reason="danach")
        then, named = stand(file), number(file, own)
        path = _sent(tmp_path, edited(grid(file), {(named, "verdict"): "Übernehmen"}), then)
    one.merge(copy)
    with one.opened() as file:
        assert decided_at(file, then) is None  # the clock of one laptop cannot tell the two apart, the digest does
        change = next(change for change in look(file, path).changes if change.number == named)
        assert (change.kind, change.meanwhile, change.taken) == (CONFLICT, "zurückstellen", False)


def test_a_list_of_the_other_laptop_that_was_not_merged_yet_clears_nothing(laptops, tmp_path):
    one, two, cards = laptops
    with two.opened() as file:
        own = _undecided(file, cards)
        decide(file, own, verdict="reject")
        path = _sent(tmp_path, edited(grid(file), {}), stand(file))
    with one.opened() as file:
        plan = look(file, path)
        assert [change.now for change in plan.changes] == ["ablehnen"] and len(plan.remarks) == 1


def test_a_list_that_knows_its_last_step_only_is_read_as_before(laptops, tmp_path):
    one, _two, cards = laptops
    with one.opened() as file:
        (old,) = file.one("SELECT max(id) FROM step")
        told, named = decided_now(file), number(file, cards[0])
        path = _sent(tmp_path, edited(grid(file), {(named, "reason"): "neu"}), old)
        decide(file, cards[0], reason="hier")
        assert decided_at(file, old) == told
        (change,) = look(file, path).changes
        assert change.kind == CONFLICT


def _sent(folder: Path, rows: Grid, then: str) -> Path:
    return workbook(folder / "liste.xlsx", rows, then)
