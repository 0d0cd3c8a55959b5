"""Logits of many sentences from any runtime, in batches, without padding or special tokens."""

from collections.abc import Callable, Sequence

import numpy as np
import numpy.typing as npt
import torch
from transformers import PreTrainedModel

from mokpyo.data.encodings.protocol import TextEncoding
from mokpyo.train.examples import Example, PaddingCollator, TokenDataset
from mokpyo.train.onnx_graph import INPUTS, LogitsOf

Ids = npt.NDArray[np.int64]
Logits = npt.NDArray[np.float32]
"""*Shape:* (tokens, tags) of one sentence, (batch, sequence, tags) of several."""

Classify = Callable[[Ids, Ids, Ids], Logits]
"""Input ids, attention mask and token types to logits, as :class:`~mokpyo.inference.tagging.backends.Backend` does."""

_BATCH = 64


def predict_logits(classify: Classify, examples: Sequence[Example], encoding: TextEncoding) -> list[Logits]:
    """Logits of each example's tokens, in the order of ``examples``."""
    dataset = TokenDataset(examples, encoding)
    collate = PaddingCollator(encoding.pad_id)
    found: list[Logits] = [np.zeros((0, 0), dtype=np.float32)] * len(examples)
    # Sentences of like length together: a padded batch costs what its longest costs.
    order = sorted(range(len(examples)), key=lambda at: len(examples[at].input_ids))
    for first in range(0, len(order), _BATCH):
        chosen = order[first : first + _BATCH]
        batch = collate([dataset[at] for at in chosen])
        logits = classify(*(batch[name].numpy() for name in INPUTS))
        for row, at in enumerate(chosen):
            found[at] = logits[row, 1 : 1 + len(examples[at].input_ids)]
    return found


def torch_classify(model: PreTrainedModel) -> Classify:
    """A torch model as such a function, in fp32 on its device; the model is put into evaluation mode."""
    model.train(False)
    logits_of = LogitsOf(model)

    @torch.inference_mode()
    def classify(input_ids: Ids, attention_mask: Ids, token_type_ids: Ids) -> Logits:
        ids = [torch.from_numpy(array).to(model.device) for array in (input_ids, attention_mask, token_type_ids)]
        logits: Logits = logits_of(*ids).float().cpu().numpy()
        return logits

    return classify
