"""Merkmale: the vocabularies, and the tags of the chosen one."""

from forumtool.domain.rows import TagGroupRow, TagRow
from forumtool.i18n import _, ngettext
from forumtool.services import tags
from forumtool.storage.journal import Step
from forumtool.storage.queries.proposals import tag_groups
from forumtool.ui.desk import Desk
from forumtool.ui.parts.beside import Beside
from forumtool.ui.parts.editable import EditableList, Verbs
from forumtool.ui.parts.table import Column
from forumtool.ui.places.page import Page
from forumtool.ui.places.setting_up.layouts import fill


class TagsPage(Page):
    """Groups at the left, the words of the chosen group at the right."""

    concerns = ("tag_group", "tag", "proposal_tag")

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._groups: list[TagGroupRow] = []
        self._uses: dict[str, int] = {}
        self.groups = EditableList(
            _("Merkmalsgruppen"), _("Neue Gruppe, Enter legt sie an"),
            (Column(_("Gruppe"), lambda row: row.title, 0,
                    lambda row, text: text and desk.do(tags.rename_tag_group, row.id, text), look="wrap"),
             Column(_("Merkmale"), lambda row: len(row.tags), 96, align_right=True, look="quiet")),
            Verbs(lambda title: desk.do(tags.add_tag_group, title), self._remove_group,
                  lambda row, step: desk.do(tags.move_tag_group, row.id, step)),
            empty=_("Noch gibt es keine Merkmalsgruppe, zum Beispiel „Lebensalter“. Oben hineinschreiben, Enter."),
        )  # fmt: skip
        self.tags = EditableList(
            _("Merkmale der Gruppe"), _("Neues Merkmal, Enter legt es an"),
            (Column(_("Merkmal"), lambda row: row.title, 0,
                    lambda row, text: text and desk.do(tags.rename_tag, row.id, text), look="wrap"),
             Column(_("Karten"), lambda row: self._uses.get(row.id, 0) or "–", 90, align_right=True, look="quiet")),
            Verbs(self._add_tag, self._remove_tag, lambda row, step: desk.do(tags.move_tag, row.id, step)),
            empty=_("Diese Gruppe hat noch keine Merkmale. Oben hineinschreiben, Enter legt eines an."),
        )  # fmt: skip
        self.groups.chosen.connect(self._show_tags)
        fill(self, Beside((self.groups, 1), (self.tags, 1), least=640))

    def refresh(self) -> None:
        source = self.desk.file
        self._groups = tag_groups(source)
        self._uses = dict(source.plain(
            "SELECT l.tag_id, count(*) FROM proposal_tag l JOIN card p ON p.id = l.proposal_id"
            " WHERE NOT l.deleted GROUP BY l.tag_id"
        ))  # fmt: skip
        self.groups.show_rows(self._groups)
        if self.groups.row() is None and self._groups:
            self.groups.choose(self._groups[0].id)
        self._show_tags()
        self.tags.view.viewport().update()

    def take_focus(self) -> None:
        self.groups.take_focus()

    def reveal(self, key: str) -> None:
        for group in self._groups:
            if any(tag.id == key for tag in group.tags):
                self.groups.choose(group.id)
        super().reveal(key)

    def _show_tags(self) -> None:
        group = self.groups.row()
        self.tags.setEnabled(group is not None)
        self.tags.show_rows(group.tags if group else ())

    def _add_tag(self, title: str) -> Step | None:
        group = self.groups.row()
        return self.desk.do(tags.add_tag, group.id, title) if group else None

    def _remove_group(self, row: TagGroupRow) -> None:
        cards = sum(self._uses.get(tag.id, 0) for tag in row.tags)
        if self.desk.do(tags.remove_tag_group, row.id) is not None and cards:
            self._say(row.title, cards)

    def _remove_tag(self, row: TagRow) -> None:
        cards = self._uses.get(row.id, 0)
        if self.desk.do(tags.remove_tag, row.id) is not None and cards:
            self._say(row.title, cards)

    def _say(self, title: str, cards: int) -> None:
        self.desk.say(ngettext(
            "„{title}“ ist von {count} Karte genommen. Strg Z bringt es zurück.",
            "„{title}“ ist von {count} Karten genommen. Strg Z bringt es zurück.", cards, title=title,
        ))  # fmt: skip
