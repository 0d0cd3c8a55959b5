"""Takes one rule or one entry of a table out at a time, and runs the room's tests: which removals do they not notice?

    python tests/benchmarks/removed_rules.py linking
    python tests/benchmarks/removed_rules.py quantities --only unit_table --survivors survivors.tsv
    python tests/benchmarks/removed_rules.py linking --only '(objects|roles) ' --survivors survivors.tsv

Removed are, one by one: the words of a table, the entries of a tuple, list, set or dictionary, the alternatives of a
pattern, the names of the lexicon; an ``if`` or ``case`` (never taken), an alternative of an ``or``, a condition of a
comprehension. Nothing is written: the changed module is compiled in memory, in a process forked from one that has
everything imported and every morpheme at hand. Tests are called without pytest, the ones whose case holds the removed
word first; those by Hypothesis, and those that take a fixture besides ``mark``, are left out.
"""

import argparse
import functools
import importlib
import importlib.util
import itertools
import os
import re
import signal
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest
from rule_removals import Removal, line_removals, removals

from mokpyo.data import morphology

TESTS = Path(__file__).resolve().parents[1] / "inference"
PACKAGE = "mokpyo.inference"
NAMES = ["tagging/names.py", "tagging/names_table.py", "tagging/boundaries.py", "tagging/boundary_table.py"]
NAME_TESTS = ["tagging/test_name*.py", "tagging/test_boundaries.py", "tagging/test_acting_names.py"]
ROOMS: dict[str, tuple[list[str], list[str]]] = {
    "quantities": (["quantities/*.py"], ["quantities/test_*.py"]),
    "dates": (["dates/*.py"], ["dates/test_*.py"]),
    "lexicon": (["lexicon/*"], NAME_TESTS),
    "names": (NAMES, NAME_TESTS),
    "reconcile": (["reconcile.py"], ["test_reconcile.py", "tagging/test_name_readings.py"]),
    "linking": (["linking/*.py"], ["linking/test_*.py"]),
    "rollups": (["rollups/*.py"], ["rollups/test_*.py"]),
}
"""Room: the files below ``mokpyo/inference`` that rules are taken from, the files below ``tests/inference``."""

LONGEST = 60
"""Seconds after which a run without a rule counts as noticed: it does not end."""

SLOW = ("time_grows", "linear_time", "is_no_article")
"""Tests of time, not of rules."""


@dataclass(frozen=True)
class Case:
    """One call of a test function."""

    name: str
    text: str
    """The arguments, to find the removed word in."""
    call: Callable[[], object]


def load_cases(files: Sequence[Path]) -> Iterator[Case]:
    """The cases of test modules, which are imported anew."""
    for file in files:
        conftest = file.with_name("conftest.py")
        given = {"mark": _load(conftest).read_marked} if "def mark(" in _source(conftest) else {}
        module = _load(file)
        for name, test in vars(module).items():
            plain = name.startswith("test_") and not hasattr(test, "is_hypothesis_test")
            if plain and not any(slow in name for slow in SLOW):
                yield from _cases(name, test, given)


def _source(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"removed_{path.stem}", path)
    if spec is None or spec.loader is None:
        raise ImportError(path)
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _cases(name: str, test: Callable[..., object], given: dict[str, object]) -> Iterator[Case]:
    marks = [mark for mark in getattr(test, "pytestmark", []) if mark.name == "parametrize"]
    for rows in itertools.product(*([_row(mark.args[0], values) for values in mark.args[1]] for mark in marks)):
        if any(row is None for row in rows):
            continue
        arguments = {key: value for row in rows if row is not None for key, value in row.items()}
        wanted = set(test.__code__.co_varnames[: test.__code__.co_argcount]) - set(arguments)
        if wanted <= set(given):
            call = functools.partial(test, **arguments, **{key: given[key] for key in wanted})
            yield Case(name, repr(arguments), call)


def _row(names: str | Sequence[str], values: Any) -> dict[str, object] | None:
    """The arguments of one row; ``None`` for one that is expected to fail."""
    keys = [name.strip() for name in names.split(",")] if isinstance(names, str) else list(names)
    if hasattr(values, "marks"):
        if values.marks:
            return None
        values = values.values if len(keys) > 1 else values.values[0]
    return dict(zip(keys, values if len(keys) > 1 else [values], strict=True))


def first_failure(files: Sequence[Path], word: str) -> str | None:
    """The first test that fails, the cases that hold ``word`` first."""
    cases = sorted(load_cases(files), key=lambda case: word not in case.text) if word else list(load_cases(files))
    for case in cases:
        try:
            case.call()
        except pytest.skip.Exception:
            continue
        except (Exception, pytest.fail.Exception) as error:  # noqa: BLE001
            return f"{case.name} {case.text[:90]} {type(error).__name__}"
    return None


class Changed:
    """Finds the changed module before the file system does."""

    def __init__(self, removal: Removal) -> None:
        self.removal = removal

    def find_spec(self, name: str, *_where: object) -> object:
        if name != self.removal.module:
            return None
        return importlib.util.spec_from_loader(name, self, origin=str(self.removal.path))  # type: ignore[arg-type]

    def create_module(self, _spec: object) -> None:
        return None

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = str(self.removal.path)
        exec(self.removal.code, module.__dict__)  # noqa: S102


def dependents(module: str) -> set[str]:
    """``module`` and the loaded modules that import it, by whatever way; helpers of tests among them."""
    places = (PACKAGE.replace(".", "/"), str(TESTS.parent))
    files = {name: Path(getattr(one, "__file__", None) or "") for name, one in list(sys.modules.items())}
    sources = {name: _source(file) for name, file in files.items() if any(place in str(file) for place in places)}
    found, new = set[str](), {module}
    while new:
        found |= new
        imports = re.compile("|".join(_imports_of(*one.rpartition(".")[::2]) for one in new))
        new = {name for name, source in sources.items() if imports.search(source)} - found - {__name__}
    return found


def _imports_of(room: str, name: str) -> str:
    room, name = re.escape(room), re.escape(name)
    return rf"(?:from|import) {room}\.{name}\b|from {room} import .*\b{name}\b"


def noticed(removal: Removal, gone: set[str], files: Sequence[Path]) -> str | None:
    """What fails in a process of its own without the rule: a test, or ``import``; ``None`` if nothing does."""
    reading, writing = os.pipe()
    if (child := os.fork()) == 0:
        os.close(reading)
        signal.alarm(LONGEST)
        os.write(writing, _result(removal, gone, files).encode()[:4000])
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        answer = pipe.read().decode()
    _, status = os.waitpid(child, 0)
    return "does not end" if status else answer or None


def _result(removal: Removal, gone: set[str], files: Sequence[Path]) -> str:
    for name in gone:
        package, _, own = name.rpartition(".")
        vars(sys.modules.get(package, sys)).pop(own, None)  # from package import own
        sys.modules.pop(name, None)
    if removal.text is not None:
        as_it_is, changed = Path.read_text, removal.text
        Path.read_text = (  # type: ignore[method-assign]
            lambda self, *args, **named: changed if self == removal.path else as_it_is(self, *args, **named)
        )
    else:
        sys.meta_path.insert(0, Changed(removal))  # type: ignore[arg-type]
    try:
        for name in sorted(name for name in gone if name.startswith(PACKAGE)):
            importlib.import_module(name)
    except Exception as error:  # noqa: BLE001
        return f"import {type(error).__name__}"
    return first_failure(files, removal.word) or ""


def _remembering(analyse_all: Callable[..., Iterator[list[Any]]]) -> Callable[..., Iterator[list[Any]]]:
    one = functools.cache(lambda text: next(iter(analyse_all([text]))))
    return lambda texts: (list(one(text)) for text in texts)


def main() -> None:
    """Print how many removals were tried, and each that nothing noticed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("room", choices=ROOMS)
    parser.add_argument("--only", default="", help="a pattern in `MODULE REMOVAL`, to try some files or some removals")
    parser.add_argument("--every", type=int, default=1, help="try only each so-manyth removal, for an estimate")
    parser.add_argument("--survivors", type=Path, help="a file to write them to, a line each")
    parser.add_argument("--noticed", type=Path, help="a file for what was noticed, and by which test")
    options = parser.parse_args()
    sources, tests = ROOMS[options.room]
    files = sorted(file for pattern in tests for file in TESTS.glob(pattern))
    sys.path.insert(0, str(TESTS.parent))  # helpers that tests of several rooms share
    morphology.analyse_all = _remembering(morphology.analyse_all)  # type: ignore[assignment]
    failure = first_failure(files, "")
    if failure:
        sys.exit(f"fails as it is: {failure}")
    check(options, list(find_removals(sources)), files)


def find_removals(sources: Sequence[str]) -> Iterator[Removal]:
    """Every removal from the files of a room."""
    package = importlib.import_module(PACKAGE)
    roots = [Path(root) for root in package.__path__]
    for pattern, root in itertools.product(sources, roots):
        for path in sorted(root.glob(pattern)):
            module = ".".join((PACKAGE, *path.relative_to(root).with_suffix("").parts))
            if path.suffix == ".py" and path.stem != "__init__":
                yield from removals(module, path)
            elif path.suffix == ".tsv":
                yield from line_removals(f"{module.rsplit('.', 1)[0]}.regions", path)


def check(options: argparse.Namespace, tried: Sequence[Removal], files: Sequence[Path]) -> None:
    """Try every removal."""
    print(f"{options.room}: {len(tried)} removals, from {tried[0].path.parent}", flush=True)
    started, survivors, seen = time.monotonic(), list[str](), list[str]()
    broken = 0
    gone = functools.cache(dependents)
    tried = [one for one in tried if re.search(options.only, f"{one.module} {one.label}")][:: options.every]
    for count, removal in enumerate(tried, 1):
        found = noticed(removal, gone(removal.module), files)
        line = f"{removal.module.removeprefix(PACKAGE + '.')}\t{removal.label}"
        if found is None:
            survivors.append(line)
        elif found.startswith("import"):
            broken += 1
        seen.append(f"{line}\t{found}")
        if count % 200 == 0:
            print(f"{count} tried, {len(survivors)} not noticed, {time.monotonic() - started:.0f} s", flush=True)
    for line in survivors:
        print(line)
    took = time.monotonic() - started
    print(f"{len(tried)} tried, {broken} of them do not import, {len(survivors)} not noticed, {took:.0f} s")
    if options.survivors:
        options.survivors.write_text("".join(f"{line}\n" for line in survivors), encoding="utf-8")
    if options.noticed:
        options.noticed.write_text("".join(f"{line}\n" for line in seen), encoding="utf-8")


if __name__ == "__main__":
    main()
