"""A stopped run, opened again to go on."""

from collections.abc import Mapping
from pathlib import Path

import msgspec
import yaml

from mokpyo.data.errors import ConfigError
from mokpyo.train.config import RunConfig
from mokpyo.train.pretraining.packed_corpus import differing
from mokpyo.train.run_folder import CONFIG_FILE, METRICS_FILE, RunFolder, dump_config

_MAY_DIFFER = (
    "resume",
    "output",
    "packed",
    "train.threads",
    "train.workers",
    "train.save_steps",
    "train.logging_steps",
)
"""Of no influence on the weights."""
_OF_THE_CARD = "card."


def reopen_run(config: RunConfig) -> RunFolder:
    """The run in ``config.output``.

    Raises :class:`ConfigError` where there is none, where it is finished, or where it was begun with another config.
    """
    path = config.output
    if not (path / CONFIG_FILE).is_file():
        raise ConfigError(f"resume: there is no run in {path}; leave resume=true out to begin one")
    if (path / METRICS_FILE).is_file():
        raise ConfigError(f"resume: the run in {path} is finished; name another output to begin one")
    places = [
        place
        for place in differing(_values((path / CONFIG_FILE).read_text(encoding="utf-8")), _values(dump_config(config)))
        if place not in _MAY_DIFFER and not place.startswith(_OF_THE_CARD)
    ]
    if places:
        raise ConfigError(
            f"resume: the run in {path} was begun with another {', '.join(places)}; go on with {path / CONFIG_FILE}, "
            "or begin a run with another output"
        )
    return RunFolder(path)


def require_free(path: Path) -> None:
    """Raise :class:`ConfigError` where a run is in ``path``, before hours of packing."""
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        again = "add resume=true to go on with it, " if not (path / METRICS_FILE).exists() else ""
        raise ConfigError(f"output: {path} is already there and not an empty folder; {again}remove it or name another")


def _values(text: str) -> Mapping[str, object]:
    try:
        return msgspec.convert(yaml.safe_load(text), dict[str, object])
    except (yaml.YAMLError, msgspec.ValidationError) as error:
        raise ConfigError(f"resume: {CONFIG_FILE} of the run is damaged: {' '.join(str(error).split())}") from error
