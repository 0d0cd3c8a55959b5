"""Hypothesis strategies for the spine: valid documents over arbitrary text."""

import datetime

from hypothesis import strategies as st

from mokpyo.data.document import Bound, Center, Deadline, Document, Entity, Label, Quantity, Status, Target
from mokpyo.data.offsets import Span

HOSTILE_PIECES = ["<script>", "</style>", "&amp;", '"', "'", "\r\n", "\r", "\n", "\x00", "\x1b[31m", "\u202e", "\u2028"]
KOREAN_PIECES = ["전북센터는 ", "2017년까지 ", "150개", "100억원", "👩‍🔬", "각", "㎡", "　", "\ufeff"]

texts = st.lists(
    st.one_of(st.sampled_from(HOSTILE_PIECES + KOREAN_PIECES), st.text(max_size=8)), min_size=1, max_size=20
).map("".join)
"""Any Unicode text but lone surrogates, rich in Korean and in what breaks pages and terminals."""

days = st.none() | st.dates(min_value=datetime.date(1, 1, 1))
names = st.none() | texts
numbers = st.integers(-(10**20), 10**20) | st.floats(allow_nan=False, allow_infinity=False)


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span of ``text``, which must not be empty."""
    start = draw(st.integers(0, len(text) - 1))
    return (start, draw(st.integers(start + 1, len(text))))


@st.composite
def entities(draw: st.DrawFn, text: str) -> Entity:
    """An entity anywhere in ``text``; several may overlap, which a tagger's never do."""
    start, end = draw(spans(text))
    return Entity(start, end, draw(st.sampled_from(Label)), text[start:end], draw(st.floats(0, 1)))


@st.composite
def quantities(draw: st.DrawFn, text: str) -> Quantity:
    """A quantity anywhere in ``text`` with a value that need not be what it says."""
    start, end = draw(spans(text))
    return Quantity(
        start=start,
        end=end,
        text=text[start:end],
        value=draw(numbers),
        high=draw(st.none() | numbers),
        unit=draw(st.sampled_from(["개", "원", "㎡", "%", "<b>", ""])),
        bound=draw(st.sampled_from(Bound)),
    )


@st.composite
def deadlines(draw: st.DrawFn, text: str) -> Deadline:
    """A deadline anywhere in ``text``, resolved or not."""
    start, end = draw(spans(text))
    return Deadline(start=start, end=end, text=text[start:end], from_=draw(days), by=draw(days))


@st.composite
def documents(draw: st.DrawFn) -> Document:
    """A document that construction accepts: every span holds what it says, every reference is there."""
    text = draw(texts.filter(bool))
    count = draw(st.integers(0, 3))
    center_ids = [f"c{at}" for at in range(1, count + 1)]
    target_ids = [f"t{at}" for at in range(1, draw(st.integers(0, 4)) + 1)]
    return Document(
        id=draw(texts),
        title=draw(names),
        published=draw(days),
        text=text,
        entities=draw(st.lists(entities(text), max_size=4)),
        centers=[
            Center(center_id, draw(texts), draw(st.lists(texts, max_size=2)), draw(names), [draw(spans(text))])
            for center_id in center_ids
        ],
        targets=[
            Target(
                id=target_id,
                center=draw(st.sampled_from([None, *center_ids])),
                quantity=draw(quantities(text)),
                object=draw(names),
                deadline=draw(st.none() | deadlines(text)),
                region=draw(names),
                status=draw(st.sampled_from(Status)),
                repeat_of=draw(st.sampled_from([None, *target_ids[:at]])),
                link=draw(st.sampled_from(["subject", "heading", ""])),
                score=draw(st.floats(0, 1)),
                evidence=draw(st.none() | spans(text)),
            )
            for at, target_id in enumerate(target_ids)
        ],
    )
