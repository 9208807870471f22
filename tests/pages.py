"""What a page of the viewer holds."""

from __future__ import annotations

import re
from typing import Any

from policygraph.viewer.parcels import unpacked


def data(html: str) -> dict[str, Any]:
    """Return the data of a page by name, those of its parts together."""
    parts = re.findall(r'<script type="text/plain" id="data-\w+">(.*?)</script>', html, re.DOTALL)
    return {name: value for part in parts for name, value in unpacked(part).items()}
