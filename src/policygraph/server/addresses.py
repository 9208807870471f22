"""Where resources are served: the IRI of a resource of ours, its path on this server, and back.

``https://w3id.org/policygraph/entity/中原科技城`` is served at ``/entity/中原科技城``.
"""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote, unquote, unquote_to_bytes

from pyoxigraph import NamedNode

from policygraph.rdf.iris import encode
from policygraph.rdf.vocab import BASE

# The kinds of resources, as the namespaces of policygraph.rdf.vocab name them.
KINDS: Final = frozenset(
    {"code", "document", "entity", "graph", "indicator", "passage", "place", "statement", "theme", "year"}
)
ONTOLOGY: Final = NamedNode(f"{BASE}ontology")

# Percent-encoded bytes that are no ASCII: a browser writes 郑州 so; of other signs only names are percent-encoded.
_FOREIGN: Final = re.compile(r"(?:%[89A-Fa-f][0-9A-Fa-f])+")


def href(node: NamedNode) -> str:
    """Return the path of a resource on this server, or ``""`` where it has none.

    >>> href(NamedNode("https://w3id.org/policygraph/theme/innovation"))
    '/theme/innovation'
    >>> href(NamedNode("https://w3id.org/policygraph/ontology#Target"))
    '/ontology#Target'
    """
    if not node.value.startswith(BASE):
        return ""
    rest = node.value.removeprefix(BASE)
    if rest.partition("#")[0] != "ontology" and rest.partition("/")[0] not in KINDS:
        return ""
    # The percent signs of an IRI are part of it.
    return "/" + quote(rest, safe="/#%~!$&'()*+,;=:@-._")


def candidates(raw_path: str) -> tuple[NamedNode, ...]:
    """Return the IRIs that a path may mean, the most literal first; none where no resource can have such an IRI.

    Args:
        raw_path: the path as it came, percent-encoded.

    >>> [node.value.rpartition("/")[2] for node in candidates("/entity/%E9%83%91R%26D")]
    ['郑R%26D']
    """
    if raw_path == "/ontology":
        return (ONTOLOGY,)
    # The IRI of a concept scheme ends with the slash: /theme/.
    kind, slash, rest = raw_path.removeprefix("/").partition("/")
    if kind not in KINDS or not slash:
        return ()
    literal = _FOREIGN.sub(_decode, rest)
    named = "/".join(encode(unquote(part)) for part in rest.split("/"))
    found = []
    for local in dict.fromkeys((literal, named)):
        try:
            found.append(NamedNode(f"{BASE}{kind}/{local}"))
        except ValueError:
            continue
    return tuple(found)


def local(node: NamedNode) -> str:
    """Return the last part of an IRI as people read it."""
    return unquote(re.split(r"[/#]", node.value.rstrip("/#"))[-1])


def _decode(match: re.Match[str]) -> str:
    text = unquote_to_bytes(match[0]).decode("utf-8", "replace")
    return "".join(character if character.isalnum() else quote(character, safe="") for character in text)
