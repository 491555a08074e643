"""The verbs of Aufbau: each is one step, undone as one."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.services import action_fields, forums, frame, goals, offers, people, steering, tags
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step
from forumtool.storage.queries import forums as events
from forumtool.storage.queries import process as basis
from forumtool.storage.queries import proposals as cards
from tests.builders import capture, example, forum_for, goal_of


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


def _key(step: Step | None, table: str) -> str:
    assert step is not None
    (key,) = step.changes[table]
    return key


VERBS: dict[str, Callable[[ForumFile], Step | None]] = {
    "milestone": lambda file: frame.add_milestone(file, "Rat", "07.2018"),
    "milestone moved": lambda file: frame.move_milestone(file, basis.milestones(file)[0].id, 1),
    "milestone gone": lambda file: frame.remove_milestone(file, basis.milestones(file)[0].id),
    "principle": lambda file: frame.add_principle(file, "Auf Augenhöhe"),
    "principle changed": lambda file: frame.change_principle(file, basis.principles(file)[0].id, text="Neu"),
    "principle moved": lambda file: frame.move_principle(file, basis.principles(file)[0].id, 1),
    "principle gone": lambda file: frame.remove_principle(file, basis.principles(file)[0].id),
    "action field": lambda file: action_fields.add_action_field(file, "Digitales"),
    "action field changed": lambda file: action_fields.change_action_field(
        file, basis.action_fields(file)[0].id, title="Arbeit"
    ),
    "action field moved": lambda file: action_fields.move_action_field(file, basis.action_fields(file)[0].id, 1),
    "action field gone": lambda file: action_fields.remove_action_field(file, basis.action_fields(file)[0].id),
    "mapped": lambda file: action_fields.map_field(
        file, basis.action_fields(file)[0].id, basis.theme_fields(file)[0].id, on=True
    ),
    "seat": lambda file: steering.add_seat(file, "Neue Bank", "Moscheeverein", office="Vorsitz"),
    "seat gone": lambda file: steering.remove_seat(file, basis.steering_members(file)[0].id),
    "offer": lambda file: offers.add_offer(file, "Sprachcafé", "Volkshochschule", "extend"),
    "obstacle": lambda file: offers.add_obstacle(file, "Raumkosten"),
    "indicator": lambda file: goals.add_indicator(file, goal_of(file).id, "Zahl der Feste"),
    "field moved": lambda file: goals.move_theme_field(file, basis.theme_fields(file)[0].id, 1),
    "forum moved": lambda file: forums.move_forum(file, events.forums(file)[0].id, 1),
    "tag group moved": lambda file: tags.move_tag_group(file, cards.tag_groups(file)[0].id, 1),
    "tag moved": lambda file: tags.move_tag(file, cards.tag_groups(file)[0].tags[0].id, 1),
}


@pytest.mark.parametrize("name", VERBS)
def test_each_verb_is_one_step_that_is_undone_and_redone_whole(file: ForumFile, name: str) -> None:
    before = digest(file)
    step = VERBS[name](file)
    assert step is not None
    after = digest(file)
    assert after != before
    file.undo()
    assert digest(file) == before
    file.redo()
    assert digest(file) == after


def test_a_milestone_takes_its_date_as_typed(file: ForumFile) -> None:
    key = _key(frame.add_milestone(file, "Rat", "11.07.2018"), "milestone")
    frame.change_milestone(file, key, when="Herbst 2018", note="vielleicht")
    assert basis.milestones(file)[-1] == (key, "Rat", "Herbst 2018", "vielleicht")


def test_a_goal_stays_an_example_until_its_own_words_change(file: ForumFile) -> None:
    goal = goal_of(file)
    goals.change_goal(file, goal.id, number="9.9", note="Notiz", title=goal.title)
    assert goal_of(file, "9.9").is_example
    goals.change_goal(file, goal.id, question="Wie?")
    assert not goal_of(file, "9.9").is_example


def test_indicators_are_changed_moved_and_removed_within_their_goal(file: ForumFile) -> None:
    goal = goal_of(file)
    first = _key(goals.add_indicator(file, goal.id, "Feste"), "indicator")
    second = _key(goals.add_indicator(file, goal.id, "Vereine"), "indicator")
    goals.move_indicator(file, second, -1)
    goals.change_indicator(file, first, "Feste im Jahr")
    assert goal_of(file).indicators == ("Vereine", "Feste im Jahr")
    assert [row.text for row in basis.indicators(file)] == ["Vereine", "Feste im Jahr"]
    goals.remove_indicator(file, second)
    assert goal_of(file).indicators == ("Feste im Jahr",)


def test_a_new_field_of_action_gets_the_next_number(file: ForumFile) -> None:
    action_fields.add_action_field(file, "Digitales")
    assert basis.action_fields(file)[-1][1:3] == ("10", "Digitales")


def test_mapping_twice_is_no_second_mapping_and_off_takes_it_away(file: ForumFile) -> None:
    action, theme = basis.action_fields(file)[0].id, basis.theme_fields(file)[0].id
    assert action_fields.map_field(file, action, theme, on=True) is not None
    assert action_fields.map_field(file, action, theme, on=True) is None
    assert basis.mappings(file) == {(action, theme)}
    assert basis.action_fields(file)[0].theme_fields == (basis.theme_fields(file)[0].title,)
    action_fields.map_field(file, action, theme, on=False)
    assert basis.mappings(file) == set()


def test_a_field_of_action_with_measures_stays(file: ForumFile) -> None:
    from forumtool.domain.models import Measure

    key = basis.action_fields(file)[0].id
    with file.step("Maßnahme") as edit:
        edit.add(Measure(title="Feste", action_field_id=key))
    with pytest.raises(UserError, match="1 Maßnahme"):
        action_fields.remove_action_field(file, key)
    assert basis.action_fields(file)[0].id == key


def test_a_seat_moves_to_a_known_bench_whatever_its_case_or_to_a_new_one(file: ForumFile) -> None:
    seat = basis.steering_members(file)[-1]
    steering.change_seat(file, seat.id, constituency="STADT AACHEN", name="N. N.")
    assert len(basis.constituencies(file, "steering")) == 3
    moved = next(row for row in basis.steering_members(file) if row.id == seat.id)
    assert (moved.constituency, moved.name) == ("Stadt Aachen", "N. N.")
    steering.change_seat(file, seat.id, constituency="Wirtschaft")
    assert [bench.title for bench in basis.constituencies(file, "steering")][-1] == "Wirtschaft"


def test_an_obstacle_that_is_deleted_leaves_its_cards_and_comes_back(file: ForumFile) -> None:
    capture(file, "Feste feiern !Raumkosten +Bürgerhaus")
    obstacle, offer = cards.obstacles(file)[0], cards.offers(file)[0]
    offers.change_obstacle(file, obstacle.id, title="Miete")
    offers.change_offer(file, offer.id, provider="Stadt", state="extend")
    card = cards.proposals(file)[0]
    assert [row.title for row in card.obstacles] == ["Miete"]
    assert cards.offers(file)[0][2:4] == ("Stadt", "extend")
    offers.remove_obstacle(file, obstacle.id)
    offers.remove_offer(file, offer.id)
    assert (cards.proposals(file)[0].obstacles, cards.proposals(file)[0].offers) == ((), ())
    file.undo()
    file.undo()
    assert cards.proposals(file)[0] == card


def test_several_people_are_put_on_a_bench_as_one_step(file: ForumFile) -> None:
    forum = forum_for(file)
    people.add_participants(file, forum.id, [people.NewParticipant(f"TN {at}") for at in range(3)])
    keys = [row.id for row in events.participants(file, forum.id)]
    people.put_on_bench(file, keys[:2], "praxis")
    assert [row.constituency for row in events.participants(file, forum.id)] == ["Praxis", "Praxis", ""]
    people.put_on_bench(file, keys, "Wirtschaft")
    assert {row.constituency for row in events.participants(file, forum.id)} == {"Wirtschaft"}
    people.put_on_bench(file, keys, "")
    assert {row.constituency for row in events.participants(file, forum.id)} == {""}
    file.undo()
    assert {row.constituency for row in events.participants(file, forum.id)} == {"Wirtschaft"}
