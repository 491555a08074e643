"""The Leinwand's pages: large type at any number of cards, every word of every card, nothing over anything else."""

from hypothesis import given, settings
from hypothesis import strategies as st

from forumtool.domain.report import ranking
from forumtool.storage.queries.projected import CardWords
from forumtool.ui.canvas.items import RankBar, Words
from forumtool.ui.canvas.picture import Fact, Heap, Picture, Scale
from forumtool.ui.canvas.sizes import Sizes
from forumtool.ui.canvas.timer import above
from tests.ui.laid_out import SCREENS, assert_all_is_well, assert_told, cards_of, laid_out

EXAMPLES = 60
WORDS = (
    "Nachbarschaftscafé", "im", "Alten", "Schlachthof,", "mehrsprachig", "für", "alle", "und", "Elternlotsen", "Öffnen",
    "Migrantenselbstorganisationen", "Quartiersmanagement", "Grundstücksverkehrsgenehmigung", "Straßenfest",
    "Kinder-/Jugendhilfe", "A-17", "مقهى", "الحي", "日本語教室", "Сад", "😀", "1.234,50", "e. V.", "–", "„Wir“",
)  # fmt: skip
texts = st.lists(st.sampled_from(WORDS), min_size=1, max_size=40).map(" ".join)
long_texts = st.lists(st.sampled_from(WORDS), min_size=150, max_size=700).map(" ".join)
screens = st.sampled_from(SCREENS)


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
    picture = Picture("measure", "Ziel 3.2", "Nachbarschaftscafé", facts=facts)
    found = laid_out(picture, sizes)
    assert_all_is_well(picture, sizes, found)
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
    picture = Picture("ranking", "Ziel 3.2", question, ranked=ranked)
    found = laid_out(picture, sizes)
    assert_all_is_well(picture, sizes, found)
    assert sum(isinstance(item, RankBar) for page in found for item in page.items) == len(titles)
    assert_told(titles, picture, found)


@settings(max_examples=EXAMPLES)
@given(points=st.lists(st.integers(0, 400), min_size=1, max_size=10), low=texts, high=texts, size=screens)
def test_a_scale_is_whole_with_any_steps_and_words(qapp, points, low, high, size):
    sizes = Sizes(*size)
    mean = 1.0 + (len(points) - 1) / 2 if any(points) else None
    picture = Picture("ranking", "Abfrage", "Wie?", scale=Scale(tuple(points), low, high, mean))
    found = laid_out(picture, sizes)
    assert_all_is_well(picture, sizes, found)
    assert_told((low, high), picture, found)
    assert sum(isinstance(item, RankBar) for item in found[0].items) == len(points)


@settings(max_examples=EXAMPLES)
@given(
    title=texts | long_texts, text=texts | long_texts | st.just(""), kind=st.sampled_from(("goal", "cards", "board")),
    size=screens,
)  # fmt: skip
def test_a_goal_is_whole_above_anything(qapp, title, text, kind, size):
    sizes, cards = Sizes(*size), cards_of(["Schulhöfe öffnen", "Chor"], "Räume" if kind == "board" else "")
    picture = cards._replace(kind=kind, title=title, text=text, heaps=() if kind == "goal" else cards.heaps)
    found = laid_out(picture, sizes)
    assert_all_is_well(picture, sizes, found)
    assert_told((title, text) if text else (title,), picture, found)
    for page in (page for page in found if page.cards):
        assert min(card.y for card in page.cards) <= sizes.height * 0.65, "the head leaves room"


@settings(max_examples=EXAMPLES)
@given(titles=st.lists(texts | long_texts, min_size=1, max_size=3), dots=st.integers(0, 90), size=screens)
def test_a_group_with_a_heading_of_any_length_is_whole(qapp, titles, dots, size):
    heaps = tuple(Heap(title, 1, dots, (CardWords(str(at), "Chor", dots=dots),)) for at, title in enumerate(titles))
    sizes, picture = Sizes(*size), Picture("board", "Ziel 3.2", "Vernetzung im Stadtteil", "", heaps)
    assert_all_is_well(picture, sizes, laid_out(picture, sizes))


@settings(max_examples=EXAMPLES)
@given(title=texts | long_texts, text=texts | long_texts | st.just(""), foot=st.sampled_from(("", "Weiter um 14:30")),
       size=screens)  # fmt: skip
def test_a_pause_is_whole_and_says_on_every_page_when_work_goes_on(qapp, title, text, foot, size):
    sizes, picture = Sizes(*size), Picture("pause", title=title, text=text, foot=foot)
    found = laid_out(picture, sizes)
    assert_all_is_well(picture, sizes, found)
    assert_told((title, text) if text else (title,), picture, found)
    for page in found:
        assert [item.text for item in page.items if isinstance(item, Words)].count(foot) == bool(foot)
        assert all(item.y >= above(sizes).bottom() for item in page.items)
