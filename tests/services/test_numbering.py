"""Numbers of measures follow the fields of action when these change."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from forumtool.services.action_fields import change_action_field
from forumtool.services.adopting import adopt_measures, plan_adoption
from forumtool.services.decisions import decide
from forumtool.services.measures import change_measure, remove_measure, sketch
from forumtool.services.numbering import renumber_measures, renumbering
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.decided import decided_now
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields
from tests.builders import capture, example


@pytest.fixture
def file(tmp_path: Path):
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


def numbers(file: ForumFile) -> dict[str, str]:
    return {row.title: row.number for row in measures(file)}


def test_a_field_that_became_another_chapter_takes_its_measures_along(file):
    first, second = action_fields(file)[:2]
    for at, number in enumerate(("1.2", "1.10", "1.9")):
        sketch(file, f"Eins {at}", forum_id=None, action_field_id=first.id, number=number)
    sketch(file, "Zwei", forum_id=None, action_field_id=second.id, number="2.1")
    sketch(file, "Ohne Feld", forum_id=None, number="77")
    change_action_field(file, first.id, number="4")
    before = digest(file)
    renumber_measures(file)
    assert numbers(file) == {"Eins 0": "4.1", "Eins 1": "4.3", "Eins 2": "4.2", "Zwei": "2.1", "Ohne Feld": "77"}
    assert renumber_measures(file) is None
    file.undo()
    assert digest(file) == before


def test_a_gap_closes_and_a_measure_moved_to_another_field_stands_at_its_end(file):
    first, second = action_fields(file)[:2]
    for title in ("A", "B", "C"):
        sketch(file, title, forum_id=None, action_field_id=first.id, number=f"1.{'ABC'.index(title) + 1}")
    sketch(file, "D", forum_id=None, action_field_id=second.id, number="2.1")
    rows = {row.title: row.id for row in measures(file)}
    remove_measure(file, rows["A"])
    change_measure(file, rows["C"], action_field_id=second.id, number="")
    renumber_measures(file)
    assert numbers(file) == {"B": "1.1", "C": "2.2", "D": "2.1"}


def test_the_decision_names_the_new_number_and_nothing_is_to_look_at(file):
    (card,) = capture(file, "Cafés öffnen")
    own = action_fields(file)[0]
    decide(file, card.id, verdict="adopt", measure_number="1.7", action_field_id=own.id)
    adopt_measures(file)
    renumber_measures(file)
    assert numbers(file) == {"Cafés öffnen": "1.1"} and decided_now(file)[card.id].measure_number == "1.1"
    assert plan_adoption(file).remarks == ()


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(found=st.lists(st.tuples(st.integers(0, 3), st.sampled_from(["", "1.1", "1.2", "9", "x", "2.10"])), max_size=9))
def test_afterwards_every_field_counts_from_one_without_gaps_and_twice_is_once(tmp_path_factory, found):
    with ForumFile.open(example(tmp_path_factory.mktemp("numbers"))) as file:
        fields = [*action_fields(file)[:3], None]
        for at, (place, number) in enumerate(found):
            field = fields[place]
            sketch(file, f"M{at}", forum_id=None, action_field_id=field.id if field else None, number=number)
        renumber_measures(file)
        assert renumbering(file) == []
        for field in fields[:3]:
            own = {row.number for row in measures(file) if field and row.action_field_id == field.id}
            assert field and own == {f"{field.number}.{at}" for at in range(1, len(own) + 1)}
