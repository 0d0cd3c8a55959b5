"""What can be taken out of a module, one thing at a time: entries of its tables, alternatives of its patterns, branches."""

import ast
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from types import CodeType

_PATTERN = re.compile(r"[\\?*+()\[\]$^|{}]")
_GROUP_HEAD = re.compile(r"\((?:\?(?::|P<\w+>|<?[=!]))?")
_COLLECTIONS = (ast.Tuple, ast.List, ast.Set)
_HOLE = 0xE000
"""From here on, characters that stand for the fields of an f-string."""

Edit = tuple[str, str, Callable[[], object]]
"""Label, the word that goes, and what takes it out of the tree."""


@dataclass(frozen=True)
class Removal:
    """A module without one thing, or the text of a file beside the module without it."""

    module: str
    path: Path
    label: str
    word: str
    code: CodeType | None = None
    text: str | None = None


def removals(module: str, path: Path) -> Iterator[Removal]:
    """Every removal from a Python module."""
    source = path.read_text(encoding="utf-8")
    for index in range(len(list(_edits(ast.parse(source))))):
        tree = ast.parse(source)
        label, word, remove = list(_edits(tree))[index]
        remove()
        code = compile(ast.fix_missing_locations(tree), str(path), "exec")
        yield Removal(module, path, label, word, code=code)


def line_removals(module: str, path: Path) -> Iterator[Removal]:
    """Every removal of one name from the last column of a file of lines."""
    text = path.read_text(encoding="utf-8")
    for name in re.finditer(r"[^\s#]+(?=[^\t\n]*$)", text, re.MULTILINE):
        line = text[text.rfind("\n", 0, name.start()) + 1 : name.end()]
        if not line.startswith("#"):
            changed = text[: name.start()] + text[name.end() :]
            yield Removal(module, path, f"{line.split()[0]}: {name[0]}", name[0], text=changed)


def _edits(tree: ast.Module) -> Iterator[Edit]:
    for statement in tree.body:
        if isinstance(statement, ast.Expr):
            continue  # a docstring
        table = isinstance(statement, ast.Assign | ast.AnnAssign) and not _is_public_list(statement)
        yield from _walk(statement, None, in_table=table)


def _is_public_list(statement: ast.Assign | ast.AnnAssign) -> bool:
    return isinstance(statement, ast.Assign) and ast.unparse(statement.targets[0]) == "__all__"


def _walk(node: ast.AST, parent: ast.AST | None, *, in_table: bool) -> Iterator[Edit]:
    line = getattr(node, "lineno", getattr(parent, "lineno", 0))
    for label, word, edit in _own(node, parent, in_table=in_table):
        yield f"{line}\t{' '.join(label.split())}", word, edit
    for name, value in ast.iter_fields(node):
        if name in ("annotation", "returns", "slice", "decorator_list", "type_params", "format_spec"):
            continue
        for child in value if isinstance(value, list) else [value]:
            is_docstring = isinstance(child, ast.Expr) and isinstance(child.value, ast.Constant)
            if isinstance(child, ast.AST) and not is_docstring and not isinstance(child, ast.Raise):
                yield from _walk(child, node, in_table=in_table)


def _own(node: ast.AST, parent: ast.AST | None, *, in_table: bool) -> Iterator[Edit]:
    yield from _branches(node)
    match node:
        case ast.Dict(keys=keys, values=values):
            yield from _entries(keys, values)
        case ast.Tuple() | ast.List() | ast.Set():
            if _is_list(node, parent, in_table=in_table):
                yield from _pops("entry", node.elts)
        case ast.Constant(value=str(text)):
            yield from _parts(node, text, parent, in_table=in_table)
        case ast.JoinedStr():
            yield from _fields(node)


def _branches(node: ast.AST) -> Iterator[Edit]:
    match node:
        case ast.If(test=test) | ast.IfExp(test=test) if ast.unparse(test) != "TYPE_CHECKING":
            yield f"if {ast.unparse(test)[:80]}", "", lambda: setattr(node, "test", ast.Constant(value=False))
        case ast.BoolOp(op=ast.Or(), values=values):
            for at, one in enumerate(values):
                never = ast.Constant(value=False)
                yield f"or {ast.unparse(one)[:80]}", "", lambda at=at, never=never: values.__setitem__(at, never)
        case ast.comprehension(ifs=ifs):
            yield from _pops("where", ifs)
        case ast.Match(cases=cases):
            for at, one in enumerate(cases[:-1]):
                yield f"case {ast.unparse(one.pattern)[:80]}", "", lambda at=at: cases.pop(at)


def _pops(label: str, held: list[ast.expr]) -> Iterator[Edit]:
    for at, one in enumerate(held):
        word = one.value if isinstance(one, ast.Constant) and isinstance(one.value, str) else ""
        yield f"{label} {ast.unparse(one)[:80]}", word, lambda at=at: held.pop(at)


def _entries(keys: list[ast.expr | None], values: list[ast.expr]) -> Iterator[Edit]:
    for at, key in enumerate(keys):
        if key is not None:
            word = key.value if isinstance(key, ast.Constant) and isinstance(key.value, str) else ""
            yield f"key {ast.unparse(key)[:80]}", word, lambda at=at: (keys.pop(at), values.pop(at))


def _is_list(node: ast.Tuple | ast.List | ast.Set, parent: ast.AST | None, *, in_table: bool) -> bool:
    """Whether the entries are alike, so that one can be missing: not the fields of a record, not several results."""
    if not node.elts or (not isinstance(node, ast.Set) and isinstance(node.ctx, ast.Store)):
        return False
    if isinstance(parent, (*_COLLECTIONS, ast.Dict)):
        beside = parent.values if isinstance(parent, ast.Dict) else parent.elts
        sizes = {len(one.elts) if isinstance(one, ast.Tuple) else 0 for one in beside}
        kinds = {type(one) for one in node.elts}
        is_record = isinstance(node, ast.Tuple) and len(sizes) == 1 and (len(beside) > 1 or len(kinds) > 1)
        return in_table and not is_record
    if in_table:
        return True
    held = isinstance(parent, ast.Compare | ast.For | ast.comprehension | ast.Call)
    return all(isinstance(one, ast.Starred) for one in node.elts) or (
        held and all(isinstance(one, ast.Constant) for one in node.elts)
    )


def _parts(node: ast.Constant, text: str, parent: ast.AST | None, *, in_table: bool) -> Iterator[Edit]:
    split = isinstance(parent, ast.Attribute) and parent.attr == "split"
    row = in_table and isinstance(parent, ast.Assign | ast.Tuple) and " " in text.strip()
    if split or (row and not _PATTERN.search(text) and len(text) > 3):
        words = text.split()
        for at, word in enumerate(words):
            rest = " ".join((*words[:at], *words[at + 1 :]))
            yield f"word {word}", word, lambda rest=rest: setattr(node, "value", rest)
    elif isinstance(parent, ast.Call) and ast.unparse(parent.func) in ("frozenset", "set"):
        for at, sign in enumerate(text):
            yield f"character {sign}", sign, lambda at=at: setattr(node, "value", text[:at] + text[at + 1 :])
    elif "|" in text and len(text) > 1 and not isinstance(parent, ast.JoinedStr):
        for part, rest in alternatives(text):
            yield f"alternative {part}", _letters(part), lambda rest=rest: setattr(node, "value", rest)


def _letters(part: str) -> str:
    found = re.search(r"[가-힣A-Za-z]+", part)
    return found[0] if found else ""


def _fields(node: ast.JoinedStr) -> Iterator[Edit]:
    """Alternatives of a pattern that is written as an f-string."""
    held = {chr(_HOLE + at): part for at, part in enumerate(node.values) if not isinstance(part, ast.Constant)}
    signs = dict(zip(map(id, held.values()), held, strict=True))
    text = "".join(str(part.value) if isinstance(part, ast.Constant) else signs[id(part)] for part in node.values)
    for part, rest in alternatives(text):
        pieces = [piece for piece in re.split(f"([{''.join(held)}])", rest) if piece] if held else [rest]
        fields = [held.get(piece) or ast.Constant(value=piece) for piece in pieces]
        label = "".join(ast.unparse(held[sign])[2:-1] if sign in held else sign for sign in part)
        yield f"alternative {label}", _letters(part), lambda fields=fields: setattr(node, "values", fields)


def alternatives(pattern: str) -> Iterator[tuple[str, str]]:
    """Each alternative of a regular expression, and the expression without it."""
    for starts in _groups(pattern):
        for start, end in pairwise(starts):
            first, last = (start - 1, end - 1) if end == starts[-1] else (start, end)
            yield pattern[start : end - 1], pattern[:first] + pattern[last:]


def _groups(pattern: str) -> list[list[int]]:
    """Of each group of several alternatives where these begin, and behind its end; none where brackets do not match."""
    groups: list[list[int]] = [[0]]
    done: list[list[int]] = []
    for at, sign in _signs(pattern):
        if sign == "(":
            head = _GROUP_HEAD.match(pattern, at)
            groups.append([head.end() if head else at + 1])
        elif sign == "|":
            groups[-1].append(at + 1)
        elif len(groups) == 1:
            return []
        else:
            done.append([*groups.pop(), at + 1])
    done.append([*groups[0], len(pattern) + 1])
    return [starts for starts in done if len(starts) > 2] if len(groups) == 1 else []


def _signs(pattern: str) -> Iterator[tuple[int, str]]:
    """Brackets and bars that are neither escaped nor in a set of characters."""
    for found in re.finditer(r"\\.|\[\^?\]?(?:\\.|[^\]\\])*\]|[(|)]", pattern, re.DOTALL):
        if found[0] in ("(", "|", ")"):
            yield found.start(), found[0]
