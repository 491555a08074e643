"""The one field in which proposals are caught."""

from PySide6.QtCore import QEvent, QMimeData, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
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
from forumtool.ui.parts.enter_key import is_ctrl_enter, keep_ctrl_enter
from forumtool.ui.places.capturing.offers import APART, Offers, Recent, matching
from forumtool.ui.theme.style import worn

_LINES = 2
_MOST_LINES = 6
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


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

    Ctrl+Enter hands it over as support of a similar card, Ctrl+↑↓ mark another one. Tab begins a tag and then a
    person. Several pasted lines are handed over as lines and do not come into the field.
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
        self.document().setDocumentMargin(0)
        self._marks = _Marks(self.document())
        self.known = Vocabulary()
        self._recent = Recent()
        self.popup = Offers(self)
        self.popup.taken.connect(self._complete)
        self._token: Token | None = None
        follow_text(self)
        self.textChanged.connect(self._grow)
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

    def event(self, event: QEvent) -> bool:
        """Keep Ctrl+Enter for a card that is being typed; with an empty field it belongs to the window."""
        if not self.document().isEmpty() and keep_ctrl_enter(event):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._key_of_popup(event) or self._key_of_line(event):
            return
        super().keyPressEvent(event)
        if event.text():
            self._offer()

    def _key_of_popup(self, event: QKeyEvent) -> bool:
        """Let Esc, Enter and digits decide about the names that are offered."""
        popup = self.popup
        if not popup.is_open:
            return False
        if event.key() == Qt.Key.Key_Escape:
            popup.hide()
            return True
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            popup.hide()
            return False
        if event.key() in _ENTER:
            popup.take()
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
        if event.key() in _ENTER:
            signal = self.supported if is_ctrl_enter(event) else self.confirmed
            signal.emit(self.toPlainText())
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
        if self.popup.is_open:
            self.popup.take()
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
        self._token = token_at(before, len(before))
        names = matching(self.known, self._token, self._recent) if self._token else []
        typed = self._token.name.casefold() if self._token else ""
        if not names or any(name.split(APART)[0].casefold() == typed for name in names):
            self.popup.hide()
        else:
            self.popup.show(names, self.cursorRect(), self.width())

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

    def _grow(self) -> None:
        """Be as high as the text, two lines at least, so that a long thought can be read while it is typed."""
        line = self.fontMetrics().lineSpacing()
        height = int(self.document().documentLayout().documentSize().height())
        self.setFixedHeight(line * max(_LINES, min(_MOST_LINES, height)) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._grow()


def utf16(text: str, at: int) -> int:
    """Return a place in a text as Qt counts it."""
    return len(text[:at].encode("utf-16-le")) // 2
