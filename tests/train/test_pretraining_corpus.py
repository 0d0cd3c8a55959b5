"""From raw text to packed rows: reading, units, packing, stopping and damage."""

import gzip
import json
import lzma
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import msgspec
import numpy as np
import pyarrow as pa
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pretraining_samples import paragraphs, small_disk

from mokpyo.data.encodings.encoding_file import MorphemeRules, Specials
from mokpyo.data.encodings.morpheme import MorphemeEncoding
from mokpyo.data.encodings.vocabulary import build_morpheme_vocabulary, count_forms
from mokpyo.data.encodings.wordpiece import WordPieceEncoding
from mokpyo.data.encodings.wordpiece_vocabulary import count_words, train_wordpiece
from mokpyo.data.errors import CorpusError
from mokpyo.data.morphology import analyse, analyse_all
from mokpyo.train.pretraining.packed_corpus import PackedRows, Recipe, Source, check_shards, differing, read_index
from mokpyo.train.pretraining.packing import pack
from mokpyo.train.pretraining.paragraphs import LONGEST_PARAGRAPH, read_paragraphs
from mokpyo.train.pretraining.permutation import Permutation
from mokpyo.train.pretraining.settings import MaskingUnit, RawSettings
from mokpyo.train.pretraining.stopping import StoppedError
from mokpyo.train.pretraining.unit_starts import eojeol_starts, morpheme_starts

WINDOW = 24


def recipe(unit: MaskingUnit = MaskingUnit.EOJEOL) -> Recipe:
    return Recipe(
        sources=[Source(name="raw.txt", bytes=1)],
        text_field="text",
        share=1.0,
        seed=0,
        window_tokens=WINDOW,
        unit=unit,
        encoding={},
    )


@pytest.fixture(scope="module")
def wordpiece() -> WordPieceEncoding:
    return train_wordpiece(count_words(paragraphs()), size=300, minimum=1, specials=Specials())


@pytest.fixture(scope="module")
def morpheme() -> MorphemeEncoding:
    rules, specials = MorphemeRules(), Specials()
    counts = count_forms(analyse_all(paragraphs()), rules)
    vocabulary = build_morpheme_vocabulary(counts, rules=rules, specials=specials, whole=20, pieces=80, minimum=1)
    return MorphemeEncoding(vocabulary, rules, specials)


def write(path: Path, text: str) -> None:
    data = text.encode()
    match path.suffix:
        case ".xz":
            path.write_bytes(lzma.compress(data))
        case ".gz":
            path.write_bytes(gzip.compress(data))
        case ".zst":
            with pa.output_stream(str(path), compression="zstd") as stream:
                stream.write(data)
        case _:
            path.write_bytes(data)


@pytest.mark.parametrize("suffix", ["", ".xz", ".gz", ".zst"])
@pytest.mark.parametrize("kind", [".txt", ".jsonl"])
def test_every_form_reads_the_same(tmp_path: Path, kind: str, suffix: str) -> None:
    path = tmp_path / f"raw{kind}{suffix}"
    lines = ["첫 줄이다.", "", "둘째 줄이다."]
    text = "\n".join(lines)
    write(path, text if kind == ".txt" else json.dumps({"text": text}) + "\n\n")
    assert list(read_paragraphs(RawSettings(raw=[path]))) == ["첫 줄이다.", "둘째 줄이다."]


@pytest.mark.parametrize(
    ("name", "data", "message"),
    [
        ("none.txt", None, "none.txt cannot be read"),
        ("bad.txt", b"\xb0\xa1", "bad.txt, near line 1: 'utf-8"),
        ("bad.xz", b"no xz", "bad.xz cannot be read"),
        ("bad.gz", b"no gz", "bad.gz cannot be read"),
        ("bad.zst", b"no zst", "bad.zst cannot be read"),
        ("cut.xz", lzma.compress(b"abc " * 99)[:-20], "cut.xz cannot be read"),
        ("bad.jsonl", b'{"text": "a"}\n{', "bad.jsonl, near line 2"),
        ("other.jsonl", b'{"body": "a"}', "no text under 'text'; set data.text_field"),
        ("list.jsonl", b"[1]", "no text under 'text'"),
    ],
)
def test_unreadable_text_is_named(tmp_path: Path, name: str, data: bytes | None, message: str) -> None:
    if data is not None:
        (tmp_path / name).write_bytes(data)
    with pytest.raises(CorpusError, match=message):
        list(read_paragraphs(RawSettings(raw=[tmp_path / name])))


@given(st.text(alphabet="가나 다", min_size=1, max_size=3 * LONGEST_PARAGRAPH), st.integers(1, 3))
def test_long_paragraphs_are_cut_and_lose_no_character(text: str, times: int) -> None:
    from mokpyo.train.pretraining.paragraphs import _CHUNK

    chunks = _CHUNK.findall(text * times)
    assert "".join("".join(chunks).split()) == "".join((text * times).split())
    assert all(len(chunk) <= LONGEST_PARAGRAPH for chunk in chunks)


def test_a_share_is_the_same_each_time(tmp_path: Path) -> None:
    write(tmp_path / "raw.txt", "\n".join(f"문단 {number}" for number in range(400)))
    settings = RawSettings(raw=[tmp_path / "raw.txt"], share=0.5)
    chosen = list(read_paragraphs(settings))
    assert 150 < len(chosen) < 250
    assert list(read_paragraphs(settings)) == chosen


@given(st.integers(1, 500), st.integers())
def test_permutations_are_bijections(size: int, key: int) -> None:
    order = Permutation(size, key)
    assert sorted(order[at] for at in range(size)) == list(range(size))


def test_permutations_differ_and_mix() -> None:
    first, second = ([Permutation(1000, key)[at] for at in range(1000)] for key in (1, 2))
    assert sum(a == b for a, b in zip(first, second, strict=True)) < 20
    assert abs(float(np.corrcoef(range(1000), first)[0, 1])) < 0.15


def test_eojeol_starts(wordpiece: WordPieceEncoding) -> None:
    text = paragraphs()[0]
    encoded = wordpiece.encode(text)
    starts = eojeol_starts(text, encoded)
    assert starts.sum() == len(text.split())
    first = [start for (start, _), flag in zip(encoded.offsets, starts, strict=True) if flag]
    assert [text[at - 1] for at in first[1:]] == [" "] * (len(first) - 1)


def test_morpheme_starts(morpheme: MorphemeEncoding) -> None:
    text = paragraphs()[3] + " 낯선외래어Zyx"
    morphemes = analyse(text)
    starts = morpheme_starts(morpheme, morphemes)
    assert len(starts) == len(morpheme.encode(text, morphemes).input_ids)
    assert starts.sum() == len(morphemes)


@pytest.mark.parametrize("unit", list(MaskingUnit))
def test_packed_rows_hold_every_token_in_order(tmp_path: Path, morpheme: MorphemeEncoding, unit: MaskingUnit) -> None:
    index = pack(paragraphs(), morpheme, recipe(unit), tmp_path, shard_tokens=500)
    assert len(index.shards) > 2
    rows = PackedRows(tmp_path, index)
    table = np.stack([rows[at] for at in range(len(rows))])
    assert table.shape[1] == WINDOW
    assert set(table["id"][:, 0]) == {morpheme.cls_id}
    assert set(table["id"][:, -1]) == {morpheme.sep_id}
    body = table[:, 1:-1].reshape(-1)
    text = body[~np.isin(body["id"], [morpheme.sep_id, morpheme.pad_id])]
    encoded = [morpheme.encode(paragraph) for paragraph in paragraphs()]
    assert text["id"].tolist() == [at for one in encoded for at in one.input_ids]
    assert text["type"].tolist() == [at for one in encoded for at in one.token_type_ids]
    assert index.count("tokens") == len(text)
    assert (index.count("paragraphs"), index.complete) == (80, True)


def test_stopped_packing_goes_on_to_the_same_rows(tmp_path: Path, wordpiece: WordPieceEncoding) -> None:
    straight, stopped = tmp_path / "straight", tmp_path / "stopped"
    straight.mkdir()
    stopped.mkdir()
    pack(paragraphs(), wordpiece, recipe(), straight, shard_tokens=400)
    for limit in (30, 31):  # a call that ends inside a shard, twice
        calls = iter(range(limit))

        def checkpoint(calls: Iterator[int] = calls) -> None:
            if next(calls, None) is None:
                raise StoppedError("SIGTERM")

        with pytest.raises(StoppedError):
            pack(paragraphs(), wordpiece, recipe(), stopped, shard_tokens=400, checkpoint=checkpoint)
        index = read_index(stopped)
        assert index is not None
        assert not index.complete
    pack(paragraphs(), wordpiece, recipe(), stopped, shard_tokens=400)
    assert read_index(stopped) == read_index(straight)
    assert {path.name: path.read_bytes() for path in stopped.iterdir()} == {
        path.name: path.read_bytes() for path in straight.iterdir()
    }


def test_a_full_disk_leaves_whole_shards_alone(tmp_path: Path, wordpiece: WordPieceEncoding) -> None:
    with pytest.raises(OSError, match=r"File too large|requested and"), small_disk(4_000):
        pack(paragraphs(), wordpiece, recipe(), tmp_path, shard_tokens=1_500)
    assert [path.name for path in tmp_path.iterdir()] == []
    assert pack(paragraphs(), wordpiece, recipe(), tmp_path, shard_tokens=1_500).complete


def test_damaged_shards_are_named(tmp_path: Path, wordpiece: WordPieceEncoding) -> None:
    index = pack(paragraphs(), wordpiece, recipe(), tmp_path, shard_tokens=400)
    check_shards(tmp_path, index)
    shard = tmp_path / index.shards[1].name
    shard.write_bytes(shard.read_bytes()[:-3])
    with pytest.raises(CorpusError, match=r"00001\.npy is damaged"):
        check_shards(tmp_path, index)
    shard.unlink()
    with pytest.raises(CorpusError, match=r"00001\.npy is missing"):
        check_shards(tmp_path, index)
    (tmp_path / "packed.json").write_text("{")
    with pytest.raises(CorpusError, match=r"packed\.json cannot be read"):
        read_index(tmp_path)


def test_nothing_to_pack_is_an_error(tmp_path: Path, wordpiece: WordPieceEncoding) -> None:
    with pytest.raises(CorpusError, match="holds no words"):
        pack([], wordpiece, recipe(), tmp_path)


def test_memory_of_packing_and_reading_does_not_grow_with_the_corpus(
    tmp_path: Path, wordpiece: WordPieceEncoding
) -> None:
    peaks = []
    for times in (5, 25):
        folder = tmp_path / str(times)
        folder.mkdir()
        texts = (paragraph for _ in range(times) for paragraph in paragraphs())
        tracemalloc.start()
        rows = PackedRows(folder, pack(texts, wordpiece, recipe(), folder, shard_tokens=5_000))
        for at in range(len(rows)):
            rows[at]
        peaks.append(tracemalloc.get_traced_memory()[1])
        tracemalloc.stop()
    assert peaks[1] < 1.3 * peaks[0]


def test_recipes_differ_by_their_places() -> None:
    left = msgspec.to_builtins(recipe())
    assert differing(left, msgspec.to_builtins(recipe(MaskingUnit.MORPHEME))) == ["unit"]
    assert differing({"a": {"b": 1, "c": 2}}, {"a": {"b": 1, "c": 3, "d": 4}}) == ["a.c", "a.d"]
