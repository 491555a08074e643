"""Who was in the rooms: the constituencies of all forums."""

from functools import partial

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QVBoxLayout

from forumtool.i18n import _
from forumtool.storage.queries.process import constituencies
from forumtool.storage.queries.steering import RoomRow, rooms
from forumtool.ui.desk import Desk
from forumtool.ui.parts.going import begin_at
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.row_heights import wrap_rows
from forumtool.ui.parts.table import Column, RowsModel, table
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page

_ALL = "all"
_LEAST = 190  # pixels


class RoomsPage(Page):
    """A forum on each line, how many of each bench came of those on its list, and below them all forums together."""

    concerns = ("attendance", "participant", "constituency", "forum", "proposal")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        sheet = Panel()
        self.rooms_model: RowsModel[RoomRow] = RowsModel(())
        self.rooms = table(self.rooms_model, _("Zusammensetzung der Foren"))
        self.rooms_model.setParent(self.rooms)
        self.nobody = words(
            _("Noch steht niemand auf einer Liste: Im Ankommen (Strg 4) kommen die Personen dazu."), "quiet", wrap=True
        )
        self.legend = words(_("Anwesend von denen, die auf der Liste stehen."), "quiet")
        sheet.inside.addLayout(across(words(_("Wer war dabei?"), "heading"), self.legend, 1))
        sheet.inside.addWidget(self.nobody)
        sheet.inside.addWidget(self.rooms, 1000)
        sheet.inside.addStretch(1)
        wrap_rows(self.rooms)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(sheet)

    def refresh(self) -> None:
        rows = [row for row in rooms(self.desk.file) if row.listed]
        for thing in (self.rooms, self.legend):
            thing.setVisible(bool(rows))
        self.nobody.setVisible(not rows)
        if len(rows) > 1:
            rows.append(_together(rows))
        self._show(rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the titles of the forums the room that the counts leave; too little, and the table scrolls."""
        head, count = self.rooms.horizontalHeader(), self.rooms_model.columnCount()
        if count:
            needed = sum(head.sectionSize(at) for at in range(1, count))
            has_room = self.rooms.width() - needed >= _LEAST
            head.setSectionResizeMode(0, head.ResizeMode.Stretch if has_room else head.ResizeMode.Interactive)
            if not has_room:
                head.resizeSection(0, _LEAST)

    def take_focus(self) -> None:
        begin_at(self.rooms, 0)

    def _show(self, rows: list[RoomRow]) -> None:
        benches = [bench for bench in constituencies(self.desk.file, "forum")
                   if any(bench.id in row.benches for row in rows)]  # fmt: skip
        columns = [Column(_("Forum"), lambda row: row.title)]
        columns.append(Column(_("Vorschläge"), lambda row: row.cards, align_right=True))
        columns += [Column(bench.title, partial(_on_bench, bench.id)) for bench in benches]
        if any(None in row.benches for row in rows):
            columns.append(Column(_("ohne Bank"), partial(_on_bench, None)))
        columns.append(Column(_("zusammen"), lambda row: _share(row.listed, row.present)))
        self.rooms_model.beginResetModel()
        self.rooms_model.columns, self.rooms_model.rows = columns, rows
        self.rooms_model.endResetModel()
        head = self.rooms.horizontalHeader()
        head.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        self.fit()


def _together(rows: list[RoomRow]) -> RoomRow:
    benches: dict[str | None, tuple[int, int]] = {}
    for row in rows:
        for key, (listed, present) in row.benches.items():
            before = benches.get(key, (0, 0))
            benches[key] = before[0] + listed, before[1] + present
    cards, listed, present = (sum(values) for values in zip(*((row.cards, row.listed, row.present) for row in rows),
                                                            strict=True))  # fmt: skip
    return RoomRow(_ALL, _("alle Foren"), "", cards, listed, present, benches)


def _on_bench(bench_id: str | None, row: RoomRow) -> str:
    return _share(*row.benches.get(bench_id, (0, 0)))


def _share(listed: int, present: int) -> str:
    return _("{some} von {all}", some=present, all=listed) if listed else "–"
