"""Counters of several uses, and the words around them that tell which."""

from mokpyo.inference.quantities.kinds import QuantityKind

USAGES: tuple[tuple[str, str, str, QuantityKind], ...] = (
    (
        "대",
        "",
        r" ?(?:여성|남성|청년|청소년|여학생|남학생|직장인|부부|인구|초반|중반|후반|자녀)",
        QuantityKind.AGE,
    ),
    (
        "대",
        "",
        r" ?(?:총선|국회|대통령|대선|의회|지방의회|총장|회장|이사장|위원장|교육감|시장|국왕)",
        QuantityKind.ORDINAL,
    ),
    ("기", r"민선 ?$", "", QuantityKind.NAME),
    ("기", "", r" ?(?:수강생|수료생|졸업생|교육생|연수생|공채|신도시|서포터즈|기자단)", QuantityKind.NAME),
    ("부", r"(?:법원|고법|지법|민사|형사|행정|가사|합의) ?$", "", QuantityKind.ROUTE),
    ("회", r"제 ?$", "", QuantityKind.ORDINAL),
    ("번", r"기호 ?$", "", QuantityKind.NAME),
    ("번", "", r" ?(?:환자|타자|버스|국도|출구|주자)", QuantityKind.NAME),
    ("점", r"(?:승점|평점|학점|별점|만점|평균) ?$", "", QuantityKind.SCORE),
    ("점", "", r" ?(?:만점|차|홈런|슛)", QuantityKind.SCORE),
    ("면", r"(?:신문|일보|기사) ?$", "", QuantityKind.NAME),
)
"""Counter, what stands before the number, what stands after the counter (patterns, empty for anything), the kind."""

LANE_BEFORE = r"(?:왕복|편도|폭) ?$"
LANE_AFTER = r" ?(?:도로|확장|규모|포장|를|로|의|에서)"
"""``4차로`` is a road's width; ``1차로 20곳을`` is 차 with its josa, where neither of these stands."""

WEIGHT_BEFORE = r"(?:무게|체중|중량)[가-힣]{0,2} ?(?:약 ?|최대 ?)?$"
WEIGHT_AFTER = r"(?:를|을)? ?(?:빼|뺀|뺄|뺐|감량|나가)|짜리 (?:아기|아이)"
"""Around 파운드 that weigh; elsewhere they are money."""
