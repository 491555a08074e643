"""Ziele: theme fields, their goals and indicators as an outline that is edited where it stands."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout

from forumtool.i18n import _
from forumtool.services import goals as goal_verbs
from forumtool.storage.journal import Step
from forumtool.storage.queries.process import goals, indicators, theme_fields
from forumtool.ui.desk import Desk
from forumtool.ui.parts.buttons import button, key_text
from forumtool.ui.parts.enter_button import EnterButton
from forumtool.ui.parts.hints import KeyHints
from forumtool.ui.parts.keyboard import held, is_enter, moving
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.words import words
from forumtool.ui.places.page import Page
from forumtool.ui.places.setting_up.outline import FIELD, GOAL, INDICATOR, Outline


class GoalsPage(Page):
    """One field adds goals, theme fields or indicators; the outline below shows and changes them."""

    concerns = ("theme_field", "goal", "indicator")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.outline = Outline(self._change)
        self.entry = QLineEdit()
        self.kinds = QButtonGroup(self)
        self.kind_buttons = {
            kind: self._kind_button(name, keys)
            for kind, name, keys in (
                (GOAL, _("Ziel"), "N"), (FIELD, _("Themenfeld"), "Shift+N"), (INDICATOR, _("Indikator"), "I"),
            )
        }  # fmt: skip
        self.up = button("↑", lambda: self._move(-1), role="plain", tip=key_text("Alt+Shift+↑"))
        self.down = button("↓", lambda: self._move(1), role="plain", tip=key_text("Alt+Shift+↓"))
        self.up.setAccessibleName(_("Nach oben"))
        self.down.setAccessibleName(_("Nach unten"))
        self.delete = button(_("Löschen"), self._remove, role="plain", tip=key_text("Del"))
        self.empty = words("", "quiet", wrap=True)
        self._build()
        self._bind()

    def _kind_button(self, name: str, keys: str) -> QPushButton:
        made = button(name, self._kind_chosen, role="chip", tip=_("{keys} in der Liste", keys=key_text(keys)))
        made.setCheckable(True)
        self.kinds.addButton(made)
        return made

    def _build(self) -> None:
        panel = Panel(margin=1, spacing=0)
        head = across(*self.kind_buttons.values(), spacing=4)
        head.addWidget(self.entry, 1)
        for one in (self.up, self.down, self.delete):
            head.addWidget(one)
        head.setContentsMargins(13, 10, 6, 8)
        head.setSpacing(6)
        self.empty.setContentsMargins(13, 8, 13, 16)
        panel.inside.addLayout(head)
        panel.inside.addWidget(self.outline, 1)
        panel.inside.addWidget(self.empty, 1, Qt.AlignmentFlag.AlignTop)
        line = QFrame()
        line.setObjectName("panel")
        line.setFixedHeight(1)
        panel.inside.addWidget(line)
        panel.inside.addLayout(self._keys())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(panel)

    def _keys(self) -> QHBoxLayout:
        row = across(KeyHints((
            ("N", _("Ziel")), (key_text("Shift+N"), _("Themenfeld")), ("I", _("Indikator")), ("F2", _("ändern")),
            (key_text("Del"), _("löschen")), (key_text("Alt+Shift") + " ↑↓", _("verschieben")),
        )))  # fmt: skip
        row.setContentsMargins(13, 8, 13, 8)
        return row

    def _bind(self) -> None:
        self.entry.returnPressed.connect(self._add)
        self.enter = EnterButton(self.entry, _("Hinzufügen"))
        self.entry.installEventFilter(self)
        self.outline.installEventFilter(self)
        self.outline.currentItemChanged.connect(lambda *_: self._show_choice())
        self.kind_buttons[GOAL].setChecked(True)

    def refresh(self) -> None:
        source = self.desk.file
        self.outline.show_rows(theme_fields(source), goals(source), indicators(source))
        self.outline.setVisible(bool(self.outline.topLevelItemCount()))
        self.empty.setVisible(not self.outline.topLevelItemCount())
        self.empty.setText(
            _("Noch gibt es kein Themenfeld. Schreiben Sie oben den Titel des ersten hinein, Enter legt es an.")
        )
        if not self.outline.topLevelItemCount():
            self.kind_buttons[FIELD].setChecked(True)
        elif self.outline.currentItem() is None:
            self.outline.choose(self.outline.key(self.outline.topLevelItem(0)))
        self._show_choice()

    def take_focus(self) -> None:
        if self.outline.topLevelItemCount():
            self.outline.setFocus()
        else:
            self.entry.setFocus()

    def write_new(self, kind: str) -> None:
        """Put the keyboard into the field for a new goal, theme field or indicator."""
        self.kind_buttons[kind].setChecked(True)
        self._kind_chosen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key_in_field(event) if watched is self.entry else self._key_in_outline(event)
        return super().eventFilter(watched, event)

    def _key_in_field(self, event: QKeyEvent) -> bool:
        if event.key() not in (Qt.Key.Key_Down, Qt.Key.Key_Escape) or not self.outline.topLevelItemCount():
            return False
        self.outline.setFocus()
        return True

    def _key_in_outline(self, event: QKeyEvent) -> bool:
        if not self.outline.hasFocus():  # what an editor leaves over is not for the outline
            return False
        plain, shifted = not held(event), held(event) == Qt.KeyboardModifier.ShiftModifier
        if moving(event):
            self._move(moving(event))
        elif event.key() == Qt.Key.Key_N and (plain or shifted):
            self.write_new(GOAL if plain else FIELD)
        elif event.key() == Qt.Key.Key_I and plain:
            self.write_new(INDICATOR)
        elif event.key() == Qt.Key.Key_Delete:
            self._remove()
        elif event.key() == Qt.Key.Key_F2 or is_enter(event):
            self.outline.edit_chosen()
        else:
            return False
        return True

    def _kind(self) -> str:
        return next((kind for kind, one in self.kind_buttons.items() if one.isChecked()), GOAL)

    def _kind_chosen(self) -> None:
        self._show_choice()
        self.entry.setFocus()

    def _show_choice(self) -> None:
        field, goal = self.outline.chosen_field(), self.outline.chosen_goal()
        prompts = {
            FIELD: _("Neues Themenfeld, Enter legt es an"),
            GOAL: _("Neues Ziel im Themenfeld {field}, Enter legt es an", field=field.text(0) if field else ""),
            INDICATOR: _("Neuer Indikator zum Ziel {goal}, Enter legt ihn an", goal=goal.text(0) if goal else ""),
        }
        self.entry.setPlaceholderText(prompts[self._kind()])
        self.entry.setAccessibleName(prompts[self._kind()])
        self.kind_buttons[GOAL].setEnabled(field is not None)
        self.kind_buttons[INDICATOR].setEnabled(goal is not None)
        for one in (self.up, self.down, self.delete):
            one.setEnabled(self.outline.currentItem() is not None)
        if not self.kind_buttons[self._kind()].isEnabled():
            self.kind_buttons[GOAL if field is not None else FIELD].setChecked(True)
            self._show_choice()

    def _add(self) -> None:
        typed = self.entry.text().strip()
        step = self._added(typed) if typed else None
        if step is not None:
            self.entry.clear()
            self.outline.choose(next((key for keys in step.changes.values() for key in keys), ""))

    def _added(self, typed: str) -> Step | None:
        field, goal = self.outline.chosen_field(), self.outline.chosen_goal()
        if self._kind() == FIELD:
            return self.desk.do(goal_verbs.add_theme_field, typed)
        if self._kind() == GOAL and field is not None:
            return self.desk.do(goal_verbs.add_goal, self.outline.key(field), typed)
        if goal is not None:
            return self.desk.do(goal_verbs.add_indicator, self.outline.key(goal), typed)
        return None

    def _change(self, kind: str, key: str, column: int, text: str) -> None:
        if kind == FIELD:
            self.desk.do(goal_verbs.change_theme_field, key, **{("number", "title", "aim")[column]: text})
        elif kind == GOAL:
            self.desk.do(goal_verbs.change_goal, key, **{("number", "title", "question")[column]: text})
        else:
            self.desk.do(goal_verbs.change_indicator, key, text)

    def _move(self, step: int) -> None:
        kind, key = self.outline.chosen()
        verbs = {FIELD: goal_verbs.move_theme_field, GOAL: goal_verbs.move_goal, INDICATOR: goal_verbs.move_indicator}
        if key:
            self.desk.do(verbs[kind], key, step)

    def _remove(self) -> None:
        kind, key = self.outline.chosen()
        verbs = {
            FIELD: goal_verbs.remove_theme_field, GOAL: goal_verbs.remove_goal, INDICATOR: goal_verbs.remove_indicator,
        }  # fmt: skip
        if key:
            self.outline.choose_neighbour()
            if self.desk.do(verbs[kind], key) is None:
                self.outline.choose(key)
