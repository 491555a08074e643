"""The Jinja in which fields of a template are read: it reaches texts and nothing else, and always comes to an end."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from jinja2 import ChainableUndefined, nodes
from jinja2.exceptions import SecurityError
from jinja2.runtime import LoopContext
from jinja2.sandbox import SandboxedEnvironment
from markupsafe import Markup

MOST_TURNS = 10_000
"""Turns of all loops in one filling together."""
_FILTERS = ("upper", "lower", "capitalize", "title", "trim", "default", "d", "length", "first", "last", "replace",
            "escape", "e")  # fmt: skip
# Calls reach into Python; names that are set and products can grow without end.
_REFUSED = (
    nodes.Call, nodes.CallBlock, nodes.Macro, nodes.Assign, nodes.AssignBlock, nodes.Include, nodes.Import,
    nodes.FromImport, nodes.Extends, nodes.Block, nodes.Mul, nodes.Pow, nodes.Mod, nodes.FilterBlock,
)  # fmt: skip
_COUNTED = "_counted"


class FieldSandbox(SandboxedEnvironment):
    """Fields over ``told``: texts, and dicts of texts. ``unknown`` collects what was asked for and is not there."""

    def __init__(self, told: Mapping[str, Any]) -> None:
        self.unknown: set[str] = set()
        super().__init__(autoescape=True, undefined=_unknown_fields(self.unknown, told), finalize=_only_words)
        self._turns = MOST_TURNS
        self.filters = {name: self.filters[name] for name in _FILTERS} | {_COUNTED: self._count}
        self.globals = {}

    @staticmethod
    def xml(runs: str) -> Markup:
        """Return a value that closes the run around it, stands by itself and opens a run again."""
        return Markup(f'</w:t></w:r>{runs}<w:r><w:t xml:space="preserve">' if runs else "")  # noqa: S704 - our own XML

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """Only what a loop says of itself may be asked for; texts have no attributes."""
        return isinstance(obj, LoopContext) and attr in {"first", "last", "index", "index0", "length"}

    def is_safe_callable(self, obj: Any) -> bool:
        """Nothing may be called."""
        return False

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        tree = super()._parse(source, name, filename)
        if any(True for _ in tree.find_all(_REFUSED)):
            raise SecurityError("a field may be filled, nothing else")
        for loop in list(tree.find_all(nodes.For)):
            loop.iter = nodes.Filter(loop.iter, _COUNTED, [], [], None, None)
        return tree

    def _count(self, things: Iterable[Any]) -> Iterator[Any]:
        for thing in things:
            self._turns -= 1
            if self._turns < 0:
                raise SecurityError("a loop without end")
            yield thing


def _only_words(value: Any) -> Any:
    """What is neither a text nor a number, such as what Jinja says of itself, is nothing."""
    return value if isinstance(value, str | int | ChainableUndefined) else ""


def _unknown_fields(unknown: set[str], told: Mapping[str, Any]) -> type[ChainableUndefined]:
    class Unknown(ChainableUndefined):
        """A field that there is not: empty, and written down."""

        def __str__(self) -> str:
            owner = next((f"{key}." for key, value in told.items() if value is self._undefined_obj), "")
            unknown.add(f"{owner}{self._undefined_name}")
            return ""

    return Unknown
