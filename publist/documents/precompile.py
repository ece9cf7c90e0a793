"""Turns the templates of the two quick formats into Python, whenever one of them is changed.

    python -m publist.documents.precompile

Importing jinja2 and compiling a template take longer than all that a short list needs besides
(``docs/decisions/061-precompiled-templates.md``).  So what ``list.html.j2`` and ``list.markdown.j2`` do is
written to ``precompiled.py``, and a test holds the two together.  Only what these templates use of jinja2 is
known here.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, meta, nodes

FORMATS = ("html", "markdown")
TEMPLATES = Path(__file__).parent.parent / "templates"
TARGET = Path(__file__).parent / "precompiled.py"

_HEADER = '''"""The lists of HTML and Markdown; publist.documents.precompile makes this of their templates."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Names = Mapping[str, Any]
Filters = Mapping[str, Callable[..., Any]]
'''
# Filters of jinja2's own, in Python.
_BUILT_IN = {"min": "min({0})", "indent": "{0}.replace('\\n', '\\n' + {1} * ' ')"}


def source() -> str:
    """The text of ``precompiled.py``."""
    functions = [
        _Writer(f"list_{format_}", (TEMPLATES / f"list.{format_}.j2").read_text(encoding="utf-8")).source()
        for format_ in FORMATS
    ]
    table = ", ".join(f'"{format_}": list_{format_}' for format_ in FORMATS)
    return "\n\n".join([_HEADER, *functions, f"LISTS = {{{table}}}\n"])


class _Writer:
    """Writes one function; one method for each kind of jinja2's nodes, named after it."""

    def __init__(self, name: str, template: str) -> None:
        self.name = name
        environment = Environment(keep_trailing_newline=True)  # noqa: S701 - renders nothing
        self.tree = environment.parse(template)
        own = {node.name for node in self.tree.find_all(nodes.Filter)} - _BUILT_IN.keys()
        self.filters = sorted(own)
        environment.filters.update(dict.fromkeys(own, str))  # so that jinja2 knows them
        self.lines: list[str] = []
        self.indent = 0
        self.loops = 0  # how many are open

    def source(self) -> str:
        self.add(f"def {self.name}(names: Names, filters: Filters, escape: Callable[[Any], str]) -> str:")
        self.indent += 1
        self.add(f'"""What ``{self.name.replace("_", ".")}.j2`` writes."""')
        for name in sorted(meta.find_undeclared_variables(self.tree)):
            self.add(f'{name} = names["{name}"]')
        for name in self.filters:
            self.add(f'{name}_ = filters["{name}"]')
        self.add("written: list[str] = []")
        self.block(self.tree.body)
        self.add('return "".join(written)')
        return "\n".join(self.lines) + "\n"

    def add(self, line: str) -> None:
        self.lines.append("    " * self.indent + line)

    def block(self, body: Sequence[nodes.Node]) -> None:
        for node in body:
            getattr(self, f"write_{type(node).__name__.lower()}")(node)

    def value(self, node: nodes.Node) -> str:
        text: str = getattr(self, f"value_of_{type(node).__name__.lower()}")(node)
        return text

    # -- statements --------------------------------------------------------------------------------

    def write_output(self, node: nodes.Output) -> None:
        parts = [
            repr(child.data) if isinstance(child, nodes.TemplateData) else f"escape({self.value(child)})"
            for child in node.nodes
        ]
        self.add(f"written += [{', '.join(parts)}]")

    def only(self, node: nodes.Node, *absent: str) -> None:
        """Refuse what the template uses of a node and this does not know."""
        if used := [name for name in absent if getattr(node, name)]:
            raise NotImplementedError(f"{self.name}, line {node.lineno}: {', '.join(used)}")

    def write_for(self, node: nodes.For) -> None:
        self.only(node, "else_", "test", "recursive")
        self.loops += 1
        self.add(f"members_{self.loops} = tuple({self.value(node.iter)})")
        self.add(f"for place_{self.loops}, {self.value(node.target)} in enumerate(members_{self.loops}, 1):")
        self.indent += 1
        self.block(node.body)
        self.indent -= 1
        self.loops -= 1

    def write_if(self, node: nodes.If) -> None:
        self.only(node, "elif_", "else_")
        self.add(f"if {self.value(node.test)}:")
        self.indent += 1
        self.block(node.body)
        self.indent -= 1

    # -- expressions -------------------------------------------------------------------------------

    def value_of_name(self, node: nodes.Name) -> str:
        return node.name

    def value_of_const(self, node: nodes.Const) -> str:
        return repr(node.value)

    def value_of_getattr(self, node: nodes.Getattr) -> str:
        inner = self.value(node.node)
        if inner == "loop" and node.attr == "last":
            return f"(place_{self.loops} == len(members_{self.loops}))"
        return f"{inner}.{node.attr}"

    def value_of_filter(self, node: nodes.Filter) -> str:
        self.only(node, "kwargs", "dyn_args", "dyn_kwargs")
        values = [self.value(each) for each in (node.node, *node.args) if each is not None]
        if node.name in _BUILT_IN:
            return _BUILT_IN[node.name].format(*values)
        return f"{node.name}_({', '.join(values)})"

    def value_of_call(self, node: nodes.Call) -> str:
        self.only(node, "kwargs", "dyn_args", "dyn_kwargs")
        return f"{self.value(node.node)}({', '.join(self.value(each) for each in node.args)})"

    def value_of_list(self, node: nodes.List) -> str:
        return f"[{', '.join(self.value(each) for each in node.items)}]"

    def value_of_concat(self, node: nodes.Concat) -> str:
        return f'f"{"".join(f"{{{self.value(each)}}}" for each in node.nodes)}"'

    def value_of_binary(self, node: nodes.BinExpr) -> str:
        return f"({self.value(node.left)} {node.operator} {self.value(node.right)})"

    value_of_add = value_of_mul = value_of_or = value_of_binary

    def value_of_not(self, node: nodes.Not) -> str:
        return f"(not {self.value(node.node)})"

    def value_of_condexpr(self, node: nodes.CondExpr) -> str:
        other = "''" if node.expr2 is None else self.value(node.expr2)
        return f"({self.value(node.expr1)} if {self.value(node.test)} else {other})"


if __name__ == "__main__":
    TARGET.write_text(source(), encoding="utf-8")
