"""A miniature of KLUE-BERT's token classifier with random weights, in every form that a model folder may have."""

import warnings
from pathlib import Path

import pytest
import tokenizers
import torch
from tokenizers import models, normalizers, pre_tokenizers, processors
from transformers import BertConfig, BertForTokenClassification

from mokpyo.data.labels import KLUE_CLASSES, bio_tags
from mokpyo.inference.tagging.bert import load_bert

PIECES = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]"]
WORDS = [
    "바다",
    "센터",
    "누리",
    "시",
    "도",
    "올해",
    "50",
    "개",
    "기업",
    "을",
    "지원",
    "한다",
    ".",
    "2031",
    "년",
    "까지",
]


class _Graph(torch.nn.Module):
    """Our own forward pass: the tracing exporter gets the attention masks of ``transformers`` 5 wrong."""

    def __init__(self, folder: Path) -> None:
        super().__init__()
        self.classifier = load_bert(folder)

    def forward(self, input_ids: torch.Tensor, attention_mask: torch.Tensor, token_type_ids: torch.Tensor):
        return self.classifier.logits(input_ids, attention_mask, token_type_ids)


def wordpiece_tokenizer() -> tokenizers.Tokenizer:
    """The words above, whole and as continuations, and every syllable of them."""
    syllables = sorted({character for word in WORDS for character in word})
    entries = dict.fromkeys([*PIECES, *WORDS, *syllables, *(f"##{entry}" for entry in [*WORDS, *syllables])])
    tokenizer = tokenizers.Tokenizer(
        models.WordPiece({entry: at for at, entry in enumerate(entries)}, unk_token=PIECES[1])
    )
    tokenizer.normalizer = normalizers.BertNormalizer(strip_accents=False, lowercase=False)
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    tokenizer.post_processor = processors.BertProcessing(("[SEP]", 3), ("[CLS]", 2))
    return tokenizer


@pytest.fixture(scope="session")
def tiny_bert() -> BertForTokenClassification:
    """KLUE-BERT in miniature: 2 layers, width 16, 48 positions, KLUE's tags."""
    torch.manual_seed(7)
    tags = bio_tags(KLUE_CLASSES)
    config = BertConfig(
        vocab_size=wordpiece_tokenizer().get_vocab_size(),
        hidden_size=16,
        num_hidden_layers=2,
        num_attention_heads=4,
        intermediate_size=32,
        max_position_embeddings=48,
        initializer_range=0.5,
        id2label=dict(enumerate(tags)),
        label2id={tag: at for at, tag in enumerate(tags)},
    )
    return BertForTokenClassification(config).eval()


@pytest.fixture(scope="session")
def hub_folder(tiny_bert: BertForTokenClassification, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder as ``transformers`` writes it: config.json, model.safetensors and tokenizer.json, nothing of ours."""
    folder = tmp_path_factory.mktemp("hub")
    tiny_bert.save_pretrained(folder)
    wordpiece_tokenizer().save(str(folder / "tokenizer.json"))
    return folder


@pytest.fixture(scope="session")
def onnx_file(hub_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same model as a graph with free batch and sequence axes."""
    file = tmp_path_factory.mktemp("onnx") / "model.onnx"
    names = ["input_ids", "attention_mask", "token_type_ids"]
    example = (
        torch.ones(2, 5, dtype=torch.long),
        torch.ones(2, 5, dtype=torch.long),
        torch.zeros(2, 5, dtype=torch.long),
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # the exporter warns of its own plans
        torch.onnx.export(
            _Graph(hub_folder),
            example,
            file,
            input_names=names,
            output_names=["logits"],
            dynamic_axes={name: {0: "batch", 1: "sequence"} for name in [*names, "logits"]},
            dynamo=False,
        )
    return file
