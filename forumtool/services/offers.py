"""What already runs and what stands in the way, as lists of their own beside the cards that name them."""

from forumtool.i18n import N_
from forumtool.storage.edit import Edit
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.journal import Step

OFFER_STATES = ("exists", "extend", "new")


def add_offer(file: ForumFile, title: str, provider: str = "", state: str = "exists") -> Step | None:
    """Add an existing offer; ``state`` is one of ``OFFER_STATES``."""
    from forumtool.domain.models import ExistingOffer

    with file.step(N_("Angebot „{title}“ angelegt"), title=title) as edit:
        edit.add(ExistingOffer(title=title, provider=provider, state=state))
    return edit.done


def change_offer(file: ForumFile, offer_id: str, **values: str) -> Step | None:
    """Change title, provider, state or note of an offer, on all cards that name it."""
    from forumtool.domain.models import ExistingOffer

    with file.step(N_("Angebot geändert")) as edit:
        edit.change(ExistingOffer, offer_id, **values)
    return edit.done


def remove_offer(file: ForumFile, offer_id: str) -> Step | None:
    """Delete an offer; it leaves the cards that name it and comes back to them with undo."""
    from forumtool.domain.models import ExistingOffer

    with file.step(N_("Angebot gelöscht")) as edit:
        edit.remove(ExistingOffer, offer_id)
    return edit.done


def add_obstacle(file: ForumFile, title: str) -> Step | None:
    """Add an obstacle."""
    from forumtool.domain.models import Obstacle

    with file.step(N_("Hemmnis „{title}“ angelegt"), title=title) as edit:
        edit.add(Obstacle(title=title))
    return edit.done


def change_obstacle(file: ForumFile, obstacle_id: str, **values: str) -> Step | None:
    """Change title or note of an obstacle, on all cards that name it."""
    from forumtool.domain.models import Obstacle

    with file.step(N_("Hemmnis geändert")) as edit:
        edit.change(Obstacle, obstacle_id, **values)
    return edit.done


def remove_obstacle(file: ForumFile, obstacle_id: str) -> Step | None:
    """Delete an obstacle; it leaves the cards that name it and comes back to them with undo."""
    from forumtool.domain.models import Obstacle

    with file.step(N_("Hemmnis gelöscht")) as edit:
        edit.remove(Obstacle, obstacle_id)
    return edit.done


def offer_named(edit: Edit, title: str) -> str:
    """Return the key of the offer with a title within a step, whatever its case; an unknown one is added."""
    from forumtool.domain.models import ExistingOffer

    return _named(edit, "existing_offer", title) or edit.add(ExistingOffer(title=title.strip())).id


def obstacle_named(edit: Edit, title: str) -> str:
    """Return the key of the obstacle with a title within a step, whatever its case; an unknown one is added."""
    from forumtool.domain.models import Obstacle

    return _named(edit, "obstacle", title) or edit.add(Obstacle(title=title.strip())).id


def _named(edit: Edit, table: str, title: str) -> str | None:
    wanted = title.strip().casefold()
    for key, found in edit.plain(f"SELECT id, title FROM {table} WHERE NOT deleted ORDER BY id"):  # noqa: S608
        if found.casefold() == wanted:
            return str(key)
    return None
