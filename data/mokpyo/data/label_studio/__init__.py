r"""Documents as Label Studio's JSON and back: what is pushed, and what an export holds.

Label Studio counts offsets of its ``Text`` tag in code points of the unchanged text, as this project does; other
front ends count UTF-16 units or read ``\r\n`` as one character, which :mod:`.offset_readings` repairs.
"""

from mokpyo.data.label_studio.decode import Origin, decode_results
from mokpyo.data.label_studio.encode import encode_document, task_data
from mokpyo.data.label_studio.export import Annotation, Export, ExportedTask, holds_export, read_export
from mokpyo.data.label_studio.normaliser import Normaliser
from mokpyo.data.label_studio.problems import Problem, ProblemKind

__all__ = [
    "Annotation",
    "Export",
    "ExportedTask",
    "Normaliser",
    "Origin",
    "Problem",
    "ProblemKind",
    "decode_results",
    "encode_document",
    "holds_export",
    "read_export",
    "task_data",
]
