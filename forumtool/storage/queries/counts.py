"""How much of everything a file holds."""

from forumtool.storage.reading import Reading

_TABLES = {
    "theme_fields": "theme_field",
    "goals": "goal",
    "indicators": "indicator",
    "milestones": "milestone",
    "principles": "guiding_principle",
    "action_fields": "action_field",
    "field_mappings": "field_mapping",
    "constituencies": "constituency",
    "steering_members": "steering_member",
    "forums": "forum",
    "agenda_items": "agenda_item",
    "participants": "participant",
    "attendances": "attendance",
    "minutes": "minutes",
    "proposals": "proposal",
    "clusters": "cluster",
    "obstacles": "obstacle",
    "offers": "existing_offer",
    "dot_rounds": "dot_round",
    "measures": "measure",
    "parking_lot": "parking_lot_item",
    "action_items": "action_item",
    "decisions": "decision",
    "feedback_letters": "feedback_letter",
    "tag_groups": "tag_group",
}
_TAGS = "SELECT count(*) FROM tag t JOIN tag_group g ON g.id = t.tag_group_id WHERE NOT t.deleted AND NOT g.deleted"
_DOTS = (
    "SELECT coalesce(sum(d.dots), 0) FROM dot_count d JOIN dot_round r ON r.id = d.dot_round_id"
    " WHERE NOT d.deleted AND NOT r.deleted"
)


def counts(source: Reading) -> dict[str, int]:
    """Return the number of living rows of each noun by its English plural; ``dots`` is the sum of all dots."""
    found = {
        noun: int(source.one(f"SELECT count(*) FROM {table} WHERE NOT deleted")[0]) for noun, table in _TABLES.items()
    }
    return {**found, "tags": int(source.one(_TAGS)[0]), "dots": int(source.one(_DOTS)[0])}
