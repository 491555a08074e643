"""What can be done with chosen people; each is one step, said in a sentence where nobody would see it."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from forumtool.domain.rows import DOT_COLOURS, ParticipantRow
from forumtool.i18n import N_, _, ngettext
from forumtool.services import lots, people
from forumtool.storage.queries.forums import participants
from forumtool.storage.queries.process import constituencies
from forumtool.ui.desk import Desk

CONSENTS = {"attribution": N_("Name"), "photo": N_("Foto"), "email": N_("E-Mail")}
Rows = Sequence[ParticipantRow]


class Acts:
    """Verbs on people of the chosen forum's list."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    @property
    def _forum_id(self) -> str:
        return str(self._desk.forum_id)

    def benches(self) -> tuple[str, ...]:
        """Return the titles of the benches that people can sit on: at a steering meeting those of the group."""
        return tuple(bench.title for bench in constituencies(self._desk.file, self._scope()))

    def colours(self) -> dict[str, int]:
        """Return the colour of each bench's dots by its title, as they are counted when the room weighs."""
        benches = constituencies(self._desk.file, self._scope())
        return {bench.title: bench.colour or at % DOT_COLOURS + 1 for at, bench in enumerate(benches)}

    def _scope(self) -> str:
        return people.scope_of(self._desk.file, self._forum_id)

    def mark(self, rows: Rows, state: str) -> None:
        """Note that people are "present", "expected" or "excused"; who is only known comes onto the list."""
        known = [row.id for row in rows if row.attendance_id is None]
        if known:
            self._desk.do(people.admit, self._forum_id, known, present=state == "present")
        keys = _keys(rows)
        if keys:
            self._desk.do(people.set_attendance, keys, state)

    def toggle(self, rows: Rows, state: str) -> None:
        """Put people into a state, or back to being expected if all of them are in it."""
        if rows:
            self.mark(rows, "expected" if all(row.state == state for row in rows) else state)

    def consent(self, rows: Rows, to: str) -> None:
        """Note consent to "attribution", "photo" or "email", or take it back if all have given it."""
        listed = [row for row in rows if row.attendance_id]
        if listed:
            given = not all(getattr(row, f"consent_{to}") for row in listed)
            self._desk.do(people.set_consent, [row.id for row in listed], to, given=given)

    def remove(self, rows: Rows) -> bool:
        """Take people off the list and say so; return whether anybody was."""
        keys = _keys(rows)
        if not keys or self._desk.do(people.remove_from_forum, keys) is None:
            return False
        self._desk.say(ngettext(
            "{who} steht nicht mehr auf der Liste. Strg Z bringt die Person zurück.",
            "{count} Personen stehen nicht mehr auf der Liste. Strg Z bringt sie zurück.", len(keys),
            who=called(rows[0]),
        ))  # fmt: skip
        return True

    def choose_bench(self, owner: QWidget, rows: Rows, back: Callable[[], object]) -> None:
        """Let the user choose a bench for people, by typing; ``back`` is called when it is done."""
        from forumtool.ui.parts.chooser import Choice, Chooser

        keys = [row.id for row in rows if row.attendance_id]
        if not keys:
            return

        def put(title: str) -> None:
            self._desk.do(people.put_on_bench, keys, title, scope=self._scope())
            back()

        choices = [Choice(title, partial(put, title)) for title in self.benches()]
        choices.append(Choice(_("ohne Bank"), partial(put, "")))
        prompt = ngettext("Bank für {count} Person", "Bank für {count} Personen", len(keys))
        Chooser(owner, prompt, choices, make=put, make_title=_("Neue Bank „{title}“")).open_over(owner.window())

    def put_in_smallest(self, rows: Rows) -> None:
        """Put late comers into the smallest group and say which that is."""
        keys = _keys(rows)
        if keys and self._desk.do(lots.put_in_smallest, self._forum_id, keys) is not None:
            drawn = {
                row.drawn_group for row in participants(self._desk.file, self._forum_id) if row.attendance_id in keys
            }
            groups = ", ".join(map(str, sorted(drawn)))
            self._desk.say(_("{who}: Gruppe {groups}.", who=_all_called(rows), groups=groups))

    def choose_group(self, owner: QWidget, rows: Rows, back: Callable[[], object]) -> None:
        """Let the user choose a group for people: the smallest first, which Enter takes."""
        from forumtool.ui.parts.chooser import Choice, Chooser

        keys = _keys(rows)
        sizes = group_sizes(participants(self._desk.file, self._forum_id))
        if not keys:
            return
        if not sizes:
            self._desk.say(_("Es gibt noch keine Gruppen: Bitte erst auslosen (Strg G)."))
            return

        def put(group: int) -> None:
            self._desk.do(lots.put_in_group, keys, group)
            back()

        def smallest() -> None:
            self.put_in_smallest(rows)
            back()

        choices = [Choice(_("in die kleinste Gruppe"), smallest)]
        choices += [
            Choice(_("Gruppe {number}", number=group), partial(put, group), _persons(size))
            for group, size in sizes.items()
        ]
        choices.append(Choice(_("ohne Gruppe"), partial(put, 0)))
        prompt = ngettext("Gruppe für {count} Person", "Gruppe für {count} Personen", len(keys))
        Chooser(owner, prompt, choices).open_over(owner.window())


def group_sizes(rows: Rows) -> dict[int, int]:
    """Return how many people each group has, by its number."""
    drawn = [row.drawn_group for row in rows if row.drawn_group]
    return {group: drawn.count(group) for group in sorted(set(drawn))}


def called(row: ParticipantRow) -> str:
    """Return what a person is called in a sentence."""
    return row.name or row.organisation or _("Diese Person")


def _all_called(rows: Rows) -> str:
    return called(rows[0]) if len(rows) == 1 else _persons(len(rows))


def _persons(count: int) -> str:
    return ngettext("{count} Person", "{count} Personen", count)


def _keys(rows: Rows) -> list[str]:
    return [row.attendance_id for row in rows if row.attendance_id]
