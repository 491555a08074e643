"""Fitting groups, doubles and drafts, by the keys of the cards."""

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st

from forumtool.insight.grouping import doubles, draft, fitting_groups
from tests.insight.texts import PHRASES, anything

_keyed = st.dictionaries(st.sampled_from("abcdefghijklmnop"), anything)
_GREEN = ("Bäume pflanzen", "Mehr Bäume am Markt", "Grünfläche am Bahnhof", "Beete pflegen im Park")
_COURSES = ("Sprachkurse am Abend", "Deutschkurs mit Kinderbetreuung", "Sprachcafé für Eltern", "Sprachkurs im Betrieb")


def _numbered(*texts: str) -> dict[str, str]:
    return {f"k{at:03}": text for at, text in enumerate(texts)}


@given(_keyed, st.dictionaries(st.sampled_from("xyz"), st.lists(st.sampled_from("abcdefgq"), max_size=5)), _keyed)
def test_every_loose_card_gets_at_most_three_groups(
    cards: dict[str, str], groups: dict[str, list[str]], titles: dict[str, str]
) -> None:
    inside = {key for keys in groups.values() for key in keys}
    found = fitting_groups(groups, cards, titles)
    assert list(found) == [key for key in cards if key not in inside]
    for fits in found.values():
        assert len(fits) == len({fit.group for fit in fits}) <= 3
        assert {fit.group for fit in fits} <= set(groups)
        assert [fit.score for fit in fits] == sorted((fit.score for fit in fits), reverse=True)
        assert not any(fit.confident for fit in fits[1:])
        assert not any(fit.confident and len(groups[fit.group]) < 3 for fit in fits)


def _board() -> tuple[dict[str, list[str]], dict[str, str]]:
    cards = _numbered(*_GREEN, *_COURSES, "Bäume vor der Schule", "Sprachkurs für Mütter", "")
    return {"green": ["k000", "k001", "k002"], "courses": ["k004", "k005", "k006"]}, cards


def test_a_loose_card_is_offered_the_group_of_its_kind_with_the_words_in_common() -> None:
    found = fitting_groups(*_board())
    assert found["k008"][0].group == "green"
    assert "Bäume" in found["k008"][0].words
    assert found["k009"][0].group == "courses"
    assert found["k010"] == []


def test_suggestions_follow_what_was_grouped() -> None:
    groups, cards = _board()
    other = {"green": groups["courses"], "courses": groups["green"]}
    assert fitting_groups(other, cards)["k008"][0].group == "courses"


def test_a_group_without_cards_is_found_by_its_heading() -> None:
    groups, cards = _board()
    found = fitting_groups({**groups, "school": []}, cards | {"k011": "Hausaufgabenhilfe"}, {"school": "Hausaufgaben"})
    assert found["k011"][0].group == "school"
    assert not found["k011"][0].confident


def test_without_groups_there_is_nothing_to_fit() -> None:
    _groups, cards = _board()
    assert set(map(len, fitting_groups({}, cards).values())) == {0}
    assert set(map(len, fitting_groups({"empty": []}, cards).values())) == {0}


@given(_keyed, st.integers(1, 30))
def test_every_pair_stands_once_the_earlier_card_first(cards: dict[str, str], most: int) -> None:
    found = doubles(cards, most)
    places = list(cards)
    assert len(found) <= most
    assert len({(pair.first, pair.second) for pair in found}) == len(found)
    assert all(places.index(pair.first) < places.index(pair.second) for pair in found)
    assert [pair.score for pair in found] == sorted((pair.score for pair in found), reverse=True)


@given(_keyed, st.lists(st.sampled_from((None, "one", "two")), min_size=16, max_size=16))
def test_pairs_of_different_forums_are_those_of_all_without_the_pairs_within_one(
    cards: dict[str, str], forums: list[str | None]
) -> None:
    origins = dict(zip(cards, forums, strict=False))
    found = doubles(cards, 200, origins)
    assert found == [pair for pair in doubles(cards, 200) if origins[pair.first] != origins[pair.second]]


def test_the_same_demand_twice_leads_the_list_of_doubles() -> None:
    cards = _numbered(*PHRASES, "Schulhöfe am Nachmittag öffnen")
    first = doubles(cards)[0]
    assert (cards[first.first], cards[first.second]) == (
        "Schulhöfe nachmittags öffnen",
        "Schulhöfe am Nachmittag öffnen",
    )
    assert set(first.words) >= {"Schulhöfe", "öffnen"}


def _themes(count: int) -> dict[str, str]:
    subjects = ("Radweg", "Sprachkurs", "Kita", "Bäume", "Wohnungen", "Jugendzentrum")
    places = ("am Bahnhof", "in der Nordstadt", "beim Rathaus", "im Park", "an der Schule")
    return _numbered(*(f"{subjects[at % 6]} {places[at % 5]} Nummer {at}" for at in range(count)))


@given(st.integers(0, 40), st.lists(st.lists(st.integers(0, 45), max_size=4), max_size=4))
def test_a_draft_leaves_grouped_cards_alone_and_holds_its_promise(count: int, chosen: list[list[int]]) -> None:
    cards = _themes(count)
    kept = {str(at): [f"k{number:03}" for number in numbers] for at, numbers in enumerate(chosen)}
    inside = {key for keys in kept.values() for key in keys}
    found = draft(cards, kept)
    drafted = [key for group in found for key in group.cards]
    assert len(set(drafted)) == len(drafted)
    assert not inside & set(drafted)
    assert all(2 <= len(group.cards) <= len(set(cards) - inside) / 3 for group in found)
    assert all(group.title and group.words for group in found)


def test_a_draft_finds_the_themes_and_names_them() -> None:
    found = draft(_themes(36))
    titles = " ".join(group.title for group in found)
    assert sum(word in titles for word in ("Radweg", "Sprachkurs", "Kita", "Bäume", "Wohnungen", "Jugendzentrum")) >= 5


def test_cards_like_a_group_that_there_is_are_not_drafted_again() -> None:
    cards = _themes(36)
    kept = {"paths": [key for key, text in cards.items() if text.startswith("Radweg")][:4]}
    assert all(_subjects(group.cards, cards) != {"Radweg"} for group in draft(cards, kept))


def _subjects(keys: tuple[str, ...], cards: Mapping[str, str]) -> set[str]:
    return {cards[key].split()[0] for key in keys}
