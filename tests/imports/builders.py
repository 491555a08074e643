"""Lists as people write them, in any dialect and encoding."""

import csv
import io
from collections.abc import Sequence
from pathlib import Path

import openpyxl
import pytest

DATA = Path(__file__).parents[3] / "shared" / "data"
HEADS = ("id", "nr", "handlungsfeld", "art", "text")

Rows = Sequence[Sequence[str]]


def real(name: str) -> Path:
    """Return a real list, or skip the test where the shared data is missing."""
    path = DATA / name
    if not path.exists():
        pytest.skip(f"the shared data has no {name}")
    return path


def plan_rows() -> list[list[str]]:
    """Return the rows of the real plan, heads first."""
    text = real("karlsruhe_plan/plan_2012_structured.csv").read_text(encoding="utf-8")
    return list(csv.reader(io.StringIO(text, newline="")))


def csv_bytes(rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8", errors: str = "strict") -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding, errors)


def write_csv(path: Path, rows: Rows, *, delimiter: str = ";", encoding: str = "utf-8", errors: str = "strict") -> Path:
    path.write_bytes(csv_bytes(rows, delimiter=delimiter, encoding=encoding, errors=errors))
    return path


def write_xlsx(path: Path, rows: Sequence[Sequence[object]], title: str = "Liste") -> Path:
    book = openpyxl.Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(list(row))
    book.save(path)
    return path


def write(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
