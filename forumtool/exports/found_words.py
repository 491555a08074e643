"""How a find in free text is told: what it is and where it stands."""

from forumtool.domain.finds import Find
from forumtool.exports.minutes_sections import BY_KEY
from forumtool.i18n import N_, Catalogue

KINDS = {
    "person": N_("Name"),
    "organisation": N_("Organisation"),
    "email": N_("E-Mail-Adresse"),
    "phone": N_("Telefonnummer"),
    "address": N_("Anschrift"),
}
_THINGS = {
    "card": N_("Karte"), "goal": N_("Ziel"), "forum": N_("Forum"), "group": N_("Gruppe"), "measure": N_("Maßnahme"),
    "action": N_("Vereinbarung"), "parked": N_("Themenspeicher"), "offer": N_("Angebot"), "obstacle": N_("Hemmnis"),
    "process": N_("Prozess"), "principle": N_("Leitlinie"), "field": N_("Themenfeld"), "tag": N_("Merkmal"),
    "milestone": N_("Meilenstein"), "photo": N_("Foto"), "agenda": N_("Programmpunkt"),
}  # fmt: skip
_LONGEST = 40


def kind_told(find: Find, say: Catalogue) -> str:
    """Return what was found."""
    return say(KINDS[find.kind])


def place_told(find: Find, say: Catalogue) -> str:
    """Return where it stands: the thing by number or title, and the section if it is one."""
    where = find.where
    label = where.label if len(where.label) <= _LONGEST else f"{where.label[:_LONGEST].rstrip()} …"
    kind = say(_THINGS[where.kind]) if where.kind in _THINGS else ""
    thing = f"{kind} {label}".strip()
    section = say(BY_KEY[where.section].title) if where.section in BY_KEY else ""
    return " · ".join(filter(None, (thing, section)))
