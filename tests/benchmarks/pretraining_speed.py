"""Tokens per second of masked-LM pretraining here, beside a plain loop over transformers' BertForMaskedLM.

    python tests/benchmarks/pretraining_speed.py [--steps 8] [--threads 1] [--fp32] [--layers 6 --hidden 384 ...]

Both learn the same random rows with the same optimiser and precision on the device that torch finds. The plain loop
computes the head at every position, and is given ready batches; ours reads, masks and logs as a run does.
"""

import argparse
import itertools
import tempfile
import time
from pathlib import Path

import numpy as np
import torch
from transformers import BertForMaskedLM

from mokpyo.data.encodings.encoding_file import Specials
from mokpyo.data.encodings.vocabulary import VOCABULARY_FILE, write_vocabulary
from mokpyo.data.encodings.wordpiece import WordPieceEncoding, wordpiece_from_vocabulary
from mokpyo.train.pretraining.masked_lm import build_masked_lm
from mokpyo.train.pretraining.masking import WholeWordMasker
from mokpyo.train.pretraining.packed_corpus import PackedIndex, PackedRows, Recipe
from mokpyo.train.pretraining.packed_rows_dataset import RowCollator, Split, TrainingVisits
from mokpyo.train.pretraining.packing import pack
from mokpyo.train.pretraining.pretrain import build_trainer, gains_from_bf16
from mokpyo.train.pretraining.settings import (
    EncoderSettings,
    MaskingUnit,
    PretrainConfig,
    PretrainSettings,
    RawSettings,
)
from mokpyo.train.pretraining.stopping import StopRequest
from mokpyo.train.run_folder import RunFolder

_WARM_UP = 2
_SYLLABLES = [chr(0xAC00 + 28 * at) for at in range(32)]


def read_arguments() -> argparse.Namespace:
    """The call."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("steps", 8), ("threads", 1), ("layers", 6), ("hidden", 384), ("heads", 6)):
        parser.add_argument(f"--{name}", type=int, default=default)
    for name, default in (("window", 128), ("batch", 16), ("vocabulary", 32_000)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--fp32", action="store_true", help="no bfloat16")
    return parser.parse_args()


def encoding_of_size(size: int, folder: Path) -> WordPieceEncoding:
    """A vocabulary of ``size`` entries: the specials, then words of three syllables."""
    words = ("".join(letters) for letters in itertools.product(_SYLLABLES, repeat=3))
    entries = [*Specials().names(), *words][:size]
    write_vocabulary(folder, entries)
    return wordpiece_from_vocabulary(folder / VOCABULARY_FILE, lower_case=False, specials=Specials())


def pack_random_rows(encoding: WordPieceEncoding, config: PretrainConfig, rows: int) -> PackedIndex:
    """A packed corpus of random words."""
    window = config.model.window_tokens
    words = np.random.default_rng(1).choice(_SYLLABLES, (rows * window // 50, 50, 3))
    recipe = Recipe(
        sources=[], text_field="text", share=1, seed=0, window_tokens=window, unit=MaskingUnit.EOJEOL, encoding={}
    )
    return pack((" ".join("".join(word) for word in line) for line in words), encoding, recipe, config.packed)


def plain_speed(config: PretrainConfig, index: PackedIndex, encoding: WordPieceEncoding, steps: int) -> float:
    """Tokens per second of forward, backward and AdamW over ready batches."""
    device = torch.device("cuda" if torch.cuda.is_available() else "cpu")
    model = BertForMaskedLM(build_masked_lm(config.model, encoding).config).to(device).train()
    optimiser = torch.optim.AdamW(model.parameters(), lr=1e-4, fused=True)
    rows, batch = PackedRows(config.packed, index), config.train.batch_size
    masker, split = WholeWordMasker.of(encoding, 0.15), Split.of(len(rows), 8)
    visits = TrainingVisits(rows, split, masker, length=batch * (steps + _WARM_UP), seed=0)
    collate = RowCollator(encoding.pad_id)
    batches = [
        {name: value.to(device) for name, value in collate([visits[at] for at in range(first, first + batch)]).items()}
        for first in range(0, len(visits), batch)
    ]
    for number, inputs in enumerate(batches):
        if number == _WARM_UP:
            began = now(device)
        with torch.autocast(device.type, torch.bfloat16, enabled=bool(config.train.bf16)):
            loss = model(**inputs).loss
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        optimiser.zero_grad()
    return steps * batch * config.model.window_tokens / (now(device) - began)


def now(device: torch.device) -> float:
    """Seconds, once the device has done what it was given."""
    if device.type == "cuda":
        torch.cuda.synchronize()
    return time.perf_counter()


def our_speed(config: PretrainConfig, index: PackedIndex, encoding: WordPieceEncoding, folder: Path) -> float:
    """Tokens per second of the Trainer as a run sets it up, without what comes before the first logged step."""
    trainer = build_trainer(config, RunFolder(folder), StopRequest(), index, encoding)
    trainer.args.save_strategy = trainer.args.eval_strategy = "no"
    trainer.train()
    return tokens_per_second(trainer.state.log_history, config)


def tokens_per_second(history: list[dict[str, float]], config: PretrainConfig) -> float:
    """From the Trainer's own clock over all steps."""
    seconds = next(entry["train_runtime"] for entry in history if "train_runtime" in entry)
    return (config.train.steps or 0) * config.train.batch_size * config.model.window_tokens / seconds


def main() -> None:
    """Measure both and print the ratio."""
    call = read_arguments()
    torch.set_num_threads(call.threads)
    bf16 = gains_from_bf16() and not call.fp32
    with tempfile.TemporaryDirectory() as folder:
        config = PretrainConfig(
            name="speed",
            output=Path(folder),
            packed=Path(folder) / "packed",
            data=RawSettings(raw=[]),
            model=EncoderSettings(
                hidden_size=call.hidden,
                layers=call.layers,
                heads=call.heads,
                feed_forward_size=4 * call.hidden,
                window_tokens=call.window,
            ),
            train=PretrainSettings(steps=call.steps, batch_size=call.batch, bf16=bf16, warmup_steps=0),
        )
        config.packed.mkdir()
        encoding = encoding_of_size(call.vocabulary, config.packed)
        index = pack_random_rows(encoding, config, call.batch * 4)
        plain = plain_speed(config, index, encoding, call.steps)
        ours = our_speed(config, index, encoding, Path(folder))
    print(f"{call.layers} layers x {call.hidden}, {encoding.vocabulary_size} entries, {'bf16' if bf16 else 'fp32'}, "
          f"{call.batch} rows of {call.window}, {call.threads} threads: plain loop {plain:,.0f} tokens/s, "
          f"pretraining {ours:,.0f} tokens/s, ratio {ours / plain:.2f}")  # fmt: skip


if __name__ == "__main__":
    main()
