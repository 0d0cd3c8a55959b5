"""A project's annotations, brought from the server into a folder."""

from pathlib import Path

from mokpyo.annotations.annotation_folder import Pulled, check_output, write_set
from mokpyo.annotations.server import Server
from mokpyo.data.errors import AnnotationError


def pull_project(server: Server, title: str, output: Path, *, as_dataset: bool = False) -> Pulled:
    """Write the project's annotations to ``output``, which appears whole or not at all; an older set is replaced.

    Raises :class:`AnnotationError` for a project that is not there, a server that stops (``output`` is then as it
    was), and a folder that is not a pulled set.
    """
    check_output(output)
    projects = server.projects_titled(title)
    if len(projects) != 1:
        told = "no project" if not projects else f"{len(projects)} projects"
        raise AnnotationError(f"the server has {told} {title!r}; check --project")
    return write_set(server.export(projects[0]), title, output, as_dataset=as_dataset)
