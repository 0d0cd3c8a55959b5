"""Characters of an article made safe to show: no terminal escapes, no direction tricks, one code point for one."""

import re

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"

# C0 and C1 controls but tab and line ends, line and paragraph separators, and the marks that reorder bidirectional
# text: an escape sequence could drive the reader's terminal, an override could show a number backwards.
_UNSAFE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff]")
_BLANKS = re.compile(r"\s+")


def visible(text: str) -> str:
    """``text`` with each unsafe code point replaced by U+FFFD, so that offsets stay."""
    return _UNSAFE.sub(REPLACEMENT, text)


def one_line(text: str) -> str:
    """``text`` safe to show and with every run of blanks and line ends as one space."""
    return _BLANKS.sub(" ", visible(text))
