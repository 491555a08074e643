"""The words that a template brings along keep their language in a document of another one, around its fields too.

A template of a German house in an English document: its letterhead is German, what fields are filled with is either.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn

from forumtool.domain.languages import GERMAN
from forumtool.exports.blocks import Spoken
from forumtool.exports.docx_frame import language_of
from forumtool.exports.tongues import Tongues
from forumtool.exports.words import LOCALES

_FIELD = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
_LETTER = re.compile(r"[^\W\d_]")


def keep_voices(document: Any, roots: Iterable[Any], language: str) -> None:
    """Mark the words of a German template, before its fields are filled for a document in another language.

    What stands around a field loses its mark: it says what Word took the field itself for.
    """
    keeps = language != GERMAN and language_of(document).startswith(GERMAN)
    for paragraph in (one for root in roots for one in root.iter(qn("w:p"))):
        runs = [run for run in _runs(paragraph) if run.find(qn("w:t")) is not None]
        fields = [found.span() for found in _FIELD.finditer("".join(map(_words, runs)))]
        at = 0
        for run in runs:
            at, start = at + len(_words(run)), at
            if fields:
                _silence(run)
            if keeps and _says(run) is None and len(run.findall(qn("w:t"))) == 1:
                passages = [one for one in _outside(fields, start, at) if _LETTER.search(_words(run)[one[0] : one[1]])]
                _divide(run, Spoken(_words(run), passages))


def _outside(fields: Sequence[tuple[int, int]], start: int, end: int) -> Iterator[tuple[int, int, str]]:
    """The stretches of a run from ``start`` to ``end`` of its paragraph outside of fields, counted from its start."""
    at = start
    for begin, stop in fields:
        if at < min(begin, end):
            yield at - start, min(begin, end) - start, GERMAN
        at = max(at, min(stop, end))
    if at < end:
        yield at - start, end - start, GERMAN


def mark_passages(roots: Iterable[Any], tongues: Tongues) -> None:
    """Mark in the filled template what is in another language than the document."""
    for run in [run for root in roots for run in root.iter(qn("w:r"))]:
        texts = run.findall(qn("w:t"))
        if len(texts) == 1 and _says(run) is None and isinstance(told := tongues(texts[0].text or ""), Spoken):
            _divide(run, told)


def _divide(run: Any, told: Spoken) -> None:
    """Put a run in place of this one for each passage and for what is between them; the others share its look only."""
    text, at = str(told), 0
    pieces = []
    for start, end, language in told.passages:
        pieces += [(text[at:start], ""), (text[start:end], language)]
        at = end
    pieces = [piece for piece in (*pieces, (text[at:], "")) if piece[0]]
    for place, (words, language) in enumerate(pieces):
        made = deepcopy(run)
        for other in [one for one in made if one.tag not in {qn("w:rPr"), qn("w:t")}] if place else ():
            made.remove(other)
        written = made.find(qn("w:t"))
        written.text = words
        written.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
        if language:
            _mark(made, language)
        run.addprevious(made)
    run.getparent().remove(run)


def _words(run: Any) -> str:
    return "".join(text.text or "" for text in run.findall(qn("w:t")))


def _runs(paragraph: Any) -> Iterator[Any]:
    return (run for run in paragraph.iter(qn("w:r")) if next(run.iterancestors(qn("w:p"))) is paragraph)


def _says(run: Any) -> Any:
    said = run.find(f"{qn('w:rPr')}/{qn('w:lang')}")
    return said if said is not None and said.get(qn("w:val")) else None


def _silence(run: Any) -> None:
    if (said := _says(run)) is not None:
        said.getparent().remove(said)


def _mark(run: Any, language: str) -> None:
    """Say the language of a run; ``w:lang`` has its place near the end of the properties (CT_RPr, 17.3.2)."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        properties = parse_xml(f"<w:rPr {nsdecls('w')}/>")
        run.insert(0, properties)
    said = properties.find(qn("w:lang"))
    if said is None:
        said = parse_xml(f"<w:lang {nsdecls('w')}/>")
        later = next((one for one in properties if one.tag in _BEHIND), None)
        properties.append(said) if later is None else later.addprevious(said)
    said.set(qn("w:val"), LOCALES.get(language, language))


_BEHIND = {qn("w:eastAsianLayout"), qn("w:specVanish"), qn("w:oMath"), qn("w:rPrChange")}
