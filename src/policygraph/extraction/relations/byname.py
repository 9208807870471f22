"""What a name holds: where a thing lies, of what it is a part, whom it serves, who carries it, which places it joins.

大连英歌石科学城 lies in 大连, 中原量子谷二期 is part of 中原量子谷, 低空经济发展示范区 serves 低空经济, 济郑高铁 connects 济南 and 郑州.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from policygraph.extraction.relations import bodies, lying, parts, routes, serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from policygraph.extraction.relations.ends import End, Known
    from policygraph.extraction.relations.made import Made

# A name holds another with two characters at least, and a noun of two more.
_SHORTEST = 4


def find(end: End, known: Known) -> Iterator[Made]:
    """Yield what the name of an entity says of others.

    Args:
        end: the entity.
        known: the names that stand for themselves.

    """
    if len(end.name) < _SHORTEST:
        return
    if end.name.startswith("《"):
        yield from bodies.author(end, known)
        return
    joined = tuple(routes.joined(end.name, known))
    yield from joined
    route = tuple(routes.connected(end, known))
    yield from route
    if not route and not joined:
        yield from lying.located(end, known)
    part = tuple(parts.whole(end, known))
    yield from part
    for made in () if route or part else serving.served(end, known):
        yield made
        if known.named(made.target.name) is None:
            yield from routes.connected(made.target, known)
    yield from bodies.carried(end, known)
