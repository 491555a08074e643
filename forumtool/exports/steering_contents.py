"""The list of what is in the folder for the steering group: for whom, as of when, what each file is and lacks."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING, BinaryIO

from forumtool.domain.rows import ProcessRow
from forumtool.exports.words import day
from forumtool.exports.writing import Exported
from forumtool.i18n import Catalogue

if TYPE_CHECKING:
    from forumtool.exports.steering_folder import Part


def contents_text(
    found: "Sequence[Part]", written: Sequence[Exported], about: ProcessRow, say: Catalogue, stream: BinaryIO
) -> list[str]:
    """Write the list as plain text, which opens everywhere; what a file lacks stands below it."""
    now = datetime.now()
    notes = {one.path.name: one.notes for one in written}
    lines = [
        say("Für die Steuerungsgruppe: {title}", title=about.title),
        *([about.host] if about.host else []),
        say("Stand: {day}, {time} Uhr", day=day(now.date().isoformat(), say), time=f"{now:%H:%M}"),
        say("Personen sind nur genannt, wenn sie zugestimmt haben: nicht zum Veröffentlichen."),
        "",
    ]
    for part in found:
        lines += [part.name, f"    {part.about}", *(f"    {note}" for note in notes.get(part.name, ()))]
    stream.write("\r\n".join((*lines, "")).encode("utf-8-sig"))
    return []
