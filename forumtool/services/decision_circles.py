"""Lists that merge proposals in a circle: what leads there is asked about and never taken unseen."""

from collections.abc import Collection, Iterable, Mapping, Sequence

from forumtool.i18n import _
from forumtool.services.decision_plan import CHANGE, CONFLICT, QUESTION, Change
from forumtool.storage.queries.decided import Decided


def asked_about_circles(
    changes: Sequence[Change], now: Mapping[str, Decided], number_of: Mapping[str, str]
) -> list[Change]:
    """Return the changes; those that would merge in a circle, with others or with what is decided, are questions.

    It holds both where the list counts against what was decided meanwhile and where it does not.
    """
    found = list(changes)
    while circles := [way for kinds in ((CHANGE,), (CHANGE, CONFLICT)) for way in _circles(_merged(found, now, kinds))]:
        remarks = {key: _told(way, number_of) for way in reversed(circles) for key in way}
        asked = [_asked(change, remarks) for change in found]
        if asked == found:  # circles that stood here before
            break
        found = asked
    return found


def _asked(change: Change, remarks: Mapping[str, str]) -> Change:
    told = remarks.get(change.proposal_id or "")
    if told is None or change.kind == QUESTION or _other(change) is None:
        return change
    remark = " · ".join(filter(None, (change.remark, told)))
    return change._replace(kind=QUESTION, taken=False, remark=remark)


def _merged(changes: Iterable[Change], now: Mapping[str, Decided], kinds: Collection[str]) -> dict[str, str]:
    """Which proposal would be merged with which one if the changes of these kinds were taken."""
    found = {key: one.merged_with_id for key, one in now.items() if one.verdict == "merge" and one.merged_with_id}
    for change in changes:
        if change.kind in kinds and change.field == "verdict" and change.proposal_id is not None:
            found.pop(change.proposal_id, None)
            if (other := _other(change)) is not None:
                found[change.proposal_id] = other
    return found


def _other(change: Change) -> str | None:
    other = dict(change.values).get("merged_with_id") if change.field == "verdict" else None
    return str(other) if other else None


def _circles(merged: Mapping[str, str]) -> list[list[str]]:
    found: list[list[str]] = []
    seen: set[str] = set()
    for start in merged:
        way: list[str] = []
        key: str | None = start
        while key is not None and key not in seen:
            seen.add(key)
            way.append(key)
            key = merged.get(key)
        if key in way:
            found.append(way[way.index(key) :])
    return found


def _told(way: Sequence[str], number_of: Mapping[str, str]) -> str:
    numbers = " → ".join(number_of.get(key, "?") for key in (*way, way[0]))
    return _("im Kreis zusammengeführt: {way}", way=numbers)
