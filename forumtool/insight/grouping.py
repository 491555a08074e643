"""What the board suggests: the fitting group for a card, near-doubles side by side, and a first draft of groups.

Nothing here changes anything; the facilitator takes what fits. Keys are those of cards and groups, texts what stands
on the cards.
"""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import NamedTuple

from forumtool.insight.drafts import draft_of
from forumtool.insight.fitting import fitting
from forumtool.insight.naming import named, title
from forumtool.insight.pairs import likeliest
from forumtool.insight.reasons import Wording
from forumtool.insight.space import Space, terms
from forumtool.insight.words import words, written_words

_SHOWN = 3
_ENOUGH = 3  # cards in a group from which a suggestion may be confident
_DRAFTED = 2000  # cards of a draft at most


class Fit(NamedTuple):
    """A group for a card: ``score`` is comparable for one card only; ``confident`` only on the first of the three.

    ``words`` are what the card shares with the group, as written there, best first; they may be missing.
    """

    group: str
    score: float
    confident: bool
    words: tuple[str, ...]


class Pair(NamedTuple):
    """Two cards that may say the same; the earlier of the mapping first. ``score`` is from 0 to 1."""

    first: str
    second: str
    score: float
    words: tuple[str, ...]


class DraftGroup(NamedTuple):
    """Cards that may belong together: two or more, the most typical first; ``title`` is made of ``words``."""

    title: str
    cards: tuple[str, ...]
    words: tuple[str, ...]


def fitting_groups(
    groups: Mapping[str, Sequence[str]], cards: Mapping[str, str], titles: Mapping[str, str] = {}
) -> dict[str, list[Fit]]:
    """Return for every card of ``cards`` that is in no group the best three groups, best first.

    ``groups`` are keys of cards by key of group; ``cards`` are the texts of all cards, those in groups included;
    ``titles`` are the headings of the groups, which count like a card. A card without words gets no suggestion, a
    group without cards and heading is none.
    """
    inside = {key for keys in groups.values() for key in keys}
    loose = [key for key in cards if key not in inside]
    held = {group: texts for group, keys in groups.items() if (texts := _texts(keys, cards, titles.get(group, "")))}
    if not held:
        return {key: [] for key in loose}
    found = fitting(list(held.values()), [cards[key] for key in loose])
    wordings = [_of_group(texts, found.space) for texts in held.values()]
    names = list(held)
    fits: dict[str, list[Fit]] = {}
    for at, key in enumerate(loose):
        text = written_words(cards[key])
        fits[key] = [
            Fit(names[group], float(found.fits[at, group]), False, wordings[group].shared_by(text))
            for group in found.best(at, _SHOWN)
        ]
        if found.leads(at) and len(groups[fits[key][0].group]) >= _ENOUGH:
            fits[key][0] = fits[key][0]._replace(confident=True)
    return fits


def doubles(cards: Mapping[str, str], most: int = 50, origins: Mapping[str, Hashable] = {}) -> list[Pair]:
    """Return the pairs of cards that most likely say the same, best first, each pair once.

    With the ``origins`` of all cards only those of different origins are pairs. Direction is not seen ("abschaffen" and
    "beibehalten" look alike): a person decides.
    """
    keys = list(cards)
    space = Space(cards.values())
    found = []
    for score, one, other in likeliest(space, most, [origins[key] for key in keys] if origins else ()):
        wording = Wording(written_words(cards[keys[other]]), space.rarity)
        found.append(Pair(keys[one], keys[other], score, wording.shared_by(written_words(cards[keys[one]]))))
    return found


def draft(cards: Mapping[str, str], kept: Mapping[str, Sequence[str]] = {}) -> list[DraftGroup]:
    """Return a first grouping of the cards that are in no group yet, the most coherent group first.

    ``kept`` are the groups that there are: their cards stay where they are and are in no draft, and cards that fit one
    of them better than any new group are not drafted either. No group holds more than a third of the cards that are
    in none. Cards that fit nowhere are left alone, and so is a group that shares no word.
    """
    place = {key: at for at, keys in enumerate(kept.values()) for key in keys if key in cards}
    keys = [key for key in cards if key not in place][:_DRAFTED] + list(place)[:_DRAFTED]
    found = draft_of(Space(cards[key] for key in keys), [place.get(key) for key in keys])
    titles = named([[written_words(cards[keys[row]]) for row in group] for group in found])
    return [
        DraftGroup(title(words), tuple(keys[row] for row in group), words)
        for group, words in zip(found, titles, strict=True)
        if words
    ]


def _of_group(texts: Sequence[str], space: Space) -> Wording:
    """Return the words of a group; one weighs more, the more of its cards have it."""
    counts = Counter(term for text in texts for term in terms(words(text)))
    written = [word for text in texts for word in written_words(text)]
    return Wording(written, lambda term: space.rarity(term) * counts[term])


def _texts(keys: Sequence[str], cards: Mapping[str, str], heading: str) -> list[str]:
    return [text for text in (*(cards[key] for key in keys if key in cards), heading) if text.strip()]
