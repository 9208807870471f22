"""The licence that a user gives for documents or for a graph: its address, or its SPDX identifier."""

from __future__ import annotations

import re
from typing import Final

from packaging.licenses import InvalidLicenseExpression, canonicalize_license_expression

# The address that the SPDX licence list gives to each of its licences.
_SPDX: Final = "https://spdx.org/licenses/"
# RFC 3987 without what an IRI of a graph cannot hold.
_ADDRESS: Final = re.compile(r'https?://[^\s<>"{}|\\^`]{1,2000}')
# One licence: no expression, no + for later versions, no name that only one file explains.
_IDENTIFIER: Final = re.compile(r"(?!LicenseRef-)[A-Za-z0-9.-]{1,100}", re.IGNORECASE)


def address(text: str) -> str:
    """Return the address of a licence; ``""`` for none.

    >>> address("cc-by-4.0"), address("https://www.gov.cn/terms")
    ('https://spdx.org/licenses/CC-BY-4.0', 'https://www.gov.cn/terms')

    Args:
        text: its address, or its identifier of the SPDX licence list, in any case.

    Raises:
        ValueError: it is neither; the message says what is.

    """
    if not text or _ADDRESS.fullmatch(text):
        return text
    problem = f"{text!r} is no licence; give its address or its SPDX identifier, such as CC-BY-4.0"
    if not _IDENTIFIER.fullmatch(text):
        raise ValueError(problem)
    try:
        return _SPDX + str(canonicalize_license_expression(text))
    except InvalidLicenseExpression as error:
        raise ValueError(problem) from error
