"""Builders for the pin board: the Aachen example with people, cards, groups and dots."""

from pathlib import Path
from typing import Any, TypeVar

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from forumtool.domain.rows import ClusterRow, NewParticipant
from forumtool.services.clusters import add_cluster, put_into
from forumtool.services.people import add_participants
from forumtool.services.processes import new_process
from forumtool.services.proposals import capture
from forumtool.services.weighing import ask, count
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.forums import forums
from forumtool.storage.queries.outcomes import clusters
from forumtool.storage.queries.process import goals
from forumtool.storage.queries.proposals import board
from forumtool.ui.desk import Desk
from forumtool.ui.parts.chooser import Chooser
from forumtool.ui.places.order import Order
from forumtool.ui.places.ordering.column_model import mime_of
from forumtool.ui.places.ordering.column_view import ColumnView
from forumtool.ui.places.place import Place
from tests.ui.keys import type_text

NONE = Qt.KeyboardModifier.NoModifier
P = TypeVar("P", bound=Place)

GROUPS = {
    "Begegnung im Alltag": (
        "Nachbarschaftscafé mit Kinderbetreuung", "Stadtteilfeste gemeinsam planen",
        "Tischgemeinschaften im Ramadan und Advent", "Gärten teilen: Hochbeete am Kennedypark",
        "Spielnachmittage für Familien im Bürgerhaus", "Kochabende mit Rezepten aus der Nachbarschaft",
        "Bänke und Tische auf dem Rehmplatz", "Gemeinsame Putzaktion vor dem Sommerfest",
    ),
    "Ansprache und Information": (
        "Schwarzes Brett in Hausfluren, mehrsprachig", "Willkommenspaket der Vermieter",
        "Ältere Migrantinnen über Arztpraxen ansprechen", "Stadtteilzeitung in vier Sprachen",
        "Lotsinnen und Lotsen gehen von Tür zu Tür", "Sprechstunde im Familienzentrum",
    ),
    "Patenschaften": (
        "Patenschaften zwischen alten und neuen Nachbarn", "Elternlotsen an Grundschulen",
        "Tandems für den Weg in den Verein", "Ausbildungspaten aus dem Handwerk",
    ),
    "Räume": (
        "Vereine öffnen Räume tagsüber", "Schulhöfe nachmittags öffnen", "Leerstände zur Zwischennutzung",
        "Ein Schlüsselkonzept für den Gemeindesaal", "Proberaum für Jugendliche",
    ),
    "Mitreden im Stadtteil": (
        "Stadtteilkonferenz mit Dolmetschenden", "Einladung in einfacher Sprache",
        "Kinderbetreuung während der Sitzung", "Verfügungsfonds bekannter machen",
    ),
    "Verlässliche Zusammenarbeit der Träger": (
        "Runder Tisch alle drei Monate", "Gemeinsamer Kalender der Träger", "Eine Ansprechperson je Quartier",
        "Angebote im Stadtteil auf einer Karte zeigen",
    ),
}  # fmt: skip
LOOSE = (
    "Sprachtandem am Arbeitsplatz", "Hausmeister als Brückenbauer schulen", "Kita-Plätze vor Sprachkurs sichern",
    "مقهى الحي مع رعاية الأطفال", "Fahrradkurse für Frauen",
)  # fmt: skip
DOTS = (41, 28, 33, 19, 0, 0)


class Built:
    """Keys of what was built: the forum and goal 3.2."""

    def __init__(self, path: Path, forum_id: str, goal_id: str) -> None:
        self.path, self.forum_id, self.goal_id = path, forum_id, goal_id
        self.cards: dict[str, str] = {}
        self.clusters: dict[str, str] = {}


def board_file(
    folder: Path, groups: dict[str, tuple[str, ...]] | None = None, loose: tuple[str, ...] = LOOSE, *, people: int = 0
) -> Built:
    """Make a file whose goal 3.2 has groups with cards, cards without a group, and people who are present."""
    path = folder / "quartier.forum"
    new_process(path, "aachen")
    with ForumFile.open(path) as file:
        goal = next(goal for goal in goals(file) if goal.number == "3.2")
        forum = next(forum for forum in forums(file) if forum.theme_field_id == goal.theme_field_id)
        built = Built(path, forum.id, goal.id)
        for title, texts in (GROUPS if groups is None else groups).items():
            keys = [_card(file, built, text) for text in texts]
            step = add_cluster(file, title, forum_id=forum.id, goal_id=goal.id)
            assert step is not None
            built.clusters[title] = next(iter(step.changes["cluster"]))
            if keys:
                put_into(file, keys, built.clusters[title])
        for text in loose:
            _card(file, built, text)
        if people:
            add_participants(
                file, forum.id, [NewParticipant(f"Person {at}", "Rahaward e. V.") for at in range(people)], present=True
            )
    return built


def weigh_board(built: Built, dots: tuple[int, ...] = DOTS) -> str:
    """Ask a question and count dots on the groups in their order; return the round."""
    with ForumFile.open(built.path) as file:
        step = ask(
            file, forum_id=built.forum_id, goal_id=built.goal_id,
            question="Welche Gruppe bringt unser Quartier in den nächsten drei Jahren am meisten voran?",
        )  # fmt: skip
        assert step is not None
        (round_id,) = step.changes["dot_round"]
        for cluster_id, number in zip(built.clusters.values(), dots, strict=False):
            if number:
                count(file, round_id, cluster_id, number)
    return round_id


def _card(file: ForumFile, built: Built, text: str) -> str:
    made = capture(file, text, forum_id=built.forum_id, goal_id=built.goal_id)
    built.cards[text] = made.id
    return made.id


def at_the_board(qtbot: Any, kind: type[P], built: Built) -> tuple[Desk, P]:
    """A place on a desk of its own, at the goal that was built, with the keyboard."""
    desk = Desk()
    assert desk.open(built.path)
    desk.choose_forum(built.forum_id)
    desk.choose_goal(built.goal_id)
    place = kind(desk)
    qtbot.addWidget(place)
    place.resize(1100, 640)
    place.show()
    qtbot.waitExposed(place)
    place.activateWindow()
    qtbot.waitUntil(place.isActiveWindow)
    place.take_focus()
    return desk, place


class Room:
    """The place Ordnen on a desk, with short ways to what the file and the window say."""

    def __init__(self, desk: Desk, place: Order, built: Built) -> None:
        self.desk, self.place, self.built = desk, place, built

    def view(self, title: str | None) -> ColumnView:
        """The list of a group, or of the cards not ordered (None)."""
        if title is None:
            return self.place.area.not_ordered.view
        return self.place.area.columns[self.built.clusters[title]].view

    def in_file(self) -> dict[str, list[str]]:
        """What lies in which group, in the order of the board; "" for not ordered."""
        found: dict[str, list[str]] = {row.title: [] for row in self.groups()}
        found[""] = []
        for card in board(self.desk.file, self.desk.scope, self.built.goal_id):
            found[card.cluster_title].append(card.text)
        return found

    def groups(self) -> list[ClusterRow]:
        """The groups as the file says."""
        return clusters(self.desk.file, self.desk.scope, self.built.goal_id)

    def shown(self, title: str | None) -> list[str]:
        """What stands in a column of the window."""
        return [card.text for card in self.view(title).cards.cards]

    def steps(self) -> int:
        """How many steps the file has."""
        return len(self.desk.file.journal.steps())

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """Press a key on what has the keyboard in the board."""
        pages = self.place.pages
        QTest.keyClick(self.place.area.active if pages.is_near else pages.currentWidget(), key, modifier)

    def answer(self, words: str) -> None:
        """Type into the list that opened and take what is marked."""
        chooser = next(one for one in QApplication.topLevelWidgets() if isinstance(one, Chooser) and one.isVisible())
        type_text(chooser.field, words)
        QTest.keyClick(chooser.field, Qt.Key.Key_Return)


def hold(view: ColumnView, keys: list[str], y: int) -> None:
    """Drag cards to a height of a column, as Qt tells a widget of it, and do not let them go yet."""
    about = (Qt.DropAction.MoveAction, mime_of(keys), Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(QPoint(30, y), *about))
    QApplication.sendEvent(view.viewport(), QDragMoveEvent(QPoint(30, y), *about))
    assert view.is_marked


def drop(view: ColumnView, keys: list[str], y: int) -> None:
    """Drag cards to a height of a column and let them go."""
    hold(view, keys, y)
    about = (Qt.DropAction.MoveAction, mime_of(keys), Qt.MouseButton.LeftButton, NONE)
    QApplication.sendEvent(view.viewport(), QDropEvent(QPointF(30, y), *about))
    assert not view.is_marked
