"""Pages that carry everything with them and may load nothing: templates, styles, scripts, and the policy over them."""

import base64
import functools
import hashlib
from collections.abc import Callable, Sequence

from jinja2 import Environment, PackageLoader, StrictUndefined

from mokpyo.inference.render.visible import one_line, visible
from mokpyo.inference.report.language import Language, interface_texts


@functools.cache
def environment(language: Language) -> Environment:
    """Templates with ``t(key, ...)``, which gives the interface's words in ``language``."""
    made = Environment(
        loader=PackageLoader("mokpyo.inference.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters.update(visible=visible, one_line=one_line)
    made.globals.update(t=_translator(language), language=language.value)
    return made


def _translator(language: Language) -> Callable[..., str]:
    texts = interface_texts(language)

    def translate(key: str, **values: object) -> str:
        return texts[key].format(**values) if values else texts[key]

    return translate


@functools.cache
def joined_files(names: Sequence[str]) -> str:
    """The styles or scripts ``names`` as one."""
    made = environment(Language.KOREAN)
    if made.loader is None:  # an Environment may have none; this one is made with it
        raise RuntimeError("the report's templates are missing from the installed package")
    return "\n".join(made.loader.get_source(made, name)[0] for name in names)


def source_hash(source: str) -> str:
    """What a content-security policy calls an inline style or script by."""
    return f"'sha256-{base64.b64encode(hashlib.sha256(source.encode()).digest()).decode()}'"


def embedded_json(data: bytes) -> str:
    """JSON that can stand in a ``<script>`` block: no ``<`` that could end it, no U+2028 that old readers trip on."""
    text = data.decode()
    for character in "<>&\u2028\u2029":
        text = text.replace(character, f"\\u{ord(character):04x}")
    return text
