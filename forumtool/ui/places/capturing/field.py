"""The one field in which proposals are caught."""

from PySide6.QtCore import QRect, QStringListModel, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QKeyEvent,
    QSyntaxHighlighter,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QCompleter, QFrame, QListView, QPlainTextEdit, QWidget

from forumtool.domain.capture_line import Token, token_at, tokens
from forumtool.domain.rows import Vocabulary
from forumtool.i18n import _
from forumtool.ui.theme.style import worn

_LINES = 2
_MOST_LINES = 6
_APART = "  "


class _Marks(QSyntaxHighlighter):
    """Colours the signs and what they name, exactly as they will be read."""

    def __init__(self, document: QTextDocument) -> None:
        super().__init__(document)
        self.known = Vocabulary()

    def highlightBlock(self, text: str) -> None:
        mark = QTextCharFormat()
        mark.setForeground(QColor(worn().accent))
        for token in tokens(text, self.known):
            start, end = _utf16(text, token.start), _utf16(text, token.end)
            self.setFormat(start, end - start, mark)


class CaptureField(QPlainTextEdit):
    """Enter hands the text over and leaves it in the field until ``clear`` is called: on disk before it is empty."""

    confirmed = Signal(str)
    list_wanted = Signal()
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
        self._known = Vocabulary()
        self._names = QStringListModel(self)
        self._completer = QCompleter(self._names, self)
        self._completer.setWidget(self)
        self._completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self._completer.setMaxVisibleItems(8)
        self._completer.activated[str].connect(self._complete)  # type: ignore[index]  # PySide6's stubs know no overloads
        self._popup = QListView()
        self._completer.setPopup(self._popup)
        self._token: Token | None = None
        self.textChanged.connect(self._grow)
        self._grow()

    def know(self, vocabulary: Vocabulary) -> None:
        """Complete and colour with these names from now on."""
        if vocabulary != self._known:
            self._known = self._marks.known = vocabulary
            self._marks.rehighlight()

    @property
    def offers(self) -> list[str]:
        """The names that are offered now, best first; empty when none are."""
        return self._names.stringList() if self._popup.isVisible() else []

    def keyPressEvent(self, event: QKeyEvent) -> None:
        popup = self._popup
        if popup.isVisible() and event.key() == Qt.Key.Key_Escape:
            popup.hide()
            return
        if popup.isVisible() and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirmed.emit(self.toPlainText())
            return
        if (
            event.key() == Qt.Key.Key_Down
            and self.textCursor().atEnd()
            and event.modifiers() == Qt.KeyboardModifier.NoModifier
        ):
            self.list_wanted.emit()
            return
        super().keyPressEvent(event)
        if event.text():
            self._offer()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.lit.emit(True)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.lit.emit(event.reason() == Qt.FocusReason.PopupFocusReason)

    def focusNextPrevChild(self, forwards: bool) -> bool:
        if self._popup.isVisible():
            self._take()
            return True
        return super().focusNextPrevChild(forwards)

    def _take(self) -> None:
        popup = self._popup
        chosen = popup.currentIndex()
        popup.hide()
        self._complete(str(chosen.data()) if chosen.isValid() else self._names.stringList()[0])

    def _offer(self) -> None:
        before = self._text_before()
        self._token = token_at(before, len(before))
        names = matching(self._known, self._token) if self._token else []
        typed = self._token.name.casefold() if self._token else ""
        if not names or any(name.split(_APART)[0].casefold() == typed for name in names):
            self._popup.hide()
            return
        self._names.setStringList(names)
        self._completer.setCompletionPrefix("")
        spot = self.cursorRect()
        width = 360
        self._completer.complete(
            QRect(min(spot.left(), max(0, self.width() - width)), spot.top(), width, spot.height())
        )
        self._popup.setCurrentIndex(self._completer.completionModel().index(0, 0))

    def _complete(self, name: str) -> None:
        before = self._text_before()
        token = token_at(before, len(before))
        if token is None:
            return
        name = name.split("  ", maxsplit=1)[0] if token.sign == ">" else name
        cursor = self.textCursor()
        cursor.movePosition(
            QTextCursor.MoveOperation.Left,
            QTextCursor.MoveMode.KeepAnchor,
            len(before[token.start :].encode("utf-16-le")) // 2,
        )
        cursor.insertText(f"{token.sign}{name} ")
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

    def resizeEvent(self, event) -> None:  # type: ignore[no-untyped-def]
        super().resizeEvent(event)
        self._grow()


def matching(known: Vocabulary, token: Token) -> list[str]:
    """Return the names that what was typed may mean: those that begin so first, then those with a word that does."""
    names: tuple[str, ...] = {
        "#": known.tags,
        "@": (*known.people, *known.organisations, *known.groups),
        "!": known.obstacles,
        "+": known.offers,
        ">": tuple(f"{number}{_APART}{title}" for number, title in known.goals),
    }[token.sign]
    typed = token.name.casefold()
    begins = [name for name in names if name.casefold().startswith(typed)]
    contains = [name for name in names if f" {typed}" in f" {name.casefold()}" and name not in begins]
    return list(dict.fromkeys([*begins, *contains]))[:30]


def _utf16(text: str, at: int) -> int:
    return len(text[:at].encode("utf-16-le")) // 2
