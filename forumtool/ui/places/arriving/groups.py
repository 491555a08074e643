"""Gruppen: what was drawn by lot, each group as a row of dots in the colours of the benches."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtWidgets import QVBoxLayout

from forumtool.domain.rows import ParticipantRow
from forumtool.i18n import _, ngettext
from forumtool.ui.parts.buttons import button
from forumtool.ui.parts.panel import Panel, across
from forumtool.ui.parts.words import words
from forumtool.ui.places.arriving.composition import composed, discard
from forumtool.ui.places.arriving.dots import Dots


class Groups(Panel):
    """The groups of a forum, and a button to draw them; hidden while there is nobody to draw."""

    def __init__(self, draw: Callable[[], object], dissolve: Callable[[], object]) -> None:
        super().__init__(spacing=10)
        self.draw = button(_("Auslosen …"), draw)
        self.dissolve = button(_("Auflösen"), dissolve, role="plain", tip=_("Danach ist niemand mehr in einer Gruppe"))
        self._lines = QVBoxLayout()
        self._lines.setSpacing(4)
        self.sentence = words("", "quiet", wrap=True)
        head = across(words(_("Gruppen"), "heading"), 1, self.dissolve)
        self.inside.addLayout(head)
        self.inside.addLayout(self._lines)
        self.inside.addWidget(self.sentence)
        self.inside.addLayout(across(self.draw, 1))

    def show_people(self, rows: Sequence[ParticipantRow], order: Sequence[str], colours: Mapping[str, int]) -> None:
        """Show the groups of a list; ``order`` are the titles of the benches, ``colours`` theirs."""
        while (item := self._lines.takeAt(0)) is not None:
            discard(item)
        grouped = grouped_rows(rows)
        for group, inside in grouped.items():
            self._lines.addLayout(
                across(words(_("Gruppe {number}", number=group)), 1, words(str(len(inside)), "quiet"))
            )
            self._lines.addWidget(_dots(inside, order, colours))
            self._lines.addSpacing(4)
        self.dissolve.setVisible(bool(grouped))
        self.draw.setText(_("Neu auslosen …") if grouped else _("Auslosen …"))
        self.sentence.setText(said(rows, grouped))
        self.sentence.setVisible(bool(self.sentence.text()))
        self.setVisible(bool(rows))


def grouped_rows(rows: Sequence[ParticipantRow]) -> dict[int, list[ParticipantRow]]:
    """Return the people of each group, by its number."""
    numbers = sorted({row.drawn_group for row in rows if row.drawn_group})
    return {number: [row for row in rows if row.drawn_group == number] for number in numbers}


def said(rows: Sequence[ParticipantRow], grouped: Mapping[int, Sequence[ParticipantRow]]) -> str:
    """Return who has no group yet, or that there are none."""
    if not grouped:
        return _("Gruppen oder Tische werden gleich groß, jede Bank verteilt sich auf alle.")
    late = sum(row.state == "present" and not row.drawn_group for row in rows)
    if not late:
        return ""
    return ngettext(
        "{count} Person ist ohne Gruppe: F4 legt sie in die kleinste.",
        "{count} Personen sind ohne Gruppe: F4 legt sie in die kleinste.", late,
    )  # fmt: skip


def _dots(inside: Sequence[ParticipantRow], order: Sequence[str], colours: Mapping[str, int]) -> Dots:
    places = {title: at for at, title in enumerate(order)}
    seated = sorted(inside, key=lambda row: places.get(row.constituency, len(places)))
    parts = [" ".join((str(bench.listed), bench.title or _("ohne Bank"))) for bench in composed(inside, order)]
    return Dots([colours.get(row.constituency, 0) for row in seated], ", ".join(parts))
