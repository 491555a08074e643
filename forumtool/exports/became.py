"""What became of a proposal, in words."""

from collections.abc import Mapping

from forumtool.domain.report import Report
from forumtool.domain.rows import ActionFieldRow, MeasureRow
from forumtool.domain.synthesis import Became
from forumtool.exports.words import VERDICTS, word
from forumtool.i18n import Catalogue


def group_told(row: Became, say: Catalogue, title: str = "") -> str:
    """Return the group with its dots and rank; ``title`` is its heading where that is not the row's."""
    heading = title or row.cluster_title
    if not (heading and row.dots):
        return heading
    dots = say.plural("{count} Punkt", "{count} Punkte", row.dots)
    return say("{title} ({dots}, Rang {rank})", title=heading, dots=dots, rank=row.rank)


def outcome_told(row: Became, measures: Mapping[str, str], say: Catalogue) -> str:
    """Return what it was joined into, split into and worked out as, in lines; empty if nothing of that."""
    lines = []
    if row.joined_to:
        elsewhere = row.joined_forum if row.joined_forum != row.forum_title else ""
        where = f"{row.joined_to} ({elsewhere})" if elsewhere else row.joined_to
        lines.append(say("geht auf in {card}", card=where))
    if row.parts:
        lines.append(say("aufgeteilt in {numbers}", numbers=", ".join(row.parts)))
    lines += [say("Maßnahme {title}", title=measures[key]) for key in row.measures if key in measures]
    return "\n".join(lines)


def verdict_told(row: Became, say: Catalogue) -> str:
    """Return what was decided; empty if nothing was."""
    if row.verdict == "merge" and row.merged_with:
        return say("zusammenführen mit {number}", number=row.merged_with)
    return word(VERDICTS, row.verdict, say) if row.verdict else ""


def fields_told(row: Became, fields: Mapping[str, ActionFieldRow]) -> str:
    """Return the field of action; of several, which its theme field goes into, the numbers."""
    found = [fields[key] for key in row.action_fields if key in fields]
    if len(found) == 1:
        return f"{found[0].number} {found[0].title}".strip()
    return ", ".join(field.number or field.title for field in found)


def measure_label(row: MeasureRow) -> str:
    """Return number and title of a measure."""
    return f"{row.number} {row.title}".strip()


def measure_labels(report: Report) -> dict[str, str]:
    """Return the labels of the report's measures by their keys."""
    return {row.id: measure_label(row) for row in report.measures}
