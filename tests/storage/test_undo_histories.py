"""Any history of a forum, walked back and forth: the content is the same at each place, and the file stays sound."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from forumtool.domain.errors import Unchanged
from forumtool.services import clusters, goals, proposals, tags, weighing
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.outcomes import clusters as groups
from forumtool.storage.queries.outcomes import dot_rounds
from forumtool.storage.queries.proposals import proposals as cards
from forumtool.storage.queries.proposals import tag_groups
from tests.builders import capture, example, forum_for, goal_of

WORDS = st.sampled_from(
    ["Sprachcafé", "Lotsen für Ämter", "دورة لغة", "Ärzt:innen #Ankommen", "Fest !Geld +Lotsen @Tisch 2"]
)
PLACE = st.integers(0, 10**6)


class Forum(RuleBasedStateMachine):
    """A facilitator and a note-taker who do anything in any order, and undo, redo and restart in between.

    ``past`` holds the digest before each step that can be undone, ``future`` the digest before each undo.
    """

    folder: Path

    @initialize()
    def begin(self) -> None:
        self.path = self.folder / "forum.forum"
        self.path.unlink(missing_ok=True)
        shutil.copy(self.folder / "example.forum", self.path)
        self.file = ForumFile.open(self.path)
        self.past: list[str] = []
        self.future: list[str] = []
        self.numbers: set[str] = set()

    def teardown(self) -> None:
        if hasattr(self, "file"):
            self.file.close()

    def do(self, verb: Callable[[], object]) -> None:
        """Do something and note the way back, if it was a step."""
        before, steps = digest(self.file), self.file.history.count
        verb()
        if self.file.history.count > steps:
            self.past.append(before)
            self.future.clear()

    def card(self, place: int) -> str | None:
        every = cards(self.file)
        return every[place % len(every)].id if every else None

    def group(self, place: int) -> str | None:
        every = groups(self.file)
        return every[place % len(every)].id if every else None

    @rule(line=WORDS)
    def capture(self, line: str) -> None:
        def verb() -> None:
            (card,) = capture(self.file, line)
            assert card.number not in self.numbers
            self.numbers.add(card.number)

        self.do(verb)

    @rule(place=PLACE, text=WORDS)
    def reword(self, place: int, text: str) -> None:
        if card := self.card(place):
            self.do(lambda: proposals.reword(self.file, card, text))

    @rule(place=PLACE, on=st.booleans())
    def tag(self, place: int, on: bool) -> None:
        every = [tag.id for group in tag_groups(self.file) for tag in group.tags]
        if (card := self.card(place)) and every:
            self.do(lambda: proposals.tag(self.file, [card], every[place % len(every)], on=on))

    @rule(place=PLACE)
    def delete_tag(self, place: int) -> None:
        every = [tag.id for group in tag_groups(self.file) for tag in group.tags]
        if every:
            self.do(lambda: tags.remove_tag(self.file, every[place % len(every)]))

    @rule(place=PLACE)
    def new_group(self, place: int) -> None:
        card = self.card(place)
        self.do(
            lambda: clusters.add_cluster(
                self.file,
                f"Gruppe {place % 7}",
                forum_id=forum_for(self.file).id,
                goal_id=goal_of(self.file).id,
                cards=[card] if card else [],
            )
        )

    @rule(place=PLACE, before=PLACE, into=PLACE)
    def put(self, place: int, before: int, into: int) -> None:
        card, group = self.card(place), self.group(into) if into % 5 else None
        if card:
            self.do(lambda: clusters.put_into(self.file, [card], group, before=self.card(before)))

    @rule(place=PLACE, into=PLACE)
    def merge(self, place: int, into: int) -> None:
        one, other = self.group(place), self.group(into)
        if one and other and one != other:
            self.do(lambda: clusters.merge_clusters(self.file, one, other))

    @rule(place=PLACE)
    def dissolve(self, place: int) -> None:
        if group := self.group(place):
            self.do(lambda: clusters.dissolve_cluster(self.file, group))

    @rule(place=PLACE, by=st.sampled_from([-1, 1]))
    def move_goal(self, place: int, by: int) -> None:
        every = ["1.1", "1.2", "3.1", "3.2", "3.3"]
        self.do(lambda: goals.move_goal(self.file, goal_of(self.file, every[place % 5]).id, by))

    @rule(place=PLACE, dots=st.integers(0, 20))
    def dots(self, place: int, dots: int) -> None:
        rounds = dot_rounds(self.file)
        if not rounds:
            forum_id, goal_id = forum_for(self.file).id, goal_of(self.file).id
            self.do(lambda: weighing.ask(self.file, forum_id=forum_id, goal_id=goal_id, question="Was zuerst?"))
        elif group := self.group(place):
            self.do(lambda: weighing.count(self.file, rounds[0].id, group, dots))

    @rule(place=PLACE)
    def delete(self, place: int) -> None:
        if card := self.card(place):
            self.do(lambda: proposals.remove(self.file, [card]))

    @rule()
    def restart(self) -> None:
        self.file.close()
        self.file = ForumFile.open(self.path)

    @precondition(lambda self: self.past)
    @rule()
    def undo(self) -> None:
        self.future.append(digest(self.file))
        self.file.undo()
        assert digest(self.file) == self.past.pop()

    @precondition(lambda self: self.future)
    @rule()
    def redo(self) -> None:
        self.past.append(digest(self.file))
        self.file.redo()
        assert digest(self.file) == self.future.pop()

    @rule()
    def walk_to_the_start_and_back(self) -> None:
        there, count = digest(self.file), len(self.past)
        for _ in range(count):
            self.undo()
        with pytest.raises(Unchanged):
            self.file.undo()
        for _ in range(count):
            self.redo()
        assert digest(self.file) == there

    @invariant()
    def sound(self) -> None:
        if hasattr(self, "file"):
            assert findings(self.file) == []


SHORT = settings(max_examples=15, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(SHORT, max_examples=300, stateful_step_count=60)


@pytest.mark.parametrize("wanted", [SHORT, pytest.param(LONG, marks=pytest.mark.long)], ids=["short", "long"])
def test_any_history_can_be_walked_back_and_forth(tmp_path: Path, wanted: settings) -> None:
    from hypothesis.stateful import run_state_machine_as_test

    Forum.folder = tmp_path
    example(tmp_path, "example.forum")
    run_state_machine_as_test(Forum, settings=wanted)
