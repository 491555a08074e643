"""Where a card comes from, told in the window."""

from forumtool.domain.rows import ProposalRow
from forumtool.i18n import _


def origin(card: ProposalRow) -> str:
    """Return number, wording, original wording if edited, organisation or group, and tags, a line each."""
    who = card.organisation or (card.contributor if card.contributor_kind in ("organisation", "group") else "")
    lines = [f"{card.number}  {card.text}"]
    if card.edited_text and card.edited_text != card.original_text:
        lines.append(_("Originalton: „{text}“", text=card.original_text))
    if who:
        lines.append(_("Von: {who}", who=who))
    if card.tags:
        lines.append(_("Merkmale: {tags}", tags=", ".join(tag.title for tag in card.tags)))
    if card.note:
        lines.append(_("Notiz: {note}", note=card.note))
    return "\n".join(lines)
