"""What a client wants, by the headers of its request (RFC 9110, 12.5)."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from policygraph.server.negotiation import acceptable, language

_OFFERED = (("text/html", "html"), ("text/turtle", "ttl"), ("application/ld+json", "jsonld"))


@pytest.mark.parametrize(
    ("accept", "forms"),
    [
        ("", ["html", "ttl", "jsonld"]),
        ("*/*", ["html", "ttl", "jsonld"]),
        ("text/turtle", ["ttl"]),
        ("TEXT/Turtle ; Q=0.5", ["ttl"]),
        ("text/*;q=0.2, application/ld+json", ["jsonld", "html", "ttl"]),
        ("text/*, text/html;q=0", ["ttl"]),
        ("*/*;q=0.1, text/turtle", ["ttl", "html", "jsonld"]),
        ("text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8", ["html", "ttl", "jsonld"]),
        ("text/turtle;profile=x;q=0.3, text/html;q=0.2", ["ttl", "html"]),
        ("image/png", []),
    ],
)
def test_the_best_format_comes_first(accept: str, forms: list[str]) -> None:
    """Quality decides, a more specific range goes before a wider one, among equals the order of the server."""
    assert acceptable(accept, _OFFERED) == forms


@pytest.mark.parametrize(
    ("asked", "header", "spoken"),
    [
        ("", "", "zh"),
        ("", "zh-CN,zh;q=0.9,en;q=0.8", "zh"),
        ("", "en-GB,en;q=0.9,zh;q=0.8", "en"),
        ("", "fr", "zh"),
        ("", "zh;q=0, en;q=0.1", "en"),
        ("en", "zh", "en"),
        ("fr", "en", "en"),
    ],
)
def test_a_page_speaks_the_language_of_the_reader(asked: str, header: str, spoken: str) -> None:
    """The address goes before the header, Chinese is what is spoken where nothing is said."""
    assert language(asked, header) == spoken


@given(st.text(alphabet=st.sampled_from("ab/*;q=,. 01éé\t")))
def test_any_header_is_read(header: str) -> None:
    """Nothing that comes in raises."""
    assert set(acceptable(header, _OFFERED)) <= {form for _, form in _OFFERED}
    assert language("", header) in {"zh", "en"}
