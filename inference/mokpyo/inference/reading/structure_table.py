"""How Korean news lines end: sentences, headlines, and lines that a page broke off in the middle."""

import re

_CLOSERS = r"[\"”’'′)\]」』>〉]*"

SENTENCE_END = re.compile(rf"[가-힣]{_CLOSERS}[.?!]+{_CLOSERS}\s*(?:\[\d+\]|\(\w+\s?=\s?\w+\))*\s*$")
"""A line that ends as a sentence ends, full stop and all; footnote numbers may follow."""

INNER_SENTENCE = re.compile(rf"[가-힣][다요죠까음함됨임]{_CLOSERS}[.?!]{_CLOSERS}(?=\s|\[|[가-힣A-Z\"“‘'])")
"""A sentence that ends before the line does."""

BARE_PREDICATE = re.compile(rf"[가-힣](?:다|요|죠|까){_CLOSERS}\s*$")
"""A predicate without a full stop: a sentence of a careless writer, or a headline."""

BROKEN_OFF = re.compile(
    r"(?:[가-힣](?:은|는|이|가|을|를|에|의|로|와|과|며|고|서|도|만|면|지만|으로|에게|까지|부터|하여|해|돼|아|어|려)"
    r"|통해|위해|위하여|따라|함께|대해|대한|관한|위한|동안|등|및|또는|그리고|하는|되는|있는|없는|[,:·])\s*$"
)
"""The end of a line that goes on in the next: no heading ends so."""

TOPIC_INSIDE = re.compile(r"[가-힣](?:은|는|께서는|에서는|에게는)\s")
"""A topic inside a line: headlines rarely have one."""

FULL_STOP = re.compile(rf"[가-힣]{_CLOSERS}\.{_CLOSERS}(?:\s|\[\d+\]|$)")
"""Ends a sentence of the body; headlines have ``!`` and ``?`` but no full stop."""

HEAD_BROKEN_OFF = re.compile(r"(?:[가-힣](?:은|는|을|를)|통해|위해|함께)\s*$")
"""Among the lines above the body, one that its first sentence begins on."""
