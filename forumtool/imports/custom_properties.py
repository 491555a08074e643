"""What a program wrote into the properties of an Office file (custom file properties, ECMA-376 part 1, 22.3)."""

from collections.abc import Mapping

from forumtool.imports.packages import part_of

_PART = "docProps/custom.xml"
_PROPERTY = "{http://schemas.openxmlformats.org/officeDocument/2006/custom-properties}property"


def custom_properties(content: bytes) -> Mapping[str, str]:
    """Return the texts of the custom properties by name; a part that cannot be read has none."""
    from lxml import etree

    part = part_of(content, _PART)
    if not part:
        return {}
    try:
        root = etree.fromstring(part, etree.XMLParser(resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return {}
    return {str(one.get("name")): "".join(one.itertext()).strip() for one in root.iter(_PROPERTY)}
