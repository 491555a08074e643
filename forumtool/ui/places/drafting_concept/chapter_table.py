"""The fields of action: what goes into each of them, or which theme fields do, to be ticked."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QTabBar

from forumtool.i18n import _
from forumtool.storage.queries.steering import ChapterRow, chapters
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.going import begin_at
from forumtool.ui.parts.narrow import Narrow
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words
from forumtool.ui.places.setting_up.action_fields import ActionFieldsPage

_LEAST, _MAPPING = 176, 300  # pixels


class ChapterTable(Panel):
    """Two pages; ``chosen_changed`` is called when another field is looked at or only its measures are wanted."""

    def __init__(self, desk: Desk, chosen_changed: Callable[[], object]) -> None:
        super().__init__(margin=1, spacing=0)
        self._desk = desk
        self.model: RowsModel[ChapterRow] = RowsModel(
            (
                Column(_("Nr."), lambda row: row.number, 56),
                Column(_("Handlungsfeld"), lambda row: row.title, 290),
                Column(_("aus den Themenfeldern"), lambda row: " · ".join(row.theme_fields) or "–"),
                Column(_("Vorschläge"), lambda row: row.cards or "–", 114, align_right=True),
                Column(_("Maßnahmen"), lambda row: row.measures or "–", 118, align_right=True),
            )
        )
        self.view = table(self.model, _("Handlungsfelder"))
        self.model.setParent(self.view)
        wrap_rows(self.view)
        Narrow(self.view, self.model.columns, (3,), 170)
        self.mapping = ActionFieldsPage(desk)
        self.mapping.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Ignored)  # as high as the other page
        self.tabs, self.stack = QTabBar(), QStackedWidget()
        self.only = button(_("nur Maßnahmen dieses Handlungsfelds"), chosen_changed, role="chip")
        self.only.setCheckable(True)
        self.empty = words(
            _("Noch kein Handlungsfeld: Die Gliederung des Konzepts steht erst fest, wenn die Foren gesprochen haben."),
            "quiet", wrap=True,
        )  # fmt: skip
        self.unmapped = words("", "small", wrap=True)
        self._build()
        self.setMinimumHeight(_LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        self.view.selectionModel().currentRowChanged.connect(lambda *_rows: chosen_changed())

    def _build(self) -> None:
        self.tabs.setAccessibleName(_("Ansicht der Handlungsfelder"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        for title, page in ((_("Handlungsfelder"), self.view), (_("Zuordnung"), self.mapping)):
            self.tabs.addTab(title)
            self.stack.addWidget(page)
        self.tabs.currentChanged.connect(self._turn)
        head = across(self.tabs, 1, self.only)
        head.setContentsMargins(10, 4, 10, 2)
        self.inside.addLayout(head)
        self.inside.addWidget(self.stack, 1)
        self.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        self.inside.addWidget(self.unmapped)
        for label in (self.empty, self.unmapped):
            label.setContentsMargins(16, 6, 16, 8)

    def hasHeightForWidth(self) -> bool:
        """Its tables scroll: it takes the height that there is, whatever the sentences would like."""
        return False

    @property
    def chosen(self) -> ChapterRow | None:
        """The field that is looked at, or None."""
        at = self.view.currentIndex().row()
        return self.model.rows[at] if 0 <= at < len(self.model.rows) else None

    def refresh(self) -> None:
        """Read the fields and show them."""
        kept = self.chosen
        self.model.show(chapters(self._desk.file))
        at = self.model.row_of(kept.id) if kept else -1
        if at >= 0 and self.view.currentIndex().row() != at:
            self.view.setCurrentIndex(self.model.index(at, 1))
        self.mapping.refresh()
        self._show()

    def tell(self, sentence: str) -> None:
        """Say something below the fields."""
        self.unmapped.setText(sentence)
        self.unmapped.setVisible(bool(sentence))

    def take_focus(self) -> None:
        """Put the keyboard on the fields; where there is none yet, on the way to make the first one."""
        if self.tabs.currentIndex():
            self.mapping.take_focus()
        elif self.model.rows:
            begin_at(self.view, 0, 1)
        else:
            self.tabs.setFocus()

    def _turn(self, page: int) -> None:
        self.stack.setCurrentIndex(page)
        self.setMinimumHeight(_MAPPING if page else _LEAST)
        self._show()

    def _show(self) -> None:
        mapping = bool(self.tabs.currentIndex())
        self.stack.setVisible(mapping or bool(self.model.rows))
        self.empty.setVisible(not mapping and not self.model.rows)
        self.only.setVisible(not mapping and bool(self.model.rows))
