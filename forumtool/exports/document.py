"""A document before it is a file: its blocks, what it is called, and what stands on the edge of each page."""

from collections.abc import Sequence
from typing import NamedTuple

from forumtool.exports.blocks import Block
from forumtool.i18n import Catalogue


class Document(NamedTuple):
    """Blocks in the language of ``say``; ``author`` is the host, never a person.

    ``head`` stands above every page but the first, at the left and at the right; ``foot`` beside the page's number.
    ``state`` is what a template says of its version, None for that of the minutes.
    """

    blocks: Sequence[Block]
    say: Catalogue
    title: str
    subject: str = ""
    author: str = ""
    head: tuple[str, str] = ("", "")
    foot: str = ""
    state: str | None = None
