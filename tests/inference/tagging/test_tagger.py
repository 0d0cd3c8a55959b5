from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.document import Article, Entity, Label
from mokpyo.data.encodings.protocol import EncodedText
from mokpyo.data.errors import ModelError
from mokpyo.data.labels import KLUE_CLASSES, bio_tags
from mokpyo.inference.reading.layout import ArticleView
from mokpyo.inference.reading.view import view_article
from mokpyo.inference.tagging.backends import BackendName
from mokpyo.inference.tagging.decoding import TagScheme
from mokpyo.inference.tagging.model_folder import BUNDLED
from mokpyo.inference.tagging.tagger import Tagger
from mokpyo.inference.tagging.windows import Batching, Unit

TAGS = tuple(bio_tags(KLUE_CLASSES))
CLS, SEP, PAD = 1, 2, 0
DIGITS = "0123456789"
RULES = [(DIGITS, "I-QT", 5.0), (DIGITS, "B-QT", 4.0), ("누", "B-OG", 5.0), ("리", "I-OG", 5.0), ("라", "B-PS", 5.0)]
"""Characters, their tag, and its logit; all other logits are 0."""


def view_of(text: str) -> ArticleView:
    return view_article(Article(text=text))[0]


class CharacterEncoding:
    """One token a character; its id is the code point. Records which morphemes it was given."""

    kind = "characters"
    cls_id, sep_id, pad_id, mask_id = CLS, SEP, PAD, 3
    vocabulary_size, type_vocabulary_size = 0x110000, 1

    def __init__(self) -> None:
        self.given: list[tuple[str, list]] = []

    def encode(self, text: str, morphemes=None) -> EncodedText:
        self.given.append((text, list(morphemes)))
        return EncodedText([ord(c) for c in text], [0] * len(text), [(at, at + 1) for at in range(len(text))])

    def save(self, folder: Path) -> None:
        raise NotImplementedError


class RuleBackend:
    """Tags each token by itself, as RULES say, with ``O`` for the rest; records the batches."""

    accelerated = False

    def __init__(self) -> None:
        self.shapes: list[tuple[int, int]] = []

    def logits(self, input_ids, attention_mask, token_type_ids):  # noqa: ARG002
        self.shapes.append(input_ids.shape)
        assert (attention_mask.sum(axis=1) >= 2).all()
        assert (input_ids[:, 0] == CLS).all()
        for row, mask in zip(input_ids, attention_mask, strict=True):
            assert SEP == row[mask.sum() - 1]
            assert (row[mask == 0] == PAD).all()
        tables = np.zeros((max(input_ids.max(), ord("힣")) + 1, len(TAGS)), dtype=np.float32)
        for characters, tag, score in RULES:
            for character in characters:
                tables[ord(character), TAGS.index(tag)] = score
        tables[:, TAGS.index("O")] = 2.0
        return tables[input_ids]


def tagger(
    window_tokens: int = 64, unit: Unit = Unit.SENTENCE, batching: Batching | None = None
) -> tuple[Tagger, CharacterEncoding, RuleBackend]:
    encoding, backend = CharacterEncoding(), RuleBackend()
    built = Tagger(
        name="rules",
        fingerprint="0",
        encoding=encoding,
        backend=backend,
        scheme=TagScheme.from_tags(TAGS),
        window_tokens=window_tokens,
        unit=unit,
        batching=batching,
    )
    return built, encoding, backend


def labelled(entities: list[Entity]) -> list[tuple[str, str]]:
    return [(entity.label.value, entity.text) for entity in entities]


def test_entities_have_offsets_into_the_whole_text() -> None:
    view = view_of("모두 바다로 간다.\n누리 바다에서 120개를 샀다.")
    found = tagger()[0].tag([view])[0]
    expected = [("ORG", "누리"), ("QUANTITY", "120")]
    assert expected == labelled(found)
    assert all(view.text[entity.start : entity.end] == entity.text for entity in found)


def test_each_article_gets_its_own_entities() -> None:
    built, _, _ = tagger()
    assert [[], [("QUANTITY", "7")], []] == [
        labelled(found) for found in built.tag([view_of("바다"), view_of("바다 7"), view_of("")])
    ]


@pytest.mark.parametrize("unit", Unit)
def test_articles_share_calls_where_the_batching_says_so_and_get_the_same(unit: Unit) -> None:
    texts = ["누리 7곳\n바다 12곳", "", "바다", "누리 345곳", " ".join(["누리 8곳에"] * 30)]
    apart, _, alone = tagger(32, unit)
    together, _, shared = tagger(32, unit, Batching(tokens=4096, padding=4096, across_articles=True))
    views = [view_of(text) for text in texts]
    assert apart.tag(views) == together.tag(views)
    assert 1 == len(shared.shapes) < len(alone.shapes)


def test_digits_and_marks_alone_are_no_work() -> None:
    built, _, backend = tagger()
    assert [[]] == built.tag([view_of("7 · 12,345 (67%)")])
    assert [] == backend.shapes


def test_no_articles_is_no_work() -> None:
    built, _, backend = tagger()
    assert [] == built.tag([])
    assert [] == backend.shapes


def test_classes_that_the_project_lacks_are_left_out() -> None:
    assert [] == tagger()[0].tag([view_of("라 씨도 온다.")])[0]


def test_the_encoding_gets_the_sentence_with_its_own_morphemes() -> None:
    view = view_of("바다가 있다.\n누리호가 뜬다.")
    built, encoding, _ = tagger()
    built.tag([view])
    expected = [view.text[sentence.start : sentence.end] for sentence in view.sentences]
    assert expected == [text for text, _ in encoding.given]
    for text, morphemes in encoding.given:
        assert all(0 <= morpheme.start <= morpheme.end <= len(text) for morpheme in morphemes)
        assert text[morphemes[0].start : morphemes[0].end] == morphemes[0].form


@pytest.mark.parametrize("unit", Unit)
def test_a_sentence_longer_than_the_window_is_read_to_its_end(unit: Unit) -> None:
    text = " ".join(f"누리 {number}곳에" for number in range(100, 160))
    whole = tagger(window_tokens=4096, unit=unit)[0].tag([view_of(text)])[0]
    built, _, backend = tagger(window_tokens=32, unit=unit)
    cut = built.tag([view_of(text)])[0]
    assert 120 == len(whole)
    assert labelled(whole) == labelled(cut)
    assert max(width for _, width in backend.shapes) <= 32


def test_sentences_share_a_window_where_the_unit_is_the_article() -> None:
    text = "\n".join(["바다 7곳"] * 6)
    windows = {}
    for unit in Unit:
        built, _, backend = tagger(window_tokens=22, unit=unit)
        assert 6 == len(built.tag([view_of(text)])[0])
        windows[unit] = sum(rows for rows, _ in backend.shapes)
    assert {Unit.SENTENCE: 6, Unit.ARTICLE: 2} == windows


@settings(deadline=None, max_examples=60)
@given(st.lists(st.text(alphabet="누리라 3는을(’\n.", max_size=30), max_size=3), st.sampled_from([8, 12, 64]))
def test_entities_are_sorted_apart_and_true_to_the_text(texts: list[str], window_tokens: int) -> None:
    views = [view_of(text) for text in texts]
    for view, found in zip(views, tagger(window_tokens)[0].tag(views), strict=True):
        end = 0
        for entity in found:
            assert end <= entity.start < entity.end
            assert view.text[entity.start : entity.end] == entity.text
            assert 0 < entity.score <= 1
            end = entity.end


@pytest.mark.parametrize("backend", [None, BackendName.TORCH])
def test_a_hub_folder_tags_with_either_backend_alike(
    hub_folder: Path, onnx_file: Path, tmp_path: Path, backend: BackendName | None
) -> None:
    for file in [*hub_folder.iterdir(), onnx_file]:
        (tmp_path / file.name).write_bytes(file.read_bytes())
    views = [
        view_of("바다센터는 올해 50개 기업을 지원한다.\n누리시도 2031년까지 지원한다."),
        view_of("바다도 누리시도 " * 30),
    ]
    opened = Tagger.from_pretrained(tmp_path, backend=backend, threads=1)
    reference = Tagger.from_pretrained(hub_folder, threads=1)
    expected = [labelled(found) for found in reference.tag(views)]
    assert expected == [labelled(found) for found in opened.tag(views)]
    assert any(expected)


def test_a_folder_without_a_tokenizer_is_a_model_error(hub_folder: Path, tmp_path: Path) -> None:
    for name in ("config.json", "model.safetensors"):
        (tmp_path / name).write_bytes((hub_folder / name).read_bytes())
    with pytest.raises(ModelError, match=r"needs tokenizer\.json or vocab\.txt"):
        Tagger.from_pretrained(tmp_path)


@pytest.mark.skipif(not BUNDLED.is_dir(), reason="no bundled model in this checkout")
def test_the_bundled_model_tags_without_torch() -> None:
    view = view_of("해솔시는 2031년까지 120억원을 들여 기업 50개를 지원한다고 밝혔다.")
    bundled = Tagger.from_pretrained()
    found = bundled.tag([view])[0]
    assert {Label.QUANTITY, Label.DATE} <= {entity.label for entity in found}
    assert 64 == len(bundled.fingerprint)
