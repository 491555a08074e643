"""Texts that Word, Excel, PDF or a reader of them has stumbled over, and how every text field of a file gets them."""

import itertools
from collections.abc import Iterator, Sequence

from forumtool.domain import models
from forumtool.domain.models import Recorded
from forumtool.storage.forum_file import ForumFile

STARTERS = ("=1+1", "+49 241", "-5 Grad", "@SUMME(A1)", "\t=1", "\r=1", "'=1", "|cmd", "")
STRANGE = (
    "Klingel \x07\x00\x01\x1b\x7f\x80\x9f hier",
    "_x000D_ und _x0041_ und __x00e4_",
    "زيارة ملعب الحي (3) مع الأطفال",
    "\u2067חוויה ב־Aachen\u2069 \u200fקפה\u200e, \u202everkehrt\u202c",
    "👩\u200d👩\u200d👧 👍🏽 🏳️\u200d🌈 🇩🇪 ❤️",
    "Z̷̈ǡl̶g̊o e\u0301 Nguyễn Thị, Łódź, ẞ",
    "社区咖啡馆 コミュニティ 마을 카페",
    "Unzeichen \ufffe\uffff\ufdd0\U0001fffe\ufffd\ue000",
    "fest\u00a0verbunden, null\u200bbreit, weich\u00adgetrennt, \u2060 \ufeff \u202f",
    "{{ 7*7 }} {% for x in y %} {# z #} {{ forum.title }} ${x} %(y)s {0}",
    '<b>&amp;</b> <w:p/> ]]> <!-- --> <?xml?> &#0; "\'',
    "{ MERGEFIELD Name } PAGEREF TOC \\o \"1-3\" DDEAUTO =HYPERLINK(\"http://x\") &L&P &[Seite]",
    "A/B: [Wie]? *viel* \\so\\ 'Blatt'!A1 #N/A #REF! WAHR 3.2 1/2 1e5 007",
    "eins\nzwei\r\ndrei\rvier\x0bfünf\x0csechs\u2028sieben\u2029acht\x85neun\n\n\nzehn  \tTab",
    "- ein Punkt\n- noch einer\n• und einer",
    "Donaudampfschifffahrtsgesellschaft" * 9,
    "  Leerzeichen   innen und am Ende  ",
)  # fmt: skip
NOVEL = "Es war einmal ein Quartier, das wollte zusammenleben. " * 741  # 40,014 signs
NOVELS = {
    ("proposal", "edited_text"), ("proposal", "note"), ("forum", "input"), ("measure", "text"), ("decision", "reason"),
    ("participant", "organisation"), ("obstacle", "title"), ("goal", "note"),
}  # fmt: skip
# What the program itself writes: keys, codes, moments, places in an order, bytes and their kinds.
_NOT_TYPED = {
    "id", "kind", "position", "cluster_position", "state", "content", "media_type", "mapping", "axis", "scope",
    "verdict", "laptop", "contributor_kind", "logo", "logo_media_type", "audience", "wording", "language",
    "other_language", "sections", "targets", "started_at", "ended_at", "confirmed_at", "sent_at", "approved_at",
    "arrived_at", "planned_start",
}  # fmt: skip


def typed_fields() -> Iterator[tuple[type[Recorded], list[str]]]:
    """Every table and those of its fields that somebody types; a new field is one of them unless it is named above."""
    for name in models.__all__:
        kind = getattr(models, name)
        texts = [key for key, field in kind.model_fields.items() if field.annotation is str and key not in _NOT_TYPED]
        if texts:
            yield kind, texts


def harden(file: ForumFile, texts: Sequence[str] = (), *, novels: bool = True) -> dict[str, str]:
    """Give every text of every row a hard one, or in turn one of the texts; return them by "table.field row".

    Hard ones end with a mark of their own, so that each can be told from the others; the first row of a table gets all
    of them in one, and some fields a ``novel`` of 40,000 signs.
    """
    written: dict[str, str] = {}
    others = itertools.cycle(texts)
    with file.step("") as edit:
        for kind, fields in typed_fields():
            table = str(kind.__tablename__)
            for row, (key,) in enumerate(edit.plain(f"SELECT id FROM {table} WHERE NOT deleted ORDER BY id")):
                values = {
                    name: next(others) if texts else _hard(table, name, row, at, novels=novels)
                    for at, name in enumerate(fields)
                }
                edit.change(kind, key, **values)
                written |= {f"{table}.{name} {row}": text for name, text in values.items()}
    return written


def _hard(table: str, name: str, row: int, at: int, *, novels: bool) -> str:
    mark = f" ~{table}.{name}.{row}~"
    starter = STARTERS[(row + at) % len(STARTERS)]
    if row:
        return starter + STRANGE[(row + at) % len(STRANGE)] + mark
    return starter + " ".join(STRANGE) + (f" {NOVEL}" if novels and (table, name) in NOVELS else "") + mark
