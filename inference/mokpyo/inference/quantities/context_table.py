"""Words around a quantity: what bounds it, and what may follow a counter."""

from collections.abc import Mapping
from types import MappingProxyType

from mokpyo.data.document import Bound

BEFORE: Mapping[str, Bound] = MappingProxyType(
    {
        "약": Bound.ABOUT,
        "대략": Bound.ABOUT,
        "거의": Bound.ABOUT,
        "어림잡아": Bound.ABOUT,
        "줄잡아": Bound.AT_LEAST,
        "최소": Bound.AT_LEAST,
        "최소한": Bound.AT_LEAST,
        "적어도": Bound.AT_LEAST,
        "최저": Bound.AT_LEAST,
        "최대": Bound.AT_MOST,
        "최고": Bound.AT_MOST,
        "최장": Bound.AT_MOST,
        "많게는": Bound.AT_MOST,
        "길게는": Bound.AT_MOST,
        "적게는": Bound.AT_LEAST,
    }
)
"""Directly before a number."""

BETWEEN = frozenset(
    {"총", "연", "월", "각", "각각", "모두", "합계", "무려", "매년", "매월", "연간", "월간", "또", "만"}
)
"""May stand between one of BEFORE and the number: ``최대 연 180만원``."""

AFTER: tuple[tuple[str, Bound], ...] = (
    (r"에서 (?:최대|많게는|최고|최장) ?[0-9]", Bound.AT_LEAST),
    (r"을 넘지 (?:않|못)|를 넘지 (?:않|못)|을 초과하지 |를 초과하지 |도 (?:안|채 안) ", Bound.AT_MOST),
    (r"이상|을 넘|를 넘|을 훌쩍 넘|를 훌쩍 넘|(?:이|가) 넘|을 초과|를 초과|초과|넘게|넘는|넘어|넘긴", Bound.AT_LEAST),
    (r"을 돌파|를 돌파|돌파|을 웃|를 웃|을 상회|를 상회|시대[를 ]", Bound.AT_LEAST),
    (r"이하|이내|미만|한도|까지|을 밑|를 밑|(?:이|가) 채 ", Bound.AT_MOST),
    (r"가량|정도|안팎|내외|남짓|쯤|수준|전후|에 육박|에 가까|에 이를|선(?=에|으로|을|$)", Bound.ABOUT),
    (r"가까운|가까이|육박", Bound.ABOUT),
)
"""Directly after the span, as patterns, in order of precedence; a blank may part them."""

TAIL = (
    r"(?:은|는|이|가|을|를|의|에|도|로|으로|와|과|만|까지|부터|씩|당|쯤|꼴|짜리|나|며|인|임|라|다|였|입니|하고|보다|마다|처럼|뿐|밖"
    r"|든|란|치고|정도|가량|안팎|내외|이상|이하|이내|미만|초과|규모|상당|급|대|선|중|남짓|수준|한도|넘|돌파|대비|등|여|한테|께|간|째|분|어치|들|미|"
    r"뿐|조차|라도|랑|요|였|증|감|늘|줄|더|중|총|및|→)"
)
"""What may follow a one-syllable counter without a blank; anything else makes it part of a longer word."""

ROUTE_AFTER = r" ?(?:국도|지방도|고속도로|출구|버스|게이트|번 국도|국지도)"
"""A number with its counter before one of these names a road or a way out."""

GLUED_BEFORE = (
    "약",
    "총",
    "최대",
    "최소",
    "제",
    "각",
    "및",
    "등",
    "와",
    "과",
    "은",
    "는",
    "이",
    "가",
    "의",
    "에",
    "서",
    "로",
)
"""What a number may be glued to without being part of a name."""

_OR = r" ?(?:이거나|거나|또는|혹은|[과와] ?같 ?거나) ?(?:그 ?보다|그)? ?"
COMPARED_AFTER: tuple[tuple[str, Bound], ...] = (
    (rf"{_OR}(?:이상|초과|크|큰|많|높)", Bound.AT_LEAST),
    (rf"{_OR}(?:이하|미만|작|적|낮)", Bound.AT_MOST),
    (r" ?보다는? ?(?:더 )?(?:크|큰|많|높)", Bound.AT_LEAST),
    (r" ?보다는? ?(?:더 )?(?:작|적|낮)", Bound.AT_MOST),
    (r" ?(?:아래|밑)", Bound.AT_MOST),
    (r" ?(?:>=|≥)", Bound.AT_LEAST),
    (r" ?(?:<=|≤)", Bound.AT_MOST),
)
"""What compares with the number before it, in texts that state limits."""

COMPARED_BEFORE: tuple[tuple[str, Bound], ...] = (
    (r"(?:(?<![<=])>|>=|≥) ?$", Bound.AT_LEAST),
    (r"(?:(?<![=])<|<=|≤) ?$", Bound.AT_MOST),
)
"""Signs that compare with the number after them."""

RANGED: tuple[tuple[str, str], ...] = (
    (r" ?[~∼～–—-] ?", ""),
    (r"(?:에서)?부터 ", ""),
    (r"에서 ", r"까지| ?사이|이다|입니다"),
    (r"[과와] ", r" ?사이"),
)
"""What stands between and behind the two numbers of a range."""
