"""Ranges of numbers that configs share."""

from typing import Annotated

from msgspec import Meta

Count = Annotated[int, Meta(ge=1)]
Number = Annotated[int, Meta(ge=0)]
Positive = Annotated[float, Meta(gt=0)]
Share = Annotated[float, Meta(ge=0, lt=1)]
PositiveShare = Annotated[float, Meta(gt=0, le=1)]
"""A share that may be the whole."""
WindowTokens = Annotated[int, Meta(ge=8)]
