"""A Word document as a PDF that screen readers understand (PDF/UA-1, ISO 14289), made by LibreOffice.

LibreOffice does not count the pages of a table of contents when it converts. So it does its work twice: the first time
tells on which page each bookmark stands, the second time the contents say so.
"""

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from forumtool.exports.contents_pages import with_pages
from forumtool.exports.office import OfficeFailed, printed

_TO_COUNT = {"ExportBookmarksToPDFDestination": True}
_TO_KEEP = {"UseTaggedPDF": True, "PDFUACompliance": True, "ExportBookmarks": True, "UseLosslessCompression": False}
_ESCAPED = re.compile(r"/([0-9A-F]{2})")


def accessible_pdfs(documents: Sequence[bytes], program: str) -> list[bytes | None]:
    """Return the bytes of .docx files as PDF, None for one that LibreOffice could not make; ``program`` is its own.

    Raises ``OfficeFailed`` if it does not end, ``Stopped`` as soon as nobody wants it any more.
    """
    with TemporaryDirectory(prefix="forumtool-", ignore_cleanup_errors=True) as name:
        folder = Path(name)
        paths = [folder / f"document{at}.docx" for at in range(len(documents))]
        for path, document in zip(paths, documents, strict=True):
            path.write_bytes(document)
        counted = printed(program, paths, folder / "profile", _TO_COUNT)
        for path, document, pages in zip(paths, documents, counted, strict=True):
            if pages is not None:
                path.write_bytes(with_pages(document, _pages(pages)))
        return printed(program, paths, folder / "profile", _TO_KEEP)


def _pages(counted: bytes) -> dict[str, int]:
    """The page of each bookmark, the first is 1. LibreOffice writes some signs of their names as numbers."""
    try:
        reader = PdfReader(BytesIO(counted))
        found = {name: reader.get_destination_page_number(one) for name, one in reader.named_destinations.items()}
    except PyPdfError as error:
        raise OfficeFailed from error
    return {
        _ESCAPED.sub(lambda sign: chr(int(sign[1], 16)), name): page + 1
        for name, page in found.items()
        if page is not None
    }
