"""What people typed is the same after LibreOffice has read the workbook and written it again."""

import re
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from forumtool.exports.safe_text import SafeText
from forumtool.exports.writing import export
from forumtool.i18n import catalogue
from forumtool.services import proposals, reporting
from forumtool.storage.forum_file import ForumFile
from forumtool.storage.queries.proposals import proposals as cards_of
from tests.builders import capture, example

_HARD = ("=1+1", "+49 241", "-5 Grad", "@home", "\t=1", "'=1", "#N/A", "#REF!", "TRUE", "3.2", "1/2", "1e5", "007",
         "_x0041_", "_x000D_", "a\nb", "  ", "مقهى الحي", "👩\u200d👩\u200d👧", "&L&P", "<b>&amp;</b>",
         "]]>")  # fmt: skip
_TYPED = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=60)


@settings(max_examples=2, deadline=None, phases=[Phase.generate], suppress_health_check=list(HealthCheck))
@given(texts=st.lists(_TYPED, min_size=150, max_size=200))
def test_any_text_is_the_same_after_libreoffice_saved_it(
    tmp_path_factory: pytest.TempPathFactory, texts: list[str]
) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    folder = tmp_path_factory.mktemp("resaved")
    with ForumFile.open(example(folder)) as file:
        for text in (*_HARD, *texts):
            proposals.reword(file, capture(file, "x")[0].id, text)
        wanted = {card.number: _written(card.text) for card in cards_of(file)}
        (made,) = export(reporting.build(file, forum_id=None), folder, ["xlsx"])
    shown = _shown(_resaved(office, made.path, folder / "neu"))
    assert {number: text for number, text in shown.items() if text != wanted[number]} == {}


def _written(text: str) -> str:
    return re.sub("\r\n?|[\x0b\x0c]", "\n", SafeText(catalogue("de")).plain(text))


def _shown(path: Path) -> dict[str, str]:
    """The proposals by their numbers; openpyxl undoes the escapes of shared strings, as LibreOffice writes."""
    head, *rows = openpyxl.load_workbook(path)["Vorschläge"].values
    return {row[0]: row[head.index("Vorschlag")] or "" for row in rows}


def _resaved(office: str, path: Path, folder: Path) -> Path:
    program = [office, f"-env:UserInstallation=file://{folder}/profile", "--headless", "--convert-to", "xlsx"]
    subprocess.run([*program, "--outdir", str(folder), str(path)], check=True, capture_output=True, timeout=180)
    return folder / path.name
