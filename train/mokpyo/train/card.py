"""A run's model card, rendered from what the run folder holds."""

import jinja2
import msgspec

from mokpyo.train.config import CardSettings, TaggerConfig
from mokpyo.train.plots import PICTURES
from mokpyo.train.run_folder import CARD_FILE, RunFolder, dump_config


def write_card(config: TaggerConfig, run: RunFolder, *, card: CardSettings | None = None) -> None:
    """Write ``README.md``; every figure in it is one of ``metrics.json``."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("mokpyo.train", "templates"),
        undefined=jinja2.StrictUndefined,
        autoescape=False,  # noqa: S701 - Markdown, not HTML
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["percent"] = _percent
    environment.filters["agreement"] = _agreement
    rendered = environment.get_template("card.md.j2").render(
        config=config,
        card=card or config.card,
        metrics=run.read_metrics(),
        provenance=run.read_provenance(),
        pictures={name for name in PICTURES if (run.path / name).is_file()},
        # What the card says of itself need not stand in it twice.
        resolved=dump_config(msgspec.structs.replace(config, card=CardSettings())),
    )
    (run.path / CARD_FILE).write_text(rendered, encoding="utf-8")


def _percent(share: float) -> str:
    return f"{100 * share:.1f}"


def _agreement(value: float | None) -> str:
    return "not defined" if value is None else f"{value:.3f}"
