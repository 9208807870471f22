"""A network view of any size, made by arithmetic: the same graph on every machine, no word of any document."""

from __future__ import annotations

import itertools
from typing import Final

import networkx as nx

from policygraph.statements import Document, Level, key

BASE: Final = "https://w3id.org/policygraph/"
THEMES: Final = {
    "innovation": ("创新", "Innovation", ""),
    "talent": ("人才", "Talent", "innovation"),
    "industry": ("产业", "Industry", ""),
    "manufacturing": ("制造业", "Manufacturing", "industry"),
    "opening-up": ("开放", "Opening-up", ""),
    "livelihood": ("民生", "People's livelihood", ""),
    "environment": ("生态环境", "Ecology and environment", ""),
    "rural": ("农业农村", "Agriculture and rural areas", ""),
    "reform": ("改革", "Reform", ""),
    "transport": ("交通物流", "Transport and logistics", ""),
}
YEARS: Final = (2022, 2023, 2024, 2025, 2026)

_TYPES: Final = ("project", "platform", "industry", "organization", "programme", "place", "event")
_PLACES: Final = "东西南北中山水云星河"
_GOODS: Final = ("科技", "智能", "物流", "医药", "数据", "能源", "新材料", "航空", "文化", "农业")
_BODIES: Final = ("城", "基地", "中心", "产业园", "平台", "研究院", "工程", "试验区", "集群", "大桥")
_UNITS: Final = ("家", "%", "亿元", "万人", "公里")
_STAGES: Final = ("planned", "started", "underway", "completed", "")
_STRENGTHS: Final = (("clause", 1.0), ("sentence", 1.5), ("paragraph", 2.0))
_WEIGHTS: Final = {"indicator": 3.0, "underTheme": 4.0}
_BEFORE: Final = "　　坚持稳中求进，"
_AFTER: Final = "，确保年内见到实效。\n"


def sample(nodes: int = 120, edges: int | None = None) -> tuple[nx.MultiDiGraph[str], list[Document]]:
    """Return a graph and its documents.

    Args:
        nodes: how many nodes, at least 40.
        edges: how many edges; by default twice as many, as in published graphs.

    """
    made = _Sample()
    made.add_themes()
    made.add_nodes(nodes - len(THEMES))
    made.add_edges(2 * nodes if edges is None else edges)
    return made.graph, [_document(n, "".join(parts)) for n, parts in enumerate(made.texts)]


class _Sample:
    """A graph that grows, and the texts of the documents that say it."""

    def __init__(self) -> None:
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
        self.texts: list[list[str]] = [[] for _ in YEARS]
        self._lengths = [0 for _ in YEARS]
        self._edges = 0
        self._entities: list[str] = []
        self._facts: list[str] = []

    def add_themes(self) -> None:
        for slug, (label, english, _) in THEMES.items():
            self.graph.add_node(
                f"{BASE}theme/{slug}", label=label, english=english, aliases=(f"{label}工作",), type="theme", years=YEARS,
                themes=(slug,), documents=(),
            )  # fmt: skip
        for slug, (_, _, broader) in THEMES.items():
            if broader:
                self._edges += 1
                self.graph.add_edge(
                    f"{BASE}theme/{slug}", f"{BASE}theme/{broader}", key=key("broader", slug), relation="broader",
                    year=None, theme=broader, strength="", stage="", mode="", weight=5.0, quote="", document="",
                    start=None, end=None,
                )  # fmt: skip

    def add_nodes(self, count: int) -> None:
        slugs = list(THEMES)
        for n in range(count):
            common = {
                "english": "", "aliases": (), "years": (YEARS[n % 5],), "themes": (slugs[(n * 7 + n // 10) % 10],),
                "documents": (f"{n % 5:03}",),
            }  # fmt: skip
            if n % 20 < 11:
                name = f"{_PLACES[n % 10]}{_PLACES[n // 10 % 10]}{_GOODS[n // 3 % 10]}{_BODIES[n // 7 % 10]}{n}号"
                self._entities.append(f"{BASE}entity/{name}")
                self.graph.add_node(self._entities[-1], label=name, type=_TYPES[n % 7], **common)
            elif n % 20 < 15:
                self.graph.add_node(f"{BASE}indicator/{_indicator(n)}", label=_indicator(n), type="indicator", **common)
            else:
                self._add_fact(n, common)

    def _add_fact(self, n: int, common: dict[str, object]) -> None:
        indicator = _indicator(n // 20 * 20 + 11 + n % 4)
        unit, value = _UNITS[n % 5], 5 + n % 400
        self._facts.append(f"{BASE}statement/{key('fact', n)}")
        self.graph.add_node(
            self._facts[-1], label=f"{indicator} {YEARS[n % 5]}", type="target" if n % 3 else "outcome", indicator=indicator,
            area="样例", comparator=">=", value=str(value), value_max=None, unit=unit, written=f"{value}{unit}以上", **common,
        )  # fmt: skip

    def add_edges(self, count: int) -> None:
        nodes = self.graph.nodes
        for number, node in enumerate([*self._entities, *self._facts]):
            self._add_edge(node, f"{BASE}theme/{nodes[node]['themes'][0]}", "underTheme", number)
        for number, fact in enumerate(self._facts):
            self._add_edge(fact, f"{BASE}indicator/{nodes[fact]['indicator']}", "indicator", number)
        step = next(step for step in (7, 11, 13, 17) if len(self._facts) % step)
        for number in itertools.count():
            if self._edges >= count:
                return
            entity = self._entities[number % len(self._entities)]
            self._add_edge(entity, self._facts[number * step % len(self._facts)], "linkedTo", number)

    def _add_edge(self, a: str, b: str, relation: str, number: int) -> None:
        data = self.graph.nodes[a]
        strength, weight = _STRENGTHS[number % 3] if relation == "linkedTo" else ("", _WEIGHTS[relation])
        document = int(data["documents"][0])
        quote = f"{data['label']}推进第{self._edges}项工作"
        start = self._lengths[document] + len(_BEFORE)
        self.texts[document] += (_BEFORE, quote, _AFTER)
        self._lengths[document] = start + len(quote) + len(_AFTER)
        self._edges += 1
        is_mention = relation == "underTheme" and "written" not in data
        self.graph.add_edge(
            a, b, key=key(relation, number, a, b), relation=relation, year=data["years"][0], theme=data["themes"][0],
            strength=strength, stage=_STAGES[number % 5] if is_mention else "",
            mode=("target", "outcome")[number % 2] if is_mention else "", weight=weight, quote=quote,
            document=f"{document:03}", start=start, end=start + len(quote),
        )  # fmt: skip


def _indicator(n: int) -> str:
    return f"新增{_GOODS[n % 10]}{_BODIES[n // 10 % 10]}数{n}"


def _document(n: int, text: str) -> Document:
    return Document(
        name=f"{n:03}", text=text, title=f"样例市{YEARS[n]}年政府工作报告", publisher="样例市人民政府", issued=f"{YEARS[n]}-02-0{n + 1}",
        area="样例", level=(Level.CITY, Level.PROVINCE)[n % 2], source="", sha256="0" * 64,
    )  # fmt: skip
