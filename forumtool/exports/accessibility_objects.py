"""The rules for what is no running text: pictures, boxes, fields, links, and a lock on the whole document."""

import re
from collections.abc import Callable, Iterator
from typing import Any

from docx.oxml.ns import qn

from forumtool.exports.word_reading import T, WordReading, own_text, short
from forumtool.i18n import _, ngettext

_DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
_BOX = qn("w:txbxContent")
_POINTING = ("PAGEREF", "REF", "NOTEREF")
_FILLED_IN = [qn(f"w:{name}") for name in ("text", "richText", "dropDownList", "comboBox", "date")] + [
    "{http://schemas.microsoft.com/office/word/2010/wordml}checkbox"
]
_ABSOLUTE = re.compile(r"position\s*:\s*absolute")
_EMPTY_WORDS = {
    "hier", "hier klicken", "klicken sie hier", "link", "dieser link", "mehr", "mehr dazu", "weiter", "weiterlesen",
    "mehr erfahren", "here", "click here", "this link", "more", "read more", "learn more",
}  # fmt: skip


def pictures_have_texts(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.1.1; EN 301 549, 10.1.1.1; PDF/UA 7.3: an alternative text, or the mark of a decoration."""
    drawings = [one for root in (read.body, *read.edges) for one in root.iter(qn("w:drawing"))]
    silent = sum(map(_is_silent, drawings))
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
    """Tell whether a picture, chart, diagram or empty shape says nothing; a box with words says these."""
    told = next(drawing.iter(qn("wp:docPr")), None)
    if told is None or (next(drawing.iter(qn("a:blip")), None) is None and next(drawing.iter(_BOX), None) is not None):
        return False
    return not (told.get("descr") or told.get("title") or "").strip() and not _is_decorative(told)


def _is_decorative(told: Any) -> bool:
    decorative = next(told.iter(_DECORATIVE), None)
    return decorative is not None and decorative.get("val") in {"1", "true"}


def boxes_stand_in_the_line(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 1.3.2; EN 301 549, 10.1.3.2: words in a box that floats are read anywhere, or not at all."""
    for box in read.body.iter(_BOX):
        text = "".join(box.itertext(T)).strip()
        if text and any(map(_floats, box.iterancestors())):
            yield _("Ein Textfeld schwebt über dem Text: „{text}“. Bitte unter Layout, Textumbruch „Mit Text in Zeile“"
                    " wählen oder die Worte in den Text nehmen.", text=short(text))  # fmt: skip
            return


def _floats(node: Any) -> bool:
    return node.tag == qn("wp:anchor") or _ABSOLUTE.search(node.get("style") or "") is not None


def fields_have_names(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 4.1.2 and 3.3.2; EN 301 549, 10.4.1.2: who fills in a field hears what belongs into it."""
    found = [one for one in read.body.iter(qn("w:sdtPr")) if any(one.find(tag) is not None for tag in _FILLED_IN)]
    silent = sum(1 for one in found if (named := one.find(qn("w:alias"))) is None or not named.get(qn("w:val")))
    if silent:
        yield ngettext(
            "{count} Feld zum Ausfüllen hat keinen Namen: Bitte unter Entwicklertools, Eigenschaften einen Titel"
            " eintragen.",
            "{count} Felder zum Ausfüllen haben keinen Namen: Bitte unter Entwicklertools, Eigenschaften je einen Titel"
            " eintragen.",
            silent,
        )


def nothing_is_locked(read: WordReading) -> Iterator[str]:
    """EN 301 549, 10.1.1 and what Word's own checker asks: a lock keeps programs that read aloud from the text."""
    for lock in read.locks:
        if lock.get(qn("w:enforcement")) in {"1", "true", "on"} and lock.get(qn("w:edit")) != "trackedChanges":
            yield _("Das Dokument ist gegen Bearbeiten geschützt: Bitte unter Überprüfen den Schutz aufheben, bevor es"
                    " veröffentlicht wird.")  # fmt: skip


def links_say_where_they_lead(read: WordReading) -> Iterator[str]:
    """WCAG 2.1, 2.4.4; EN 301 549, 10.2.4.4: links are also listed by themselves."""
    for link in read.body.iter(qn("w:hyperlink")):
        text = own_text(link).strip().strip("…. »>›").strip()
        if text.casefold() in _EMPTY_WORDS:
            yield _("Der Verweis „{text}“ sagt nicht, wohin er führt: Bitte den Titel des Ziels als Text nehmen.",
                    text=text)  # fmt: skip
            return


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


OBJECTS: tuple[Callable[[WordReading], Iterator[str]], ...] = (
    pictures_have_texts, boxes_stand_in_the_line, fields_have_names, nothing_is_locked, links_say_where_they_lead,
    links_lead_somewhere,
)  # fmt: skip
