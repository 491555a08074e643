"""Letters for Word: ready to print, and as a mail merge of a main document and its list.

The main document has MERGEFIELDs (ECMA-376 part 1, 17.16.5.35) and no tie to its list: that would hold a place on one
computer, and Word would ask before each opening whether it may fetch from there. The short text beside them says how
the two are brought together.
"""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import partial
from pathlib import Path
from typing import BinaryIO
from xml.sax.saxutils import escape

from forumtool.domain.letters import Letter, Letters
from forumtool.exports.blocks import Block, Column, Paragraph, Table
from forumtool.exports.file_names import safe_name
from forumtool.exports.letter_frame import LetterFrame
from forumtool.exports.letter_words import closing, greeting, merging, outcome_told, thanks
from forumtool.exports.letters_list import FIELDS, write_list
from forumtool.exports.words import day
from forumtool.exports.writing import Exported, make_folder, write_stoppable
from forumtool.i18n import Catalogue

_MARK = "\ue001"


def export_letters(letters: Letters, folder: Path, say: Catalogue) -> list[Exported]:
    """Write the letters, and the mail merge of main document and list, into a folder; raises as ``export`` does."""
    make_folder(folder)
    title = letters.process
    names = (safe_name(say("Serienbrief {title}", title=title), ".docx"),
             safe_name(say("Serienbrief Empfänger {title}", title=title), ".docx"))  # fmt: skip
    files = (
        (safe_name(say("Rückmeldebriefe {title}", title=title), ".docx"), partial(write, letters, say=say)),
        (names[0], partial(write_main, letters, say=say)),
        (names[1], partial(write_list, letters, say=say)),
        (safe_name(say("Serienbrief Anleitung"), ".txt"), partial(_write_words, merging(*names, say))),
    )
    return [write_stoppable(folder / name, fill) for name, fill in files]


def _write_words(words: str, stream: BinaryIO) -> list[str]:
    stream.write(words.replace("\n", "\r\n").encode("utf-8-sig"))
    return []


def write(letters: Letters, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write one section for each letter; return sentences about what somebody should look at."""
    frame = LetterFrame(letters, say)
    told = [
        say("Im Brief an {to} nennt eine Entscheidung {name}: Bitte vor dem Versenden ansehen.", to=to, name=name)
        for to, name in letters.others
    ]
    return [*told, *frame.save(_each(frame, letters, say), stream)]


def _each(frame: LetterFrame, letters: Letters, say: Catalogue) -> Iterator[str]:
    for at, one in enumerate(letters.letters, 1):
        address = tuple(filter(None, (one.name, one.organisation)))
        blocks = (*_begun(greeting(one, say), letters, say), *_outcomes(one, say), Paragraph(closing(say)))
        yield frame.letter(address, _facts(letters, say), blocks, more=at < len(letters.letters))


def write_main(letters: Letters, stream: BinaryIO, say: Catalogue) -> list[str]:
    """Write the main document of the mail merge, with the fields of ``letters_list.FIELDS``."""
    frame = LetterFrame(letters, say)
    fields = {key: f"{_MARK}{name}{_MARK}" for key, name in FIELDS.items()}
    address = [fields[key] for key in ("name", "organisation", "street", "town")]
    blocks = (*_begun(fields["greeting"], letters, say), Paragraph(fields["outcomes"]), Paragraph(closing(say)))
    pieces = frame.letter(address, _facts(letters, say), blocks, more=False).split(_MARK)
    return frame.save((_field(piece) if at % 2 else piece for at, piece in enumerate(pieces)), stream)


def _facts(letters: Letters, say: Catalogue) -> Sequence[str]:
    return letters.process, day(date.today().isoformat(), say)


def _begun(greeted: str, letters: Letters, say: Catalogue) -> tuple[Block, ...]:
    return Paragraph(greeted), Paragraph(thanks(letters.process, say))


def _outcomes(letter: Letter, say: Catalogue) -> Iterator[Block]:
    rows = [
        (
            one.number,
            "\n".join(filter(None, (one.text, one.goal and say("Ziel {label}", label=one.goal)))),
            outcome_told(one, say),
        )
        for one in letter.outcomes
    ]
    if rows:
        yield Table((Column(say("Nr."), 1.5), Column(say("Ihr Beitrag")), Column(say("Was daraus wurde"), 7.6)), rows)


def _field(name: str) -> str:
    """Close the run, put a merge field in, and open the run again."""
    run = '<w:t xml:space="preserve">'
    return (
        f'</w:t></w:r><w:fldSimple w:instr=" MERGEFIELD {escape(name)} "><w:r>{run}«{escape(name)}»</w:t></w:r>'
        f"</w:fldSimple><w:r>{run}"
    )
