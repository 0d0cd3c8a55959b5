"""Where in a text a quantity may begin: one cheap pattern, so that the grammar looks at little of an article."""

import functools
import re

from mokpyo.inference.quantities.numeral_table import FULL_WIDTH, native_numbers

_NATIVE = "|".join(sorted(native_numbers(), key=len, reverse=True))
_CANDIDATE = re.compile(
    r"""
      (?P<signed>
          (?<![가-힣])(?:(?:섭씨|화씨|영하|영상|마이너스)[ ]?){1,2}(?=[0-9일이삼사오육칠팔구십백천])
        | (?<![0-9A-Za-z가-힣)\]~∼～\-−.,:/%℃°])[-−](?=[0-9])
      )
    | (?P<skip>
          (?<![A-Za-z0-9$€£¥₩])[A-Za-z][A-Za-z0-9._%+\-@/:&?=\#]*+         # words, model numbers, addresses: G20, KBS2
        | (?<![0-9,.])[0-9]{2,4}-[0-9]{3,4}-[0-9]{4}(?![0-9])              # telephone
        | (?<![0-9,.])1[5-9][0-9]{2}-[0-9]{4}(?![0-9만천명원개대])                    # telephone
        | (?<![0-9,.])(?:19|20)[0-9]{2}[.\-/][ ]?[0-9]{1,2}(?:[.\-/][ ]?[0-9]{1,2})?(?![0-9%])   # date
        | (?<![0-9,.])[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9])            # clock
        | (?<![0-9,.])[0-9]+(?:[.\-][0-9]+){2,}+                            # version, account, ISBN
        | (?<=[A-Za-z_@])[0-9]+
      )
    | \((?P<age>[1-9][0-9]?)(?=\)[ ]?(?:씨|(?:군|양|여사|옹)(?:[^가-힣]|[은는이가을를의과와]))|[·ㆍ][여남])
    | (?<=[씨모])[ ]?\((?P<relative>[1-9][0-9]?)(?=\)|[·ㆍ])
    | (?P<season>시즌[1-9][0-9]?(?=[^0-9가-힣]|[은는이가을를의에와과도]|$))
    | (?P<digits>(?:[$€£¥₩￦][ ]?)?[0-9])
    | (?P<ordinal>(?<![가-힣])제[ ]?(?=[0-9]))
    | (?P<words>(?<![가-힣0-9])(?:
          절반(?![가-힣])|절반(?=[은는이가을를의에도만으쯤씩])
        | [일이삼사오육칠팔구]?[십백천]|[일이삼사오육칠팔구][만억]
        | [일이삼사오육칠팔구]조(?=[ ]?(?:원|번째))
        | [일이삼사오육칠팔구](?=등)
        | [만억조](?=[ ]?번째)
        | 만(?=[ ](?:[0-9][천백]|[천백](?:[0-9여]|[ ]?(?:명|원|달러|톤|가구|세대|개|건|대|곳|마리|[0-9]))))
        | [만억](?=여[ ]?[가-힣]|[ ](?:명|원|개|가구|세대|건|톤|달러)|원|명)
        | [일이삼사오육칠팔구](?=[ ]?분의)
        | [수몇][십백천만억조]
        | (?:<NATIVE>)(?=[ ][가-힣]|[명곳개가차마사번군배살달])
      ))
    """.replace("<NATIVE>", _NATIVE),
    re.VERBOSE,
)
_HANGUL = "섭화영마시제절일이삼사오육칠팔구십백천만억조수몇" + "".join(sorted({word[0] for word in native_numbers()}))
_BEGINNING = re.compile(
    rf"[-−0-9A-Za-z($€£¥₩￦ {_HANGUL}](?:(?<![가-힣 ])|(?<=시)|(?<=[씨모] )(?=\()|(?<![가-힣].)(?<! ))"
)
"""Every character that a candidate may begin with, found faster than by trying a candidate at each."""
_RUN = re.compile(r"(?:[$€£¥₩￦] ?)?[0-9]+(?:[.,][0-9]+)*+[A-Za-z]*+")
_ODD_FORMS = re.compile("[" + "".join(map(chr, FULL_WIDTH)) + "]")


# The reader of marked spans asks for the same article again and again.
@functools.lru_cache(maxsize=1)
def plain(text: str) -> str:
    """``text`` with full-width digits and odd blanks as ASCII: the same length, so the same offsets."""
    return text.translate(dict(FULL_WIDTH)) if _ODD_FORMS.search(text) else text


def next_candidate(text: str, start: int) -> re.Match[str] | None:
    """The first place from ``start`` on that may begin a quantity, or (group ``skip``) that certainly does not."""
    while beginning := _BEGINNING.search(text, start):
        if candidate := _CANDIDATE.match(text, beginning.start()):
            return candidate
        start = beginning.end()
    return None


def after_failure(text: str, start: int) -> int:
    """Where to look on after no quantity was read at ``start``: behind the digits that stand there."""
    run = _RUN.match(text, start)
    return run.end() if run else start + 1
