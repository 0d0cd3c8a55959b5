"""Documents written as marked text, for tests of what several targets say together."""

import datetime
import re

from mokpyo.data.document import Center, Deadline, Document, Entity, Label, Status, Target
from mokpyo.data.offsets import Span
from mokpyo.inference.quantities.reader import read_quantities
from mokpyo.inference.rollups.finder import find_rollups

_MARK = re.compile(r"\[([^\[\]|]+)((?:\|[^\[\]|]*)*)\]")
_SENTENCE = re.compile(r"[^\n]+?(?:(?<=다)\.|$)", re.MULTILINE)


def marked(text: str, repeats: dict[str, str] | None = None) -> Document:
    """A document of ``[150개|기업|2027-12-31|achieved|c2]``: surface, object, last day, status, centre, each may miss.

    ``[150개|-]`` is a quantity that is no target, a last day of ``?`` a deadline without one; the centre is ``c1``
    unless said, ``-`` for none. ``repeats`` maps ids of targets, which are t1, t2, ... in text order.
    """
    plain, spans = "", []
    end = 0
    for mark in _MARK.finditer(text):
        plain += text[end : mark.start()]
        spans.append(((len(plain), len(plain) + len(mark[1])), mark[2].split("|")[1:]))
        plain += mark[1]
        end = mark.end()
    plain += text[end:]
    numbered = [(span, fields) for span, fields in spans if fields[:1] != ["-"]]
    targets = [
        _target(plain, f"t{at}", span, fields, (repeats or {}).get(f"t{at}"))
        for at, (span, fields) in enumerate(numbered, start=1)
    ]
    return Document(
        id="marked",
        text=plain,
        entities=[Entity(*span, Label.QUANTITY, plain[slice(*span)]) for span, _ in spans],
        centers=[Center(name, name, [], None, [(0, 1)]) for name in ("c1", "c2")],
        targets=targets,
    )


def _target(text: str, identity: str, span: Span, fields: list[str], repeat_of: str | None) -> Target:
    noun, day, status, center = (*fields, "", "", "", "")[:4]
    start, end = span
    quantity = next(one for one in read_quantities(text) if one.start == start and one.end == end)
    sentence = next(one.span() for one in _SENTENCE.finditer(text) if one.start() <= start and end <= one.end())
    by = datetime.date.fromisoformat(day) if day not in ("", "?") else None
    return Target(
        id=identity,
        center=None if center == "-" else center or "c1",
        quantity=quantity,
        object=noun or None,
        deadline=Deadline(start, end, text[start:end], None, by) if day else None,
        region=None,
        status=Status(status or "planned"),
        repeat_of=repeat_of,
        evidence=sentence,
    )


def told(document: Document) -> list[str]:
    """Every rollup in a line: ``sum 150개 = 50개 + 100개``."""
    surfaces = [target.quantity.text for target in document.targets]
    return [
        f"{one.kind.value} {surfaces[one.whole]} = {' + '.join(surfaces[at] for at in one.parts)}"
        for one in find_rollups(document)
    ]
