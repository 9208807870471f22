"""Statements of the graph as parts of a page, in one language."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from policygraph.rdf.vocab import DCTERMS, OA, PG, PREFIXES, PROV, SCHEMA, SKOS, term
from policygraph.server import addresses
from policygraph.server.addresses import local
from policygraph.server.parts import Entry, Figure, Finding, Quote, Ref, Saying
from policygraph.viewer.passages import AROUND

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from pyoxigraph import NamedNode

    from policygraph.server.graph import Graph

FACTS: Final = frozenset({PG.Target, PG.Outcome})
SAYINGS: Final = frozenset({PG.Measure, PG.Mention})
ENTRY: Final = term("pg", "LedgerEntry")
FIRST: Final = term("pg", "first")
SECOND: Final = term("pg", "second")
RELATION: Final = term("pg", "relation")
VERDICT: Final = term("pg", "verdict")
_RULE: Final = term("pg", "rule")
_NOTE: Final = term("skos", "note")
_DEFINITION: Final = term("skos", "definition")
_PLACE: Final = re.compile(r"(\d+)-(\d+)$")


class Reader:
    """Reads statements for a page.

    Args:
        graph: the graph.
        texts: texts of documents by name, for the words around a quote.
        language: ``zh`` or ``en``.
        keep: whether the pages that this one leads to are to be in the same language, whatever the browser wants.

    """

    def __init__(self, graph: Graph, texts: Mapping[str, str], language: str, *, keep: bool = False) -> None:
        self.graph = graph
        self.language = language
        self._texts = texts
        self._suffix = f"?lang={language}" if keep else ""

    def href(self, node: NamedNode) -> str:
        """Return the address of the page of a node, or ``""``."""
        path, mark, fragment = addresses.href(node).partition("#")
        return f"{path}{self._suffix}{mark}{fragment}" if path else ""

    def ref(self, node: NamedNode) -> Ref:
        """Return a node with its name and page."""
        return Ref(self.label(node), self.href(node), local(node))

    def both(self, node: NamedNode) -> Ref:
        """Return a node with its names in both languages, as somebody may have looked for either."""
        other = self.graph.named(node, "en" if self.language == "zh" else "zh")
        names = dict.fromkeys(filter(None, (self.label(node), other)))
        return Ref(" · ".join(names), self.href(node), local(node))

    def label(self, node: NamedNode) -> str:
        """Return what a node is called; a statement by what it says."""
        if not node.value.startswith(PREFIXES["st"]):
            return self.graph.label(node, self.language)
        graph, types = self.graph, self.graph.types(node)
        if types & FACTS:
            parts = [self._name(node, PG.year), graph.text(node, PG.indicator_name), graph.text(node, PG.written_as)]
        elif types & SAYINGS:
            parts = [self._name(node, PG.year), self._name(node, PG.entity), self._name(node, PG.stage)]
        elif ENTRY in types:
            parts = [self._name(node, PG.year), self._name(node, RELATION), self._name(node, VERDICT)]
        else:
            parts = [self._name(node, PG.entity), self._name(node, PG.strength)]
        return " ".join(filter(None, parts)) or local(node)

    def defined(self, node: NamedNode) -> Ref:
        """Return a term of the ontology with its definition; it has its place on the page itself."""
        texts = self.graph.texts(node, _DEFINITION)
        spoken = [text.value for text in texts if text.language == self.language] or [text.value for text in texts]
        return Ref(self.label(node), "", local(node), next(iter(spoken), ""))

    def one(self, node: NamedNode, predicate: NamedNode) -> Ref | None:
        """Return what a property leads to, or None."""
        found = self.graph.node(node, predicate)
        return self.ref(found) if found else None

    def figure(self, fact: NamedNode, strength: NamedNode | None = None) -> Figure:
        """Return a target or an outcome."""
        kind = next(iter(sorted(self.graph.types(fact) & FACTS, key=str)), PG.Target)
        name = self.graph.text(fact, PG.indicator_name)
        indicator = self.one(fact, PG.indicator)
        return Figure(
            ref=Ref(self.graph.label(kind, self.language), self.href(fact), local(kind)),
            # A document's own name of the indicator tells more than the concept's.
            indicator=Ref(name or (indicator.label if indicator else ""), indicator.href if indicator else ""),
            area=self.one(fact, PG.area),
            year=self.one(fact, PG.year),
            written=self.graph.text(fact, PG.written_as) or self.value(fact),
            strength=self.ref(strength) if strength else None,
            findings=self.findings(fact),
            quote=self.quote_of(fact),
        )

    def value(self, fact: NamedNode) -> str:
        """Return the number of a fact with comparator and unit, as 万 and 亿 expanded: ``≥ 500 家``."""
        quantity = self.graph.node(fact, PG.value)
        if quantity is None:
            return ""
        comparator = self.graph.node(fact, PG.comparator)
        numbers = [self.graph.text(quantity, p) for p in (SCHEMA.value, SCHEMA.min_value, SCHEMA.max_value)]
        unit = self.graph.node(quantity, PG.unit)
        parts = [
            self.graph.text(comparator, SKOS.notation) if comparator else "",
            "–".join(filter(None, numbers)),
            (self.graph.text(unit, SKOS.notation) or self.label(unit)) if unit else "",
        ]
        return " ".join(filter(None, parts))

    def saying(self, mention: NamedNode) -> Saying:
        """Return a clause that names an entity."""
        kind = next(iter(sorted(self.graph.types(mention) & SAYINGS, key=str)), PG.Mention)
        return Saying(
            ref=Ref(self.graph.label(kind, self.language), self.href(mention), local(kind)),
            entity=self.one(mention, PG.entity) or Ref(self.graph.text(mention, PG.surface)),
            year=self.one(mention, PG.year),
            stage=self.one(mention, PG.stage),
            mode=self.one(mention, PG.mode),
            theme=self.one(mention, PG.theme),
            quote=self.quote_of(mention),
        )

    def entry(self, node: NamedNode) -> Entry:
        """Return an entry of the ledger with its two sides."""
        sides = [*self.graph.nodes(node, FIRST), *self.graph.nodes(node, SECOND)]
        return Entry(
            ref=Ref(self.label(node), self.href(node)),
            relation=self.one(node, RELATION) or Ref(local(node)),
            verdict=self.one(node, VERDICT),
            about=self.one(node, PG.indicator) or self.one(node, PG.entity),
            year=self.one(node, PG.year),
            sides=tuple((self.ref(side), self.quote_of(side)) for side in sides),
            note=self.graph.text(node, _NOTE),
            rule=self.graph.text(node, _RULE),
        )

    def findings(self, fact: NamedNode) -> tuple[Finding, ...]:
        """Return what the ledger finds of a fact as the first of two."""
        found = [
            Finding(
                entry=Ref(self.label(entry), self.href(entry)),
                relation=self.one(entry, RELATION) or Ref(""),
                verdict=self.one(entry, VERDICT),
                other=self.one(entry, SECOND),
                note=self.graph.text(entry, _NOTE),
            )
            for entry in self.graph.subjects(FIRST, fact)
        ]
        return tuple(sorted(found, key=lambda finding: (finding.relation.code, finding.entry.href)))

    def quote_of(self, statement: NamedNode) -> Quote | None:
        """Return the words that say a statement, those of a mention with the name marked; a passage is its own words."""
        if self.graph.node(statement, OA.has_source):
            return self.quote(statement)
        passage = self.graph.node(statement, PROV.was_quoted_from)
        return self.quote(passage, statement) if passage else None

    def _stretch(self, passage: NamedNode, first: int, last: int) -> str:
        """Return where words stand: the page, where there are pages, and the offsets."""
        page = self.graph.text(passage, PG.page)
        return f"{f'p. {page}, ' if page else ''}{first}–{last}"

    def quote(self, passage: NamedNode, statement: NamedNode | None = None) -> Quote | None:
        """Return the words of a passage where they stand, or None where the graph does not describe it.

        Args:
            passage: the passage.
            statement: what is quoted from it, to mark the name that it mentions.

        """
        source = self.graph.node(passage, OA.has_source)
        words = self.graph.text(passage, OA.exact)
        start = self.graph.text(passage, OA.start)
        if source is None or not words or not start.isdecimal():
            return None
        first, last = int(start), int(start) + len(words)
        text = self._texts.get(self.graph.text(source, DCTERMS.identifier), "")
        checked = text[first:last] == words
        return Quote(
            before=text[max(0, first - AROUND) : first] if checked else "",
            pieces=_pieces(words, self._surface(statement, words, first) if statement else None),
            after=text[last : last + AROUND] if checked else "",
            document=self.ref(source),
            issued=self.graph.text(source, DCTERMS.issued),
            place=Ref(self._stretch(passage, first, last), self.href(passage)),
            checked=checked,
        )

    def _surface(self, mention: NamedNode, words: str, first: int) -> tuple[int, int] | None:
        """Return from where to where, in the words of its passage, a mention names its entity; None for what names none."""
        entity = self.graph.node(mention, PG.entity)
        if entity is None or not self.graph.types(mention) & SAYINGS:
            return None
        named = self.graph.text(mention, PG.surface) or self.graph.named(entity, "zh")
        told = self.graph.text(mention, PG.surface_start)
        start = int(told) - first if told.isdecimal() else words.find(named)
        return (start, start + len(named)) if named and start >= 0 else None

    def order(self, statements: Iterable[NamedNode]) -> list[NamedNode]:
        """Return statements by year, the latest first, then by document and place."""
        return sorted(statements, key=self._place)

    def _place(self, statement: NamedNode) -> tuple[int, str, int, str]:
        year = self.graph.node(statement, PG.year)
        passage = self.graph.node(statement, PROV.was_quoted_from)
        number = local(year) if year else ""
        document, _, span = passage.value.rpartition("/") if passage else ("", "", "")
        match = _PLACE.search(span)
        return -int(number) if number.isdecimal() else 1, document, int(match[1]) if match else 0, statement.value

    def _name(self, node: NamedNode, predicate: NamedNode) -> str:
        found = self.graph.node(node, predicate)
        return self.graph.label(found, self.language) if found else ""


def _pieces(words: str, surface: tuple[int, int] | None) -> tuple[tuple[str, bool], ...]:
    """Return words in up to three pieces: before, in and after a name, if it lies within them."""
    start, end = surface or (0, 0)
    if not start < end <= len(words):
        return ((words, False),)
    pieces = ((words[:start], False), (words[start:end], True), (words[end:], False))
    return tuple((piece, named) for piece, named in pieces if piece)
