"""What the page is made of beside its data: scripts, style and the policy that lets nothing else run."""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

from markupsafe import Markup

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable


@dataclass(frozen=True, slots=True)
class Assets:
    """Scripts and style, ready to stand inside ``<script>`` and ``<style>``.

    Attributes:
        vis: vis-network as released, without the address of its source map.
        viewer: our own script.
        style: our own style sheet.
        policy: the content of the Content-Security-Policy of the page.

    """

    vis: Markup
    viewer: Markup
    style: Markup
    policy: str


@functools.cache
def read() -> Assets:
    """Return the assets that come with the package."""
    here = files("policygraph.viewer")
    vendored = json.loads((here / "vendor" / "vis-network.json").read_text(encoding="utf-8"))
    # The address of the source map would be asked for by the tools of a browser.
    vis = inline(here / "vendor" / "vis-network.min.js").rpartition("//# sourceMappingURL=")[0]
    viewer = inline(here / "assets" / "viewer.js")
    style = inline(here / "assets" / "viewer.css")
    policy = "; ".join(
        (
            "default-src 'none'",
            f"script-src {source(vis)} {source(viewer)}",
            # vis-network adds style sheets of its own, each known by its digest.
            " ".join(("style-src", source(style), *(f"'{digest}'" for digest in vendored["styles"]))),
            "img-src data: blob:",
            "connect-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
        )
    )
    return Assets(Markup(vis), Markup(viewer), Markup(style), policy)  # noqa: S704 -- our own files, no data


def inline(file: Traversable) -> str:
    """Return a script or style sheet as it may stand inside its element.

    Raises:
        ValueError: its text would end the element.

    """
    text = file.read_text(encoding="utf-8").replace("\r\n", "\n")
    if "</script" in text.lower() or "</style" in text.lower() or "<!--" in text:
        raise ValueError(f"{file.name} would end its own element in the page")
    return text


def source(text: str) -> str:
    """Return the name by which a policy lets in an element with this text."""
    digest = base64.b64encode(hashlib.sha256(text.encode("utf-8")).digest()).decode("ascii")
    return f"'sha256-{digest}'"
