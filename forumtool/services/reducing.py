"""Taking from a report what its readers are not shown, beyond the names of rows."""

from collections.abc import Iterator

from forumtool.domain.audience import Audience
from forumtool.domain.names import Names
from forumtool.domain.report import Report
from forumtool.domain.report_texts import TASKS, Where, rewritten
from forumtool.domain.rows import ProposalRow
from forumtool.domain.versions import Change, Changes

_WORDINGS = frozenset({"text", "other_text"})
_LED = frozenset({"facilitation", "minute_taker"})


def without_notes(report: Report) -> Report:
    """Return the report without what was noted beside cards, groups, obstacles and offers."""
    noted = {"card", "group", "obstacle", "offer"}

    def write(where: Where, field: str, text: str) -> str:
        return "" if field == "note" and where.kind in noted else text

    return rewritten(report, write)._replace(notes=False)


def in_its_last_words(row: ProposalRow) -> ProposalRow:
    """Return a card whose original wording is the one that counts: what was put in other words is not said."""
    return row._replace(original_text=row.text)


def reduced(changes: Changes, policy: Names, readers: Audience) -> Changes:
    """Return the changes as far as a policy of names, and the readers, may see them."""
    return changes._replace(rows=tuple(_seen(changes.rows, policy, readers)))


def _seen(rows: tuple[Change, ...], policy: Names, readers: Audience) -> Iterator[Change]:
    for row in rows:
        if row.field == "note" and not readers.notes:
            continue
        if row.field in _LED and policy.policy == "anonymous":
            continue
        if row.field in _WORDINGS and row.kind == "cards" and not readers.originals:
            yield row._replace(before="")
            continue
        if row.field not in TASKS:
            yield row
            continue
        before, after = policy.task(row.before), policy.task(row.after)
        if before != after:
            yield row._replace(before=before, after=after)
