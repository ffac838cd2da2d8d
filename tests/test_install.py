"""What is installed is pinned, hash-checked and comes from nowhere in particular."""

import re
import subprocess
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LOCK = (ROOT / "requirements.lock").read_text("utf-8")
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
PINS = dict(re.findall(r"^([a-z0-9-]+)==([^ ;\\]+)", LOCK, re.MULTILINE))


def test_every_package_is_pinned_with_hashes() -> None:
    for block in re.split(r"\n(?=[a-z0-9-]+==)", LOCK.partition("\naerich==")[2]):
        assert "--hash=sha256:" in block, block.splitlines()[0]


@pytest.mark.parametrize("name", ["requirements.lock", "pyproject.toml", "Makefile", ".ci/run", ".ci/install"])
def test_no_committed_file_names_a_registry(name: str) -> None:
    text = (ROOT / name).read_text("utf-8")
    assert "index-url" not in text and "find-links" not in text
    assert not re.search(r"pypi\.|pythonhosted|/simple\b", text)
    assert name != "requirements.lock" or "://" not in text


def test_the_pins_are_those_of_the_project() -> None:
    """Run `make lock` after a change of dependencies."""
    project = PROJECT["project"]
    for wanted in [*project["dependencies"], *project["optional-dependencies"]["test"]]:
        name, _, version = wanted.partition("==")
        assert PINS[name.lower()] == version


def test_what_builds_the_project_is_pinned_beside_what_it_runs_on() -> None:
    assert {"hatchling", "editables"} <= set(PINS)
    assert PROJECT["build-system"]["build-backend"] == "hatchling.build"


def test_a_python_without_venv_is_told_which_package_to_install(tmp_path: Path) -> None:
    """Debian ships Python without ensurepip: the message names the package."""
    python = tmp_path / "python"
    python.write_text(
        '#!/bin/sh\ncase "$*" in *ensurepip*) exit 1;; *-VV*) echo Python;; *version_info\\[*) echo 3.13;; esac\n'
    )
    python.chmod(0o755)
    (tmp_path / ".ci").mkdir()
    for name in (".ci/install", "requirements.lock", "pyproject.toml"):
        (tmp_path / name).write_bytes((ROOT / name).read_bytes())
    told = subprocess.run(
        ["sh", ".ci/install"],
        cwd=tmp_path,
        env={"PYTHON": str(python), "PATH": "/usr/bin:/bin"},
        capture_output=True,
        text=True,
    )
    assert told.returncode == 1
    assert "apt install python3.13-venv" in told.stderr


def test_the_scripts_are_well_formed() -> None:
    subprocess.run(["sh", "-n", ROOT / ".ci/install"], check=True)
    subprocess.run(["bash", "-n", ROOT / ".ci/run"], check=True)
