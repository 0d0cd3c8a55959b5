"""Parts of models: what folding, padding and vectors must and must not change."""

import numpy as np
import pytest
import torch

from mokpyo.train.affixes import affix_columns
from mokpyo.train.config import VectorSettings
from mokpyo.train.convolution import ConvolutionConfig, ConvolutionTagger, GatedConvolution
from mokpyo.train.cooccurrence import entry_vectors, expand_ids
from mokpyo.train.summed_embedding import SummedEmbedding


@pytest.fixture
def tagger() -> ConvolutionTagger:
    torch.manual_seed(0)
    shape = ConvolutionConfig(
        vocab_size=20, type_vocab_size=5, embedding_size=8, hidden_size=12, num_hidden_layers=3, num_labels=4
    )
    model = ConvolutionTagger(shape)
    model.train(False)
    return model


def test_padding_changes_no_logits(tagger: ConvolutionTagger) -> None:
    ids = torch.tensor([[2, 7, 8, 9, 3]])
    types = torch.tensor([[0, 1, 2, 3, 0]])
    padded = torch.nn.functional.pad(ids, (0, 4))
    mask = torch.nn.functional.pad(torch.ones_like(ids), (0, 4))
    alone = tagger(ids, torch.ones_like(ids), types).logits
    among = tagger(padded, mask, torch.nn.functional.pad(types, (0, 4))).logits
    torch.testing.assert_close(among[:, :5], alone)


def test_a_layer_reads_one_token_further(tagger: ConvolutionTagger) -> None:
    ids = torch.randint(5, 20, (1, 15))
    changed = ids.clone()
    changed[0, 0] = (ids[0, 0] + 1) % 20
    mask, types = torch.ones_like(ids), torch.zeros_like(ids)
    differs = (tagger(ids, mask, types).logits != tagger(changed, mask, types).logits).any(-1)[0]
    assert differs.tolist() == [True] * 4 + [False] * 11


def test_a_dilated_layer_reads_further() -> None:
    torch.manual_seed(0)
    layer = GatedConvolution(6, 0.0, dilation=3)
    hidden = torch.randn(1, 9, 6)
    changed = hidden.clone()
    changed[0, 4] += 1
    differs = (layer(hidden) != layer(changed)).any(-1)[0]
    assert differs.tolist() == [False, True, False, False, True, False, False, True, False]


def test_folding_keeps_every_embedding() -> None:
    torch.manual_seed(0)
    known = torch.tensor([1, 1, 0, 1, 0])
    affixes = [torch.tensor([0, 1, 1, 2, 0]), torch.tensor([1, 0, 0, 0, 1])]
    summed = SummedEmbedding(static=torch.randn(5, 6), known=known, size=4, word_dropout=0.5, affixes=affixes)
    summed.train(False)
    torch.testing.assert_close(summed.fold(), summed(torch.arange(5).unsqueeze(0))[0])


def test_an_unknown_entry_has_its_static_part_alone() -> None:
    static = torch.zeros(2, 3)
    summed = SummedEmbedding(static=static, known=torch.tensor([1, 0]), size=4, word_dropout=0.0)
    assert summed.fold().abs().sum(dim=1).ne(0).tolist() == [True, False]


def test_entries_of_like_form_share_their_affixes() -> None:
    entries = ["나주시", "전주시", "##제주시", "양주시", "1,234", "시민", "ktx", "##시", "시"]
    first, last, last_two, shape = affix_columns(entries)
    assert (last > 0).tolist() == [True, True, True, True, False, False, False, True, True]
    assert len(set(last[last > 0].tolist())) == 1
    assert (last_two > 0).tolist() == [True] * 4 + [False] * 5
    assert not first.any()
    assert not shape.any()


def test_shape_tells_length_script_and_continuation() -> None:
    alike = [["12", "34", "56", "78"], ["가나", "다라", "마바", "사아"], ["##가나", "##다라", "##마바", "##사아"]]
    shape = affix_columns([entry for group in alike for entry in group])[-1]
    assert shape.tolist() == [1] * 4 + [2] * 4 + [3] * 4


def test_forms_become_their_pieces_and_breaks_stay() -> None:
    expanded = expand_ids(np.array([-1, 0, 2, 1, -1]), [[7], [8, 9], [5]], stop=10, break_number=-1)
    assert expanded.tolist() == [10, 7, 5, 8, 9, 10]


def test_entries_of_like_neighbours_have_like_vectors() -> None:
    # 0 and 1 stand between 4 and 5, 2 and 3 between 6 and 7; 8 ends a sentence.
    random = np.random.default_rng(0)
    sentences = [
        [4, inner, 5, 8] if inner < 2 else [6, inner, 7, 8] for inner in random.integers(0, 4, size=400).tolist()
    ]
    stream = np.array([8, *(entry for sentence in sentences for entry in sentence)])
    frequency = np.bincount(stream, minlength=9)[:8]
    settings = VectorSettings(size=4, contexts=9, window=2, minimum_pairs=1, iterations=2)
    vectors = entry_vectors([stream], frequency, settings)
    likeness = vectors @ vectors.T
    assert vectors.shape == (8, 4)
    assert likeness[0, 1] > 0.9
    assert likeness[2, 3] > 0.9
    assert abs(likeness[0, 2]) < 0.5
