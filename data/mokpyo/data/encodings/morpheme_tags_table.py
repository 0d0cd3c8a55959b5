"""Parts of speech that Kiwi gives (the Sejong set and its own additions), in the order of their token types.

Source: https://bab2min.github.io/kiwipiepy (table of tags). The order is part of every trained morpheme model:
append only.
"""

OTHER_TAG = "UN"
"""Stands for any tag that the table lacks."""

TAGS = (
    *("NNG", "NNP", "NNB", "NR", "NP"),  # nouns: common, proper, bound; numerals; pronouns
    *("VV", "VA", "VX", "VCP", "VCN"),  # verbs, adjectives, auxiliaries, the copulas 이다 and 아니다
    *("MM", "MAG", "MAJ", "IC"),  # determiners, adverbs, interjections
    *("JKS", "JKC", "JKG", "JKO", "JKB", "JKV", "JKQ", "JX", "JC"),  # particles (josa)
    *("EP", "EF", "EC", "ETN", "ETM"),  # endings
    *("XPN", "XSN", "XSV", "XSA", "XSM", "XR"),  # affixes and roots
    *("SF", "SP", "SS", "SSO", "SSC", "SE", "SO", "SW", "SB"),  # punctuation and symbols
    *("SL", "SH", "SN"),  # Latin letters, Chinese characters, digits
    *("W_URL", "W_EMAIL", "W_HASHTAG", "W_MENTION", "W_SERIAL", "W_EMOJI"),
    *("Z_CODA", "Z_SIAT"),  # a final consonant added to a word, a linking ㅅ
    *("USER0", "USER1", "USER2", "USER3", "USER4", OTHER_TAG),
)
