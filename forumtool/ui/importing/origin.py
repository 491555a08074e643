"""Where the list is in its file: which sheet, which line has the heads, which letters it was written in."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from forumtool.i18n import N_, _, ngettext
from forumtool.imports.encoding import ENCODINGS
from forumtool.imports.heads import NO_HEADS
from forumtool.imports.table import Source, Table, lines_for_heads, read_source, table_in
from forumtool.ui.importing.columns import Calm, fit
from forumtool.ui.parts.panel import across
from forumtool.ui.parts.words import words

_NAMES = {
    "utf-8": "UTF-8", "utf-8-sig": N_("UTF-8 (mit BOM)"), "cp1252": "Windows-1252", "mac_roman": "Mac Roman",
    "cp850": "DOS (cp850)", "cp1254": N_("Windows-1254 (türkisch)"), "utf-16": "UTF-16", "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16", "utf-32": "UTF-32",
}  # fmt: skip
_DELIMITERS = {";": N_("Semikolon"), ",": N_("Komma"), "\t": N_("Tabulator")}
_SIGNS_OF_A_ROW = 60


class Origin(QWidget):
    """Boxes for what was found out about a file; ``changed`` is called with the list that another choice means."""

    def __init__(self, path: Path, source: Source, changed: Callable[[], object]) -> None:
        super().__init__()
        self._path, self._source, self._changed = path, source, changed
        self.table = table_in(source)
        self.facts = words("", "small")
        self.sheet, self.heads, self.encoding = QComboBox(), QComboBox(), QComboBox()
        self._calm = Calm(self)
        self._pairs: dict[QComboBox, QWidget] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.facts, 1)
        for name, box, act in (
            (_("Blatt"), self.sheet, self._choose_sheet), (_("Spaltenköpfe"), self.heads, self._choose_heads),
            (_("Zeichensatz"), self.encoding, self._choose_encoding),
        ):  # fmt: skip
            row.addWidget(self._named(name, box))
            box.activated.connect(lambda _at, act=act: act())
        self._show()

    def _named(self, name: str, box: QComboBox) -> QWidget:
        fit(box, 16)
        box.setAccessibleName(name)
        self._calm.keep(box)
        pair = self._pairs[box] = QWidget()
        pair.setLayout(across(words(name, "small"), box, spacing=6))
        return pair

    def _show(self) -> None:
        self.facts.setText(" · ".join(facts(self.table)))
        self._show_sheets()
        self._show_heads()
        self._show_encodings()

    def _show_sheets(self) -> None:
        self.sheet.clear()
        for one in self._source.sheets:
            self.sheet.addItem(one.title, one.title)
        self.sheet.setCurrentIndex(max(self.sheet.findData(self.table.sheet), 0))
        self._pairs[self.sheet].setVisible(len(self._source.sheets) > 1)

    def _show_heads(self) -> None:
        self.heads.clear()
        self.heads.addItem(_("ohne Spaltenköpfe"), NO_HEADS)
        for line, cells in lines_for_heads(self._source, self.table.sheet):
            said = " · ".join(cell for cell in (" ".join(cell.split()) for cell in cells) if cell)[:_SIGNS_OF_A_ROW]
            self.heads.addItem(_("Zeile {line}: {cells}", line=line, cells=said), line)
        self.heads.setCurrentIndex(max(self.heads.findData(self.table.head_line), 0))

    def _show_encodings(self) -> None:
        written = self.table.encoding
        self.encoding.clear()
        names = dict.fromkeys([_name_of(written), *map(_name_of, ENCODINGS)]) if written else {}
        known = {_name_of(one): one for one in reversed(ENCODINGS)}
        for name in names:
            self.encoding.addItem(name, known.get(name, written))
        self._pairs[self.encoding].setVisible(bool(written))

    def _choose_sheet(self) -> None:
        self._take(lambda: table_in(self._source, str(self.sheet.currentData())))

    def _choose_heads(self) -> None:
        self._take(lambda: table_in(self._source, self.table.sheet, int(self.heads.currentData())))

    def _choose_encoding(self) -> None:
        def again() -> Table:
            self._source = read_source(self._path, str(self.encoding.currentData()))
            return table_in(self._source)

        self._take(again)

    def _take(self, read: Callable[[], Table]) -> None:
        """Read the list in another way; where that is no list, the sentence is told and the old one stays."""
        from forumtool.domain.errors import UserError

        old = self._source
        try:
            self.table = read()
        except UserError as error:
            self._source = old
            self._show()
            self.facts.setText(str(error))
            return
        self._show()
        self._changed()


def facts(table: Table) -> list[str]:
    """Return what was found out about a file: encoding and separator or sheet, rows, columns."""
    said = []
    if table.sheet:
        said.append(_("Blatt „{title}“", title=table.sheet))
    if table.encoding:
        said.append(_name_of(table.encoding))
    if table.delimiter:
        said.append(_(_DELIMITERS.get(table.delimiter, table.delimiter)))
    said.append(ngettext("{count} Zeile", "{count} Zeilen", len(table.rows)))
    said.append(ngettext("{count} Spalte", "{count} Spalten", len(table.heads)))
    return said


def _name_of(encoding: str) -> str:
    return _(_NAMES.get(encoding, encoding.upper()))
