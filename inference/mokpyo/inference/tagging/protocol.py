"""What the extractor asks of a tagger."""

from typing import Protocol

from mokpyo.data.document import Entity
from mokpyo.inference.reading.layout import ArticleView


class EntityTagger(Protocol):
    """Finds entities in articles; :class:`~mokpyo.inference.tagging.tagger.Tagger` is the one that ships."""

    def tag(self, views: list[ArticleView]) -> list[list[Entity]]:
        """Entities of each article: sorted, not overlapping, offsets into ``view.text``."""
        ...
