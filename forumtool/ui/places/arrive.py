"""Ankommen: one field finds or adds people, Enter means present; the list below, composition and groups beside it."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QDialog, QLineEdit, QStackedLayout

from forumtool.domain.rows import KnownRow, ParticipantRow
from forumtool.i18n import _
from forumtool.services import lots, people
from forumtool.storage.queries.forums import known_elsewhere, participants
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text, shortcut
from forumtool.ui.parts.enter_button import EnterButton
from forumtool.ui.parts.keyboard import ENTER, held, is_ctrl_enter, is_press, keep_ctrl_enter
from forumtool.ui.places.arriving.acts import CONSENTS, Acts, called
from forumtool.ui.places.arriving.changing import Changing
from forumtool.ui.places.arriving.composition import Composition
from forumtool.ui.places.arriving.drawing import DrawPopup, Wish
from forumtool.ui.places.arriving.finding import found, found_elsewhere, read_person
from forumtool.ui.places.arriving.groups import Groups
from forumtool.ui.places.arriving.hint import hint
from forumtool.ui.places.arriving.page import Instead, Middle, Work, explanation
from forumtool.ui.places.arriving.people import PERSON, PeopleTable, people_model
from forumtool.ui.places.place import Place


class Arrive(Place):
    """Who is on the list of the chosen forum, and who is in the room."""

    concerns = ("participant", "attendance", "constituency", "forum")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._rows: list[ParticipantRow] = []
        self._known: list[KnownRow] = []
        self._drawn = Wish()
        self._last: str = ""
        self.acts = Acts(desk)
        self.entry = QLineEdit()
        changing = Changing(desk, self.acts, self.chosen)
        self.model = people_model(changing.changes(self._where))
        self.list = PeopleTable(self.model, changing.turn_consent)
        self.composition = Composition()
        self.groups = Groups(self.ask_to_draw, self._dissolve)
        self.read_list = button(_("Liste einlesen …"), self.ask_for_list)
        self.print = button(_("Drucken …"), self.ask_to_print, tip=key_text("Ctrl+P"))
        self.choose = button(_("Forum wählen"), self.choose_forum, role="primary")
        self.invite = button(_("Steuerungsgruppe auf die Liste setzen"), self._invite, role="primary")
        self.empty = Instead(self.invite)
        self.add_new = button(_("Neu hinzufügen"), lambda: self.add(self.entry.text()), role="inField")
        self._middle = Middle(self.entry, (self.read_list, self.print), self.list, self.empty, self.add_new)
        self.hint, self.brief = self._middle.hint, self._middle.brief
        self._build()

    def _build(self) -> None:
        self._either = QStackedLayout(self)
        self._work, self._without = Work(self._middle, (self.composition, self.groups)), explanation(self.choose)
        self._either.addWidget(self._work)
        self._either.addWidget(self._without)
        self.entry.setPlaceholderText(_("Name oder Organisation, Enter = anwesend"))
        self.entry.setAccessibleName(_("Name oder Organisation, Enter heißt anwesend"))
        self.entry.textChanged.connect(self._filter)
        self.entry.returnPressed.connect(self._confirm)
        self.enter = EnterButton(self.entry, _("Anwesend"))
        self.entry.installEventFilter(self)
        self.list.installEventFilter(self)
        shortcut(self, "F4", self._put_in_smallest)
        shortcut(self, "Ctrl+G", self.ask_to_draw)
        shortcut(self, "Ctrl+P", self.ask_to_print)

    def take_focus(self) -> None:
        (self.entry if self.desk.forum_id else self.choose).setFocus()

    def refresh(self) -> None:
        forum_id = self.desk.forum_id
        self._either.setCurrentWidget(self._work if forum_id else self._without)
        self._rows = participants(self.desk.file, forum_id) if forum_id else []
        self._known = known_elsewhere(self.desk.file, forum_id) if forum_id else []
        benches = self.acts.benches()
        grouped, colours = any(row.drawn_group for row in self._rows), self.acts.colours()
        self.composition.show_people(self._rows, benches, colours if grouped else None)
        self.groups.show_people(self._rows, benches, colours)
        self.list.show_groups(grouped)
        self.brief.setText(self.composition.sentence.text())
        self._show_rows()

    def ask_for_list(self) -> None:
        """Read people from a list."""
        from forumtool.ui.importing.asking import ask_for_participants

        self._go_back_after(ask_for_participants(self.desk, self))

    def ask_to_print(self) -> None:
        """Show what can be printed for the forum."""
        from forumtool.ui.printing.dialog import PrintDialog

        if self._rows and self.desk.forum() is not None:
            dialog = PrintDialog(self.desk, self)
            dialog.open()
            self._go_back_after(dialog)
        else:
            self._tell_of_nobody()

    def _tell_of_nobody(self) -> None:
        self.desk.say(_("Noch steht niemand auf der Liste: Bitte erst einlesen oder hinzufügen."))

    def _go_back_after(self, dialog: QDialog | None) -> None:
        """Put the keyboard into the field when a dialog closes, unless it was on a person."""
        if dialog is not None and not self.list.hasFocus():
            dialog.finished.connect(lambda _end: self.entry.setFocus())

    def ask_to_draw(self) -> None:
        """Ask how to draw groups."""
        if self._rows:
            DrawPopup(self, self._rows, self._drawn, self.draw).open_over(self.groups)
        else:
            self._tell_of_nobody()

    def draw(self, wish: Wish) -> None:
        """Draw groups as one step."""
        self._drawn = wish
        number = {"size" if wish.by_size else "groups": wish.number}
        self.desk.do(lots.draw_groups, str(self.desk.forum_id), everybody=wish.everybody, **number)

    def choose_forum(self) -> None:
        """Offer the forums there are."""
        from forumtool.ui.shell.forum_chooser import forum_chooser

        forum_chooser(self.desk, self).open_below(self.choose)

    def reveal(self, participant_id: str) -> None:
        """Choose a person and put the keyboard on them."""
        self.entry.clear()
        self.list.choose([participant_id])
        self.list.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._work.fit(event.size().width())

    # The field

    def matches(self) -> list[ParticipantRow]:
        """Return the people whom the words in the field mean, those of other forums behind those on the list."""
        typed = self.entry.text()
        return found(self._rows, typed) + found_elsewhere(self._known, typed)

    def _filter(self) -> None:
        self._show_rows()
        if self.entry.text().strip() and self.model.rows:
            meant = self._meant()
            self.list.choose([meant.id] if meant else [])

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
        self._last = chosen[0].id
        if all(row.state == "present" for row in chosen):
            self.desk.say(_("{who} ist schon da.", who=called(chosen[0])))
        else:
            self.acts.mark(chosen, "present")
        self.entry.clear()
        self._tell_of_groups()

    def _tell_of_groups(self) -> None:
        """Say of who has come late that there are groups, and the key that finds one."""
        late = next((row for row in self._rows if row.id == self._last and not row.drawn_group), None)
        if late is not None and any(row.drawn_group for row in self._rows):
            self.desk.say(_("{who} ist noch in keiner Gruppe: F4 legt in die kleinste.", who=called(late)))

    def add(self, typed: str) -> None:
        """Put a new person on the list as present."""
        if self.desk.forum_id and typed.strip():
            person = read_person(typed)
            done = self.desk.do(people.add_participants, self.desk.forum_id, [person], present=True)
            if done is not None:
                (self._last,) = done.changes["participant"]
                self.entry.clear()
                self.list.choose([self._last])
                self._tell_of_groups()

    def _key_in_field(self, event: QKeyEvent) -> bool:
        if event.key() == Qt.Key.Key_Down and self.model.rows:
            self.list.setFocus()
            if not self.list.selectionModel().hasSelection():
                self.list.setCurrentIndex(self.model.index(0, PERSON))
        elif event.key() == Qt.Key.Key_Escape and self.entry.text():
            self.entry.clear()
        elif is_ctrl_enter(event):
            self.add(self.entry.text())
        else:
            return False
        return True

    # The list

    def chosen(self) -> list[ParticipantRow]:
        """Return the chosen people, from top to bottom."""
        return self.list.chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self.entry and self.entry.text().strip() and keep_ctrl_enter(event):
            return True
        if isinstance(event, QKeyEvent) and is_press(event):
            return self._key_in_field(event) if watched is self.entry else self._key_in_list(event)
        return super().eventFilter(watched, event)

    def _key_in_list(self, event: QKeyEvent) -> bool:
        if not self.list.hasFocus():  # what an editor leaves over is not for the list
            return False
        key, chosen = Qt.Key(event.key()), self.chosen()
        act = self._acts_of_keys(chosen).get(key)
        if key == Qt.Key.Key_Up and not held(event) and self.list.currentIndex().row() <= 0:
            act = self.entry.setFocus
        if act is None or held(event):
            return False
        act()
        return True

    def _acts_of_keys(self, chosen: list[ParticipantRow]) -> dict[Qt.Key, Callable[[], object]]:
        acts, back = self.acts, self.list.setFocus
        keys: dict[Qt.Key, Callable[[], object]] = {
            Qt.Key.Key_Space: lambda: acts.toggle(chosen, "present"),
            Qt.Key.Key_E: lambda: acts.toggle(chosen, "excused"),
            Qt.Key.Key_B: lambda: acts.choose_bench(self, chosen, back),
            Qt.Key.Key_G: lambda: acts.choose_group(self, chosen, back),
            Qt.Key.Key_Delete: self._remove,
            **dict.fromkeys((Qt.Key.Key_F2, *ENTER), self._edit),
            Qt.Key.Key_Escape: self.entry.setFocus,
        }
        for key, to in zip((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_3), CONSENTS, strict=True):
            keys[key] = lambda to=to: acts.consent(chosen, to)  # type: ignore[misc]
        return keys

    def _edit(self) -> None:
        self.list.edit(self.model.index(self.list.currentIndex().row(), max(self.list.currentIndex().column(), PERSON)))

    def _remove(self) -> None:
        rows, at = self.chosen(), self.list.currentIndex().row()
        if self.acts.remove(rows) and self.model.rows:
            self.list.choose([self.model.rows[min(max(at - len(rows) + 1, 0), len(self.model.rows) - 1)].id])

    def _put_in_smallest(self) -> None:
        """Put the chosen people into the smallest group; from the field it is who has just come."""
        rows = self.chosen() if self.list.hasFocus() else [row for row in self._rows if row.id == self._last]
        self.acts.put_in_smallest([row for row in rows if row.attendance_id])

    def _dissolve(self) -> None:
        self.desk.do(lots.dissolve_groups, str(self.desk.forum_id))

    def _invite(self) -> None:
        self.desk.do(people.invite_steering_group, str(self.desk.forum_id))

    def _where(self, row: ParticipantRow) -> str:
        """The forum that a person is known from, by the first part of its title."""
        return next((one.where.split(" · ")[0] for one in self._known if one.id == row.id), "")

    def _show_rows(self) -> None:
        chosen = [row.id for row in self.chosen()]
        rows = self.matches()
        self.model.show(rows)
        if [row.id for row in self.chosen()] != chosen:
            self.list.choose(chosen)
        self.list.setVisible(bool(rows))
        self.empty.setVisible(not rows)
        self._show_empty()
        self.enter.say(_("Anwesend") if rows else _("Hinzufügen"))
        self.add_new.setVisible(bool(rows))
        self._middle.tell(hint(self.entry.text().strip(), self._meant(), self._where))

    def _show_empty(self) -> None:
        forum = self.desk.forum()
        self.invite.setVisible(not self._rows and forum is not None and forum.kind == "steering")
        self.empty.sentence.setText(
            _("Niemand auf der Liste heißt so.") if self._rows else
            _("Noch steht niemand auf der Liste. Lesen Sie eine ein, oder schreiben Sie oben „Name, Organisation“.")
        )  # fmt: skip
