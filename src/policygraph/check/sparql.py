"""Shapes as SPARQL: for each constraint a question that a graph which keeps it answers with no.

The questions may only err to one side: where one says no, a validator of SHACL finds nothing either. What cannot be asked
like this is not translated, and is left to the validator.

SHACL: https://www.w3.org/TR/shacl/. Of its parts those are translated that ontology/shapes.ttl is written with.
"""

from __future__ import annotations

from collections import defaultdict
from itertools import count
from typing import TYPE_CHECKING, Final

import pyoxigraph as ox

from policygraph.rdf.vocab import RDF, XSD, term

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Node = ox.NamedNode | ox.BlankNode
Value = Node | ox.Literal

_SHACL: Final = "http://www.w3.org/ns/shacl#"
_SUBCLASS: Final = term("rdfs", "subClassOf")
# What a shape says beside its constraints.
_ASIDE: Final = frozenset({RDF.type.value, "message", "severity", "path", "name", "description", "order"})
_TARGETS: Final = {
    "targetClass": f"?this {RDF.type}/{_SUBCLASS}* {{0}} .",
    "targetObjectsOf": "?any {0} ?this .",
    "targetSubjectsOf": "?this {0} ?any .",
    "targetNode": "VALUES ?this {{ {0} }}",
}
_FIRST: Final = term("rdf", "first").value
_REST: Final = term("rdf", "rest").value
# Texts of datatypes that any reader takes for what they are; more than these may be sound, and are left to the validator.
_SOUND: Final = {
    "http://www.w3.org/2001/XMLSchema#string": "",
    XSD.integer.value: "^[+-]?[0-9]{1,15}$",
    XSD.decimal.value: "^[+-]?[0-9]{1,15}([.][0-9]{1,15})?$",
    XSD.g_year.value: "^[1-9][0-9]{3}$",
    "http://www.w3.org/2001/XMLSchema#gYearMonth": "^[1-9][0-9]{3}-(0[1-9]|1[0-2])$",
    "http://www.w3.org/2001/XMLSchema#date": (
        "^[1-9][0-9]{3}-((0[1-9]|1[0-2])-(0[1-9]|1[0-9]|2[0-8])|(0[13-9]|1[0-2])-(29|30)|(0[13578]|1[02])-31)$"
    ),
}
# Constraints on the values of a path taken together.
_SETS: Final = frozenset({
    "minCount", "maxCount", "uniqueLang", "lessThan", "lessThanOrEquals", "equals", "qualifiedValueShape",
    "qualifiedMinCount", "qualifiedMaxCount",
})  # fmt: skip
# Constraints on each value, as what breaks them.
_SIMPLE: Final = {
    # What is only of a narrower class is left to the validator: the graph names the classes one by one.
    "class": f"NOT EXISTS {{{{ {{value}} {RDF.type} {{node}} }}}}",
    "maxInclusive": "!COALESCE({value} <= {node}, false)",
    "maxLength": "ISBLANK({value}) || STRLEN(STR({value})) > {node}",
    "minInclusive": "!COALESCE({value} >= {node}, false)",
    "minLength": "ISBLANK({value}) || STRLEN(STR({value})) < {node}",
    "nodeKind": f"!({{node}} = <{_SHACL}IRI> && ISIRI({{value}}))",
    "pattern": "ISBLANK({value}) || !REGEX(STR({value}), {node})",
}


class UntranslatableError(Exception):
    """A constraint that cannot be asked in SPARQL as it is meant."""


class Shapes:
    """The shapes of a graph of shapes, as questions.

    Args:
        triples: the graph of shapes.

    """

    def __init__(self, triples: Iterable[ox.Triple]) -> None:
        self._said: dict[Value, dict[str, list[Value]]] = defaultdict(lambda: defaultdict(list))
        for triple in triples:
            subject, predicate = triple.subject, triple.predicate
            if not isinstance(subject, ox.Triple) and not isinstance(triple.object, ox.Triple):
                self._said[subject][predicate.value.removeprefix(_SHACL)].append(triple.object)
        self._numbers = count()

    def targeted(self) -> list[ox.NamedNode]:
        """Return the shapes that have targets, by IRI."""
        found = [
            node
            for node, said in self._said.items()
            if isinstance(node, ox.NamedNode) and any(name.startswith("target") for name in said)
        ]
        return sorted(found, key=lambda node: node.value)

    def questions(self, shape: ox.NamedNode) -> Iterator[str]:
        """Yield ASK queries; a graph that answers no to all of them keeps the shape.

        Raises:
            UntranslatableError: a target or a constraint is none of those known here.

        """
        said = self._said[shape]
        targets = [(name, node) for name, nodes in said.items() if name.startswith("target") for node in nodes]
        for name, node in targets:
            if name not in _TARGETS:
                raise UntranslatableError(name)
            for broken in self._broken(shape, "?this"):
                # What is missing is sought once for all nodes, not for each of them.
                missing = broken.strip().removeprefix("FILTER NOT EXISTS ")
                pattern = broken if missing == broken.strip() else f"MINUS {missing}"
                yield f"ASK {{ {_TARGETS[name].format(node)} {pattern} }}"

    def _broken(self, shape: Value, focus: str) -> Iterator[str]:
        """Yield patterns, each of which matches where a node breaks a part of a shape.

        Args:
            shape: a node shape or a property shape.
            focus: the variable of the node, which is bound.

        """
        path = next(iter(self._said[shape].get("path", ())), None)
        value = focus if path is None else self._variable()
        reach = "" if path is None else f"{focus} {self._path(path)} {value} ."
        for name, nodes in self._said[shape].items():
            if name.startswith("target") or name in _ASIDE:
                continue
            for node in nodes:
                if name == "property":
                    yield from (f"{reach} {broken}" for broken in self._broken(node, value))
                elif path is not None and name in _SETS:
                    yield self._set(name, node, shape, focus, self._path(path))
                else:
                    yield f"{reach} FILTER({self._fails(name, node, value)})"

    def _conforms(self, shape: Value, focus: str) -> str:
        """Return an expression that is true where a node keeps a shape."""
        broken = list(self._broken(shape, focus))
        return " && ".join(f"NOT EXISTS {{ {pattern} }}" for pattern in broken) or "true"

    def _fails(self, name: str, node: Value, value: str) -> str:
        """Return an expression that is true where a value breaks a constraint of single values."""
        if name in _SIMPLE and isinstance(node, ox.Literal | ox.NamedNode):
            return _SIMPLE[name].format(value=value, node=node)
        if name == "datatype":
            return _datatype(node, value)
        if name in ("in", "languageIn"):
            return self._listed(name, node, value)
        if name == "not":
            return self._conforms(node, value)
        if name == "node":
            return f"!({self._conforms(node, value)})"
        if name in ("or", "xone"):
            kept = " + ".join(f"IF({self._conforms(member, value)}, 1, 0)" for member in self._list(node))
            return f"({kept}) {'= 0' if name == 'or' else '!= 1'}"
        raise UntranslatableError(name)

    def _listed(self, name: str, node: Value, value: str) -> str:
        members = self._list(node)
        if name == "in" and all(isinstance(member, ox.NamedNode) for member in members):
            return f"{value} NOT IN ({', '.join(map(str, members))})"
        if name == "languageIn":
            spoken = " || ".join(f"LANGMATCHES(LANG({value}), {member})" for member in members)
            return f"!ISLITERAL({value}) || !({spoken})"
        raise UntranslatableError(name)

    def _set(self, name: str, node: Value, shape: Value, focus: str, path: str) -> str:
        """Return a pattern that matches where the values of a path, taken together, break a constraint."""
        one, other = self._variable(), self._variable()
        two = f"{focus} {path} {one} . {focus} {path} {other} . FILTER(!SAMETERM({one}, {other}))"
        if name == "minCount" and _number(node) == 1:
            return f"FILTER NOT EXISTS {{ {focus} {path} {one} }}"
        if name == "maxCount" and _number(node) == 1:
            return two
        if name == "uniqueLang":
            return f'{two} FILTER(LANG({one}) != "" && LANG({one}) = LANG({other}))'
        if name in ("lessThan", "lessThanOrEquals"):
            sign = "<" if name == "lessThan" else "<="
            return f"{focus} {path} {one} ; {node} {other} . FILTER(!COALESCE({one} {sign} {other}, false))"
        if name == "equals":
            here = f"{focus} {path} {one} . FILTER NOT EXISTS {{ {focus} {node} {one} }}"
            return f"{{ {here} }} UNION {{ {focus} {node} {one} . FILTER NOT EXISTS {{ {focus} {path} {one} }} }}"
        return self._qualified(name, node, shape, f"{focus} {path}")

    def _qualified(self, name: str, node: Value, shape: Value, reach: str) -> str:
        (qualifying,) = self._said[shape]["qualifiedValueShape"]
        one, other = self._variable(), self._variable()
        if name == "qualifiedValueShape":
            return "FILTER(false)"
        if name == "qualifiedMinCount" and _number(node) == 1:
            return f"FILTER NOT EXISTS {{ {reach} {one} . FILTER({self._conforms(qualifying, one)}) }}"
        if name == "qualifiedMaxCount" and _number(node) == 1:
            both = f"{self._conforms(qualifying, one)} && {self._conforms(qualifying, other)}"
            return f"{reach} {one} . {reach} {other} . FILTER(!SAMETERM({one}, {other}) && {both})"
        raise UntranslatableError(name)

    def _path(self, path: Value) -> str:
        if isinstance(path, ox.NamedNode):
            return str(path)
        said = self._said[path]
        if "inversePath" in said:
            return f"^({self._path(said['inversePath'][0])})"
        if "alternativePath" in said:
            return f"({'|'.join(map(self._path, self._list(said['alternativePath'][0])))})"
        if _FIRST in said:
            return f"({'/'.join(map(self._path, self._list(path)))})"
        raise UntranslatableError("path")

    def _list(self, node: Value) -> list[Value]:
        members = []
        while _FIRST in self._said[node]:
            members += self._said[node][_FIRST]
            (node,) = self._said[node][_REST]
        return members

    def _variable(self) -> str:
        return f"?v{next(self._numbers)}"


def _datatype(node: Value, value: str) -> str:
    if not isinstance(node, ox.NamedNode) or node.value not in _SOUND:
        raise UntranslatableError("datatype")
    other = f"!ISLITERAL({value}) || DATATYPE({value}) != {node}"
    sound = _SOUND[node.value]
    return f'{other} || !REGEX(STR({value}), "{sound}")' if sound else other


def _number(node: Value) -> int:
    return int(node.value) if isinstance(node, ox.Literal) else -1
