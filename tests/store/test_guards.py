"""No graph from outside takes more than it is: what nests, unfolds or is no address is refused in one line."""

from __future__ import annotations

import json
from http.server import BaseHTTPRequestHandler
from typing import TYPE_CHECKING

import pyoxigraph as ox
import pytest

from policygraph import store
from policygraph.errors import GraphError
from policygraph.store import guards

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
# How deep the samples below nest: what overflows the stack or the memory of a parser, and what is read.
TOO_DEEP, DEEP = 50_000, 100


def star(levels: int) -> str:
    """A triple within a triple."""
    return "<a:s> <a:p> " + "<<( <a:s> <a:p> " * levels + "<a:o>" + " )>>" * levels + " .\n"


def reified(levels: int) -> str:
    """A statement about a statement."""
    return "<a:s> <a:p> " + "<< <a:s> <a:p> " * levels + "<a:o>" + " >>" * levels + " .\n"


def bracketed(opening: str, closing: str) -> object:
    """What brackets hold, some levels deep."""
    return lambda levels: "<a:s> <a:p> " + opening * levels + "<a:o> " + closing * levels + " .\n"


def annotated(levels: int) -> str:
    """An annotation of an annotation."""
    return "<a:s> <a:p> <a:o> " + "{| <a:p> <a:o> " * levels + "|} " * levels + ".\n"


def objects(levels: int) -> str:
    """An object within an object."""
    return '{"a:p":' * levels + '"x"' + "}" * levels


def arrays(levels: int) -> str:
    """A list within a list."""
    return '{"a:p":' + '{"@list":[' * levels + '"x"' + "]}" * levels + "}"


def elements(levels: int) -> str:
    """An element within an element."""
    inner = "<rdf:Description><a:p>" * levels + "x" + "</a:p></rdf:Description>" * levels
    return f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:a="a:">{inner}</rdf:RDF>'


NESTED = {
    "star.nt": star,
    "star.nq": star,
    "star.ttl": star,
    "reified.trig": reified,
    "nodes.ttl": bracketed("[ <a:p> ", "] "),
    "lists.ttl": bracketed("( ", ") "),
    "annotated.ttl": annotated,
    "objects.jsonld": objects,
    "arrays.jsonld": arrays,
    "elements.rdf": elements,
}


@pytest.mark.parametrize("name", NESTED)
def test_what_nests_too_deep_is_refused(name: str, tmp_path: Path) -> None:
    """Parsers go down by recursion, or keep all that is open: 50,000 levels end the process or take the machine."""
    path = tmp_path / name
    path.write_text(NESTED[name](TOO_DEEP), encoding="utf-8")
    with pytest.raises(
        GraphError, match=rf"{name}:\d+: nests deeper than 256 levels; nothing was loaded; export it anew"
    ) as caught:
        store.open_store(path)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("name", NESTED)
def test_what_nests_as_deep_as_people_write_is_read(name: str, tmp_path: Path) -> None:
    """The bound is far above what anybody writes by hand."""
    path = tmp_path / name
    path.write_text(NESTED[name](DEEP), encoding="utf-8")
    assert len(store.open_store(path)) >= 1


@pytest.mark.parametrize(
    ("name", "quoted"),
    [
        ("string.ttl", '<a:s> <a:p> "{0}", \'{0}\', """{0}\n{0}""", \'\'\'{0}"\'\'\' , "\\"{0}" .'),
        ("iri.ttl", "<a:s> <a:p> <a:{0}> ."),
        ("comment.ttl", "<a:s> <a:p> <a:o> . # {0}\n"),
        ("escape.ttl", "@prefix a: <a:> . a:s a:p a:\\# , a:\\'x . # {0}\n"),
        ("string.nq", '<a:s> <a:p> "{0}" .\n'),
        ("string.jsonld", '{{"a:p": ["{0}", "\\"{0}"]}}'),
        ("attribute.rdf", f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:a="a:"><rdf:Description a:p="{{0}}/>"/></rdf:RDF>'),
        ("comment.rdf", f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:a="a:"><!-- {{1}} --><a:b a:p="x"/></rdf:RDF>'),
        ("data.rdf", f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:a="a:"><a:b><a:p><![CDATA[{{1}}]]></a:p></a:b></rdf:RDF>'),
    ],
)
def test_brackets_in_strings_addresses_and_comments_nest_nothing(name: str, quoted: str, tmp_path: Path) -> None:
    """Only what the parser takes for a bracket counts."""
    marks = "(" if name == "iri.ttl" else "([" if name.endswith(".rdf") else "([{"
    path = tmp_path / name
    path.write_text(quoted.format(marks * 1000, "<a>" * 1000), encoding="utf-8")
    assert len(store.open_store(path)) >= 1


@pytest.mark.parametrize("suffix", sorted(store.FORMATS))
def test_any_number_of_brackets_that_are_closed_again_is_read(suffix: str) -> None:
    """It is the depth that is bounded, not the number."""
    nested = {".nt": star, ".nq": star, ".ttl": reified, ".trig": annotated, ".jsonld": objects, ".rdf": elements}
    one = nested[suffix](3)
    many = f"[{','.join([one] * 1000)}]" if suffix == ".jsonld" else one * 1000
    guards.examine("graph", store.FORMATS[suffix], many.encode())


def test_entities_are_refused(tmp_path: Path) -> None:
    """A kilobyte of entities that name one another twice unfolds to more than any machine has."""
    names = [f'<!ENTITY a{n} "&a{n - 1};&a{n - 1};">' for n in range(1, 40)]
    path = tmp_path / "bomb.rdf"
    path.write_text(
        f'<?xml version="1.0"?>\n<!DOCTYPE r [<!ENTITY a0 "x">{"".join(names)}]>\n<rdf:RDF xmlns:rdf="{RDF}" xmlns:a="a:">'
        "<rdf:Description><a:p>&a39;</a:p></rdf:Description></rdf:RDF>",
        encoding="utf-8",
    )
    with pytest.raises(GraphError, match=r"bomb\.rdf:2: declares entities, which may unfold without end; nothing was"):
        store.open_store(path)


def test_terms_told_by_one_another_are_bounded(tmp_path: Path) -> None:
    """A context of 20,000 terms, each told by the next one, overflows the stack of the parser."""
    terms = {f"t{n}": f"t{n + 1}:x" for n in range(20_000)} | {"t20000": "http://a/"}
    path = tmp_path / "chain.jsonld"
    path.write_text(json.dumps({"@context": terms, "t0": "v"}), encoding="utf-8")
    with pytest.raises(GraphError, match=r"chain\.jsonld:1: has an object of more than 1024 members"):
        store.open_store(path)


def test_a_long_array_is_read(tmp_path: Path) -> None:
    """What is many things in a row is no object of many members."""
    path = tmp_path / "long.jsonld"
    path.write_text(json.dumps([{"@id": f"a:{n}", "a:p": "v"} for n in range(5000)]), encoding="utf-8")
    assert len(store.open_store(path)) == 5000


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("prefix.ttl", "@prefix a: <a:{0}> .\na:s a:p a:o ."),
        ("prefix.trig", "PREFIX a: <a:{0}>\na:g {{ a:s a:p a:o }}"),
        ("prefix.rdf", f'<rdf:RDF xmlns:rdf="{RDF}" xmlns:a="a:{{0}}"><a:b a:p="x"/></rdf:RDF>'),
        ("base.rdf", f'<rdf:RDF xml:base=\'a:{{0}}\' xmlns:rdf="{RDF}"><rdf:Description rdf:ID="x"/></rdf:RDF>'),
    ],
)
def test_an_abbreviation_of_a_very_long_address_is_refused(name: str, text: str, tmp_path: Path) -> None:
    """Each name under it unfolds to the whole of it: a megabyte of names becomes a hundred gigabytes."""
    path = tmp_path / name
    path.write_text(text.format("x" * 5000), encoding="utf-8")
    with pytest.raises(GraphError, match=rf"{name}:1: abbreviates names by an IRI of more than 2048 bytes"):
        store.open_store(path)


@pytest.mark.parametrize(
    "hostile",
    ['"', "'", "<", "<<", "<a", "\\", '"\\', '"""', "'''x", "<!--", "<![CDATA[", "<?", '<a x="', "xmlns:", "#"],
)
@pytest.mark.parametrize("form", sorted(set(store.FORMATS.values()), key=str))
def test_nothing_is_looked_at_twice(hostile: str, form: ox.RdfFormat) -> None:
    """What is opened again and again and never closed is passed over in one go; else this would take hours."""
    try:
        guards.examine("graph", form, hostile.encode() * 300_000)
    except GraphError as error:
        assert "nests deeper" in str(error)


@pytest.mark.parametrize(
    "url",
    [
        "http://[", "http://[::1", "http://]", "http://", "http://:80/", "http:///sparql", "http://a:99999/", "http://a:x/",
        "http://a:-1/", "http://a b/", "http://例子/", "http://a/查询", "http://a/\n", "http://..", "http://.a/",
        "http://a/\x00", "http://a/\ud800", "http://a\u2003b/",
    ],
)  # fmt: skip
def test_what_is_no_address_is_refused(url: str) -> None:
    """One line that shows the address, says why, and how one is written."""
    with pytest.raises(
        GraphError, match=r": is no http or https address \(.+\); write it like http://localhost:7878/query$"
    ) as caught:
        store.open_store(url)
    assert str(caught.value).isprintable()


@pytest.mark.parametrize(
    "url",
    ["http://localhost:7878/query", "https://example.org/sparql?a=b", "http://[::1]:80/", "http://a_b.c:1/%E6%9F%A5"],
)
def test_an_address_is_let_through(url: str) -> None:
    """Host names, numbers of either sort, ports and percent-encoded characters."""
    guards.address(url)


@pytest.mark.parametrize("part", ["SST", "MANIFEST", "CURRENT"])
@pytest.mark.parametrize("damage", ["empty", "half", "rubbish", "gone"])
def test_a_store_folder_is_read_whole_or_refused(part: str, damage: str, quads: list[ox.Quad], tmp_path: Path) -> None:
    """Whatever file of it is damaged, and however, it is told in one line, when it is opened or when it is read."""
    folder = tmp_path / "store"
    inner = ox.Store(str(folder))
    inner.bulk_extend(quads)
    inner.optimize()
    del inner
    damaged = 0
    for path in sorted(path for path in folder.iterdir() if part in path.name or path.suffix == f".{part.lower()}"):
        data = path.read_bytes()
        path.write_bytes({"empty": b"", "half": data[: len(data) // 2], "rubbish": data[::-1], "gone": b""}[damage])
        if damage == "gone":
            path.unlink()
        try:
            assert set(store.open_store(folder).quads()) == set(quads)
        except GraphError as error:
            damaged += 1
            assert "\n" not in str(error)
        path.write_bytes(data)
    assert damaged
    assert len(store.open_store(folder)) == len(quads)


class Hostile(BaseHTTPRequestHandler):
    """A server whose every answer is the same: what stands in its class."""

    answer = b""

    def do_POST(self) -> None:
        """Send it, whatever was asked."""
        self.rfile.read(int(self.headers["Content-Length"]))
        self.wfile.write(self.answer)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 -- the name of the base class
        """Say nothing."""


def nested(levels: int) -> str:
    """Return a result whose one value is a triple within a triple, some levels deep."""
    value = '{"type":"uri","value":"a:o"}'
    opening = f'{{"type":"triple","value":{{"subject":{value},"predicate":{value},"object":'
    binding = f'{{"g":{opening * levels}{value}{"}}" * levels}}}'
    return f'{{"head":{{"vars":["g"]}},"results":{{"bindings":[{binding}]}}}}'


@pytest.mark.parametrize(
    ("answer", "message"),
    [
        (f"HTTP/1.0 200 OK\r\n\r\n{nested(TOO_DEEP)}", "nests deeper than 256 levels"),
        ("SSH-2.0-OpenSSH_9.2\r\n", "does not answer .*; check the address"),
        ("HTTP/1.0 200 OK\r\nContent-Length: 99\r\n\r\n{", "does not answer .*; check the address"),
        ("HTTP/1.0 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "does not answer .*; check the address"),
        (f"HTTP/1.0 200 {'x' * 70_000}\r\n\r\n", "does not answer .*; check the address"),
        ("", "does not answer .*; check the address"),
    ],
)
def test_what_an_endpoint_answers_is_bounded_too(
    answer: str, message: str, serve: Callable[[type[BaseHTTPRequestHandler]], str]
) -> None:
    """A service that nests its answers, or that speaks another language than HTTP, is refused in one line."""
    url = serve(type("Handler", (Hostile,), {"answer": answer.encode()}))
    with pytest.raises(GraphError, match=message) as caught:
        store.open_store(url)
    assert "\n" not in str(caught.value)
