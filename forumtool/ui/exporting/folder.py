"""What becomes several files in a folder, written with a copy of the file on any thread."""

from collections.abc import Sequence
from pathlib import Path

from forumtool.domain.errors import UserError
from forumtool.domain.letters import Letters
from forumtool.exports.writing import Exported
from forumtool.i18n import _, catalogue
from forumtool.storage.reading import Reading
from forumtool.ui.long_work import Tell


def write_everything(target: Path, language: str, source: Reading, tell: Tell) -> list[Exported]:
    """Write the folder for the steering group; raises as ``write_folder``."""
    from forumtool.drawing.steering_folder import count, write_folder
    from forumtool.services.gathering import compared, gather_for_steering

    tell(0, 0)
    gathered = compared(gather_for_steering(source))
    written, total = [], count(gathered, language)
    tell(0, total)

    def done(one: Exported) -> None:
        written.append(one)
        tell(len(written), total)

    return write_folder(gathered, target, language, done)


def write_letters(target: Path, language: str, source: Reading, tell: Tell) -> tuple[Letters, Sequence[Exported]]:
    """Write the letters and return what they say; a ``UserError`` if there is nobody to write to."""
    from forumtool.exports.letters_docx import export_letters
    from forumtool.services.letters import letters

    tell(0, 0)
    found = letters(source)
    if not found.letters:
        raise UserError(
            _(
                "Noch kein Brief: Es fehlen Entscheidungen, oder niemand mit Beitrag hat dem Kontakt zugestimmt "
                "(Ankommen)."
            )
        )
    return found, export_letters(found, target, catalogue(language))
