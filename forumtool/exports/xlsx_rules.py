"""What Excel does by itself in a list: what may be typed, and which cells it colours.

The sheets are not protected. Under protection Excel refuses to sort a list that has a locked cell, and a table does not
grow when a row is added below it (both even where the protection allows them), and the lists are there to be sorted and
added to. Instead the column of numbers takes no typing: it alone says which row of the file a row is. Only the cells to
decide in are unlocked, so who protects a sheet nevertheless has a form.
"""

from collections.abc import Sequence
from typing import Any

from openpyxl.formatting.rule import ColorScaleRule, FormulaRule
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation

from forumtool.exports.sheets.sheet import Field, Sheet
from forumtool.exports.xlsx_choices import Choices
from forumtool.exports.xlsx_styles import INK
from forumtool.i18n import Catalogue

# The five colours of the cards, light enough for dark writing: the least contrast is 12.1 to 1 (WCAG 2.2, 1.4.3).
_TONES = {"open": "FFF3C4", "good": "DCF0D8", "moved": "D9ECF7", "waiting": "E8E0F3", "gone": "F9DFD3"}
_NOTHING, _MOST = "FFFFFF", "7FBDBA"
_FIRST_DAY = 36526  # 1 January 2000 as Excel counts days


class Rules:
    """The rules of one sheet with so many ``rows`` below its head."""

    def __init__(self, page: Any, rows: int, choices: Choices, say: Catalogue) -> None:
        self._page = page
        self._last = rows + 1
        self._choices = choices
        self._say = say

    def add(self, sheet: Sheet) -> None:
        """Set what the columns of a sheet take, and their colours."""
        if sheet.numbered:
            self._keep_numbers()
        for at, field in enumerate(sheet.fields, 1):
            letter = get_column_letter(at)
            self._limit(letter, field)
            for text, tone in field.tones:
                self._colour(letter, text, tone)
        for columns in sheet.shaded:
            self._shade(columns)

    def _keep_numbers(self) -> None:
        self._check(
            "A",
            self._say(
                "Die Nummer führt ins Programm zurück und bleibt, wie sie ist. In neuen Zeilen bitte leer lassen."
            ),
            type="custom",
            formula1="1=0",
        )

    def _limit(self, letter: str, field: Field) -> None:
        if field.choices:
            self._check(
                letter,
                self._say("Bitte ein Wort aus der Liste wählen."),
                type="list",
                formula1=self._choices.named(field.choices),
            )
        elif field.asked and field.kind == "proposal":
            numbers = f"$A$2:$A${self._last}"
            self._check(letter, self._say("Bitte die Nummer eines Vorschlags wählen."), type="list", formula1=numbers)
        elif field.asked and field.kind == "count":
            told = self._say("Bitte eine ganze Zahl eingeben.")
            self._check(letter, told, type="whole", operator="greaterThanOrEqual", formula1="0")
        elif field.asked and field.kind == "date":
            told = self._say("Bitte einen Tag eingeben, wie 31.12.2026.")
            self._check(letter, told, type="date", operator="greaterThanOrEqual", formula1=str(_FIRST_DAY))

    def _check(self, letter: str, error: str, **rule: str) -> None:
        checked = DataValidation(allow_blank=True, showErrorMessage=True, error=error, **rule)
        checked.add(f"{letter}2:{letter}{self._last}")
        self._page.add_data_validation(checked)

    def _colour(self, letter: str, text: str, tone: str) -> None:
        cell = f"${letter}2"
        formula = f'{cell}="{text}"' if text else f'AND($A2<>"",LEN(TRIM({cell}))=0)'
        rule = FormulaRule(
            formula=[formula], font=Font(color=INK), fill=PatternFill(bgColor=_TONES[tone], fill_type="solid")
        )
        self._page.conditional_formatting.add(f"{letter}2:{letter}{self._last}", rule)

    def _shade(self, columns: Sequence[int]) -> None:
        first, last = get_column_letter(columns[0] + 1), get_column_letter(columns[-1] + 1)
        rule = ColorScaleRule(start_type="num", start_value=0, start_color=_NOTHING, end_type="max", end_color=_MOST)
        self._page.conditional_formatting.add(f"{first}2:{last}{self._last}", rule)
