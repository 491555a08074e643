"""The counts in the rail."""

from forumtool.storage.reading import Reading


def rail_counts(source: Reading, forum_id: str | None) -> dict[str, str]:
    """Return what stands beside each place: people present, cards, groups, whether dots were counted, sketches."""
    present, cards, clusters, dots, measures = source.one(
        "SELECT (SELECT count(*) FROM attendance WHERE NOT deleted AND state = 'present' AND forum_id IS ?1),"
        " (SELECT count(*) FROM card WHERE forum_id IS ?1),"
        " (SELECT count(*) FROM cluster WHERE NOT deleted AND forum_id IS ?1),"
        " (SELECT count(*) FROM dot_count d JOIN dot_round r ON r.id = d.dot_round_id"
        "   WHERE NOT d.deleted AND NOT r.deleted AND d.dots > 0 AND r.forum_id IS ?1),"
        " (SELECT count(*) FROM measure WHERE NOT deleted AND forum_id IS ?1)",
        forum_id,
    )
    return {
        "arrive": str(present or ""),
        "capture": str(cards or ""),
        "order": str(clusters or ""),
        "weigh": "●" if dots else "",
        "deepen": str(measures or ""),
    }
