"""Compares verdicts, then times whoever agrees."""

import pathlib
import random
import subprocess
import sys
import time

from harness.engines import ENGINES, RIVALS, TABLES
from harness.measure import Figure, Launcher
from harness.workspace import HERE, PLANS, Workspace, say

# Lists are cut to lengths that read well.
LENGTHS = [1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000, 500_000, 1_000_000]
PLAN = "sms"
# How many contacts with facts left out are judged.
SPARSE = 5_000


class Differs(Exception):
    """An engine does not say what the oracle says, or does not run."""


class Bench:
    def __init__(self, options):
        self.options = options
        self.workspace = Workspace(options.cache)
        self.launcher = Launcher(self.workspace.program("launch"), self.workspace.run / "costs")
        self.ringfence = pathlib.Path(options.ringfence).resolve()
        self.count, self.repetitions = options.count, options.repetitions
        self.figures, self.rejected, self.starts, self.pace = {}, {}, {}, {}
        wanted = options.engines and [word.strip().lower() for word in options.engines.split(",")]
        self.engines = [engine for engine in ENGINES
                        if not wanted or any(word in engine.name.lower() for word in wanted)
                        or (engine.name == "C++" and engine.form == "ndjson")]

    def prepare(self):
        """Makes what is made once, and starts the clock of the budget."""
        self.workspace.contacts(self.count, "ndjson")
        for plan in PLANS:
            self.workspace.truth(self.oracle_count, plan)
        self.workspace.sparse(SPARSE)
        if any(engine.driver for engine in self.engines):
            self.workspace.python()
        for program in ("limit", "repeat"):
            self.workspace.program(program)
        self.deadline = time.monotonic() + self.options.budget * 60

    @property
    def oracle_count(self):
        return min(self.count, max(engine.compared for engine in self.engines))

    def after_start(self, key):
        """Microseconds of the processors for each further record, once an engine has judged its first."""
        figure = self.figures[key]
        return max(figure.median("cpu") - self.starts[key].cpu, 0) / max(figure.count - 1, 1) * 1e6

    def left(self):
        return max(self.deadline - time.monotonic(), 0)

    def judge(self, engine, count, plan):
        """One run; its cost."""
        contacts = self.workspace.contacts(count, engine.form)
        output = engine.output(self.workspace.run)
        output.unlink(missing_ok=True)
        log = self.workspace.run / "errors"
        # Whoever comes first in a round finds the list in memory as the others do.
        with open(contacts, "rb", buffering=0) as whole:
            while whole.read(1 << 20):
                pass
        with open(log, "wb") as errors:
            cost = self.launcher.run(engine.command(self, contacts, self.workspace.plan(plan), output), engine.environment, errors=errors)
        # 1 says that there are findings.
        if cost.status not in ((0, 1) if engine.name == "Ringfence" else (0,)) or not output.exists():
            lines = log.read_text(errors="replace").strip().splitlines() or [f"status {cost.status}"]
            raise Differs(f"does not run: {lines[-1][:160]}")
        return cost

    def compare(self, engine, count, expected, plan):
        """Raises if the engine's last output is not what is expected of the first `count` records."""
        said = engine.output(self.workspace.run)
        if engine.name == "Ringfence":
            verdicts = said.with_suffix(".tsv")
            subprocess.run([sys.executable, HERE / "verdicts.py", said, verdicts], check=True)
            said = verdicts
        answer = subprocess.run(
            [sys.executable, HERE / "harness" / "agree.py", said, expected, str(count)], stdout=subprocess.PIPE, text=True)
        if answer.returncode != 0:
            raise Differs(f"differs on the plan `{plan}`: contact {answer.stdout.strip()}")

    def agrees(self):
        """Keeps the engines whose verdicts on every plan are the oracle's, and how fast they seemed."""
        truth = {plan: self.workspace.truth(self.oracle_count, plan) for plan in PLANS}
        for engine in self.engines:
            count = min(self.count, engine.compared)
            try:
                for plan in PLANS:
                    cost = self.judge(engine, count, plan)
                    self.compare(engine, count, truth[plan], plan)
                    if plan == PLAN:
                        self.starts[engine.key] = start = self.judge(engine, 1, plan)
                        self.pace[engine.key] = (start.wall, max(cost.wall - start.wall, 0) / count)
            except Differs as reason:
                self.rejected[engine.key] = str(reason)
                say(f"{engine.key}: {reason}")
            else:
                say(f"{engine.key}: agrees on {count:,} contacts and {len(PLANS)} plans")
        self.engines = [engine for engine in self.engines if engine.key not in self.rejected]

    def sparse(self):
        """Compares three-valued verdicts on contacts that lack one fact in twenty; says how it ended."""
        engine = next((engine for engine in self.engines if engine.name == "Ringfence"), None)
        if engine is None:
            return "not compared"
        contacts, output = self.workspace.sparse(SPARSE), engine.output(self.workspace.run)
        try:
            for plan in PLANS:
                self.launcher.run(engine.command(self, contacts, self.workspace.plan(plan), output))
                self.compare(engine, SPARSE, self.workspace.truth(SPARSE, plan, contacts), plan)
        except Differs as reason:
            return str(reason)
        return "the same"

    def length(self, engine, seconds):
        """The longest list, no longer than asked for, that all repetitions can judge in the time given."""
        start, each = self.pace[engine.key]
        # What comparing the verdicts of the first round takes, too.
        compared = 20e-6 if engine.name == "Ringfence" else 5e-6
        fitting = [length for length in LENGTHS if length <= self.count
                   and (start + each * length) * self.repetitions + compared * length <= seconds]
        return max(fitting, default=min(self.count, LENGTHS[0]))

    def time(self, share):
        """Times the engines by turns, so that a busy hour of the machine falls on all of them."""
        seconds, lengths = self.left() * share, {}
        # The quick ones first: what they do not use of their time is for the others.
        weight = sum(engine.weight for engine in self.engines)
        for engine in sorted(self.engines, key=lambda engine: self.pace[engine.key][1]):
            length = self.length(engine, seconds * engine.weight / weight)
            start, each = self.pace[engine.key]
            seconds -= (start + each * length) * self.repetitions
            weight -= engine.weight
            lengths[engine.key] = length
        for form in TABLES:
            # Those that are held against each other judge the same list.
            rivals = [engine.key for engine in self.engines if engine.form == form and engine.name in RIVALS]
            lengths.update(dict.fromkeys(rivals, min((lengths[key] for key in rivals), default=0)))
        for engine in self.engines:
            self.workspace.contacts(lengths[engine.key], engine.form)
            self.figures[engine.key] = Figure(lengths[engine.key])
        limit = next((engine for engine in self.engines if engine.name == "C++"), None)
        for repetition in range(self.repetitions):
            say(f"round {repetition + 1} of {self.repetitions}")
            # Nobody always comes behind the same one: the slow ones leave crowded caches.
            for engine in random.Random(repetition).sample(self.engines, len(self.engines)):
                try:
                    self.figures[engine.key].runs.append(self.judge(engine, lengths[engine.key], PLAN))
                    if repetition == 0 and limit and lengths[engine.key] > engine.compared:
                        self.judge(limit, lengths[engine.key], PLAN)
                        self.compare(engine, lengths[engine.key], limit.output(self.workspace.run), PLAN)
                except Differs as reason:
                    self.rejected[engine.key] = str(reason)
                    del self.figures[engine.key]
                    self.engines.remove(engine)
                    say(f"{engine.key}: {reason}")
                engine.output(self.workspace.run).unlink(missing_ok=True)
