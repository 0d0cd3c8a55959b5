"""Readers of articles for tests of corpus runs; worker processes import them, so they stand in a module."""

import os
import signal
import time
from collections.abc import Iterable, Iterator
from pathlib import Path

from mokpyo.data.document import Article, Document, Entity, Label, Quantity, Status, Target
from mokpyo.inference.quantities.reader import read_quantities

KILLER = "이 글을 읽는 일꾼은 쓰러진다"
FAULTY = "이 글은 읽는 쪽을 넘어뜨린다"
SLOW = "이 글은 천천히 읽힌다"


class QuantityReader:
    """Every quantity is a target."""

    def pipe(self, articles: Iterable[Article], batch_size: int = 32) -> Iterator[Document]:  # noqa: ARG002
        for article in articles:
            if KILLER in article.text:
                os.kill(os.getpid(), signal.SIGKILL)
            if FAULTY in article.text:
                raise KeyError(FAULTY)
            if SLOW in article.text:
                time.sleep(0.1)
            yield self._document(article)

    def _document(self, article: Article) -> Document:
        score = 1 / len(article.text)
        quantities = read_quantities(article.text)
        return Document(
            id=article.id,
            title=article.title,
            published=article.published,
            text=article.text,
            entities=[Entity(*found.span, Label.QUANTITY, found.text, score) for found in quantities],
            targets=[self._target(index, found, score) for index, found in enumerate(quantities, 1)],
        )

    def _target(self, index: int, found: Quantity, score: float) -> Target:
        return Target(f"t{index}", None, found, None, None, None, Status.PLANNED, score=score)


def open_quantity_reader(model: str) -> QuantityReader:
    return QuantityReader()


class DyingOnce(QuantityReader):
    """Dies on its first batch if no worker before it has left its mark."""

    def pipe(self, articles: Iterable[Article], batch_size: int = 32) -> Iterator[Document]:
        try:
            os.close(os.open(os.environ["MOKPYO_TEST_MARK"], os.O_CREAT | os.O_EXCL))
        except FileExistsError:
            return super().pipe(articles, batch_size)
        os.kill(os.getpid(), signal.SIGKILL)
        raise AssertionError("SIGKILL ends the process")


def open_dying_once(model: str) -> DyingOnce:
    return DyingOnce()


def open_nothing(model: str) -> QuantityReader:
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("SIGKILL ends the process")


def open_slowly(model: str) -> QuantityReader:
    """Notes when it began and when it was done."""
    begun = time.time()
    time.sleep(1.0)
    Path(os.environ["MOKPYO_TEST_MARK"], str(os.getpid())).write_text(f"{begun} {time.time()}")
    return QuantityReader()
