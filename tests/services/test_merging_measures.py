"""Two measures become one: what was tied to both is tied to the one that stays."""

from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.services.adopting import adopt_measures, plan_adoption
from forumtool.services.decisions import decide
from forumtool.services.letters import letters
from forumtool.services.measures import change_measure, sketch, tie
from forumtool.services.merging_measures import merge_measures
from forumtool.services.progress import record_progress
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.concept import progress
from forumtool.storage.queries.decided import decided_now
from forumtool.storage.queries.outcomes import measures
from forumtool.storage.queries.process import action_fields
from tests.builders import capture, example


@pytest.fixture
def file(tmp_path: Path):
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


@pytest.fixture
def two(file: ForumFile) -> tuple[str, str]:
    """Measures 1.1 and 1.2, each of an adopted card."""
    own = action_fields(file)[0].id
    for card, number in zip(capture(file, "Cafés öffnen", 'Höfe öffnen @"Birhan e. V."'), ("1.1", "1.2"), strict=True):
        decide(file, card.id, verdict="adopt", measure_number=number, action_field_id=own)
    adopt_measures(file)
    one, other = measures(file)
    return one.id, other.id


def test_cards_ties_decisions_and_missing_words_go_along_and_it_is_one_step(file, two):
    stays, goes = two
    change_measure(file, stays, lead="Sozialamt")
    change_measure(file, goes, lead="Schulamt", cost="500 Euro")
    tie(file, goes, obstacle="Raumkosten", offer="Café Zuflucht")
    tie(file, stays, obstacle="Raumkosten")
    record_progress(file, goes, "2027-01-01", "running", 30)
    cards, before = [number for row in measures(file) for number in row.proposals], digest(file)
    merge_measures(file, goes, stays)
    (row,) = measures(file)
    assert (row.id, list(row.proposals), row.lead, row.cost) == (stays, cards, "Sozialamt", "500 Euro")
    assert ([one.title for one in row.obstacles], [one.title for one in row.offers]) == (
        ["Raumkosten"], ["Café Zuflucht"])  # fmt: skip
    assert {one.measure_number for one in decided_now(file).values()} == {"1.1"}
    assert [one.measure_id for one in progress(file)] == [stays]
    assert plan_adoption(file).changes == () and plan_adoption(file).remarks == ()
    file.undo()
    assert digest(file) == before


def test_a_letter_tells_the_measure_that_stays(file, two):
    stays, goes = two
    merge_measures(file, goes, stays)
    (letter,) = letters(file).letters
    assert letter.outcomes[0].measure == "1.1 Cafés öffnen"


def test_progress_of_both_is_not_mixed(file, two):
    stays, goes = two
    record_progress(file, stays, "2027-01-01", "running", 80)
    record_progress(file, goes, "2028-01-01", "running", 10)
    merge_measures(file, goes, stays)
    assert [(one.measure_id, one.percent) for one in progress(file)] == [(stays, 80)]


def test_not_into_itself_and_not_into_one_that_is_gone(file, two):
    before = digest(file)
    with pytest.raises(UserError):
        merge_measures(file, two[0], two[0])
    assert merge_measures(file, two[0], "gone") is None
    assert digest(file) == before
    sketch(file, "Noch eine", forum_id=None)
    assert len(measures(file)) == 3
