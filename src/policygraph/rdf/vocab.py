"""The namespaces and terms that the graph uses, as pyoxigraph nodes.

A class here is a namespace. Its attributes are the terms: a class of RDF by its own name, a property in snake case.
Terms of ``PG`` are defined in ontology/policygraph.ttl, the others by the vocabularies of their namespaces.
"""

from __future__ import annotations

from typing import Final

from pyoxigraph import NamedNode

BASE: Final = "https://w3id.org/policygraph/"

# The prefixes of docs/architecture.md and of the vocabularies that are reused, as Turtle and SPARQL show them.
PREFIXES: Final[dict[str, str]] = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dcterms": "http://purl.org/dc/terms/",
    "doc": f"{BASE}document/",
    "entity": f"{BASE}entity/",
    "graph": f"{BASE}graph/",
    "indicator": f"{BASE}indicator/",
    "oa": "http://www.w3.org/ns/oa#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "pg": f"{BASE}ontology#",
    "pgc": f"{BASE}code/",
    "place": f"{BASE}place/",
    "prov": "http://www.w3.org/ns/prov#",
    "psg": f"{BASE}passage/",
    "qb": "http://purl.org/linked-data/cube#",
    "qudt": "http://qudt.org/schema/qudt/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sdmx-attribute": "http://purl.org/linked-data/sdmx/2009/attribute#",
    "sdmx-code": "http://purl.org/linked-data/sdmx/2009/code#",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "st": f"{BASE}statement/",
    "theme": f"{BASE}theme/",
    "time": "http://www.w3.org/2006/time#",
    "unit": "http://qudt.org/vocab/unit/",
    "void": "http://rdfs.org/ns/void#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
    "year": f"{BASE}year/",
}


def term(prefix: str, local: str) -> NamedNode:
    """Return the node of a prefixed name.

    >>> term("pg", "Target").value
    'https://w3id.org/policygraph/ontology#Target'
    """
    return NamedNode(PREFIXES[prefix] + local)


class PG:
    """Our own ontology."""

    Target: Final = term("pg", "Target")
    Outcome: Final = term("pg", "Outcome")
    Mention: Final = term("pg", "Mention")
    Measure: Final = term("pg", "Measure")
    Link: Final = term("pg", "Link")
    Relation: Final = term("pg", "Relation")
    Document: Final = term("pg", "Document")
    Year: Final = term("pg", "Year")
    Area: Final = term("pg", "Area")
    direction: Final = term("pg", "direction")
    unit_kind: Final = term("pg", "unitKind")
    indicator: Final = term("pg", "indicator")
    indicator_name: Final = term("pg", "indicatorName")
    area: Final = term("pg", "area")
    year: Final = term("pg", "year")
    attribute: Final = term("pg", "attribute")
    subject: Final = term("pg", "subject")
    measured: Final = term("pg", "measured")
    flow: Final = term("pg", "flow")
    period: Final = term("pg", "period")
    comparator: Final = term("pg", "comparator")
    value: Final = term("pg", "value")
    unit: Final = term("pg", "unit")
    written_as: Final = term("pg", "writtenAs")
    theme: Final = term("pg", "theme")
    heading: Final = term("pg", "heading")
    entity: Final = term("pg", "entity")
    mentioned_as: Final = term("pg", "mentionedAs")
    stage: Final = term("pg", "stage")
    mode: Final = term("pg", "mode")
    surface: Final = term("pg", "surface")
    surface_start: Final = term("pg", "surfaceStart")
    surface_page: Final = term("pg", "surfacePage")
    page: Final = term("pg", "page")
    mention: Final = term("pg", "mention")
    fact: Final = term("pg", "fact")
    strength: Final = term("pg", "strength")
    linked_to: Final = term("pg", "linkedTo")
    said_by: Final = term("pg", "saidBy")
    machine_label: Final = term("pg", "machineLabel")
    made_by: Final = term("pg", "madeBy")
    genre: Final = term("pg", "genre")
    level: Final = term("pg", "level")
    sha256: Final = term("pg", "sha256")
    inferred: Final = term("pg", "inferred")


class RDF:
    """RDF concepts."""

    type: Final = term("rdf", "type")
    value: Final = term("rdf", "value")
    subject: Final = term("rdf", "subject")
    predicate: Final = term("rdf", "predicate")
    object: Final = term("rdf", "object")


class RDFS:
    """RDF Schema."""

    label: Final = term("rdfs", "label")


class XSD:
    """Datatypes of XML Schema."""

    decimal: Final = term("xsd", "decimal")
    integer: Final = term("xsd", "integer")
    g_year: Final = term("xsd", "gYear")
    g_year_month: Final = term("xsd", "gYearMonth")
    date: Final = term("xsd", "date")


class SKOS:
    """Concepts and their labels."""

    Concept: Final = term("skos", "Concept")
    pref_label: Final = term("skos", "prefLabel")
    alt_label: Final = term("skos", "altLabel")
    notation: Final = term("skos", "notation")
    in_scheme: Final = term("skos", "inScheme")
    exact_match: Final = term("skos", "exactMatch")


class SCHEMA:
    """Values and their bounds."""

    Place: Final = term("schema", "Place")
    contained_in_place: Final = term("schema", "containedInPlace")
    value: Final = term("schema", "value")
    min_value: Final = term("schema", "minValue")
    max_value: Final = term("schema", "maxValue")


class QUDT:
    """Units of measure."""

    has_unit: Final = term("qudt", "hasUnit")


class SDMX:
    """Observation status: attribute and code list CL_OBS_STATUS."""

    obs_status: Final = term("sdmx-attribute", "obsStatus")


class OA:
    """Web annotation: stretches of a source and how to find them."""

    SpecificResource: Final = term("oa", "SpecificResource")
    TextPositionSelector: Final = term("oa", "TextPositionSelector")
    TextQuoteSelector: Final = term("oa", "TextQuoteSelector")
    FragmentSelector: Final = term("oa", "FragmentSelector")
    has_source: Final = term("oa", "hasSource")
    has_selector: Final = term("oa", "hasSelector")
    start: Final = term("oa", "start")
    end: Final = term("oa", "end")
    exact: Final = term("oa", "exact")
    prefix: Final = term("oa", "prefix")
    suffix: Final = term("oa", "suffix")


class PROV:
    """Provenance."""

    Entity: Final = term("prov", "Entity")
    was_quoted_from: Final = term("prov", "wasQuotedFrom")
    was_derived_from: Final = term("prov", "wasDerivedFrom")


class DCTERMS:
    """Metadata of documents and of the dataset."""

    title: Final = term("dcterms", "title")
    publisher: Final = term("dcterms", "publisher")
    issued: Final = term("dcterms", "issued")
    spatial: Final = term("dcterms", "spatial")
    source: Final = term("dcterms", "source")
    identifier: Final = term("dcterms", "identifier")
    license: Final = term("dcterms", "license")
    type: Final = term("dcterms", "type")
    is_replaced_by: Final = term("dcterms", "isReplacedBy")
    is_version_of: Final = term("dcterms", "isVersionOf")
    conforms_to: Final = term("dcterms", "conformsTo")


class TIME:
    """Intervals."""

    DateTimeInterval: Final = term("time", "DateTimeInterval")
    year: Final = term("time", "year")


class VOID:
    """Description of a dataset."""

    Dataset: Final = term("void", "Dataset")
    triples: Final = term("void", "triples")
    entities: Final = term("void", "entities")
    uri_space: Final = term("void", "uriSpace")
    subset: Final = term("void", "subset")
    vocabulary: Final = term("void", "vocabulary")


class DCAT:
    """Catalogues of data."""

    Dataset: Final = term("dcat", "Dataset")


class OWL:
    """Ontologies."""

    deprecated: Final = term("owl", "deprecated")
    version_iri: Final = term("owl", "versionIRI")
