"""Pictures of the Leinwand laid out on screens, and what is true of all their pages."""

from collections.abc import Sequence

from PySide6.QtCore import QRectF
from PySide6.QtGui import QFontMetricsF

from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas.items import Card, Item, Page, Pointer, RankBar, Words
from forumtool.ui.canvas.layout import pages
from forumtool.ui.canvas.measuring import QtMeasure
from forumtool.ui.canvas.picture import Heap, Picture
from forumtool.ui.canvas.sizes import Sizes
from forumtool.ui.canvas.timer import corner
from forumtool.ui.parts.wrapping import Wrapped
from forumtool.ui.theme.style import body_font

SCREENS = ((1920, 1080), (800, 600), (1024, 768), (1280, 720), (1366, 768), (3840, 2160))
READABLE = 28  # pixels, on every screen


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
    for page in found:
        for item in page.items:
            assert item.x >= 0 and item.x + item.width <= sizes.width + 0.5, item
            assert item.y >= 0 and item.y + item.height <= sizes.bottom + 0.5, item
            assert not isinstance(item, Words) or item.pixels >= READABLE, item
            assert picture.kind in ("pause", "timer") or not corner(sizes).intersects(rect(item)), item
        assert_apart(page)
    assert sizes.card >= READABLE
    assert_nothing_is_cut(picture, found)
    wanted = {card.id: "".join(card.text.split()) for card in picture.cards}
    assert [card.id for page in found for card in page.cards] or not wanted
    assert wanted == joined(found)
    for card in cards_on(found):
        assert_whole(card, sizes)


def assert_nothing_is_cut(picture: Picture, found: list[Page]) -> None:
    """What ends in "…" somewhere is whole elsewhere, if need be on several pages."""
    cut = [item.text.removesuffix(" (weiter)").removeprefix("… ") for item in words_on(found) if not is_whole(item)]
    assert_told(cut, picture, found)


def assert_told(texts: Sequence[str], picture: Picture, found: list[Page]) -> None:
    """Each text is somewhere as a whole, or in parts one after the other: from page to page, or in a column."""
    whole = [item for item in words_on(found) if is_whole(item)]
    body = [item for item in whole if item.text not in (picture.label, picture.title, picture.text, picture.foot)]
    columns = [letters([item for item in body if item.x == x]) for x in {item.x for item in body}]
    for text in map("".join, map(str.split, texts)):
        assert any(text == letters([item]) for item in whole) or any(text in told for told in (letters(body), *columns))


def words_on(found: list[Page]) -> list[Words]:
    return [item for page in found for item in page.items if isinstance(item, Words)]


def is_whole(item: Words) -> bool:
    return QtMeasure().height(item.text, item.pixels, item.width, strong=item.strong) <= item.height + 0.5


def letters(items: Sequence[Words]) -> str:
    return "".join("".join(item.text.split()) for item in items)


def rect(item: Item) -> QRectF:
    """Where an item is; the corner of a pointer is the middle of its upper edge."""
    return QRectF(item.x, item.y, item.width, item.height).adjusted(0.5, 0.5, -0.5, -0.5)


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
    """All words are inside the card, and none is broken that fits half of the screen, on a narrow one all of it."""
    wide, font = int(card.width - 2 * sizes.pad), body_font(sizes.card)
    text = Wrapped(card.text, font, wide)
    assert text.whole and text.height <= card.height - 2 * sizes.pad + 0.5
    metrics = QFontMetricsF(font)
    words = {word for word in card.text.split() if word.isalpha() and word.isascii() | ("ü" in word)}
    is_narrow = (sizes.inside - sizes.gap) / 2 < sizes.wide(600)
    most = (sizes.inside if is_narrow else (sizes.inside - sizes.gap) / 2) - 2 * sizes.pad
    for word in words:
        assert metrics.horizontalAdvance(word) <= max(wide, 0) or metrics.horizontalAdvance(word) > most
