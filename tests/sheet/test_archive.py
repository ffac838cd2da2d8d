"""Every sheet, sealed or not, can go into an archive: PDF/A-3a."""

import io
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pikepdf
import pytest
from pikepdf import Dictionary, Name, String

from tests.sheet.archive import CLAUSES, faults


def test_a_sheet_keeps_every_clause_that_can_be_seen(document: bytes) -> None:
    assert faults(document) == []


def test_a_validator_finds_no_fault(document: bytes, tmp_path: Path) -> None:
    if shutil.which("verapdf") is None:
        pytest.skip("verapdf is not installed: only the structure is checked")
    path = tmp_path / "sheet.pdf"
    path.write_bytes(document)
    for flavour in ("3a", "ua1"):
        said = subprocess.run(["verapdf", "--flavour", flavour, "--format", "text", path], capture_output=True, text=True, check=False)
        assert said.stdout.startswith("PASS"), said.stdout


def _font(pdf: pikepdf.Pdf, key: str) -> None:
    for one in pdf.objects:
        if isinstance(one, Dictionary) and key in one:
            del one[key]


def _file(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.Root.AF[0]


def _unmark(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"<pdfaid:part>3", b"<pdfaid:part>2"))


def _action(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String("app.alert(1)"))


def _clear(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj.Group = Dictionary(Type=Name.Group, S=Name.Transparency)


def _annotation(pdf: pikepdf.Pdf) -> pikepdf.Object:
    return pdf.pages[-1].obj.Annots[0]


PLANTED: dict[str, Callable[[pikepdf.Pdf], object]] = {
    "6.2.3": lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
    "6.2.10": _clear,
    "6.2.11": lambda pdf: _font(pdf, "/ToUnicode"),
    "6.3": lambda pdf: _annotation(pdf).__setitem__("/F", 2),
    "6.4": lambda pdf: pdf.Root.AcroForm.__setitem__("/NeedAppearances", True),
    "6.5": _action,
    "6.6": _unmark,
    "6.7.2": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "6.7.3": lambda pdf: _annotation(pdf).__delitem__("/StructParent"),
    "6.7.4": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "6.8": lambda pdf: _file(pdf).__delitem__("/AFRelationship"),
}


@pytest.mark.parametrize("clause", PLANTED)
def test_a_broken_clause_is_noticed(closed: bytes, clause: str) -> None:
    spoiled = io.BytesIO()
    with pikepdf.open(io.BytesIO(closed)) as pdf:
        PLANTED[clause](pdf)
        pdf.save(spoiled)
    assert [one.split()[0] for one in faults(spoiled.getvalue())] == [clause]


def test_an_encrypted_file_is_noticed(closed: bytes) -> None:
    locked = io.BytesIO()
    with pikepdf.open(io.BytesIO(closed)) as pdf:
        pdf.save(locked, encryption=pikepdf.Encryption(owner="owner", user=""))
    assert "6.1.3" in [one.split()[0] for one in faults(locked.getvalue())]
    assert {one.split()[0] for one in CLAUSES} - set(PLANTED) == {"6.1.3", "6.1.7"}
