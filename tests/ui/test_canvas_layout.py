"""The Leinwand's pages: large type at any number of cards, every word of every card, nothing over anything else."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtGui import QFontMetricsF

from forumtool.domain.report import ranking
from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas.items import Card, DotRow, Item, Page, Pointer, RankBar, Sizes, Words
from forumtool.ui.canvas.layout import pages
from forumtool.ui.canvas.measuring import QtMeasure
from forumtool.ui.canvas.picture import Fact, Heap, Picture, Scale
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.theme.style import body_font

FULL_HD = Sizes(1920, 1080)
EXAMPLES = 60
SCREENS = ((1920, 1080), (1024, 768), (1280, 720), (3840, 2160))
WORDS = (
    "Nachbarschaftscafé", "im", "Alten", "Schlachthof,", "mehrsprachig", "für", "alle", "und", "Elternlotsen", "Öffnen",
    "Migrantenselbstorganisationen", "Quartiersmanagement", "Grundstücksverkehrsgenehmigung", "Straßenfest",
    "Kinder-/Jugendhilfe", "A-17", "مقهى", "الحي", "日本語教室", "Сад", "😀", "1.234,50", "e. V.", "–", "„Wir“",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
long_texts = st.lists(st.sampled_from(WORDS), min_size=150, max_size=700).map(" ".join)
screens = st.sampled_from(SCREENS)


def board_of(groups: int, cards: int, text: str = "Schulhöfe nachmittags für alle öffnen") -> Picture:
    heaps = tuple(
        Heap(f"Gruppe {at}", at % 5, 3, tuple(CardWords(f"{at}.{one}", f"{text} {at}.{one}") for one in range(cards)))
        for at in range(groups)
    )
    return Picture("board", "Ziel 3.2", "Vernetzung im Stadtteil", "", heaps)


def cards_of(found: list[str], title: str = "", dots: int = 0) -> Picture:
    cards = tuple(CardWords(str(at), text, dots=dots * at) for at, text in enumerate(found))
    question = "Welche Wege vernetzen den Stadtteil?"
    return Picture("board" if title else "cards", "Ziel 3.2", "Vernetzung", question, (Heap(title, 1, dots, cards),))


def laid_out(picture: Picture, sizes: Sizes) -> list[Page]:
    return list(pages(picture, sizes, QtMeasure()).all())


def cards_on(found: list[Page]) -> list[Card]:
    return [item for page in found for item in page.items if isinstance(item, Card)]


def assert_all_is_well(picture: Picture, sizes: Sizes, found: list[Page]) -> None:
    """Everything inside the screen, apart from each other, in type that the last row can read, and every word there."""
    smallest = int(28 * sizes.unit)
    for page in found:
        for item in page.items:
            assert item.x >= 0 and item.x + item.width <= sizes.width + 0.5, item
            assert item.y >= 0 and item.y + item.height <= sizes.bottom + 0.5, item
            assert not isinstance(item, Words) or item.pixels >= smallest, item
        assert_apart(page)
    assert sizes.card >= smallest
    wanted = {card.id: "".join(card.text.split()) for card in picture.cards}
    assert [card.id for page in found for card in page.cards] or not wanted
    assert wanted == joined(found)
    for card in cards_on(found):
        assert_whole(card, sizes)


def joined(found: list[Page]) -> dict[str, str]:
    """The letters of each card; a card that goes on comes in parts, the last of which names it."""
    told, begun = {}, ""
    for card in cards_on(found):
        begun += "".join(card.text.split())
        if card.id:
            told[card.id], begun = begun, ""
    assert not begun
    return told


def assert_apart(page: Page) -> None:
    things = [item for item in page.items if not isinstance(item, RankBar | Pointer)]
    for at, one in enumerate(things):
        for other in things[at + 1 :]:
            beside = one.x + one.width <= other.x + 0.5 or other.x + other.width <= one.x + 0.5
            below = one.y + one.height <= other.y + 0.5 or other.y + other.height <= one.y + 0.5
            assert beside or below or not (extent(one) and extent(other)), (one, other)


def extent(item: Item) -> bool:
    return bool(item.width and item.height and (not isinstance(item, Words) or item.text))


def assert_whole(card: Card, sizes: Sizes) -> None:
    """All words are inside the card, and none is broken that fits half of the screen."""
    wide, font = int(card.width - 2 * sizes.pad), body_font(sizes.card)
    text = Wrapped(card.text, font, wide)
    assert text.whole and text.height <= card.height - 2 * sizes.pad + 0.5
    metrics = QFontMetricsF(font)
    words = {word for word in card.text.split() if word.isalpha() and word.isascii() | ("ü" in word)}
    half = (sizes.inside - sizes.gap) / 2 - 2 * sizes.pad
    for word in words:
        assert metrics.horizontalAdvance(word) <= max(wide, 0) or metrics.horizontalAdvance(word) > half


@settings(max_examples=EXAMPLES)
@given(found=st.lists(texts, min_size=1, max_size=60), size=screens)
def test_cards_as_they_come_are_whole_at_any_number(qapp, found, size):
    sizes, picture = Sizes(*size), cards_of(found)
    assert_all_is_well(picture, sizes, laid_out(picture, sizes))


@settings(max_examples=EXAMPLES)
@given(
    heaps=st.lists(st.tuples(texts, st.integers(0, 90), st.lists(texts, max_size=14)), min_size=1, max_size=14),
    size=screens,
)
def test_the_board_is_whole_with_any_groups_and_dots(qapp, heaps, size):
    told = tuple(
        Heap(
            title, at % 5, dots, tuple(CardWords(f"{at}.{one}", text, dots=dots // 7) for one, text in enumerate(cards))
        )
        for at, (title, dots, cards) in enumerate(heaps)
    )
    sizes, picture = Sizes(*size), Picture("board", "Ziel 3.2", "Vernetzung im Stadtteil", "", told)
    assert_all_is_well(picture, sizes, laid_out(picture, sizes))


@settings(max_examples=EXAMPLES)
@given(found=st.lists(long_texts, min_size=1, max_size=3), title=st.sampled_from(("", "Räume")), size=screens)
def test_a_card_longer_than_a_page_goes_on_without_losing_a_word(qapp, found, title, size):
    sizes, picture = Sizes(*size), cards_of(found, title, dots=3)
    assert_all_is_well(picture, sizes, laid_out(picture, sizes))


@settings(max_examples=EXAMPLES)
@given(told=st.lists(st.tuples(texts, texts | long_texts), min_size=1, max_size=9), text=texts, size=screens)
def test_a_measure_is_whole_at_any_length(qapp, told, text, size):
    sizes = Sizes(*size)
    facts = (Fact("", text), *(Fact(name[:20].strip(), words) for name, words in told))
    found = laid_out(Picture("measure", "Ziel 3.2", "Nachbarschaftscafé", facts=facts), sizes)
    assert_all_is_well(Picture(), sizes, found)
    shown = "".join("".join(item.text.split()) for page in found for item in page.items if isinstance(item, Words))
    assert all("".join(fact.text.split())[:20] in shown for fact in facts)
    assert len(shown) >= sum(len("".join(fact.text.split())) for fact in facts)


@settings(max_examples=EXAMPLES)
@given(
    titles=st.lists(texts, min_size=1, max_size=40),
    dots=st.integers(0, 300),
    question=texts | st.just(""),
    size=screens,
)
def test_a_ranking_is_whole_at_any_length(qapp, titles, dots, question, size):
    sizes = Sizes(*size)
    ranked = ranking([(str(at), title, max(0, dots - at)) for at, title in enumerate(titles)])
    found = laid_out(Picture("ranking", "Ziel 3.2", question, ranked=ranked), sizes)
    assert_all_is_well(Picture(), sizes, found)
    assert sum(isinstance(item, RankBar) for page in found for item in page.items) == len(titles)


@settings(max_examples=EXAMPLES)
@given(points=st.lists(st.integers(0, 400), min_size=1, max_size=10), low=texts, high=texts, size=screens)
def test_a_scale_is_whole_with_any_steps_and_words(qapp, points, low, high, size):
    sizes = Sizes(*size)
    mean = 1.0 + (len(points) - 1) / 2 if any(points) else None
    (page,) = laid_out(Picture("ranking", "Abfrage", "Wie?", scale=Scale(tuple(points), low, high, mean)), sizes)
    assert_all_is_well(Picture(), sizes, [page])


@pytest.mark.parametrize("size", [(1920, 1080), (1024, 768), (960, 540), (3840, 2160), (600, 900), (320, 180)])
@pytest.mark.parametrize(("groups", "cards"), [(1, 1), (4, 4), (6, 10), (14, 3), (1, 80), (12, 0), (3, 60)])
def test_every_card_is_inside_the_picture_and_there_once(qapp, size, groups, cards):
    sizes, picture = Sizes(*size), board_of(groups, cards)
    found = laid_out(picture, sizes)
    assert sorted(card.id for page in found for card in page.cards) == sorted(card.id for card in picture.cards)
    for card in cards_on(found):
        assert card.x >= 0 and card.x + card.width <= sizes.width + 0.5
        assert card.y >= 0 and card.y + card.height <= sizes.bottom + 0.5


def test_words_are_never_smaller_than_28_pixels_on_a_screen_of_1080(qapp):
    assert FULL_HD.card == 28
    for picture in (board_of(20, 12), board_of(3, 3)._replace(title="Ein sehr langes Ziel " * 30)):
        for page in laid_out(picture, FULL_HD):
            assert min(item.pixels for item in page.items if isinstance(item, Words)) >= 28


def test_four_groups_fit_on_one_page_and_more_cards_make_more_pages(qapp):
    assert len(laid_out(board_of(4, 4), FULL_HD)) == 1
    assert len(laid_out(board_of(6, 10), FULL_HD)) > 1


def test_a_long_group_goes_on_under_its_heading(qapp):
    found = laid_out(board_of(1, 12), FULL_HD)
    heads = [item.text for page in found for item in page.items if isinstance(item, Words)]
    assert "Gruppe 0 (weiter)" in heads


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
