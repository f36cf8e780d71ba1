"""The figures beside speed against others: starting, memory, the whole library, policies, the program itself."""

import random
import re
import shutil
import subprocess
import sys

from harness.bench import PLAN
from harness.measure import Figure
from harness.workspace import HERE, say

LENGTHS = (100_000, 1_000_000, 10_000_000)
# Rules that look at the whole list, which has to be remembered for them.
LIST_RULES = ("practice.no_duplicates", "practice.none_suppressed")
MEGABYTES = {"ndjson": 900e-6, "csv": 410e-6}


class Library:
    """The costs of the whole library and of the twelve rules alone on one list, and the lengths of their reports."""

    def __init__(self, count):
        self.count, self.whole, self.twelve = count, Figure(count), Figure(count)
        self.reports = {}
        # A run of the whole library on two threads, for what memory it takes.
        self.two_threads = None

    def ratio(self):
        return self.whole.each("cpu") / self.twelve.each("cpu")


class Extras:
    def __init__(self, bench):
        self.bench, self.workspace, self.run = bench, bench.workspace, bench.launcher.run
        self.plan = bench.workspace.plan(PLAN)
        # By form, way and length: a figure, or why there is none.
        self.lists = {}

    def measure(self):
        for part in (self.program, self.start, self.policies, self.numbers, self.library, self.long_lists):
            say(part.__doc__.rstrip("."))
            part()

    def repeated(self, count, records, command, **options):
        return Figure(records, [self.run(command, **options) for _ in range(count)])

    def program(self):
        """Looks at the program itself."""
        path = self.bench.ringfence
        self.size = path.stat().st_size
        header = subprocess.run(["readelf", "-d", path], capture_output=True, text=True).stdout
        self.libraries = len(re.findall(r"\(NEEDED\)", header))
        self.foreign = [name for name in re.findall(r"\[(libswift\S+|libFoundation\S+)\]", header)]
        stripped = self.workspace.run / "stripped"
        shutil.copy(path, stripped)
        subprocess.run(["strip", stripped], check=False)
        self.stripped = stripped.stat().st_size

    def start(self):
        """Times a check of one record with the shipped library."""
        one = self.workspace.run / "one.ndjson"
        with open(self.workspace.contacts(1_000, "ndjson")) as lines:
            one.write_text(next(lines))
        program, report = self.bench.ringfence, self.workspace.run / "one.json"
        self.cold = self.repeated(21, 1, [
            program, "check", self.plan, "--contacts", one, "--format", "json", "--output", report, "--quiet"])
        self.cold_limit = self.repeated(
            21, 1, [self.workspace.program("limit"), one, self.plan, self.workspace.run / "one.tsv"])
        self.cold_python = self.repeated(21, 1, [sys.executable, "-I", "-c", "pass"])

    def policies(self):
        """Times `verify` and `test` of the shipped library."""
        self.verify = self.repeated(self.bench.repetitions, 1, [self.bench.ringfence, "verify"])
        self.test = self.repeated(self.bench.repetitions, 1, [self.bench.ringfence, "test"])

    def numbers(self):
        """Times number analysis."""
        count = min(self.bench.count, 1_000_000)
        phones = self.workspace.run / "phones.txt"
        with open(self.workspace.contacts(count, "csv")) as lines, open(phones, "w") as target:
            next(lines)
            target.writelines(line.split(",", 2)[1] + "\n" for line in lines)
        self.number = self.repeated(
            self.bench.repetitions, count, [self.bench.ringfence, "number", "-", "--format", "csv"], source=["cat", phones])
        self.in_memory = None
        if self.bench.options.workbench:
            said = subprocess.run(
                [self.bench.options.workbench, "numbers", "time", HERE.parent / "Fixtures/numbers.txt", phones],
                capture_output=True, text=True).stdout
            found = re.search(r"international form: (\d+) ns", said)
            self.in_memory = int(found.group(1)) if found else None

    def check(self, contacts, *words, plan=None, report=None):
        return [self.bench.ringfence, "check", plan or self.plan, "--contacts", contacts, "--policies", HERE, "--format", "csv",
                "--output", report or self.workspace.run / "report.csv", "--quiet", *words]

    def library(self):
        """Times the whole library against the twelve rules alone."""
        self.bare = self.against_twelve(lambda count: (self.workspace.contacts(count, "ndjson"), self.plan), 500_000)
        self.complete = self.against_twelve(self.workspace.complete, 500_000)
        self.agrees_when_complete()

    def against_twelve(self, workload, most):
        count = 1_000
        for longer in (10_000, 100_000, 500_000):
            contacts, plan = workload(count)
            whole = self.run(self.check(contacts, "--jobs", "1", plan=plan))
            repeated = 2 * self.bench.repetitions * whole.cpu * longer / count
            if longer > min(self.bench.count, most) or repeated > 0.2 * self.bench.left():
                break
            count = longer
        contacts, plan = workload(count)
        library = Library(count)
        sides = [("whole", []), ("twelve", ["--only", "twelve"])]
        for repetition in range(self.bench.repetitions):
            for side, words in random.Random(repetition).sample(sides, len(sides)):
                # Removed only now, so that the next report takes its memory: other memory may have to be provided by the
                # host of a virtual machine first, which would take the longer report the longer.
                report = self.workspace.run / f"report-{side}.csv"
                report.unlink(missing_ok=True)
                getattr(library, side).runs.append(self.run(self.check(contacts, "--jobs", "1", *words, plan=plan, report=report)))
                library.reports[side] = report.stat().st_size / count
        library.two_threads = self.repeated(1, count, self.check(contacts, "--jobs", "2", plan=plan))
        return library

    def agrees_when_complete(self):
        """Ends the run where the twelve rules say another thing of contacts who say more than they ask."""
        contacts, plan = self.workspace.complete(self.complete.count)
        reports = []
        for path in (contacts, self.workspace.contacts(self.complete.count, "ndjson")):
            self.run(self.check(path, "--only", "twelve", plan=plan))
            reports.append((self.workspace.run / "report.csv").read_bytes())
        if reports[0] != reports[1]:
            sys.exit("the twelve rules do not say the same of complete contacts")

    def long_lists(self):
        """Measures memory on long lists, from files and pipes."""
        rules = [word for rule in ("twelve", *LIST_RULES) for word in ("--only", rule)]
        for form in ("ndjson", "csv"):
            for way in ("pipe", "file"):
                for length in LENGTHS:
                    self.lists[form, way, length] = self.long_list(form, way, length, rules)

    def long_list(self, form, way, length, rules):
        shorter = self.lists.get((form, way, length // 10))
        start = self.cold.median("wall")
        if isinstance(shorter, str) or (
                shorter and start + 10 * (shorter.median("wall") - start) > 0.4 * self.bench.left()):
            return "left out: the budget"
        list_file = self.workspace.contacts(self.bench.count, form)
        repeat = [str(word) for word in (self.workspace.program("repeat"), list_file, length)]
        if way == "pipe":
            words = self.check("-", "--contacts-format", form, *rules)
            return self.whole_run(length, words, source=repeat)
        path = list_file
        if length != self.bench.count:
            if shutil.disk_usage(self.workspace.folder).free < 3e6 * MEGABYTES[form] * length:
                return "left out: no room on the disk"
            path = self.workspace.run / f"long.{form}"
            with open(path, "wb") as target:
                subprocess.run(repeat, stdout=target, check=True)
        figure = self.whole_run(length, self.check(path, *rules))
        (self.workspace.run / f"long.{form}").unlink(missing_ok=True)
        return figure

    def whole_run(self, length, words, **options):
        """A run that must have judged every record, or why it counts for nothing."""
        cost = self.run(words, watch=True, **options)
        report = self.workspace.run / "report.csv"
        if cost.status not in (0, 1):
            return f"ended with status {cost.status}"
        # The plan has two steps; the first line names the columns.
        rows = int(subprocess.run(["wc", "-l", report], capture_output=True, text=True).stdout.split()[0]) - 1
        report.unlink()
        return Figure(length, [cost]) if rows == 2 * length else f"judged {rows // 2:,} contacts of {length:,}"
