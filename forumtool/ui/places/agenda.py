"""Ablauf: what comes when, what runs now, and what really took how long."""

from datetime import date
from typing import Any

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.agenda_template import Template
from forumtool.domain.errors import UserError
from forumtool.domain.forecast import Forecast, forecast
from forumtool.domain.rows import AgendaRow
from forumtool.domain.schedule import clock, due, following, minutes_of, running, schedule, span_of
from forumtool.i18n import _
from forumtool.services import agenda as verbs
from forumtool.services.agenda_templates import use_template
from forumtool.services.goals import goal_numbered
from forumtool.storage.queries.forums import agenda
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text, shortcut
from forumtool.ui.parts.enter_key import EnterKey
from forumtool.ui.parts.entry_table import EntryTable
from forumtool.ui.parts.going import choose_forum
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, scrolling
from forumtool.ui.parts.row_drag import RowDrag
from forumtool.ui.parts.table import Column
from forumtool.ui.parts.words import words
from forumtool.ui.places.place import Place
from forumtool.ui.places.scheduling.head import Head
from forumtool.ui.places.scheduling.items import END, REAL, START, TITLE, AgendaCells, AgendaModel, Item
from forumtool.ui.places.scheduling.ready_made import ReadyMade, template_chooser
from forumtool.ui.places.scheduling.running import begin, begin_next

_LOOK = 1000  # milliseconds
_LOW = 480  # pixels


class Agenda(Place):
    """The agenda of the chosen forum, edited in place and run from here."""

    concerns = ("agenda_item", "forum", "goal")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: list[AgendaRow] = []
        self._runs = ""
        self.head = Head(self._next, self._stop)
        self.loosen = button(_("Feste Uhrzeiten lösen"), self._loosen, role="plain")
        self.loosen.setToolTip(_("Alle Punkte folgen aufeinander, nur der erste behält seine Uhrzeit"))
        self.templates = button(_("Vorlage …"), self._choose_template, role="plain", tip="V")
        self.items = EntryTable(
            self._columns(),
            _("Programmpunkte"),
            prompt=_("Neuer Programmpunkt, Enter fügt ihn an"),
            empty=_("Oder unten einen ersten Titel schreiben und Enter drücken."),
            add=lambda title: self.desk.do(verbs.add_item, self.desk.forum_id, title, minutes=15),
            remove=lambda item: self.desk.do(verbs.remove_item, item.id),
            move=lambda item, step: self.desk.do(verbs.move_item, item.id, step),
            model=AgendaModel,
            drop=(END, REAL),
            least=140,
            beside=(self.loosen, self.templates),
        )
        self.items.view.setItemDelegate(AgendaCells(self.items.view))
        self.items.view.setSelectionMode(self.items.view.SelectionMode.SingleSelection)
        self.drag = RowDrag(self.items.view, self._put)
        EnterKey(self.items.view, self._toggle)
        shortcut(self.items.view, "V", self._choose_template)
        self.ready_made = ReadyMade(self._use)
        self.offers = scrolling(self.ready_made)
        self._build()
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOK)
        self._looking.timeout.connect(self._look)
        desk.stopwatch.ticked.connect(self._ticked)

    def _build(self) -> None:
        self.sheet = Panel(margin=12)
        self.sheet.inside.addWidget(self.offers, 1)
        self.sheet.inside.addWidget(self.items, 1)
        self.nowhere = Panel()
        sentence = _("Ein Ablauf gehört zu einem Forum: Mit Strg F ein Forum wählen oder ein neues anlegen.")
        self.nowhere.inside.addWidget(words(sentence, "quiet", wrap=True))
        self.choose = button(_("Forum wählen"), lambda: choose_forum(self))
        self.nowhere.inside.addWidget(self.choose, 0, Qt.AlignmentFlag.AlignLeft)
        self.foot = KeyHints((
            ("Enter", _("beginnen oder beenden")), (key_text("Ctrl+Shift+Enter"), _("nächster Punkt, überall")),
            ("F2", _("ändern")), ("Alt ↑↓", _("verschieben")), (_("Entf"), _("löschen")),
        ))  # fmt: skip
        outer = QVBoxLayout(self)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addWidget(self.head)
        outer.addWidget(self.sheet, 1)
        outer.addWidget(self.foot)
        outer.addWidget(self.nowhere, 1, Qt.AlignmentFlag.AlignTop)

    def _columns(self) -> tuple[Column, ...]:
        return (
            Column("", lambda item: item.sign, 30),
            Column(_("Beginn"), lambda item: item.slot.start, 72, self._set_start),
            Column(_("Ende"), lambda item: item.slot.end, 68),
            Column(_("Min."), lambda item: item.row.minutes or "", 58, self._set_minutes, align_right=True),
            Column(_("Programmpunkt"), lambda item: item.row.title, 0, self._set("title")),
            Column(_("Methode"), lambda item: item.row.method, 0, self._set("method")),
            Column(_("Ziel"), lambda item: item.row.goal_number, 56, self._set_goal),
            Column(_("tatsächlich"), lambda item: item.really, 130, self._set_real, raw=lambda item: item.real),
        )

    def refresh(self) -> None:
        """Read the agenda and show it."""
        forum_id = self.desk.forum_id
        self._rows = agenda(self.desk.file, forum_id) if forum_id else []
        self.head.setVisible(bool(self._rows))
        self.sheet.inside.setStretchFactor(self.items, bool(self._rows))
        self._fit()
        self.sheet.setVisible(forum_id is not None)
        self.nowhere.setVisible(forum_id is None)
        self.offers.setVisible(forum_id is not None and not self._rows)
        if self.offers.isVisibleTo(self):
            self.ready_made.offer(self.desk)
        self.templates.setVisible(bool(self._rows))
        self.loosen.setVisible(any(row.planned_start for row in self._rows[1:]))
        self._show()
        self._follow()

    def take_focus(self) -> None:
        """Put the keyboard on what runs, else on the first step that has not begun."""
        if self.desk.forum_id is None:
            self.choose.setFocus()
        elif not self._rows:
            self.ready_made.take_focus()
        else:
            self.items.take_focus()
            wanted = self.running or self.following or self.items.model.rows[-1]
            self.items.choose(self.items.model.row_of(wanted.id), TITLE)
            self.items.view.resizeRowsToContents()  # now, so that it can be seen whole
            self.items.view.scrollTo(self.items.view.currentIndex())

    def _follow(self) -> None:
        """Go with the day: Enter is for what runs now, or for what comes when that has ended, never for what is over.

        Whoever is writing or dragging is left alone.
        """
        runs = self.running
        before, self._runs = self._runs, runs.id if runs else ""
        wanted = runs or self.following
        if self._runs != before and wanted is not None and self._is_at_rest:
            self.items.choose(self.items.model.row_of(wanted.id), TITLE)

    @property
    def _is_at_rest(self) -> bool:
        return not self.drag.is_dragging and self.items.view.state() != self.items.view.State.EditingState

    @property
    def running(self) -> Item | None:
        """The step that runs now."""
        return self._item(running(self._rows))

    @property
    def following(self) -> Item | None:
        """The step behind the last one that has begun, or the first."""
        return self._item(following(self._rows))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._looking.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._looking.stop()

    def _fit(self) -> None:
        """Leave a low window to the agenda; all keys stand on a page of their own."""
        self.foot.setVisible(bool(self._rows) and self.height() >= _LOW)

    # How the day goes on

    def _look(self) -> None:
        """Tell the time anew, unless somebody is writing or dragging: what is being looked at must not move."""
        if self._rows and self._is_at_rest:
            self._show()

    def _show(self) -> None:
        outlook = self._outlook()
        slots = schedule(self._rows)
        starts = outlook.starts if outlook else {}
        items = [Item(row.id, row, slot, starts.get(row.id, "")) for row, slot in zip(self._rows, slots, strict=True)]
        self.items.show_rows(items)
        if items:
            self.head.tell(items, outlook)
        self._ticked()

    def _outlook(self) -> Forecast | None:
        runs, watch = running(self._rows), self.desk.stopwatch
        left = watch.left if runs is not None and watch.item_id == runs.id else None
        return forecast(self._rows, watch.now, left)

    def _ticked(self) -> None:
        if not self.isVisible():
            return
        runs, model = running(self._rows), self.items.model
        if isinstance(model, AgendaModel) and runs is not None:
            model.share = self._share(runs)
            row = self.items.view.visualRect(model.index(model.row_of(runs.id), 0))
            viewport = self.items.view.viewport()
            viewport.update(0, row.top(), viewport.width(), row.height())

    def _share(self, runs: AgendaRow) -> float | None:
        watch, end = self.desk.stopwatch, due(runs)
        if watch.item_id == runs.id:
            return watch.share
        if end is None:
            return None
        return min(1.0, max(0.0, 1 - (end - watch.now.timestamp()) / (runs.minutes * 60)))

    # What the user does

    def _toggle(self) -> None:
        item = self.items.chosen
        if item is not None and item.runs:
            self._stop()
        elif item is not None:
            begin(self.desk, item.row)

    def _next(self) -> None:
        begin_next(self.desk)
        self.items.view.setFocus()

    def _stop(self) -> None:
        item = self.running
        if item is not None:
            self.desk.do(verbs.end_item, item.id)

    def _put(self, row: int, place: int) -> None:
        self.desk.do(verbs.put_item, self.items.model.rows[row].id, place)

    def _choose_template(self) -> None:
        template_chooser(self.desk, self, self._use).open_over(self.window())

    def _use(self, template: Template) -> None:
        """Put the agenda in and the keyboard on its beginning: that is what differs from day to day."""
        before, begun = bool(self._rows), any(row.started_at for row in self._rows)
        if self.desk.do(use_template, self.desk.forum_id, template) is None:
            return
        if begun:
            self.desk.say(_("„{name}“ steht hinter dem begonnenen Ablauf.", name=template.name))
        elif before:
            self.desk.say(
                _("„{name}“ ist eingesetzt: Mit Strg Z kommt der bisherige Ablauf zurück.", name=template.name)
            )
        first = next((item for item in self.items.model.rows if not item.row.started_at), None)
        if first is not None:
            self.items.choose_key(first.id, START)

    def _loosen(self) -> None:
        self.desk.do(verbs.loosen, self.desk.forum_id)
        self.items.view.setFocus()

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

    def _set_real(self, item: Item, text: str) -> None:
        span = span_of(text)
        if span is None:
            self.desk.say_warning(_("„{text}“ ist keine Zeit: Bitte wie 10:45 – 11:25 schreiben.", text=text))
            return
        self.desk.do(verbs.correct_times, item.id, *span, date.today())

    def _item(self, row: AgendaRow | None) -> Item | None:
        return next((item for item in self.items.model.rows if row is not None and item.id == row.id), None)
