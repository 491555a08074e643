"""Every free text of a report, with where it stands: one walk, to look for something in them or to write them anew."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any, NamedTuple, TypeVar

from forumtool.domain.report import ForumPart, GoalPart, Group, Report, Round
from forumtool.domain.rows import ProposalRow, TagRow
from forumtool.domain.stopping import breathe

Row = TypeVar("Row", bound=tuple[Any, ...])


class Where(NamedTuple):
    """The thing that a text belongs to: its kind as the search names it, its key, what people call it by.

    ``section`` is the part of the minutes in which the text stands, empty if that is more than one.
    """

    section: str
    kind: str
    key: str
    label: str


Write = Callable[[Where, str, str], str]
"""Takes where a text stands, the name of its field and the text, and returns what is to stand there."""

TASKS = frozenset({"facilitation", "minute_taker", "lead", "partners", "provider", "addressee", "responsible"})
"""Fields that name somebody for a task: an organisation in them is content."""
_CARD = {"text": "results", "edited_text": "results", "other_text": "results", "cluster_title": "results",
         "note": "discussion", "dissent": "dissent", "original_text": "annex", "reference": "annex"}  # fmt: skip
_PROCESS = {"title": "", "motto": "", "occasion": "occasion", "note": "head"}
_FORUM = {"title": "", "facilitation": "head", "minute_taker": "head", "input": "input", "outlook": "outlook",
          "feedback": "feedback"}  # fmt: skip
_MEASURE = ("title", "cluster_title", "text", "lead", "partners", "horizon", "resources", "indicator", "cost")


def rewritten(report: Report, write: Write) -> Report:
    """Return the report with every free text as ``write`` wants it; equal rows stay equal wherever they stand.

    Places, dates and the host who publishes are no free text.
    """
    return _Walk(write).report(report)


class _Walk:
    def __init__(self, write: Write) -> None:
        self._write = write
        self._done: dict[tuple[str, str], Any] = {}

    def report(self, report: Report) -> Report:
        """Walk in the order of the minutes."""
        goals = tuple(map(self._goal_part, report.goals))
        return report._replace(
            process=self._row(
                report.process, Where("", "process", report.process.id, report.process.title), _PROCESS,
            ),
            principles=self._rows(report.principles, "occasion", "principle", ("title", "text")),
            theme_fields=self._rows(report.theme_fields, "occasion", "field", ("title", "aim")),
            forums=tuple(map(self._forum, report.forums)),
            goals=goals,
            proposals=tuple(map(self._card, report.proposals)),
            behind=tuple(map(self._card, report.behind)),
            tag_groups=tuple(
                self._row(group, Where("", "tag", group.id, group.title), ("title",))._replace(
                    tags=tuple(map(self._tag, group.tags))
                )
                for group in report.tag_groups
            ),
            obstacles=self._rows(report.obstacles, "obstacles", "obstacle", ("title", "note")),
            offers=self._rows(report.offers, "obstacles", "offer", ("title", "provider", "note")),
            rounds=tuple(map(self._round, report.rounds)),
            coverage=self._coverage(report),
            measures=tuple(
                self._tied(self._row(row, Where("measures", "measure", row.id, row.title), _MEASURE), "measures")
                for row in report.measures
            ),
            parking_lot=self._rows(report.parking_lot, "parking", "parked", ("text", "addressee"), "text"),
            action_items=self._rows(report.action_items, "actions", "action", ("text", "responsible"), "text"),
            decisions=tuple(
                self._row(row, Where("decisions", "card", row.proposal_id or "", row.proposal_number),
                          ("reason", "responsible"))
                for row in report.decisions
            ),
            action_fields=self._rows(report.action_fields, "", "action_field", ("title",)),
            progress=self._rows(report.progress, "", "progress", ("note",), "on"),
            milestones=self._rows(report.milestones, "outlook", "milestone", ("title", "note")),
            photos=tuple(
                self._row(photo, Where("photos", "photo", "", photo.caption), ("caption",))
                for photo in report.photos
            ),
            changes=report.changes and report.changes._replace(
                rows=tuple(
                    self._row(row, Where("changes", "", row.key, row.label), ("label", "before", "after"))
                    for row in report.changes.rows
                )
            ),
        )  # fmt: skip

    def _text(self, text: str) -> str:
        return self._write(Where("", "", "", text), "title", text)

    def _row(self, row: Row, where: Where, fields: Iterable[str] | Mapping[str, str]) -> Row:
        """The row with its texts; ``fields`` may name the section of each."""
        sections = fields if isinstance(fields, Mapping) else dict.fromkeys(fields, where.section)
        breathe()
        told: Any = row
        changed: dict[str, str] = {}
        for name, section in sections.items():
            text = getattr(row, name)
            if text and (new := self._write(Where(section, *where[1:]), name, text)) != text:
                changed[name] = new
        return told._replace(**changed) if changed else row

    def _rows(
        self, rows: Sequence[Row], section: str, kind: str, fields: Sequence[str], label: str = "title"
    ) -> tuple[Row, ...]:
        return tuple(self._known(row, section, kind, fields, label) for row in rows)

    def _known(self, row: Row, section: str, kind: str, fields: Sequence[str], label: str = "title") -> Row:
        key = kind, row.id  # type: ignore[attr-defined]
        if key not in self._done:
            self._done[key] = self._row(row, Where(section, *key, getattr(row, label)), fields)
        done: Any = self._done[key]
        if hasattr(row, "proposals"):  # obstacles and offers of one goal name the cards of this goal only
            done = done._replace(proposals=row.proposals)
        return done  # type: ignore[no-any-return]

    def _card(self, row: ProposalRow) -> ProposalRow:
        key = "card", row.id
        if key not in self._done:
            done = self._tied(self._row(row, Where("results", *key, row.number), _CARD), "obstacles")
            tags = tuple(map(self._tag, row.tags))
            wordings = tuple(
                self._row(one, Where("results", "card", one.id, one.number), ("text",)) for one in row.wordings
            )
            is_same = tags == row.tags and wordings == row.wordings
            self._done[key] = done if is_same else done._replace(tags=tags, wordings=wordings)
        found: ProposalRow = self._done[key]
        return found

    def _tied(self, row: Any, section: str) -> Any:
        """A card or measure with the titles of what is tied to it."""
        if not (row.obstacles or row.offers):
            return row
        return row._replace(
            obstacles=tuple(one._replace(title=self._title(section, "obstacle", one)) for one in row.obstacles),
            offers=tuple(one._replace(title=self._title(section, "offer", one)) for one in row.offers),
        )

    def _title(self, section: str, kind: str, row: Any) -> str:
        return self._write(Where(section, kind, row.id, row.title), "title", row.title)

    def _tag(self, row: TagRow) -> TagRow:
        return self._known(row, "", "tag", ("title",))

    def _forum(self, part: ForumPart) -> ForumPart:
        forum = part.forum
        return part._replace(
            forum=self._row(forum, Where("head", "forum", forum.id, forum.title), _FORUM),
            agenda=self._rows(part.agenda, "agenda", "agenda", ("title", "method")),
        )

    def _goal_part(self, part: GoalPart) -> GoalPart:
        goal = part.goal
        if goal is not None:
            where = Where("", "goal", goal.id, goal.label)
            goal = self._row(goal, where, ("title", "question", "note"))._replace(
                indicators=tuple(self._write(where, "indicators", text) for text in goal.indicators)
            )
        return GoalPart(
            goal,
            tuple(map(self._group, part.groups)),
            tuple(map(self._card, part.not_ordered)),
            self._rows(part.obstacles, "obstacles", "obstacle", ("title", "note")),
            self._rows(part.offers, "obstacles", "offer", ("title", "provider", "note")),
            tuple(map(self._round, part.rounds)),
            tuple(map(self._card, part.behind)),
        )

    def _group(self, group: Group) -> Group:
        return Group(
            self._known(group.cluster, "results", "group", ("title", "note")), tuple(map(self._card, group.proposals))
        )

    def _round(self, row: Round) -> Round:
        where = Where("weighing" if row.goal_id else "", "goal", row.goal_id or "", row.question)
        told = self._row(row, where, ("question", "low", "high"))
        return told._replace(
            ranking=tuple(self._row(one, where._replace(label=one.title), ("title",)) for one in row.ranking)
        )

    def _coverage(self, report: Report) -> Any:
        found = report.coverage
        if not found:
            return found

        def titles(words: Iterable[str]) -> tuple[str, ...]:
            return tuple(self._text(word) for word in words)

        return found._replace(phases=titles(found.phases), ages=titles(found.ages))
