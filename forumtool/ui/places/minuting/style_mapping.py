"""Which style of a template stands for which of the program's, and the fields that a template may have."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QGridLayout, QVBoxLayout, QWidget

from forumtool.domain.rows import TemplateRow
from forumtool.i18n import _
from forumtool.services.templates import map_style, mapping_of
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import across, scrolling
from forumtool.ui.parts.words import words


class StyleMapping(QDialog):
    """A list for each thing that a document sets; each choice is a step at once."""

    def __init__(self, desk: Desk, row: TemplateRow, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._row = desk, row
        self.choices: dict[str, QComboBox] = {}
        self.setWindowTitle(_("Formatvorlagen zuordnen"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        inside = QWidget()
        rows = QVBoxLayout(inside)
        rows.setContentsMargins(0, 0, 12, 0)
        rows.setSpacing(10)
        rows.addWidget(words(row.title, "heading"))
        rows.addLayout(self._styles())
        rows.addWidget(words(_("Felder für Deckblatt, Kopf- und Fußzeile"), "heading"))
        rows.addLayout(_fields())
        rows.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(20, 16, 20, 16)
        outer.addWidget(scrolling(inside), 1)
        outer.addLayout(across(1, button(_("Schließen"), self.accept)))
        whole = parent.window().size()
        self.resize(min(560, whole.width() - 60), min(720, whole.height() - 40))

    def _styles(self) -> QGridLayout:
        from forumtool.exports.docx_roles import ROLES, found_names, style_names

        content = self._desk.file.content(self._row.content)
        names = {kind: style_names(content, kind) for kind in ("paragraph", "table")}
        found, kept = found_names(content), mapping_of(self._row)
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for at, (role, told) in enumerate(ROLES.items()):
            choice = QComboBox()
            choice.setAccessibleName(_(told.title))
            choice.addItem(_usual(role, found), "")
            for name in names[told.kind]:
                choice.addItem(name, name)
            choice.setCurrentIndex(max(choice.findData(kept.get(role, "")), 0))
            choice.activated.connect(lambda _at, role=role: self._map(role))
            label = words(_(told.title))
            label.setBuddy(choice)
            grid.addWidget(label, at, 0)
            grid.addWidget(choice, at, 1)
            self.choices[role] = choice
        return grid

    def _map(self, role: str) -> None:
        self._desk.do(map_style, self._row.id, role, str(self.choices[role].currentData()))


def _usual(role: str, found: dict[str, str]) -> str:
    if role in found:
        return _("von selbst: {style}", style=found[role])
    return _("wie in der Vorlage") if role == "body" else _("wird ergänzt")


def _fields() -> QGridLayout:
    from forumtool.exports.docx_fields import FIELDS

    grid = QGridLayout()
    grid.setColumnStretch(1, 1)
    for at, (field, told) in enumerate(FIELDS.items()):
        name = words("{{ %s }}" % field, "small")  # noqa: UP031 - braces are what is shown
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(name, at, 0)
        grid.addWidget(words(_(told), "small", wrap=True), at, 1)
    return grid
