"""What is installed is what is tested: pins, versions, licence, and the files in the wheel."""

from __future__ import annotations

import re
import tomllib
import zipfile
from importlib import metadata
from pathlib import Path

import pytest
import yaml
from hatchling import build
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

import policygraph

_CHECKOUT = Path(__file__).parents[1]
_PROJECT = tomllib.loads((_CHECKOUT / "pyproject.toml").read_text(encoding="utf-8"))
_BUILD = _PROJECT["build-system"]["requires"]


def _pins() -> dict[str, str]:
    lines = (_CHECKOUT / ".ci" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = {}
    for line in lines:
        match = re.fullmatch(r"([A-Za-z0-9._-]+)==([^\s;]+)", line)
        assert match, f".ci/constraints.txt: write NAME==VERSION, not: {line}"
        pins[canonicalize_name(match[1])] = match[2]
    return pins


def _requirements() -> list[Requirement]:
    extras = [line for lines in _PROJECT["project"]["optional-dependencies"].values() for line in lines]
    return [Requirement(line) for line in [*_PROJECT["project"]["dependencies"], *extras, *_BUILD]]


def _brought_in() -> dict[str, metadata.Distribution]:
    """Return what the requirements bring in here, themselves among it, by name."""
    found: dict[str, metadata.Distribution] = {}
    waiting = _requirements()
    while waiting:
        requirement = waiting.pop()
        name = canonicalize_name(requirement.name)
        if name in found:
            continue
        found[name] = metadata.distribution(name)
        needs = map(Requirement, found[name].requires or ())
        asked = [{"extra": extra} for extra in ("", *requirement.extras)]
        waiting += [need for need in needs if not need.marker or any(map(need.marker.evaluate, asked))]
    return found


def test_every_requirement_is_pinned_to_a_version_it_allows() -> None:
    """The environment of the tests is the same on every machine and every day."""
    pins = _pins()
    for requirement in _requirements():
        version = pins.get(canonicalize_name(requirement.name))
        assert version, f"add {requirement.name}==… to .ci/constraints.txt"
        assert requirement.specifier.contains(version), f"{requirement} does not allow the pinned {version}"


def test_what_requirements_bring_in_is_pinned_too() -> None:
    """Nor does anything that nobody named change from one day to the next."""
    assert sorted(set(_brought_in()) - set(_pins())) == []


def test_what_is_installed_can_be_installed_with_the_oldest_python() -> None:
    """``>=3.11`` promises Debian's 3.11.2 too, to which a package that wants 3.11.5 cannot go."""
    oldest = _PROJECT["project"]["requires-python"].removeprefix(">=") + ".0"
    wanted = {
        f"{name}=={one.version}": SpecifierSet(one.metadata.get("Requires-Python") or "")
        for name, one in _brought_in().items()
    }
    assert [name for name, pythons in wanted.items() if not pythons.contains(oldest)] == []


def test_the_version_is_the_same_everywhere() -> None:
    """Package, citation and changelog speak of one version."""
    citation = yaml.safe_load((_CHECKOUT / "CITATION.cff").read_text(encoding="utf-8"))
    changelog = (_CHECKOUT / "CHANGELOG.md").read_text(encoding="utf-8")
    newest = re.search(r"^## \[([^\]]+)\]", changelog, re.MULTILINE)
    assert citation["version"] == policygraph.__version__
    assert newest
    assert newest[1] == policygraph.__version__


def test_the_licence_is_the_whole_apache_licence() -> None:
    """The text that pyproject.toml names is there from its title to the end of its appendix."""
    text = (_CHECKOUT / "LICENSE").read_text(encoding="utf-8")
    assert _PROJECT["project"]["license"] == "Apache-2.0"
    assert text.split()[:4] == ["Apache", "License", "Version", "2.0,"]
    for number in range(1, 10):
        assert re.search(rf"^   {number}\. [A-Z]", text, re.MULTILINE), f"section {number} is missing"
    assert text.rstrip().endswith("limitations under the License.")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> frozenset[str]:
    """The paths in a wheel built from the checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(_CHECKOUT)
        name = build.build_wheel(str(folder))
    with zipfile.ZipFile(folder / name) as archive:
        return frozenset(archive.namelist())


@pytest.mark.parametrize("folder", ["ontology", "graph"])
def test_the_wheel_holds_ontology_and_graph(folder: str, wheel: frozenset[str]) -> None:
    """An installed package answers without the checkout."""
    expected = {
        f"policygraph/_data/{path.relative_to(_CHECKOUT).as_posix()}"
        for path in (_CHECKOUT / folder).rglob("*")
        if path.is_file()
    }
    assert expected
    assert expected - wheel == set()


def test_the_wheel_holds_every_file_of_the_package(wheel: frozenset[str]) -> None:
    """Modules, the mark of typed packages, and what the viewer page is made of."""
    package = _CHECKOUT / "src" / "policygraph"
    made = {"__pycache__", "node_modules"}
    paths = [path for path in package.rglob("*") if path.is_file() and not made & set(path.parts)]
    expected = {f"policygraph/{path.relative_to(package).as_posix()}" for path in paths}
    assert {"policygraph/py.typed", "policygraph/__main__.py"} <= expected
    assert expected - wheel == set()
