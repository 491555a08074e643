"""Agendas that are ready to use: realistic, whole, and with the goals of the forum."""

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.agenda_template import Planned, Subject, Template, shared_out
from forumtool.domain.schedule import schedule
from forumtool.paths import resource
from forumtool.services import agenda as verbs
from forumtool.services import agenda_templates, forums, processes
from forumtool.services.agenda_templates import NAMES, proposed, templates, use_template
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import agenda
from tests.builders import example, forum_for

ENDS = {"half_day": ("09:00", 240), "kickoff": ("17:00", 210), "steering": ("15:00", 120)}
LONGEST = 120  # minutes without a break


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def template(key: str, language: str = "de") -> Template:
    return next(one for one in templates(language) if one.key == key)


def subjects(count: int) -> list[Subject]:
    return [Subject(f"3.{at}", f"goal {at}") for at in range(1, count + 1)]


def filled(key: str, count: int, language: str = "de") -> list[Planned]:
    return template(key, language).filled({"goal": subjects(count), "field": subjects(count)})


def test_every_shipped_agenda_is_offered() -> None:
    assert {path.stem for path in resource("agendas").glob("*.toml")} == set(NAMES) == set(ENDS)


@pytest.mark.parametrize("count", range(6))
@pytest.mark.parametrize("key", NAMES)
def test_the_minutes_fit_the_day_whatever_the_number_of_goals(key: str, count: int) -> None:
    start, minutes = ENDS[key]
    assert template(key).start == start
    assert sum(step.minutes for step in filled(key, count)) == minutes
    assert all(step.minutes % 5 == 0 and step.minutes > 0 for step in filled(key, count))


def test_many_goals_make_the_day_longer_instead_of_rushing() -> None:
    steps = [step for step in filled("half_day", 8) if step.goal_id]
    assert [step.minutes for step in steps] == [20] * 8


@pytest.mark.parametrize("count", range(6))
@pytest.mark.parametrize("key", NAMES)
def test_nobody_sits_for_two_hours_without_a_break(key: str, count: int) -> None:
    stretch = longest = 0
    steps = filled(key, count)
    for step in steps:
        stretch = 0 if step.title.startswith("Pause") else stretch + step.minutes
        longest = max(longest, stretch)
    assert longest <= LONGEST
    assert sum(step.title.startswith("Pause") for step in steps) == 1
    assert not steps[-1].title.startswith("Pause")


@pytest.mark.parametrize("key", NAMES)
def test_german_and_english_are_the_same_agenda_in_other_words(key: str) -> None:
    german, english = filled(key, 3), filled(key, 3, "en")
    assert [(step.minutes, step.goal_id) for step in german] == [(step.minutes, step.goal_id) for step in english]
    assert all(bool(one.method) == bool(two.method) and one.title and two.title
               for one, two in zip(german, english, strict=True))  # fmt: skip
    told = tomllib.loads(resource("agendas", f"{key}.toml").read_text(encoding="utf-8"))
    assert all(set(item["title"]) == {"de", "en"} for item in told["item"])


def test_the_goals_of_the_field_are_put_in_with_a_break_in_their_middle(file: ForumFile) -> None:
    steps = proposed(file, forum_for(file).id, template("half_day"))
    assert [(step.title, step.minutes) for step in steps[3:7]] == [
        ("Wege zu Ziel 3.1", 35), ("Wege zu Ziel 3.2", 35), ("Pause", 20), ("Wege zu Ziel 3.3", 35),
    ]  # fmt: skip
    assert [step.goal_id is not None for step in steps[3:7]] == [True, True, False, True]


def test_a_single_goal_comes_in_two_parts_around_the_break(file: ForumFile) -> None:
    forum = forum_for(file, "4.1")
    found = [step.title for step in proposed(file, forum.id, template("half_day"))[3:6]]
    assert found == ["Wege zu Ziel 4.1, Teil 1", "Pause", "Wege zu Ziel 4.1, Teil 2"]


def test_without_goals_and_fields_the_words_are_general(tmp_path: Path) -> None:
    processes.new_process(tmp_path / "leer.forum", "empty")
    with ForumFile.open(tmp_path / "leer.forum") as file:
        step = forums.add_forum(file, "Fachforum")
        assert step is not None
        (forum_id,) = step.changes["forum"]
        assert proposed(file, forum_id, template("half_day"))[3].title == "Wege zu den Zielen, Teil 1"
        assert proposed(file, forum_id, template("steering"))[3].title == "Vorschläge beraten und entscheiden, Teil 1"
        assert proposed(file, "nowhere", template("steering")) == []


def test_the_steering_group_goes_through_the_fields(file: ForumFile) -> None:
    step = forums.add_forum(file, "Steuerungsgruppe", kind="steering")
    assert step is not None
    (forum_id,) = step.changes["forum"]
    found = [one.title for one in proposed(file, forum_id, template("steering", "en")) if "deciding" in one.title]
    assert found == [f"Discussing and deciding theme field {number}" for number in (1, 2, 3, 4)]


def test_a_ready_agenda_is_put_in_and_taken_back_as_one_step(file: ForumFile) -> None:
    forum_id = forum_for(file).id
    before = agenda(file, forum_id)
    steps = len(file.journal.steps())
    assert use_template(file, forum_id, template("half_day")) is not None
    after = agenda(file, forum_id)
    assert len(file.journal.steps()) == steps + 1
    assert [row.title for row in after] == [one.title for one in proposed(file, forum_id, template("half_day"))]
    assert [row.goal_number for row in after if row.goal_id] == ["3.1", "3.2", "3.3"]
    assert schedule(after)[0].start == "09:30"  # as the day was planned before
    assert schedule(after)[-1].end == "13:30"
    file.undo()
    assert agenda(file, forum_id) == before


def test_an_empty_agenda_begins_when_the_template_says(file: ForumFile) -> None:
    step = forums.add_forum(file, "Auftakt", kind="kickoff")
    assert step is not None
    (forum_id,) = step.changes["forum"]
    assert use_template(file, forum_id, template("kickoff")) is not None
    slots = schedule(agenda(file, forum_id))
    assert (slots[0].start, slots[-1].end) == ("17:00", "20:30")


def test_what_has_begun_stays_and_the_ready_agenda_comes_behind_it(file: ForumFile) -> None:
    forum_id = forum_for(file).id
    verbs.start_item(file, agenda(file, forum_id)[0].id)
    before = agenda(file, forum_id)
    assert use_template(file, forum_id, template("steering")) is not None
    assert agenda(file, forum_id)[: len(before)] == before
    assert all(not row.planned_start for row in agenda(file, forum_id)[len(before) :])


@pytest.mark.parametrize(("kind", "first"), [("expert", "half_day"), ("kickoff", "kickoff"), ("steering", "steering")])
def test_the_most_fitting_one_comes_first(kind: str, first: str) -> None:
    assert agenda_templates.templates("de", kind)[0].key == first


@pytest.mark.parametrize(("minutes", "count"), [(105, 1), (105, 4), (60, 7), (12, 5), (3, 2)])
def test_minutes_are_shared_out_without_losing_any(minutes: int, count: int) -> None:
    shares = shared_out(minutes, count)
    assert (sum(shares), len(shares)) == (minutes, count)
    assert max(shares) - min(shares) <= 5 + minutes % 5
