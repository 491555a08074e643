"""The digest: equal for equal content, whatever the keys, the history and the laptop's clock are."""

from pathlib import Path

from forumtool.services import clusters, proposals, weighing
from forumtool.storage.digest import digest
from forumtool.storage.forum_file import ForumFile
from tests.builders import capture, dot_round, example, group


def fill(path: Path) -> str:
    with ForumFile.open(path) as file:
        one, two = capture(file, "Sprachcafé #Ankommen @Birhan", "Lotsen für Ämter !Öffnungszeiten")
        key = group(file, "Begegnung", [two.id, one.id])
        weighing.count(file, dot_round(file), key, 7)
        return digest(file)


def test_the_same_work_in_two_files_has_the_same_digest(tmp_path: Path) -> None:
    assert fill(example(tmp_path, "a.forum")) == fill(example(tmp_path, "b.forum"))


def test_work_with_detours_has_the_digest_of_the_same_content(tmp_path: Path) -> None:
    straight, detour = example(tmp_path, "a.forum"), example(tmp_path, "b.forum")
    with ForumFile.open(detour) as file:
        (card,) = capture(file, "Sprachcafé")
        proposals.reword(file, card.id, "Sprachcafés")
        proposals.reword(file, card.id, "")
        key = group(file, "Weg damit", [card.id])
        clusters.dissolve_cluster(file, key)
        there = digest(file)
    with ForumFile.open(straight) as file:
        capture(file, "Sprachcafé")
        assert digest(file) == there


def test_each_difference_changes_the_digest(tmp_path: Path) -> None:
    with ForumFile.open(example(tmp_path)) as file:
        seen = {digest(file)}
        one, two = capture(file, "Sprachcafé", "Lotsen")
        seen.add(digest(file))
        key = group(file, "Begegnung")
        other = group(file, "Ämter")
        seen.add(digest(file))
        clusters.put_into(file, [one.id], key)
        seen.add(digest(file))
        clusters.put_into(file, [one.id], other)
        seen.add(digest(file))
        clusters.put_into(file, [two.id], other)
        seen.add(digest(file))
        clusters.put_into(file, [two.id], other, before=one.id)
        seen.add(digest(file))
        proposals.tag_as(file, [one.id], "Kinder")
        seen.add(digest(file))
        weighing.count(file, dot_round(file), key, 1)
        seen.add(digest(file))
        assert len(seen) == 9


def test_the_digest_survives_closing_and_reading_from_a_protected_copy(tmp_path: Path) -> None:
    path = example(tmp_path)
    before = fill(path)
    path.chmod(0o444)
    with ForumFile.open(path, read_only=True) as file:
        assert digest(file) == before
