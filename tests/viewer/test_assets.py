"""What comes with the package: pinned, licensed, and built from what is in the repository."""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from policygraph import viewer
from policygraph.ledger import Relation
from policygraph.ledger.row import Grade
from policygraph.ledger.verdicts import Verdict
from policygraph.statements import Level
from policygraph.viewer import assets
from policygraph.viewer.symbols import SYMBOLS

HERE = Path(viewer.__file__).parent
WEB = HERE / "web"


def test_vis_network_is_the_released_file() -> None:
    """Known by its digest, with both of its licences beside it."""
    pinned = json.loads((HERE / "vendor" / "vis-network.json").read_text(encoding="utf-8"))
    assert hashlib.sha256((HERE / "vendor" / "vis-network.min.js").read_bytes()).hexdigest() == pinned["sha256"]
    assert f"@version {pinned['version']}" in (HERE / "vendor" / "vis-network.min.js").read_text(encoding="utf-8")[:600]
    assert "MIT" in (HERE / "vendor" / "vis-network.LICENSE-MIT").read_text(encoding="utf-8")
    assert "Apache License" in (HERE / "vendor" / "vis-network.LICENSE-APACHE-2.0").read_text(encoding="utf-8")


def test_what_is_bundled_is_licensed_and_named(tmp_path: Path) -> None:
    """Every package of which the page's script has code, with the version of the lock file and the text of its licence."""
    named = json.loads((HERE / "vendor" / "bundled.json").read_text(encoding="utf-8"))
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for one in named:
        package = lock[f"node_modules/{one['package']}"]
        assert (package["version"], package["license"]) == (one["version"], one["licence"]) == (one["version"], "ISC")
    texts = (HERE / "vendor" / "bundled.LICENSES").read_text(encoding="utf-8")
    assert all(one["package"] in texts for one in named)
    assert "Permission to use, copy, modify, and/or distribute this software" in texts
    done = _npm("bundle", "--", f"--outfile={tmp_path / 'viewer.js'}", f"--metafile={tmp_path / 'meta.json'}")
    assert done.returncode == 0, done.stderr
    inputs = json.loads((tmp_path / "meta.json").read_text(encoding="utf-8"))["inputs"]
    found = {name.split("/")[1] for name in inputs if name.startswith("node_modules/")}
    assert found == {one["package"] for one in named}


def test_the_policy_lets_nothing_run_but_our_scripts() -> None:
    """No connection, no unsafe-inline, no unsafe-eval."""
    policy = dict(part.split(" ", 1) for part in assets.read().policy.split("; "))
    assert policy["default-src"] == policy["connect-src"] == policy["base-uri"] == policy["form-action"] == "'none'"
    assert re.fullmatch(r"'sha256-[^']+' 'sha256-[^']+'", policy["script-src"])
    assert "unsafe" not in assets.read().policy


def test_nothing_in_the_assets_asks_for_an_address() -> None:
    """Not even for the source map of vis-network."""
    read = assets.read()
    assert "sourceMappingURL" not in read.vis
    assert "sourceMappingURL" not in read.viewer
    assert not re.search(r"url\(|@import", read.style)


def test_the_signs_of_the_page_are_those_of_the_model() -> None:
    """Shape and colour of every type are written twice, in Python and JavaScript, and must agree."""
    rows = re.findall(r'(\w+): \{ shape: "(\w+)", color: "(#\w+)"', (WEB / "symbols.js").read_text(encoding="utf-8"))
    assert {type_: (shape, color) for type_, shape, color in rows} == {t: tuple(s) for t, s in SYMBOLS.items()}


def test_no_two_types_share_shape_and_colour() -> None:
    """Nor a shape with colours that only a colour tells apart, but where size and place do."""
    assert len(set(SYMBOLS.values())) == len(SYMBOLS)


def test_the_lock_file_names_no_registry() -> None:
    """Whoever builds takes the packages from where they like; the digests say that they are the right ones."""
    lock = json.loads((WEB / "package-lock.json").read_text(encoding="utf-8"))
    packages = [package for name, package in lock["packages"].items() if name]
    assert all("resolved" not in package and "integrity" in package for package in packages)


def _npm(script: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    if not (WEB / "node_modules").exists() and not os.environ.get("CI"):
        npm = "" if shutil.which("npm") else "; apt-get install npm"
        pytest.skip(f"the compiler of the page is not installed{npm}; npm ci --prefix src/policygraph/viewer/web")
    return subprocess.run(
        ["npm", "run", "--silent", script, *arguments], cwd=WEB, capture_output=True, text=True, check=False
    )


def test_the_types_of_the_scripts_hold() -> None:
    """Read from the comments by tsc."""
    done = _npm("check")
    assert (done.returncode, done.stdout) == (0, "")


def test_the_bundle_is_built_from_the_scripts_in_the_repository(tmp_path: Path) -> None:
    """Byte by byte; after a change run: npm run --prefix src/policygraph/viewer/web build."""
    done = _npm("bundle", "--", f"--outfile={tmp_path / 'viewer.js'}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "viewer.js").read_bytes() == (HERE / "assets" / "viewer.js").read_bytes()
    done = _npm("style", "--", f"--outfile={tmp_path / 'viewer.css'}")
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "viewer.css").read_bytes() == (HERE / "assets" / "viewer.css").read_bytes()


def test_every_word_is_in_both_languages_and_used() -> None:
    """One table of words; a key that nothing asks for is removed."""
    source = (WEB / "words.js").read_text(encoding="utf-8")
    keys = re.findall(r'^  (?:"([^"]+)"|(\w+)): \[', source, re.MULTILINE)
    rest = "".join(file.read_text(encoding="utf-8") for file in WEB.glob("*.js") if file.name != "words.js")
    rest += (HERE / "templates" / "viewer.html.j2").read_text(encoding="utf-8")
    plain = [first or second for first, second in keys]
    assert len(plain) == len(set(plain))
    from_data = set(SYMBOLS) | DATA_WORDS
    assert [key for key in plain if key not in from_data and f'"{key}"' not in rest and f"{key}:" not in rest] == []


def test_every_level_of_government_has_its_words_and_its_place_in_the_order() -> None:
    """A town is a level too; of what no level is known the page says so."""
    words = (WEB / "words.js").read_text(encoding="utf-8")
    assert [level for level in Level if f"\n  {level}: [" not in words] == []
    order = re.search(r"LEVELS = \[(.*?)\]", (WEB / "data.js").read_text(encoding="utf-8"))
    assert order is not None
    assert re.findall(r'"(\w+)"', order[1]) == [level for level in Level if level != Level.UNKNOWN]


DATA_WORDS = {
    "linkedTo", "underTheme", "broader", "clause", "sentence", "paragraph", "nation", "province", "city", "county",
    "assessed_by", "repeated", "raised", "lowered", "softened", "dropped", "restated", "conflict", "cascade", "stalled",
    "possibly_dropped", "vanished", "higher", "lower", "equal", "contradiction", "different period", "different scope", "compatible bounds",
    "provisional figure", "different reports",
    *(f"explain_{word}" for word in (*Verdict, *Grade)),
    *(f"chart_{chart}" for chart in ("dots", "map", "years", "matrix")),
    "mark_right", "mark_wrong", "pair_same", "pair_different",
    *(f"about_{relation}" for relation in Relation if relation != Relation.ASSESSED_BY),
}  # fmt: skip
