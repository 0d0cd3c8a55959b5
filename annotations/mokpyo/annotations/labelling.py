"""The labelling config: what annotators see, as Label Studio's XML."""

from importlib import resources

CONFIG_FILE = "labelling.xml"
INSTRUCTION_FILE = "instruction.html"


def labelling_config() -> str:
    """The XML of the package; its names are those of :mod:`mokpyo.data.label_studio.names_table`."""
    return _template(CONFIG_FILE)


def instruction() -> str:
    """The guide in few words, as HTML that the labelling page shows on demand."""
    return _template(INSTRUCTION_FILE)


def _template(name: str) -> str:
    return resources.files("mokpyo.annotations").joinpath("templates", name).read_text(encoding="utf-8")
