"""One entity under all its names: the second pass over the readings of all documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.documents import copies
from policygraph.extraction.language.names import bare
from policygraph.ledger import periods
from policygraph.ontology import labels, places
from policygraph.resolution import evidence, misprints, variants
from policygraph.statements import Corpus, Entity, EntityType, Reading

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from policygraph.extraction.language.names import Names
    from policygraph.resolution.evidence import Evidence
    from policygraph.statements import Mention


def resolve(readings: Sequence[Reading], names: Names) -> Corpus:
    """Return the corpus of the readings, with one canonical name and one type for each entity.

    A document that is a copy of another one is told of which.

    Args:
        readings: the readings of the documents, in any order.
        names: the list of known names: its canonical names, types and English labels go before what documents say.

    """
    found = evidence.gather(readings)
    canonical = _canonical(found, names)
    entities = _entities(found, canonical, names)
    copied = copies.of(reading.document for reading in readings)
    resolved = (_of_original(_renamed(periods.given(reading), canonical, entities), copied) for reading in readings)
    return Corpus(
        readings=tuple(sorted(resolved, key=lambda reading: reading.document.name)),
        entities=tuple(sorted(entities.values(), key=lambda entity: entity.name)),
    )


def _of_original(reading: Reading, copied: Mapping[str, str]) -> Reading:
    """Tell a document that is a copy whose."""
    original = copied.get(reading.document.name, "")
    return replace(reading, document=replace(reading.document, copy_of=original)) if original else reading


def _canonical(found: Mapping[str, Evidence], names: Names) -> Mapping[str, str]:
    """Return for each bare name the bare name of its entity."""
    known = {name: bare(entry.name) for name in found if (entry := names.get(name))}
    fuller: dict[str, str] = {}
    for short, full in [*variants.fuller(found), *misprints.misprints(found)]:
        if short not in known:
            fuller.setdefault(short, full)
    return {name: _end(name, {**fuller, **known}) for name in found}


def _end(name: str, step: Mapping[str, str]) -> str:
    """Follow the steps from a name to the fullest one; a ring, which two rules could make, ends where it began."""
    seen = [name]
    while (following := step.get(seen[-1])) is not None and following not in seen:
        seen.append(following)
    return seen[-1]


def _entities(found: Mapping[str, Evidence], canonical: Mapping[str, str], names: Names) -> Mapping[str, Entity]:
    """Return the entities by the bare form of their canonical names."""
    members: dict[str, list[str]] = {}
    for name, final in canonical.items():
        members.setdefault(final, []).append(name)
    return {final: _entity(final, [found[name] for name in group], found, names) for final, group in members.items()}


def _entity(final: str, group: Sequence[Evidence], found: Mapping[str, Evidence], names: Names) -> Entity:
    known = names.get(final)
    name = known.name if known else found[final].name
    types = sum((member.types for member in group[1:]), start=group[0].types)
    written = {form for member in group for form in member.forms} | set(known.aliases if known else ())
    kind = known.type if known else types.most_common(1)[0][0]
    of_place = places.english(name) if kind is EntityType.PLACE else ""
    return Entity(
        name=name,
        type=kind,
        english=(known.english if known else "") or labels.english(name) or of_place,
        aliases=tuple(sorted(written - {name})),
    )


def _renamed(reading: Reading, canonical: Mapping[str, str], entities: Mapping[str, Entity]) -> Reading:
    """Return a reading whose mentions and links go by the canonical names; mentions that now say the same are one."""
    kept: dict[tuple[object, ...], Mention] = {}
    ids: dict[str, str] = {}
    for mention in reading.mentions:
        entity = entities[canonical[bare(mention.entity)]]
        renamed = replace(mention, entity=entity.name, type=entity.type)
        first = kept.setdefault((entity.name, mention.stage, mention.year, mention.mode), renamed)
        ids[mention.id] = first.id
    links = {
        replace(link, entity=entities[canonical[bare(link.entity)]].name, mention=ids[link.mention]): None
        for link in reading.links
    }
    return replace(reading, mentions=tuple(kept.values()), links=tuple(links))
