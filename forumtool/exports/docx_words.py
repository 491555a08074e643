"""Words and cells of a table as WordprocessingML text, each made once."""

import re
from collections.abc import Callable
from xml.sax.saxutils import escape

from forumtool.domain.languages import starts_right_to_left
from forumtool.exports.docx_languages import TEXT_RUN, in_other_letters, marked
from forumtool.exports.safe_text import SafeText
from forumtool.exports.tongues import Tongues

# Latin letters and the signs of German print, without those of XML: most texts, told in one look.
_AS_IT_IS = re.compile("[ -%'-;=?-~\u00a0-\u00ac\u00ae-\u024f\u2013\u2014\u2018-\u201e\u2022\u2026\u00b7]*").fullmatch


class Written(dict[str, str]):
    """Texts as XML for within a ``w:t`` of an open run, made once each: many of them come again."""

    def __init__(self, safe: SafeText, tongues: Tongues | None) -> None:
        super().__init__()
        self._plain = safe.plain
        self._tongues = tongues

    def __missing__(self, text: str) -> str:
        told = self._tongues(text) if self._tongues else text
        made = self.plainly(text) if type(told) is str else "".join(marked(told, self.plainly, self.plainly))
        self[text] = made
        return made

    def plainly(self, text: str) -> str:
        """Write words without asking whose language they are in; other letters tell it nevertheless."""
        if _AS_IT_IS(text):
            return text
        made = self._plain(text)
        if "&" in made or "<" in made or ">" in made:
            made = escape(made)
        if not made.isascii():
            made = in_other_letters(made)
        if "\n" in made or "\t" in made:
            made = made.replace("\n", f"</w:t><w:br/>{TEXT_RUN}").replace("\t", f"</w:t><w:tab/>{TEXT_RUN}")
        return made


class Cells(dict[str, str]):
    """The cells of a column by their text."""

    def __init__(self, frame: str, words: Callable[[str], str]) -> None:
        super().__init__({"": f"{frame}</w:p></w:tc>"})
        self._frame = f"{frame}<w:r>{TEXT_RUN}"
        self._words = words

    def __missing__(self, text: str) -> str:
        words = self._words(text)
        frame = _turned(self._frame, text) if "<w:rtl/>" in words else self._frame
        made = f"{frame}{words}</w:t></w:r></w:p></w:tc>"
        if type(text) is str:  # texts that are equal may differ in their languages
            self[text] = made
        return made


def _turned(frame: str, text: str) -> str:
    """The beginning of a cell; one whose words begin at the right is a paragraph from right to left."""
    return frame.replace("</w:pPr>", "<w:bidi/></w:pPr>") if starts_right_to_left(text) else frame


def frame(width: int, style: str, keep: str) -> str:
    """Return the beginning of a cell of a width in twentieths of a point, with the style of its paragraph."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{keep}</w:pPr>'
    )
