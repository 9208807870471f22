"""A graph and everything that it can be asked: what the verbs of the command line print, as plain values."""

from __future__ import annotations

import functools
from pathlib import Path
from typing import TYPE_CHECKING, Any

from policygraph.api import places
from policygraph.errors import GraphError, QueryError

if TYPE_CHECKING:
    from collections.abc import Callable

    import networkx
    import rdflib

    from policygraph.api.area import Area
    from policygraph.check import Violation
    from policygraph.coverage import Coverage
    from policygraph.ledger import Row
    from policygraph.ledger.panel import Cell
    from policygraph.networks import Path as Way
    from policygraph.networks.view import Network
    from policygraph.queries import Asked
    from policygraph.rows import Rows
    from policygraph.statements import Corpus, Document
    from policygraph.store import Store
    from policygraph.texts import Texts

# Each method imports what it needs when it is called: a question needs no network, and a network no rdflib.


class Graph:
    """A graph that is open for reading. What is read of it whole (statements, ledger, network) is read once and kept.

    The names of areas, entities, themes and indicators are those that people use; one that the graph does not have is
    refused with the nearest ones. Rows are lists of dictionaries, :meth:`policygraph.rows.Rows.frame` makes them a
    ``pandas.DataFrame``.

    Args:
        where: a graph file, the folder of a build, a store folder, or the URL of a SPARQL endpoint; None for the published
            graph.
        store: whether to open a large graph of a build from the store beside it, which is made where it is missing.
        progress: is told how much of such a store is made: the step, how much of it is done, and of how much.

    Attributes:
        where: the file, the store folder or the URL.
        store: what holds the graph, for questions in SPARQL.

    Raises:
        GraphError: it cannot be loaded whole.

    >>> graph = Graph()
    >>> {row["verdict"] for row in graph.ledger(area="郑州市", verdict="not yet due")}
    {'not yet due'}
    """

    def __init__(
        self,
        where: Path | str | None = None,
        *,
        store: bool = True,
        progress: Callable[[str, int, int], None] | None = None,
    ) -> None:
        from policygraph.store import kept, open_store

        self._given = where
        self.where = places.located(where)
        built = places.built(self.where) if store else None
        found = kept.opened(built, progress or _silent) if built else None
        self.store: Store = open_store(self.where) if found is None else found

    def __repr__(self) -> str:
        return f"<Graph {self.where}: {len(self.store)} statements>"

    def _repr_html_(self) -> str:
        from policygraph.rows import Rows

        columns = ("name", "title", "publisher", "issued", "area", "level")
        return Rows(columns, ({c: str(getattr(each, c)) for c in columns} for each in self.documents())).html()

    # What documents say.

    def documents(self) -> tuple[Document, ...]:
        """Return the documents of the graph by name, without their texts."""
        return tuple(reading.document for reading in self.corpus.readings)

    def facts(
        self, *, kind: str = "", year: int | None = None, area: str = "", theme: str = "", indicator: str = ""
    ) -> Rows:
        """Return targets and outcomes, by document and place; columns as of facts.csv.

        Args:
            kind: ``target`` or ``outcome``; ``""`` for both.
            year: the year that they are set for or reported of.
            area: whose they are, such as ``郑州`` or ``郑州市``.
            theme: under which theme, with those below it: ``创新``, ``innovation``.
            indicator: words of the indicator's name or of a synonym.

        Raises:
            QueryError: the graph has no such year, area or indicator, or there is no such theme.
            GraphError: the graph cannot be read as statements.

        """
        from policygraph.api import statements

        asked = self._checked(kind=kind, year=year, area=area, theme=theme)
        return statements.facts(self.corpus, asked, indicator)

    def mentions(self, *, entity: str = "", year: int | None = None) -> Rows:
        """Return where things are named and what is done with them, by document and place; columns as of mentions.csv.

        Raises:
            QueryError: the graph has no such entity or year.
            GraphError: the graph cannot be read as statements.

        """
        from policygraph.api import statements

        asked = self._checked(entity=entity, year=year)
        return statements.mentions(self.corpus, asked["year"], asked["entity"])

    def trace(self, entity: str) -> Rows:
        """Return the life of a project, platform or programme: its stages by year, each with the words.

        Raises:
            UnknownNameError: the graph has no such entity.

        """
        return self.asked("lifecycle", entity=entity).rows()

    def doubts(self, entity: str = "", area: str = "") -> Rows:
        """Return what looks stalled or vanished, as questions; arguments ``""`` ask for all.

        Raises:
            UnknownNameError: the graph has no such entity or area.

        """
        return self.asked("questions", entity=entity, area=area).rows()

    # What became of it.

    def ledger(
        self, *, year: int | None = None, area: str = "", theme: str = "", indicator: str = "", verdict: str = "",
        level: str = "", grade: str = "", quotes: bool = True,
    ) -> Rows:  # fmt: skip
        """Return every target and what became of it, with the rule that says so.

        Args:
            year: the year of the targets.
            area: whose targets.
            theme: under which theme, with those below it.
            indicator: words of the indicator's name or of a synonym.
            verdict: ``met``, ``exceeded``, ``missed``, ``not reported``, ``not yet due`` or another one of docs/ledger.md.
            level: of which government: ``nation``, ``province``, ``city`` or ``county``.
            grade: by what both are of one indicator: ``said``, ``concept``, ``same name`` or ``matched``.
            quotes: whether with the words of both statements; without, rows that differ in nothing else are one.

        Raises:
            QueryError: the graph has no such name or year; the message lists or offers what there is.

        """
        params = {"year": year, "area": area, "theme": theme, "indicator": indicator, "verdict": verdict}
        return self.asked("ledger", **params, level=level, grade=grade).rows(quotes=quotes)

    def changes(
        self, *, first: int | None = None, second: int | None = None, area: str = "", relation: str = "",
        grade: str = "", quotes: bool = True,
    ) -> Rows:  # fmt: skip
        """Return which targets of a year were repeated, raised, lowered, softened or dropped in the next.

        Args:
            first: the year of the earlier targets.
            second: the year of the later ones.
            area: whose targets.
            relation: only those ``repeated``, ``raised``, ``lowered``, ``softened``, ``dropped`` or ``possibly_dropped``.
            grade: as of :meth:`ledger`.
            quotes: as of :meth:`ledger`.

        Raises:
            QueryError: the graph has no such name or year.

        """
        params = {"from": first, "to": second, "area": area, "relation": relation, "grade": grade}
        return self.asked("changes", **params).rows(quotes=quotes)

    def conflicts(self, *, year: int | None = None, area: str = "", sort: str = "", quotes: bool = True) -> Rows:
        """Return where statements of one fact give different values, and whether that is a contradiction.

        Args:
            year: the year of the facts.
            area: whose values.
            sort: why they differ: ``contradiction``, ``different period``, ``different scope``, ``compatible bounds``,
                ``provisional figure`` or ``different reports``.
            quotes: as of :meth:`ledger`.

        Raises:
            QueryError: the graph has no such name or year.

        """
        return self.asked("conflicts", year=year, area=area, sort=sort).rows(quotes=quotes)

    def cascade(self, indicator: str, *, year: int | None = None, quotes: bool = True) -> Rows:
        """Return an indicator from nation to province to city: values, gaps, who aims higher (层层加码).

        Raises:
            QueryError: the graph has no such indicator or year.

        """
        return self.asked("cascade", indicator=indicator, year=year).rows(quotes=quotes)

    def panel(self, *, area: str = "", year: int | None = None, concepts_only: bool = False) -> Rows:
        """Return one row for each area, indicator and year, with target, outcome and verdict; columns as of panel.csv.

        Args:
            area: whose figures.
            year: of which year.
            concepts_only: whether to leave out indicators that only the documents' words name.

        Raises:
            QueryError: the graph has no such area or year.
            GraphError: the graph cannot be read as statements.
            InputError: the texts beside the graph cannot be read.

        """
        from policygraph.ledger.panel import COLUMNS
        from policygraph.rows import Rows

        asked = self._checked(area=area, year=year)
        return Rows(COLUMNS, (cell.record for cell in self._cells(concepts_only=concepts_only))).where(
            lambda row: asked["area"] in ("", row["area"]) and asked["year"] in ("", str(row["year"]))
        )

    def area(self, name: str, year: int | None = None) -> Area:
        """Return what the graph has of one place: its promises, headlines, changes, projects, platforms, and who answers.

        Args:
            name: the place, such as ``郑州``, ``郑州市`` or ``Zhengzhou``.
            year: only what is said of this year; None for all years.

        Raises:
            QueryError: the graph has no such area or year.
            GraphError: the graph cannot be read as statements.
            InputError: the texts beside the graph cannot be read.

        """
        from policygraph.api.area import gathered

        if not name:
            raise QueryError("which area? give its name, such as Zhengzhou")
        asked = self._checked(area=name, year=year)
        ledger, panel = self.ledger(area=asked["area"]), self.panel(area=asked["area"])
        found = gathered(self.corpus, asked["area"], ledger, self.entries, panel)
        return found if year is None else found.of(year)

    def compare(self, indicator: str, *, year: int | None = None, level: str = "") -> Rows:
        """Return one indicator over places and years, like beside like: the rows of the panel, sorted by value.

        The latest year stands first, then wider places before smaller ones, each unit by itself; the highest value first,
        which is the result, or the target where there is none (of a range its middle). All are figures of one year.

        Args:
            indicator: the indicator by any of its names, in Chinese or English, or words that only one name has.
            year: of which year; None for all.
            level: only places of this level: ``nation``, ``province``, ``city`` or ``county``.

        Raises:
            QueryError: the graph has no such indicator or year, or nothing of it then at that level.
            GraphError: the graph cannot be read as statements.
            InputError: the texts beside the graph cannot be read.

        """
        from policygraph.api import comparison

        asked = self._checked(year=year, level=level)
        return comparison.compared(self.panel(), indicator, asked["year"], asked["level"])

    # How things hang together.

    def path(self, a: str, b: str, *, limit: int = 3) -> Rows:
        """Return up to ``limit`` ways between two things, nearest first, a row for each step with the words that say so.

        Args:
            a: name or IRI of an entity, theme, indicator or fact: ``中原科技城``, ``创新 2025 targets``.
            b: the same of the other.
            limit: the most ways, at least 1.

        Raises:
            UnknownNameError: nothing has the name.
            ValueError: ``limit`` is less than 1.

        """
        from policygraph.networks import rows

        return rows(self.net, self.ways(a, b, limit=limit))

    def ways(self, a: str, b: str, *, limit: int = 3) -> list[Way]:
        """Return the ways of :meth:`path` with their nodes and hops; arguments and errors as there."""
        from policygraph.networks import path

        return path(self.net, a, b, limit=limit)

    def network(self) -> networkx.MultiDiGraph[str]:
        """Return the graph as a network that every writer of networkx takes: docs/architecture.md tells nodes and edges."""
        from policygraph.networks import flat

        return flat(self.net)

    # Any question, and the whole.

    def ask(self, question: str, *, rows: int | None = None, **params: str | int) -> Rows | bool:
        """Return the answer to a named question or to SPARQL: rows or triples, of ASK whether it is so.

        Args:
            question: SPARQL, or the name of a question of graph/queries.
            rows: the most rows to give; ``cut`` of the answer says whether there are more. None: 100,000.
            params: parameters of a named question.

        Raises:
            UnknownNameError: there is no question of that name.
            QueryError: it is no SPARQL, changes something, asks another endpoint, or has no such parameter.

        """
        from policygraph.queries import ROWS, answered, names
        from policygraph.queries.plain import plain

        answer = answered(self.store, question, params, rows=ROWS if rows is None else rows)
        return answer.truth if answer.kind == "boolean" else plain(answer, whole=question.strip() in names())

    def asked(self, question: str, **params: str | int | None) -> Asked:
        """Ask a named question of what documents say; None and ``""`` ask for all.

        Raises:
            QueryError: the graph has no such name or year, or there is no such question or parameter.

        """
        from policygraph.queries import asked

        return asked(self._ours, question, _written(params))

    def dataset(self) -> rdflib.Dataset:
        """Return the graph as an rdflib dataset whose default graph is the union of the named ones."""
        from policygraph.store import open_dataset

        return open_dataset(self.store)

    def page(self, *, theme: str | None = None, year: int | None = None, entity: str | None = None) -> str:
        """Return the viewer page of what all the given conditions leave (:func:`policygraph.excerpt.cut`).

        Raises:
            UnknownNameError: there is no such theme or entity.
            QueryError: nothing is left.
            InputError: the texts beside the graph cannot be read.

        """
        from policygraph import excerpt, page
        from policygraph.networks import of_corpus

        # Before the statements, which come with it.
        ledger = self.entries
        net = of_corpus(self.corpus)
        shown = excerpt.cut(net, theme=theme, year=year, entity=entity)
        return page.html(
            shown,
            self.documents(),
            texts=self.texts.texts,
            ledger=ledger,
            panel=self._cells(),
            part=len(shown) < len(net),
        )

    def export(self, target: Path | str, *, annotations: bool = False) -> tuple[str, ...]:
        """Write the graph for others, and return what the format could not hold: see :func:`policygraph.export.export`.

        Args:
            target: the file or the folder to write.
            annotations: whether to write the selectors of W3C Web Annotation too.

        Raises:
            InputError: the texts beside the graph, which annotations need, cannot be read.
            OutputError: the suffix is unknown, or the place cannot be written.
            GraphError: the graph cannot be read as statements.

        """
        from policygraph.export import export

        return export(self._ours, Path(target), self.texts.texts if annotations else None)

    def export_panel(
        self, target: Path | str, *, concepts_only: bool = False, wide: bool = False
    ) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """Write the panel: see :func:`policygraph.export.export_panel`.

        Raises:
            OutputError: the place cannot be written, or what writes it is not installed.
            GraphError: the graph cannot be read as statements.

        """
        from policygraph.export import export_panel

        return export_panel(self._ours, self.texts.texts, Path(target), concepts_only=concepts_only, wide=wide)

    def check(self, texts: Texts | None = None) -> tuple[Violation, ...]:
        """Return what does not hold of its shapes, its names and its quotes.

        Args:
            texts: the texts that its quotes are compared with; None for those kept beside the graph.

        Raises:
            InputError: the texts beside the graph cannot be read.

        """
        from policygraph.check import check

        read = self.texts if texts is None else texts
        return tuple(check(self.store, read.texts, read.digests))

    def coverage(self) -> Coverage:
        """Return how many numbers of its documents were understood, as the build kept it beside the graph.

        Raises:
            GraphError: no coverage is kept there, or the graph holds no document of Policygraph.

        """
        from policygraph.coverage import parse

        # What lies beside a graph says nothing of one that is not ours.
        self.ours()
        path = places.beside(self.where) / "coverage.json"
        try:
            return parse(path.read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            raise GraphError(f"{path}: no coverage is kept there; give the documents themselves") from error

    def ours(self) -> Store:
        """Return the store, for questions to what documents say.

        Raises:
            GraphError: it holds no document of Policygraph, so that whatever is not found there is no answer.

        """
        return self._ours

    # What is read once.

    @functools.cached_property
    def corpus(self) -> Corpus:
        """What the documents say, as statements.

        Raises:
            GraphError: a description in the graph is not whole, or it holds no document of Policygraph.

        """
        from policygraph import rdf

        return rdf.corpus(self._ours.quads())

    @functools.cached_property
    def entries(self) -> tuple[Row, ...]:
        """The ledger as it was derived: every relation between statements."""
        from policygraph import rdf

        if "corpus" in vars(self):
            return rdf.ledger_of(self._ours.quads(), self.corpus)
        # One look at the quads gives the statements too.
        self.corpus, entries = rdf.read(self._ours.quads())
        return entries

    @functools.cached_property
    def net(self) -> Network:
        """The network, with attributes of all types: :meth:`network` has those that every writer takes."""
        from policygraph.networks import network

        return network(self._ours)

    @functools.cached_property
    def texts(self) -> Texts:
        """The texts that the graph was built from, where they are kept beside it."""
        return places.texts_of(self._given)

    @functools.cached_property
    def _ours(self) -> Store:
        if not bool(self.store.query("ASK { ?document a pg:Document }")):
            raise GraphError(
                f"{self.where}: holds no document of Policygraph; give a graph that policygraph build has written"
            )
        return self.store

    def _cells(self, *, concepts_only: bool = False) -> list[Cell]:
        """Return the rows of the panel with the statements behind them."""
        from policygraph.export import cells_of

        # Before the statements, which come with it.
        entries = self.entries
        return cells_of(self.corpus, entries, self.texts.texts, concepts_only=concepts_only)

    def _checked(self, **params: Any) -> dict[str, str]:
        from policygraph.queries.known import checked

        return checked(self._ours, _written(params))


def _silent(step: str, done: int, total: int) -> None:
    """Tell nobody."""


def _written(params: dict[str, Any]) -> dict[str, str]:
    return {name: "" if value is None else str(value) for name, value in params.items()}
