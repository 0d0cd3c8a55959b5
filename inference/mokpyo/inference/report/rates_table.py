"""Units of shares and multiples, which no sum of several targets has a meaning in."""

RATE_UNITS = frozenset("% ％ ‰ %p %P %포인트 퍼센트 퍼센트포인트 퍼밀 프로 할 배 배수 위 등 점 도 ℃".split())
