"""A Word template of the house, taken with care: kept is a plain .docx without macros or ties to elsewhere.

Only what can be reached over relations of known kinds is kept (Open Packaging Conventions, ECMA-376 part 2, 9.3):
macros, toolbars, keys, signatures, embedded programs and everything outside the file is of no such kind.
"""

import io
import zipfile
from pathlib import Path

from forumtool.domain.errors import UserError
from forumtool.imports import refused_templates as refused
from forumtool.imports.packages import media_type, require_sensible
from forumtool.imports.word_bindings import fill_bound_controls
from forumtool.imports.word_package import MAIN_KINDS, Package
from forumtool.imports.word_revisions import accept_revisions
from forumtool.imports.word_ties import cut_ties

KINDS = (".docx", ".dotx", ".docm", ".dotm")
UNPACKED_AT_MOST = 64 * 2**20
"""Bytes of all parts together."""
_FILE_AT_MOST = 32 * 2**20


def read_template(path: Path) -> bytes:
    """Return a template of the house as a macro-free .docx with no relation to anything outside it.

    Tracked changes in it are accepted.

    Raises a ``UserError`` for a file that is missing, no Word document, damaged, locked, old or too large.
    """
    try:
        if path.stat().st_size > _FILE_AT_MOST:
            raise refused.too_large(path.name)
        content = path.read_bytes()
    except (FileNotFoundError, NotADirectoryError) as error:
        raise refused.missing(path.name) from error
    except OSError as error:
        raise refused.unreadable(path.name) from error
    return clean_template(content, path.name)


def clean_template(content: bytes, name: str) -> bytes:
    """Return the bytes of a template as above; ``name`` is what the sentences call it."""
    if not content.startswith(b"PK\x03\x04"):
        raise refused.other_kind(content, name)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            require_sensible(parts, UNPACKED_AT_MOST, refused.too_large(name))
            return _cleaned(parts, name)
    except UserError:
        raise
    except Exception as error:  # zipfile, zlib and lxml each have errors of their own
        raise refused.damaged(name) from error


def _cleaned(parts: zipfile.ZipFile, name: str) -> bytes:
    package = Package(parts)
    if package.is_strict:
        raise refused.strict(name)
    if package.main is None or package.kind_of(package.main) not in MAIN_KINDS:
        raise refused.other_package(media_type(parts), name)
    package.keep_what_is_known()
    for part, lost in package.lost.items():
        fill_bound_controls(package.trees[part])
        cut_ties(package.trees[part], lost)
        accept_revisions(package.trees[part])
    clean = package.written()
    _require_readable(clean)
    return clean


def _require_readable(clean: bytes) -> None:
    """Let the library that will write into it open it once."""
    from docx import Document

    document = Document(io.BytesIO(clean))
    if (
        document.element.body is None
        or document.element.nsmap.get("w") != document.element.nsmap[document.element.prefix]
    ):
        raise ValueError("not Word's own names")
    _ = document.styles.element, list(document.sections)
