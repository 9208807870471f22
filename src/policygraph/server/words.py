"""The words of the pages in Chinese and English; what the graph has a label for is called by that."""

from __future__ import annotations

from typing import Final

from policygraph.rdf.vocab import PREFIXES

_WORDS: Final[dict[str, tuple[str, str]]] = {
    "address": ("标识", "Identifier"),
    "answer_cut": ("仅显示前 {0} 行；完整结果请下载", "The first {0} rows; download the answer for all of them"),
    "areas": ("地区", "Areas"),
    "ask": ("提问", "Ask"),
    "ask_hint": (
        "用 SPARQL 1.1 查询本图谱；图谱的前缀无须声明，默认图为所有命名图之并集。",
        "Ask the graph with SPARQL 1.1. Its prefixes need no declaration; the default graph is the union of the named.",
    ),
    "as": ("下载为", "Download as"),
    "checked": ("已与原文核对", "checked against the text"),
    "documents": ("文件", "Documents"),
    "entities": ("相关实体", "Entities"),
    "entries": ("台账", "Ledger"),
    "examples": ("示例问题", "Example questions"),
    "figures": ("目标与结果", "Targets and outcomes"),
    "indicator": ("指标", "Indicator"),
    "life": ("历年进展", "Life over the years"),
    "link": ("关联", "Link"),
    "members": ("成员", "Members"),
    "more": ("另有 {0} 项", "and {0} more"),
    "most_named": ("提及最多的实体", "Entities named most"),
    "names": ("又名", "Also"),
    "narrower": ("下级", "Narrower"),
    "next": ("下一页", "Next"),
    "no": ("否", "no"),
    "not_found": ("未找到", "Not found"),
    "not_found_hint": (
        "本图谱中没有这一资源。名称须与图谱一致；请搜索。",
        "The graph holds no such resource. Names must be as the graph has them; search for it.",
    ),
    "page": ("第 {0} 页，共 {1} 页", "Page {0} of {1}"),
    "pages": ("分页", "Pages"),
    "perhaps": ("您是否要找", "Did you mean"),
    "place": ("位置", "Place"),
    "previous": ("上一页", "Previous"),
    "properties": ("属性", "Properties"),
    "query": ("查询", "Query"),
    "quote": ("原文", "The words"),
    "results": ("结果", "Answer"),
    "rows": ("{0} 行", "{0} rows"),
    "sayings": ("原文如是说", "What the documents say"),
    "search": ("搜索", "Search"),
    "search_hint": ("实体、指标、主题或地区的名称", "Name of an entity, indicator, theme or area"),
    "search_none": ("没有匹配的名称", "No name is like it"),
    "skip": ("跳到正文", "Skip to the content"),
    "start": ("政策图谱", "Policygraph"),
    "start_large": (
        "图谱较大，浏览器无法一次显示全部；请按主题、年份或实体查看。",
        "The graph is too large to be shown at once; look at it by theme, year or entity.",
    ),
    "terms": ("类与属性", "Classes and properties"),
    "themes": ("主题", "Themes"),
    "unchecked": ("手边无原文，未核对", "the text is not at hand to check against"),
    "viewer": ("图谱浏览", "Viewer"),
    "view": ("在图谱中查看", "Show in the viewer"),
    "whole": ("下载整个图谱", "Download the whole graph"),
    "year": ("年份", "Year"),
    "years": ("年份", "Years"),
    "yes": ("是", "yes"),
}

# Properties of other vocabularies; the graph has labels for those of its own.
_PREDICATES: Final[dict[str, tuple[str, str]]] = {
    "dcterms:identifier": ("编号", "identifier"),
    "dcterms:issued": ("发布日期", "issued"),
    "dcterms:license": ("许可", "licence"),
    "dcterms:publisher": ("发布机构", "publisher"),
    "dcterms:source": ("来源", "source"),
    "dcterms:spatial": ("地区", "area"),
    "oa:end": ("终止位置", "end"),
    "oa:exact": ("原文", "words"),
    "oa:hasSource": ("出自", "document"),
    "oa:prefix": ("上文", "words before"),
    "oa:start": ("起始位置", "start"),
    "oa:suffix": ("下文", "words after"),
    "owl:versionInfo": ("版本", "version"),
    "qudt:hasUnit": ("单位 (QUDT)", "unit (QUDT)"),
    "rdfs:domain": ("定义域", "domain"),
    "rdfs:range": ("值域", "range"),
    "rdfs:subClassOf": ("上位类", "subclass of"),
    "rdfs:subPropertyOf": ("上位属性", "subproperty of"),
    "schema:maxValue": ("上限", "at most"),
    "schema:minValue": ("下限", "at least"),
    "schema:value": ("数值", "value"),
    "sdmx-attribute:obsStatus": ("数据状态", "status"),
    "skos:broader": ("上级", "broader"),
    "skos:definition": ("定义", "definition"),
    "skos:exactMatch": ("等同", "exact match"),
    "skos:inScheme": ("所属体系", "scheme"),
    "skos:notation": ("代码", "notation"),
    "skos:note": ("说明", "note"),
    "skos:scopeNote": ("范围说明", "scope note"),
    "time:year": ("年", "year"),
    "void:subset": ("子集", "subset"),
    "void:triples": ("三元组数", "triples"),
}
_SHORT: Final = {f"{PREFIXES[name.partition(':')[0]]}{name.partition(':')[2]}": name for name in _PREDICATES}


def words(language: str) -> dict[str, str]:
    """Return the words of a language."""
    return {key: pair[_place(language)] for key, pair in _WORDS.items()}


def predicate(iri: str, language: str) -> str:
    """Return what a property of another vocabulary is called, or ``""``."""
    short = _SHORT.get(iri)
    return _PREDICATES[short][_place(language)] if short else ""


def _place(language: str) -> int:
    return 0 if language == "zh" else 1
