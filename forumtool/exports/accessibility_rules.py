"""The rules of the checker, one function each: from a document to sentences, none if the rule is kept."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from docx.oxml.ns import qn

from forumtool.domain.function_words import told_otherwise
from forumtool.domain.languages import LANGUAGES, told_by_letters
from forumtool.exports.accessibility_objects import OBJECTS
from forumtool.exports.contrast import ENOUGH, ENOUGH_LARGE, contrast
from forumtool.exports.docx_languages import stretches
from forumtool.exports.word_colours import meetings
from forumtool.exports.word_reading import TC, R, T, WordReading, own_text, short
from forumtool.i18n import _, decimal, ngettext

Rule = Callable[[WordReading], Iterator[str]]
_TITLE_LENGTH = 60
_RUN_OF_BLANKS = re.compile(r"[ \u00a0]{3,}|\t\t")
_BLANK_LINES = re.compile(r"\n\s*\n")
_LIST_SIGN = re.compile(r"[-–•*·▪◦‣]\s+\S")
_SURELY = 6, 3  # words and small ones among them, so that no title of two languages is taken for a fault
_WITHOUT_HEADING = 30  # paragraphs, some two pages


def has_title(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 2.4.2 page titled; EN 301 549, 10.2.4.2; PDF/UA 7.1."""
    if not read.title:
        yield _("Der Titel fehlt: Bitte in Word unter Datei, Informationen einen Titel eintragen.")


def has_language(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 3.1.1 language of page; EN 301 549, 10.3.1.1; PDF/UA 7.2."""
    if not read.language:
        yield _(
            "Die Sprache des Dokuments fehlt: Bitte in Word unter Überprüfen die Sprache für Korrekturhilfen setzen."
        )


def marks_other_languages(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 3.1.2 language of parts; EN 301 549, 10.3.1.2: told by letters and by small words."""
    for text in (one for root in (read.body, *read.edges) for one in root.iter(T)):
        words = text.text or ""
        if _says_language(text.getparent()):
            continue
        if found := next((one for one in stretches(words) if told_by_letters(one)), ""):
            yield _("Eine Stelle in anderer Schrift hat keine Sprache: „{text}“. Bitte sie auswählen und unter"
                    " Überprüfen ihre Sprache setzen.", text=short(found))  # fmt: skip
            return
        if read.language and (told := told_otherwise(words, read.language.split("-")[0], *_SURELY)):
            yield _("Eine Stelle ist auf {language} und nicht so gekennzeichnet: „{text}“. Bitte sie auswählen und"
                    " unter Überprüfen ihre Sprache setzen.", language=_(LANGUAGES[told]),
                    text=short(words))  # fmt: skip
            return


def _says_language(run: Any) -> bool:
    properties = run.find(qn("w:rPr"))
    return properties is not None and properties.find(qn("w:lang")) is not None


def headings_have_no_gaps(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.1 with technique G141; EN 301 549, 10.1.3.1; PDF/UA 7.4.2."""
    last = 0
    for paragraph in read.paragraphs:
        level = read.level(paragraph)
        if not level:
            continue
        text = own_text(paragraph).strip()
        if not text:
            yield _("Eine Überschrift der Ebene {level} ist leer: Bitte sie löschen.", level=level)
        elif level > last + 1:
            yield _("„{text}“ hat die Ebene {level}, davor steht Ebene {before}: Bitte keine Ebene auslassen.",
                    text=short(text), level=level, before=last)  # fmt: skip
        last = level


def tables_have_heads(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.1; EN 301 549, 10.1.3.1; PDF/UA 7.5: a marked head that repeats, one cell for each column."""
    for at, table in enumerate(read.tables, 1):
        row = table.find(qn("w:tr"))
        if row is None or row.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is None:
            yield _(
                "Tabelle {at} hat keine Kopfzeile: Bitte die erste Zeile als Überschrift wiederholen lassen.", at=at
            )
        if any(next(table.iter(qn(tag)), None) is not None for tag in ("w:vMerge", "w:gridSpan", "w:hMerge")):
            yield _("Tabelle {at} hat verbundene Zellen: Bitte sie teilen.", at=at)
        if next(table.iterancestors(TC), None) is not None:
            yield _("Tabelle {at} liegt in einer anderen: Bitte sie herausnehmen.", at=at)


def nothing_empty_makes_room(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.1 and 1.3.2; EN 301 549, 10.1.3: room comes from styles, an empty paragraph is read as "blank"."""
    found = sum(1 for one in read.paragraphs if _is_empty(one) or _BLANK_LINES.search(own_text(one)))
    if found:
        yield ngettext(
            "{count} leerer Absatz schafft Abstand: Bitte löschen und den Abstand der Formatvorlage ändern.",
            "{count} leere Absätze oder Zeilen schaffen Abstand: Bitte löschen und den Abstand der Formatvorlage"
            " ändern.",
            found,
        )


def _is_empty(paragraph: Any) -> bool:
    shown = ("w:drawing", "w:pict", "w:object", "w:sectPr", "w:fldChar", "w:fldSimple", "w:sdt", "w:ptab")
    text = own_text(paragraph)
    return not text.strip("\n \t\u00a0") and not any(next(paragraph.iter(qn(tag)), None) is not None for tag in shown)


def no_blanks_for_layout(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.2 with failures F33 and F34: columns come from tables and tabs, not from blanks."""
    for paragraph in read.paragraphs:
        if _RUN_OF_BLANKS.search(own_text(paragraph)):
            yield _("Leerzeichen oder Tabulatoren ordnen Text an: „{text}“. Bitte eine Tabelle oder einen Tabstopp"
                    " nehmen.", text=short(own_text(paragraph)))  # fmt: skip
            return


def lists_are_lists(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.1; EN 301 549, 10.1.3.1; PDF/UA 7.6: a list is one for those who do not see its signs."""
    for before, after in pairwise(read.paragraphs):
        if all(
            _LIST_SIGN.match(own_text(one).lstrip()) and read.says(one, "w:numPr") is None for one in (before, after)
        ):
            yield _("„{text}“ sieht aus wie eine Aufzählung und ist keine: Bitte die Formatvorlage für Aufzählungen"
                    " nehmen.", text=short(own_text(before)))  # fmt: skip
            return


def contrast_is_enough(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.4.3 contrast (minimum); EN 301 549, 10.1.4.3: of runs, styles, tables and the theme."""
    faint = {
        (one.style, decimal(seen), decimal(needed))
        for one in meetings(read)
        if (seen := contrast(one.text, one.ground)) < (needed := ENOUGH_LARGE if one.large else ENOUGH)
    }
    for style, ratio, least in sorted(faint):
        yield _("Die Schrift in „{style}“ hebt sich zu wenig ab ({ratio} statt {needed}): Bitte eine dunklere Farbe"
                " oder einen helleren Grund wählen.", style=style, ratio=ratio, needed=least)  # fmt: skip


def long_texts_have_headings(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.1 and 2.4.6; EN 301 549, 10.1.3.1: whoever does not see a text jumps from heading to heading."""
    texts = [one for one in read.paragraphs if own_text(one).strip()]
    if len(texts) > _WITHOUT_HEADING and not any(map(read.level, texts)):
        yield _("Das Dokument hat keine Überschriften: Bitte den Titeln der Abschnitte die Formatvorlagen für"
                " Überschriften geben.")  # fmt: skip


def headings_are_no_bold_words(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.1 with failure F2; EN 301 549, 10.1.3.1: what looks like a heading is one."""
    for before, after in pairwise(read.paragraphs):
        text = own_text(before).strip()
        if (
            not text
            or len(text) > _TITLE_LENGTH
            or text[-1] in ".!?:;,"
            or read.level(before)
            or not own_text(after).strip()
        ):
            continue
        if before.getnext() is after and _is_bold(before) and not _is_bold(after):
            yield _("„{text}“ sieht aus wie eine Überschrift und ist keine: Bitte die Formatvorlage für Überschriften"
                    " nehmen.", text=short(text))  # fmt: skip
            return


def _is_bold(paragraph: Any) -> bool:
    """Tell whether somebody made all words of a paragraph bold by hand."""
    runs = [run for run in paragraph.iter(R) if any((text.text or "").strip() for text in run.iter(T))]
    said = [run.find(f"{qn('w:rPr')}/{qn('w:b')}") for run in runs]
    return bool(said) and all(one is not None and one.get(qn("w:val"), "1") in {"1", "true", "on"} for one in said)


RULES: tuple[Rule, ...] = (
    has_title, has_language, marks_other_languages, headings_have_no_gaps, tables_have_heads, nothing_empty_makes_room,
    no_blanks_for_layout, lists_are_lists, contrast_is_enough,
    long_texts_have_headings, headings_are_no_bold_words, *OBJECTS,
)  # fmt: skip
