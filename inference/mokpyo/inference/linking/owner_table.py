"""What makes a body the owner of a target: features with their weights."""

OWNER_WEIGHTS = {
    "subject": 6.5,
    "spokesperson": 6.0,
    "topic": 6.0,
    "apposition": 5.5,
    "possessor": 1.6,
    "subject_after": 2.4,
    "earlier_subject": 3.4,
    "attribution": 2.6,
    "inherited": 3.0,
    "heading": 2.2,
    "headline": 4.0,
    "title": 0.8,
    "leading": 1.0,
    "joint": -1.0,
    "partner": -2.5,
    "source": -2.5,
    "recipient": -1.5,
    "bystander": -1.0,
}
"""Points that each feature adds; the body with the highest sum owns the target if the sum is above zero."""

HELPING_STEMS = frozenset(
    """
    협력 참여 참석 함께 후원 협업 협찬 동참 공동 배석
    """.split()
)
"""Predicates of those who work along with an owner."""

LINK_NAMES = frozenset(OWNER_WEIGHTS) - {"joint", "partner", "source", "recipient", "bystander", "title"}
"""Features that can name a link; the others only tip the scales."""

INHERITANCE_DECAY = 0.1
"""Share of its strength that an inherited subject loses with every sentence that names no subject."""
