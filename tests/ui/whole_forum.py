"""A whole forum as a script: who comes, what they write, how it is ordered and weighed, and what the end must hold."""

import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from openpyxl import Workbook

from forumtool.domain import when
from forumtool.domain.rows import ProposalRow
from forumtool.storage.check import columns, findings, tables
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import agenda, participants
from forumtool.storage.queries.outcomes import action_items, clusters, dot_rounds, measures, parking_lot
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import proposals
from forumtool.ui.desk import Desk

MOMENT = "2016-05-12T08:00:00+00:00"
_SCRIPT = Path(__file__).with_name("forum_script.toml")


class Person(NamedTuple):
    """Somebody who comes."""

    name: str
    organisation: str
    function: str
    bench: str


class Card(NamedTuple):
    """What is written on a card, with its tag and who said it."""

    words: str
    tag: str
    person: str


class Support(NamedTuple):
    """A card that says again what another one, the lead, says."""

    goal: str
    words: str
    lead: str
    person: str


class Group(NamedTuple):
    """A group with the beginnings of its cards, and the dots that were counted on it."""

    title: str
    cards: list[str]
    dots: int


class Closing(NamedTuple):
    """The poll at the end: its question and the points on each step."""

    question: str
    low: str
    high: str
    counts: list[int]


class Measure(NamedTuple):
    """A sketch out of a group."""

    group: str
    title: str
    lead: str
    partners: str
    horizon: str


class Script(NamedTuple):
    """The day; ``listed`` are the people on the office's list, ``at_the_door`` those who come without."""

    forum: str
    template: str
    listed: list[Person]
    at_the_door: list[Person]
    new_goal: dict[str, str]
    cards: dict[str, list[Card]]
    support: Support
    readback: str
    groups: list[Group]
    suggestion: dict[str, str]
    weighing: dict[str, str]
    closing: Closing
    measure: Measure
    agreement: dict[str, str]
    parked: dict[str, str]

    @property
    def people(self) -> list[Person]:
        """All who come, in their order."""
        return [*self.listed, *self.at_the_door]


def script() -> Script:
    """Read the script."""
    with _SCRIPT.open("rb") as source:
        told = tomllib.load(source)
    people = [Person(*one) for one in told["people"]]
    at = len(people) - told["at_the_door"]
    return Script(
        forum=told["forum"], template=told["template"], listed=people[:at], at_the_door=people[at:],
        new_goal=told["new_goal"],
        cards={goal["number"]: [Card(*card) for card in goal["cards"]] for goal in told["goal"]},
        support=Support(**told["support"][0]), readback=told["readback"]["goal"],
        groups=[Group(**one) for one in told["group"]], suggestion=told["suggestion"], weighing=told["weighing"],
        closing=Closing(**told["closing"]), measure=Measure(**told["measure"]), agreement=told["agreement"],
        parked=told["parked"],
    )  # fmt: skip


def office_list(people: list[Person], folder: Path) -> Path:
    """Write the list of an office: a title and a blank line stand above the heads."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.append(["Einladung Fachforum 3, Stand 2. Mai"])
    sheet.append([])
    sheet.append(["Name", "Organisation", "Funktion", "Bank"])
    for person in people:
        sheet.append(list(person))
    path = folder / "Einladungsliste.xlsx"
    book.save(path)
    return path


@contextmanager
def clock_at(moment: str) -> Iterator[None]:
    """Let it be this moment, so that two days end with the same times."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(when, "now", lambda: moment)
        yield


def holds_the_whole_forum(desk: Desk, told: Script) -> None:
    """Assert that all of the script is in the file, and nothing else."""
    assert findings(desk.file) == []
    _holds_people(desk, told)
    _holds_cards(desk, told)
    _holds_groups(desk, told)
    _holds_weighing(desk, told)
    _holds_outcomes(desk, told)


def _holds_people(desk: Desk, told: Script) -> None:
    found = participants(desk.file, str(desk.forum_id))
    there = {Person(row.name, row.organisation, row.function, row.constituency) for row in found}
    assert there == set(told.people) and len(found) == len(told.people)
    assert {row.state for row in found} == {"present"} and {row.arrived_at for row in found} == {MOMENT}
    assert told.new_goal["title"] in [goal.title for goal in goals(desk.file)]
    (running,) = [item for item in agenda(desk.file, str(desk.forum_id)) if item.started_at and not item.ended_at]
    assert running.started_at == MOMENT


def written(told: Script) -> list[tuple[str, str, str, str]]:
    """Return goal, words, tag and person of each card in the order in which they are written."""
    return [(goal, card.words, card.tag, card.person) for goal, cards in told.cards.items() for card in cards]


def _holds_cards(desk: Desk, told: Script) -> None:
    found = proposals(desk.file, desk.scope)
    assert [card.number for card in found] == [f"A-{at + 1}" for at in range(120)]
    assert [(card.goal_number, card.text, card.tags[0].title, card.contributor) for card in found] == written(told)
    assert {len(card.tags) for card in found} == {1}
    supported = {card.text: card for card in found if card.support_count or card.wordings}
    assert supported.keys() == {told.support.lead}
    (behind,) = supported[told.support.lead].wordings
    assert (behind.text, behind.contributor) == (told.support.words, told.support.person)
    assert {card.goal_number for card in found if card.confirmed_at} == {told.readback}
    assert sum(card.confirmed_at == MOMENT for card in found) == len(told.cards[told.readback])


def _holds_groups(desk: Desk, told: Script) -> None:
    cards: dict[str, list[ProposalRow]] = {}
    for card in proposals(desk.file, desk.scope):
        cards.setdefault(card.cluster_title, []).append(card)
    assert [row.title for row in clusters(desk.file, desk.scope)] == [group.title for group in told.groups]
    for group in told.groups:
        wanted = [*group.cards, *([told.suggestion["card"]] if told.suggestion["group"] == group.title else [])]
        found = cards[group.title]
        assert len(found) == len(wanted)
        assert all(any(card.text.startswith(begin) for card in found) for begin in wanted)


def _holds_weighing(desk: Desk, told: Script) -> None:
    weighed, closing = dot_rounds(desk.file, desk.scope)
    assert weighed.question == told.weighing["question"] and weighed.goal_id == desk.goal_id
    dots = {row.title: weighed.dots_on(row.id) for row in clusters(desk.file, desk.scope)}
    assert dots == {group.title: group.dots for group in told.groups}
    assert (closing.question, closing.low, closing.high) == told.closing[:3]
    assert list(closing.on_steps) == told.closing.counts


def _holds_outcomes(desk: Desk, told: Script) -> None:
    (measure,) = measures(desk.file, desk.scope)
    assert (measure.title, measure.lead, measure.partners, measure.horizon) == told.measure[1:]
    group = next(group for group in told.groups if group.title == told.measure.group)
    assert len(measure.proposals) == len(group.cards)
    (agreed,) = action_items(desk.file, desk.scope)
    assert (agreed.text, agreed.responsible) == (told.agreement["text"], told.agreement["responsible"])
    assert agreed.due == when.read(told.agreement["due"])
    (parked,) = parking_lot(desk.file, desk.scope)
    assert (parked.text, parked.addressee) == (told.parked["text"], told.parked["addressee"])


def content(file: ForumFile) -> dict[str, list[str]]:
    """Return the rows of each table without keys, to tell where two files differ."""
    found = {}
    for table in tables(file):
        names = [f'"{name}"' for name in columns(file, table) if name != "id" and not name.endswith("_id")]
        rows = file.plain(f'SELECT {", ".join(names)} FROM "{table}" WHERE NOT deleted')
        found[table] = sorted(map(repr, rows))
    return found
