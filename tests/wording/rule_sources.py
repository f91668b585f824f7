"""Collects from the program's source every rule key that may reach a user.

Follows constants, local names, parameters back to their callers, dicts, and the returns of our own functions.
What comes from InPost at run time (`refusal.error`) is not in the source and stays out.
"""

from __future__ import annotations

import ast
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

import inpost_desk

PACKAGE = Path(inpost_desk.__file__).parent
# Where a rule stands in a call: its family of words, its place, its keyword.
CALLS = {
    "Problem": ("rules", 1, "rule"),
    "Reason": ("rules", 1, "rule"),
    "PaperTrouble": ("rules", 0, "rule"),
    "_Back": ("rules", 0, "rule"),
    "Refused": ("rules", None, "error"),
    "NotFound": ("rules", None, "error"),
    "Row": ("rules", None, "rule"),
    "Failed": ("rules", 2, "rule"),
    "RowStanding": ("rules", None, "rule"),
    "LabelFile": ("rules", None, "finding"),
    "looked": ("rules", None, "undecided"),
    "rule_words": ("rules", 0, "rule"),
    "Change": ("changes", 3, "rule"),
    "FileTrouble": ("file", 0, "rule"),
    "LedgerTrouble": ("ledger", 0, "rule"),
    "KeyringTrouble": ("keyring", 0, "rule"),
    "PrinterTrouble": ("printer", 0, "rule"),
    "QuestionOpen": ("question", 0, "rule"),
    "NotAllowed": ("not_allowed", None, "rule"),
}
NAMES = ("stopped_by",)
KEYS = ("refused_rule", "payment_error")

Function = ast.FunctionDef | ast.AsyncFunctionDef


@dataclass
class Module:
    """One source file."""

    name: str
    tree: ast.Module
    functions: dict[str, list[Function]] = field(default_factory=lambda: defaultdict(list))
    owner: dict[ast.AST, Function] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for function in ast.walk(self.tree):
            if isinstance(function, Function):
                self.functions[function.name].append(function)
                # Walked from the outside in, so the innermost function wins.
                self.owner.update(dict.fromkeys(ast.walk(function), function))

    @cached_property
    def imports(self) -> dict[str, tuple[str, str]]:
        """Local name -> (module, name there); the name is "" for a module."""
        found = {}
        for node in ast.walk(self.tree):
            if isinstance(node, ast.ImportFrom) and node.module:
                for alias in node.names:
                    found[alias.asname or alias.name] = (node.module, alias.name)
        return found


class Sources:
    """All modules of the package but the simulator (it speaks as InPost does) and the words themselves."""

    def __init__(self) -> None:
        self.modules = {
            name: Module(name, ast.parse(path.read_text("utf-8")))
            for path in sorted(PACKAGE.rglob("*.py"))
            if path.relative_to(PACKAGE).parts[0] not in ("simulator", "wording")
            for name in [".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)]
        }
        self._busy: set[ast.AST] = set()

    def rules(self) -> dict[str, set[str]]:
        """Every rule by family of words."""
        found: dict[str, set[str]] = defaultdict(set)
        for module in self.modules.values():
            for node in ast.walk(module.tree):
                for family, value in _sites(node):
                    found[family] |= self.strings(module, value)
        return {family: rules - {""} for family, rules in found.items()}

    def strings(self, module: Module, node: ast.AST | None) -> set[str]:
        """Every text that an expression may come to, as far as the source says."""
        if node is None or node in self._busy:
            return set()
        self._busy.add(node)
        try:
            return self._strings(module, node)
        finally:
            self._busy.discard(node)

    def _strings(self, module: Module, node: ast.AST) -> set[str]:
        match node:
            case ast.Constant(value=str(text)):
                return {text}
            case ast.Name(id=name):
                return self._named(module, node, name)
            case ast.Attribute(value=ast.Name(id=place), attr=name):
                source, there = module.imports.get(place, ("", ""))
                return self._constant(f"{source}.{there}", name)
            case ast.Call():
                return self._called(module, node)
        return self._all(module, list(_alternatives(node)))

    def _all(self, module: Module, nodes: list[ast.expr]) -> set[str]:
        return set().union(*(self.strings(module, one) for one in nodes))

    def _named(self, module: Module, node: ast.Name, name: str) -> set[str]:
        function = module.owner.get(node)
        if function is not None:
            local = list(_assigned(function, name))
            if local:
                return self._all(module, local)
            if name in _parameters(function):
                return self._passed(module, function, name)
        source, there = module.imports.get(name, (module.name, name))
        return self._constant(source, there)

    def _constant(self, source: str, name: str) -> set[str]:
        """What a module's constant holds."""
        module = self.modules.get(source)
        if module is None:
            return set()
        found = [value for line in module.tree.body for value in _assigned_by(line, name)]
        return self._all(module, found)

    def _passed(self, module: Module, function: Function, name: str) -> set[str]:
        """What a parameter is given, by the callers in the same module."""
        place = _parameters(function).index(name)
        found: set[str] = set()
        for call in ast.walk(module.tree):
            if isinstance(call, ast.Call) and _name_of(call.func) == function.name:
                for value in _argument(call, place, name):
                    found |= self.strings(module, value)
        return found

    def _called(self, module: Module, call: ast.Call) -> set[str]:
        name = _name_of(call.func)
        if name in ("get", "items", "values") and isinstance(call.func, ast.Attribute):
            return self._all(module, [call.func.value, *call.args[1:]])
        if name in ("next", "frozenset", "tuple", "min", "iter"):
            return self._all(module, call.args)
        for source in (module, *self._places_of(module, call.func)):
            for function in source.functions.get(name, ()):
                return self._all(source, list(_returned(function)))
        return set()

    def _places_of(self, module: Module, func: ast.expr) -> Iterator[Module]:
        place = func.value if isinstance(func, ast.Attribute) else func
        source, there = module.imports.get(_name_of(place), ("", ""))
        for name in (source, f"{source}.{there}"):
            if name in self.modules:
                yield self.modules[name]


def _sites(node: ast.AST) -> Iterator[tuple[str, ast.expr]]:
    """Every place where a rule is put on its way to a user."""
    if isinstance(node, ast.Call) and (site := CALLS.get(_name_of(node.func))):
        family, place, keyword = site
        for value in _argument(node, place, keyword):
            yield family, value
    if isinstance(node, ast.Assign | ast.AnnAssign):
        for name in NAMES:
            for value in _assigned_by(node, name):
                yield "rules", value
    if isinstance(node, ast.Dict):
        for key, value in zip(node.keys, node.values, strict=True):
            if isinstance(key, ast.Constant) and key.value in KEYS:
                yield "rules", value
    match node:
        # A judged row: outcome, field, rule.
        case ast.Return(
            value=ast.Tuple(elts=[ast.Attribute(value=ast.Name(id="Outcome")), _, rule])
        ):
            yield "rules", rule


def _alternatives(node: ast.AST) -> Iterator[ast.expr]:
    """The parts of an expression that its text may come from."""
    match node:
        case ast.IfExp(body=one, orelse=other):
            yield from (one, other)
        case ast.BoolOp(values=parts) | ast.Dict(values=parts):
            yield from parts
        case ast.Tuple(elts=parts) | ast.List(elts=parts) | ast.Set(elts=parts):
            yield from parts
        case ast.Subscript(value=inner) | ast.NamedExpr(value=inner):
            yield inner
        case ast.GeneratorExp(elt=one, generators=loops):
            yield one
            yield from (loop.iter for loop in loops)


def _argument(call: ast.Call, place: int | None, keyword: str) -> Iterator[ast.expr]:
    if place is not None and len(call.args) > place:
        yield call.args[place]
    yield from (one.value for one in call.keywords if one.arg == keyword)


def _assigned(function: Function, name: str) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        yield from _assigned_by(node, name)


def _assigned_by(node: ast.AST, name: str) -> Iterator[ast.expr]:
    match node:
        case ast.Assign(targets=[target], value=value):
            if _name_of(target) == name:
                yield value
            elif isinstance(target, ast.Tuple) and isinstance(value, ast.Tuple):
                for one, given in zip(target.elts, value.elts, strict=True):
                    if _name_of(one) == name:
                        yield given
        case ast.AnnAssign(target=target, value=ast.expr() as value) if _name_of(target) == name:
            yield value
        case ast.NamedExpr(target=ast.Name(id=found), value=value) if found == name:
            yield value


def _parameters(function: Function) -> list[str]:
    """Without `self`, so that places are those of a call."""
    given = function.args
    names = [one.arg for one in (*given.posonlyargs, *given.args)]
    names = names[1:] if names[:1] == ["self"] else names
    return names + [one.arg for one in given.kwonlyargs]


def _returned(function: Function) -> Iterator[ast.expr]:
    for node in ast.walk(function):
        if isinstance(node, ast.Return) and node.value is not None:
            yield node.value


def _name_of(node: ast.AST) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
    return ""
