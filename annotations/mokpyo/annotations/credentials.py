"""Where the server is and who asks: from the environment alone, so that no key stands in a call, a file or a log."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Self
from urllib.parse import urlsplit

from mokpyo.data.errors import AnnotationError

URL_VARIABLE = "LABEL_STUDIO_URL"
KEY_VARIABLE = "LABEL_STUDIO_API_KEY"


@dataclass(frozen=True, slots=True)
class Credentials:
    """A server's address and the key to it, which is shown nowhere."""

    url: str
    key: str = field(repr=False)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> Self:
        """Read ``LABEL_STUDIO_URL`` and ``LABEL_STUDIO_API_KEY``. Raises :class:`AnnotationError` without them."""
        missing = [name for name in (URL_VARIABLE, KEY_VARIABLE) if not environment.get(name, "").strip()]
        if missing:
            raise AnnotationError(
                f"no {' and no '.join(missing)} in the environment: set {URL_VARIABLE} to the server's address and "
                f"{KEY_VARIABLE} to your token (Label Studio: Account & Settings)"
            )
        url = environment[URL_VARIABLE].strip().rstrip("/")
        parts = urlsplit(url)
        if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or parts.password:
            raise AnnotationError(f"{URL_VARIABLE} must be an address such as http://127.0.0.1:8080, no password in it")
        return cls(url, environment[KEY_VARIABLE].strip())
