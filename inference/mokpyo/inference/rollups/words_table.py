"""Words around a number that say whether it is a total, a part of one, or an amount for each of many.

All stand without blanks: the words before end the text before a number, the words behind begin the text behind it.
"""

TOTAL_BEFORE = tuple(
    "총 모두 합계 도합 합쳐 합해 합친 합하면 합치면 전체 합산 통틀어 다해 총사업비 총사업비는 총예산".split()
)
"""What stands before a total."""

LISTED_BEFORE = ("등", "더해", "합쳐서")
"""What stands between the last part and the total of all: ``공무원 4명과 상담사 1명 등 5명``."""

EACH_BEFORE = ("당", "매월", "매년", "매주", "매일", "각", "마다")
"""What stands before an amount for each of many, which no sum is made of."""

EACH_BEHIND = ("씩", "꼴")
"""What stands behind an amount for each of many."""

PART_BEFORE = tuple("추가 추가로 더 나머지 가운데 중 우선 먼저 이미 앞서 현재 기존 당초 애초 지난해 작년".split())
"""What makes the amount behind it a part of the whole, or an earlier state of it."""

PART_BEHIND = tuple("추가 더 증가 늘 감소 줄 증액 감액 포함 중 가운데".split())
"""What makes the amount before it an increment or a part."""
