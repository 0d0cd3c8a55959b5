import threading
from collections.abc import Callable
from pathlib import Path

import pytest
from batch_corpora import Silence
from batch_readers import open_quantity_reader

from mokpyo.inference.corpus.run import CorpusRun, Outcome
from mokpyo.inference.corpus.settings import CorpusSettings, OutputFormat


@pytest.fixture
def run_corpus() -> Callable[..., Outcome]:
    """A run in JSONL with shards of 10 and batches of 4, by a reader that needs no model; keywords change it."""

    def run(
        *inputs: Path,
        output: Path,
        workers: int = 1,
        resume: bool = False,
        open_reader: Callable = open_quantity_reader,
        stop: threading.Event | None = None,
        listener: object = None,
        **settings: object,
    ) -> Outcome:
        return CorpusRun(
            inputs=inputs,
            output=output,
            workers=workers,
            open_reader=open_reader,
            listener=listener or Silence(),
            stop=stop or threading.Event(),
            settings=CorpusSettings(**({"format": OutputFormat.JSONL, "shard_size": 10, "batch_size": 4} | settings)),
        )(resume=resume)

    return run
