"""Reads the dates of a text. :func:`read_dates` is for everybody; the other two serve the linking stage."""

import bisect
import datetime
import functools
from collections.abc import Sequence

from mokpyo.data.morphology import Morpheme
from mokpyo.inference.dates.calendar_resolver import resolve_calendar
from mokpyo.inference.dates.context import DateContext, ResolvedDate, role_after
from mokpyo.inference.dates.expression import DateExpression
from mokpyo.inference.dates.grammar import read_expressions
from mokpyo.inference.dates.interval import DAY, Interval
from mokpyo.inference.dates.length_resolver import resolve_length
from mokpyo.inference.dates.mention import DateMention, DateReading, DateRole, Direction
from mokpyo.inference.dates.published import parse_published

LOOK_BACK = 400
"""Characters before a span that :func:`read_date_at` reads for the dates that complete it."""
LOOK_AHEAD = 40
"""Characters after it, for the marks that follow."""
_KNOWN_WINDOWS = 256
"""Surroundings of which the readings are remembered: the linking stage asks for a date once a quantity."""


def read_dates(text: str, published: str | datetime.date | None = None) -> list[DateMention]:
    """Dates and periods of ``text`` in order, not overlapping.

    Relative and incomplete ones are resolved against ``published`` (``YYYY-MM-DD`` or a date); without it they keep
    their span and have neither ``from_`` nor ``by``. Raises :class:`~mokpyo.data.errors.ArticleError` for a
    ``published`` that is no date.
    """
    return [reading.mention for reading in find_dates(text, parse_published(published)) if reading.certain]


def find_dates(
    text: str,
    published: datetime.date | None,
    direction: Direction = Direction.OPEN,
    morphemes: Sequence[Morpheme] | None = None,
) -> list[DateReading]:
    """All readings of ``text``, uncertain ones too.

    ``morphemes`` of the text make a reading uncertain where it cuts a proper noun (``오늘`` in a name).
    """
    names = [m for m in morphemes or () if m.tag == "NNP"]
    readings = [_reading(text, resolved, before) for resolved, before in _resolve_all(text, published, direction)]
    if not names:
        return readings
    return [_doubted(reading) if _cuts_name(reading.mention, names) else reading for reading in readings]


def read_date_at(
    text: str, start: int, end: int, published: datetime.date | None, direction: Direction
) -> DateReading | None:
    """The reading of the DATE span ``[start, end)``, completed by what stands around it; ``None`` if it is no date.

    The span is kept as given, also where the grammar would have drawn it otherwise.
    """
    first = max(0, start - LOOK_BACK, text.rfind("\n", 0, start) + 1)
    stop = text.find("\n", end, end + LOOK_AHEAD)
    last = min(len(text), end + LOOK_AHEAD) if stop < 0 else stop
    readings = _overlapping(_read_window(text[first:last], published, direction), start - first, end - first)
    if not readings:
        readings = find_dates(text[start:end], published, direction)
    if not readings:
        return None
    return _merged(readings, text, start, end)


@functools.lru_cache(_KNOWN_WINDOWS)
def _read_window(window: str, published: datetime.date | None, direction: Direction) -> tuple[DateReading, ...]:
    return tuple(find_dates(window, published, direction))


def _overlapping(readings: Sequence[DateReading], start: int, end: int) -> list[DateReading]:
    return [one for one in readings if one.mention.start < end and start < one.mention.end]


def _merged(readings: Sequence[DateReading], text: str, start: int, end: int) -> DateReading:
    first, last = readings[0], readings[-1]
    mention = DateMention(
        start=start,
        end=end,
        text=text[start:end],
        from_=first.mention.from_,
        by=last.mention.by,
        granularity=last.mention.granularity,
    )
    return DateReading(mention=mention, certain=last.certain, kind=last.kind, role=last.role)


def _resolve_all(
    text: str, published: datetime.date | None, direction: Direction
) -> list[tuple[ResolvedDate, ResolvedDate | None]]:
    """Each date of the text with the one before it in the same sentence."""
    context = DateContext(text=text, published=published, direction=direction)
    found: list[tuple[ResolvedDate, ResolvedDate | None]] = []
    end = 0
    for expression in read_expressions(text):
        context.enter(end, expression.start)
        before = context.sentence[-1] if context.sentence else None
        resolved = _resolve(expression, context)
        found.append((resolved, before))
        context.remember(resolved)
        end = expression.end
    return _with_brackets(text, found)


def _resolve(expression: DateExpression, context: DateContext) -> ResolvedDate:
    role = role_after(context.text, expression.end)
    if expression.is_length:
        return ResolvedDate(expression, resolve_length(expression, role, context), role, year_known=False)
    interval, known = resolve_calendar(expression, role, context)
    return ResolvedDate(expression, interval, role, year_known=known)


def _with_brackets(
    text: str, found: list[tuple[ResolvedDate, ResolvedDate | None]]
) -> list[tuple[ResolvedDate, ResolvedDate | None]]:
    """``5년간(2026~2030년)``: the bracket says which years the length covers."""
    for index in range(1, len(found)):
        (length, before), (dates, _) = found[index - 1], found[index]
        in_bracket = text[length.expression.end : dates.expression.start].strip() == "("
        if in_bracket and length.expression.is_length and not length.interval and dates.interval:
            resolved = ResolvedDate(length.expression, dates.interval, DateRole.WITHIN, year_known=True)
            found[index - 1] = (resolved, before)
    return found


def _reading(text: str, resolved: ResolvedDate, before: ResolvedDate | None) -> DateReading:
    expression = resolved.expression
    from_, by = _stated(resolved, before)
    mention = DateMention(
        start=expression.start,
        end=expression.end,
        text=text[expression.start : expression.end],
        from_=from_,
        by=by,
        granularity=(expression.until or expression).granularity,
    )
    return DateReading(mention=mention, certain=_certain(expression), kind=mention.granularity, role=resolved.role)


def _stated(resolved: ResolvedDate, before: ResolvedDate | None) -> tuple[datetime.date | None, datetime.date | None]:
    """The first and last day that the text states, by the marks around the date."""
    interval, role = resolved.interval, resolved.role
    if interval is None:
        return None, None
    if resolved.expression.is_length or role in (DateRole.WITHIN, DateRole.INSIDE):
        return interval
    if role is DateRole.SINCE:
        return interval.first, None
    if role is DateRole.BEFORE:
        return None, (None if interval.first == datetime.date.min else interval.first - DAY)
    if resolved.expression.until is not None:
        return interval
    return _start_of(interval, before), interval.last


def _start_of(interval: Interval, before: ResolvedDate | None) -> datetime.date | None:
    if before is None or before.role is not DateRole.SINCE or before.interval is None:
        return None
    return before.interval.first if before.interval.first <= interval.last else None


def _certain(expression: DateExpression) -> bool:
    named = expression.modifier is not None or expression.shift is not None
    return named or len(expression.units) > 1 or expression.units[0].certain


def _doubted(reading: DateReading) -> DateReading:
    return DateReading(mention=reading.mention, certain=False, kind=reading.kind, role=reading.role)


def _cuts_name(mention: DateMention, names: Sequence[Morpheme]) -> bool:
    # Names are in text order, so the one that may reach past either end is among the last to start before the end.
    at = bisect.bisect_left(names, mention.end, key=lambda name: name.start)
    near = names[max(0, at - 2) : at]
    return any(mention.start < name.end and (name.start < mention.start or mention.end < name.end) for name in near)
