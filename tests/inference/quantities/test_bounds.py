import pytest

from mokpyo.data.document import Bound
from mokpyo.inference.quantities.reader import read_quantities


@pytest.mark.parametrize(
    ("text", "bound"),
    [
        ("30명을 뽑는다", Bound.EXACT),
        ("총 30명을 뽑는다", Bound.EXACT),
        ("30억원 규모의 기금", Bound.EXACT),
        ("30억원 상당의 물품", Bound.EXACT),
        ("약 30명을 뽑는다", Bound.ABOUT),
        ("약30명을 뽑는다", Bound.ABOUT),
        ("30여 명을 뽑는다", Bound.ABOUT),
        ("30명가량을 뽑는다", Bound.ABOUT),
        ("30명 안팎을 뽑는다", Bound.ABOUT),
        ("30명 정도를 뽑는다", Bound.ABOUT),
        ("30억원에 육박한다", Bound.ABOUT),
        ("수백 명을 뽑는다", Bound.ABOUT),
        ("30명 이상을 뽑는다", Bound.AT_LEAST),
        ("30명을 넘는 인력", Bound.AT_LEAST),
        ("30명을 훌쩍 넘겼다", Bound.AT_LEAST),
        ("최소 30명을 뽑는다", Bound.AT_LEAST),
        ("적어도 30명을 뽑는다", Bound.AT_LEAST),
        ("30만 명 돌파", Bound.AT_LEAST),
        ("30% 초과", Bound.AT_LEAST),
        ("30명 이하", Bound.AT_MOST),
        ("30명 미만", Bound.AT_MOST),
        ("30명까지 뽑는다", Bound.AT_MOST),
        ("최대 30명을 뽑는다", Bound.AT_MOST),
        ("최대 연 30만원을 준다", Bound.AT_MOST),
        ("연 최대 30만원을 준다", Bound.AT_MOST),
        ("30억원 한도로 보증한다", Bound.AT_MOST),
        ("30%를 넘지 않도록 한다", Bound.AT_MOST),
        ("약 30명 이상을 뽑는다", Bound.AT_LEAST),
    ],
)
def test_reads_the_bound(text: str, bound: Bound) -> None:
    (quantity,) = read_quantities(text)
    assert bound == quantity.bound


def test_a_limit_reaches_over_and_into_a_parenthesis() -> None:
    bounds = [found.bound for found in read_quantities("발주를 40%(60건, 3억원)까지 앞당긴다")]
    assert [Bound.AT_MOST, Bound.AT_MOST, Bound.AT_MOST] == bounds


def test_both_ends_of_a_span_of_support() -> None:
    bounds = [found.bound for found in read_quantities("팀당 200만원에서 최대 500만원까지")]
    assert [Bound.AT_LEAST, Bound.AT_MOST] == bounds
