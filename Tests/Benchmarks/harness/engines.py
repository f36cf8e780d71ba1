"""The engines and how each of them is called."""

import dataclasses
import pathlib

from harness.workspace import HERE

TABLES = {"ndjson": "NDJSON", "csv": "CSV"}


@dataclasses.dataclass
class Engine:
    """An engine on one form of contacts with a number of threads."""
    name: str
    form: str
    threads: int
    # What the host did for it; Ringfence's own is that it does everything.
    host: str
    driver: str = ""
    # How many records are compared with the oracle's verdicts before it is timed.
    compared: int = 20_000
    # How much of the time for measuring it may use, against the others.
    weight: int = 1

    @property
    def key(self):
        return f"{self.name} {TABLES[self.form]} {self.threads}"

    def command(self, bench, contacts, plan, output):
        """The words of the command that judges a file of contacts."""
        if self.name == "Ringfence":
            return [bench.ringfence, "check", plan, "--contacts", contacts, "--policies", HERE, "--only", "twelve",
                    "--format", "csv", "--output", output, "--quiet", "--jobs", str(self.threads)]
        if self.name == "C++":
            return [bench.workspace.program("limit"), contacts, plan, output, str(self.threads)]
        return [bench.workspace.python(), HERE / "peers" / f"{self.driver}.py", contacts, plan, output, str(self.threads)]

    @property
    def environment(self):
        """Threads that a library starts unasked are kept from the others' figures."""
        return {"PYTHONDONTWRITEBYTECODE": "1", "GOMAXPROCS": str(self.threads)}

    def output(self, folder):
        name = self.key.replace(" ", "-").replace("+", "p")
        return pathlib.Path(folder) / (name + (".csv" if self.name == "Ringfence" else ".tsv"))


def every(name, host, driver="", forms=("ndjson",), threads=(1,), compared=20_000, weight=1):
    return [Engine(name, form, count, host, driver, compared, weight) for form in forms for count in threads]


BOTH, PAIR = ("ndjson", "csv"), (1, 2)
ENGINES = [
    *every("Ringfence", "nothing", forms=BOTH, threads=PAIR, weight=6),
    *every("C++", "all of it is written by hand for these rules and keys", forms=BOTH, threads=PAIR, weight=6),
    *every("DuckDB", "deadlines", "duckdb_sql", forms=BOTH, threads=PAIR, weight=4),
    *every("plain Python (orjson)", "all of it is written by hand for these rules and keys", "python_orjson"),
    *every("datalogic (JSONLogic, Rust)", "deadlines, shape of the number, local times, the instant of refusal", "datalogic_rules"),
    *every("polars", "deadlines, local times, hours and scrubs", "polars_frame", threads=PAIR),
    *every("regorus (Rego, Rust)", "deadlines", "regorus_vm", compared=5_000),
    *every("zen (GoRules, Rust)", "deadlines", "zen_expression", compared=5_000),
    *every("Cedar (Rust)", "deadlines, shape of the number, local times, consents in force, counts", "cedar_policies", compared=5_000),
    *every("CEL (Rust)", "deadlines, local times", "cel_expression", compared=5_000),
    *every("OPA (Go)", "deadlines", "opa_go", compared=5_000),
]
