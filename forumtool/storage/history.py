"""Which step would be undone or redone next; derived from the journal, so it is the same after a restart."""

from collections.abc import Iterable

from forumtool.storage.journal import Step


class History:
    """The steps that can be undone and redone, newest last.

    An undo is a step that names the step it takes back; a redo names the undo. A new step empties what could be
    redone. The founding step of a file is not undone.
    """

    def __init__(self, steps: Iterable[tuple[Step, bool]]) -> None:
        self._undoable: list[Step] = []
        self._redoable: list[Step] = []
        self.count = 0
        for step, founding in steps:
            self.append(step, founding=founding)

    @property
    def next_undo(self) -> Step | None:
        """The step that undo takes back, or None."""
        return self._undoable[-1] if self._undoable else None

    @property
    def next_redo(self) -> Step | None:
        """The undo that redo takes back, or None."""
        return self._redoable[-1] if self._redoable else None

    def append(self, step: Step, *, founding: bool = False) -> None:
        """Take a step that has been written."""
        self.count += 1
        if founding:
            return
        if step.undoes is None:
            self._undoable.append(step)
            self._redoable.clear()
        elif self._undoable and self._undoable[-1].id == step.undoes:
            self._undoable.pop()
            self._redoable.append(step)
        elif self._redoable and self._redoable[-1].id == step.undoes:
            self._redoable.pop()
            self._undoable.append(step)
