"""How long pages, PDF files and pictures of boards take, for 500 and 5,000 proposals.

Run by hand: ``python -m tests.benchmarks.bench_pdf [RUNS]``. Medians in milliseconds, with the longest run. PDF is that
of Qt's writer, without LibreOffice; files go to a real folder. Imports and the start of Qt are not counted.
"""

import statistics
import sys
import tempfile
from functools import partial
from io import BytesIO
from pathlib import Path

from forumtool.drawing import board
from forumtool.drawing.application import prepare
from forumtool.drawing.document import DocumentPages
from forumtool.drawing.document_pdf import write_untagged
from forumtool.exports.minutes_document import minutes_document
from forumtool.exports.writing import export
from forumtool.i18n import catalogue
from forumtool.services import reporting
from forumtool.storage.forum_file import ForumFile
from tests.benchmarks.bench_exports import fill, median
from tests.builders import example
from tests.demonstration import demonstration

_FIRST = 0.03
SAY = catalogue("de")


def main(runs: int) -> None:
    """Print the medians for both sizes, and those of a forum's boards."""
    prepare()
    for size in (500, 5_000):
        with tempfile.TemporaryDirectory() as folder:
            _measure(Path(folder), size, runs)
    with tempfile.TemporaryDirectory() as folder, ForumFile.open(demonstration(Path(folder) / "a.forum")) as file:
        report = reporting.build(file, forum_id=None)
    median("boards of the demonstration", lambda: (board._drawn.cache_clear(), board.pictures(report, SAY)), runs)


def _measure(folder: Path, size: int, runs: int) -> None:
    with ForumFile.open(example(folder)) as file:
        fill(file, size)
        report = reporting.build(file, forum_id=None)
    document = minutes_document(report, SAY)
    write_untagged(document, BytesIO())
    pages = DocumentPages(document)
    pages.lay_out()
    print(f"{pages.count} pages")
    pdf = partial(export, report, folder, ("pdf",), pdf=_write)
    median(f"minutes (pdf), {size:,} proposals", pdf, runs)
    median(f"preview, first pages, {size:,} proposals", lambda: _first(report), runs)
    median(f"preview, all pages, {size:,} proposals", lambda: DocumentPages(document).lay_out(), runs)
    print(f"{'longest moment between two pages':44} {_longest(document):14.1f} ms")


def _write(compose, report, stream, say, sections):  # type: ignore[no-untyped-def]
    return write_untagged(compose(report, say, sections), stream)


def _first(report) -> None:  # type: ignore[no-untyped-def]
    DocumentPages(minutes_document(report, SAY)).lay_out(_FIRST)


def _longest(document) -> float:  # type: ignore[no-untyped-def]
    """The longest go of laying out that was to take 12 ms."""
    from time import perf_counter

    pages, goes = DocumentPages(document), []
    whole = False
    while not whole:
        began = perf_counter()
        whole = pages.lay_out(0.012)
        goes.append((perf_counter() - began) * 1000)
    print(f"{'goes of 12 ms: median':44} {statistics.median(goes):14.1f} ms")
    return max(goes)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 7)
