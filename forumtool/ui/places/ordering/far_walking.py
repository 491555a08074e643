"""Going from card to card with the arrows when the board is seen from afar."""

from forumtool.ui.places.ordering.far_layout import Lay, Spot

_ASIDE = 3.0


def beside(lay: Lay, here: Spot | None, across: int, down: int) -> Spot | None:
    """Return the nearest card in a direction: what lies straight ahead counts as nearer than what lies aside."""
    if here is None:
        return lay.spots[0] if lay.spots else None
    x, y = here.x + here.width / 2, here.y + here.height / 2
    best: tuple[float, Spot] | None = None
    for spot in lay.spots:
        to_x, to_y = spot.x + spot.width / 2 - x, spot.y + spot.height / 2 - y
        ahead = to_x * across + to_y * down
        aside = abs(to_y) if across else abs(to_x)
        if ahead > 0.5 and (not across or ahead > here.width / 2):
            distance = ahead + _ASIDE * aside
            if best is None or distance < best[0]:
                best = (distance, spot)
    return best[1] if best else None
