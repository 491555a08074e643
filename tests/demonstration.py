"""A forum as it is at noon: the Aachen example with an invented Fachforum 3, made through the services."""

import tomllib
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from forumtool.services import (
    action_fields,
    agenda,
    clusters,
    decisions,
    follow_up,
    forums,
    measures,
    people,
    proposals,
    weighing,
)
from forumtool.services.goals import goal_numbered
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import forums as events
from forumtool.storage.queries import process as basis
from forumtool.storage.queries.outcomes import clusters as groups
from forumtool.storage.queries.outcomes import dot_rounds

CONTENT = Path(__file__).with_name("demonstration.toml")


def demonstration(path: Path) -> Path:
    """Make the file and return its path: 24 people, 64 cards, 6 groups with dots, measures, agreements, decisions."""
    told = tomllib.loads(CONTENT.read_text(encoding="utf-8"))
    new_process(path, "aachen")
    with ForumFile.open(path) as file:
        Demonstration(file, told).make()
    return path


class Demonstration:
    """Fills one forum of an open file; ``told`` is the content of ``demonstration.toml``."""

    def __init__(self, file: ForumFile, told: dict[str, Any]) -> None:
        self.file = file
        self.told = told
        title = told["forum"].pop("title")
        self.forum = next(row for row in events.forums(file) if row.title.startswith(title))

    def make(self) -> None:
        """Do what happens on the day, in its order."""
        forums.change_forum(self.file, self.forum.id, **self.told["forum"])
        for part in (self._welcome, self._capture, self._discuss, self._order, self._weigh, self._deepen,
                     self._decide, self._map, self._run):  # fmt: skip
            part()

    def _welcome(self) -> None:
        for state, listed in self.told["people"].items():
            found = [people.NewParticipant(name, body, function, "", bench) for name, body, function, bench in listed]
            step = people.add_participants(self.file, self.forum.id, found, present=state == "present")
            assert step is not None
            if state == "present":
                self._arrive(list(step.changes["attendance"]))
            if state == "excused":
                people.set_attendance(self.file, list(step.changes["attendance"]), "excused")

    def _arrive(self, attendances: list[str]) -> None:
        """Let people come in the half hour around the beginning, not at the moment when the file is made."""
        from forumtool.domain.models import Attendance

        with self.file.step("Ankunft vermerkt") as edit:
            for place, key in enumerate(sorted(attendances)):
                edit.change(Attendance, key, arrived_at=self._at(f"09:{12 + place * 7 % 23:02d}"))

    def _capture(self) -> None:
        for goal in self.told["goal"]:
            goal_id = goal_numbered(self.file, goal["number"]).id
            for line in goal["lines"]:
                proposals.capture(self.file, line, forum_id=self.forum.id, goal_id=goal_id)

    def _discuss(self) -> None:
        for said in self.told["note"]:
            values = {name: said[name] for name in ("note", "dissent") if name in said}
            proposals.change(self.file, self.card(said["text"]), **values)

    def _order(self) -> None:
        goal_id = goal_numbered(self.file, self.told["weighing"]["goal"]).id
        for group in self.told["cluster"]:
            cards = [self.card(text) for text in group["cards"]]
            clusters.add_cluster(self.file, group["title"], forum_id=self.forum.id, goal_id=goal_id, cards=cards)

    def _weigh(self) -> None:
        asked = dict(self.told["weighing"])
        goal_id = goal_numbered(self.file, asked.pop("goal")).id
        weighing.ask(self.file, forum_id=self.forum.id, goal_id=goal_id, **asked)
        (round_,) = dot_rounds(self.file)
        for group in self.told["cluster"]:
            if group["dots"]:
                weighing.count(self.file, round_.id, self.group(group["title"]), group["dots"])

    def _deepen(self) -> None:
        for row in self.told["measure"]:
            values = dict(row)
            measures.sketch_from_cluster(self.file, self.group(values.pop("cluster")), values.pop("title"), **values)
        for row in self.told["agreement"]:
            follow_up.agree(self.file, forum_id=self.forum.id, **row)
        for row in self.told["parked"]:
            follow_up.set_aside(self.file, forum_id=self.forum.id, **row)

    def _decide(self) -> None:
        for row in self.told["decision"]:
            values = dict(row)
            card, other = self.card(values.pop("text")), values.pop("with", None)
            yes, no, abstained = values.pop("votes")
            decisions.decide(
                self.file, card, merged_with_id=self.card(other) if other else None, decided_on="2016-06-09",
                votes_yes=yes, votes_no=no, votes_abstained=abstained, **values,
            )  # fmt: skip

    def _map(self) -> None:
        action = {row.number: row.id for row in basis.action_fields(self.file)}
        theme = {row.number: row.id for row in basis.theme_fields(self.file)}
        for number, fields in self.told["mapping"].items():
            for field in fields:
                action_fields.map_field(self.file, action[number], theme[field], on=True)

    def _run(self) -> None:
        items = {item.title: item.id for item in events.agenda(self.file, self.forum.id)}
        for ran in self.told["ran"]:
            times = {"started_at": self._at(ran["from"]), "ended_at": self._at(ran["to"])}
            agenda.change_item(self.file, items[ran["title"]], **times)

    def _at(self, clock: str) -> str:
        day = self.told["forum"]["when"]
        return datetime.fromisoformat(f"{day}T{clock}").astimezone(UTC).isoformat() if clock else ""

    def card(self, beginning: str) -> str:
        """Return the key of the one card whose text begins like this."""
        ((key,),) = self.file.plain(
            "SELECT id FROM proposal WHERE substr(original_text, 1, ?) = ? AND NOT deleted", len(beginning), beginning
        )
        return str(key)

    def group(self, title: str) -> str:
        """Return the key of the group with a heading."""
        return next(row.id for row in groups(self.file) if row.title == title)
