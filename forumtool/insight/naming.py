"""Naming a group of texts by the words that set it apart, in the form in which people write them."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from forumtool.insight.words import Written

_SHOWN, _IN_TITLE = 4, 2
_NOUN = 1.5  # what a noun weighs beside other words: a title of verbs is hard to read
_PART = 0.7  # what a part of a compound weighs beside a whole word
_SAME = 6  # letters at the beginning by which two words are too much alike to stand beside each other
_ACRONYM = 5  # letters; longer words in capitals were shouted


def named(groups: Sequence[Sequence[Written]]) -> list[tuple[str, ...]]:
    """Return for each group of texts the words that are frequent in it and rare in the others, best first."""
    counts = [_counts(group) for group in groups]
    everywhere: Counter[str] = Counter()
    for count in counts:
        everywhere.update(count)
    texts = sum(map(len, groups))
    return [_names(group, inside, everywhere, texts) for group, inside in zip(groups, counts, strict=True)]


def title(words: Sequence[str]) -> str:
    """Return a heading made of the first words."""
    return ", ".join(words[:_IN_TITLE])


def _names(
    group: Sequence[Written], inside: Mapping[str, float], everywhere: Mapping[str, float], texts: int
) -> tuple[str, ...]:
    forms = _forms([word for text in group for word in text])
    scored = []
    for term, count in inside.items():
        elsewhere = (everywhere[term] - count) / max(1, texts - len(group))
        apart = (count / len(group) - elsewhere) * (_NOUN if forms[term][:1].isupper() else 1)
        if count > 1 and apart > 0:
            scored.append((-round(apart, 6), term))
    chosen: list[str] = []
    for _apart, term in sorted(scored):
        if not any(_are_alike(forms[term].lower(), other.lower()) for other in chosen):
            chosen.append(forms[term])
    return tuple(chosen[:_SHOWN])


def _are_alike(one: str, other: str) -> bool:
    return one in other or other in one or one[:_SAME] == other[:_SAME]


def _counts(group: Iterable[Written]) -> "Counter[str]":
    """Count in how many texts a stem occurs; one that is only a part of a compound there counts less."""
    found: Counter[str] = Counter()
    for text in group:
        whole = {word.stem for _written, word in text}
        parts = {part for _written, word in text for part in word.part_stems} - whole
        found.update(whole)
        found.update(dict.fromkeys(parts, _PART))
    return found


def _forms(written: Written) -> dict[str, str]:
    """Return for every stem its most frequent written form; for one that occurs in compounds only, the part."""
    whole: dict[str, Counter[str]] = {}
    parts: dict[str, str] = {}
    for shown, word in written:
        calm = shown.capitalize() if shown.isupper() and len(shown) > _ACRONYM else shown
        whole.setdefault(word.stem, Counter())[calm] += 1
        parts.update(word.written_parts)
    return parts | {stem: forms.most_common(1)[0][0] for stem, forms in whole.items()}
