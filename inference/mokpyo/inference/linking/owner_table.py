"""What makes a body the owner of a target: features with their weights."""

OWNER_WEIGHTS = {
    "subject": 6.2,
    "spokesperson": 5.8,
    "topic": 5.3,
    "apposition": 5.4,
    "possessor": 1.4,
    "subject_after": 2.4,
    "earlier_subject": 2.6,
    "attribution": 2.6,
    "inherited": 3.0,
    "heading": 2.2,
    "headline": 3.8,
    "title": 0.3,
    "leading": 1.9,
    "joint": -1.0,
    "partner": -2.5,
    "source": -2.5,
    "recipient": -1.5,
    "bystander": -0.8,
}
"""Points that each feature adds; the body with the highest sum owns the target if the sum is above zero."""

HELPING_STEMS = frozenset(
    """
    협력 참여 참석 함께 후원 협업 협찬 동참 공동 배석
    """.split()
)
"""Predicates of those who work along with an owner."""

GIFT_STEMS = frozenset("기탁 기부 쾌척 기증 후원 희사 전달 전하".split())
"""Predicates of those who give: a government that tells of it has received."""

LINK_NAMES = frozenset(name for name, points in OWNER_WEIGHTS.items() if points > 0) - {"title"}
"""Features that can name a link; the others only tip the scales."""

INHERITANCE_DECAY = 0.1
"""Share of its strength that an inherited subject loses with every sentence that names no subject."""
