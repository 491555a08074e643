"""Agendas that are ready to use: what they say is data, here is how the goals of a forum are put in."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

_UNIT = 5  # minutes; nobody plans in smaller ones


class Planned(NamedTuple):
    """A step of an agenda that is still to be made."""

    title: str
    method: str
    minutes: int
    goal_id: str | None = None


class Subject(NamedTuple):
    """A goal or theme field that a step is about; only a goal has a key here."""

    number: str
    goal_id: str | None = None


class Template(NamedTuple):
    """An agenda for one kind of event; the words are in one language, ``start`` is HH:MM."""

    key: str
    kind: str
    name: str
    people: str
    start: str
    items: Sequence[Mapping[str, Any]]
    language: str

    def filled(self, subjects: Mapping[str, Sequence[Subject]]) -> list[Planned]:
        """Return the steps; ``subjects`` are what a step may be about, by the words "goal" and "field"."""
        found: list[Planned] = []
        shared: list[Planned] = []
        for item in self.items:
            if "each" in item:
                shared = self._each(item, subjects.get(item["each"], ()))
                found += shared
            elif item.get("halfway"):
                behind = len(shared) - (len(shared) + 1) // 2
                found.insert(len(found) - behind, self._step(item, item["title"], item["minutes"]))
            else:
                found.append(self._step(item, item["title"], item["minutes"]))
        return found

    def _each(self, item: Mapping[str, Any], subjects: Sequence[Subject]) -> list[Planned]:
        if len(subjects) < 2:  # noqa: PLR2004 - one cannot have a break in the middle unless it comes in parts
            return list(self._parts(item, next(iter(subjects), None)))
        shares = shared_out(max(item["minutes"], item["least"] * len(subjects)), len(subjects))
        return [
            self._step(item, item["title"], minutes, subject) for subject, minutes in zip(subjects, shares, strict=True)
        ]

    def _parts(self, item: Mapping[str, Any], subject: Subject | None) -> Iterator[Planned]:
        for part, minutes in enumerate(shared_out(item["minutes"], 2), start=1):
            step = self._step(item, item["title"] if subject else item["otherwise"], minutes, subject)
            yield step._replace(title=item["part"][self.language].format(title=step.title, part=part))

    def _step(
        self, item: Mapping[str, Any], title: Mapping[str, str], minutes: int, subject: Subject | None = None
    ) -> Planned:
        said = title[self.language].format(number=subject.number if subject else "")
        method = item.get("method", {}).get(self.language, "")
        return Planned(said, method, minutes, subject.goal_id if subject else None)


def shared_out(minutes: int, count: int) -> list[int]:
    """Return minutes shared out evenly in fives; the first ones get the rest."""
    units, rest = divmod(minutes // _UNIT, count)
    shares = [(units + (at < rest)) * _UNIT for at in range(count)]
    shares[0] += minutes % _UNIT
    return shares
