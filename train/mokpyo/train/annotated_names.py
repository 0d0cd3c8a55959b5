"""Names that annotators marked in articles, beside the classes that only a model knows there.

Annotations by the project's guide have no persons and clock times, and their numbers and dates end where KLUE's do
not. Their organisations and regions are KLUE's classes, so a corpus of KLUE's scheme takes these from the annotators
and the rest from models.
"""

from collections.abc import Iterator, Sequence

from mokpyo.data.corpora import LabelledSpan, LabelledText
from mokpyo.data.document import Document, Label
from mokpyo.data.labels import KLUE_CLASSES, project_label
from mokpyo.train.document_sentences import cut_documents

_NAMES = (Label.ORG, Label.REGION)
_KLUE_OF = {project_label(name): name for name in KLUE_CLASSES}


def annotated_sentences(documents: Sequence[Document]) -> Iterator[LabelledText]:
    """Sentences as the tagger cuts them, their organisations and regions as KLUE's classes, other entities left out."""
    for sentence in cut_documents(documents):
        spans = [
            LabelledSpan(span.start, span.end, _KLUE_OF[label])
            for span in sentence.spans
            if (label := project_label(span.label)) in _NAMES
        ]
        yield LabelledText(text=sentence.text, spans=spans, id=sentence.id)


def beside_names(names: Sequence[LabelledSpan], found: Sequence[LabelledSpan]) -> list[LabelledSpan]:
    """``names``, and of the spans ``found`` those of other classes that overlap none of them; in text order."""
    others = [
        span
        for span in found
        if project_label(span.label) not in _NAMES
        and all(span.end <= name.start or name.end <= span.start for name in names)
    ]
    return sorted([*names, *others], key=lambda span: span.start)
