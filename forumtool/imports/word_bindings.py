"""Cover pages of Word show title, subject and author in controls that are bound to the file's properties (17.5.2.6).

In a template they stand for what our fields stand for; the binding itself would lead back to the old file.
"""

import re

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PROPERTY = re.compile(r"coreProperties\b.*:(title|subject|creator)\b")
_FIELDS = {"title": "{{ document.title }}", "subject": "{{ process.title }}", "creator": "{{ host }}"}


def fill_bound_controls(root: etree._Element) -> None:
    """Put a field in place of the words of each control that is bound to title, subject or author."""
    for binding in root.iter(f"{_W}dataBinding"):
        found = _PROPERTY.search(binding.get(f"{_W}xpath", ""))
        control = next(binding.iterancestors(f"{_W}sdt"), None)
        texts = [] if control is None else list(control.iter(f"{_W}t"))
        if found and texts:
            texts[0].text = _FIELDS[found[1]]
            for text in texts[1:]:
                text.text = ""
