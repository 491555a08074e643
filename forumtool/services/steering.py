"""The seats of the steering group, by office and organisation; a person's name is optional."""

from forumtool.i18n import N_
from forumtool.services.lists import last_position
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def add_seat(
    file: ForumFile, constituency: str, organisation: str = "", *, office: str = "", name: str = ""
) -> Step | None:
    """Add a seat to a constituency by its title; an unknown title becomes a new constituency."""
    from forumtool.domain.models import SteeringMember

    with file.step(N_("Sitz in der Steuerungsgruppe angelegt")) as edit:
        bench = _bench_titled(edit, constituency)
        edit.add(
            SteeringMember(
                constituency_id=bench,
                organisation=organisation,
                office=office,
                name=name,
                position=last_position(edit, "steering_member", constituency_id=bench),
            )
        )
    return edit.done


def change_seat(file: ForumFile, seat_id: str, **values: str) -> Step | None:
    """Change organisation, office or name of a seat, or its ``constituency`` by title (an unknown one is made)."""
    from forumtool.domain.models import SteeringMember

    with file.step(N_("Sitz in der Steuerungsgruppe geändert")) as edit:
        changed: dict[str, str | None] = {**values}
        if "constituency" in changed:
            bench = _bench_titled(edit, changed.pop("constituency") or "")
            seat = edit.get(SteeringMember, seat_id)
            if seat is not None and seat.constituency_id != bench:
                changed |= {
                    "constituency_id": bench,
                    "position": last_position(edit, "steering_member", constituency_id=bench),
                }
        edit.flush()
        edit.change(SteeringMember, seat_id, **changed)
    return edit.done


def remove_seat(file: ForumFile, seat_id: str) -> Step | None:
    """Delete a seat."""
    from forumtool.domain.models import SteeringMember

    with file.step(N_("Sitz in der Steuerungsgruppe gelöscht")) as edit:
        edit.remove(SteeringMember, seat_id)
    return edit.done


def _bench_titled(edit: Edit, title: str) -> str | None:
    from forumtool.domain.models import Constituency

    wanted = title.strip()
    if not wanted:
        return None
    for key, found in edit.plain("SELECT id, title FROM constituency WHERE scope = 'steering' AND NOT deleted"):
        if found.casefold() == wanted.casefold():
            return str(key)
    bench = edit.add(
        Constituency(title=wanted, scope="steering", position=last_position(edit, "constituency", scope="steering"))
    )
    edit.flush()
    return bench.id
