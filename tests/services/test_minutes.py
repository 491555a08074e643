"""Versions of the minutes: what was sent stays, and what is new is listed."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.errors import UserError
from forumtool.domain.versions import Change, compared, frozen, thawed
from forumtool.services import follow_up, minutes, people, proposals, reporting
from forumtool.services.minutes import standing
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import minutes_versions
from tests.builders import capture, example, forum_for

_FIELDS = st.dictionaries(st.text(min_size=1, max_size=5), st.text(max_size=5), max_size=3)
_SAID = st.dictionaries(st.text(max_size=4), st.dictionaries(st.text(max_size=4), _FIELDS, max_size=4), max_size=3)


@pytest.fixture
def file(tmp_path):
    with ForumFile.open(example(tmp_path)) as open_file:
        yield open_file


def test_the_first_version_is_a_draft_that_nobody_has_to_make(file):
    assert standing(file, forum_for(file).id) == (minutes.FIRST, None)
    assert minutes_versions(file, forum_for(file).id) == []


def test_choices_are_kept_with_the_draft_and_can_be_undone(file):
    forum_id = forum_for(file).id
    minutes.choose(file, forum_id, audience="public", sections="results head", language="en", wording="both")
    row = standing(file, forum_id).version
    assert (row.version, row.state, row.audience, row.sections) == (1, "draft", "public", "results head")
    minutes.choose(file, forum_id, audience="internal")
    assert len(minutes_versions(file, forum_id)) == 1
    file.undo()
    assert standing(file, forum_id).version.audience == "public"
    file.undo()
    assert standing(file, forum_id).version == minutes.FIRST
    with pytest.raises(ValueError, match="colour"):
        minutes.choose(file, forum_id, colour="red")


def test_a_sent_version_stays_and_the_next_draft_begins_with_the_first_change(file):
    forum_id = forum_for(file).id
    (card, other) = capture(file, "Nachbarschaftscafé", "Schulhöfe öffnen")
    minutes.choose(file, forum_id, objections_until="2016-06-30", audience="public")
    minutes.send(file, forum_id)
    row = standing(file, forum_id).version
    assert (row.version, row.state, row.objections_until) == (1, "sent", "2016-06-30")
    assert row.sent_at
    proposals.reword(file, card.id, "Nachbarschaftscafé am Park")
    proposals.remove(file, [other.id])
    (new,) = capture(file, "Feste planen")
    follow_up.agree(file, "Raumliste", forum_id=forum_id, responsible="Amt", due="31.5.2016")
    found = standing(file, forum_id)
    assert (found.version.version, found.version.state, found.version.objections_until) == (2, "draft", "")
    assert found.version.audience == "public"  # written as the one before
    assert found.changes is not None and found.changes.version == 1
    cards = [row for row in found.changes.rows if row.kind == "cards"]
    assert (
        Change("cards", card.id, "changed", card.number, "text", "Nachbarschaftscafé", "Nachbarschaftscafé am Park")
        in cards
    )
    assert Change("cards", new.id, "added", new.number, after="Feste planen") in cards
    assert Change("cards", other.id, "removed", other.number, before="Schulhöfe öffnen") in cards
    assert [row.label for row in found.changes.rows if row.kind == "actions"] == ["Raumliste"]
    assert [row.state for row in minutes_versions(file, forum_id)] == ["sent"]  # nothing was written by looking
    minutes.send(file, forum_id)
    assert [(row.version, row.state) for row in minutes_versions(file, forum_id)] == [(2, "sent"), (1, "sent")]
    assert standing(file, forum_id).changes == found.changes._replace(rows=standing(file, forum_id).changes.rows)
    assert len(standing(file, forum_id).changes.rows) == len(found.changes.rows)


def test_a_change_that_is_taken_back_brings_the_sent_version_back(file):
    forum_id = forum_for(file).id
    (card,) = capture(file, "Nachbarschaftscafé")
    minutes.send(file, forum_id)
    proposals.reword(file, card.id, "Anders")
    assert standing(file, forum_id).version.state == "draft"
    file.undo()
    assert standing(file, forum_id).version.state == "sent"
    file.undo()
    assert standing(file, forum_id).version == minutes.FIRST


def test_only_a_version_that_was_sent_is_approved_and_none_is_sent_twice(file):
    forum_id = forum_for(file).id
    with pytest.raises(UserError, match="zuerst versenden"):
        minutes.approve(file, forum_id)
    minutes.send(file, forum_id)
    with pytest.raises(UserError, match="schon versandt"):
        minutes.send(file, forum_id)
    minutes.approve(file, forum_id)
    row = standing(file, forum_id).version
    assert row.state == "approved" and row.approved_at
    with pytest.raises(UserError, match="schon genehmigt"):
        minutes.approve(file, forum_id)
    file.undo()
    assert standing(file, forum_id).version.state == "sent"


def test_process_and_forums_have_versions_of_their_own(file):
    minutes.send(file, None)
    assert standing(file, None).version.state == "sent"
    assert standing(file, forum_for(file).id).version.state == "draft"
    assert reporting.build(file, forum_id=None).minutes == standing(file, None).version


def test_what_is_kept_of_a_version_names_nobody_who_contributed(file):
    forum_id = forum_for(file).id
    people.add_participants(file, forum_id, [people.NewParticipant("Ayşe Zerrinoğlu", "Caritas", email="a@x.example")])
    capture(file, 'Café @"Ayşe Zerrinoğlu"')
    minutes.send(file, forum_id)
    kept = file.content(standing(file, forum_id).version.content).decode()
    assert "Café" in kept
    for hidden in ("Zerrinoğlu", "Caritas", "a@x.example"):
        assert hidden not in kept


def test_changes_say_no_more_of_people_than_the_report(file):
    forum_id = forum_for(file).id
    people.add_participants(file, forum_id, [people.NewParticipant("Ayşe Zerrinoğlu", "Caritas")])
    (card,) = capture(file, "Café")
    follow_up.agree(file, "Raumliste", forum_id=forum_id, responsible="Stadt")
    minutes.send(file, forum_id)
    (item,) = file.plain("SELECT id FROM action_item")
    follow_up.change_agreement(file, item[0], responsible="Frau Zerrinoğlu")
    proposals.change(file, card.id, note="Nur unter uns")
    full = reporting.build(file, forum_id=forum_id, audience="internal").changes
    public = reporting.build(file, forum_id=forum_id, audience="public").changes
    assert {row.after for row in full.rows} == {"Frau Zerrinoğlu", "Nur unter uns"}
    assert [row.after for row in public.rows] == [""]


@given(_SAID)
def test_what_a_version_says_comes_back_and_does_not_differ_from_itself(said):
    assert thawed(frozen(said)) == json.loads(frozen(said)) == said
    assert compared(said, thawed(frozen(said))) == ()


@given(_SAID, _SAID)
def test_there_are_changes_exactly_where_something_differs(before, after):
    things = {(kind, key) for said in (before, after) for kind, found in said.items() for key in found}
    differing = {
        (kind, key)
        for kind, key in things
        if {name: text for name, text in before.get(kind, {}).get(key, {"": "-"}).items() if text}
        != {name: text for name, text in after.get(kind, {}).get(key, {"": "-"}).items() if text}
        or (key in before.get(kind, {})) != (key in after.get(kind, {}))
    }
    assert {(row.kind, row.key) for row in compared(before, after)} == differing
