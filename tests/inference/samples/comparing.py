"""What differs between an expected document and an extracted one, as lines that a person can read."""

from mokpyo.data.document import Document, Target

FIELDS = ("status", "object")
QUANTITY_FIELDS = ("value", "high", "unit", "bound")


def differences(expected: Document, found: Document) -> list[str]:
    """Targets missed, spurious or wrong in a field, in text order; regions and ids are not compared."""
    wanted = {target.quantity.span: target for target in expected.targets}
    got = {target.quantity.span: target for target in found.targets}
    lines = []
    for span in sorted(wanted.keys() | got.keys()):
        place = f"{span[0]} {expected.text[slice(*span)]}"
        if span not in got:
            lines.append(f"missed\t{place}")
        elif span not in wanted:
            lines.append(f"spurious\t{place}")
        else:
            lines += [f"{what}\t{place}" for what in _wrong(expected, wanted[span], found, got[span])]
    return lines


def _wrong(expected: Document, left: Target, found: Document, right: Target) -> list[str]:
    wrong = [name for name in FIELDS if getattr(left, name) != getattr(right, name)]
    wrong += [name for name in QUANTITY_FIELDS if getattr(left.quantity, name) != getattr(right.quantity, name)]
    if (left.deadline and left.deadline.by) != (right.deadline and right.deadline.by):
        wrong.append("deadline")
    if (left.repeat_of is None) != (right.repeat_of is None):
        wrong.append("repeat_of")
    if not (_names(expected, left) & _names(found, right)) and (_names(expected, left) or _names(found, right)):
        wrong.append("center")
    return wrong


def _names(document: Document, target: Target) -> set[str]:
    return {
        name.replace(" ", "")
        for center in document.centers
        if center.id == target.center
        for name in (center.name, *center.aliases)
    }


def entity_f1(pairs: list[tuple[Document, Document]]) -> float:
    """Strict F1 of spans with labels over (expected, found) documents."""
    right = wanted = got = 0
    for expected, found in pairs:
        left = {(e.start, e.end, e.label) for e in expected.entities}
        other = {(e.start, e.end, e.label) for e in found.entities}
        right, wanted, got = right + len(left & other), wanted + len(left), got + len(other)
    return 2 * right / (wanted + got)
