"""Rounds of dots: on groups, on cards, for each constituency, on a scale."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.domain.rows import NewParticipant, Scope
from forumtool.services import clusters, joining, people, proposals, weighing
from forumtool.storage.check import findings
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.outcomes import dot_rounds
from forumtool.storage.queries.process import constituencies
from forumtool.storage.queries.weighing import benches, present_by_bench, targets, wordings
from tests.builders import capture, dot_round, example, forum_for, goal_of, group


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def the_round(file: ForumFile):
    return dot_rounds(file)[-1]


def bench_ids(file: ForumFile) -> list[str]:
    return [bench.id for bench in constituencies(file, "forum")]


def ask(file: ForumFile, **rules) -> str:
    where = {"forum_id": forum_for(file).id, "goal_id": goal_of(file).id, "question": "Was zuerst?"}
    step = weighing.ask(file, **{**where, **rules})
    assert step is not None
    return next(iter(step.changes["dot_round"]))


def test_dots_go_on_groups_and_on_cards(file: ForumFile) -> None:
    one, two = capture(file, "eins", "zwei")
    key = group(file, "A", [one.id])
    on_groups, on_cards = ask(file), ask(file, targets="cards")
    weighing.count(file, on_groups, key, 7)
    weighing.count(file, on_cards, two.id, 4)
    first, second = dot_rounds(file)
    assert (first.dots_on(key), second.dots_on(two.id), second.dots_on(one.id)) == (7, 4, 0)
    assert [row.title for row in targets(file, first)] == ["A"]
    assert [(row.title, row.group) for row in targets(file, second)] == [("eins", "A"), ("zwei", "")]


def test_only_the_cards_of_one_group_are_targets_but_what_has_dots_stays_one(file: ForumFile) -> None:
    one, two, three = capture(file, "eins", "zwei", "drei")
    key = group(file, "A", [one.id, two.id])
    round_id = ask(file, targets="cards", cluster_id=key)
    assert [row.title for row in targets(file, the_round(file))] == ["eins", "zwei"]
    weighing.count(file, round_id, three.id, 2)
    assert [row.title for row in targets(file, the_round(file))] == ["eins", "zwei", "drei"]
    joining.join(file, [two.id], one.id)
    assert [row.title for row in targets(file, the_round(file))] == ["eins", "drei"]


def test_a_card_that_was_laid_behind_another_keeps_its_dots_in_sight_and_a_deleted_one_does_not(
    file: ForumFile,
) -> None:
    one, two = capture(file, "eins", "zwei")
    round_id = ask(file, targets="cards")
    weighing.count(file, round_id, two.id, 3)
    joining.join(file, [two.id], one.id)
    assert [row.title for row in targets(file, the_round(file))] == ["eins", "zwei"]
    proposals.remove(file, [two.id])
    assert the_round(file).total == 0
    file.undo()
    assert the_round(file).total == 3


def test_each_constituency_has_its_own_count_and_a_count_of_all_replaces_them(file: ForumFile) -> None:
    key, (praxis, ehrenamt, *_rest) = group(file, "A"), bench_ids(file)
    round_id = ask(file, per_constituency=True)
    weighing.count(file, round_id, key, 4, constituency_id=praxis)
    weighing.count(file, round_id, key, 6, constituency_id=ehrenamt)
    weighing.count(file, round_id, key, 5, constituency_id=praxis)
    assert sorted(count.dots for count in the_round(file).counts) == [5, 6]
    weighing.change_round(file, round_id, per_constituency=False)
    weighing.count(file, round_id, key, 10)
    assert [(count.dots, count.constituency_id) for count in the_round(file).counts] == [(10, None)]
    file.undo()
    assert the_round(file).total == 11


def test_benches_are_those_present_and_those_with_dots(file: ForumFile) -> None:
    people.add_participants(
        file,
        forum_for(file).id,
        [NewParticipant("A", "", "", "", "Ehrenamt"), NewParticipant("B", "", "", "", "Ehrenamt"), NewParticipant("C")],
        present=True,
    )
    key, keys = group(file, "A"), bench_ids(file)
    round_id = ask(file, per_constituency=True)
    assert present_by_bench(file, forum_for(file).id) == {keys[1]: 2, None: 1}
    assert [(one.title, one.colour, one.present) for one in benches(file, the_round(file))] == [
        ("Ehrenamt", 2, 2), ("", 0, 1),
    ]  # fmt: skip
    weighing.count(file, round_id, key, 1, constituency_id=keys[4])
    weighing.colour_dots(file, keys[4], 7)
    assert [(one.title, one.colour) for one in benches(file, the_round(file))][1] == ("Verwaltung", 7)
    assert weighing.expected_dots(file, the_round(file)) == 15


def arrive(file: ForumFile, *names: str) -> None:
    people.add_participants(file, forum_for(file).id, [NewParticipant(name) for name in names], present=True)


def test_who_comes_after_the_first_dots_does_not_change_what_is_expected(file: ForumFile) -> None:
    a, b = group(file, "A"), group(file, "B")
    round_id = ask(file, dots_per_person=5)
    arrive(file, "A", "B")
    before, steps = digest(file), file.history.count
    weighing.count(file, round_id, a, 7)
    assert file.history.count == steps + 1
    arrive(file, "C")
    weighing.count(file, round_id, b, 3)
    assert (the_round(file).voters, weighing.expected_dots(file, the_round(file))) == (2, 10)
    for _step in range(3):
        file.undo()
    assert digest(file) == before and the_round(file).voters == 0


def test_voters_that_were_entered_stay_and_may_be_corrected_or_left_open_again(file: ForumFile) -> None:
    a = group(file, "A")
    round_id = ask(file, voters=12)
    arrive(file, "A", "B")
    weighing.count(file, round_id, a, 7)
    assert the_round(file).voters == 12
    weighing.change_round(file, round_id, voters=0)
    weighing.count(file, round_id, a, 8)
    arrive(file, "C")
    assert (the_round(file).voters, weighing.voters(file, the_round(file))) == (0, 3)


@pytest.mark.parametrize("kind", ["dots", "scale"])
def test_the_first_count_keeps_the_voters_whichever_way_it_comes_and_the_next_round_asks_anew(
    file: ForumFile, kind: str
) -> None:
    key, forum_id = group(file, "A"), forum_for(file).id
    arrive(file, "A", "B", "C")
    if kind == "scale":
        weighing.count_on_step(file, ask(file, kind="scale", goal_id=None), 4, 2)
    else:
        weighing.ask_and_count(file, forum_id=forum_id, goal_id=goal_of(file).id, question="?", target_id=key, dots=3)
    assert the_round(file).voters == 3
    arrive(file, "D")
    assert weighing.draft(file, forum_id=forum_id, goal_id=goal_of(file).id, kind=kind).voters == 0


def test_a_count_of_no_dots_keeps_no_voters(file: ForumFile) -> None:
    key, round_id = group(file, "A"), ask(file)
    arrive(file, "A")
    weighing.count(file, round_id, key, 0)
    assert the_round(file).voters == 0


def test_nobody_present_leaves_all_constituencies_to_choose_from(file: ForumFile) -> None:
    ask(file, per_constituency=True)
    assert len(benches(file, the_round(file))) == len(bench_ids(file))


def test_a_scale_counts_points_on_steps_and_expects_one_of_each_person(file: ForumFile) -> None:
    round_id = ask(file, kind="scale", goal_id=None, steps=5, voters=20)
    weighing.count_on_step(file, round_id, 4, 9)
    weighing.count_on_step(file, round_id, 5, 3)
    weighing.count_on_step(file, round_id, 4, 8)
    row = the_round(file)
    assert row.on_steps == (0, 0, 0, 8, 3)
    assert (weighing.each(row), weighing.expected_dots(file, row)) == (1, 20)


def test_the_first_count_makes_its_round_with_its_rules_in_one_step(file: ForumFile) -> None:
    key = group(file, "A")
    before = file.history.count
    draft = weighing.draft(file, forum_id=forum_for(file).id, goal_id=goal_of(file).id)
    weighing.ask_and_count(
        file, forum_id=draft.forum_id, goal_id=draft.goal_id, question="?", target_id=key, dots=3,
        **weighing.rules(draft._replace(dots_per_person=2)),
    )  # fmt: skip
    assert (the_round(file).dots_on(key), the_round(file).dots_per_person) == (3, 2)
    assert file.history.count == before + 1
    again = weighing.draft(file, forum_id=draft.forum_id, goal_id=None)
    assert (again.id, again.dots_per_person, again.counts) == ("", 2, ())


def test_a_round_with_dots_does_not_turn_to_other_targets(file: ForumFile) -> None:
    key, round_id = group(file, "A"), ask(file)
    weighing.aim_round(file, round_id, "cards")
    weighing.aim_round(file, round_id, "clusters")
    weighing.count(file, round_id, key, 1)
    before = file.history.count
    with pytest.raises(UserError, match="neue Runde"):
        weighing.aim_round(file, round_id, "cards")
    assert file.history.count == before
    weighing.count(file, round_id, key, 0)
    assert weighing.aim_round(file, round_id, "cards") is not None


def test_a_merged_group_brings_the_dots_of_each_constituency(file: ForumFile) -> None:
    one, two, (praxis, ehrenamt, *_rest) = group(file, "A"), group(file, "B"), bench_ids(file)
    round_id = ask(file, per_constituency=True)
    for key, bench, dots in ((one, praxis, 3), (two, praxis, 4), (two, ehrenamt, 5)):
        weighing.count(file, round_id, key, dots, constituency_id=bench)
    clusters.merge_clusters(file, two, one)
    assert sorted(count.dots for count in the_round(file).counts) == [5, 7]
    assert the_round(file).total == 12


def test_questions_asked_before_come_the_newest_first_and_once(file: ForumFile) -> None:
    for question in ("Was zuerst?", "Was bald?", "Was zuerst?"):
        ask(file, question=question)
    assert [row.question for row in wordings(file)] == ["Was zuerst?", "Was bald?"]


def test_an_unknown_colour_of_dots_is_a_mistake_of_the_program(file: ForumFile) -> None:
    with pytest.raises(ValueError, match="colour"):
        weighing.colour_dots(file, bench_ids(file)[0], 8)


ENTRIES = st.lists(st.tuples(st.integers(0, 2), st.integers(-1, 1), st.integers(0, 30)), max_size=12)


@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(ENTRIES)
def test_whatever_is_entered_the_last_count_of_each_spot_holds_and_undo_takes_all_of_it_back(
    tmp_path_factory: pytest.TempPathFactory, entries: list[tuple[int, int, int]]
) -> None:
    with ForumFile.open(example(tmp_path_factory.mktemp("dots"))) as file:
        keys = [group(file, title) for title in "ABC"]
        own = bench_ids(file)
        round_id = dot_round(file)
        weighing.change_round(file, round_id, per_constituency=True)
        start, before = digest(file), file.history.count
        held: dict[tuple[str, str | None], int] = {}
        for at, bench, dots in entries:
            bench_id = None if bench < 0 else own[bench]
            weighing.count(file, round_id, keys[at], dots, constituency_id=bench_id)
            held[keys[at], bench_id] = dots
        (row,) = dot_rounds(file, Scope(forum_for(file).id))
        assert {(one.cluster_id, one.constituency_id): one.dots for one in row.counts} == {
            spot: dots for spot, dots in held.items() if dots
        }
        assert row.total == sum(held.values())
        assert findings(file) == []
        for _step in range(file.history.count - before):
            file.undo()
        assert digest(file) == start
