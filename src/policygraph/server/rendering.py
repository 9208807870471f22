"""HTML: templates, style, and the policy that lets nothing else in."""

from __future__ import annotations

import functools
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING, Any, Final

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from policygraph.server.words import words
from policygraph.viewer import assets

if TYPE_CHECKING:
    from collections.abc import Mapping

# No script, no picture, no frame, nothing from elsewhere; forms lead back to this server.
_POLICY: Final = (
    "default-src 'none'; style-src {style}; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@dataclass(frozen=True, slots=True)
class Style:
    """The style sheet, ready to stand inside ``<style>``, and the policy that lets it in."""

    text: Markup
    policy: str


@functools.cache
def style() -> Style:
    """Return the style sheet that comes with the package."""
    text = assets.inline(files("policygraph.server") / "style.css")
    return Style(Markup(text), _POLICY.format(style=assets.source(text)))  # noqa: S704 -- our own file, no data


def render(template: str, language: str, address: str, values: Mapping[str, Any]) -> str:
    """Return a page.

    Args:
        template: file name in ``templates/``.
        language: ``zh`` or ``en``.
        address: path and parameters of this page without ``lang``, to switch the language with.
        values: what the template shows.

    """
    mark = "&" if "?" in address else "?"
    return _environment().get_template(template).render(
        w=words(language),
        language=language,
        switch=f"{address}{mark}lang={'en' if language == 'zh' else 'zh'}",
        style=style().text,
        **values,
    )  # fmt: skip


@functools.cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("policygraph.server", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
