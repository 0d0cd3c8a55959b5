"""Encodings of both kinds: sane offsets for any text, files that come back the same, errors that tell the fix."""

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mokpyo.data.encodings.encoding_file import MorphemeRules, Specials
from mokpyo.data.encodings.load import load_encoding
from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.data.encodings.vocabulary import build_morpheme_vocabulary, count_forms
from mokpyo.data.encodings.wordpiece import wordpiece_from_vocabulary
from mokpyo.data.encodings.wordpiece_vocabulary import count_words, train_wordpiece
from mokpyo.data.errors import ModelError
from mokpyo.data.morphology import Morpheme, analyse, analyse_all

TEXTS = (
    "푸른시는 2031년까지 일자리 1,200개를 만들기로 했다.",
    "한빛도가 KTX 역에 3조5천억원을 들였다고 밝혔다.",
    "다온센터 관계자는 기업 30여곳을 도왔다며 기뻐했다.",
)
ALPHABET = st.one_of(
    st.sampled_from("가나다라했갔돼년월일개원 ·,.'“”()%①½0123456789ABCktx韓\n\t"),
    st.characters(exclude_categories=("Cs",)),
)


def build() -> MorphemeEncoding:
    rules, specials = MorphemeRules(), Specials()
    counts = count_forms(analyse_all(TEXTS), rules)
    vocabulary = build_morpheme_vocabulary(counts, rules=rules, specials=specials, whole=200, pieces=100, minimum=1)
    return MorphemeEncoding(vocabulary, rules, specials)


MORPHEME = build()
WORDPIECE = train_wordpiece(count_words(TEXTS), size=200, minimum=1, specials=Specials())


@pytest.mark.parametrize("encoding", [MORPHEME, WORDPIECE], ids=["morpheme", "wordpiece"])
@settings(max_examples=150, deadline=None)
@given(text=st.text(ALPHABET, max_size=60))
def test_offsets_are_inside_the_text_and_never_decrease(encoding: TextEncoding, text: str) -> None:
    encoded = encoding.encode(text)
    assert len(encoded.input_ids) == len(encoded.token_type_ids) == len(encoded.offsets)
    assert all(0 <= start < end <= len(text) for start, end in encoded.offsets)
    starts = [start for start, _ in encoded.offsets]
    assert sorted(starts) == starts
    assert all(0 <= at < encoding.vocabulary_size for at in encoded.input_ids)
    assert all(0 <= at < encoding.type_vocabulary_size for at in encoded.token_type_ids)


@settings(max_examples=60, deadline=None)
@given(text=st.text(ALPHABET, max_size=60))
def test_morphemes_given_spare_the_analysis(text: str) -> None:
    assert MORPHEME.encode(text) == MORPHEME.encode(text, analyse(text))


def test_a_morpheme_without_characters_takes_the_one_before() -> None:
    contracted = [Morpheme(0, 2, "나서", "VV", 0, 0), Morpheme(2, 2, "어", "EC", 0, 0)]
    assert MORPHEME.encode("나서", contracted).offsets[-1] == (1, 2)


@pytest.mark.parametrize(
    ("form", "entries"),
    [
        ("일자리", ["일자리"]),  # listed
        ("ktx", ["ktx"]),  # listed as KTX
        ("Ktx", ["ktx"]),
        ("9,876", ["0,000"]),  # the shape of a number that was seen once is listed when numbers are left out
        ("2031", ["2031"]),
        ("일자", ["일자"]),
        ("빛일개", ["[UNK]", "##일", "##개"]),
    ],
)
def test_rules(form: str, entries: list[str]) -> None:
    vocabulary = [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        "[MASK]",
        "일자리",
        "ktx",
        "2031",
        "0,000",
        "일자",
        "##일",
        "##개",
    ]
    encoding = MorphemeEncoding(vocabulary, MorphemeRules(), Specials())
    assert [vocabulary[at] for at in encoding.form_ids(form)] == entries


def test_token_types_tell_word_starts_and_parts_of_speech() -> None:
    morphemes = [
        Morpheme(0, 3, "일자리", "NNP", 0, 0),
        Morpheme(3, 6, "일자리", "NNG", 0, 0),
        Morpheme(7, 10, "일자리", "NNG", 1, 0),
    ]
    proper, inner, first = MORPHEME.encode("일자리일자리 일자리", morphemes).token_type_ids
    assert first == inner + 1
    assert proper != first
    assert 0 not in (proper, inner, first)


@pytest.mark.parametrize("encoding", [MORPHEME, WORDPIECE], ids=["morpheme", "wordpiece"])
def test_saved_encodings_come_back_the_same(encoding: TextEncoding, tmp_path: Path) -> None:
    encoding.save(tmp_path)
    loaded = load_encoding(tmp_path, model_vocabulary_size=encoding.vocabulary_size)
    assert loaded.kind == encoding.kind
    assert [loaded.encode(text) for text in TEXTS] == [encoding.encode(text) for text in TEXTS]


def test_vocab_txt_alone_is_a_wordpiece_encoding(tmp_path: Path) -> None:
    entries = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "ab", "##c"]
    (tmp_path / "vocab.txt").write_text("".join(f"{entry}\n" for entry in entries))
    (tmp_path / "tokenizer_config.json").write_text('{"do_lower_case": true}')
    assert load_encoding(tmp_path).encode("ABC").input_ids == [5, 6]
    cased = wordpiece_from_vocabulary(tmp_path / "vocab.txt", lower_case=False, specials=Specials())
    assert cased.encode("ABC").input_ids == [1]


def change(folder: Path, **values: object) -> None:
    path = folder / "encoding.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | values))


@pytest.mark.parametrize(
    ("damage", "message"),
    [
        (lambda folder: change(folder, analyser="kiwipiepy 0.1"), "trained on morphemes of kiwipiepy 0.1"),
        (lambda folder: change(folder, kind="syllable"), "kind"),
        (lambda folder: change(folder, vocabulary_size=7), "copy both from the same model"),
        (lambda folder: change(folder, type_vocabulary_size=7), "token types"),
        (lambda folder: change(folder, format=9), "format 9"),
        (lambda folder: change(folder, surprise=1), "surprise"),
        (lambda folder: (folder / "vocab.txt").unlink(), "vocab.txt cannot be read"),
        (lambda folder: (folder / "vocab.txt").write_text("a\na\n"), "lacks the special entries"),
        (lambda folder: (folder / "encoding.json").write_text("{"), "does not describe a text encoding"),
    ],
)
def test_damaged_folders_are_told(damage, message: str, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    MORPHEME.save(tmp_path)
    damage(tmp_path)
    with pytest.raises(ModelError, match=message):
        load_encoding(tmp_path)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"needs tokenizer\.json or vocab\.txt"):
        load_encoding(tmp_path)


def test_a_vocabulary_larger_than_the_model_is_told(tmp_path: Path) -> None:
    MORPHEME.save(tmp_path)
    with pytest.raises(ModelError, match="only 10"):
        load_encoding(tmp_path, model_vocabulary_size=10)


def test_vocabularies_do_not_depend_on_the_order_of_the_corpus() -> None:
    rules, specials = MorphemeRules(), Specials()
    built = [
        build_morpheme_vocabulary(
            count_forms(analyse_all(texts), rules), rules=rules, specials=specials, whole=20, pieces=10, minimum=1
        )
        for texts in (TEXTS, TEXTS[::-1])
    ]
    assert built[0] == built[1]
    assert built[0][:5] == list(specials.names())
