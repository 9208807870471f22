"""One entity under all its names: the second pass over the readings of all documents."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from policygraph.documents import copies
from policygraph.extraction.language.names import bare
from policygraph.ledger import periods
from policygraph.ontology import english, labels, places
from policygraph.resolution import evidence, misprints, variants
from policygraph.statements import Corpus, Entity, EntityType, Reading

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from policygraph.extraction.language.names import Names
    from policygraph.resolution.evidence import Evidence
    from policygraph.statements import Mention, Relation


def resolve(readings: Sequence[Reading], names: Names) -> Corpus:
    """Return the corpus of the readings, with one canonical name and one type for each entity.

    A document that is a copy of another one is told of which.

    Args:
        readings: the readings of the documents, in any order.
        names: the list of known names: its canonical names, types and English labels go before what documents say.

    """
    found = evidence.gather(readings)
    canonical = _canonical(found, names)
    entities = {**_held(readings, found, names), **_entities(found, canonical, names)}
    copied = copies.of(reading.document for reading in readings)
    resolved = (_of_original(_renamed(periods.given(reading), canonical, entities), copied) for reading in readings)
    return Corpus(
        readings=tuple(sorted(resolved, key=lambda reading: reading.document.name)),
        entities=tuple(sorted(set(entities.values()), key=lambda entity: entity.name)),
    )


def _of_original(reading: Reading, copied: Mapping[str, str]) -> Reading:
    """Tell a document that is a copy whose."""
    original = copied.get(reading.document.name, "")
    return replace(reading, document=replace(reading.document, copy_of=original)) if original else reading


def _held(readings: Sequence[Reading], found: Mapping[str, Evidence], names: Names) -> Mapping[str, Entity]:
    """Return the entities that no clause names by themselves, only the name of another does, by the bare form of their names."""
    held: dict[str, Entity] = {}
    for reading in sorted(readings, key=lambda reading: reading.document.name):
        for relation in reading.relations:
            for end, kind in ((relation.source, relation.source_type), (relation.target, relation.target_type)):
                if bare(end) not in found:
                    known = names.get(end)
                    made = Entity(known.name, known.type, known.english, known.aliases) if known else None
                    held.setdefault(bare(end), made or _with_english(Entity(end, kind)))
    return held


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
    return _with_english(Entity(name, kind, known.english if known else "", tuple(sorted(written - {name}))))


def _with_english(entity: Entity) -> Entity:
    """Give an entity its English name: what a person wrote, that of its place, or one made of its parts."""
    of_place = places.english(entity.name) if entity.type is EntityType.PLACE else ""
    label = english.named(entity.name, entity.english or labels.english(entity.name) or of_place)
    return replace(entity, english=label.text, machine_english=label.made)


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
    relations = {_of_entities(relation, canonical, entities): None for relation in reading.relations}
    return replace(
        reading, mentions=tuple(kept.values()), links=tuple(links), relations=_in_order(r for r in relations if r)
    )


def _in_order(relations: Iterable[Relation]) -> tuple[Relation, ...]:
    """Return relations by place, each once: two that go by one name now may tell the same by the same words."""
    by_id = {relation.id: relation for relation in relations}
    return tuple(sorted(by_id.values(), key=lambda r: (r.passage.start, r.passage.end, r.id)))


def _of_entities(relation: Relation, canonical: Mapping[str, str], entities: Mapping[str, Entity]) -> Relation | None:
    """Return a relation by the canonical names of its ends, or None where both are one entity."""
    source, target = (entities[canonical.get(bare(name), bare(name))] for name in (relation.source, relation.target))
    if source.name == target.name:
        return None
    return replace(relation, source=source.name, source_type=source.type, target=target.name, target_type=target.type)
