"""Labelled character spans as BIO tags of tokens, and back; what no token border fits is told, never hidden."""

from collections.abc import Sequence
from typing import NamedTuple

from mokpyo.data.corpora import LabelledSpan
from mokpyo.data.labels import TokenSpan, encode_bio
from mokpyo.data.offsets import Span


class Alignment(NamedTuple):
    """BIO tags of one sentence's tokens.

    ``inexact`` spans begin or end inside a token: the tokens that they touch are tagged whole. ``lost`` spans touch no
    token, or none that another span had not taken.
    """

    tags: list[str]
    inexact: list[LabelledSpan]
    lost: list[LabelledSpan]


def align_spans(offsets: Sequence[Span], spans: Sequence[LabelledSpan]) -> Alignment:
    """Tags of the tokens at ``offsets``; ``spans`` are sorted and do not overlap."""
    runs: list[TokenSpan] = []
    inexact: list[LabelledSpan] = []
    lost: list[LabelledSpan] = []
    for span in spans:
        first, last, exact = _token_run(offsets, span)
        if runs:
            first = max(first, runs[-1].last)
        if first >= last:
            lost.append(span)
            continue
        runs.append(TokenSpan(first, last, span.label))
        if not exact:
            inexact.append(span)
    return Alignment(encode_bio(runs, len(offsets)), inexact, lost)


def _token_run(offsets: Sequence[Span], span: LabelledSpan) -> tuple[int, int, bool]:
    """First and one past the last token, and whether they cover the span's characters exactly."""
    within = [at for at, (start, end) in enumerate(offsets) if span.start <= start and end <= span.end]
    if within and offsets[within[0]][0] == span.start and max(offsets[at][1] for at in within) == span.end:
        return within[0], within[-1] + 1, True
    touched = [at for at, (start, end) in enumerate(offsets) if start < span.end and span.start < end]
    return (touched[0], touched[-1] + 1, False) if touched else (0, 0, False)
