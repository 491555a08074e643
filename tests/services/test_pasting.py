"""Many lines at once, and what was used last."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from forumtool.domain.errors import UserError
from forumtool.services import joining, people, proposals
from forumtool.services.pasting import capture_lines
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries import proposals as queries
from forumtool.storage.queries.recent import cards_for, contributors_used, tags_of_links, tags_used, wordings
from tests.builders import capture, example, forum_for, goal_of


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as file:
        yield file


def paste(file, *lines, **named):
    return capture_lines(file, lines, forum_id=forum_for(file).id, goal_id=goal_of(file).id, **named)


def title(file, key):
    return next(tag.title for group in queries.tag_groups(file) for tag in group.tags if tag.id == key)


def test_all_lines_are_one_step_and_one_undo(file):
    before, steps = digest(file), file.history.count
    step = paste(file, "eins #Ankommen", "zwei #ankommen #Neues", "#nur Zeichen", "! drei", "vier >3.1 @Tisch 2")
    assert (file.history.count, step.words["count"]) == (steps + 1, "5")
    cards = {row.number: row for row in queries.proposals(file)}
    assert sorted(cards) == ["A-1", "A-2", "A-3", "A-4", "A-5"]
    assert [[tag.title for tag in cards[number].tags] for number in ("A-1", "A-2")] == [
        ["Ankommen"], ["Ankommen", "Neues"],
    ]  # fmt: skip
    assert (cards["A-4"].kind, cards["A-5"].goal_number, cards["A-5"].contributor) == ("obstacle", "3.1", "Tisch 2")
    file.undo()
    assert digest(file) == before


def test_lines_are_counted_while_they_are_written(file):
    told = []
    paste(file, "eins", "zwei", progress=lambda done, total: told.append((done, total)))
    assert told == [(1, 2), (2, 2)]


@pytest.mark.parametrize("lines", [[], ["", "#Ankommen"], ["eins", "zwei >9.9"]])
def test_lines_without_words_or_for_no_goal_write_nothing(file, lines):
    before, steps = digest(file), file.history.count
    with pytest.raises(UserError):
        paste(file, *lines)
    assert (digest(file), file.history.count) == (before, steps)


def test_letters_of_another_script_tell_the_language(file):
    (caught,) = capture(file, "مقهى لغوي في الحي")
    assert queries.proposal(file, caught.id).language == "ar"


def test_a_second_language_stands_beside_the_wording_and_goes_again(file):
    (caught,) = capture(file, "Sprachcafé")
    proposals.translate(file, caught.id, " مقهى لغوي ", "ar")
    row = queries.proposal(file, caught.id)
    assert (row.text, row.other_text, row.other_language) == ("Sprachcafé", "مقهى لغوي", "ar")
    proposals.translate(file, caught.id, "", "ar")
    row = queries.proposal(file, caught.id)
    assert (row.other_text, row.other_language) == ("", "")


def test_tags_used_last_come_from_the_file(file):
    capture(file, "eins #Ankommen", "zwei #Familien #Ankommen")
    (three,) = capture(file, "drei #Bleiben")
    assert [title(file, key) for key in tags_used(file, 9)] == ["Bleiben", "Ankommen", "Familien", "Ankommen"]
    links = three.step.changes["proposal_tag"]
    assert [title(file, key) for key in tags_of_links(file, links)] == ["Bleiben"]
    file.undo()
    assert [title(file, key) for key in tags_used(file, 9)] == ["Ankommen", "Familien", "Ankommen"]


def test_people_used_last_come_from_the_file_whether_listed_or_not(file):
    people.add_participants(file, forum_for(file).id, [people.NewParticipant("Ayşe Yılmaz", "Rahaward e. V.")])
    capture(file, "eins @Ayşe", "zwei @Tisch 2", "drei", "vier @Frau Neu", "fünf @Tisch 2", "sechs @Birhan")
    assert contributors_used(file, 50) == ["Birhan e. V.", "Tisch 2", "Frau Neu", "Ayşe Yılmaz"]
    assert contributors_used(file, 2) == ["Birhan e. V.", "Tisch 2"]


def test_each_proposal_leads_to_the_card_that_stands_for_it(file):
    lead, whole = capture(file, "eins", "zwei und drei")
    other = joining.capture_as_support(file, "auch eins", lead.id)
    proposals.change(file, lead.id, support_count=3)
    joining.split(file, whole.id, ["zwei", "drei"])
    assert len(wordings(file)) == 5
    found = cards_for(file, [lead.id, other.id, whole.id, "nobody"])
    assert {key: (card.number, card.support) for key, card in found.items()} == {
        lead.id: ("A-1", 4), other.id: ("A-1", 4),
    }  # fmt: skip
