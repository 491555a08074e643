"""The boards as pictures: everything that hangs on them, readable on paper, told to those who cannot see it."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QColor, QImage

from forumtool.domain.report import Photo, Report
from forumtool.drawing import board
from forumtool.drawing.board import BoardCard, BoardColumn
from forumtool.drawing.board_layout import HIGHEST, WIDTH, BoardLayout
from forumtool.drawing.board_painting import DOTS_PER_INCH, painted
from forumtool.drawing.palette import colours
from forumtool.exports.blocks import TEXT_WIDTH, WHOLE_PAGE, Picture
from forumtool.exports.minutes import compose
from forumtool.i18n import catalogue
from forumtool.services import proposals, reporting
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, dot_round, example, forum_for, goal_of, group
from tests.exports.samples import filled

pytestmark = [pytest.mark.usefixtures("qapp"), pytest.mark.qt_log_ignore("OpenType support missing")]
SAY = catalogue("de")


@pytest.fixture
def file(tmp_path: Path) -> Iterator[ForumFile]:
    with ForumFile.open(example(tmp_path)) as opened:
        yield opened


def pictures(file: ForumFile, forum_id: str | None = None) -> tuple[Photo, ...]:
    return board.pictures(reporting.build(file, forum_id=forum_id), SAY)


def columns(cards: int, text: str = "Ein Weg, den viele gehen können") -> tuple[BoardColumn, ...]:
    return tuple(
        BoardColumn(f"Gruppe {at}", at, at * 3, tuple(BoardCard(f"A-{at}-{n}", text, n % 3) for n in range(cards)))
        for at in range(6)
    )


def placed(found: tuple[BoardColumn, ...]) -> list[str]:
    """The numbers of the cards on all pictures, in their order."""
    return [
        card.number.text
        for bands in BoardLayout(found, "Anhang", SAY).pictures()
        for band in bands
        for column in band.columns
        for card in column.cards
    ]


def test_a_goal_with_groups_gets_a_picture_told_by_headings_and_counts(file: ForumFile) -> None:
    made = capture(file, "Café", "Fest", "Schulhof", "lose Karte")
    group(file, "Begegnung", [made[0].id, made[1].id])
    group(file, "Räume", [made[2].id])
    (one,) = pictures(file, forum_for(file).id)
    assert (one.goal_id, one.forum_id) == (goal_of(file).id, forum_for(file).id)
    assert one.description == "Pinnwand mit Begegnung (2 Karten); Räume (1 Karte); Noch nicht geordnet (1 Karte)."
    assert QImage.fromData(one.data).size().toTuple() == (one.width, one.height)


def test_a_goal_without_groups_has_no_board(file: ForumFile) -> None:
    capture(file, "nur eine Karte")
    assert pictures(file) == ()


def test_groups_of_two_events_hang_on_two_boards(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        found = pictures(file)
    assert len(found) == 3
    assert len({one.goal_id for one in found}) == 3


def test_words_are_eight_points_high_at_least_on_paper(file: ForumFile) -> None:
    made = capture(file, *(f"Ein Vorschlag mit vielen Wörtern, Nummer {at}" for at in range(60)))
    for at in range(5):
        group(file, f"Gruppe {at}", [card.id for card in made[at::5]])
    report = reporting.build(file, forum_id=forum_for(file).id)
    blocks = compose(report._replace(boards=board.pictures(report, SAY)), SAY, ("boards",))
    for block in blocks:
        if isinstance(block, Picture):
            width, height = block.size
            assert width == pytest.approx(TEXT_WIDTH, abs=0.01)
            assert height <= WHOLE_PAGE + 0.01
            assert block.width / (width / 2.54) == pytest.approx(DOTS_PER_INCH, rel=0.01)
    layout = BoardLayout(columns(1), "Anhang", SAY)
    assert min(layout._text.shaped.pixelSize(), layout._number.shaped.pixelSize()) >= 80  # tenths of a point


@pytest.mark.parametrize("cards", [0, 1, 7, 40, 66])
def test_a_large_board_goes_on_in_further_pictures_and_loses_no_card(cards: int) -> None:
    found = columns(cards)
    wanted = [card.number for column in found for card in column.cards]
    assert sorted(placed(found)) == sorted(wanted)
    for bands in BoardLayout(found, "Anhang", SAY).pictures():
        for band in bands:
            assert all(band.y + column.height <= HIGHEST + 1 for column in band.columns)
            assert all(one.y + one.height <= column.height for column in band.columns for one in column.cards)


def test_a_text_without_end_is_shortened_on_its_card_and_hides_no_other() -> None:
    found = columns(3, "W" * 5_000)
    assert len(placed(found)) == 18
    assert all(one.width == round(WIDTH * DOTS_PER_INCH / 720) for one in painted(found, "Anhang", SAY))


def test_cards_have_the_colours_of_their_groups() -> None:
    (one, *_others) = painted(columns(2), "Anhang", SAY)
    image = QImage.fromData(one.data)
    seen = {image.pixelColor(x, y).name() for x in range(0, image.width(), 9) for y in range(0, image.height(), 5)}
    assert {QColor(colour).name() for colour in colours("light").cards[:4]} <= seen


def hung(file: ForumFile, cards: int, groups: int, number: str = "3.2", text: str = "Karte {at}") -> None:
    """Hang so many cards in so many groups on the board of a goal."""
    with file.step("") as edit:
        letter, first = edit.next_number()
        keys = [
            proposals.place(edit, proposals.Draft(text.format(at=at)), forum_id=forum_for(file, number).id,
                            goal_id=goal_of(file, number).id, number=(letter, first + at))[0]
            for at in range(cards)
        ]  # fmt: skip
    for at in range(groups):
        group(file, f"Gruppe {at}", keys[at::groups], number)


def test_a_board_of_hundreds_of_cards_goes_on_in_further_pictures(file: ForumFile) -> None:
    hung(file, 450, 3)
    found = pictures(file)
    assert len(found) > 1 and not any(one.caption for one in found)
    assert sum(int(count) for one in found for count in re.findall(r"\((\d+) Karten?\)", one.description)) == 450


def test_of_a_board_that_nobody_looks_through_each_group_shows_its_first_cards_and_says_where_all_are(
    file: ForumFile,
) -> None:
    hung(file, 900, 8)
    found = pictures(file)
    assert 0 < len(found) < 5
    told = "von 900 Karten die ersten jeder Gruppe; alle stehen in „Ergebnisse je Ziel“."
    assert {one.caption for one in found} == {told}
    assert "Gruppe 0 (4 von 113 Karten)" in found[0].description


@pytest.mark.parametrize(
    ("sections", "wording", "place"),
    [
        (None, "edited", "„Ergebnisse je Ziel“"),
        (("boards", "annex"), "original", "„Anhang: alle Karten im Originalton“"),
        (("boards", "annex"), "edited", "der Excel-Liste „Vorschläge“"),
        (("boards",), "both", "der Excel-Liste „Vorschläge“"),
    ],
)
def test_the_place_where_all_words_stand_is_one_that_there_is(
    file: ForumFile, sections, wording: str, place: str
) -> None:
    hung(file, 700, 2)
    report = board.with_boards(reporting.build(file, forum_id=None, wording=wording), SAY, sections)
    assert report.boards[0].caption.endswith(f"alle stehen in {place}.")


def test_of_many_boards_the_largest_ones_are_cut_first(file: ForumFile, monkeypatch: pytest.MonkeyPatch) -> None:
    for number, cards in (("3.1", 30), ("3.2", 60), ("3.3", 10)):
        hung(file, cards, 2, number)
    monkeypatch.setattr(board, "_IN_ALL", 50)
    cut = [one.goal_id for one in pictures(file) if one.caption]
    assert set(cut) == {goal_of(file, "3.2").id}


@given(groups=st.lists(st.integers(0, 700), min_size=1, max_size=40))
def test_no_card_goes_missing_without_a_word(groups: list[int]) -> None:
    made = tuple(
        BoardColumn(f"Gruppe {at}", at, 0, tuple(BoardCard(f"A-{at}-{n}", "Karte", 0) for n in range(count)))
        for at, count in enumerate(groups)
    )
    (found,) = board._cut([board.Board(None, None, made)])
    assert [column.total for column in found.columns] == groups
    for column, whole in zip(found.columns, made, strict=True):
        assert column.cards == whole.cards[: len(column.cards)]
    assert found.columns == made or sum(groups) > 600


def test_the_wording_of_the_minutes_is_that_of_the_pictures(file: ForumFile) -> None:
    (made,) = capture(file, "so gesagt")
    group(file, "Begegnung", [made.id])
    proposals.reword(file, made.id, "neu gefasst")

    def words(wording: str) -> str:
        report = reporting.build(file, forum_id=None, wording=wording)
        (part,) = (part for part in report.goals if part.groups)
        (found,) = board._boards(part, report.wording, SAY)
        return found.columns[0].cards[0].text

    assert words("edited") == "neu gefasst"
    assert words("original") == "so gesagt"
    assert words("both") == "neu gefasst\nOriginalton: „so gesagt“"


def test_a_text_of_more_than_half_a_page_stands_whole_on_its_card() -> None:
    text = " ".join(f"Wort{at}" for at in range(110))
    (card,) = (card for bands in BoardLayout(columns(1, text)[:1], "Anhang", SAY).pictures() for band in bands
               for column in band.columns for card in column.cards)  # fmt: skip
    assert card.text.text == text and not card.mark.text and card.height > HIGHEST / 2


def test_a_text_of_more_than_a_page_says_where_all_of_it_stands() -> None:
    text = "Wort " * 1_000
    for bands in BoardLayout(columns(2, text), "dem Anhang", SAY).pictures():
        for band in bands:
            for column in band.columns:
                (card,) = column.cards
                assert card.mark.text == f"Ganzer Wortlaut: {card.number.text} in dem Anhang"
                assert card.text.text.endswith(" …") and column.height <= HIGHEST + 1


def test_dots_on_cards_and_groups_are_counted(file: ForumFile) -> None:
    from forumtool.services import weighing

    made = capture(file, "Café", "Fest")
    key = group(file, "Begegnung", [one.id for one in made])
    weighing.count(file, dot_round(file), key, 14)
    (one,) = pictures(file)
    assert one.description == "Pinnwand mit Begegnung (2 Karten, 14 Punkte)."


def test_boards_are_drawn_only_when_their_section_is_wanted(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        report: Report = reporting.build(file, forum_id=None)
    assert board.with_boards(report, SAY, ("head", "results")).boards == ()
    assert len(board.with_boards(report, SAY).boards) == 3


def test_a_board_that_stays_the_same_is_not_drawn_again(tmp_path: Path) -> None:
    with filled(tmp_path) as file:
        first, second = pictures(file), pictures(file)
    assert all(one.data is other.data for one, other in zip(first, second, strict=True))
