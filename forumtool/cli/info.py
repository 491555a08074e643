"""``forumtool info``: what a file holds, for people and for programs."""

import json
from argparse import Namespace
from pathlib import Path
from typing import Any

from forumtool import __version__
from forumtool.cli.opening import opened_to_read
from forumtool.cli.terminal import answer
from forumtool.i18n import N_, _, ngettext
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.counts import counts
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.process import process
from forumtool.storage.queries.proposals import counts_by_forum

_LABELS = {
    "theme_fields": N_("Themenfelder"), "goals": N_("Ziele"), "indicators": N_("Indikatoren"),
    "milestones": N_("Meilensteine"), "principles": N_("Leitlinien"), "action_fields": N_("Handlungsfelder"),
    "steering_members": N_("Sitze der Steuerungsgruppe"), "forums": N_("Foren"), "participants": N_("Teilnehmende"),
    "proposals": N_("Vorschläge"), "clusters": N_("Gruppen"), "tags": N_("Merkmale"), "obstacles": N_("Hemmnisse"),
    "offers": N_("Angebote"), "dot_rounds": N_("Gewichtungen"), "dots": N_("Klebepunkte"), "measures": N_("Maßnahmen"),
    "parking_lot": N_("Themenspeicher"), "action_items": N_("Vereinbarungen"), "decisions": N_("Entscheidungen"),
    "steps": N_("Schritte"),
}  # fmt: skip


def add_to(commands: Any) -> None:
    """Add the command to the parser's commands."""
    words = commands.add_parser(
        "info",
        help=_("sagt, was in einer Datei steht"),
        description=_("Sagt, was in einer Datei steht, und zählt alles."),
    )
    words.add_argument("file", metavar=_("DATEI"), type=Path, help=_("die .forum-Datei"))
    words.add_argument(
        "--json", action="store_true", help=_("als JSON für Programme, mit einer Prüfsumme des Inhalts (digest)")
    )
    words.set_defaults(run=_run)


def _run(wish: Namespace) -> int:
    with opened_to_read(wish.file) as file:
        facts = _facts(file)
    if wish.json:
        answer(json.dumps(facts, ensure_ascii=False, indent=2))
    else:
        _print(facts)
    return 0


def _facts(file: ForumFile) -> dict[str, Any]:
    cards = counts_by_forum(file)
    return {
        "title": process(file).title,
        "program": __version__,
        "version": file.version,
        **counts(file),
        "steps": file.history.count,
        "events": [
            {"title": forum.title, "when": forum.when, "proposals": cards.get(forum.id, 0)} for forum in forums(file)
        ],
        "digest": digest(file),
    }


def _print(facts: dict[str, Any]) -> None:
    lines = [facts["title"] or _("Prozess ohne Titel"), ""]
    lines += [_(label).ljust(28) + f"{facts[key]:>8}" for key, label in _LABELS.items()]
    lines += [
        "",
        *(
            f"{event['title']}: " + ngettext("{count} Vorschlag", "{count} Vorschläge", event["proposals"])
            for event in facts["events"]
        ),
    ]
    lines += [
        "",
        _("Format der Datei: {version} · forumtool {program}", version=facts["version"], program=facts["program"]),
        _("Prüfsumme des Inhalts: {digest}", digest=facts["digest"]),
    ]
    answer("\n".join(lines))
