"""What remains after a forum: who does what by when, and what was set aside for whom."""

from typing import Any

from forumtool.i18n import N_
from forumtool.services.lists import last_position, shift
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step


def agree(file: ForumFile, text: str, *, forum_id: str | None, **values: Any) -> Step | None:
    """Note an agreement; ``values`` are responsible, due (ISO 8601) and done."""
    from forumtool.domain.models import ActionItem

    with file.step(N_("Vereinbarung festgehalten")) as edit:
        position = last_position(edit, "action_item", forum_id=forum_id)
        edit.add(ActionItem(forum_id=forum_id, text=text, position=position, **values))
    return edit.done


def change_agreement(file: ForumFile, item_id: str, **values: object) -> Step | None:
    """Change text, responsible, due or done of an agreement."""
    from forumtool.domain.models import ActionItem

    with file.step(N_("Vereinbarung geändert")) as edit:
        edit.change(ActionItem, item_id, **values)
    return edit.done


def move_agreement(file: ForumFile, item_id: str, step: int) -> Step | None:
    """Move an agreement one place up (-1) or down (+1)."""
    from forumtool.domain.models import ActionItem

    with file.step(N_("Vereinbarung verschoben")) as edit:
        shift(edit, ActionItem, item_id, step, "forum_id")
    return edit.done


def remove_agreement(file: ForumFile, item_id: str) -> Step | None:
    """Delete an agreement."""
    from forumtool.domain.models import ActionItem

    with file.step(N_("Vereinbarung gelöscht")) as edit:
        edit.remove(ActionItem, item_id)
    return edit.done


def set_aside(file: ForumFile, text: str, *, forum_id: str | None, addressee: str = "") -> Step | None:
    """Put a matter into the parking lot, for somebody if it is known for whom."""
    from forumtool.domain.models import ParkingLotItem

    with file.step(N_("In den Themenspeicher gelegt")) as edit:
        position = last_position(edit, "parking_lot_item", forum_id=forum_id)
        edit.add(ParkingLotItem(forum_id=forum_id, text=text, addressee=addressee, position=position))
    return edit.done


def change_set_aside(file: ForumFile, item_id: str, **values: object) -> Step | None:
    """Change text or addressee of a matter set aside."""
    from forumtool.domain.models import ParkingLotItem

    with file.step(N_("Themenspeicher geändert")) as edit:
        edit.change(ParkingLotItem, item_id, **values)
    return edit.done


def move_set_aside(file: ForumFile, item_id: str, step: int) -> Step | None:
    """Move a matter set aside one place up (-1) or down (+1)."""
    from forumtool.domain.models import ParkingLotItem

    with file.step(N_("Themenspeicher geordnet")) as edit:
        shift(edit, ParkingLotItem, item_id, step, "forum_id")
    return edit.done


def take_up(file: ForumFile, item_id: str) -> Step | None:
    """Take a matter out of the parking lot."""
    from forumtool.domain.models import ParkingLotItem

    with file.step(N_("Aus dem Themenspeicher genommen")) as edit:
        edit.remove(ParkingLotItem, item_id)
    return edit.done
