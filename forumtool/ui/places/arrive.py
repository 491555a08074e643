"""Ankommen: one field finds or adds people, Enter means present; the list below, the composition at the right."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QStackedWidget, QVBoxLayout, QWidget

from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import _, ngettext
from forumtool.services import people
from forumtool.storage.queries.forums import participants
from forumtool.storage.queries.process import constituencies
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.panel import GAP, MARGIN, Panel, across, scrolling
from forumtool.ui.parts.words import keycap, words
from forumtool.ui.places.arriving.composition import Composition
from forumtool.ui.places.arriving.people import BENCH, PERSON, Changes, PeopleTable, found, people_model, read_person
from forumtool.ui.places.place import Place

_NARROW, _NARROWEST = 900, 800


class Arrive(Place):
    """Who is on the list of the chosen forum, and who is in the room."""

    concerns = ("participant", "attendance", "constituency", "forum")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: list[ParticipantRow] = []
        self.entry = QLineEdit()
        self.hint = words("", "small")
        self.model = people_model(Changes(self._change, self._seat, self._mark_one, self._benches))
        self.list = PeopleTable(self.model)
        self.empty = words("", "quiet", wrap=True)
        self.composition = Composition()
        self.brief = words("", "small", wrap=True)
        self.read_list = button(_("Liste einlesen …"), self.ask_for_list)
        self.choose = button(_("Forum wählen"), self.choose_forum, role="primary")
        self._build()
        self._bind()

    def _build(self) -> None:
        self._either = QStackedLayout(self)
        self._work, self._without = QWidget(), self._explanation()
        self._either.addWidget(self._work)
        self._either.addWidget(self._without)
        self.entry.setPlaceholderText(_("Name oder Organisation, Enter = anwesend"))
        self.entry.setAccessibleName(_("Name oder Organisation, Enter heißt anwesend"))
        sheet = Panel(margin=1, spacing=0)
        self.empty.setContentsMargins(16, 12, 16, 16)
        sheet.inside.addWidget(self.list, 1)
        sheet.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        middle = QVBoxLayout()
        middle.setSpacing(8)
        row = across(self.entry, self.read_list, spacing=10)
        row.setStretch(0, 1)
        middle.addLayout(row)
        below = QStackedWidget()
        below.setFixedHeight(22)
        self.keys = self._keys()
        below.addWidget(self.keys)
        below.addWidget(self.hint)
        self._below = below
        middle.addWidget(below)
        middle.addWidget(sheet, 1)
        middle.addWidget(self.brief)
        column = QWidget()
        right = QVBoxLayout(column)
        right.setContentsMargins(0, 0, 0, 0)
        right.addWidget(self.composition)
        right.addStretch(1)
        self._side = scrolling(column)
        self._side.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QHBoxLayout(self._work)
        outer.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        outer.setSpacing(GAP)
        outer.addLayout(middle, 1)
        outer.addWidget(self._side)

    def _explanation(self) -> QWidget:
        page, panel = QWidget(), Panel(spacing=12)
        panel.setMaximumWidth(560)
        panel.inside.addWidget(words(_("Für welches Forum?"), "heading"))
        panel.inside.addWidget(
            words(
                _("Menschen kommen zu einem Forum. Wählen Sie oben eines, dann steht hier seine Liste."), "", wrap=True
            )
        )
        panel.inside.addLayout(across(self.choose, keycap(key_text("Ctrl+F")), 1))
        layout = QVBoxLayout(page)
        layout.setContentsMargins(MARGIN, MARGIN, MARGIN, MARGIN)
        layout.addWidget(panel)
        layout.addStretch(1)
        return page

    def _keys(self) -> QWidget:
        return KeyHints((
            (_("Leertaste"), _("anwesend oder nicht")), ("E", _("entschuldigt")), ("B", _("Bank")),
            ("F2", _("ändern")), (key_text("Del"), _("von der Liste")),
        ))  # fmt: skip

    def _bind(self) -> None:
        self.entry.textChanged.connect(self._filter)
        self.entry.returnPressed.connect(self._confirm)
        self.entry.installEventFilter(self)
        self.list.installEventFilter(self)

    def take_focus(self) -> None:
        (self.entry if self.desk.forum_id else self.choose).setFocus()

    def refresh(self) -> None:
        forum_id = self.desk.forum_id
        self._either.setCurrentWidget(self._work if forum_id else self._without)
        self._rows = participants(self.desk.file, forum_id) if forum_id else []
        self.composition.show_people(self._rows, self._benches())
        self.brief.setText(self.composition.sentence.text())
        self._show_rows()

    def ask_for_list(self) -> None:
        """Read people from a list."""
        from forumtool.ui.importing.dialog import ask_for_participants

        ask_for_participants(self.desk, self)

    def choose_forum(self) -> None:
        """Offer the forums there are."""
        from forumtool.ui.shell.forum_chooser import forum_chooser

        forum_chooser(self.desk, self).open_below(self.choose)

    def reveal(self, participant_id: str) -> None:
        """Choose a person and put the keyboard on them."""
        self.entry.clear()
        self._choose([participant_id])
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        width = event.size().width()
        self._side.setFixedWidth(236 if width < _NARROW else 290)
        self._side.setVisible(width >= _NARROWEST)
        self.brief.setVisible(width < _NARROWEST)

    # The field

    def matches(self) -> list[ParticipantRow]:
        """Return the people whom the words in the field mean."""
        return found(self._rows, self.entry.text())

    def _filter(self) -> None:
        self._show_rows()
        if self.entry.text().strip() and self.model.rows:
            meant = self._meant()
            self._choose([meant.id] if meant else [])

    def _meant(self) -> ParticipantRow | None:
        """Return whom Enter marks: the first match who is not there yet, else the first."""
        shown = self.model.rows
        return next((row for row in shown if row.state != "present"), shown[0] if shown else None)

    def _confirm(self) -> None:
        typed = self.entry.text().strip()
        if not typed:
            return
        if not self.model.rows:
            self.add(typed)
            return
        chosen = self.chosen() or [row for row in [self._meant()] if row]
        if all(row.state == "present" for row in chosen):
            self.desk.say(_("{who} ist schon da.", who=_called(chosen[0])))
        else:
            self._mark(chosen, "present")
        self.entry.clear()

    def add(self, typed: str) -> None:
        """Put a new person on the list as present."""
        if self.desk.forum_id and typed.strip():
            person = read_person(typed)
            done = self.desk.do(people.add_participants, self.desk.forum_id, [person], present=True)
            if done is not None:
                self.entry.clear()
                self._choose([next(iter(done.changes["participant"]))])

    def _key_in_field(self, event: QKeyEvent) -> bool:
        down = event.key() == Qt.Key.Key_Down
        if down and self.model.rows:
            self.list.setFocus()
            if not self.list.selectionModel().hasSelection():
                self.list.setCurrentIndex(self.model.index(0, PERSON))
        elif event.key() == Qt.Key.Key_Escape and self.entry.text():
            self.entry.clear()
        elif (
            event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            and event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.add(self.entry.text())
        else:
            return False
        return True

    # The list

    def chosen(self) -> list[ParticipantRow]:
        """Return the chosen people, from top to bottom."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.model.rows[at] for at in rows if at < len(self.model.rows)]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_field(event) if watched is self.entry else self._key_in_list(event)
        return super().eventFilter(watched, event)

    def _key_in_list(self, event: QKeyEvent) -> bool:
        if not self.list.hasFocus():  # what an editor leaves over is not for the list
            return False
        acts: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: self._toggle, Qt.Key.Key_E: self._excuse, Qt.Key.Key_Delete: self._remove,
            Qt.Key.Key_F2: lambda: self._edit(max(self.list.currentIndex().column(), PERSON)),
            Qt.Key.Key_B: self._choose_bench, Qt.Key.Key_Escape: self.entry.setFocus,
            Qt.Key.Key_Return: lambda: self._edit(max(self.list.currentIndex().column(), PERSON)),
        }  # fmt: skip
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        act = acts.get(Qt.Key(event.key()))
        if event.key() == Qt.Key.Key_Up and not held and self.list.currentIndex().row() <= 0:
            act = self.entry.setFocus
        if act is None or held:
            return False
        act()
        return True

    def _edit(self, column: int) -> None:
        self.list.edit(self.model.index(self.list.currentIndex().row(), column))

    def _toggle(self) -> None:
        chosen = self.chosen()
        all_there = all(row.state == "present" for row in chosen)
        self._mark(chosen, "expected" if all_there else "present")

    def _excuse(self) -> None:
        chosen = self.chosen()
        all_excused = all(row.state == "excused" for row in chosen)
        self._mark(chosen, "expected" if all_excused else "excused")

    def _mark_one(self, row: ParticipantRow, present: bool) -> None:
        self._mark([row], "present" if present else "expected")

    def _mark(self, rows: list[ParticipantRow], state: str) -> None:
        keys = [row.attendance_id for row in rows if row.attendance_id]
        if keys:
            self.desk.do(people.set_attendance, keys, state)

    def _remove(self) -> None:
        rows, at = self.chosen(), self.list.currentIndex().row()
        keys = [row.attendance_id for row in rows if row.attendance_id]
        if keys and self.desk.do(people.remove_from_forum, keys) is not None:
            self.desk.say(ngettext(
                "{who} steht nicht mehr auf der Liste. Strg Z bringt die Person zurück.",
                "{count} Personen stehen nicht mehr auf der Liste. Strg Z bringt sie zurück.", len(keys),
                who=_called(rows[0]),
            ))  # fmt: skip
            if self.model.rows:
                self._choose([self.model.rows[min(max(at - len(keys) + 1, 0), len(self.model.rows) - 1)].id])

    def _choose_bench(self) -> None:
        from forumtool.ui.parts.chooser import Choice, Chooser

        keys = [row.id for row in self.chosen()]
        if not keys:
            return

        def put(title: str) -> None:
            self.desk.do(people.put_on_bench, keys, title)
            self.list.setFocus()

        choices = [Choice(title, partial(put, title)) for title in self._benches()]
        choices.append(Choice(_("ohne Bank"), lambda: put("")))
        prompt = ngettext("Bank für {count} Person", "Bank für {count} Personen", len(keys))
        Chooser(self, prompt, choices, make=put, make_title=_("Neue Bank „{title}“")).open_over(self.window())

    def _change(self, row: ParticipantRow, field: str, text: str) -> None:
        self.desk.do(people.change_participant, row.id, **{field: text})

    def _seat(self, row: ParticipantRow, title: str) -> None:
        chosen = {one.id for one in self.chosen()}
        keys = list(chosen) if row.id in chosen and self.list.currentIndex().column() == BENCH else [row.id]
        self.desk.do(people.put_on_bench, keys, title)

    def _benches(self) -> tuple[str, ...]:
        return tuple(bench.title for bench in constituencies(self.desk.file, "forum"))

    def _choose(self, keys: list[str]) -> None:
        selection = self.list.selectionModel()
        places = [at for key in keys if (at := self.model.row_of(key)) >= 0]
        selection.clearSelection()
        for at in places:
            flag = QItemSelectionModel.SelectionFlag
            selection.select(self.model.index(at, PERSON), flag.Select | flag.Rows)
        if places:
            column = max(self.list.currentIndex().column(), PERSON)
            selection.setCurrentIndex(self.model.index(places[-1], column), QItemSelectionModel.SelectionFlag.NoUpdate)
            self.list.scrollTo(self.model.index(places[-1], PERSON))

    def _show_rows(self) -> None:
        chosen = [row.id for row in self.chosen()]
        rows = self.matches()
        self.model.show(rows)
        if [row.id for row in self.chosen()] != chosen:
            self._choose(chosen)
        typed = self.entry.text().strip()
        self.list.setVisible(bool(self._rows) and bool(rows))
        self.empty.setVisible(not rows)
        self.empty.setText(
            _("Niemand auf der Liste heißt so.") if self._rows else
            _("Noch steht niemand auf der Liste. Lesen Sie eine ein, oder schreiben Sie oben „Name, Organisation“.")
        )  # fmt: skip
        self.hint.setText(self._hint(typed, rows))
        self._below.setCurrentWidget(self.hint if typed else self.keys)

    def _hint(self, typed: str, rows: list[ParticipantRow]) -> str:
        if not typed:
            return ""
        if not rows:
            return _("Enter fügt „{who}“ neu hinzu, als anwesend. Ein Komma trennt Name, Organisation und Funktion.",
                     who=_called_new(typed))  # fmt: skip
        meant = self._meant()
        return _("Enter: {who} ist da.   {keys}: „{typed}“ neu hinzufügen.", who=_called(meant) if meant else "",
                 keys=key_text("Ctrl+Enter"), typed=_called_new(typed))  # fmt: skip


def _called(row: ParticipantRow) -> str:
    return row.name or row.organisation or _("Diese Person")


def _called_new(typed: str) -> str:
    person = read_person(typed)
    return " · ".join(part for part in (person.name, person.organisation, person.function) if part)
