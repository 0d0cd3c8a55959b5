"""Articles from files and from standard input."""

import datetime
import io
import json
import sys
import types
from pathlib import Path

import pytest

from mokpyo.data.errors import ArticleError
from mokpyo.inference.reading.files import read_article
from mokpyo.inference.reading.formats import InputFormat, sniff

TEXT = "나라시, 공장 짓는다\r\n\r\n나라시는 올해 안에 스마트 공장 10곳을 짓는다고 밝혔다. 똠방각하\r예산은 20억원"
PAGE = """<!doctype html><html><head><meta charset="{charset}"><title>나라시, 공장 10곳 짓는다</title>
<meta property="article:published_time" content="2025-03-04T09:00:00+09:00"></head><body><nav>메뉴</nav><article>
<h1>나라시, 공장 10곳 짓는다</h1><p>나라시는 올해 안에 스마트 공장 10곳을 짓는다고 4일 밝혔다. 예산은 20억원이다.</p>
<p>시장은 앞으로도 기업을 돕겠다고 말했다. 지원 대상은 중소기업이다.</p></article></body></html>"""


def written(folder: Path, name: str, content: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "utf-16", "utf-32"])
def test_text_comes_in_unchanged(tmp_path: Path, encoding: str) -> None:
    article = read_article(written(tmp_path, "새 글.txt", TEXT.encode(encoding)))
    assert (TEXT, "새 글", None, None) == (article.text, article.id, article.title, article.published)


def test_euc_kr(tmp_path: Path) -> None:
    assert "공장 10곳" == read_article(written(tmp_path, "a.txt", "공장 10곳".encode("euc-kr"))).text


def test_an_encoding_that_is_told(tmp_path: Path) -> None:
    path = written(tmp_path, "a.txt", "공장 10곳".encode("utf-16-le"))
    assert "공장 10곳" == read_article(path, encoding="utf-16-le").text


@pytest.mark.parametrize("encoding", ["utf-8", "cp949"])
def test_json(tmp_path: Path, encoding: str) -> None:
    content = {"text": TEXT, "title": "제목", "date": "2025-03-04", "id": 7, "source": {"name": "시청"}}
    article = read_article(written(tmp_path, "a.json", json.dumps(content, ensure_ascii=False).encode(encoding)))
    assert (TEXT, "제목", "7") == (article.text, article.title, article.id)
    assert datetime.date(2025, 3, 4) == article.published


@pytest.mark.parametrize("published", ["2025-03-04", "2025-03-04T23:30:00+09:00", "2025-03-04 08:00"])
def test_json_publication_days(tmp_path: Path, published: str) -> None:
    path = written(tmp_path, "a.json", json.dumps({"text": "글", "published": published, "date": "1999-01-01"}))
    assert datetime.date(2025, 3, 4) == read_article(path).published


@pytest.mark.parametrize(("charset", "encoding"), [("euc-kr", "cp949"), ("utf-8", "utf-8"), ("none-such", "utf-8")])
def test_html(tmp_path: Path, charset: str, encoding: str) -> None:
    pytest.importorskip("trafilatura")
    article = read_article(written(tmp_path, "a.html", PAGE.format(charset=charset).encode(encoding)))
    assert "스마트 공장 10곳을 짓는다고 4일 밝혔다." in article.text
    assert "메뉴" not in article.text
    assert ("나라시, 공장 10곳 짓는다", datetime.date(2025, 3, 4)) == (article.title, article.published)


def test_html_without_its_extra(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    with pytest.raises(ArticleError, match=r"pip install 'mokpyo\[html\]'"):
        read_article(written(tmp_path, "a.html", PAGE))


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("a.txt", b"", "is empty"),
        ("a.txt", b" \r\n\t", "is empty"),
        ("a.txt", b"\x00\x01\x02\x03" * 50, "NUL"),
        ("a.txt", "공장 10곳을 짓는다".encode("utf-16-le") * 9, "byte order mark"),
        ("a.txt", b"%PDF-1.7 \xe2\xe3", "a PDF"),
        ("a.txt", b"\x89PNG\r\n\x1a\n\xff", "a PNG picture"),
        ("a.txt", b"\xff\xd8 \xc0\x20 \x81", "neither UTF-8"),
        ("a.txt", "工場を十か所つくると発表した。".encode("shift-jis"), "neither UTF-8"),
        ("a.txt", b"\xff\xfe\x00", "is not utf-16-le"),
        ("a.json", "{", "no JSON article"),
        ("a.json", "[]", "Expected `object`"),
        ("a.json", '{"title": "제목"}', "missing required field `text`"),
        ("a.json", '{"text": 3}', r"Expected `str`, got `int` - at `\$.text`"),
        ("a.json", '{"text": "글", "title": ["제목"]}', r"at `\$.title`"),
        ("a.json", '{"text": "글", "published": 20250304}', r"at `\$.published`"),
        ("a.json", '{"text": "글", "date": "어제"}', "YYYY-MM-DD"),
        ("a.json", '{"text": "  "}', "empty text"),
        ("a.jsonl", '{"text": "글"}\n{"text": "글"}', "many articles"),
        ("a.html", "<html><body></body></html>", "no article was found"),
    ],
)
def test_what_cannot_be_read(tmp_path: Path, name: str, content: str | bytes, message: str) -> None:
    if name.endswith("html"):
        pytest.importorskip("trafilatura")
    with pytest.raises(ArticleError, match=message):
        read_article(written(tmp_path, name, content))


@pytest.mark.parametrize(
    ("path", "message"),
    [
        ("none.txt", "there is no file"),
        (".", "is a folder"),
        ("a\0b", "cannot be read"),
        ("가" * 5000, "cannot be read"),
    ],
)
def test_paths_that_lead_nowhere(tmp_path: Path, path: str, message: str) -> None:
    with pytest.raises(ArticleError, match=message):
        read_article(tmp_path / path)


def test_an_unknown_encoding(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="unknown encoding 'cp-nine'"):
        read_article(written(tmp_path, "a.txt", TEXT), encoding="cp-nine")


@pytest.mark.parametrize("text", ["1" * 10_000_000, "공장 10곳 " * 500_000], ids=["digits", "one line"])
def test_ten_megabytes(tmp_path: Path, text: str) -> None:
    assert text == read_article(written(tmp_path, "a.txt", text)).text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (' {"text": "글"}', InputFormat.JSON),
        ("\n<!DOCTYPE html><html>", InputFormat.HTML),
        ("{중괄호로 시작하는 글}", InputFormat.TEXT),
        ("<사진> 새 공장", InputFormat.TEXT),
        ("[홍길동 기자] 글", InputFormat.TEXT),
        ("나라시는", InputFormat.TEXT),
    ],
)
def test_sniffing(text: str, expected: InputFormat) -> None:
    assert expected is sniff(text)


@pytest.mark.parametrize(
    ("data", "input_format", "expected"),
    [
        ("글 하나".encode("cp949"), None, "글 하나"),
        (b'{"text": "abc"}', None, "abc"),
        (b'{"text": "abc"}', InputFormat.TEXT, '{"text": "abc"}'),
    ],
)
def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, data: bytes, input_format: InputFormat | None, expected: str
) -> None:
    monkeypatch.setattr(sys, "stdin", types.SimpleNamespace(buffer=io.BytesIO(data)))
    article = read_article("-", input_format=input_format)
    assert (expected, "stdin") == (article.text, article.id)
