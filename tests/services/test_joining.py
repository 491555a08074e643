"""Laying cards together and splitting them: no wording is lost, and everything comes apart again."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from forumtool.domain.errors import UserError
from forumtool.domain.rows import ProposalRow
from forumtool.services import joining, proposals
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import proposals as queries
from tests.builders import capture, example, forum_for, goal_of, group


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def standing(file: ForumFile) -> dict[str, ProposalRow]:
    return {row.number: row for row in queries.proposals(file)}


def support(file: ForumFile, line: str, lead: str) -> str:
    return joining.capture_as_support(file, line, lead).id


def test_support_keeps_both_wordings_behind_one_card(file):
    (lead,) = capture(file, "Willkommenspaket der Vermieter @Tisch 2")
    caught = joining.capture_as_support(file, "Mehrsprachige Willkommensmappe #Ankommen @Birhan", lead.id)
    (card,) = standing(file).values()
    assert (card.number, card.support) == ("A-1", 1)
    assert [(one.number, one.text, one.contributor) for one in card.wordings] == [
        ("A-2", "Mehrsprachige Willkommensmappe", "Birhan e. V."),
    ]  # fmt: skip
    behind = queries.proposal(file, caught.id)
    assert (behind.joined_to, behind.goal_number, [tag.title for tag in behind.tags]) == ("A-1", "3.2", ["Ankommen"])


def test_support_is_one_step_that_names_both(file):
    (lead,) = capture(file, "eins")
    before, steps = digest(file), file.history.count
    step = joining.capture_as_support(file, "zwei", lead.id).step
    assert file.history.count == steps + 1
    assert (step.words["number"], step.words["lead"]) == ("A-2", "A-1")
    file.undo()
    assert digest(file) == before


def test_support_of_a_wording_supports_the_card_that_stands_for_it(file):
    (lead,) = capture(file, "eins")
    second = support(file, "zwei", lead.id)
    support(file, "drei", second)
    (card,) = standing(file).values()
    assert [one.text for one in card.wordings] == ["zwei", "drei"]


def test_support_of_a_wording_whose_card_was_deleted_goes_to_the_wording(file):
    (lead,) = capture(file, "eins")
    second = support(file, "zwei", lead.id)
    proposals.remove(file, [lead.id])
    support(file, "drei", second)
    (card,) = standing(file).values()
    assert (card.text, [one.text for one in card.wordings]) == ("zwei", ["drei"])


def test_support_stays_in_the_forum_and_goal_in_which_it_was_said(file):
    (lead,) = capture(file, "eins", number="3.1")
    here = joining.capture_as_support(
        file, "zwei", lead.id, forum_id=forum_for(file).id, goal_id=goal_of(file, "3.3").id
    )  # fmt: skip
    joining.separate(file, [here.id])
    assert standing(file)["A-2"].goal_number == "3.3"
    there = joining.capture_as_support(
        file, "drei >1.1", lead.id, forum_id=forum_for(file).id, goal_id=goal_of(file).id
    )
    assert queries.proposal(file, there.id).goal_number == "1.1"


@pytest.mark.parametrize("line", ["", "#Ankommen", "Idee >9.9"])
def test_a_line_that_is_no_card_supports_nothing(file, line):
    (lead,) = capture(file, "eins")
    before, steps = digest(file), file.history.count
    with pytest.raises(UserError):
        joining.capture_as_support(file, line, lead.id)
    assert (digest(file), file.history.count) == (before, steps)


def test_support_of_a_deleted_card_is_refused_with_a_way_out(file):
    (lead,) = capture(file, "eins")
    proposals.remove(file, [lead.id])
    with pytest.raises(UserError, match="Enter"):
        joining.capture_as_support(file, "zwei", lead.id)
    assert standing(file) == {}


def test_joined_cards_bring_along_what_stood_behind_them(file):
    one, two, three = capture(file, "eins", "zwei", "drei")
    joining.join(file, [two.id], one.id)
    step = joining.join(file, [one.id, three.id], three.id)
    (card,) = standing(file).values()
    assert (card.text, [row.text for row in card.wordings]) == ("drei", ["eins", "zwei"])
    assert (step.words["number"], step.words["lead"]) == ("A-1", "A-3")


def test_one_wording_or_all_of_them_stand_by_themselves_again(file):
    one, two, three = capture(file, "eins", "zwei", "drei")
    place = group(file, "Begegnung", [three.id])
    joining.join(file, [two.id, three.id], one.id)
    joining.separate(file, [three.id])
    assert [row.text for row in standing(file).values()] == ["eins", "drei"]
    assert standing(file)["A-3"].cluster_id == place
    joining.join(file, [three.id], one.id)
    joining.separate(file, [one.id])
    assert [row.support for row in standing(file).values()] == [0, 0, 0]


def test_nothing_to_join_or_separate_is_no_step(file):
    (one,) = capture(file, "eins")
    assert joining.join(file, [one.id], one.id) is None
    assert joining.separate(file, [one.id]) is None


def test_nothing_is_laid_together_with_a_card_that_does_not_stand(file):
    one, two = capture(file, "eins und zwei", "drei")
    joining.split(file, one.id, ["eins", "zwei"])
    for lead in (one.id, "nobody"):
        with pytest.raises(UserError):
            joining.join(file, [two.id], lead)
    assert joining.join(file, [one.id], two.id) is None, "its parts stand for it"
    assert joining.split(file, one.id, ["ei", "ns"]) is None, "it is split already"


def test_what_was_joined_stands_again_when_its_card_is_deleted(file):
    one, two = capture(file, "eins", "zwei")
    joining.join(file, [two.id], one.id)
    proposals.remove(file, [one.id])
    assert list(standing(file)) == ["A-2"]
    file.undo()
    assert list(standing(file)) == ["A-1"]


def test_parts_take_over_everything_and_the_whole_stays_behind_them(file):
    (whole,) = capture(file, "Café und Sprachkurs #Ankommen @Tisch 2 !Geld +Café Zuflucht")
    place = group(file, "Begegnung", [whole.id])
    joining.split(file, whole.id, ["Café", "  ", " Sprachkurs "])
    parts = standing(file)
    assert [(row.number, row.text, row.split_from) for row in parts.values()] == [
        ("A-2", "Café", "A-1"), ("A-3", "Sprachkurs", "A-1"),
    ]  # fmt: skip
    for row in parts.values():
        assert ([tag.title for tag in row.tags], row.contributor, row.cluster_id) == (["Ankommen"], "Tisch 2", place)
        assert [one.title for one in (*row.obstacles, *row.offers)] == ["Geld", "Café Zuflucht"]
    assert [row.original_text for row in queries.behind(file)] == ["Café und Sprachkurs"]


@pytest.mark.parametrize("texts", [[], ["nur einer"], ["einer", "  "]])
def test_fewer_than_two_parts_are_refused(file, texts):
    (whole,) = capture(file, "Café und Sprachkurs")
    with pytest.raises(UserError):
        joining.split(file, whole.id, texts)
    assert list(standing(file)) == ["A-1"]


def test_support_of_a_split_card_stands_by_itself_until_somebody_says_which_part_it_means(file):
    (whole,) = capture(file, "Café und Sprachkurs")
    support(file, "Nachbarschaftscafé", whole.id)
    joining.split(file, whole.id, ["Café", "Sprachkurs"])
    assert [row.text for row in standing(file).values()] == ["Nachbarschaftscafé", "Café", "Sprachkurs"]


def test_a_card_split_twice_becomes_whole_again(file):
    (whole,) = capture(file, "eins zwei drei")
    joining.split(file, whole.id, ["eins", "zwei drei"])
    joining.split(file, standing(file)["A-3"].id, ["zwei", "drei"])
    assert [row.text for row in standing(file).values()] == ["eins", "zwei", "drei"]
    joining.unsplit(file, whole.id)
    assert list(standing(file)) == ["A-1"]
    assert queries.behind(file) == []


def test_undo_after_a_restart_takes_cards_apart_again(tmp_path):
    path = example(tmp_path)
    with ForumFile.open(path) as file:
        one, two = capture(file, "eins", "zwei und drei")
        apart = digest(file)
        joining.join(file, [two.id], one.id)
        together = digest(file)
        joining.split(file, one.id, ["ei", "ns"])
    with ForumFile.open(path) as file:
        file.undo()
        assert digest(file) == together
        file.undo()
        assert digest(file) == apart
        file.redo()
        assert digest(file) == together


WORDS = st.sampled_from(["Sprachcafé", "Lotsen #Ankommen", "دورة لغة", "Fest !Geld @Tisch 2"])
PLACE = st.integers(0, 10**6)


class Table(RuleBasedStateMachine):
    """A note-taker who lays together, separates, splits and deletes in any order, and takes it back."""

    folder: Path

    @initialize()
    def begin(self) -> None:
        self.path = self.folder / "forum.forum"
        self.path.unlink(missing_ok=True)
        shutil.copy(self.folder / "example.forum", self.path)
        self.file = ForumFile.open(self.path)
        self.past: list[str] = []

    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()

    def do(self, verb: Callable[[], object]) -> None:
        before, steps = digest(self.file), self.file.history.count
        verb()
        if self.file.history.count > steps:
            self.past.append(before)

    def key(self, place: int) -> str | None:
        """Any living proposal, also one behind a card."""
        every = [key for (key,) in self.file.plain("SELECT id FROM proposal WHERE NOT deleted ORDER BY id")]
        return every[place % len(every)] if every else None

    @rule(line=WORDS)
    def capture(self, line: str) -> None:
        self.do(lambda: capture(self.file, line))

    @rule(line=WORDS, place=PLACE)
    def support(self, line: str, place: int) -> None:
        if lead := self.key(place):
            with suppress(UserError):
                self.do(lambda: joining.capture_as_support(self.file, line, lead))

    @rule(places=st.lists(PLACE, max_size=3), lead=PLACE)
    def join(self, places: list[int], lead: int) -> None:
        keys = [key for place in places if (key := self.key(place))]
        if keys:
            with suppress(UserError):
                self.do(lambda: joining.join(self.file, keys, self.key(lead) or ""))

    @rule(place=PLACE)
    def separate(self, place: int) -> None:
        if key := self.key(place):
            self.do(lambda: joining.separate(self.file, [key]))

    @rule(place=PLACE)
    def split(self, place: int) -> None:
        if key := self.key(place):
            self.do(lambda: joining.split(self.file, key, ["ein Teil", "noch einer"]))

    @rule(place=PLACE)
    def unsplit(self, place: int) -> None:
        if key := self.key(place):
            self.do(lambda: joining.unsplit(self.file, key))

    @rule(place=PLACE)
    def delete(self, place: int) -> None:
        if key := self.key(place):
            self.do(lambda: proposals.remove(self.file, [key]))

    @precondition(lambda self: self.past)
    @rule()
    def undo_after_a_restart(self) -> None:
        self.file.close()
        self.file = ForumFile.open(self.path)
        self.file.undo()
        assert digest(self.file) == self.past.pop()

    @invariant()
    def nothing_is_lost(self) -> None:
        """Every living proposal stands or is behind, never both; a joined one is a wording of what stands for it."""
        if not hasattr(self, "file"):
            return
        cards, behind = queries.proposals(self.file), queries.behind(self.file)
        living = {key for (key,) in self.file.plain("SELECT id FROM proposal WHERE NOT deleted")}
        assert {row.id for row in (*cards, *behind)} == living
        assert len(cards) + len(behind) == len(living)
        parts = {row.split_from for row in (*cards, *behind)}
        shown = {one.id for card in cards for one in card.wordings}
        assert {row.id for row in behind if row.number not in parts} <= shown

    @invariant()
    def sound(self) -> None:
        if hasattr(self, "file"):
            assert findings(self.file) == []


SHORT = settings(max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(SHORT, max_examples=300, stateful_step_count=60)


@pytest.mark.parametrize("wanted", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids=["short", "long"])
def test_no_wording_is_lost_whatever_is_joined_and_split(tmp_path: Path, wanted: settings) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Table.folder = tmp_path
    example(tmp_path, "example.forum")
    run_state_machine_as_test(Table, settings=wanted)


def test_a_card_of_another_forum_keeps_its_origin_behind_the_one_that_stands(file):
    (lead,), (other,) = capture(file, "Sprachcafé"), capture(file, "Sprachcafé im Park", number="2.1")
    joining.join(file, [other.id], lead.id)
    assert [one.elsewhere for one in standing(file)["A-1"].wordings] == [forum_for(file, "2.1").title]
    behind = queries.proposal(file, other.id)
    assert (behind.joined_to, behind.joined_elsewhere, behind.goal_number) == ("A-1", forum_for(file).title, "2.1")


def test_within_a_forum_no_other_forum_is_named(file):
    lead, other = capture(file, "Sprachcafé", "Sprachcafé im Park")
    joining.join(file, [other.id], lead.id)
    assert [one.elsewhere for one in standing(file)["A-1"].wordings] == [""]
    assert queries.proposal(file, other.id).joined_elsewhere == ""


def test_undo_gives_a_card_back_to_its_forum(file):
    (lead,), (other,) = capture(file, "Sprachcafé"), capture(file, "Sprachcafé im Park", number="2.1")
    before = digest(file)
    joining.join(file, [other.id], lead.id)
    file.undo()
    assert digest(file) == before
    assert standing(file)["A-2"].forum_title == forum_for(file, "2.1").title
