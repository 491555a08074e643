"""What the synthesis of all forums says, in one go."""

from typing import Any

from forumtool.domain.report import Report
from forumtool.domain.synthesis import Similar, Synthesis
from forumtool.insight.coverage import cells_by_goal, gaps
from forumtool.services.refusals import not_refused, pairs_wanted
from forumtool.services.reporting import build
from forumtool.storage.queries.became import became
from forumtool.storage.queries.frequency import frequencies
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import tag_groups
from forumtool.storage.queries.refusals import refused_doubles
from forumtool.storage.queries.steering import tag_sets
from forumtool.storage.reading import Reading

COMPARED = 3000
"""So many cards are compared with each other at most: twice as many take four times as long."""


def build_synthesis(file: Reading, **choices: Any) -> Report:
    """Return the report of all forums with what its synthesis needs but for similar proposals.

    ``choices`` are those of ``reporting.build``; raises as that does.
    """
    cells = cells_by_goal(goals(file), tag_groups(file), tag_sets(file))
    found = Synthesis(
        cells=tuple(cells.values()),
        gaps=tuple(gaps(cells.values())),
        obstacles=tuple(frequencies(file, "obstacle")),
        offers=tuple(frequencies(file, "existing_offer")),
        became=tuple(became(file)),
        refused=frozenset(refused_doubles(file)),
    )
    return build(file, forum_id=None, **choices)._replace(synthesis=found)


def with_similar(report: Report) -> Report:
    """Return the report with the pairs of proposals of different forums that may say the same; takes seconds.

    They are those that the window shows: nobody refused them. It compares the texts as they stand in the report, so
    that no word shows that was taken out of it.
    """
    from forumtool.insight.grouping import doubles

    found = report.synthesis or Synthesis()
    dots = {part.cluster.id: part.cluster.dots for goal in report.goals for part in goal.groups}
    first = sorted(report.proposals, key=lambda card: (-dots.get(card.cluster_id or "", 0), card.id))[:COMPARED]
    cards = sorted(first, key=lambda card: card.id)
    origins = {card.id: card.forum_id for card in cards}
    pairs = doubles({card.id: card.text for card in cards}, pairs_wanted(found.refused), origins)
    similar = tuple(Similar(pair.first, pair.second, pair.words) for pair in not_refused(pairs, found.refused))
    return report._replace(synthesis=found._replace(similar=similar, compared=len(cards)))
