"""Single pictures on the Leinwand: what stands where, and what is laid out again after a step."""

import pytest

from forumtool.domain.report import ranking
from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas.items import DotRow, Pointer, RankBar, Words
from forumtool.ui.canvas.layout import pages
from forumtool.ui.canvas.measuring import QtMeasure
from forumtool.ui.canvas.picture import Heap, Picture, Scale
from forumtool.ui.canvas.sizes import Sizes
from tests.ui.laid_out import READABLE, SCREENS, board_of, cards_of, cards_on, laid_out

FULL_HD = Sizes(1920, 1080)


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (960, 540), (3840, 2160), (600, 900), (320, 180)])
@pytest.mark.parametrize(("groups", "cards"), [(1, 1), (4, 4), (6, 10), (14, 3), (1, 80), (12, 0), (3, 60)])
def test_every_card_is_inside_the_picture_and_there_once(qapp, size, groups, cards):
    sizes, picture = Sizes(*size), board_of(groups, cards)
    found = laid_out(picture, sizes)
    assert sorted(card.id for page in found for card in page.cards) == sorted(card.id for card in picture.cards)
    for card in cards_on(found):
        assert card.x >= 0 and card.x + card.width <= sizes.width + 0.5
        assert card.y >= 0 and card.y + card.height <= sizes.bottom + 0.5


@pytest.mark.parametrize("size", SCREENS)
def test_words_are_never_smaller_than_28_pixels_on_any_screen(qapp, size):
    sizes = Sizes(*size)
    assert sizes.card == max(READABLE, round(size[1] / 1080 * READABLE))
    for picture in (board_of(20, 12), board_of(3, 3)._replace(title="Ein sehr langes Ziel " * 30)):
        for page in laid_out(picture, sizes):
            assert min(item.pixels for item in page.items if isinstance(item, Words)) >= READABLE


def test_a_window_smaller_than_any_screen_shows_a_screen_small(qapp):
    screen, window = Sizes(800, 600), Sizes(400, 300)
    assert (screen.card, window.card) == (28, 14)
    small, large = (laid_out(board_of(3, 3), sizes) for sizes in (window, screen))
    assert [[card.id for card in page.cards] for page in small] == [[card.id for card in page.cards] for page in large]


def test_four_groups_fit_on_one_page_and_more_cards_make_more_pages(qapp):
    assert len(laid_out(board_of(4, 4), FULL_HD)) == 1
    assert len(laid_out(board_of(6, 10), FULL_HD)) > 1


def test_a_long_group_goes_on_under_its_heading(qapp):
    found = laid_out(board_of(1, 12), FULL_HD)
    heads = [item.text for page in found for item in page.items if isinstance(item, Words)]
    assert "Gruppe 0 (weiter)" in heads


def test_a_heading_that_would_need_another_line_goes_on_behind_three_dots(qapp):
    picture = board_of(1, 30)
    (heap,) = picture.heaps
    picture = picture._replace(heaps=(heap._replace(title="Ansprache und Information"),))
    found = laid_out(picture, Sizes(1024, 768))
    heads = {item.text for page in found for item in page.items if isinstance(item, Words)}
    assert "… Ansprache und Information" in heads and not any("weiter" in head for head in heads)


def test_a_word_that_needs_more_than_half_of_a_narrow_screen_gets_all_of_it(qapp):
    sizes, word = Sizes(1024, 768), "Grundstücksverkehrsgenehmigungen"
    (page,) = laid_out(cards_of([f"{word} erklären", "Chor"]), sizes)
    assert {card.width for card in page.cards} == {sizes.inside}
    (page,) = laid_out(cards_of([word * 4, "Chor"]), sizes)
    assert page.cards[0].width < sizes.inside, "what no column can hold is broken, and the others stay side by side"


def test_a_title_with_a_long_word_stands_below_its_label(qapp):
    picture = cards_of(["Chor"])._replace(title="Grundstücksverkehrsgenehmigungen für alle")
    (page,) = laid_out(picture, Sizes(800, 600))
    label, title = (item for item in page.items[:2])
    assert (label.text, title.text) == (picture.label, picture.title)
    assert title.x == label.x and title.y >= label.y + label.height


def test_a_long_word_makes_wider_columns_instead_of_being_broken(qapp):
    (short,), (long,) = (
        laid_out(cards_of(["Chor"]), FULL_HD),
        laid_out(cards_of(["Rindfleischetikettierungsüberwachung " * 2]), FULL_HD),
    )
    assert long.cards[0].width > short.cards[0].width


def test_dots_stand_under_the_heading_and_at_the_foot_of_a_card(qapp):
    (page,) = laid_out(board_of(2, 1), FULL_HD)
    dots = [item for item in page.items if isinstance(item, DotRow)]
    assert [row.dots for row in dots] == [3, 3]
    assert all(row.y + row.height <= min(card.y for card in page.cards) for row in dots)
    plain, dotted = (laid_out(cards_of(["Chor", "Chor"], dots=one), FULL_HD)[0].cards[1] for one in (0, 4))
    assert dotted.height > plain.height


def test_very_many_dots_take_one_row_and_their_number(qapp):
    few, many = (Heap(title, 1, dots, (CardWords(title, "a"),)) for title, dots in (("Räume", 40), ("Wege", 400)))
    (page,) = laid_out(Picture("board", "Ziel 3.2", "Titel", heaps=(few, many)), FULL_HD)
    rows = {item.dots: item.height for item in page.items if isinstance(item, DotRow)}
    assert rows[400] == FULL_HD.of(24) < rows[40]


def test_a_ranking_shows_bars_in_proportion_and_goes_on_to_further_pages(qapp):
    ranked = ranking([(str(at), f"Gruppe {at}", 40 - at) for at in range(30)])
    found = laid_out(Picture("ranking", "Ziel 3.2", "Was zuerst?", ranked=ranked), FULL_HD)
    bars = [item for page in found for item in page.items if isinstance(item, RankBar)]
    assert len(found) > 1 and len(bars) == 30
    assert bars[0].part == 1 and bars[20].part == pytest.approx(0.5)


def test_without_any_dot_no_rank_is_claimed(qapp):
    ranked = ranking([("a", "Räume", 0), ("b", "Patenschaften", 0)])
    (page,) = laid_out(Picture("ranking", "Ziel 3.2", "Was?", ranked=ranked), FULL_HD)
    assert [item.text for item in page.items if isinstance(item, Words)].count("–") == 2


def test_the_mean_of_a_scale_points_between_its_steps(qapp):
    (page,) = laid_out(Picture("ranking", "Abfrage", "Wie?", scale=Scale((0, 2, 2), "gar nicht", "sehr", 2.5)), FULL_HD)
    bars = [item for item in page.items if isinstance(item, RankBar)]
    (pointer,) = (item for item in page.items if isinstance(item, Pointer))
    assert [bar.part for bar in bars] == [0, 1, 1]
    assert bars[1].x + bars[1].width < pointer.x < bars[2].x


def test_a_new_card_leaves_the_pages_before_it_as_they_are(qapp):
    texts = [f"Sprachcafé im Park {at}" for at in range(200)]
    before = pages(cards_of(texts), FULL_HD, QtMeasure())
    before.all()
    after = pages(cards_of([*texts, "Chor im Viertel"]), FULL_HD, QtMeasure(), before)
    assert len(after) >= len(before) - 1, "nothing was laid out again but the last page"
    assert all(new is old for new, old in zip(after.done[:-1], before.done[:-1], strict=False))
    assert list(after.all()) == laid_out(cards_of([*texts, "Chor im Viertel"]), FULL_HD)


def test_another_wording_lays_out_from_its_page_on(qapp):
    texts = [f"Sprachcafé im Park {at}" for at in range(200)]
    before = pages(cards_of(texts), FULL_HD, QtMeasure())
    before.all()
    texts[120] = "Sprachcafé im Park, jeden Sonntag mit Kinderbetreuung und einer Suppe für alle, die kommen"
    after = pages(cards_of(texts), FULL_HD, QtMeasure(), before)
    assert 1 <= len(after) < len(before)
    assert list(after.all()) == laid_out(cards_of(texts), FULL_HD)


def test_pages_are_laid_out_no_further_than_somebody_looks(qapp):
    found = pages(cards_of([f"Sprachcafé im Park {at}" for at in range(2_000)]), FULL_HD, QtMeasure())
    assert len(found) == 1 and not found.is_whole
    assert found.reach(3) and len(found) == 4
    assert not found.reach(10_000) and found.is_whole


def test_parts_of_a_text_are_no_higher_by_themselves_than_they_were_in_it(qapp):
    """Qt breaks a line that ends a text a hair earlier than the same line within a text."""
    measure, line = QtMeasure(), "Alten Kinder-/Jugendhilfe Alten Quartiersmanagement Alten Kinder-/"
    two_lines = measure.height("X\nX", 28, 938, strong=True)
    assert measure.height(f"{line}Jugendhilfe", 28, 938, strong=True) == two_lines
    found = measure.parts(f"Alten\n{line}Jugendhilfe", 28, 938, two_lines, strong=True)
    assert "".join("".join(found).split()) == "".join(f"Alten{line}Jugendhilfe".split())
    assert max(measure.height(part, 28, 938, strong=True) for part in found) <= two_lines
