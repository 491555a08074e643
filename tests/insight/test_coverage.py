"""Counting cards by phase and age, and naming the gaps."""

from forumtool.domain.rows import ProposalRow, TagGroupRow, TagRow
from forumtool.insight.coverage import coverage

_PHASES = tuple(TagRow(f"p{at}", title, "phase", "Phase", 1) for at, title in enumerate(("Ankommen", "Bleiben")))
_AGES = tuple(TagRow(f"a{at}", title, "age", "Alter", 2) for at, title in enumerate(("Kinder", "Jugend", "Alter")))
_GROUPS = (TagGroupRow("phase", "Phase", 1, "phase", _PHASES), TagGroupRow("age", "Alter", 2, "age", _AGES))
_OTHER = TagRow("x", "Nord", "place", "Stadtteil", 3)


def _card(*tags: TagRow) -> ProposalRow:
    return ProposalRow(
        "", "A-1", None, "", None, "", "way", "", "", "", "de", "", None, "", "", "", "", 0, "", None, "", 0, tags=tags
    )


def test_pairs_and_totals_are_counted_by_card() -> None:
    found = coverage(
        [_card(_PHASES[0], _AGES[0], _OTHER), _card(_PHASES[0], _PHASES[1], _AGES[0]), _card(_AGES[2])], _GROUPS
    )
    assert found.counts == ((2, 0, 0), (1, 0, 0))
    assert found.phase_totals == (2, 1)
    assert found.age_totals == (2, 0, 1)


def test_gaps_name_the_ages_that_no_card_of_a_phase_speaks_of() -> None:
    found = coverage([_card(_PHASES[0], age) for age in _AGES] + [_card(_PHASES[1], _AGES[1])], _GROUPS)
    assert found.gaps == (("Bleiben", ("Kinder", "Alter")),)


def test_cards_without_such_tags_are_no_coverage() -> None:
    assert not coverage([_card(_OTHER), _card()], _GROUPS)
    assert not coverage([], ())
