"""Small mistakes in a module, one at a time: what a slip of the hand or of the head would make of it.

Only the text is made here; whether a test notices is found out by `trial`.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

_COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
_RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.Div,
    ast.Div: ast.Mult,
    ast.BitOr: ast.BitAnd,
    ast.BitAnd: ast.BitOr,
}
# SQLAlchemy's conditions are methods.
_ASKED = {"is_": "is_not", "is_not": "is_", "in_": "not_in", "not_in": "in_"}
_CONDITIONS = {"where", "and_", "or_"}
_ADORNMENTS = {"order_by", "limit", "distinct"}
_WRITTEN = {"values"}


@dataclass(frozen=True, slots=True)
class Mutant:
    """`source` is the whole module with one thing changed; `first` to `last` the lines of its statement.

    `loading`: it runs while the module is loaded, not when a function of it is called.
    """

    line: int
    before: str
    after: str
    source: str
    first: int
    last: int
    loading: bool


def mutants(source: str) -> list[Mutant]:
    """All of them, in the order of the lines."""
    whole = source.encode()
    starts = [0]
    for line in whole.splitlines(keepends=True):
        starts.append(starts[-1] + len(line))
    found: dict[tuple[int, int, str], Mutant] = {}
    for statement, node, loading in _places(ast.parse(source)):
        for place, after in _changes(node):
            begin = starts[place.lineno - 1] + place.col_offset
            end = starts[(place.end_lineno or place.lineno) - 1] + (place.end_col_offset or 0)
            changed = (whole[:begin] + after.encode() + whole[end:]).decode()
            before = whole[begin:end].decode()
            one = Mutant(place.lineno, before, after, changed, *_lines(statement), loading)
            found.setdefault((begin, end, after), one)
    return sorted(found.values(), key=lambda one: one.line)


def _lines(statement: ast.stmt) -> tuple[int, int]:
    """Where a statement stands; of one with a body only its head."""
    body = getattr(statement, "body", None)
    last = body[0].lineno - 1 if body else statement.end_lineno or statement.lineno
    return statement.lineno, max(last, statement.lineno)


_Place = tuple[ast.stmt, ast.stmt | ast.expr, bool]


def _places(tree: ast.Module) -> Iterator[_Place]:
    for statement in tree.body:
        yield from _within(statement, statement, loading=True)


def _within(node: ast.AST, statement: ast.stmt, *, loading: bool) -> Iterator[_Place]:
    if _is_prose(node):
        return
    if isinstance(node, ast.stmt):
        statement = node
    if isinstance(node, ast.stmt | ast.expr):
        yield statement, node, loading
    for name, value in ast.iter_fields(node):
        # What a type checker or a decorator reads is no behaviour a test could see.
        if name in {"annotation", "returns", "decorator_list"}:
            continue
        called = name == "body" and isinstance(node, ast.FunctionDef | ast.Lambda)
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST):
                yield from _within(child, statement, loading=loading and not called)


def _is_prose(node: ast.AST) -> bool:
    if isinstance(node, ast.Import | ast.ImportFrom | ast.JoinedStr):
        return True
    if isinstance(node, ast.Expr):
        value = node.value
        return isinstance(value, ast.Constant) or (
            isinstance(value, ast.Call) and ast.unparse(value.func).startswith("log.")
        )
    return isinstance(node, ast.Call) and ast.unparse(node.func) in {"logging.getLogger", "TypeVar"}


def _changes(node: ast.stmt | ast.expr) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    if isinstance(node, ast.stmt):
        for place, text in _of_statement(node):
            yield place, text
        return
    for changed in _of_expression(node):
        text = ast.unparse(changed)
        yield node, text if isinstance(changed, ast.Constant | ast.Name | ast.Call) else f"({text})"


def _of_statement(node: ast.stmt) -> Iterator[tuple[ast.stmt | ast.expr, str]]:
    match node:
        # A constant is changed for itself.
        case ast.Return(value=ast.expr() as value) if not isinstance(value, ast.Constant):
            yield node, "return None"
        case (
            ast.Expr(value=ast.Call())
            | ast.Raise()
            | ast.Continue()
            | ast.Break()
            | ast.AugAssign()
            | ast.Delete()
            | ast.Assign(targets=[ast.Attribute() | ast.Subscript()])
        ):
            yield node, "pass"
        case ast.If(test=ast.Name() | ast.Attribute() | ast.Call() as test):
            yield test, f"not {ast.unparse(test)}"


def _of_expression(node: ast.expr) -> Iterator[ast.expr]:
    match node:
        case ast.Compare():
            yield from _of_comparison(node)
        case ast.BoolOp(values=values):
            for left in _one_less(values):
                yield _with(node, values=left) if len(left) > 1 else left[0]
        case ast.UnaryOp(op=ast.Not() | ast.Invert(), operand=operand):
            yield operand
        case ast.BinOp(op=op) if type(op) in _RECKONED:
            yield _with(node, op=_RECKONED[type(op)]())
        case ast.IfExp(body=body, orelse=orelse):
            yield from (body, orelse)
        case ast.Constant(value=value):
            yield from _of_constant(value)
        case ast.Call():
            yield from _of_call(node)


def _of_comparison(node: ast.Compare) -> Iterator[ast.expr]:
    for place, op in enumerate(node.ops):
        for other in _COMPARED[type(op)]:
            yield _with(node, ops=[*node.ops[:place], other(), *node.ops[place + 1 :]])


def _one_less(values: list[T]) -> Iterator[list[T]]:
    for place in range(len(values)):
        yield values[:place] + values[place + 1 :]


def _of_constant(value: object) -> Iterator[ast.expr]:
    if isinstance(value, bool):
        yield ast.Constant(not value)
    elif isinstance(value, int):
        yield ast.Constant(value + 1)
    elif isinstance(value, float):
        yield ast.Constant(value * 2)
    elif isinstance(value, str):
        yield ast.Constant(f"{value}X")


def _of_call(node: ast.Call) -> Iterator[ast.expr]:
    name = node.func.attr if isinstance(node.func, ast.Attribute) else ast.unparse(node.func)
    if name in _CONDITIONS and len(node.args) > 1:
        for arguments in _one_less(node.args):
            yield _with(node, args=arguments)
    if name in _WRITTEN and len(node.keywords) > 1:
        for keywords in _one_less(node.keywords):
            yield _with(node, keywords=keywords)
    if isinstance(node.func, ast.Attribute):
        if name in _ADORNMENTS or (name == "where" and len(node.args) == 1):
            yield node.func.value
        if name in _ASKED:
            yield _with(node, func=_with(node.func, attr=_ASKED[name]))


def _with(node: ast.expr, **changes: object) -> ast.expr:
    turned = copy.copy(node)
    for name, value in changes.items():
        setattr(turned, name, value)
    return turned
