"""Annotations apart from their texts: offsets and labels, for articles that cannot be passed on with them.

A standoff file is JSONL, one article a line. It holds no text, but the text's SHA-256, so that joining it with the
texts finds the very spans that were annotated, or refuses. What a machine adds to a document (``title``, ``link``,
``evidence`` and every ``score``) is not part of it.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import msgspec

from mokpyo.data.document import Center, Deadline, Document, Entity, Quantity, Target
from mokpyo.data.errors import CorpusError, MokpyoError
from mokpyo.data.offsets import Span, check_span
from mokpyo.data.standoff_records import (
    Refusal,
    StandoffArticle,
    StandoffCenter,
    StandoffDeadline,
    StandoffEntity,
    StandoffQuantity,
    StandoffTarget,
    decode_lines,
    raise_refused,
    text_sha256,
)


@dataclass(frozen=True)
class Joined:
    """What :func:`join_standoff` gives: every line of the file is in one of the two lists."""

    documents: list[Document]
    refusals: list[Refusal]


def join_standoff(path: Path, texts: Mapping[str, str]) -> Joined:
    """The documents of a standoff file, and the lines refused: unreadable, twice there, no text or another one."""
    joined = Joined([], [])
    seen: set[str] = set()
    for number, record in decode_lines(path):
        if isinstance(record, Refusal):
            joined.refusals.append(record)
            continue
        try:
            joined.documents.append(_with_text(record, texts, seen))
        except MokpyoError as error:
            joined.refusals.append(Refusal(number, record.id, str(error)))
        seen.add(record.id)
    return joined


def read_standoff(path: Path, texts: Mapping[str, str]) -> Iterator[Document]:
    """The documents of a standoff file. Raises :class:`CorpusError` that lists every line refused, if any is."""
    joined = join_standoff(path, texts)
    raise_refused(path, joined.refusals, len(joined.documents) + len(joined.refusals))
    return iter(joined.documents)


def write_standoff(documents: Iterable[Document], path: Path, *, source: str, annotator: str) -> None:
    """Write annotations without the texts that they point into, one line a document."""
    lines = [msgspec.json.encode(_without_text(document, source, annotator)) + b"\n" for document in documents]
    path.write_bytes(b"".join(lines))


def _with_text(record: StandoffArticle, texts: Mapping[str, str], seen: set[str]) -> Document:
    if record.id in seen:
        raise CorpusError("this id has been annotated on a line before; keep one annotation a file")
    text = texts.get(record.id)
    if text is None:
        raise CorpusError(f"no text of this id is given; it was collected from {record.source!r}")
    if (found := text_sha256(text)) != record.sha256:
        raise CorpusError(
            f"the text given has SHA-256 {found[:12]}…, the annotated one {record.sha256[:12]}…; "
            "offsets fit only the text as it was collected, unchanged"
        )
    return Document(
        id=record.id,
        published=record.published,
        text=text,
        entities=[
            Entity(*_checked(text, one, "an entity"), one.label, text[one.start : one.end]) for one in record.entities
        ],
        centers=[Center(one.id, one.name, one.aliases, one.region, one.mentions) for one in record.centers],
        targets=[_target(text, one) for one in record.targets],
    )


def _checked(text: str, span: StandoffEntity | StandoffQuantity | StandoffDeadline, what: str) -> Span:
    check_span(text, span.start, span.end, what)
    return (span.start, span.end)


def _target(text: str, target: StandoffTarget) -> Target:
    quantity = target.quantity
    start, end = _checked(text, quantity, f"the quantity of {target.id!r}")
    return Target(
        id=target.id,
        center=target.center,
        quantity=Quantity(start, end, text[start:end], quantity.value, quantity.high, quantity.unit, quantity.bound),
        object=target.object,
        deadline=_deadline(text, target),
        region=target.region,
        status=target.status,
        repeat_of=target.repeat_of,
    )


def _deadline(text: str, target: StandoffTarget) -> Deadline | None:
    if (deadline := target.deadline) is None:
        return None
    start, end = _checked(text, deadline, f"the deadline of {target.id!r}")
    return Deadline(start, end, text[start:end], deadline.from_, deadline.by)


def _without_text(document: Document, source: str, annotator: str) -> StandoffArticle:
    return StandoffArticle(
        id=document.id,
        source=source,
        sha256=text_sha256(document.text),
        annotator=annotator,
        published=document.published,
        entities=[StandoffEntity(one.start, one.end, one.label) for one in document.entities],
        centers=[
            StandoffCenter(id=one.id, name=one.name, aliases=one.aliases, region=one.region, mentions=one.mentions)
            for one in document.centers
        ],
        targets=[_without_surfaces(one) for one in document.targets],
    )


def _without_surfaces(target: Target) -> StandoffTarget:
    quantity, deadline = target.quantity, None
    if target.deadline is not None:
        deadline = StandoffDeadline(
            target.deadline.start, target.deadline.end, target.deadline.from_, target.deadline.by
        )
    return StandoffTarget(
        id=target.id,
        center=target.center,
        quantity=StandoffQuantity(
            quantity.start, quantity.end, quantity.value, quantity.high, quantity.unit, quantity.bound
        ),
        object=target.object,
        deadline=deadline,
        region=target.region,
        status=target.status,
        repeat_of=target.repeat_of,
    )
