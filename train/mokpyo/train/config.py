"""What a YAML under ``configs/`` may say: one frozen class for each kind of run.

A key's meaning is its docstring; what the bundled model was made with stands in ``configs/*-small*.yaml``.
"""

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import msgspec
from msgspec import Meta

from mokpyo.data.corpora import Part
from mokpyo.data.encodings.encoding_file import MorphemeRules
from mokpyo.train.annotated import AnnotatedSettings
from mokpyo.train.config_values import Count, Number, Positive, Share, WindowTokens
from mokpyo.train.pretraining.settings import PretrainConfig
from mokpyo.train.ranking.settings import RankConfig


class LabelScheme(StrEnum):
    """Classes that a model is trained on; :mod:`mokpyo.data.labels` maps KLUE's six to the project's four."""

    KLUE = "klue"
    PROJECT = "project"


class Architecture(StrEnum):
    """Encoders that a run can begin from nothing."""

    ELECTRA = "electra"
    """Self-attention: BERT with embeddings smaller than its hidden size."""
    CONVOLUTION = "convolution"
    """Gated convolutions of width 3: far better on little data."""


class CorpusSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Some part of a corpus."""

    path: Path
    """JSONL of sentences or of documents, a folder of documents; with ``split``, an id of the Hugging Face Hub."""
    split: str | None = None
    """Split of the data set ``path``, which ``datasets`` then loads; ``path`` may be a folder of such data too."""
    configuration: str | None = None
    """Of a data set that has several, as ``ner`` of ``klue/klue``."""
    part: Part = Part.ALL
    repeat: Count = 1
    """How often each sentence is seen in an epoch."""
    weight: Positive = 1.0
    """Factor of its loss: below 1 for labels that no person made."""
    coarse: bool = False
    """Take the field ``coarse`` instead of ``spans``."""

    @property
    def source(self) -> str:
        """The corpus without its part, as messages and cards name it."""
        return " ".join(filter(None, (str(self.path), self.configuration, self.split)))


class DataSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Corpora of one fine-tuning run."""

    train: list[CorpusSettings]
    validation: list[CorpusSettings]
    """Chooses the checkpoint."""
    test: list[CorpusSettings] = []
    """Measured once, after the choice. A training sentence with the text of a test sentence is dropped and counted."""
    headline: str = ""
    """Sentences whose id contains this are scored by themselves beside the whole."""

    def corpora(self) -> "list[CorpusSettings]":
        """All of them."""
        return [*self.train, *self.validation, *self.test]


class ModelSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A model by name or folder, or else the shape of a new one."""

    pretrained: str | None = None
    """Folder or Hub id of an encoder to start from; the shape below is then its own."""
    encoding: Path | None = None
    """Folder of the text encoding of a new model, as a run of kind ``vectors`` leaves it."""
    architecture: Architecture = Architecture.ELECTRA
    static_vectors: bool = False
    """Add the encoding folder's ``vectors.npy`` to the learned embeddings; folded into one table when saved."""
    affixes: bool = False
    """Add embeddings of each morpheme's first and last letters and its shape too; folded in likewise."""
    embedding_size: Count = 128
    hidden_size: Count = 256
    layers: Count = 4
    dilations: list[Count] = []
    """Of convolutions: how many tokens away each layer's two neighbours are; 1 in each where the list is empty."""
    heads: Count = 4
    """Of self-attention; a convolution has none."""
    feed_forward_size: Count = 768
    """Inside a layer of self-attention; a convolution has none."""
    dropout: Share = 0.15
    window_tokens: Annotated[int, Meta(ge=8)] = 200
    """Longest sequence, special tokens included; longer sentences are cut in training, and counted."""


class TrainSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """How the weights are found."""

    epochs: Positive = 6.0
    batch_size: Count = 32
    """Sentences, of similar length."""
    accumulate: Count = 1
    """Batches per optimiser step."""
    learning_rate: Positive = 5e-4
    warmup_steps: Number = 150
    weight_decay: float = 0.05
    """Of matrices outside the embeddings."""
    label_smoothing: Share = 0.0
    word_dropout: Share = 0.15
    """Share of training tokens whose learned embedding is hidden, so that contexts and static vectors are read."""
    minimum_count: Number = 3
    """A vocabulary entry rarer than this in the training data has its static vector alone."""
    patience: Count | None = None
    """Stop after so many evaluations without a better score."""
    bf16: bool = True
    """Matrix products in bfloat16: 1.6 times faster than fp32 on a CPU with AVX-512 BF16."""
    threads: Count | None = None
    """CPU threads; the machine's choice where it is not given."""
    seed: int = 0


class TriedIdea(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """A line of the card's table of what was tried."""

    idea: str
    gave: str


class CardSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """What the model card cannot know from the run."""

    licence: str = "not stated"
    attribution: list[str] = []
    """Sources of the data, with their licences."""
    intended_use: str = "Tagging organisations, regions, quantities and dates in Korean news."
    limits: list[str] = []
    reproduce: list[str] = []
    """Commands that make this model again, in order."""
    tried: list[TriedIdea] = []


class FinetuneConfig(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="finetune", tag_field="kind"
):
    """Trains a token classifier."""

    name: str
    output: Path
    """The run's folder; must not hold a run already, unless ``resume``."""
    labels: LabelScheme = LabelScheme.KLUE
    data: DataSettings
    model: ModelSettings = ModelSettings()
    train: TrainSettings = TrainSettings()
    card: CardSettings = CardSettings()
    resume: bool = False
    """Go on with the stopped run in ``output``."""


class EnsembleRunConfig(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="ensemble", tag_field="kind"
):
    """Joins trained taggers into one, which gives the mean of their log-probabilities; nothing is trained."""

    name: str
    output: Path
    members: Annotated[list[Path], Meta(min_length=1)]
    """Finished runs of the convolution architecture, of one encoding."""
    labels: LabelScheme = LabelScheme.KLUE
    data: DataSettings
    """``train`` tells what the members were trained on; the ensemble is measured on the others."""
    window_tokens: WindowTokens = 200
    """Longest sequence, special tokens included."""
    card: CardSettings = CardSettings()


class VectorSettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Static vectors: positive pointwise mutual information with neighbours, reduced by SVD."""

    size: Count = 128
    contexts: Count = 10_000
    """So many of the commonest entries count as context."""
    window: Count = 5
    smoothing: float = 0.75
    """Exponent of the context counts (Levy, Goldberg and Dagan, 2015)."""
    minimum_pairs: Count = 2
    """Pairs seen less often are left out."""
    iterations: Number = 3
    """Power iterations of the randomised SVD."""
    seed: int = 0


class VocabularySettings(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Which morphemes get an entry of their own."""

    whole: Count = 45_000
    pieces: Number = 6_000
    minimum: Count = 5
    """Occurrences below which a morpheme is read in pieces."""
    task_weight: Count = 20
    """How much more a morpheme counts in the task's own sentences than in the raw text."""


class VectorsConfig(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="vectors", tag_field="kind"
):
    """Builds a morpheme vocabulary and static vectors from raw text, one paragraph a line."""

    name: str
    output: Path
    raw: list[Path]
    """UTF-8 text, also as .xz."""
    task: list[CorpusSettings]
    """Sentences whose words are kept in the vocabulary; their labels are not read."""
    share: Annotated[float, Meta(gt=0, le=1)] = 1.0
    """Read a random share of the paragraphs."""
    seed: int = 0
    """Chooses the paragraphs."""
    rules: MorphemeRules = MorphemeRules()
    vocabulary: VocabularySettings = VocabularySettings()
    vectors: VectorSettings = VectorSettings()


class RelabelConfig(
    msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="relabel", tag_field="kind"
):
    """Learns the way from one labelling guideline to another where both golds exist, and relabels a corpus by it."""

    name: str
    output: Path
    source: Path
    """Sentences under the guideline to leave (KoNEC)."""
    target: Path
    """The same sentences under the guideline to reach (KLUE)."""
    silver: Path
    """Sentences under the source guideline, to be relabelled into ``relabelled.jsonl``."""
    model: ModelSettings
    train: TrainSettings
    members: Count = 1
    """Models, begun from other random weights, whose log-probabilities are averaged."""
    label_dropout: Share = 0.1
    """Share of training tokens whose source label is hidden, and of sentences that have none."""


class LabelConfig(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag="label", tag_field="kind"):
    """Labels the sentences of articles with trained models, for a student to learn from."""

    name: str
    output: Path
    models: list[Path]
    """Folders with ``model.onnx``, of one vocabulary; their log-probabilities are averaged."""
    articles: list[Path] = []
    """JSONL with a field ``text``."""
    annotations: list[AnnotatedSettings] = []
    """Instead of ``articles``: their ORG and REGION stand, the models give the other classes."""
    exclude: list[Path] = []
    """JSONL with a field ``text``, measured on elsewhere: articles and sentences with such a text are left out."""
    limit: Count | None = None
    """Label no more sentences than this."""
    threads: Count | None = None


RunConfig = (
    FinetuneConfig | EnsembleRunConfig | VectorsConfig | RelabelConfig | LabelConfig | PretrainConfig | RankConfig
)

TaggerConfig = FinetuneConfig | EnsembleRunConfig
"""Runs that leave a tagger."""


def window_of(config: TaggerConfig) -> int:
    """Longest sequence of a run's tagger."""
    return config.window_tokens if isinstance(config, EnsembleRunConfig) else config.model.window_tokens
