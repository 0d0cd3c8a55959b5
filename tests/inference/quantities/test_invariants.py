import time

from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.inference.quantities.reader import find_quantities, read_quantity_at

PIECES = st.sampled_from(
    [
        *"0123456789,.~-·/:%$() \n제약만억조천백십여수두세한열개명원㎡년월대A０，",
        *["최대", "이상", "까지", "분의", "시즌", "씨(", "km", "절반", "개월"],
    ]
)
KOREAN = st.lists(PIECES, max_size=40).map("".join)


@settings(max_examples=300, deadline=None)
@given(st.one_of(KOREAN, st.text(st.characters(exclude_categories=["Cs"]), max_size=60)))
def test_found_quantities_hold_their_text_and_do_not_overlap(text: str) -> None:
    last = 0
    for reading in find_quantities(text):
        quantity = reading.quantity
        assert text[quantity.start : quantity.end] == quantity.text
        assert last <= quantity.start < quantity.end <= len(text)
        last = quantity.end


@settings(max_examples=300, deadline=None)
@given(st.one_of(KOREAN, st.text(st.characters(exclude_categories=["Cs"]), max_size=40)).filter(bool), st.data())
def test_a_marked_span_is_kept(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    reading = read_quantity_at(text, start, end)
    if reading is not None:
        quantity = reading.quantity
        assert (start, end, text[start:end]) == (quantity.start, quantity.end, quantity.text)


def test_hostile_texts_take_linear_time() -> None:
    started = time.process_time()
    for piece in ("1", "1,", "1 ", "1-", "1.", "a", "a@", "만", "두 ", "3~", "2천 ", "(", "1만 "):
        find_quantities(piece * 20_000)
    assert time.process_time() - started < 10
