"""What the service says of itself, and where it says it."""

from __future__ import annotations

import itertools
from typing import TYPE_CHECKING

import pytest
import rdflib

from policygraph import queries

if TYPE_CHECKING:
    from server.client import Served


_SD = rdflib.Namespace("http://www.w3.org/ns/sparql-service-description#")
_CONSTRUCT = "CONSTRUCT { ?e a pg:Project } WHERE { ?e a pg:Project }"


def test_the_service_publishes_every_named_question(server: Served) -> None:
    """In the words of SHACL, with its title in both languages; each can be asked as it stands."""
    told = rdflib.Graph().parse(f"{server.url}/sparql", format="turtle")
    found = list(
        told.query(
            "PREFIX sh: <http://www.w3.org/ns/shacl#> PREFIX schema: <https://schema.org/>"
            "SELECT ?comment ?select ?target { ?q a sh:SPARQLExecutable, sh:SPARQLSelectExecutable ; rdfs:comment ?comment ;"
            " sh:select ?select ; schema:target ?target }"
        )
    )
    questions = [queries.question(name) for name in queries.names()]
    assert {str(row.select) for row in found} == {question.text for question in questions}
    assert {str(row.comment) for row in found} == {
        *itertools.chain.from_iterable((q.title, q.chinese) for q in questions)
    }
    assert {str(row.target) for row in found} == {f"{server.url}/sparql"}


@pytest.mark.parametrize(
    ("form", "name"), [("Turtle", "ttl"), ("N-Triples", "nt"), ("JSON-LD", "jsonld"), ("RDF_XML", "rdf")]
)
def test_the_service_offers_what_it_says(server: Served, form: str, name: str) -> None:
    """Each ``sd:resultFormat`` of triples can be had, and there is no other."""
    told = rdflib.Graph().parse(f"{server.url}/sparql", format="turtle")
    said = {str(value).rpartition("/")[2] for value in told.objects(None, _SD.resultFormat)}
    assert {form, "SPARQL_Results_JSON", "SPARQL_Results_XML", "SPARQL_Results_CSV", "SPARQL_Results_TSV"} <= said
    assert len(said) == 8
    assert server.ask(_CONSTRUCT, "image/png", format=name).status == 200


@pytest.mark.parametrize("accept", ["text/turtle", "application/rdf+xml", "text/html"])
def test_the_well_known_address_leads_to_the_dataset(server: Served, accept: str) -> None:
    """As VoID says in its section 7.2."""
    led = server.get("/.well-known/void?lang=en", accept)
    assert (led.status, led.headers["location"]) == (302, "/graph/dataset?lang=en")
    assert server.get(led.headers["location"], accept).media == accept
