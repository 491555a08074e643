"""Sections of the minutes stand in the order in which they are chosen, with the wording that was asked for."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.report import BenchCount
from forumtool.exports.blocks import Heading, KeyValues, Paragraph, Picture, Title
from forumtool.exports.minutes import compose
from forumtool.exports.minutes_sections import BY_KEY, FIRST, KEYS, for_readers, in_order, moved, placed, usual
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import forum_for
from tests.exports.samples import docx, filled, paragraphs_of, sections_of

SAY = catalogue("de")


@pytest.fixture
def file(tmp_path: Path):
    with filled(tmp_path) as open_file:
        yield open_file


def _report(file: ForumFile, **choices):
    return reporting.build(file, forum_id=forum_for(file).id, **choices)


def _top(file: ForumFile, *sections: str) -> list[str]:
    return [
        block.text for block in compose(_report(file), SAY, sections) if isinstance(block, Heading) and block.level == 1
    ]


def test_sections_stand_in_the_order_in_which_they_are_named(file: ForumFile) -> None:
    wanted = ("outlook", "measures", "results", "participants", "changes", "distribution", "feedback")
    assert _top(file, *wanted) == [BY_KEY[key].title for key in wanted]
    assert _top(file, *wanted[::-1]) == [BY_KEY[key].title for key in wanted[::-1]]


@pytest.mark.parametrize(
    ("chosen", "expected"),
    [
        (("obstacles", "discussion", "weighing"), ["Hemmnisse", "Wege", "Diskussion", "Gewichtung"]),
        (("weighing", "dissent", "obstacles"), ["Wege", "Gewichtung", "Dissens", "Hemmnisse"]),
        ((), ["Wege"]),
    ],
)  # fmt: skip
def test_parts_of_a_goal_stand_there_in_their_order(file: ForumFile, chosen, expected) -> None:
    blocks = compose(_report(file), SAY, ("results", *chosen))
    begin = next(
        at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text.startswith("Ziel 3.1")
    )
    end = next(
        at for at, block in enumerate(blocks) if isinstance(block, Heading) and block.text.startswith("Ziel 3.2")
    )
    inner = [block.text for block in blocks[begin:end] if isinstance(block, Heading) and block.level == 3]
    assert [title for title in inner if title != "Vorhandene Angebote"] == expected


@pytest.mark.parametrize(
    ("present", "said"), [(1, "1 von 4 eingeladenen Personen war"), (2, "2 von 4 eingeladenen Personen waren")]
)
def test_one_who_came_is_told_in_the_singular(file: ForumFile, present: int, said: str) -> None:
    report = _report(file)
    part = report.forums[0]._replace(benches=(BenchCount("Praxis", 4, present),))
    blocks = compose(report._replace(forums=(part,)), SAY, ("participants",))
    assert any(isinstance(block, Paragraph) and block.text.startswith(said) for block in blocks)


def test_logo_and_state_stand_above_everything(file: ForumFile) -> None:
    logo, title, head, *_ = compose(_report(file), SAY)
    assert isinstance(logo, Picture) and logo.size[1] == pytest.approx(1.8) and "Stadt Aachen" in logo.description
    assert isinstance(title, Title)
    assert isinstance(head, KeyValues)
    assert ("Stand", "Version 2, versandt, Einwände bis 30. Juni 2016") in head.pairs


def test_each_wording_says_what_it_promises(file: ForumFile) -> None:
    edited, original = "Schulhöfe 3.2 am Nachmittag öffnen", "Schulhöfe 3.2 öffnen"

    def said(wording: str) -> list[str]:
        tables = sections_of(docx(_report(file, wording=wording))[0])
        return [row[1] for path, rows in tables.items() if "Wege" in path for row in rows if "3.2" in row[1]]

    assert edited in said("edited") and original not in said("edited")
    assert original in said("original") and edited not in said("original")
    assert f"{edited}\nOriginalton: „{original}“" in said("both")
    assert any(text == "Feste 3.2 planen" for text in said("both"))  # never edited: said once
    with pytest.raises(ValueError, match="spoken"):
        _report(file, wording="spoken")


def test_changes_name_both_wordings_and_feedback_and_distribution_are_there(file: ForumFile) -> None:
    package, _ = docx(_report(file))
    rows = [row for path, rows in sections_of(package).items() if path.startswith("Änderungen") for row in rows]
    assert ["Input", "Drei Quartiere.", "Vier Quartiere."] in [row[1:] for row in rows]
    words = paragraphs_of(package)
    assert "Gern öfter so." in words and "Steuerungsgruppe" in words


def test_public_minutes_are_usually_without_notes_and_pictures() -> None:
    assert set(KEYS) - set(usual("public")) == {"discussion", "photos", "boards"}
    assert usual("steering") == usual("internal") == KEYS


def test_ticks_follow_the_readers_and_other_choices_stay() -> None:
    mine = tuple(key for key in KEYS[::-1] if key != "agenda")
    public = for_readers(mine, "steering", "public")
    assert set(mine) - set(public) == {"discussion", "photos", "boards"}
    assert set(for_readers(public, "public", "steering")) == set(mine)


@given(st.permutations(KEYS), st.sampled_from(KEYS), st.integers(-30, 30))
def test_however_moved_every_section_stays_once_and_where_it_belongs(order, key: str, step: int) -> None:
    for found in (in_order(order), moved(in_order(order), key, step), placed(in_order(order), key, step)):
        assert sorted(found) == sorted(KEYS)
        assert found[0] == FIRST
        for one in found:
            if BY_KEY[one].within:
                before = found[found.index(one) - 1]
                assert before == BY_KEY[one].within or BY_KEY[before].within == BY_KEY[one].within


@given(st.permutations(KEYS), st.sampled_from([key for key in KEYS if key != FIRST]))
def test_a_step_down_and_up_again_is_no_change(order, key: str) -> None:
    start = in_order(order)
    peers = [one for one in start if BY_KEY[one].within == BY_KEY[key].within]
    if peers[-1] != key:
        assert moved(moved(start, key, 1), key, -1) == start
