"""The one field in which proposals are caught."""

import re

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from forumtool.domain.capture_line import Token, spelt, token_at, tokens
from forumtool.domain.pasted import lines_of
from forumtool.domain.rows import Vocabulary
from forumtool.i18n import _
from forumtool.ui.parts.direction import follow_text
from forumtool.ui.parts.keyboard import is_ctrl_enter, is_enter, keep_ctrl_enter
from forumtool.ui.parts.offers import Offers
from forumtool.ui.places.capturing.names import APART, Recent, is_whole, matching, with_whole_tags
from forumtool.ui.theme.style import worn

_LINES = 2
_MOST_LINES = 6
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ONLY_BEGUN = re.compile(r"\s+[#@]\s*$")


class _Marks(QSyntaxHighlighter):
    """Colours the signs and what they name, exactly as they will be read."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.known = Vocabulary()

    def highlightBlock(self, text: str) -> None:
        mark = QTextCharFormat()
        mark.setForeground(QColor(worn().accent))
        for token in tokens(text, self.known):
            start, end = utf16(text, token.start), utf16(text, token.end)
            self.setFormat(start, end - start, mark)


class CaptureField(QPlainTextEdit):
    """Enter hands the text over and leaves it in the field until ``clear`` is called: on disk before it is empty.

    A half-typed name is no reason to stop: Enter completes the one that is marked among those offered. Marked is the
    first tag, but of people and all else only a name that is alone in fitting: nobody is named by guess. Where
    several fit, the beginning stays as it is. A digit or an arrow chooses, Tab completes only, Esc leaves all names.
    A tag that was left half typed further up in the line is completed, too, where only one begins so.

    Ctrl+Enter hands the text over as support of a similar card, Ctrl+↑↓ mark another one. Tab begins a tag and then
    a person. Several pasted lines are handed over as lines and do not come into the field.
    """

    confirmed = Signal(str)
    supported = Signal(str)
    similar_wanted = Signal(int)
    list_wanted = Signal()
    lines_pasted = Signal(list)
    lit = Signal(bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("entry")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName(_("Vorschlag"))
        self.setPlaceholderText(_("Vorschlag schreiben, Enter sichert"))
        self.setTabChangesFocus(True)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().setDocumentMargin(0)
        self._marks = _Marks(self.document())
        self.known = Vocabulary()
        self._recent = Recent()
        self._as_typed: set[str] = set()
        self.popup = Offers(self, digits=True)
        self.popup.taken.connect(self._complete)
        self._token: Token | None = None
        follow_text(self)
        self.textChanged.connect(self._grow)
        self.textChanged.connect(self._forget)
        self._grow()

    def know(self, vocabulary: Vocabulary, recent: Recent) -> None:
        """Complete and colour with these names from now on."""
        self._recent = recent
        if vocabulary != self.known:
            self.known = self._marks.known = vocabulary
            self._marks.rehighlight()

    @property
    def offers(self) -> list[str]:
        """The names that are offered now, best first; empty when none are."""
        return self.popup.names

    def put(self, line: str) -> None:
        """Show another line, as one step of typing, with the cursor at its end."""
        cursor = self.textCursor()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.insertText(line)
        self.setTextCursor(cursor)

    def confirm(self) -> None:
        """Hand the text over as Enter does."""
        self.confirmed.emit(self.finished())

    def finished(self) -> str:
        """Return the line as Enter means it: with the name that is marked, and without a sign that is only begun."""
        if self.popup.marked:
            self.popup.take()
        self.popup.hide()
        typed = self.toPlainText()
        whole = with_whole_tags(typed, self.known, self._as_typed)
        if whole != typed:
            self.put(whole)
        return _ONLY_BEGUN.sub("", whole)

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for a card that is being typed; with an empty field it belongs to the window."""
        if not self.document().isEmpty() and keep_ctrl_enter(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._key_of_names(event) or self._key_of_line(event):
            return
        before = self.textCursor().position()
        super().keyPressEvent(event)
        if event.text() or (self.popup.is_open and self.textCursor().position() != before):
            self._offer()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        if self.popup.is_open:
            self._offer()

    def _key_of_names(self, event: QKeyEvent) -> bool:
        """Let Esc, arrows and digits decide about the names that are offered."""
        popup = self.popup
        if not popup.is_open:
            return False
        if event.key() == Qt.Key.Key_Escape:
            self._as_typed |= {self._token.name} if self._token else set()
            popup.hide()
            return True
        if popup.walk(event):
            popup.tell(_with_name())
            return True
        return self._digit_counts(event.text()) and popup.take_digit(int(event.text()))

    def _digit_counts(self, typed: str) -> bool:
        """Tell whether a digit takes a name; within a name ("Tisch 2", "TN 02") it belongs to it."""
        token = self._token
        if token is None or token.sign == ">" or token.name.endswith(" "):
            return False
        goes_on = token.name and matching(self.known, token._replace(name=token.name + typed), self._recent)
        return len(typed) == 1 and typed in "123456789" and not goes_on

    def _key_of_line(self, event: QKeyEvent) -> bool:
        with_control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        step = _STEPS.get(Qt.Key(event.key()))
        if is_enter(event):
            if is_ctrl_enter(event):
                self.supported.emit(self.finished())
            else:
                self.confirm()
        elif step and with_control:
            self.similar_wanted.emit(step)
        elif step == 1 and self.textCursor().atEnd() and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.list_wanted.emit()
        else:
            return False
        return True

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Hand several lines over; a single one, however long, is pasted as it is."""
        lines = lines_of(source.text()) if source.hasText() else []
        if len(lines) > 1:
            self.lines_pasted.emit(lines)
        else:
            super().insertFromMimeData(source)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.lit.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lit.emit(event.reason() == Qt.FocusReason.PopupFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        if forwards and self.popup.take():
            return True
        return (forwards and self._begin_next()) or super().focusNextPrevChild(forwards)

    def _begin_next(self) -> bool:
        """Begin a tag, or a person behind a tag; return False where both are there or nothing is written yet."""
        line = self.toPlainText()
        there = {token.sign for token in tokens(line, self.known)}
        sign = next((sign for sign in "#@" if sign not in there), "")
        if not line.strip() or not sign or line.endswith(sign):
            return False
        cursor = self.textCursor()
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(sign if line[-1].isspace() else f" {sign}")
        self.setTextCursor(cursor)
        self._offer()
        return True

    def _offer(self) -> None:
        before = self._text_before()
        token = self._token = token_at(before, len(before))
        names = matching(self.known, token, self._recent) if token else []
        if token is None or not names or any(is_whole(name, token) for name in names):
            self.popup.hide()
            return
        typed = token.name.strip()
        marked = bool(typed) and (token.sign == "#" or len(names) == 1)
        self.popup.offer(names, self.cursorRect(), marked=marked, told=_with_name() if marked else _without(typed))

    def _complete(self, name: str) -> None:
        before = self._text_before()
        token = token_at(before, len(before))
        if token is None:
            return
        name = name.split(APART, maxsplit=1)[0] if token.sign == ">" else name
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left,
            QTextCursor.MoveMode.KeepAnchor,
            len(before[token.start :].encode("utf-16-le")) // 2,
        )
        cursor.insertText(f"{spelt(token.sign, name, self.known)} ")
        self.setTextCursor(cursor)

    def _text_before(self) -> str:
        cursor = self.textCursor()
        text = cursor.block().text().encode("utf-16-le")
        return text[: cursor.positionInBlock() * 2].decode("utf-16-le", "ignore")

    def _forget(self) -> None:
        if self.document().isEmpty():
            self._as_typed.clear()

    def _grow(self) -> None:
        """Be as high as the text, two lines at least, so that a long thought can be read while it is typed."""
        line = self.fontMetrics().lineSpacing()
        height = int(self.document().documentLayout().documentSize().height())
        self.setFixedHeight(line * max(_LINES, min(_MOST_LINES, height)) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


def _with_name() -> str:
    return _("Enter sichert damit, Tab schreibt weiter.")


def _without(typed: str) -> str:
    if typed:
        return _("Ziffer oder ↓ wählt. Enter lässt „{typed}“ stehen.", typed=typed)
    return _("Ziffer oder ↓ wählt. Enter sichert ohne Namen.")


def utf16(text: str, at: int) -> int:
    """Return a place in a text as Qt counts it."""
    return len(text[:at].encode("utf-16-le")) // 2
