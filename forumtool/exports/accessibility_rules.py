"""The rules of the checker, one function each: from a document to sentences, none if the rule is kept."""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from docx.oxml.ns import qn

from forumtool.domain.function_words import told_by_words
from forumtool.domain.languages import LANGUAGES, told_by_letters
from forumtool.exports.contrast import ENOUGH, contrast, is_colour
from forumtool.exports.docx_languages import stretches
from forumtool.exports.word_reading import TC, P, R, T, WordReading, own_text
from forumtool.i18n import _, ngettext

Rule = Callable[[WordReading], Iterator[str]]
_SHOWN = 60
_RUN_OF_BLANKS = re.compile(r"[ \u00a0]{3,}|\t\t")
_BLANK_LINES = re.compile(r"\n\s*\n")
_LIST_SIGN = re.compile(r"[-–•*·▪◦‣]\s+\S")
_SURELY = 6, 3  # words and small ones among them, so that no title of two languages is taken for a fault
_WHITE = "FFFFFF"
_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_POINTING = ("PAGEREF", "REF", "NOTEREF")


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
                    " Überprüfen ihre Sprache setzen.", text=_short(found))  # fmt: skip
            return
        told = told_by_words(words, *_SURELY) if read.language else ""
        if told and not read.language.startswith(told):
            yield _("Eine Stelle ist auf {language} und nicht so gekennzeichnet: „{text}“. Bitte sie auswählen und"
                    " unter Überprüfen ihre Sprache setzen.", language=_(LANGUAGES[told]),
                    text=_short(words))  # fmt: skip
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
                    text=_short(text), level=level, before=last)  # fmt: skip
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
                    " nehmen.", text=_short(own_text(paragraph)))  # fmt: skip
            return


def lists_are_lists(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.1; EN 301 549, 10.1.3.1; PDF/UA 7.6: a list is one for those who do not see its signs."""
    for before, after in pairwise(read.paragraphs):
        if all(
            _LIST_SIGN.match(own_text(one).lstrip()) and read.says(one, "w:numPr") is None for one in (before, after)
        ):
            yield _("„{text}“ sieht aus wie eine Aufzählung und ist keine: Bitte die Formatvorlage für Aufzählungen"
                    " nehmen.", text=_short(own_text(before)))  # fmt: skip
            return


def pictures_have_texts(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.1.1; EN 301 549, 10.1.1.1; PDF/UA 7.3: an alternative text, or the mark of a decoration."""
    silent = sum(
        1 for root in (read.body, *read.edges) for drawing in root.iter(qn("w:drawing")) if _is_silent(drawing)
    )
    silent += sum(
        1 for root in (read.body, *read.edges)
        for shape in root.iter("{urn:schemas-microsoft-com:vml}imagedata") if not shape.getparent().get("alt")
    )  # fmt: skip
    if silent:
        yield ngettext(
            "{count} Bild hat keinen Alternativtext: Bitte einen eintragen oder das Bild als dekorativ kennzeichnen.",
            "{count} Bilder haben keinen Alternativtext: Bitte einen eintragen oder sie als dekorativ kennzeichnen.",
            silent,
        )


def _is_silent(drawing: Any) -> bool:
    told = next(drawing.iter(qn("wp:docPr")), None)
    if next(drawing.iter(qn("a:blip")), None) is None or told is None:
        return False
    decorative = next(told.iter(_DECORATIVE), None)
    return not (told.get("descr") or "").strip() and (decorative is None or decorative.get("val") not in {"1", "true"})


def contrast_is_enough(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.4.3 contrast (minimum); EN 301 549, 10.1.4.3, for the styles in use and the colours of runs."""
    faint = {
        (style, text, ground)
        for style, text, ground in _colours(read)
        if is_colour(text) and is_colour(ground) and contrast(text, ground) < ENOUGH
    }
    for style, text, ground in sorted(faint):
        ratio = f"{contrast(text, ground):.1f}"
        yield _("Die Schrift in „{style}“ hebt sich zu wenig ab ({ratio} statt 4.5): Bitte eine dunklere Farbe wählen.",
                style=style, ratio=ratio)  # fmt: skip


def _colours(read: WordReading) -> set[tuple[str, str, str]]:
    """The style, colour and ground of all words; "" is a colour that Word chooses so that it can be seen."""
    found = set()
    for root in (read.body, *read.edges):
        grounds = dict(_grounds(read, root))
        pairs = {(read.style_of(paragraph), ground) for paragraph, ground in grounds.items()}
        plain = {style for style, paragraph in read.named_in(root) if paragraph not in grounds}
        pairs |= {(style, _ground_of(read, style)) for style in plain | {read.default_style}}
        found |= {(style, _value(read.style_says(style, "w:rPr/w:color"), "val"), ground) for style, ground in pairs}
        for colour in root.iter(qn("w:color")):
            if colour.getparent().getparent().tag != R:
                continue
            paragraph = next(colour.iterancestors(P))
            style = read.style_of(paragraph)
            found.add((style, _value(colour, "val"), grounds.get(paragraph) or _ground_of(read, style)))
    return found


def _grounds(read: WordReading, root: Any) -> Iterator[tuple[Any, str]]:
    """The paragraphs that lie on a ground which they, or their cell, say themselves."""
    for shade in root.iter(qn("w:shd")):
        about = shade.getparent()
        if not is_colour(fill := _value(shade, "fill")):
            continue
        if about.tag == qn("w:tcPr"):
            yield from ((one, fill) for one in about.getparent().iter(P))
        elif about.tag == qn("w:pPr") and about.getparent().tag == P:
            yield about.getparent(), fill


def _ground_of(read: WordReading, style: str) -> str:
    fill = _value(read.style_says(style, "w:pPr/w:shd"), "fill")
    return fill if is_colour(fill) else _WHITE


def _value(node: Any, name: str) -> str:
    return "" if node is None else str(node.get(qn(f"w:{name}"), ""))


def links_lead_somewhere(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 2.4.4 and 2.4.5; PDF/UA 7.18.5: contents and links lead to a bookmark that is there."""
    marks = {mark.get(qn("w:name")) for mark in read.body.iter(qn("w:bookmarkStart"))} | {"_top"}
    wanted = {link.get(qn("w:anchor")) for link in read.body.iter(qn("w:hyperlink"))} - {None}
    told = [one.text or "" for one in read.body.iter(qn("w:instrText"))]
    told += [one.get(qn("w:instr"), "") for one in read.body.iter(qn("w:fldSimple"))]
    wanted |= {parts[1] for text in told if len(parts := text.split()) > 1 and parts[0] in _POINTING}
    lost = [
        link
        for link in read.body.iter(qn("w:hyperlink"))
        if link.get(qn("r:id"), next(iter(read.ties), "")) not in read.ties
    ]
    if count := len(wanted - marks) + len(lost):
        yield ngettext(
            "{count} Verweis führt ins Leere: Bitte das Verzeichnis aktualisieren oder den Verweis löschen.",
            "{count} Verweise führen ins Leere: Bitte das Verzeichnis aktualisieren oder die Verweise löschen.",
            count,
        )


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= _SHOWN else f"{line[: _SHOWN - 1]}…"


RULES: tuple[Rule, ...] = (
    has_title, has_language, marks_other_languages, headings_have_no_gaps, tables_have_heads, nothing_empty_makes_room,
    no_blanks_for_layout, lists_are_lists, pictures_have_texts, contrast_is_enough, links_lead_somewhere,
)  # fmt: skip
