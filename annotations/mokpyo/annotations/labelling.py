"""The labelling config: what annotators see, as Label Studio's XML."""

from importlib import resources

CONFIG_FILE = "labelling.xml"


def labelling_config() -> str:
    """The XML of the package; its names are those of :mod:`mokpyo.data.label_studio.names_table`."""
    return resources.files("mokpyo.annotations").joinpath("templates", CONFIG_FILE).read_text(encoding="utf-8")
