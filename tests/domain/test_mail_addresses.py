import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from forumtool.domain.mail_addresses import is_address, without_addresses

ADDRESSES = (
    "max.muster@caritas-aachen.de", "info@awo.de", "Änne.Öztürk+forum@xn--mller-kva.de", "o'neill@rat.aachen.de",
    "a_b@c.d", "vorstand@verein.köln",
)  # fmt: skip


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_address_is_recognised_alone_and_taken_out_of_a_text(address):
    assert is_address(f" {address} ")
    assert without_addresses(f"Max Müller <{address}>, AWO").strip() == "Max Müller , AWO"
    assert without_addresses(f"erreichbar: {address}; {address}") == "erreichbar: ; "
    assert without_addresses(f"{address}/{address}") == "/"


@pytest.mark.parametrize(
    "text", ["Jugend@Aachen", "@Anna Kunz", "max@", "@awo.de", "a@b.c, d@e.f", "um 9 @ Rathaus", ""]
)
def test_what_is_no_address_is_none(text):
    assert not is_address(text)


@given(st.text() | st.text(alphabet="ab@.<> "))
@example("a<b@c.d>@e.f")
def test_nothing_that_is_an_address_is_left_over(text):
    assert not any(map(is_address, without_addresses(text).split()))
