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
_TYPES: Final = ("project", "platform", "industry", "organization", "programme", "place", "event")
_PLACES: Final = "东西南北中山水云星河"
_GOODS: Final = ("科技", "智能", "物流", "医药", "数据", "能源", "新材料", "航空", "文化", "农业")
_BODIES: Final = ("城", "基地", "中心", "产业园", "平台", "研究院", "工程", "试验区", "集群", "大桥")
_UNITS: Final = ("家", "%", "亿元", "万人", "公里")
_STAGES: Final = ("planned", "started", "underway", "completed", "")
_STRENGTHS: Final = (("clause", 1.0), ("sentence", 1.5), ("paragraph", 2.0))
YEARS: Final = (2022, 2023, 2024, 2025, 2026)
_DOCUMENTS: Final = 5

Graph = nx.MultiDiGraph


def sample(nodes: int = 120, edges: int | None = None) -> tuple[nx.MultiDiGraph[str], list[Document]]:
    """Return a graph and its documents.

    Args:
        nodes: how many nodes, at least 40.
        edges: how many edges; by default twice as many, as in published graphs.

    """
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    texts = ["" for _ in range(_DOCUMENTS)]
    _add_themes(graph)
    entities, facts = _add_nodes(graph, nodes - len(THEMES))
    pairs = itertools.cycle(enumerate(zip(itertools.cycle(entities), _strided(facts), strict=False)))
    for number, entity in enumerate(entities):
        theme = graph.nodes[entity]["themes"][0]
        _add_edge(graph, texts, entity, f"{BASE}theme/{theme}", "underTheme", number)
    for number, fact in enumerate(facts):
        theme = graph.nodes[fact]["themes"][0]
        _add_edge(graph, texts, fact, f"{BASE}theme/{theme}", "underTheme", number)
        _add_edge(graph, texts, fact, f"{BASE}indicator/{graph.nodes[fact]['indicator']}", "indicator", number)
    while graph.number_of_edges() < (2 * nodes if edges is None else edges):
        number, (entity, fact) = next(pairs)
        _add_edge(graph, texts, entity, fact, "linkedTo", number)
    return graph, [_document(n, text) for n, text in enumerate(texts)]


def _strided(items: list[str]) -> itertools.cycle[str]:
    step = next(step for step in (7, 11, 13, 17) if len(items) % step)
    return itertools.cycle(items[i * step % len(items)] for i in range(len(items)))


def _add_themes(graph: nx.MultiDiGraph[str]) -> None:
    for slug, (label, english, broader) in THEMES.items():
        graph.add_node(
            f"{BASE}theme/{slug}", label=label, english=english, type="theme", years=YEARS, themes=(slug,), documents=()
        )
        if broader:
            graph.add_edge(
                f"{BASE}theme/{slug}", f"{BASE}theme/{broader}", key=key("broader", slug), relation="broader",
                year=None, theme=broader, strength="", stage="", mode="", weight=5, quote="", document="", start=0, end=0,
            )  # fmt: skip


def _add_nodes(graph: nx.MultiDiGraph[str], count: int) -> tuple[list[str], list[str]]:
    slugs = list(THEMES)
    entities, facts = [], []
    for n in range(count):
        theme = slugs[(n * 7 + n // 10) % len(slugs)]
        common = {"english": "", "years": (YEARS[n % 5],), "themes": (theme,), "documents": (f"{n % _DOCUMENTS:03}",)}
        if n % 20 < 11:
            name = f"{_PLACES[n % 10]}{_PLACES[n // 10 % 10]}{_GOODS[n // 3 % 10]}{_BODIES[n // 7 % 10]}{n}号"
            entities.append(f"{BASE}entity/{name}")
            graph.add_node(entities[-1], label=name, type=_TYPES[n % 7], **common)
        elif n % 20 < 15:
            graph.add_node(f"{BASE}indicator/{_indicator(n)}", label=_indicator(n), type="indicator", **common)
        else:
            indicator = _indicator(n // 20 * 20 + 11 + n % 4)
            facts.append(f"{BASE}statement/{key('fact', n)}")
            unit, value = _UNITS[n % 5], 5 + n % 400
            graph.add_node(
                facts[-1], label=indicator, type="target" if n % 3 else "outcome", indicator=indicator, area="郑州",
                comparator=">=", value=str(value), value_max=None, unit=unit, written=f"{value}{unit}以上", **common,
            )  # fmt: skip
    return entities, facts


def _indicator(n: int) -> str:
    return f"新增{_GOODS[n % 10]}{_BODIES[n // 10 % 10]}数{n}"


def _add_edge(graph: nx.MultiDiGraph[str], texts: list[str], a: str, b: str, relation: str, number: int) -> None:
    if b not in graph:
        graph.add_node(b, label=b.rsplit("/", 1)[-1], english="", type="indicator", years=(), themes=(), documents=())
    data = graph.nodes[a]
    strength, weight = _STRENGTHS[number % 3] if relation == "linkedTo" else ("", {"indicator": 3, "underTheme": 4}[relation])
    document = int(data["documents"][0])
    before, quote = "　　坚持稳中求进，", f"{data['label']}推进第{graph.number_of_edges()}项工作"
    start = len(texts[document]) + len(before)
    texts[document] += f"{before}{quote}，确保年内见到实效。\n"
    graph.add_edge(
        a, b, key=key(relation, number, a, b), relation=relation, year=data["years"][0], theme=data["themes"][0],
        strength=strength, stage=_STAGES[number % 5] if relation == "underTheme" and "written" not in data else "",
        mode="target" if number % 2 else "outcome", weight=weight, quote=quote, document=f"{document:03}",
        start=start, end=start + len(quote),
    )  # fmt: skip


def _document(n: int, text: str) -> Document:
    return Document(
        name=f"{n:03}", text=text, title=f"样例市{YEARS[n]}年政府工作报告", publisher="样例市人民政府", issued=f"{YEARS[n]}-02-0{n + 1}",
        area="样例", level=(Level.CITY, Level.PROVINCE)[n % 2], source="", sha256="0" * 64,
    )  # fmt: skip
