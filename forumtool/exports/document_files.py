"""Putting a document about the whole process into a folder, as window and terminal do it."""

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from forumtool.domain.report import Report
from forumtool.exports import documents
from forumtool.exports.file_names import safe_name
from forumtool.exports.writing import Exported, make_folder, write_stoppable
from forumtool.i18n import Catalogue

WritePdf = Callable[[str, Report, BinaryIO, Catalogue], list[str]]


def export_document(
    key: str,
    report: Report,
    folder: Path,
    form: str,
    say: Catalogue,
    stopped: Callable[[], bool] | None = None,
    pdf: WritePdf | None = None,
) -> Exported:
    """Write a document of ``DOCUMENTS`` as "docx", or by ``pdf`` as "pdf", into a folder; raises as ``export`` does."""
    if form not in {"docx", *(["pdf"] if pdf else [])}:
        raise ValueError(f"no format {form!r}")
    make_folder(folder)
    write = pdf if form == "pdf" and pdf else documents.write
    path = folder / document_name(key, report, form, say)
    return write_stoppable(path, lambda stream: write(key, report, stream, say), stopped)


def document_name(key: str, report: Report, form: str, say: Catalogue) -> str:
    """Return the name of a document's file, such as "Konzept Integrationskonzept.docx"."""
    return safe_name(documents.title_of(key, report, say), f".{form}")
