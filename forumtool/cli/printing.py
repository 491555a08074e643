"""``forumtool print``: what a forum needs on paper, for Word or as PDF."""

from argparse import Namespace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from forumtool.cli.opening import opened_to_read
from forumtool.cli.terminal import answer, tell
from forumtool.domain.errors import UserError
from forumtool.i18n import LANGUAGES, Catalogue, _, catalogue
from forumtool.services.forums import forum_titled

if TYPE_CHECKING:
    from forumtool.exports.papers import Paper

PAPERS = ("list", "badges", "tents", "signs")
FORMATS = ("docx", "pdf")


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "print",
        help=_("schreibt Anwesenheitsliste und Schilder"),
        description=_("Schreibt Anwesenheitsliste, Schilder, Namenszelte und Tischschilder für Word oder als PDF."),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.add_argument("--forum", metavar=_("TITEL"), required=True, help=_("für welches Forum"))
    words.add_argument("--to", metavar=_("ORDNER"), type=Path, required=True, help=_("wohin"))
    words.add_argument(
        "--paper",
        dest="papers",
        action="append",
        choices=PAPERS,
        help=_("Liste, Schilder, Zelte oder Tischschilder; mehrfach möglich, ohne Angabe alles, was es gibt"),
    )
    words.add_argument("--format", choices=FORMATS, default="docx", help=_("für Word (Vorgabe) oder als PDF"))
    words.add_argument("--present", action="store_true", help=_("nur wer da ist, nicht alle auf der Liste"))
    words.add_argument("--language", choices=LANGUAGES, default="de", help=_("Sprache der Dokumente (Vorgabe: de)"))
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    from forumtool.exports.day_papers import TITLES, Choice, compose
    from forumtool.exports.file_names import safe_name
    from forumtool.storage.queries.forums import participants
    from forumtool.storage.queries.process import process

    say = catalogue(wish.language)
    with opened_to_read(wish.file) as file:
        forum, host = forum_titled(file, wish.forum), process(file)
        rows = participants(file, forum.id)
    if wish.to.is_file():
        raise UserError(
            _("„{folder}“ ist eine Datei und kein Ordner: Bitte einen Ordner angeben.", folder=wish.to.name)
        )
    if not wish.to.is_dir():
        raise UserError(_("Den Ordner „{folder}“ gibt es nicht: Bitte einen anderen wählen.", folder=wish.to.name))
    papers = {
        kind: compose(Choice(kind, only_present=wish.present), forum, host.title, rows, say)
        for kind in dict.fromkeys(wish.papers or PAPERS)
    }
    if not any(papers.values()):
        raise UserError(_("Dafür steht niemand auf der Liste oder in einer Gruppe: Bitte erst einlesen oder auslosen."))
    for kind, paper in papers.items():
        if paper is not None:
            path = wish.to / safe_name(" ".join((say(TITLES[kind]), forum.title)), f".{wish.format}")
            notes = _write(paper, path, host.host, say)
            answer(str(path))
            for note in notes:
                tell(note)
    return 0


def _write(paper: "Paper", path: Path, host: str, say: Catalogue) -> list[str]:
    if path.suffix == ".docx":
        from forumtool.exports.paper_files import write_word

        return write_word(paper, path, host, say)
    from forumtool.drawing.application import prepare

    prepare()
    from forumtool.drawing.paper_pages import write_pdf

    write_pdf(paper, path, say)
    return []
