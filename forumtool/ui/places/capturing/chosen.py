"""What the keys do with the cards that are chosen in the list."""

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QTableView

from forumtool.domain.rows import ProposalRow, TagRow
from forumtool.i18n import _, ngettext
from forumtool.services import joining
from forumtool.services import proposals as verbs
from forumtool.storage.queries.proposals import proposal_numbered, tag_groups
from forumtool.ui.desk import Desk
from forumtool.ui.parts.chooser import Choice, Chooser
from forumtool.ui.parts.keyboard import held, is_plain_enter
from forumtool.ui.places.capturing.cards import TEXT, CardsModel

_BRIEF = 90
_ALONE = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows
_ADDED = QItemSelectionModel.SelectionFlag.Select | QItemSelectionModel.SelectionFlag.Rows


class Chosen(QObject):
    """Tags, joins, splits and deletes the chosen cards, each as one step for all of them.

    ``tag_at`` gives the tag that a digit stands for, counted from 0.
    """

    field_wanted = Signal()
    keyboard = Signal(bool)
    inspection_wanted = Signal()
    split_wanted = Signal(object)

    def __init__(self, desk: Desk, view: QTableView, model: CardsModel, tag_at: Callable[[int], TagRow | None]) -> None:
        super().__init__(view)
        self._desk, self._view, self._model, self._tag_at = desk, view, model, tag_at
        self._acts = {
            Qt.Key.Key_Delete: self.remove, Qt.Key.Key_M: self.ask_for_lead, Qt.Key.Key_T: self.split,
            Qt.Key.Key_U: self.take_apart, Qt.Key.Key_F2: self._edit, Qt.Key.Key_Escape: self.field_wanted.emit,
        }  # fmt: skip
        view.installEventFilter(self)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)

    @property
    def card(self) -> ProposalRow | None:
        """The card that the keyboard is on."""
        at = self._view.currentIndex().row()
        return self._model.rows[at] if 0 <= at < len(self._model.rows) else None

    @property
    def cards(self) -> list[ProposalRow]:
        """All chosen cards, as they stand in the list."""
        return self._model.rows.of(self.keys)

    @property
    def rows(self) -> Sequence[ProposalRow]:
        """All cards of the list, the newest first."""
        return self._model.rows

    @property
    def keys(self) -> list[str]:
        """The keys of the chosen cards, as they stand in the list."""
        rows = sorted(index.row() for index in self._view.selectionModel().selectedRows())
        return [self._model.keys[at] for at in rows if at < len(self._model.keys)]

    def choose(self, keys: Sequence[str], otherwise: int = -1) -> None:
        """Choose the cards with these keys; where none is there any more, the one that took this place."""
        there = {key: at for at, key in enumerate(self._model.keys)} if keys else {}
        places = [there[key] for key in keys if key in there]
        if not places and otherwise >= 0 and self._model.rows:
            places = [min(otherwise, len(self._model.rows) - 1)]
        if not places or places == [index.row() for index in self._view.selectionModel().selectedRows()]:
            return
        selection = self._view.selectionModel()  # selectRow would look at the keys that are held just now
        selection.setCurrentIndex(self._model.index(places[0], 0), _ALONE)
        for at in places[1:]:
            selection.select(self._model.index(at, 0), _ADDED)
        self._view.scrollTo(self._model.index(places[0], 0))

    def choose_among(self, keys: Collection[str]) -> None:
        """Choose those of these proposals that are in the list."""
        self.choose([key for key in self._model.keys if key in keys])

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._key(event)
        if isinstance(event, QFocusEvent) and event.reason() != Qt.FocusReason.PopupFocusReason:
            self.keyboard.emit(event.gotFocus())
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        plain = not held(event)
        act = self._acts.get(Qt.Key(event.key())) if plain else None
        if act is not None:
            act()
        elif is_plain_enter(event):
            self.inspection_wanted.emit()
        elif plain and event.key() == Qt.Key.Key_Up and self._view.currentIndex().row() <= 0:
            self.field_wanted.emit()
        elif event.text() == "#":
            self.ask_for_tag()
        elif plain and event.text() in set("123456789"):
            self.toggle_digit(int(event.text()) - 1)
        else:
            return False
        return True

    def _open_menu(self, where: QPoint) -> None:
        from forumtool.ui.places.capturing.card_menu import card_menu

        card = self.card
        if card is None or not self._view.indexAt(where).isValid():
            return
        acts: dict[str, Callable[[], object]] = {
            "F2": self._edit, "#": self.ask_for_tag, "M": self.ask_for_lead, "T": self.split, "U": self.take_apart,
            "Enter": self.inspection_wanted.emit, "Del": self.remove,
        }  # fmt: skip
        menu = card_menu(self._view, acts, parts=bool(card.wordings or card.split_from))
        menu.popup(self._view.viewport().mapToGlobal(where))

    def _edit(self) -> None:
        if self.card is not None:
            self._view.edit(self._model.index(self._view.currentIndex().row(), TEXT))

    def remove(self) -> None:
        """Delete the chosen cards."""
        if self.keys:
            self._desk.do(verbs.remove, self.keys)

    def toggle_digit(self, at: int) -> None:
        """Put the tag of a digit on the chosen cards, or take it off if all of them have it."""
        tag = self._tag_at(at)
        if tag is not None:
            self.toggle(tag)

    def toggle(self, tag: TagRow) -> None:
        """Put a tag on the chosen cards, or take it off if all of them have it."""
        cards = self.cards
        everywhere = all(tag.id in {one.id for one in card.tags} for card in cards)
        if cards:
            self._desk.do(verbs.tag, self.keys, tag.id, on=not everywhere)

    def ask_for_tag(self) -> None:
        """Choose a tag for the chosen cards, or make a new one."""
        cards, keys = self.cards, self.keys
        if not cards:
            return
        worn = set.intersection(*({tag.id for tag in card.tags} for card in cards))
        choices = [
            Choice(tag.title, partial(self.toggle, tag), _("abnehmen") if tag.id in worn else group.title)
            for group in tag_groups(self._desk.file)
            for tag in group.tags
        ]
        prompt = ngettext("Merkmal für {count} Karte", "Merkmal für {count} Karten", len(cards))
        self._ask(prompt, choices, make=lambda title: self._desk.do(verbs.tag_as, keys, title))

    def ask_for_lead(self) -> None:
        """Lay the chosen cards together: which of them leads? With one card chosen: which other one does it go to?"""
        cards = self.cards
        if len(cards) > 1:
            oldest_first = sorted(cards, key=lambda card: card.id)
            prompt = _("{count} Karten zusammenlegen, voran steht …", count=len(cards))
            self._ask(prompt, [self._lead(card, self.keys) for card in oldest_first])
        elif cards:
            others = self._model.rows.of([key for key in self._model.keys if key != cards[0].id])
            prompt = _("{number} zusammenlegen mit …", number=cards[0].number)
            self._ask(prompt, [self._lead(card, self.keys) for card in others])

    def _lead(self, card: ProposalRow, keys: Sequence[str]) -> Choice:
        text = " ".join(card.text.split())[:_BRIEF]
        return Choice(f"{card.number}  {text}", partial(self._desk.do, joining.join, keys, card.id))

    def split(self) -> None:
        """Ask for the parts of the card."""
        if self.card is not None:
            self.split_wanted.emit(self.card)

    def take_apart(self) -> None:
        """Let what stands behind the card stand by itself again; of a part, let the card before it be whole again."""
        card = self.card
        if card is None:
            return
        if card.wordings:
            self._desk.do(joining.separate, [card.id])
        elif card.split_from and (whole := proposal_numbered(self._desk.file, card.split_from)) is not None:
            self._desk.do(joining.unsplit, whole.id)
        else:
            self._desk.say(_("Hinter dieser Karte steht keine andere."))

    def _ask(self, prompt: str, choices: Sequence[Choice], *, make: Callable[[str], object] | None = None) -> None:
        Chooser(self._view, prompt, choices, make=make, make_title=_("Neues Merkmal „{title}“")).open_over(
            self._view.window()
        )
