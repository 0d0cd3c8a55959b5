from decimal import Decimal

import pytest

from mokpyo.data.document import Bound
from mokpyo.inference.quantities.limits import read_limits

LOW, HIGH, EXACT = Bound.AT_LEAST, Bound.AT_MOST, Bound.EXACT


@pytest.mark.parametrize(
    ("text", "limits"),
    [
        ("답은 12보다 크다", [(12, LOW)]),
        ("답은 육십보다 작거나 같다", [(60, HIGH)]),
        ("답은 12보다 크고 19보다 작다", [(12, LOW), (19, HIGH)]),
        ("답은 40이거나 그보다 많다", [(40, LOW)]),
        ("답은 40 또는 그 미만이다", [(40, HIGH)]),
        ("답은 40과 같다", [(40, EXACT)]),
        ("키는 160 아래이다", [(160, HIGH)]),
        ("a>7, b<9", [(7, LOW), (9, HIGH)]),
        ("a ≥ 7", [(7, LOW)]),
        ("7 >= a", [(7, LOW)]),
        ("a=>7", [(7, EXACT)]),
        ("a=<7", [(7, EXACT)]),
        ("a<>7", [(7, EXACT)]),
        ("40과 70 사이에 있다", [(40, LOW), (70, HIGH)]),
        ("40과 70을 더한다", [(40, EXACT), (70, EXACT)]),
        ("40에서 70까지", [(40, LOW), (70, HIGH)]),
        ("40에서 70을 더한다", [(40, EXACT), (70, EXACT)]),
        ("40부터 70까지", [(40, LOW), (70, HIGH)]),
        ("40 - 70이다", [(40, LOW), (70, HIGH)]),
        ("40~70개", [(40, LOW), (70, HIGH)]),
        ("70~40", [(70, EXACT), (40, EXACT)]),
        ("열 번째에서 열두 번째 사이", [(10, LOW), (12, HIGH)]),
        ("40 초과 70 이하", [(40, LOW), (70, HIGH)]),
        ("하나도 없다", [(1, EXACT)]),
        ("절반이 넘는다", [(Decimal("0.5"), LOW)]),
        ("8초과", [(8, LOW)]),
    ],
)
def test_reads_limits(text: str, limits: list[tuple[int | Decimal, Bound]]) -> None:
    assert [(Decimal(value), bound) for value, bound in limits] == [(one.value, one.bound) for one in read_limits(text)]
