"""Who may read what is served, and that it stays text whatever documents say."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from policygraph import rdf
from policygraph.rdf import iris
from policygraph.server.addresses import href
from policygraph.server.guard import MOST_ADDRESS
from policygraph.statements import Corpus, Document, Entity, EntityType, Level, Mention, Mode, Passage, Reading, Stage
from server.client import Served, served
from viewer.test_hostile import HOSTILE

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from browsing import Watched

_PATHS = [
    "/",
    "/search",
    "/sparql",
    "/entity/测试谷二期",
    "/data.nq",
    "/nothing",
    "/view?entity=测试谷二期",
    "/view?year=x",
]


@pytest.mark.parametrize("path", _PATHS)
def test_every_answer_is_closed_to_scripts_frames_and_sniffing(server: Served, path: str) -> None:
    """The policy of pages lets in one style sheet by its digest, that of the viewer its own scripts by theirs."""
    headers = server.get(path).headers
    policy = headers["content-security-policy"]
    assert policy.startswith("default-src 'none'; ")
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert "server" not in headers
    assert "date" not in headers
    assert "set-cookie" not in headers


@pytest.mark.parametrize("host", ["evil.example", "evil.example:8000", "127.0.0.1.evil.example", "10.0.0.1", ""])
def test_a_name_of_another_site_that_points_here_is_refused(server: Served, host: str) -> None:
    """DNS rebinding."""
    for path in ("/", "/sparql?query=ASK%7B%7D", "/entity/测试谷二期", "/data.nq"):
        answer = server.get(path, Host=host)
        assert answer.status == 400
        assert "测试谷" not in answer.text


@pytest.mark.parametrize("host", ["localhost", "127.0.0.1:1", "LOCALHOST:8000", "[::1]:8000"])
def test_names_of_this_machine_are_answered(server: Served, host: str) -> None:
    """Whatever the port: a tunnel may have another."""
    assert server.get("/search", Host=host).status == 200


@pytest.mark.parametrize("path", ["/sparql?query=ASK%7B%7D", "/entity/测试谷二期", "/"])
def test_pages_of_other_sites_may_not_read_what_is_served(server: Served, path: str) -> None:
    """No answer has a header of CORS, a preflight is refused."""
    answer = server.get(path, "*/*", Origin="https://evil.example")
    preflight = {"Origin": "https://evil.example", "Access-Control-Request-Method": "POST"}
    refused = server.send("OPTIONS", path, headers=preflight)
    found = {*answer.headers, *refused.headers}
    assert [name for name in found if name.startswith("access-control-")] == []
    assert refused.status == 405


def test_who_serves_public_data_may_open_it(kept: Path) -> None:
    """With ``--cors`` every site may read, and ask."""
    with served("-g", str(kept), "--cors") as shared:
        answer = shared.get("/sparql?query=ASK%7B%7D", "*/*", Origin="https://example.org")
        assert answer.headers["access-control-allow-origin"] == "*"
        preflight = {
            "Origin": "https://example.org",
            "Access-Control-Request-Method": "POST",
            "Access-Control-Request-Headers": "content-type",
        }
        allowed = shared.send("OPTIONS", "/sparql", headers=preflight)
        assert (allowed.status, allowed.headers["access-control-allow-origin"]) == (200, "*")


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A server of a graph in which every string is hostile."""
    texts = "\n".join(HOSTILE)
    document = Document(
        "hostile", texts, HOSTILE[0], HOSTILE[6], "2025", "测试", Level.CITY, "javascript:window.pwned=1", "0" * 64
    )
    mentions, start = [], 0
    for text in HOSTILE:
        passage = Passage("hostile", start, start + len(text), text, HOSTILE[1], HOSTILE[2])
        mentions.append(
            Mention(text, EntityType.PROJECT, passage, 2025, Mode.TARGET, Stage.STARTED, "", HOSTILE[3], passage)
        )
        start += len(text) + 1
    corpus = Corpus(
        (Reading(document, (), tuple(mentions), (), ()),),
        tuple(Entity(text, EntityType.PROJECT, text, (f"{text} alias",)) for text in HOSTILE),
    )
    folder = tmp_path_factory.mktemp("hostile")
    (folder / "graph.nq").write_bytes(rdf.serialise(rdf.quads(corpus)))
    with served("-g", str(folder / "graph.nq")) as running:
        yield running


class Elements(HTMLParser):
    """The elements of a page as a browser finds them, and where its links lead."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.links: set[str] = set()
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep what begins here."""
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.links |= {value or "" for name, value in attrs if name in {"href", "src", "action"}}


@pytest.fixture(scope="module")
def known(server: Served) -> set[str]:
    """The elements and attributes that pages of harmless graphs have."""
    paths = [
        "/entity/测试谷二期",
        "/document/plan-2025",
        "/search?q=测试",
        "/nothing",
        "/year/2025",
        "/sparql?query=SELECT*{?s+?p+?o}",
    ]
    found = [Elements(server.get(path).text) for path in paths]
    return {name for elements in found for name in elements.tags | elements.attributes}


@pytest.mark.parametrize("evil", HOSTILE)
def test_hostile_names_are_shown_as_text(hostile: Served, known: set[str], evil: str) -> None:
    """On their own page, when searched for, when asked for, and where nothing has such a name."""
    path = href(iris.entity(evil))
    page = hostile.get(path).text
    name = path.rpartition("/")[2]
    pages = [page, hostile.get(f"/search?q={name}").text, hostile.get(f"/theme/{name}").text]
    pages.append(hostile.ask(f"SELECT ?x {{ BIND(<{iris.entity(evil).value}> AS ?x) }}", "text/html").text)
    pages.append(hostile.get(f"/sparql?query={name}").text)
    for shown in pages:
        elements = Elements(shown)
        assert elements.tags | elements.attributes <= known
        assert {link for link in elements.links if not re.match(r"/(?!/)|#|https?://|data:,$", link)} == set()
    assert " ".join(evil.split()) in " ".join(unescape(re.sub(r"<[^>]+>", "", page.partition("<h1>")[2])).split())


def test_an_address_that_is_none_of_the_web_is_no_link(hostile: Served) -> None:
    """A document may name any source."""
    page = hostile.get("/document/hostile").text
    assert "<dd>javascript:window.pwned=1</dd>" in page
    assert 'href="javascript' not in page


def test_a_browser_shows_hostile_pages_in_peace(hostile: Served, watched: Callable[..., Watched]) -> None:
    """Nothing runs, nothing is asked for, the console stays empty."""
    one = watched(offline=False)
    for path in ("/document/hostile", "/year/2025", "/search?q=script", f"{href(iris.entity(HOSTILE[0]))}?lang=en"):
        one.page.goto(hostile.url + path)
        assert one.page.evaluate("window.pwned === undefined")
        assert one.page.locator("script, iframe, object, embed, base").count() == 0
    asked = set(one.requests)
    one.requests.clear()
    assert all(url.startswith(hostile.url) for url in asked)


@pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "TRACE"])
@pytest.mark.parametrize("path", ["/", "/sparql", "/entity/测试谷二期", "/data.nq"])
def test_nothing_can_be_changed(server: Served, method: str, path: str) -> None:
    """The server knows no method that would."""
    assert server.send(method, path).status == 405


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_a_page_of_another_site_may_not_ask(server: Served, method: str) -> None:
    """A picture in it would make the browser of somebody on this machine ask whatever it wants; pages may be linked."""
    form = {"Content-Type": "application/x-www-form-urlencoded", "Sec-Fetch-Site": "cross-site"}
    body = b"query=ASK%7B%7D" if method == "POST" else None
    refused = server.send(method, "/sparql?query=ASK%7B%7D" if body is None else "/sparql", body, form)
    assert (refused.status, refused.media, refused.text.count("\n")) == (403, "text/plain", 1)
    for site in ("same-origin", "same-site", "none"):
        assert server.get("/sparql?query=ASK%7B%7D", **{"Sec-Fetch-Site": site}).status == 200
    assert server.get("/entity/测试谷二期", **{"Sec-Fetch-Site": "cross-site"}).status == 200


def test_the_absolute_form_of_an_address_is_taken(server: Served) -> None:
    """RFC 9112, 3.2.2: it is the same as the path, and its host goes before the field Host."""
    sent = "GET {} HTTP/1.1\r\nHost: {}\r\nAccept: text/html\r\nConnection: close\r\n\r\n"
    usual = server.raw(sent.format("/search?q=x", "localhost").encode())
    assert usual[0] == 200
    assert server.raw(sent.format("http://localhost/search?q=x", "evil.example").encode()) == usual
    assert server.raw(sent.format("http://localhost", "localhost").encode())[0] == 200
    assert server.raw(sent.format("http://evil.example/search", "localhost").encode())[0] == 400
    assert server.raw(sent.format("localhost:80", "localhost").encode())[0] == 400


@pytest.mark.parametrize(("version", "status"), [("1.0", 200), ("1.1", 200), ("1.9", 200), ("2.0", 505), ("9.9", 505)])
def test_a_version_of_http_that_is_not_spoken_is_refused(server: Served, version: str, status: int) -> None:
    """RFC 9110, 15.6.6; a higher minor version is understood as the one that is."""
    sent = f"GET /search HTTP/{version}\r\nHost: localhost\r\nConnection: close\r\n\r\n"
    assert server.raw(sent.encode())[0] == status


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({"Content-Encoding": "gzip"}, 415),
        ({"Content-Encoding": "identity"}, 200),
        ({"Content-Type": "application/sparql-query; charset=utf-16"}, 415),
        ({"Content-Type": 'application/sparql-query; charset="UTF-8"'}, 200),
        ({f"X-{number}": "x" for number in range(200)}, 431),
        ({"Cookie": "x" * 20_000}, 431),
    ],
)
def test_what_would_be_read_wrong_or_is_too_much_is_refused(
    server: Served, headers: dict[str, str], status: int
) -> None:
    """With the status that says why, in one line."""
    plain = {"Content-Type": "application/sparql-query", "Accept": "application/json"}
    answer = server.send("POST", "/sparql", b"ASK {}", {**plain, **headers})
    assert answer.status == status
    assert status == 200 or answer.text.count("\n") == 1


def test_an_address_that_is_too_long_is_refused(server: Served) -> None:
    """414, or the head is not even read to its end."""
    status, _ = server.raw(b"GET /search?q=" + b"x" * (MOST_ADDRESS + 1) + b" HTTP/1.1\r\nHost: localhost\r\n\r\n")
    assert status in {400, 414}


@pytest.mark.parametrize("sent", [b"", b"query=ASK", b"{"])
def test_a_client_that_hangs_up_amid_its_request_leaves_no_word(kept: Path, sent: bytes) -> None:
    """Nothing is said on standard error, and the next one is answered."""
    with served("-g", str(kept), "--timeout", "60") as running:
        for _ in range(3):
            with running.connect() as connection:
                connection.sendall(
                    b"POST /sparql HTTP/1.1\r\nHost: localhost\r\nContent-Length: 50\r\n"
                    b"Content-Type: application/x-www-form-urlencoded\r\n\r\n" + sent
                )
        assert running.ask("ASK {}").status == 200
