"""From YAML and ``key.sub=value`` to a typed config; every mistake is named with its place."""

import difflib
import os
import re
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar, cast, get_args

import msgspec
import yaml

from mokpyo.data.errors import ConfigError
from mokpyo.train.config import EnsembleRunConfig, FinetuneConfig, LabelConfig, RelabelConfig, RunConfig, VectorsConfig
from mokpyo.train.pretraining.settings import PretrainConfig
from mokpyo.train.ranking.settings import RankConfig

_KINDS: Mapping[str, type[msgspec.Struct]] = {
    "ensemble": EnsembleRunConfig,
    "finetune": FinetuneConfig,
    "label": LabelConfig,
    "pretrain": PretrainConfig,
    "rank": RankConfig,
    "relabel": RelabelConfig,
    "vectors": VectorsConfig,
}
_VARIABLE = re.compile(r"\$\{(\w+)\}")
_UNKNOWN_KEY = re.compile(r"unknown field `([^`]*)`")
_PLACE = re.compile(r" - at `\$\.?([^`]*)`")
_INDEX = re.compile(r"\[(\d+)\]")
_INVALID_CHOICE = re.compile(r"Invalid enum value '?(.*?)'?$")

Values = dict[str, Any]
Kind = TypeVar("Kind")


def read_config(path: Path, overrides: Sequence[str] = ()) -> RunConfig:
    """The run that ``path`` describes, with ``overrides`` such as ``train.epochs=3`` in place of what it says.

    ``${NAME}`` in a value is the environment variable of that name. Raises :class:`ConfigError` with the dotted place
    of what is wrong and, for an unknown key, the nearest valid one.
    """
    try:
        values = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ConfigError(f"the config {path} cannot be read: {error.strerror}") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(f"the config {path} is not YAML: {' '.join(str(error).split())}") from error
    if not isinstance(values, dict):
        raise ConfigError(f"the config {path} holds a {type(values).__name__}; expected keys such as `kind: finetune`")
    for override in overrides:
        _apply(values, override)
    return _convert(_expand(values, ""), path)


def _apply(values: Values, override: str) -> None:
    place, equals, text = override.partition("=")
    if not equals or not place:
        raise ConfigError(f"override {override!r} is not of the form key.sub=value")
    try:
        value = yaml.safe_load(text)
    except yaml.YAMLError as error:
        raise ConfigError(f"the value in override {override!r} is not YAML: {' '.join(str(error).split())}") from error
    *parents, last = place.split(".")
    inner: Any = values
    for at, key in enumerate(parents):
        inner = _step(inner, key, ".".join(parents[:at]), override)
    if isinstance(inner, list):
        inner[_list_index(inner, last, override)] = value
    else:
        inner[last] = value


def _step(inner: Any, key: str, place: str, override: str) -> Any:
    if isinstance(inner, list):
        return inner[_list_index(inner, key, override)]
    below = inner.setdefault(key, {})
    if not isinstance(below, dict | list):
        where = ".".join(filter(None, (place, key)))
        raise ConfigError(f"override {override!r} goes below {where}, which is the value {below!r} and has no keys")
    return below


def _list_index(items: Sequence[Any], key: str, override: str) -> int:
    if not key.isdecimal() or int(key) >= len(items):
        raise ConfigError(f"override {override!r}: {key!r} is no index of a list of {len(items)}; they count from 0")
    return int(key)


def _expand(value: Any, place: str) -> Any:
    """``value`` with every ``${NAME}`` put in; ``place`` is its dotted path, for the error."""
    if isinstance(value, dict):
        return {key: _expand(inner, f"{place}.{key}".lstrip(".")) for key, inner in value.items()}
    if isinstance(value, list):
        return [_expand(inner, f"{place}.{at}".lstrip(".")) for at, inner in enumerate(value)]
    if isinstance(value, str):
        return _VARIABLE.sub(lambda match: _variable(match[1], place), value)
    return value


def _variable(name: str, place: str) -> str:
    found = os.environ.get(name)
    if not found:
        raise ConfigError(f"{place} names ${{{name}}}, and the environment variable {name} is not set; set it, or "
                          f"override the key as in {place}=VALUE")  # fmt: skip
    return found


def _convert(values: Values, path: Path) -> RunConfig:
    kind = str(values.get("kind"))
    if kind not in _KINDS:
        hint = _nearest(kind, list(_KINDS))
        raise ConfigError(f"{path}: kind is {kind!r}; expected one of {', '.join(_KINDS)}{hint}")
    struct = _KINDS[kind]
    try:
        return cast("RunConfig", msgspec.convert(values, struct, dec_hook=_path))
    except msgspec.ValidationError as error:
        raise ConfigError(f"{path}: {_explain(str(error), struct)}") from error


def _path(expected: type, value: object) -> object:
    """Hook of msgspec for the one type that it does not know."""
    if expected is Path and isinstance(value, str) and value:
        return Path(value)
    raise ValueError(f"expected a path, got {value!r}")


def _explain(message: str, struct: type[msgspec.Struct]) -> str:
    """The sentence of msgspec with the dotted place first and, for a typo, the key that was meant."""
    found = _PLACE.search(message)
    place = _INDEX.sub(r".\1", found[1]) if found else ""
    sentence = _PLACE.sub("", message)
    if unknown := _UNKNOWN_KEY.search(message):
        valid = _keys_at(struct, place)
        where = ".".join(filter(None, (place, unknown[1])))
        return f"unknown key {where}{_nearest(unknown[1], valid)}; keys here are {', '.join(valid)}"
    if invalid := _INVALID_CHOICE.match(sentence):
        choices = _choices_at(struct, place)
        return f"{place}: {invalid[1]!r} is none of {', '.join(choices)}{_nearest(invalid[1], choices)}"
    return f"{place or 'the config'}: {sentence[:1].lower()}{sentence[1:]}"


def _nearest(word: str, choices: Sequence[str]) -> str:
    close = difflib.get_close_matches(word, choices, n=1, cutoff=0.5)
    return f"; did you mean {close[0]}?" if close else ""


def _keys_at(struct: type[msgspec.Struct], place: str) -> list[str]:
    """Field names of the struct that stands at a dotted place of ``struct``."""
    for key in _field_names(place):
        struct = _within(_field_type(struct, key), msgspec.Struct)
    names = [field.encode_name for field in msgspec.structs.fields(struct)]
    tag = struct.__struct_config__.tag_field
    return [tag, *names] if tag else names


def _choices_at(struct: type[msgspec.Struct], place: str) -> list[str]:
    """Values of the enumeration that stands at a dotted place of ``struct``."""
    *above, last = _field_names(place)
    for key in above:
        struct = _within(_field_type(struct, key), msgspec.Struct)
    return [str(choice) for choice in _within(_field_type(struct, last), StrEnum)]


def _field_names(place: str) -> list[str]:
    return [key for key in place.split(".") if key and not key.isdecimal()]


def _field_type(struct: type[msgspec.Struct], key: str) -> Any:
    return next(field.type for field in msgspec.structs.fields(struct) if field.encode_name == key)


def _within(annotation: Any, base: type[Kind]) -> type[Kind]:
    """``X`` of ``X``, ``list[X]`` or ``X | None``, where ``X`` is a subclass of ``base``."""
    if isinstance(annotation, type) and issubclass(annotation, base):
        return annotation
    found = [_within(inner, base) for inner in get_args(annotation) if inner is not type(None)]
    if not found:
        raise TypeError(f"{annotation} holds no {base.__name__}")  # a mistake in config.py, never in a user's file
    return found[0]
