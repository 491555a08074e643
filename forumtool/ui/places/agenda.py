"""Ablauf: what comes when, what runs now, and what really took how long."""

from typing import Any, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QVBoxLayout, QWidget

from forumtool.domain.errors import UserError
from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import Slot, clock, minutes_of, schedule
from forumtool.domain.when import local_time
from forumtool.i18n import _
from forumtool.services import agenda as verbs
from forumtool.services.goals import goal_numbered
from forumtool.storage.queries.forums import agenda
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.entry_table import EntryTable
from forumtool.ui.parts.going import choose_forum
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across
from forumtool.ui.parts.table import Column, Index, RowsModel
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.place import Place
from forumtool.ui.theme.style import body_font, worn


class Item(NamedTuple):
    """A step of the agenda with its planned slot."""

    id: str
    row: AgendaRow
    slot: Slot

    @property
    def runs(self) -> bool:
        """Tell whether it has begun and not ended."""
        return bool(self.row.started_at and not self.row.ended_at)

    @property
    def is_over(self) -> bool:
        """Tell whether it has ended."""
        return bool(self.row.ended_at)

    @property
    def real(self) -> str:
        """When it really was, in local time."""
        if not self.row.started_at:
            return ""
        return f"{local_time(self.row.started_at)} – {local_time(self.row.ended_at)}".rstrip()


class AgendaModel(RowsModel[Item]):
    """What runs in strong type, what is over in quiet colour, a start before the end of the one before as a warning."""

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item = self.rows[index.row()]
        if role == Qt.ItemDataRole.FontRole and item.runs:
            return body_font(strong=True)
        if role == Qt.ItemDataRole.ForegroundRole:
            if index.column() == 0:
                return QColor(worn().accent if item.runs else worn().safe)
            if index.column() == 1 and item.slot.overlaps:
                return QColor(worn().warning)
            return QColor(worn().quiet) if item.is_over else None
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == 1 and item.slot.overlaps:
            return _("Beginnt {count} Minuten vor dem Ende des Punktes davor.", count=item.slot.overlaps)
        return super().data(index, role)


class Agenda(Place):
    """The agenda of the chosen forum, edited in place and run from here."""

    concerns = ("agenda_item", "forum", "goal")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.now = words("", "lead")
        self.remark = words("", "quiet")
        self.next = button(_("Nächster Punkt"), self._next, role="primary", tip=_("Beginnt jetzt, die Uhr läuft mit"))
        self.stop = button(_("Beenden"), self._stop)
        self.items = EntryTable(
            self._columns(),
            _("Programmpunkte"),
            prompt=_("Neuer Programmpunkt, Enter fügt ihn an"),
            empty=_("Noch kein Programmpunkt: Unten einen Titel schreiben und Enter drücken."),
            add=lambda title: self.desk.do(verbs.add_item, self.desk.forum_id, title, minutes=15),
            remove=lambda item: self.desk.do(verbs.remove_item, item.id),
            move=lambda item, step: self.desk.do(verbs.move_item, item.id, step),
            model=AgendaModel,
            drop=(2, 7),
            least=150,
        )
        EnterKey(self.items.view, self._toggle)
        self.nowhere = Panel()
        sentence = _("Ein Ablauf gehört zu einem Forum: Mit Strg F ein Forum wählen oder ein neues anlegen.")
        self.nowhere.inside.addWidget(words(sentence, "quiet", wrap=True))
        self.choose = button(_("Forum wählen"), lambda: choose_forum(self))
        self.nowhere.inside.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self._build()

    def _build(self) -> None:
        self.head = Panel()
        self.head.inside.addLayout(across(self.now, 1, self.stop, self.next))
        self.head.inside.addWidget(self.remark)
        self.head.inside.setSpacing(2)
        self.sheet = Panel(margin=12)
        self.sheet.inside.addWidget(self.items)
        self.keys = QWidget()
        told = across(
            keycap("Enter"), words(_("beginnen oder beenden"), "small"), keycap("F2"), words(_("ändern"), "small"),
            keycap("Alt ↑↓"), words(_("verschieben"), "small"), keycap(_("Entf")), words(_("löschen"), "small"), 1,
        )  # fmt: skip
        self.keys.setLayout(told)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(self.head)
        outer.addWidget(self.sheet, 1)
        outer.addWidget(self.keys)
        outer.addWidget(self.nowhere, 1, Qt.AlignmentFlag.AlignTop)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", _sign, 34),
            Column(_("Beginn"), lambda item: item.slot.start, 78, self._set_start),
            Column(_("Ende"), lambda item: item.slot.end, 74),
            Column(_("Min."), lambda item: item.row.minutes or "", 58, self._set_minutes, align_right=True),
            Column(_("Programmpunkt"), lambda item: item.row.title, 0, self._set("title")),
            Column(_("Methode"), lambda item: item.row.method, 0, self._set("method")),
            Column(_("Ziel"), lambda item: item.row.goal_number, 58, self._set_goal),
            Column(_("tatsächlich"), lambda item: item.real, 142),
        )

    def refresh(self) -> None:
        """Read the agenda and show it."""
        forum_id = self.desk.forum_id
        for thing in (self.head, self.sheet, self.keys):
            thing.setVisible(forum_id is not None)
        self.nowhere.setVisible(forum_id is None)
        rows = agenda(self.desk.file, forum_id) if forum_id else []
        self.items.show_rows([Item(row.id, row, slot) for row, slot in zip(rows, schedule(rows), strict=True)])
        self._tell()

    def take_focus(self) -> None:
        """Put the keyboard on what runs, else on the first step that has not begun."""
        if self.desk.forum_id is None:
            self.choose.setFocus()
            return
        self.items.take_focus()
        places = [at for at, item in enumerate(self.items.model.rows) if item.runs or not item.row.started_at]
        if places:
            self.items.choose(places[0], 4)

    @property
    def running(self) -> Item | None:
        """The step that runs now."""
        return next((item for item in self.items.model.rows if item.runs), None)

    @property
    def following(self) -> Item | None:
        """The step behind the last one that has begun, or the first."""
        rows = self.items.model.rows
        begun = max((at for at, item in enumerate(rows) if item.row.started_at), default=-1)
        return rows[begun + 1] if begun + 1 < len(rows) else None

    def _tell(self) -> None:
        running, following = self.running, self.following
        if running is not None:
            self.now.setText(_("Jetzt: {title}", title=running.row.title))
        elif following is not None:
            self.now.setText(_("Als Nächstes: {title}", title=following.row.title))
        else:
            self.now.setText(_("Alle Punkte sind vorbei.") if self.items.model.rows else _("Noch kein Ablauf"))
        self.remark.setText(" · ".join(part for part in self._remarks(running, following) if part))
        self.stop.setVisible(running is not None)
        self.next.setEnabled(following is not None)

    def _remarks(self, running: Item | None, following: Item | None) -> list[str]:
        rows = self.items.model.rows
        said = []
        if running is not None:
            since = local_time(running.row.started_at)
            said.append(
                _("seit {time}, geplant {start} bis {end}", time=since, start=running.slot.start, end=running.slot.end)
                if running.slot.start
                else _("seit {time}", time=since)
            )
            if following is not None:
                said.append(_("danach {title}", title=following.row.title))
        elif rows and rows[0].slot.start:
            said.append(_("geplant {start} bis {end}", start=rows[0].slot.start, end=rows[-1].slot.end))
        total = sum(item.row.minutes for item in rows)
        said.append(_("zusammen {hours} Std. {minutes} Min.", hours=total // 60, minutes=total % 60) if total else "")
        return said

    def _toggle(self) -> None:
        item = self.items.chosen
        if item is not None and item.runs:
            self._stop()
        elif item is not None:
            self._start(item)

    def _next(self) -> None:
        item = self.following
        if item is not None:
            self._start(item)
            self.items.choose_key(item.id, 4)

    def _start(self, item: Item) -> None:
        if self.desk.do(verbs.start_item, item.id) is not None:
            if item.row.minutes:
                self.desk.stopwatch.start(item.row.minutes, item.row.title)
            if item.row.goal_id:
                self.desk.choose_goal(item.row.goal_id)

    def _stop(self) -> None:
        item = self.running
        if item is not None and self.desk.do(verbs.end_item, item.id) is not None:
            self.desk.stopwatch.clear()

    def _set(self, field: str) -> Any:
        return lambda item, text: self.desk.do(verbs.change_item, item.id, **{field: text.strip()})

    def _set_start(self, item: Item, text: str) -> None:
        found = minutes_of(text)
        if text.strip() and found is None:
            self.desk.say_warning(_("„{text}“ ist keine Uhrzeit: Bitte wie 10:45 schreiben.", text=text))
            return
        self.desk.do(verbs.change_item, item.id, planned_start="" if found is None else clock(found))

    def _set_minutes(self, item: Item, text: str) -> None:
        if not text.strip().isdecimal() and text.strip():
            self.desk.say_warning(_("„{text}“ ist keine Zahl von Minuten: Bitte wie 20 schreiben.", text=text))
            return
        self.desk.do(verbs.change_item, item.id, minutes=min(int(text.strip() or 0), 24 * 60))

    def _set_goal(self, item: Item, text: str) -> None:
        try:
            goal_id = goal_numbered(self.desk.file, text).id if text.strip() else None
        except UserError as error:
            self.desk.say_warning(str(error))
            return
        self.desk.do(verbs.change_item, item.id, goal_id=goal_id)


def _sign(item: Item) -> str:
    return "●" if item.runs else "✓" if item.is_over else ""
