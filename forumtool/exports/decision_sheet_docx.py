"""The sheet on which the steering group decides, as a Word document: to fill in on the screen or on paper.

A table for each goal, a row for each proposal. The fields are content controls tagged "A-17:due"; each also stands
under the head of its column or behind a label of its own, so that it is found when a program has dropped the tags.
"""

from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import Any, BinaryIO
from xml.sax.saxutils import escape

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml.ns import nsdecls
from docx.shared import Cm
from lxml import etree

from forumtool.domain.decision_sheet import DecisionSheet, SheetCard, SheetGoal
from forumtool.domain.languages import starts_right_to_left
from forumtool.domain.stopping import breathing
from forumtool.domain.when import typed
from forumtool.exports.content_controls import Controls, boxes, is_day, run_quiet
from forumtool.exports.decision_columns import NUMBER, STAND
from forumtool.exports.docx_frame import describe, settle
from forumtool.exports.docx_languages import TEXT_RUN
from forumtool.exports.docx_pages import number_pages
from forumtool.exports.docx_styles import HEAD_GROUND, LINE, QUIET, restyle
from forumtool.exports.docx_words import Written
from forumtool.exports.package_parts import save_with_pieces
from forumtool.exports.safe_text import SafeText
from forumtool.exports.tongues import Tongues
from forumtool.exports.words import LOCALES, VERDICTS, kind_before
from forumtool.i18n import Catalogue

_TWIPS = 1440 / 2.54
_WIDTHS = (1.4, 7.0, 4.0, 3.0, 3.9, 4.0, 4.0)  # centimetres: A4 across without margins of 1.2
_MARGIN = 1.2
_ROW_HEIGHT = 2.3  # centimetres: room to write by hand
_SHORT, _LINE, _LONG = "____", "____________", "______________"
_CUSTOM = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
_CUSTOM_RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
_FORMAT_ID = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"


def write(sheet: DecisionSheet, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write the sheet and return a sentence for everything that could not stand in it as it was typed."""
    safe = SafeText(say)
    document = Document()
    restyle(document, LOCALES[say.language])
    settle(document, say)
    describe(document, title(sheet, say), sheet.title, sheet.host, say, safe)
    _lay_out(document.sections[0])
    number_pages(document.sections[0], say)
    _keep_stand(document.part.package, sheet.stand)
    body = _Sheet(sheet, say, safe).parts()
    ending = etree.tostring(document.element.body[-1], encoding="unicode")
    frame = BytesIO()
    document.save(frame)
    save_with_pieces(frame, stream, "word/document.xml", (part.encode() for part in _whole(body, ending)))
    return safe.notes()


def _whole(body: Iterable[str], ending: str) -> Iterator[str]:
    yield f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:document {nsdecls("w")}><w:body>'
    yield from body
    yield f"{ending}</w:body></w:document>"


def title(sheet: DecisionSheet, say: Catalogue) -> str:
    """Return what the document is called."""
    return say("Entscheidungsbogen {title}", title=sheet.title)


def _lay_out(section: Any) -> None:
    section.orientation = WD_ORIENT.LANDSCAPE
    section.page_width, section.page_height = Cm(29.7), Cm(21)
    section.left_margin = section.right_margin = Cm(_MARGIN)
    section.top_margin, section.bottom_margin = Cm(1.5), Cm(1.6)
    section.header_distance = section.footer_distance = Cm(0.8)


def _keep_stand(package: Any, stand: str) -> None:
    """Say in the document's properties which step it shows (ECMA-376 part 1, 22.3)."""
    properties = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        '<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">'
        f'<property fmtid="{_FORMAT_ID}" pid="2" name="{STAND}"><vt:lpwstr>{escape(stand)}</vt:lpwstr></property>'
        "</Properties>"
    ).encode()
    package.relate_to(Part(PackURI("/docProps/custom.xml"), _CUSTOM, properties, package), _CUSTOM_RELATION)


class _Sheet:
    def __init__(self, sheet: DecisionSheet, say: Catalogue, safe: SafeText) -> None:
        self._sheet, self._say, self._safe = sheet, say, safe
        german = say.language == "de"
        self._controls = Controls(safe, LOCALES[say.language], "dd.MM.yyyy" if german else "dd/MM/yyyy")
        self._german = german
        self._written = Written(safe, Tongues(say.language, _typed(sheet)))
        self._verdicts = {code: say(word) for code, word in VERDICTS.items()}
        self._fields = {label: label for label in sheet.action_fields}

    def parts(self) -> Iterator[str]:
        say, sheet = self._say, self._sheet
        yield _paragraph("Title", self._controls.run(say("Entscheidungsbogen")))
        yield _paragraph("Subtitle", self._run(sheet.title))
        yield _paragraph("Hinweis", run_quiet(self._how_to()))
        for goal in sheet.goals:
            yield _paragraph("Heading1", self._run(goal.label) if goal.label else self._controls.run(say("Ohne Ziel")))
            yield from self._table(goal)
        if sheet.goals:
            yield _paragraph("Hinweis", run_quiet(say("Ende des Bogens")))  # a table cannot end a document

    def _how_to(self) -> str:
        say = self._say
        count = sum(len(goal.cards) for goal in self._sheet.goals)
        if not count:
            return say("Hier gibt es keinen Vorschlag, über den zu entscheiden ist.")
        said = [say.plural("{count} Vorschlag", "{count} Vorschläge", count)]
        if self._sheet.seats:
            said.append(say.plural("{count} Sitz", "{count} Sitze", self._sheet.seats))
        how = say(
            "Je Ziel stehen die Vorschläge mit den meisten Punkten oben. In Word auswählen und schreiben, auf Papier"
            " ankreuzen und eintragen. Die Nummern links bleiben, wie sie sind: An ihnen wird der Bogen"
            " wieder eingelesen."
        )
        return f"{' · '.join(said)}. {how}"

    def _table(self, goal: SheetGoal) -> Iterator[str]:
        say = self._say
        widths = [round(width * _TWIPS) for width in _WIDTHS]
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
        caption = escape(self._safe.line(goal.label or say("Ohne Ziel")), {'"': "&quot;"})
        yield (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="Protokolltabelle"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/>'
            '<w:tblLayout w:type="fixed"/><w:tblLook w:val="0020" w:firstRow="1" w:lastRow="0" w:firstColumn="0" '
            f'w:lastColumn="0" w:noHBand="1" w:noVBand="1"/><w:tblCaption w:val="{caption}"/></w:tblPr>'
            f"<w:tblGrid>{grid}</w:tblGrid>"
        )
        heads = (say(NUMBER), say("Vorschlag"), say("Entscheidung"), say("Stimmen"), say("Zuständig"),
                 say("Begründung"), say("Maßnahme"))  # fmt: skip
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{''.join(map(_head, widths, heads))}</w:tr>"
        height = f'<w:trHeight w:val="{round(_ROW_HEIGHT * _TWIPS)}" w:hRule="atLeast"/>'
        for card in breathing(goal.cards):
            cells = "".join(map(_cell, widths, self._row(card)))
            yield f"<w:tr><w:trPr><w:cantSplit/>{height}</w:trPr>{cells}</w:tr>"
        yield "</w:tbl>"

    def _row(self, card: SheetCard) -> tuple[str, ...]:
        return (
            _paragraph("Zelle", self._controls.run(card.number)),
            self._proposal(card),
            self._verdict(card),
            self._votes(card),
            self._task(card),
            self._line("", self._text(card, "reason", self._say("Begründung"), card.reason, _LONG, several_lines=True)),
            self._measure(card),
        )

    def _proposal(self, card: SheetCard) -> str:
        say = self._say
        told = [say.plural("{count} Punkt", "{count} Punkte", card.dots) if card.dots else "", card.group, card.forum]
        bidi = "<w:bidi/>" if starts_right_to_left(card.text) else ""
        below = self._run(" · ".join(part for part in told if part), quiet=True)
        kind = self._controls.run(kind_before(card.kind, say)) if kind_before(card.kind, say) else ""
        return _paragraph("Zelle", kind + self._run(card.text), bidi) + _paragraph("Zelle", below)

    def _run(self, text: str, *, quiet: bool = False) -> str:
        """A run of words that people typed, as far as they are in another language each with its own."""
        runs = f"<w:r>{TEXT_RUN}{self._written[text]}</w:t></w:r>"
        if not quiet:
            return runs
        colour = f'<w:color w:val="{QUIET}"/>'
        runs = runs.replace("<w:r><w:rPr>", f"<w:r><w:rPr>{colour}")
        return runs.replace(f"<w:r>{TEXT_RUN}", f"<w:r><w:rPr>{colour}</w:rPr>{TEXT_RUN}")

    def _verdict(self, card: SheetCard) -> str:
        say = self._say
        chosen = self._controls.choice(
            f"{card.number}:verdict", self._name(card, say("Entscheidung")), self._verdicts, card.verdict,
            boxes(self._verdicts.values()),
        )  # fmt: skip
        other = self._text(card, "merged_with", say("Zusammenführen mit"), card.merged_with, _SHORT)
        return self._line("", chosen) + self._line(say("mit Nr."), other)

    def _votes(self, card: SheetCard) -> str:
        say = self._say
        pairs = (
            ("votes_yes", say("Ja"), card.votes_yes),
            ("votes_no", say("Nein"), card.votes_no),
            ("votes_abstained", say("Enthaltung"), card.votes_abstained),
        )
        counted = any(count for _key, _title, count in pairs)
        return "".join(
            self._line(title, self._text(card, key, title, str(count) if counted else "", _SHORT))
            for key, title, count in pairs
        )

    def _task(self, card: SheetCard) -> str:
        say = self._say
        shown = self._day(card.due)
        due = self._controls.day(f"{card.number}:due", self._name(card, say("Frist")), card.due, shown, _LINE)
        return self._line("", self._text(card, "responsible", say("Zuständig"), card.responsible, _LONG)) + self._line(
            say("Frist"), due
        )

    def _day(self, due: str) -> str:
        """A day as people write it, and as it is read back; other text as it is."""
        if self._german:
            return typed(due)
        year, _sign, rest = due.partition("-")
        return f"{rest[3:]}/{rest[:2]}/{year}" if is_day(due) else due

    def _measure(self, card: SheetCard) -> str:
        say = self._say
        number = self._text(card, "measure_number", say("Maßnahmen-Nr."), card.measure_number, _SHORT)
        name = self._name(card, say("Handlungsfeld"))
        if self._fields:
            field = self._controls.choice(f"{card.number}:action_field", name, self._fields, card.action_field, _SHORT)
        else:
            field = self._text(card, "action_field", say("Handlungsfeld"), card.action_field, _SHORT)
        return self._line(say("Maßnahmen-Nr."), number) + self._line(say("Handlungsfeld"), field)

    def _text(
        self, card: SheetCard, key: str, title: str, text: str, empty: str, *, several_lines: bool = False
    ) -> str:
        name = self._name(card, title)
        return self._controls.text(f"{card.number}:{key}", name, text, empty, several_lines=several_lines)

    def _name(self, card: SheetCard, title: str) -> str:
        """What a screen reader says of a field."""
        return f"{card.number}: {title}"

    def _line(self, label: str, control: str) -> str:
        return _paragraph("Zelle", (run_quiet(f"{label}: ") if label else "") + control)


def _typed(sheet: DecisionSheet) -> Iterator[str]:
    yield sheet.title
    for goal in sheet.goals:
        yield from (goal.label, *(text for card in goal.cards for text in (card.text, card.group, card.forum)))


def _paragraph(style: str, runs: str, more: str = "") -> str:
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr>{runs}</w:p>'


def _cell(width: int, content: str) -> str:
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}</w:tc>'


def _head(width: int, words: str) -> str:
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:tcBorders><w:bottom w:val="single" w:sz="8" '
        f'w:space="0" w:color="{LINE}"/></w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{HEAD_GROUND}"/>'
        f"</w:tcPr>{_paragraph('Tabellenkopf', f'<w:r><w:t>{escape(words)}</w:t></w:r>')}</w:tc>"
    )
