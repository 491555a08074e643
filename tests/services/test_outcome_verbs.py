"""Agenda, measures, agreements and decisions: one step each, undone as one."""

import pytest

from forumtool.domain.errors import UserError
from forumtool.services import agenda, clusters, decisions, follow_up, measures, proposals
from forumtool.services.goals import goal_numbered
from forumtool.services.processes import new_process
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import forums as events
from forumtool.storage.queries import outcomes
from forumtool.storage.queries.steering import decision_lines


@pytest.fixture
def file(tmp_path):
    new_process(tmp_path / "a.forum", "aachen")
    with ForumFile.open(tmp_path / "a.forum") as opened:
        yield opened


@pytest.fixture
def forum_id(file):
    return events.forums(file)[2].id


@pytest.fixture
def cards(file, forum_id):
    goal_id = goal_numbered(file, "3.2").id
    found = [proposals.capture(file, text, forum_id=forum_id, goal_id=goal_id).id for text in ("Eins", "Zwei", "Drei")]
    clusters.add_cluster(file, "Gruppe", forum_id=forum_id, goal_id=goal_id, cards=found[:2])
    return found


def test_starting_an_item_ends_the_one_that_runs_in_one_step(file, forum_id):
    first, second = (item.id for item in events.agenda(file, forum_id)[:2])
    agenda.start_item(file, first)
    agenda.start_item(file, second)
    rows = events.agenda(file, forum_id)
    assert rows[0].ended_at and rows[1].started_at and not rows[1].ended_at
    file.undo()
    rows = events.agenda(file, forum_id)
    assert rows[0].started_at and not rows[0].ended_at and not rows[1].started_at


def test_an_item_begun_again_has_not_ended(file, forum_id):
    first = events.agenda(file, forum_id)[0].id
    agenda.start_item(file, first)
    agenda.end_item(file, first)
    agenda.start_item(file, first)
    row = events.agenda(file, forum_id)[0]
    assert row.started_at and not row.ended_at


def test_moving_the_first_item_up_changes_nothing(file, forum_id):
    before = events.agenda(file, forum_id)
    assert agenda.move_item(file, before[0].id, -1) is None
    assert events.agenda(file, forum_id) == before


def test_a_sketch_keeps_the_cards_also_when_the_group_changes(file, forum_id, cards):
    (cluster,) = outcomes.clusters(file)
    measures.sketch_from_cluster(file, cluster.id, lead="Birhan e. V.")
    clusters.dissolve_cluster(file, cluster.id)
    (row,) = outcomes.measures(file)
    assert (row.title, row.lead, row.proposals) == ("Gruppe", "Birhan e. V.", ("A-1", "A-2"))
    file.undo()
    file.undo()
    assert outcomes.measures(file) == []


def test_agreements_and_parked_matters_are_changed_and_removed(file, forum_id):
    follow_up.agree(file, "Anrufen", forum_id=forum_id)
    follow_up.set_aside(file, "Miete", forum_id=forum_id, addressee="Rat")
    (agreed,), (parked,) = outcomes.action_items(file), outcomes.parking_lot(file)
    follow_up.change_agreement(file, agreed.id, done=True, due="2016-06-01")
    follow_up.change_set_aside(file, parked.id, text="Mieten")
    assert outcomes.action_items(file)[0].done
    assert outcomes.parking_lot(file)[0].text == "Mieten"
    follow_up.remove_agreement(file, agreed.id)
    follow_up.take_up(file, parked.id)
    assert (outcomes.action_items(file), outcomes.parking_lot(file)) == ([], [])


def test_deciding_again_changes_the_one_decision(file, cards):
    decisions.decide(file, cards[0], verdict="defer", reason="später")
    decisions.decide(file, cards[0], verdict="adopt")
    (row,) = outcomes.decisions(file)
    assert (row.verdict, row.reason) == ("adopt", "später")
    assert row.decided_on
    file.undo()
    assert outcomes.decisions(file)[0].verdict == "defer"


def test_another_verdict_forgets_with_whom_it_was_merged(file, cards):
    decisions.decide(file, cards[0], verdict="merge", merged_with_id=cards[1])
    assert outcomes.decisions(file)[0].merged_with == "A-2"
    decisions.decide(file, cards[0], verdict="reject")
    assert outcomes.decisions(file)[0].merged_with == ""


def test_merging_needs_another_card(file, cards):
    for other in (None, cards[0]):
        with pytest.raises(UserError, match="anderer Vorschlag"):
            decisions.decide(file, cards[0], verdict="merge", merged_with_id=other)
    assert outcomes.decisions(file) == []


def test_the_list_of_decisions_has_every_card_once(file, cards):
    decisions.decide(file, cards[1], responsible="Amt")
    lines = decision_lines(file)
    assert sorted(line.number for line in lines) == ["A-1", "A-2", "A-3"]
    assert next(line.responsible for line in lines if line.number == "A-2") == "Amt"
