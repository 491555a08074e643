"""What a search reads of a file, and where it leads."""

import pytest

from forumtool.domain.rows import NewParticipant
from forumtool.services import follow_up, joining, people, proposals
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import search
from tests.builders import capture, example, forum_for, goal_of, group


@pytest.fixture
def file(tmp_path):
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


def found(file, kind):
    return {row.title: row for row in search.things(file) if row.kind == kind}


def test_a_card_brings_all_its_words(file):
    (card,) = capture(file, "Nachbarschaftscafé #Ankommen @Birhan e. V. !Raumkosten +Café Zuflucht")
    proposals.reword(file, card.id, "Café für Nachbarn")
    proposals.change(file, card.id, note="Mit Kindern", dissent="Zu teuer?")
    (row,) = search.cards_with_keys(file, [card.id])
    assert (row.kind, row.number, row.title, row.where) == ("card", "A-1", "Café für Nachbarn", "3.2")
    for word in ("Nachbarschaftscafé", "Mit Kindern", "Zu teuer?", "Birhan", "Ankommen", "Raumkosten", "Zuflucht"):
        assert word in row.more


def test_cards_come_in_slices_each_once(file):
    keys = [card.id for card in capture(file, *(f"Karte {at}" for at in range(5)))]
    first = search.cards_after(file, "", 3)
    rest = search.cards_after(file, first[-1].id, 3)
    assert [row.id for row in (*first, *rest)] == keys
    assert search.cards_after(file, keys[-1], 3) == []


def test_rows_tell_whose_words_they_are(file):
    first, second = capture(file, "Eins #Ankommen", "Zwei")
    (tag,) = [row.id for row in search.things(file) if (row.kind, row.title) == ("tag", "Ankommen")]
    assert search.cards_touched(file, [tag]) == [first.id]
    assert search.cards_touched(file, [second.id]) == [second.id]
    assert set(search.cards_touched(file, [goal_of(file).id])) == {first.id, second.id}


def test_everything_else_is_there_by_its_kind(file):
    forum = forum_for(file)
    capture(file, "Eins @Nachbarschaftstreff e. V.")
    group(file, "Begegnung")
    people.add_participants(file, forum.id, [NewParticipant("Gül, Aylin", "Birhan e. V.")], present=True)
    follow_up.agree(file, "Raum anfragen", forum_id=forum.id, responsible="Caritas")
    follow_up.set_aside(file, "Parkplätze", forum_id=forum.id)
    assert found(file, "person")["Gül, Aylin"].where == "Birhan e. V."
    assert found(file, "group")["Begegnung"].where == "3.2"
    assert found(file, "action")["Raum anfragen"].where == "Caritas"
    assert {"Parkplätze"} == found(file, "parked").keys()
    assert "Birhan e. V." in found(file, "organisation")
    assert "Ankommen" in found(file, "tag")
    assert "Vernetzung im Stadtteil" in found(file, "goal")


def test_a_card_behind_another_leads_to_the_one_that_stands(file):
    lead, other, third = capture(file, "Eins", "Zwei", "Drei")
    joining.join(file, [other.id], lead.id)
    assert search.standing_card(file, other.id) == search.Spot(lead.id, forum_for(file).id, goal_of(file).id)
    joining.split(file, third.id, ["Drei a", "Drei b"])
    part = search.standing_card(file, third.id)
    assert part is not None
    assert search.cards_with_keys(file, [part.id])[0].title == "Drei a"
    proposals.remove(file, [lead.id])
    assert search.standing_card(file, lead.id) is None


def test_the_words_beside_a_title_are_told_with_what_they_are(file):
    (card,) = capture(file, "Sprachcafé im Park #Ankommen @Birhan e. V.")
    proposals.reword(file, card.id, "Sprachcafé draußen")
    proposals.change(file, card.id, note="bei Regen drinnen")
    told = {wording.kind: wording.text for wording in search.wordings(file, [card.id])[card.id]}
    assert told["original"] == "Sprachcafé im Park"
    assert told["note"] == "bei Regen drinnen"
    assert told["tags"] == "Ankommen"
    assert "Birhan" in told["by"]


def test_an_organisation_leads_to_who_bears_its_name(file):
    (card,) = capture(file, "Eins @Verein der Gärtner")
    proposals.change(file, card.id, contributor_kind="organisation")
    assert search.bearer_of(file, "Birhan e. V.")[0] == "seat"
    assert search.bearer_of(file, "gibt es nicht") is None


def test_a_person_is_shown_on_the_list_of_the_chosen_forum_else_on_the_newest(file):
    here, there = forum_for(file), forum_for(file, "1.1")
    for forum in (there, here):
        people.add_participants(file, forum.id, [NewParticipant("TN 01", "KI")], present=True)
    rows = [row for row in search.things(file) if row.kind == "person"]
    spots = {search.list_of_person(file, row.id, here.id).forum_id for row in rows}
    assert spots <= {here.id, there.id}
    assert search.list_of_person(file, "nobody", here.id) is None
