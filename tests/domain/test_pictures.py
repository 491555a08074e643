"""The size of a picture stands in the head of its file."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from forumtool.domain.pictures import size_of
from tests.builders import photo

_JPEG = bytes.fromhex("ffd8ffe000104a46494600010100000100010000ffc0000b0800280050010111000000")


@given(st.integers(1, 300), st.integers(1, 300))
def test_width_and_height_of_a_png_are_read(width: int, height: int) -> None:
    assert size_of(photo(width, height).data) == (width, height)


@pytest.mark.parametrize(
    ("data", "size"), [(_JPEG, (80, 40)), (_JPEG[:24], None), (b"\xff\xd8", None), (b"", None), (b"GIF89a", None)]
)
def test_of_a_jpeg_the_frame_counts_and_anything_else_has_no_size(data: bytes, size: tuple[int, int] | None) -> None:
    assert size_of(data) == size


@given(st.binary(max_size=60))
def test_any_bytes_are_looked_at(data: bytes) -> None:
    for head in (b"", b"\xff\xd8", b"\x89PNG\r\n\x1a\n"):
        size_of(head + data)
