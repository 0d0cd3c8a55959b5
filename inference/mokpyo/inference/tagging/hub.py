"""Models of the Hugging Face Hub, through ``huggingface_hub`` where it is installed."""

import re
from pathlib import Path

from mokpyo.data.errors import ModelError

WANTED_FILES = ("*.json", "vocab.txt", "model.onnx", "model.onnx.data", "model.safetensors")
"""Never pickles, never another framework's weights."""

_MODEL_ID = re.compile(r"[A-Za-z0-9][\w.-]*(/[A-Za-z0-9][\w.-]*)?")


def download(model_id: str) -> Path:
    """Folder with the files of a Hub model, from the local cache where it has them.

    Raises :class:`ModelError` where the name is no model id, is unknown, or cannot be reached.
    """
    looked_for = f"no folder {model_id!r}, and no model of that name on the Hugging Face Hub"
    if not _MODEL_ID.fullmatch(model_id):
        raise ModelError(f"there is no model folder {model_id!r}, and it is not the form of a Hub id (owner/name)")
    try:
        import huggingface_hub
        from huggingface_hub import errors
    except ImportError as error:
        raise ModelError(
            f"there is no folder {model_id!r}; to look for it on the Hugging Face Hub, install huggingface_hub "
            "(`pip install 'mokpyo[train]'`)"
        ) from error
    try:
        return Path(huggingface_hub.snapshot_download(model_id, allow_patterns=list(WANTED_FILES)))
    except errors.RepositoryNotFoundError as error:
        raise ModelError(f"{looked_for}; check the spelling, or log in if it is private") from error
    except (errors.HfHubHTTPError, OSError, ValueError) as error:
        raise ModelError(
            f"{looked_for} could be reached or is in the local cache ({type(error).__name__}); connect to the "
            "network, or give the folder of a model that is already here"
        ) from error
