"""What the program's documents are set in, and which styles of a template stand for it.

Word writes built-in styles under their English names whatever language it speaks ("heading 1", ECMA-376 part 1,
17.7.4.9); other programs and older templates write German ones.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from docx import Document
from docx.oxml.ns import qn

from forumtool.i18n import N_


class Role(NamedTuple):
    """Something a document sets: its German title, and the names under which templates have a style for it."""

    title: str
    names: tuple[str, ...]
    kind: str = "paragraph"


ROLES: Mapping[str, Role] = {
    "title": Role(N_("Titel"), ("title", "titel")),
    "subtitle": Role(N_("Untertitel"), ("subtitle", "untertitel")),
    **{
        f"heading{level}": Role(title, (f"heading {level}", f"überschrift {level}"))
        for level, title in enumerate((N_("Überschrift 1"), N_("Überschrift 2"), N_("Überschrift 3"),
                                       N_("Überschrift 4")), 1)
    },
    "body": Role(N_("Text"), ()),
    "quiet": Role(N_("Hinweis"), ("hinweis",)),
    "bullets": Role(N_("Aufzählung"), ("list bullet", "aufzählungszeichen", "aufzählung", "liste punkt")),
    "key_value": Role(N_("Angabe mit Wert"), ("angabe",)),
    "table": Role(N_("Tabelle"), ("protokolltabelle", "table grid", "tabellenraster", "tabellengitternetz"), "table"),
    "table_head": Role(N_("Tabellenkopf"), ("tabellenkopf", "table heading", "tabellenüberschrift")),
    "table_head_right": Role(N_("Tabellenkopf, rechts"), ("tabellenkopf rechts",)),
    "cell": Role(N_("Zelle"), ("zelle", "tabellentext", "tabelleninhalt", "tabellen inhalt", "table contents",
                               "table text")),
    "cell_right": Role(N_("Zelle, rechts"), ("zelle rechts",)),
    "picture": Role(N_("Bild"), ("bild",)),
    "caption": Role(N_("Bildunterschrift"), ("caption", "beschriftung")),
    "toc_heading": Role(N_("Überschrift des Inhalts"), ("toc heading", "inhaltsverzeichnisüberschrift",
                                                        "contents heading")),
    "toc1": Role(N_("Inhalt, Ebene 1"), ("toc 1", "verzeichnis 1", "inhaltsverzeichnis 1", "contents 1")),
    "toc2": Role(N_("Inhalt, Ebene 2"), ("toc 2", "verzeichnis 2", "inhaltsverzeichnis 2", "contents 2")),
}  # fmt: skip
"""In the order in which a list shows them. "body" is the template's own default unless somebody says otherwise."""


class Styles(NamedTuple):
    """The style ids of a document by role; "body" may be empty for its default.

    ``bullets`` is the number of the list that each point must name because its style does not, 0 where it does.
    ``unnumbered`` are properties that keep a number of headings away from that of the contents. ``outlined`` are the
    levels whose headings must say their level themselves. ``own_head`` tells that the head of a table is set as ours,
    with our ground; ``tight`` that its style leaves no room around the words of a cell.
    """

    ids: Mapping[str, str]
    bullets: int = 0
    outlined: frozenset[int] = frozenset()
    own_head: bool = True
    tight: bool = False
    unnumbered: str = ""


def style_names(content: bytes, kind: str) -> list[str]:
    """Return the names of a template's styles of a kind ("paragraph", "table"), as Word lists them, in order."""
    return sorted({name_of(style) for style in of_kind(_styles_in(content), kind)}, key=str.casefold)


def found_names(content: bytes) -> dict[str, str]:
    """Return by role the names of the styles that a template has by itself."""
    return {role: name_of(style) for role, style in found_in(_styles_in(content), {}).items()}


def _styles_in(content: bytes) -> Any:
    """A package may call its parts as it likes; the styles are where the document's relation leads."""
    return Document(io.BytesIO(content)).styles.element


def of_kind(styles: Any, kind: str) -> Iterator[Any]:
    """Return the styles of a kind in a styles part."""
    return (style for style in styles.findall(qn("w:style")) if style.get(qn("w:type")) == kind and name_of(style))


def name_of(style: Any) -> str:
    """Return what a style is called, empty if it has no name."""
    named = style.find(qn("w:name"))
    return "" if named is None else str(named.get(qn("w:val"), ""))


def found_in(styles: Any, mapping: Mapping[str, str]) -> dict[str, Any]:
    """Return the styles that a template has for roles: what the mapping names, else what is called so."""
    by_name = {
        kind: {name.casefold(): style for style in of_kind(styles, kind) for name in _names(style)}
        for kind in ("paragraph", "table")
    }
    found = {}
    for key, role in ROLES.items():
        names = (mapping.get(key, "").casefold(), *role.names)
        style = next((by_name[role.kind][name] for name in names if name in by_name[role.kind]), None)
        if style is not None:
            found[key] = style
    return found


def _names(style: Any) -> list[str]:
    aliases = style.find(qn("w:aliases"))
    others = "" if aliases is None else aliases.get(qn("w:val"), "")
    return [*filter(None, (one.strip() for one in others.split(","))), name_of(style)]
