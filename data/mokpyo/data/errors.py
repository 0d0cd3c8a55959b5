"""The only exceptions that mokpyo raises on purpose; each message says what came, where, and the fix."""


class MokpyoError(Exception):
    """Base of every error that this package raises: catch it to catch them all."""


class OffsetError(MokpyoError, ValueError):
    """A span that does not lie inside its text, or whose text is not what stands there."""


class ArticleError(MokpyoError, ValueError):
    """An article that cannot be read: missing, binary, wrongly encoded, or not Unicode text."""


class DocumentError(MokpyoError, ValueError):
    """JSON that is not a document of this package's contract."""


class LabelError(MokpyoError, ValueError):
    """A label or tag sequence that the label scheme does not have."""


class ModelError(MokpyoError):
    """A model folder that is missing, incomplete, or that does not fit this installation."""


class ConfigError(MokpyoError, ValueError):
    """A configuration with an unknown key, a wrong type or an impossible value."""


class CorpusError(MokpyoError, ValueError):
    """A training or evaluation corpus that is missing, empty or malformed."""


class RunError(MokpyoError):
    """A training run that was stopped, or that could not write what it made; the message says how to go on."""


class AnnotationError(MokpyoError):
    """An annotation server that cannot be reached, refuses, or stops; the message says how to go on."""
