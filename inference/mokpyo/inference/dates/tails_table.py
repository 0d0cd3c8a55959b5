"""What may follow a date: josa and a few nouns that end the word, and the marks that say how it is used."""

from mokpyo.inference.dates.mention import DateRole

TAILS = (
    "까지|부터|에서|에게|에는|에도|에만|에|의|은|는|이|가|을|를|과|와|도|만|로|으로|보다|마다|께|쯤|경|중|내|안|간|"
    "이후|이전|전|후|뒤|대비|처럼|이나|나|라도|이라|라|인|인데|이며|이고|이었|였|이다|다|씩|발|자|째|동안|말|초|현재|"
    "기준|이면|면|임|뿐|만큼|하고|이랑|랑|밖에|조차|들어|쯤은|엔|분|해|여|한|종일|내내|오전|오후|새벽|저녁|아침|밤|"
    "중순|하순|상순|초순|초반|중반|후반|무렵|즈음|께서|적|치|정도|입니다|이라고|이라는|라고|라는|라며|이라며|로부터|이상|이내|이하"
)
"""Parts of a tail: any row of these up to the end of the Korean letters."""

ROLE_MARKS = (
    (DateRole.UNTIL, r"\s?(?:까지|이전)"),
    (DateRole.SINCE, r"부터|로부터|\s?이후|\s?이래"),
    (DateRole.BEFORE, r"\s?전(?=에|까지|\s까지|으로)|\s전(?=\s)"),
    (DateRole.INSIDE, r"\s?(?:안에|안으로|이내|내에|내로|내(?=\s|$)|중에|중으로|중(?=\s|$))"),
)
"""Marks after a mention, in the order in which they are tried. 이전 and 이후 include the date itself."""

LENGTH_SUFFIXES = r" ?(?:동안|간(?!격|담|부|소|호|식|병|사|접|판)|째)"
"""Part of the span of a length of time."""

SHIFT_SUFFIXES = (
    r" ?(?P<shift>전|뒤|후)(?=에|부터|까지|인|의|만|보다|쯤|엔|로|이|과|와|은|는|다|이다|였|[\s,.)\]'\"’”]|$)"
)
"""Part of the span, too: a length before or after a day."""

DAY_LENGTH_SUFFIXES = (
    r"\s?(?:동안|간(?!격)|째|이내|안에|만에|연속|내내|이상|미만)|(?:전|뒤|후)(?=에|부터|까지|인|의|[\s,.)]|$)"
    r"|\s(?:전|뒤|후)(?=에|부터|까지|인|의)|\s(?:뒤|후)(?=[\s,.)]|$)"
)
"""After ``N일`` these make it a number of days, not a day of the month."""
