"""Spans to tags and back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mokpyo.data.corpora import LabelledSpan, Part, part_of
from mokpyo.data.labels import decode_bio
from mokpyo.train.alignment import align_spans
from mokpyo.train.confusion import NOTHING, Confusion, tabulate_confusion
from mokpyo.train.scores import count_confusion, score_entities

WORDS = [(0, 2), (2, 3), (4, 6), (6, 7)]


@pytest.mark.parametrize(
    ("offsets", "span", "tags", "inexact", "lost"),
    [
        (WORDS, (0, 3, "OG"), ["B-OG", "I-OG", "O", "O"], 0, 0),
        (WORDS, (4, 6, "LC"), ["O", "O", "B-LC", "O"], 0, 0),
        (WORDS, (5, 6, "LC"), ["O", "O", "B-LC", "O"], 1, 0),  # inside a token
        (WORDS, (1, 5, "LC"), ["B-LC", "I-LC", "I-LC", "O"], 1, 0),  # half of two
        (WORDS, (3, 4, "LC"), ["O", "O", "O", "O"], 0, 1),  # between tokens
        ([(0, 1), (0, 1), (1, 2)], (0, 1, "QT"), ["B-QT", "I-QT", "O"], 0, 0),  # contracted morphemes
        ([], (0, 1, "QT"), [], 0, 1),
    ],
)
def test_alignment(
    offsets: list[tuple[int, int]], span: tuple[int, int, str], tags: list[str], inexact: int, lost: int
) -> None:
    aligned = align_spans(offsets, [LabelledSpan(*span)])
    assert (tags, inexact, lost) == (aligned.tags, len(aligned.inexact), len(aligned.lost))


def test_a_token_goes_to_the_first_of_two_spans() -> None:
    aligned = align_spans([(0, 4)], [LabelledSpan(0, 2, "OG"), LabelledSpan(2, 4, "LC")])
    assert aligned.tags == ["B-OG"]
    assert [len(aligned.inexact), len(aligned.lost)] == [1, 1]


@given(st.lists(st.integers(1, 4), min_size=1, max_size=12), st.data())
def test_spans_on_token_borders_come_back(lengths: list[int], data: st.DataObject) -> None:
    ends = [sum(lengths[: at + 1]) for at in range(len(lengths))]
    offsets = list(zip([0, *ends], ends, strict=False))
    cuts = sorted(data.draw(st.sets(st.sampled_from(range(len(offsets) + 1)), max_size=6)))
    spans = [
        LabelledSpan(offsets[first][0], offsets[last - 1][1], "OG")
        for first, last in zip(cuts[::2], cuts[1::2], strict=False)
    ]
    aligned = align_spans(offsets, spans)
    back = [LabelledSpan(offsets[f][0], offsets[z - 1][1], label) for f, z, label in decode_bio(aligned.tags)]
    assert back == spans
    assert (aligned.inexact, aligned.lost) == ([], [])


def test_scores_are_strict_about_border_and_label() -> None:
    gold = [[(0, 2, "ORG"), (3, 5, "DATE")], [(0, 1, "ORG")]]
    found = [[(0, 2, "ORG"), (3, 4, "DATE")], [(0, 1, "REGION")]]
    scores = score_entities(["다섯 글자다.", "하"], gold, found)
    assert (scores.micro.precision, scores.micro.recall, scores.micro.support) == (0.3333, 0.3333, 3)
    assert scores.labels["ORG"].f1 == pytest.approx(2 / 3, abs=1e-4)
    assert count_confusion(gold, found) == {"border": 1, "label ORG as REGION": 1, "missed": 0}


# Of the nine tags, the gold has O (3 letters), B-ORG (1), I-ORG (1, and a blank) and B-DATE (1).
@pytest.mark.parametrize(
    ("found", "expected"),
    [
        ([(0, 3, "ORG"), (6, 7, "DATE")], 9 / 9),
        ([(0, 1, "ORG"), (6, 7, "DATE")], (7 + 0 + 6 / 7) / 9),  # I-ORG becomes O
        ([(0, 3, "ORG")], (7 + 0 + 6 / 7) / 9),
        ([(0, 3, "ORG"), (6, 7, "DATE"), (7, 8, "REGION")], (7 + 0 + 4 / 5) / 9),  # of B-REGION the gold has none
        ([(0, 3, "ORG"), (6, 7, "DATE"), (5, 6, "REGION")], 9 / 9),  # a blank
    ],
)
def test_character_f1_is_klues(found: list[tuple[int, int, str]], expected: float) -> None:
    scores = score_entities(["가 나다라 마바"], [[(0, 3, "ORG"), (6, 7, "DATE")]], [found])
    assert scores.character_f1 == pytest.approx(expected, abs=1e-4)
    assert "klue-baseline" in scores.character_mode


def test_confusion_pairs_each_entity_once() -> None:
    gold = [[(0, 4, "ORG"), (5, 7, "ORG"), (8, 9, "DATE")], [(0, 3, "REGION")]]
    found = [[(0, 1, "REGION"), (1, 4, "ORG"), (5, 7, "REGION")], [(0, 3, "REGION"), (4, 5, "DATE")]]
    assert tabulate_confusion(gold, found) == Confusion(
        labels={
            "DATE": {"DATE": 0, "ORG": 0, "REGION": 0, NOTHING: 1},
            "ORG": {"DATE": 0, "ORG": 1, "REGION": 1, NOTHING: 0},
            "REGION": {"DATE": 0, "ORG": 0, "REGION": 1, NOTHING: 0},
            NOTHING: {"DATE": 1, "ORG": 0, "REGION": 1, NOTHING: 0},
        },
        borders={
            "DATE": {"exact": 0, "start": 0, "end": 0, "both": 0},
            "ORG": {"exact": 0, "start": 1, "end": 0, "both": 0},
            "REGION": {"exact": 1, "start": 0, "end": 0, "both": 0},
        },
    )


def test_perfect_and_empty_predictions() -> None:
    gold = [[(0, 2, "ORG")], []]
    texts = ["두루", ""]
    assert score_entities(texts, gold, gold).micro.f1 == 1.0
    assert score_entities(texts, gold, [[], []]).micro.f1 == 0.0
    assert score_entities([""], [[]], [[]]).micro.f1 == 1.0
    assert score_entities(["a"], [[]], [[(0, 1, "ORG")]]).micro.f1 == 0.0


def test_parts_are_disjoint_and_near_their_shares() -> None:
    parts = [part_of(f"문장 {number}") for number in range(2000)]
    shares = {part: parts.count(part) / len(parts) for part in (Part.TRAIN, Part.VALIDATION, Part.TEST)}
    assert shares == pytest.approx({Part.TRAIN: 0.6, Part.VALIDATION: 0.1, Part.TEST: 0.3}, abs=0.04)
