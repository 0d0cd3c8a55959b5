"""Which characters and morphemes stand at the border of a span but never belong to it (annotation guide, section 1)."""

from collections.abc import Mapping
from types import MappingProxyType

from mokpyo.data.document import Label

PARTICLE_TAGS = frozenset({"JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC"})
"""Josa: 은 는 이 가 을 를 의 에 까지 부터 으로 …"""

ENDING_TAGS = frozenset({"VCP", "VCN", "XSV", "XSA", "EP", "EF", "EC", "ETM", "ETN"})
"""The copula, verbal suffixes and their endings: 이다, 인, 하는, 였다 …"""

TRAILING_TAGS = PARTICLE_TAGS | ENDING_TAGS
"""Stripped from the end of a span as long as something is left; 들, 여 and 수 (XSN) are not among them."""

TRAILING_WORDS: Mapping[Label, frozenset[str]] = MappingProxyType(
    {
        Label.QUANTITY: frozenset({"이상", "이하", "미만", "초과", "규모", "상당", "가량", "정도", "안팎", "내외"}),
        Label.DATE: frozenset({"만", "쯤", "께", "중"}),
        Label.ORG: frozenset(),
        Label.REGION: frozenset(),
    }
)
"""Words that qualify a span from behind and stay outside it."""

LEADING_WORDS: Mapping[Label, frozenset[str]] = MappingProxyType(
    {
        Label.QUANTITY: frozenset({"약", "총", "최대", "최소", "무려", "겨우", "단", "평균", "전체"}),
        Label.DATE: frozenset({"약", "총", "최대", "최소"}),
        Label.ORG: frozenset(),
        Label.REGION: frozenset(),
    }
)
"""Words that qualify a span from before and stay outside it."""

BRACKETS: Mapping[str, str] = MappingProxyType(
    {
        "(": ")", "[": "]", "{": "}", "<": ">", "〈": "〉", "《": "》", "「": "」", "『": "』", "【": "】",
        "‘": "’", "“": "”", "（": "）", "［": "］",
    }
)  # fmt: skip
"""Opening marks and what closes them: one half alone is trimmed from a border."""

SAME_QUOTES = frozenset("'\"`´＇＂")
"""Quotation marks that open and close alike: trimmed unless both borders have one."""

TRIMMED = frozenset(" \t\n\r\f\v\u00a0\u3000.,;:!?·ㆍ・…‥/\\|~-–—―_=*&^、。◆■▶●◇□○◎△▲▽▼☆★※")
"""Blanks, separators and marks that no span begins or ends with."""

KEPT_BEFORE = frozenset("-+–−~")
"""Signs that may open a QUANTITY (``-3.5%``)."""
