"""Whatever a document says is shown as text: nothing in the data can become markup, script, link or style."""

from __future__ import annotations

from typing import TYPE_CHECKING

import networkx as nx
import pytest

from policygraph import viewer
from policygraph.ledger.panel import Cell
from policygraph.statements import Document, Level

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

    from browsing import Watched

HOSTILE = (
    "<script>window.pwned=1</script>",
    "</script><script>window.pwned=1</script>",
    "</ScRiPt ><script>window.pwned=1</script>",
    "<!--<script>",
    "--><script>window.pwned=1</script>",
    "]]><script>window.pwned=1</script>",
    "<img src=x onerror=window.pwned=1>",
    "<img src=x onerror='window.pwned=1'>",
    '"><img src=x onerror=window.pwned=1>',
    "'><img src=x onerror=window.pwned=1>",
    "<svg onload=window.pwned=1>",
    "<svg><script>window.pwned=1</script></svg>",
    "<math><mi xlink:href='javascript:window.pwned=1'>x</mi></math>",
    "<iframe srcdoc='<script>parent.pwned=1</script>'></iframe>",
    "<iframe src=javascript:parent.pwned=1></iframe>",
    "<body onload=window.pwned=1>",
    "<details open ontoggle=window.pwned=1>",
    "<input autofocus onfocus=window.pwned=1>",
    "<a href='javascript:window.pwned=1'>link</a>",
    "href javascript:window.pwned=1",
    "href='x' onmouseover='window.pwned=1'",
    "javascript:window.pwned=1",
    "JaVaScRiPt:window.pwned=1",
    " javascript:window.pwned=1",
    "java\tscript:window.pwned=1",
    "vbscript:msgbox(1)",
    "data:text/html,<script>parent.pwned=1</script>",
    "file:///etc/passwd",
    "blob:null/1",
    "<base href='https://example.invalid/'>",
    "<meta http-equiv=refresh content='0;url=https://example.invalid/'>",
    "<link rel=stylesheet href=https://example.invalid/x.css>",
    "<style>*{display:none}</style>",
    "</style><script>window.pwned=1</script>",
    "</title><script>window.pwned=1</script>",
    "</textarea><script>window.pwned=1</script>",
    "</noscript><script>window.pwned=1</script>",
    "<form action=https://example.invalid><button>x</button></form>",
    "<object data=javascript:window.pwned=1>",
    "<embed src=javascript:window.pwned=1>",
    "<template><script>window.pwned=1</script></template>",
    "<div style='background:url(javascript:window.pwned=1)'>",
    "{{ 7 * 7 }}",
    "{% import os %}{{ os.system('true') }}",
    "{# comment #}",
    "${window.pwned=1}",
    "`${window.pwned=1}`",
    "{{constructor.constructor('window.pwned=1')()}}",
    "'; window.pwned=1; //",
    '"; window.pwned=1; //',
    "\\'; window.pwned=1; //",
    "\\u003cscript\\u003ewindow.pwned=1\\u003c/script\\u003e",
    "&lt;script&gt;window.pwned=1&lt;/script&gt;",
    "&#60;script&#62;",
    "%3Cscript%3Ewindow.pwned=1%3C/script%3E",
    "__proto__",
    "constructor",
    "toString",
    "hasOwnProperty",
    "line\u2028separator\u2029paragraph",
    "zero\u200bwidth\u200djoiner\ufeffmark",
    "bidi \u202egnp.exe\u202c and \u2066isolate\u2069",
    "combining Z̷̡̛a̴l̸g̶o̵",
    "astral 𠮷野家 👩‍👩‍👧‍👦",
    "=cmd|'/c calc'!A0",
    "@SUM(1+1)",
    "-2+3",
    "https://example.invalid/?q=<script>",
    "https://example.invalid/'onmouseover='window.pwned=1",
    "a:b/c?d#e&f=g%h+i j",
    'quotes "double" \'single\' “全角”',
    "x" * 2000,
)  # fmt: skip


@pytest.fixture(scope="session")
def hostile_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A page on which every string of the data is hostile."""
    graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()
    text, types = "", ("project", "target", "platform", "outcome", "theme", "indicator", "place", HOSTILE[6])
    documents = {}
    for n, evil in enumerate(HOSTILE):
        document = f"{n}{evil}"
        text = f"前文{evil}：{evil}后文"
        documents[document] = Document(
            name=document, text=text, title=evil, publisher=evil, issued="2025", area=evil, level=Level.CITY,
            source=evil, sha256="",
        )  # fmt: skip
        fact = {"indicator": evil, "area": evil, "comparator": evil, "value": evil, "value_max": None, "unit": evil}
        graph.add_node(
            f"https://w3id.org/policygraph/entity/{n}{evil}" if n % 2 else f"{n}{evil}",
            label=evil, english=evil, aliases=(evil,), type=types[n % 8], years=(2025,), themes=(evil,),
            documents=(document,), **(fact | {"written": evil} if types[n % 8] in {"target", "outcome"} else {}),
        )  # fmt: skip
    nodes = list(graph)
    for n, evil in enumerate(HOSTILE):
        start = len(f"前文{evil}：")
        graph.add_edge(
            nodes[n], nodes[(n + 1) % len(nodes)], key=f"{n}{evil}", relation=("linkedTo", "underTheme", evil)[n % 3],
            year=2025, theme=evil, strength=evil, stage=evil, mode=evil, weight=1, quote=evil,
            document=list(documents)[n], start=start, end=start + len(evil),
        )  # fmt: skip
    columns = (
        "relation", "indicator", "area", "verdict", "a_statement", "a_quote", "a_document", "b_quote", "b_document", "note",
    )  # fmt: skip
    ledger = [dict.fromkeys(columns, evil) for evil in HOSTILE]
    assessed = [{**row, "relation": "assessed_by", "verdict": "missed"} for row in ledger]
    words = ("area", "indicator", "indicator_english", "concept", "unit", "verdict")
    numbers = {"year": 2025, "target_low": 1.0, "target_high": 2.0, "outcome": 1.5}
    panel = [Cell({**dict.fromkeys(words, evil), **numbers}, "", "") for evil in HOSTILE]
    file = tmp_path_factory.mktemp("hostile") / "index.html"
    html = viewer.html(
        graph, list(documents.values()), title=HOSTILE[1], ledger=[*ledger, *assessed], panel=panel, language="zh"
    )
    file.write_text(html, encoding="utf-8")
    return file


PARTS = (
    "node", "view", "open", "types", "themes", "documents", "verdicts", "levels", "pins", "low", "high", "from", "to",
    "language", "scheme", "steps", "all", "areas", "place", "indicator", "chart", "year",
)  # fmt: skip


def _address(page: Page, parts: dict[str, str]) -> None:
    """Put a state into the address and wait until the page has read it."""
    page.evaluate(
        """(parts) => new Promise((done) => {
             const before = location.hash;
             addEventListener("hashchange", () => requestAnimationFrame(() => done()), { once: true });
             location.hash = new URLSearchParams(parts);
             if (location.hash === before) done();
           })""",
        parts,
    )


def _harmless(page: Page) -> None:
    assert page.evaluate("window.pwned") is None
    assert page.evaluate("[].pwned ?? {}.pwned") is None
    # Our own three scripts and no element that the data could have brought in.
    assert page.locator("script").count() == 4
    assert page.locator("img, iframe, object, embed, form, base, math, link[rel=stylesheet], template").count() == 0
    attributes = page.evaluate("[...document.querySelectorAll('*')].flatMap((e) => e.getAttributeNames())")
    assert [name for name in attributes if name.startswith("on")] == []
    links = page.evaluate("[...document.querySelectorAll('#app a')].map((a) => a.protocol)")
    assert set(links) <= {"http:", "https:"}


def test_there_are_at_least_sixty_hostile_strings() -> None:
    """Each is different."""
    assert len(set(HOSTILE)) >= 60


@pytest.mark.parametrize("view", ["network", "timeline", "table", "ledger", "place", "compare", "compare&chart=map"])
def test_every_view_shows_hostile_strings_as_text(
    watched: Callable[..., Watched], hostile_file: Path, view: str
) -> None:
    """In both languages; the console stays empty and nothing is asked for."""
    page = watched().go(hostile_file, f"#view={view}&all=1")
    _harmless(page)
    page.keyboard.press("Escape")
    page.get_by_role("button", name="English").click()
    _harmless(page)


def test_the_table_holds_every_string_letter_by_letter(watched: Callable[..., Watched], hostile_file: Path) -> None:
    """Nothing is left out, decoded or cleaned."""
    page = watched().go(hostile_file, "#view=table&all=1")
    shown = page.evaluate("[...document.querySelectorAll('#views .thing-button .name')].map((e) => e.textContent)")
    for evil in HOSTILE:
        assert any(text.startswith(evil) for text in shown), evil


def test_details_and_quotes_of_every_thing_are_harmless(watched: Callable[..., Watched], hostile_file: Path) -> None:
    """Every thing is opened in turn, all quotes unfolded, the quote exact."""
    page = watched().go(hostile_file, "#view=table&all=1")
    keys = page.evaluate("[...document.querySelectorAll('#views .thing-button')].map((e) => e.dataset.key.slice(6))")
    assert len(keys) == len(HOSTILE)
    quotes = set()
    for key in keys:
        _address(page, {"node": key, "open": key})
        quotes.update(page.evaluate("[...document.querySelectorAll('#details mark')].map((e) => e.textContent)"))
    _harmless(page)
    assert quotes >= set(HOSTILE)


def test_the_pages_of_hostile_places_and_indicators_are_harmless(
    watched: Callable[..., Watched], hostile_file: Path
) -> None:
    """Every place has its page and every indicator its pictures, by the name that it has."""
    page = watched().go(hostile_file, "#view=place")
    for evil in HOSTILE:
        _address(page, {"view": "place", "place": evil})
        assert page.locator("#views h2").first.text_content().startswith(evil)  # type: ignore[union-attr]
        for chart in ("", "years", "matrix"):
            _address(page, {"view": "compare", "indicator": f"{evil} {evil}".strip(), "chart": chart})
    _harmless(page)


def test_hostile_strings_are_found_and_pathed(watched: Callable[..., Watched], hostile_file: Path) -> None:
    """Search results and hops are text too."""
    page = watched().go(hostile_file)
    for evil in HOSTILE[:40]:
        page.locator("#find").fill(evil[:60])
    _harmless(page)
    page.locator("#path-from").fill("<iframe")
    page.locator("#path-from").press("Enter")
    page.locator("#path-to").fill("toString")
    page.locator("#path-to").press("Enter")
    assert page.locator("#details .hops").count() >= 1
    _harmless(page)


def test_addresses_with_hostile_parts_show_the_page(watched: Callable[..., Watched], sample_file: Path) -> None:
    """An address may come from anybody."""
    page = watched().go(sample_file)
    for evil in HOSTILE:
        _address(page, dict.fromkeys(PARTS, evil))
    _harmless(page)
