"""The Leinwand follows what is sent: its pictures, the newest card, the timer, and what the room confirms."""

from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from forumtool.domain.rows import AgendaRow
from forumtool.services import clusters, measures, people, proposals, weighing
from forumtool.storage.queries.outcomes import measures as all_measures
from forumtool.storage.queries.proposals import proposals as all_cards
from forumtool.ui.canvas.picture import picture_of
from forumtool.ui.canvas.resuming import resuming
from forumtool.ui.canvas.window import CanvasWindow
from forumtool.ui.desk import Desk
from forumtool.ui.projection import KINDS, Projection
from forumtool.ui.shell.projector import NAMES
from forumtool.ui.stopwatch import Stopwatch
from forumtool.ui.theme.style import worn
from tests.ui.boards import Built, board_file, weigh_board

KEY = Qt.Key


@pytest.fixture
def stage(qtbot, tmp_path):
    """A desk with a board, and its canvas."""
    built = board_file(tmp_path, people=3)
    weigh_board(built)
    desk = Desk()
    assert desk.open(built.path)
    canvas = CanvasWindow(desk)
    qtbot.addWidget(canvas)
    canvas.show()
    yield desk, canvas, built
    canvas.close()
    desk.close()


def sent(built: Built, kind: str) -> Projection:
    return Projection(kind, built.forum_id, built.goal_id)


def catch(desk: Desk, built: Built, *texts: str) -> list[str]:
    return [
        desk.do(proposals.capture, text, forum_id=built.forum_id, goal_id=built.goal_id).id for text in texts
    ]  # fmt: skip


def sketched(desk: Desk, built: Built, **values: object) -> str:
    (key,) = desk.do(
        measures.sketch, "Nachbarschaftscafé", forum_id=built.forum_id, goal_id=built.goal_id
    ).changes["measure"]  # fmt: skip
    desk.do(measures.change_measure, key, **{"lead": "Stadtbibliothek", "text": "Einmal im Monat.", **values})
    return key


def end_of(canvas: CanvasWindow, qtbot) -> None:
    """All pages are laid out."""
    qtbot.waitUntil(lambda: canvas.pages.is_whole)


def test_the_canvas_shows_every_kind_that_is_sent(stage):
    desk, canvas, built = stage
    assert canvas.picture.kind == "pause" and canvas.picture.title == desk.process().title
    measure_id = sketched(desk, built)
    for kind in KINDS:
        desk.project(sent(built, kind)._replace(measure_id=measure_id if kind == "measure" else None))
        assert canvas.picture.kind == kind
        assert not canvas.grab().isNull()
        assert kind in NAMES


def test_a_step_on_the_board_appears_at_once(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "board"))
    desk.do(clusters.rename_cluster, built.clusters["Räume"], "Räume für alle")
    assert "Räume für alle" in [heap.title for heap in canvas.picture.heaps]


def test_the_board_ends_with_what_is_not_ordered_yet(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "board"))
    last = canvas.picture.heaps[-1]
    assert last.title == "Noch nicht geordnet" and len(last.cards) == 5
    assert len(canvas.picture.cards) == len(all_cards(desk.file))


def test_names_of_people_never_reach_the_canvas(stage):
    desk, _canvas, built = stage
    desk.do(people.add_participants, built.forum_id, [people.NewParticipant("Zeynep Kaya", "Rahaward e. V.")])
    (made,) = catch(desk, built, "Teestube am Markt")
    desk.do(proposals.attribute, made, "Zeynep Kaya")
    desk.do(proposals.change, made, note="Frau Kaya will es nicht.", dissent="Herr Yildiz ist dagegen.")
    for kind in KINDS:
        shown = repr(picture_of(desk.file, sent(built, kind)))
        assert not any(name in shown for name in ("Kaya", "Rahaward", "Yildiz"))


def test_a_board_without_groups_shows_all_cards(qtbot, tmp_path):
    built = board_file(tmp_path, {})
    desk = Desk()
    desk.open(built.path)
    picture = picture_of(desk.file, sent(built, "board"))
    assert picture.kind == "cards" and len(picture.cards) == 5
    desk.close()


@pytest.mark.parametrize(
    "gone",
    [
        Projection("board", None, "no such goal"),
        Projection("measure", measure_id="no such measure"),
        Projection("ranking", None, None, "no such round"),
    ],
)
def test_what_is_gone_leaves_the_quiet_picture(stage, gone):
    desk, canvas, _built = stage
    desk.project(gone)
    assert canvas.picture.kind == "pause"


# Cards as they come


def test_without_cards_goal_and_question_fill_the_picture_until_the_first_one_comes(qtbot, tmp_path):
    built = board_file(tmp_path, {}, ())
    desk = Desk()
    desk.open(built.path)
    canvas = CanvasWindow(desk)
    qtbot.addWidget(canvas)
    canvas.show()
    desk.project(sent(built, "cards"))
    assert canvas.picture.kind == "goal" and canvas.picture.text
    (made,) = catch(desk, built, "Teestube am Markt")
    assert canvas.picture.kind == "cards" and canvas.picture.text and canvas.fresh == {made}
    desk.close()


def test_pages_follow_the_newest_card_which_is_marked_quietly(stage, qtbot):
    desk, canvas, built = stage
    desk.project(sent(built, "cards"))
    end_of(canvas, qtbot)
    assert canvas.page == len(canvas.pages) - 1 and not canvas.fresh
    for at in range(12):
        (made,) = catch(desk, built, f"Teestube am Markt, jeden Sonntag ab {at} Uhr")
        assert canvas.fresh == {made}
        assert made in [card.id for card in canvas.shown.cards]
    picture = canvas.grab().toImage()
    colours = {picture.pixelColor(x, y).name() for x in range(0, 960, 2) for y in range(100, 540, 2)}
    assert worn().accent in colours


def test_whoever_turned_the_page_stays_there_until_they_come_back_to_the_newest(stage, qtbot):
    desk, canvas, built = stage
    desk.project(sent(built, "cards"))
    end_of(canvas, qtbot)
    assert len(canvas.pages) > 1
    canvas.turn(-1)
    here = canvas.page
    catch(desk, built, *(f"Teestube am Markt, jeden Sonntag ab {at} Uhr" for at in range(9)))
    assert canvas.page == here
    while canvas.page < len(canvas.pages) - 1:
        canvas.turn(1)
    (made,) = catch(desk, built, "Chor im Viertel, der in vielen Sprachen singt und jeden Sonntag probt")
    assert made in [card.id for card in canvas.shown.cards]


def test_a_card_that_is_taken_back_goes_from_the_picture(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "cards"))
    (made,) = catch(desk, built, "Teestube am Markt")
    desk.undo()
    assert made not in [card.id for card in canvas.picture.cards]


# Weighing


def test_a_round_is_shown_by_its_key_or_the_newest_of_the_goal(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "ranking"))
    assert [one.dots for one in canvas.picture.ranked] == [41, 33, 28, 19, 0, 0]
    assert canvas.picture.foot == "121 Punkte"
    (key,) = desk.do(
        weighing.ask, forum_id=built.forum_id, goal_id=built.goal_id, question="Und was zuletzt?"
    ).changes["dot_round"]  # fmt: skip
    assert canvas.picture.title == "Und was zuletzt?"
    desk.project(sent(built, "ranking")._replace(round_id=key))
    assert {one.dots for one in canvas.picture.ranked} == {0}


def test_a_round_on_cards_ranks_the_cards_that_have_dots_and_the_board_shows_them(stage):
    from forumtool.domain.models import DotCount, DotRound

    desk, canvas, built = stage
    with desk.file.step("Gewichtet") as edit:
        row = edit.add(DotRound(forum_id=built.forum_id, goal_id=built.goal_id, targets="cards", position="z"))
        edit.flush()
        for dots, text in ((7, "Elternlotsen an Grundschulen"), (9, "Schulhöfe nachmittags öffnen")):
            edit.add(DotCount(dot_round_id=row.id, proposal_id=built.cards[text], dots=dots))
    desk.project(sent(built, "ranking"))
    assert [(one.title, one.dots) for one in canvas.picture.ranked] == [
        ("Schulhöfe nachmittags öffnen", 9), ("Elternlotsen an Grundschulen", 7),
    ]  # fmt: skip
    desk.project(sent(built, "board"))
    assert {card.text: card.dots for card in canvas.picture.cards if card.dots} == {
        "Schulhöfe nachmittags öffnen": 9, "Elternlotsen an Grundschulen": 7,
    }  # fmt: skip


def test_a_scale_shows_its_steps_its_words_and_the_mean(stage):
    from forumtool.domain.models import DotCount, DotRound

    desk, canvas, built = stage
    with desk.file.step("Gewichtet") as edit:
        row = edit.add(
            DotRound(forum_id=built.forum_id, kind="scale", steps=4, low="gar nicht", high="sehr", question="Wie?")
        )
        edit.flush()
        for step, dots in ((2, 3), (4, 5)):
            edit.add(DotCount(dot_round_id=row.id, dots=dots, scale_step=step))
    desk.project(Projection("ranking", built.forum_id, None, row.id))
    picture = canvas.picture
    assert picture.title == "Wie?" and picture.scale.points == (0, 3, 0, 5)
    assert (picture.scale.low, picture.scale.high) == ("gar nicht", "sehr")
    assert picture.foot == "8 Punkte · im Mittel 3,2"


# Reading back


def test_reading_back_confirms_page_by_page_with_one_key(stage, qtbot):
    desk, canvas, built = stage
    desk.project(sent(built, "readback"))
    end_of(canvas, qtbot)
    assert canvas.picture.title == "So notiert. Stimmt das?" and len(canvas.pages) > 1
    on_page = [card.id for card in canvas.shown.cards]
    steps = desk.file.history.count
    QTest.keyClick(canvas, KEY.Key_Return)
    assert desk.file.history.count == steps + 1, "one step for the page"
    assert canvas.page == 0, "the ticks are seen before the page is turned"
    assert all(card.is_confirmed for card in canvas.shown.cards)
    assert [card.id for card in all_cards(desk.file) if card.confirmed_at] == sorted(on_page)
    QTest.keyClick(canvas, KEY.Key_Return)
    assert canvas.page == 1 and desk.file.history.count == steps + 1
    end_of(canvas, qtbot)
    for _press in range(2 * len(canvas.pages)):
        QTest.keyClick(canvas, KEY.Key_Return)
    assert canvas.picture.is_confirmed and all(card.confirmed_at for card in all_cards(desk.file))
    assert canvas.picture.foot == "36 von 36 im Forum bestätigt"


def test_undo_and_another_wording_take_the_tick_from_the_picture(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "readback"))
    canvas.confirm()
    first = canvas.shown.cards[0].id
    desk.do(proposals.reword, first, "Nachbarschaftscafé mit Kinderbetreuung am Samstag")
    assert not {card.id: card.is_confirmed for card in canvas.shown.cards}[first]
    desk.undo()
    desk.undo()
    assert not any(card.is_confirmed for card in canvas.picture.cards)


def test_a_measure_is_shown_and_read_back(stage):
    desk, canvas, built = stage
    key = sketched(desk, built, quick_win=True, horizon="Herbst")
    desk.project(sent(built, "measure")._replace(measure_id=key))
    told = {fact.name: fact.text for fact in canvas.picture.facts}
    assert canvas.picture.title == "Nachbarschaftscafé"
    assert told == {
        "": "Einmal im Monat.", "Federführung": "Stadtbibliothek", "Zeithorizont": "Herbst · schnell umsetzbar",
    }  # fmt: skip
    desk.project(sent(built, "readback")._replace(measure_id=key))
    assert canvas.picture.text == "Nachbarschaftscafé"
    canvas.confirm()
    assert all_measures(desk.file)[0].confirmed_at and canvas.picture.is_confirmed
    desk.do(measures.change_measure, key, lead="Volkshochschule")
    assert not canvas.picture.is_confirmed


def test_whoever_leads_a_measure_is_shown_as_their_organisation(stage):
    desk, _canvas, built = stage
    desk.do(people.add_participants, built.forum_id, [people.NewParticipant("Ulrike Neumann", "Arztpraxis")])
    key = sketched(desk, built, lead="Ulrike Neumann", partners="Frau Neumann, Volkshochschule")
    for kind in ("measure", "readback"):
        picture = picture_of(desk.file, sent(built, kind)._replace(measure_id=key))
        told = {fact.name: fact.text for fact in picture.facts}
        assert (told["Federführung"], told["Partner"]) == ("Arztpraxis", "Arztpraxis, Volkshochschule")
        assert "Neumann" not in repr(picture)


def test_nothing_but_reading_back_confirms_anything(stage):
    desk, canvas, built = stage
    steps = desk.file.history.count
    desk.project(sent(built, "board"))
    QTest.keyClick(canvas, KEY.Key_Return)
    desk.project(sent(built, "readback"))
    canvas.toggle_blank()
    QTest.keyClick(canvas, KEY.Key_Return)
    assert desk.file.history.count == steps, "and nobody confirms what is dark"


# Keys


def test_page_keys_and_a_presenter_turn_and_stop_at_the_ends(stage, qtbot):
    desk, canvas, built = stage
    desk.project(sent(built, "board"))
    end_of(canvas, qtbot)
    last = len(canvas.pages) - 1
    assert last > 1
    for on, back in ((KEY.Key_PageDown, KEY.Key_PageUp), (KEY.Key_Right, KEY.Key_Left), (KEY.Key_Down, KEY.Key_Up),
                     (KEY.Key_Space, KEY.Key_Backspace)):  # fmt: skip
        QTest.keyClick(canvas, on)
        assert canvas.page == 1
        for _press in range(last + 2):
            QTest.keyClick(canvas, on)
        assert canvas.page == last
        for _press in range(last + 2):
            QTest.keyClick(canvas, back)
        assert canvas.page == 0
    canvas.turn(1)
    desk.project(sent(built, "goal"))
    assert canvas.page == 0


@pytest.mark.parametrize("key", [KEY.Key_B, KEY.Key_Period])
def test_one_key_blanks_and_whatever_is_sent_next_is_seen(stage, key):
    desk, canvas, built = stage
    QTest.keyClick(canvas, key)
    dark = canvas.grab().toImage()
    assert {dark.pixelColor(x, 270).name() for x in range(0, dark.width(), 40)} == {"#000000"}
    QTest.keyClick(canvas, key)
    assert not canvas.blank
    canvas.toggle_blank()
    desk.project(sent(built, "goal"))
    assert not canvas.blank


@pytest.mark.parametrize("key", [KEY.Key_Escape, KEY.Key_F9])
def test_escape_and_f9_close_it(stage, key):
    _desk, canvas, _built = stage
    QTest.keyClick(canvas, key)
    assert not canvas.isVisible()


# The timer, and the pause


def colours(canvas: CanvasWindow, left: float, top: float, right: float, bottom: float) -> set[str]:
    """All colours in a part of the picture; its edges as parts of one."""
    picture = canvas.grab().toImage()
    wide, high = picture.width(), picture.height()
    xs, ys = range(int(left * wide), int(right * wide)), range(int(top * high), int(bottom * high))
    return {picture.pixelColor(x, y).name() for x in xs for y in ys}


def test_the_timer_stands_in_the_corner_and_warns_below_zero(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "board"))
    corner = (0.85, 0.03, 0.98, 0.13)
    assert worn().accent not in colours(canvas, *corner)
    desk.stopwatch.start(5)
    assert worn().accent in colours(canvas, *corner)
    desk.stopwatch.start(-0.5)
    assert worn().warning in colours(canvas, *corner) and worn().accent not in colours(canvas, *corner)
    desk.stopwatch.clear()


def test_the_timer_is_a_picture_of_its_own_that_is_quiet_while_it_is_held(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "timer"))
    middle = (0.2, 0.3, 0.8, 0.7)
    assert worn().accent in colours(canvas, *middle), "the time of day"
    desk.stopwatch.start(5, "Kartenabfrage")
    assert worn().accent in colours(canvas, *middle)
    desk.stopwatch.toggle()
    assert worn().accent not in colours(canvas, *middle) and worn().quiet in colours(canvas, *middle)
    desk.stopwatch.start(-1)
    assert worn().warning in colours(canvas, *middle)
    desk.stopwatch.clear()


def test_the_pause_says_when_work_goes_on_as_the_timer_knows_it(stage):
    desk, canvas, built = stage
    desk.project(sent(built, "pause"))
    assert canvas.picture.foot == ""
    desk.stopwatch.start(10)
    assert canvas.picture.foot == f"Weiter um {datetime.now() + timedelta(minutes=10):%H:%M}"
    desk.stopwatch.start(-1)
    assert canvas.picture.foot == "Gleich geht es weiter"
    desk.stopwatch.clear()


def test_without_a_timer_the_agenda_knows_when_the_pause_ends(qapp):
    began = datetime.now().astimezone().replace(microsecond=0) - timedelta(minutes=5)
    item = AgendaRow("a", "Pause", "", None, "", "14:15", 15, began.isoformat(), "")
    now = datetime.now()
    assert resuming(Stopwatch(), [item], now) == f"Weiter um {began + timedelta(minutes=15):%H:%M}"
    assert resuming(Stopwatch(), [item], now + timedelta(minutes=12)) == "Gleich geht es weiter"
    assert resuming(Stopwatch(), [item], now + timedelta(hours=2)) == ""
    assert resuming(Stopwatch(), [item._replace(ended_at=began.isoformat())], now) == ""
    assert resuming(Stopwatch(), [], now) == ""
