"""Addresses of SPARQL services, and who one is there."""

from __future__ import annotations

import os
import re
import urllib.parse
import urllib.request
from typing import Final

from policygraph.store import guards

# Where the user says what must not stand in a command line.
USER: Final = "POLICYGRAPH_USER"
PASSWORD: Final = "POLICYGRAPH_PASSWORD"  # noqa: S105 -- the name of a variable

Login = tuple[str, str]
_LOGIN: Final = re.compile(r"^([A-Za-z][A-Za-z0-9+.-]*://)[^/?#]*@")


def parted(url: str) -> tuple[str, Login]:
    """Return an address without the user and password that stand in it, and these, else those of the environment.

    Raises:
        GraphError: it is no http or https address.

    """
    # What is wrong with an address is said of one without its password.
    bare = _LOGIN.sub(r"\1", url, count=1)
    guards.address(bare)
    parts = urllib.parse.urlsplit(url)
    login = urllib.parse.unquote(parts.username or ""), urllib.parse.unquote(parts.password or "")
    return bare, login if login[0] else (os.environ.get(USER, ""), os.environ.get(PASSWORD, ""))


def update_of(url: str) -> str:
    """Return the usual address for updates of a service, given that for queries.

    >>> update_of("http://127.0.0.1:7878/query"), update_of("http://127.0.0.1:8890/sparql")
    ('http://127.0.0.1:7878/update', 'http://127.0.0.1:8890/sparql')
    """
    parts = urllib.parse.urlsplit(url)
    # Oxigraph and Fuseki have a door for each; Virtuoso, Blazegraph and the bare dataset of Fuseki one for both.
    path = parts.path.removesuffix("/query") + "/update" if parts.path.endswith("/query") else parts.path
    return urllib.parse.urlunsplit(parts._replace(path=path))


def opener(logins: dict[str, Login]) -> urllib.request.OpenerDirector:
    """Return what sends requests: it answers the challenge of an address with its login, Basic or Digest."""
    passwords = urllib.request.HTTPPasswordMgrWithDefaultRealm()
    for url, (user, password) in logins.items():
        if user:
            passwords.add_password(None, url, user, password)
    return urllib.request.build_opener(
        urllib.request.HTTPDigestAuthHandler(passwords), urllib.request.HTTPBasicAuthHandler(passwords)
    )
