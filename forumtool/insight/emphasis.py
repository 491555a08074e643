"""Where two wordings share words, so that a reader finds at a glance what makes them alike."""

from forumtool.insight.words import words, written_words


def shared(text: str, other: str) -> list[tuple[int, int]]:
    """Return start and length of the words of ``text`` that share a stem, or a part of a compound, with the other."""
    terms = {term for word in words(other) for term in word.terms}
    found, at = [], 0
    for written, word in written_words(text):
        start = text.find(written, at)
        if start < 0:  # a soft hyphen or a composed letter: the word stands there in another spelling
            continue
        at = start + len(written)
        if terms.intersection(word.terms):
            found.append((start, len(written)))
    return found
