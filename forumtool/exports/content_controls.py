"""Fields to fill in within a Word document: structured document tags (ECMA-376 part 1, 17.5.2).

A field that is empty shows what can be filled in by hand: boxes to tick, a line to write on.
"""

from collections.abc import Iterable, Mapping
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from forumtool.exports.docx_styles import QUIET
from forumtool.exports.safe_text import SafeText

_TEXT = '<w:t xml:space="preserve">'
_TAG_LENGTH = 64


class Controls:
    """Writes the fields of one document, each with a number of its own. A field cannot be deleted by mistake."""

    def __init__(self, safe: SafeText, locale: str, day_format: str) -> None:
        self._safe, self._locale, self._day_format = safe, locale, day_format
        self._count = 0

    def choice(self, tag: str, name: str, items: Mapping[str, str], chosen: str, empty: str) -> str:
        """Return a drop-down list of ``items`` (word by value)."""
        listed = "".join(
            f"<w:listItem w:displayText={quoteattr(word)} w:value={quoteattr(value)}/>"
            for value, word in self._lines(items)
        )
        return self._control(tag, name, f"<w:dropDownList>{listed}</w:dropDownList>", items.get(chosen, chosen), empty)

    def _lines(self, items: Mapping[str, str]) -> Iterable[tuple[str, str]]:
        return ((self._safe.line(value), self._safe.line(word)) for value, word in items.items())

    def day(self, tag: str, name: str, day: str, shown: str, empty: str) -> str:
        """Return a field for a day with a calendar; ``day`` is ISO 8601, and ``shown`` how it reads."""
        full = f' w:fullDate="{day}T00:00:00Z"' if is_day(day) else ""
        kind = (
            f'<w:date{full}><w:dateFormat w:val="{self._day_format}"/><w:lid w:val="{self._locale}"/>'
            '<w:storeMappedDataAs w:val="dateTime"/><w:calendar w:val="gregorian"/></w:date>'
        )
        return self._control(tag, name, kind, shown, empty)

    def text(self, tag: str, name: str, text: str, empty: str, *, several_lines: bool = False) -> str:
        """Return a field for words. LibreOffice 7 drops the line breaks of a plain field, so several lines are rich."""
        return self._control(tag, name, "<w:richText/>" if several_lines else "<w:text/>", text, empty)

    def _control(self, tag: str, name: str, kind: str, text: str, empty: str) -> str:
        self._count += 1
        showing = "" if text else "<w:showingPlcHdr/>"
        return (
            f"<w:sdt><w:sdtPr><w:alias w:val={quoteattr(self._safe.line(name))}/>"
            f"<w:tag w:val={quoteattr(tag[:_TAG_LENGTH])}/>"
            f'<w:id w:val="{self._count}"/><w:lock w:val="sdtLocked"/>{showing}{kind}</w:sdtPr>'
            f"<w:sdtContent>{self.run(text) if text else run_quiet(empty)}</w:sdtContent></w:sdt>"
        )

    def run(self, text: str) -> str:
        """Return a run of words that people typed."""
        words = escape(self._safe.plain(text)).replace("\n", f"</w:t><w:br/>{_TEXT}").replace("\t", " ")
        return f"<w:r>{_TEXT}{words}</w:t></w:r>"


def run_quiet(text: str) -> str:
    """Return a run of our own words that are set back."""
    return f'<w:r><w:rPr><w:color w:val="{QUIET}"/></w:rPr>{_TEXT}{escape(text)}</w:t></w:r>'


def boxes(words: Iterable[str]) -> str:
    """Return boxes to tick by hand, each kept on one line with its word."""
    return " ".join(f"☐\u00a0{word}" for word in words)


def is_day(text: str) -> bool:
    """Tell whether a text is a whole ISO 8601 date, which a calendar can show."""
    try:
        return len(text) == len("2017-03-31") and bool(date.fromisoformat(text))
    except ValueError:
        return False
