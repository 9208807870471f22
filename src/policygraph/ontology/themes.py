"""The themes of ontology/themes.ttl and how a heading tells its theme."""

from __future__ import annotations

import functools
import re
from dataclasses import dataclass

from policygraph.ontology import concepts
from policygraph.ontology.concepts import PG, SKOS

NAMESPACE = "https://w3id.org/policygraph/theme/"

_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Theme:
    """A field of policy.

    Attributes:
        id: local name of the IRI, such as ``innovation``.
        label: Chinese label.
        english: English label.
        broader: id of the broader theme, or ``""``.
        keywords: words by which headings tell the theme: ``skos:prefLabel`` and ``skos:altLabel``.
        hints: words that tell it only where no keyword of any theme does: ``skos:hiddenLabel``.

    """

    id: str
    label: str
    english: str
    broader: str
    keywords: tuple[str, ...]
    hints: tuple[str, ...]

    @property
    def top(self) -> str:
        """Id of the top theme that this one belongs to: its own, or that of the broader one."""
        return self.broader or self.id


@functools.cache
def all() -> tuple[Theme, ...]:  # noqa: A001 -- read as themes.all()
    """Return all themes in their own order (``pg:order``).

    Raises:
        OntologyError: ontology/themes.ttl is missing or wrong.

    """
    described = concepts.read("themes.ttl", NAMESPACE)
    return tuple(_theme(d) for d in sorted(described, key=lambda d: int(d.text(f"{PG}order"))))


@functools.cache
def _by_id() -> dict[str, Theme]:
    return {theme.id: theme for theme in all()}


def get(id: str) -> Theme:  # noqa: A002 -- the attribute it looks up
    """Return the theme of a local name.

    Raises:
        KeyError: there is none.

    """
    return _by_id()[id]


def named(name: str) -> frozenset[str]:
    """Return the ids of the themes that have a name (id, label, English label, keyword; in any case), and of those below.

    >>> sorted(named("Innovation")) == sorted(named("创新"))
    True
    """
    wanted = name.strip().casefold()
    found = {t.id for t in all() if wanted in {word.casefold() for word in (t.id, t.label, t.english, *t.keywords)}}
    return frozenset(theme.id for theme in all() if found & {theme.id, theme.broader})


def find(heading: str, text: str = "") -> Theme | None:
    """Return the theme that a heading falls under, or None where no word tells it.

    The words of a heading are matched longest first. The top theme whose words (its own and those of its narrower
    themes) cover most characters wins, then the one named first. Within it the narrower theme is returned where
    the heading names only that one, else the top theme. Hints count where no keyword does; ``text`` counts where
    the heading says nothing.

    Args:
        heading: a document's own heading, with or without its number.
        text: words below the heading, such as the first clause of its paragraph.

    >>> [theme.id for theme in map(find, ("促进高质量充分就业", "强化创新驱动", "深化改革开放"))]
    ['employment', 'innovation', 'reform']
    """
    for words in (heading, text):
        for hints in (False, True):
            theme = _best(_SPACE.sub("", words), hints)
            if theme is not None:
                return theme
    return None


def _theme(description: concepts.Description) -> Theme:
    label = description.text(f"{SKOS}prefLabel", "zh")
    broader = description.names(f"{SKOS}broader")
    return Theme(
        id=description.iri.removeprefix(NAMESPACE),
        label=label,
        english=description.text(f"{SKOS}prefLabel", "en"),
        broader=broader[0].removeprefix(NAMESPACE) if broader else "",
        keywords=tuple(sorted({label, *description.texts(f"{SKOS}altLabel", "zh")})),
        hints=description.texts(f"{SKOS}hiddenLabel", "zh"),
    )


@functools.cache
def _vocabulary(hints: bool) -> tuple[re.Pattern[str], dict[str, Theme]]:
    words = {word: theme for theme in all() for word in (theme.hints if hints else theme.keywords)}
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile("|".join(map(re.escape, longest_first))), words


def _best(words: str, hints: bool) -> Theme | None:
    pattern, themes = _vocabulary(hints)
    matches = [(themes[match[0]], len(match[0])) for match in pattern.finditer(words)]
    if not matches:
        return None
    weights: dict[str, int] = {}
    for theme, length in matches:
        weights[theme.top] = weights.get(theme.top, 0) + length
    # A dict keeps the order of insertion, and max() the first of equals: the theme that is named first.
    top = max(weights, key=lambda name: weights[name])
    members = {theme.id for theme, _ in matches if theme.top == top}
    return get(members.pop() if len(members) == 1 else top)
