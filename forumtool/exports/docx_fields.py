"""Fields of a template, ``{{ forum.title }}``: what they are called, and filling them with what a report says.

Jinja in docxtpl's spelling, in a sandbox (https://jinja.palletsprojects.com/en/stable/sandbox/): values are texts and
dicts of texts, there is nothing to call, and loops are counted. Conditions and loops work.

    document.title  process.title  process.motto  forum.title  forum.date  forum.place  host  facilitation
    minute_taker  minutes.version  minutes.state  minutes.objections_until  audience  today  logo
    inhalt or content, alone in a paragraph: here goes what the program writes
    words.page  words.of  words.minutes  words.date  words.place …: captions in the document's language
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docxtpl import DocxTemplate
from lxml import etree

from forumtool.domain.report import Report
from forumtool.exports.field_sandbox import FieldSandbox
from forumtool.exports.safe_text import SafeText
from forumtool.exports.words import MINUTES_STATES, day, word
from forumtool.i18n import N_, Catalogue

FIELDS = {
    "document.title": N_("Titel des Dokuments"),
    "process.title": N_("Titel des Prozesses"),
    "process.motto": N_("Motto des Prozesses"),
    "forum.title": N_("Titel des Forums"),
    "forum.date": N_("Tag des Forums"),
    "forum.place": N_("Ort des Forums"),
    "host": N_("Veranstalter"),
    "facilitation": N_("Moderation"),
    "minute_taker": N_("Protokoll"),
    "minutes.version": N_("Nummer der Fassung"),
    "minutes.state": N_("Stand der Fassung"),
    "minutes.objections_until": N_("Tag, bis zu dem Einwände möglich sind"),
    "audience": N_("für wen das Dokument ist"),
    "today": N_("heutiger Tag"),
    "logo": N_("Logo des Hauses"),
    "inhalt": N_("Platz für den Inhalt, allein in einem Absatz"),
}
"""What the window's help says of each field."""
AUDIENCES = {"internal": N_("intern"), "steering": N_("Steuerungsgruppe"), "public": N_("Öffentlichkeit")}
_CAPTIONS = {
    "page": N_("Seite"), "of": N_("von"), "date": N_("Termin"), "place": N_("Ort"), "host": N_("Veranstalter"),
    "facilitation": N_("Moderation"), "minute_taker": N_("Protokoll"), "version": N_("Version"), "state": N_("Stand"),
}  # fmt: skip
_NOTES = (RELATIONSHIP_TYPE.FOOTNOTES, RELATIONSHIP_TYPE.ENDNOTES)
_MARKS = ("{{", "{%", "{#")

Values = Mapping[str, str | Mapping[str, str]]


def values(report: Report, title: str, say: Catalogue, safe: SafeText, state: str | None = None) -> Values:
    """Return what the fields stand for in the document of this title, as texts; what a report does not say is empty.

    ``state`` is that of a document which is no version of the minutes.
    """
    part = report.forums[0] if report.one_forum else None
    forum = part.forum if part else None
    minutes = part.minutes if part else None
    found: dict[str, str | dict[str, str]] = {
        "document": {"title": title},
        "process": {"title": report.process.title, "motto": report.process.motto},
        "forum": {"title": forum.title, "date": day(forum.when, say), "place": forum.place}
        if forum
        else dict.fromkeys(("title", "date", "place"), ""),
        "minutes": {
            "version": str(minutes.version if minutes else 1),
            "state": word(MINUTES_STATES, minutes.state if minutes else "draft", say),
            "objections_until": day(minutes.objections_until, say) if minutes else "",
        }
        if state is None
        else {"version": "", "state": state, "objections_until": ""},
        "words": {key: say(caption) for key, caption in _CAPTIONS.items()},
        "host": (forum.host if forum else "") or report.process.host,
        "facilitation": forum.facilitation if forum else "",
        "minute_taker": forum.minute_taker if forum else "",
        "audience": word(AUDIENCES, report.audience, say),
        "today": day(date.today().isoformat(), say),
    }
    return {key: safe.plain(value) if isinstance(value, str) else {name: safe.plain(text) for name, text
            in value.items()} for key, value in found.items()}  # fmt: skip


class Fields:
    """Fills the fields of one template. ``logo`` puts the logo into a part and returns runs of XML, or nothing."""

    def __init__(self, template: DocxTemplate, told: Values, logo: Callable[[Any], str], say: Catalogue) -> None:
        self._template = template
        self._told = told
        self._logo = logo
        self._say = say
        self._broken: dict[str, None] = {}
        self._sandbox = FieldSandbox(told)

    def fill(self) -> list[str]:
        """Fill all parts, footnotes too; return a sentence for each kind of field that was not filled."""
        main = self._template.docx.part
        self._fill(main, main.element.body)
        for tie in list(main.rels.values()):
            if tie.reltype in (DocxTemplate.HEADER_URI, DocxTemplate.FOOTER_URI):
                self._fill(tie.target_part, tie.target_part.element)
            elif tie.reltype in _NOTES:
                self._fill_notes(tie.target_part)
        return [*self._notes()]

    def _fill_notes(self, part: Any) -> None:
        """Fill a part that python-docx keeps as bytes; it has no place for a logo."""
        if not any(mark.encode() in part.blob for mark in _MARKS):
            return
        root = parse_xml(part.blob)
        self._fill(None, root)
        part._blob = etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)

    def _fill(self, part: Any, root: Any) -> None:
        text = "".join(root.itertext(qn("w:t")))
        if not any(mark in text for mark in _MARKS):
            return
        for hint in list(root.iter(qn("w:showingPlcHdr"))):  # Word would take what is filled in for a hint
            hint.getparent().remove(hint)
        if "{%" in text and self._filled_whole(part, root):
            return
        for paragraph in reversed(list(root.iter(qn("w:p")))):
            if any(mark in "".join(paragraph.itertext(qn("w:t"))) for mark in _MARKS):
                self._fill_paragraph(part, paragraph)

    def _filled_whole(self, part: Any, root: Any) -> bool:
        """Fill a part at once, as conditions and loops over paragraphs need; False leaves it as it was."""
        made = self._filled(part, root)
        if made is None:
            return False
        for child in list(root):
            root.remove(child)
        root.extend(list(made))
        return True

    def _fill_paragraph(self, part: Any, paragraph: Any) -> None:
        made = self._filled(part, paragraph)
        if made is None:
            self._broken[" ".join("".join(paragraph.itertext(qn("w:t"))).split())] = None
        elif _has_content(made) or not _can_go(paragraph):
            paragraph.getparent().replace(paragraph, made)
        else:
            paragraph.getparent().remove(paragraph)

    def _filled(self, part: Any, node: Any) -> Any:
        xml = self._template.patch_xml(etree.tostring(node, encoding="unicode", with_tail=False))
        told = {**self._told, "logo": self._sandbox.xml(self._logo(part)) if part is not None and "logo" in xml else ""}
        try:
            return parse_xml(self._template.render_xml_part(xml, part, told, self._sandbox))
        except Exception:  # Jinja and lxml answer to what people write with errors of twenty kinds
            return None

    def _notes(self) -> Iterable[str]:
        if unknown := sorted(self._sandbox.unknown):
            yield self._say(
                "Die Vorlage hat Felder, die es nicht gibt; sie bleiben leer: {fields}.", fields=", ".join(unknown)
            )
        for text in self._broken:
            yield self._say(
                "Ein Feld der Vorlage ist nicht zu verstehen und bleibt stehen, wie es ist: {text}", text=text[:120]
            )


def _has_content(paragraph: Any) -> bool:
    shown = ("w:drawing", "w:pict", "w:object", "w:br", "w:fldSimple", "w:fldChar", "w:sectPr", "w:sdt", "w:ptab")
    return bool("".join(paragraph.itertext(qn("w:t"))).strip()) or any(
        next(paragraph.iter(qn(tag)), None) is not None for tag in shown
    )


def _can_go(paragraph: Any) -> bool:
    """Tell whether a paragraph that became empty may go: each part, and the end of each cell, needs one."""
    parent = paragraph.getparent()
    others = [one for one in parent.findall(qn("w:p")) if one is not paragraph]
    return bool(others) and not (parent.tag == qn("w:tc") and parent[-1] is paragraph)
