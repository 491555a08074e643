"""Every word on the Leinwand can be read from the last row, on a screen of any size, and none is over another."""

import pytest
from PySide6.QtCore import QRectF

from forumtool.domain.models import DotCount, DotRound
from forumtool.services import measures
from forumtool.ui.canvas.window import CanvasWindow
from forumtool.ui.desk import Desk
from forumtool.ui.projection import Projection
from tests.ui.boards import board_file, weigh_board
from tests.ui.laid_out import READABLE, SCREENS
from tests.ui.painted import words_of

MORE = ((1024, 640), (1080, 1920))
LONG = "Kommunales Integrationszentrum, Fachbereich Wohnen, Soziales und Integration, Migrantenselbstorganisationen"


@pytest.fixture
def hall(qtbot, tmp_path):
    """A canvas, and everything that can be sent to it."""
    built = board_file(tmp_path, people=3)
    weigh_board(built)
    desk = Desk()
    assert desk.open(built.path)
    desk.choose_forum(built.forum_id)
    canvas = CanvasWindow(desk)
    qtbot.addWidget(canvas)
    canvas.show()
    yield canvas, desk, _everything(desk, Projection("", built.forum_id, built.goal_id))
    canvas.close()
    desk.close()


def _everything(desk: Desk, goal: Projection) -> dict[str, Projection]:
    asked = {"forum_id": goal.forum_id, "goal_id": goal.goal_id}
    (key,) = desk.do(measures.sketch, f"Nachbarschaftscafé, getragen von: {LONG}", **asked).changes["measure"]
    desk.do(measures.change_measure, key, text=LONG, lead=LONG, partners=LONG, resources=LONG, horizon="Herbst")
    sent = {
        kind: goal._replace(kind=kind) for kind in ("goal", "cards", "board", "ranking", "readback", "timer", "pause")
    }
    sent["scale"] = goal._replace(kind="ranking", goal_id=None, round_id=_scale(desk, goal))
    return {
        **sent,
        "measure": goal._replace(kind="measure", measure_id=key),
        "measure read back": goal._replace(kind="readback", measure_id=key),
    }


def _scale(desk: Desk, goal: Projection) -> str:
    with desk.file.step("Gewichtet") as edit:
        row = edit.add(
            DotRound(forum_id=goal.forum_id, kind="scale", steps=10, low="gar nicht", high=LONG, question="Wie?")
        )
        edit.flush()
        for step in range(1, 11):
            edit.add(DotCount(dot_round_id=row.id, dots=step * 23, scale_step=step))
        return row.id


@pytest.mark.parametrize("size", (*SCREENS, *MORE), ids=lambda size: "x".join(map(str, size)))
@pytest.mark.parametrize("minutes", [None, 7.7, -0.01], ids=["no timer", "timer", "time is up"])
def test_every_word_is_large_inside_and_apart(hall, size, minutes):
    canvas, desk, everything = hall
    canvas.resize(*size)
    if minutes is not None:
        desk.stopwatch.start(minutes, f"Wege zu Ziel 3.2: {LONG}")
    for name, sent in everything.items():
        desk.project(sent)
        canvas.pages.all()
        for page in range(len(canvas.pages)):
            canvas.page = page
            assert_readable(canvas, (name, page))
    desk.stopwatch.clear()


def assert_readable(canvas: CanvasWindow, where: object) -> None:
    found, screen = words_of(canvas), QRectF(canvas.rect())
    assert found, where
    for at, one in enumerate(found):
        assert one.pixels >= READABLE, (where, one)
        assert screen.contains(one.place), (where, one)
        for other in found[at + 1 :]:
            assert not one.place.adjusted(1, 1, -1, -1).intersects(other.place), (where, one, other)
