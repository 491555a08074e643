"""What a public document still says of people in free text: each find can be blackened in this export, or stays."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from forumtool.domain.finds import Find
from forumtool.exports.found_words import kind_told, place_told
from forumtool.i18n import _, ngettext, speaking
from forumtool.ui.parts.buttons import button, shortcut
from forumtool.ui.parts.cells import Cells
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words

_TICK = 0
_LEAST = 236  # pixels


class FindsPane(Panel):
    """``changed`` tells that another find is blackened or stays, ``wanted`` that somebody wants to see its thing."""

    changed = Signal()
    wanted = Signal(object)

    def __init__(self) -> None:
        super().__init__(spacing=6)
        self.blackened: frozenset[str] = frozenset()
        self.head = words("", "heading", wrap=True)
        self.model: RowsModel[Find] = RowsModel(self._columns(), self)
        self.view = table(self.model, _("Namen und Adressen im freien Text"))
        self.view.setItemDelegate(Cells(self.view))
        self.setMinimumHeight(_LEAST)
        self.view.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
        self.all = button(_("Alle schwärzen"), lambda: self.blacken({row.id for row in self.model.rows}))
        self.none = button(_("Alle stehen lassen"), lambda: self.blacken(()), role="plain")
        shortcut(self.view, "Space", self._turn_chosen)
        EnterKey(self.view, lambda: self._want(self.view.currentIndex().row()))
        self.view.doubleClicked.connect(lambda index: self._want(index.row()))
        hint = words(_("Enter führt zur Karte, Leertaste schwärzt; geschwärzt wird nur in dieser Ausgabe."), "small",
                     wrap=True)  # fmt: skip
        for thing in (self.head, hint):
            self.inside.addWidget(thing)
        self.inside.addWidget(self.view, 1)
        self.inside.addLayout(across(self.all, self.none, 1))

    def _columns(self) -> tuple[Column, ...]:
        say = speaking()
        return (
            Column("■", lambda row: row.id in self.blackened, 40, check=lambda row, on: self._tick(row, on=on)),
            Column(_("Steht da"), lambda row: row.text, 0, look="wrap"),
            Column(_("Wo"), lambda row: f"{place_told(row, say)} ({kind_told(row, say)})", 0, look="wrap quiet"),
        )

    @property
    def kept(self) -> tuple[Find, ...]:
        """What would stand in the document."""
        return tuple(row for row in self.model.rows if row.id not in self.blackened)

    def show_finds(self, finds: Sequence[Find]) -> None:
        """Show what was found; what is no longer there is blackened no more."""
        self.blackened &= {find.id for find in finds}
        self.model.show(finds)
        self.view.resizeRowsToContents()
        self.view.setVisible(bool(finds))
        self._tell()

    def blacken(self, ids: "frozenset[str] | set[str] | tuple[()]") -> None:
        """Blacken the finds with these ids, and no others."""
        self.blackened = frozenset(ids)
        if self.model.rows:
            self.model.dataChanged.emit(self.model.index(0, _TICK), self.model.index(len(self.model.rows) - 1, _TICK))
        self._tell()
        self.changed.emit()

    def _tick(self, row: Find, *, on: bool) -> None:
        self.blacken(self.blackened | {row.id} if on else self.blackened - {row.id})

    def _turn_chosen(self) -> None:
        at = self.view.currentIndex().row()
        if 0 <= at < len(self.model.rows):
            row = self.model.rows[at]
            self._tick(row, on=row.id not in self.blackened)

    def _want(self, at: int) -> None:
        if 0 <= at < len(self.model.rows):
            self.wanted.emit(self.model.rows[at])

    def _tell(self) -> None:
        count = len(self.kept)
        for one in (self.all, self.none):
            one.setEnabled(bool(self.model.rows))
        if not self.model.rows:
            self.head.setText(_("Im freien Text steht kein bekannter Name und keine Adresse."))
        elif not count:
            self.head.setText(_("Alle Funde sind in dieser Ausgabe geschwärzt."))
        else:
            self.head.setText(
                ngettext(
                    "Im freien Text steht noch {count} Name oder Adresse",
                    "Im freien Text stehen noch {count} Namen und Adressen",
                    count,
                )
            )
