"""Words of a long table are made comparable once."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QObject

from forumtool.domain.folding import folded
from forumtool.ui.parts.word_order import WordOrder


class Texts(dict):
    """Words by keys; remembers what was read."""

    def __init__(self, *texts):
        super().__init__((f"k{at}", text) for at, text in enumerate(texts))
        self.read = []

    def __call__(self, keys):
        self.read += keys
        return [(key, self[key]) for key in reversed(list(keys)) if key in self]


@pytest.fixture
def owner(qapp):
    return QObject()


def test_words_stand_as_in_a_dictionary_whatever_their_case_and_signs(owner):
    texts = Texts("Zebra", "„Äpfel", "apfelsaft", "Straße", "STRASSENFEST", "Ämter", "zehn", "Œuvre", "ohne")
    order = WordOrder(texts, owner)
    assert [texts[key] for key in order.sorted(list(texts))] == [
        "Ämter", "„Äpfel", "apfelsaft", "Œuvre", "ohne", "Straße", "STRASSENFEST", "Zebra", "zehn",
    ]  # fmt: skip


def test_what_was_prepared_is_not_read_again(owner, qtbot):
    texts = Texts(*(f"Weg {at % 77} {at}" for at in range(1_800)))
    order = WordOrder(texts, owner)
    order.prepare(list(texts))
    assert texts.read == [], "nobody waits for it"
    qtbot.waitUntil(lambda: len(texts.read) == 1_800)
    found = order.sorted(list(texts))
    order.prepare(found)
    assert order.sorted(list(texts)) == found
    assert sorted(texts.read) == sorted(texts)


def test_what_is_not_prepared_yet_is_read_when_it_is_asked_for(owner):
    texts = Texts("b", "a", "c")
    order = WordOrder(texts, owner)
    order.prepare(list(texts))
    assert order.sorted(["k0", "k1"]) == ["k1", "k0"]
    assert order.sorted(["k0", "k1", "k2"]) == ["k1", "k0", "k2"]
    assert sorted(texts.read) == ["k0", "k1", "k2"]


def test_changed_words_take_another_place_and_nothing_else_is_read(owner):
    texts = Texts("b", "a", "c")
    order = WordOrder(texts, owner)
    keys = list(texts)
    order.sorted(keys)
    texts["k1"], texts.read = "d", []
    order.forget({"k1", "of another table"})
    assert order.sorted(keys) == ["k0", "k2", "k1"]
    assert texts.read == ["k1"]


@given(st.lists(st.text(max_size=12)))
def test_any_words_are_in_the_order_of_their_folds_and_equal_ones_as_before(texts):
    every = Texts(*texts)
    found = WordOrder(every, QObject()).sorted(list(every))
    assert found == sorted(every, key=lambda key: folded(every[key], plain=True))
