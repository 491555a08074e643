"""What was refused of the board's suggestions."""

from forumtool.storage.reading import Reading


def refused_groups(source: Reading) -> dict[str, str]:
    """Return, by card, the key of its newest refusal: groups with smaller keys were there and refused with it."""
    return dict(
        source.plain("SELECT proposal_id, max(id) FROM refusal WHERE NOT deleted AND other_id IS NULL GROUP BY 1")
    )


def refused_doubles(source: Reading) -> set[frozenset[str]]:
    """Return the pairs of cards that do not say the same."""
    pairs = source.plain("SELECT proposal_id, other_id FROM refusal WHERE NOT deleted AND other_id IS NOT NULL")
    return {frozenset(pair) for pair in pairs}
