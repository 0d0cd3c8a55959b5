"""Which characters the normal form replaces, one by one, and which it leaves out."""

BLANKS = "\t\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\u3164\uffa0"
"""Read as a blank; the last two are the Hangul fillers."""

LINE_ENDS = "\v\f\x85\u2028\u2029"
"""Read as ``\\n``; CR LF and a lone CR are handled apart, since two characters become one."""

CONTROLS = "".join(map(chr, [*range(9), *range(0x0E, 0x20), *range(0x7F, 0x85), *range(0x86, 0xA0)]))
"""Read as a blank: NUL, escape codes and the like."""

TILDES = "\u223c\u301c\uff5e"
HYPHENS = "\u2010\u2011\u2212"
MIDDLE_DOTS = "\u2022\u2024\u2027\u318d\u30fb\uff65\u22c5\u2219"
"""Dots between coordinated nouns, which each keyboard and word processor writes in its own way."""

FULL_WIDTH = {chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5E)}

ONE_TO_ONE: dict[str, str] = {
    **dict.fromkeys(BLANKS, " "),
    **dict.fromkeys(LINE_ENDS, "\n"),
    **dict.fromkeys(CONTROLS, " "),
    **FULL_WIDTH,
    **dict.fromkeys(TILDES, "~"),
    **dict.fromkeys(HYPHENS, "-"),
    **dict.fromkeys(MIDDLE_DOTS, "·"),
    "\uffe6": "₩",
}

REMOVED = "\u00ad\u115f\u1160\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff"
"""Character ranges that show nothing: zero-width blanks and joiners, direction marks, soft hyphen, byte order mark."""

CONJOINING = "\u1161-\u1175\u11a8-\u11c2\U00016d63-\U00016d6a"
"""Ranges of letters that may compose with the one before: Hangul vowels and finals, Kirat Rai vowels."""
