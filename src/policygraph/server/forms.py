"""The formats of answers, by all the media types and names that clients have for them.

A format has several names, and a name may be that of two formats: ``xml`` means SPARQL results for rows, and RDF/XML for
triples. Which of them it is shows when the answer is there.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

from policygraph.server.answering import PAGE, ROW_MEDIA
from policygraph.server.descriptions import MEDIA
from policygraph.server.negotiation import acceptable

if TYPE_CHECKING:
    from collections.abc import Iterable

    from policygraph.server.negotiation import Offer

# Where clients name a format in an address: as Virtuoso has it, Jena, Rasqal. SPARQLWrapper sends all three.
PARAMETERS: Final = ("format", "output", "results")

HTML: Final = "text/html"
# Older and general media types of the same formats, as rdflib, SPARQLWrapper and Virtuoso ask for them.
_OLD_ROWS: Final = {"text/xml": "xml"}
_OLD_TRIPLES: Final = {
    "application/x-turtle": "ttl",
    "application/turtle": "ttl",
    "text/n3": "ttl",
    "text/rdf+n3": "ttl",
    "application/n3": "ttl",
    "application/x-json+ld": "jsonld",
    "application/json": "jsonld",
    "application/xml": "rdf",
    "text/xml": "rdf",
}

# What a question may be answered in, and what a resource may be told in, best first; nobody gets the page for people
# who does not ask for it, but of a resource.
ANSWERS: Final[Offer] = (
    *ROW_MEDIA.items(),
    *MEDIA.items(),
    *_OLD_ROWS.items(),
    *_OLD_TRIPLES.items(),
    (HTML, PAGE),
)
RESOURCES: Final[Offer] = ((HTML, PAGE), *MEDIA.items(), *_OLD_TRIPLES.items())

_SHORT: Final = (
    ("json", "json"),
    ("json", "jsonld"),
    ("srj", "json"),
    ("xml", "xml"),
    ("xml", "rdf"),
    ("srx", "xml"),
    ("csv", "csv"),
    ("tsv", "tsv"),
    ("ttl", "ttl"),
    ("turtle", "ttl"),
    ("n3", "ttl"),
    ("nt", "nt"),
    ("ntriples", "nt"),
    ("jsonld", "jsonld"),
    ("rdf", "rdf"),
    ("rdfxml", "rdf"),
    ("html", PAGE),
)
_OTHER: Final = re.compile("[^a-z0-9]")


def wanted(names: Iterable[str], accept: str, offered: Offer) -> tuple[str, ...]:
    """Return the offered formats that a request wants, best first; those that it names go before its header.

    A name that there is not counts for nothing.

    Args:
        names: the values of its :data:`PARAMETERS`, each one name, a media type, or several with commas.
        accept: its header ``Accept``.
        offered: :data:`ANSWERS` or :data:`RESOURCES`.

    >>> wanted(["rdf+xml"], "text/turtle", RESOURCES)
    ('rdf', 'ttl')
    """
    can = {form for _, form in offered}
    asked = (form for name in names for part in name.split(",") for form in _NAMED.get(_key(part), ()) if form in can)
    return tuple(dict.fromkeys(chain(asked, acceptable(accept, offered))))


def known(offered: Offer) -> str:
    """Return the formats that there are, each with its media type, for those who ask for another one."""
    # Read from the end, as the first of several media types of a format is to stay.
    media = {form: media for media, form in reversed(offered)}
    return ", ".join(f"{form} ({media[form]})" for form in dict.fromkeys(form for _, form in offered))


def _key(name: str) -> str:
    """Return what the spellings of a name have in common: ``rdf+xml`` comes as ``rdf xml`` from many addresses."""
    return _OTHER.sub("", name.partition(";")[0].lower())


def _names() -> dict[str, tuple[str, ...]]:
    found: dict[str, dict[str, None]] = {}
    for name, form in (*_SHORT, *ANSWERS):
        found.setdefault(_key(name), {})[form] = None
    return {name: tuple(forms) for name, forms in found.items()}


_NAMED: Final = _names()
