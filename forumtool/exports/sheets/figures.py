"""What was weighed, as figures: one to each question that dots or points were counted for."""

from collections.abc import Sequence
from textwrap import shorten

from forumtool.domain.report import Ranked, Report, Round
from forumtool.exports.sheets.proposals import goals_by_key
from forumtool.exports.sheets.sheet import Figure, Series
from forumtool.exports.sheets.weighing import on_steps
from forumtool.i18n import Catalogue

_MOST = 15  # bars that fit on half a page with names that can be read
_NAME_LENGTH = 70


def figures(report: Report, say: Catalogue) -> list[Figure]:
    """Return a figure of each round in which anything was counted, in the order of the list of weighing."""
    return [_figure(round_, report, say) for round_ in report.rounds if round_.total]


def _figure(round_: Round, report: Report, say: Catalogue) -> Figure:
    scale = round_.kind == "scale"
    shown = on_steps(round_) if scale else [row for row in round_.ranking if row.dots][:_MOST]
    names = tuple(shorten(row.title, _NAME_LENGTH, placeholder=" …") or "–" for row in shown)
    return Figure(
        round_.question or say("Ohne Frage"),
        _about(round_, report),
        _told(round_, names, shown, say),
        "columns" if scale else "bars",
        say("Stufe") if scale else say("Gruppe oder Karte"),
        say("Punkte"),
        names,
        _series(round_, shown, say),
    )


def _about(round_: Round, report: Report) -> str:
    goal = goals_by_key(report).get(round_.goal_id)
    return " – ".join(filter(None, (report.forum_title(round_.forum_id), goal.label if goal else "")))


def _series(round_: Round, shown: Sequence[Ranked], say: Catalogue) -> tuple[Series, ...]:
    """All dots in one series, or one for each constituency; what belongs to none of them stands beside."""
    if len(round_.benches) <= 1 or round_.kind == "scale":
        return (Series(say("Punkte"), tuple(row.dots for row in shown)),)
    benches = [
        Series(bench or say("ohne Bank"), tuple(row.shares[at] for row in shown))
        for at, bench in enumerate(round_.benches)
    ]
    rest = tuple(row.dots - sum(row.shares) for row in shown)
    return (*benches, Series(say("übrige"), rest)) if any(rest) else tuple(benches)


def _told(round_: Round, names: Sequence[str], shown: Sequence[Ranked], say: Catalogue) -> str:
    counted = ", ".join(f"{name}: {row.dots}" for name, row in zip(names, shown, strict=True))
    question = round_.question or say("Ohne Frage")
    return say("Diagramm zur Frage „{question}“. Punkte: {counted}.", question=question, counted=counted)
