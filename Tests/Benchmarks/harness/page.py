"""The page of a run: what was measured, on which machine, by which command."""

import datetime
import os
import platform
import subprocess

from harness.bench import PLAN, SPARSE
from harness.engines import ENGINES, TABLES
from harness.measure import Figure
from harness.targets import targets

# Ids of seven digits would read as numbers, and be masked.
LONG = 999_999


def table(header, rows):
    lines = ["| " + " | ".join(header) + " |", "|" + " --- |" * len(header)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows])


def machine():
    model = next((line.partition(":")[2].strip() for line in open("/proc/cpuinfo") if line.startswith("model name")), platform.machine())
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 2 ** 30
    return f"{os.cpu_count()} processors ({model}), {memory:.0f} GB of memory, Linux {platform.release()}"


def microseconds(value):
    return f"{value:.2f}" if value < 10 else f"{value:.1f}" if value < 100 else f"{value:.0f}"


def speed_rows(bench):
    unit = bench.after_start("C++ NDJSON 1") if "C++ NDJSON 1" in bench.figures else 0
    for engine in ENGINES:
        key = engine.key
        head = [engine.name, TABLES[engine.form], str(engine.threads)]
        if key in bench.rejected:
            yield head + ["—"] * 8 + [bench.rejected[key].replace("|", "\\|")]
        elif key in bench.figures:
            figure = bench.figures[key]
            low, high = (value / figure.count * 1e6 for value in figure.spread("cpu"))
            yield head + [
                f"{figure.count:,}", microseconds(figure.each("cpu")), f"{microseconds(low)}–{microseconds(high)}",
                microseconds(figure.each("wall")),
                f"{bench.starts[key].cpu * 1000:.0f}", microseconds(bench.after_start(key)),
                f"{bench.after_start(key) / unit:.1f}" if unit else "—",
                f"{figure.peak():.0f}", engine.host]


def library(figures):
    return (f"{figures.count:,} contacts on one thread: {microseconds(figures.whole.each('cpu'))} µs a record with all shipped policies, "
            f"{microseconds(figures.twelve.each('cpu'))} µs with the twelve rules alone. At most {figures.whole.peak():.0f} MB are taken, "
            f"{figures.two_threads.peak():.0f} MB on two threads.")


def reports(figures, the="the"):
    return f"{the} report has {figures.reports['whole']:,.0f} bytes a record against {figures.reports['twelve']:,.0f}."


def list_rows(extras):
    for (form, way, length), figure in extras.lists.items():
        if isinstance(figure, Figure):
            cost = figure.runs[0]
            values = [f"{figure.peak():.0f}", f"{cost.disk * 1e6 / length:.1f}", microseconds(figure.each("cpu")), microseconds(figure.each("wall"))]
        else:
            values = [figure, "—", "—", "—"]
        yield [TABLES[form], way, f"{length:,}", *values]


def once_rows(extras):
    def row(name, figure, factor, unit):
        low, high = figure.spread("wall")
        return [name, f"{figure.median('wall') * factor:.1f} {unit}", f"{low * factor:.1f}–{high * factor:.1f}",
                f"{figure.median('cpu') * factor:.1f} {unit}", f"{figure.peak():.0f} MB"]
    yield row("`check` of one record, shipped library", extras.cold, 1000, "ms")
    yield row("C++ on one record", extras.cold_limit, 1000, "ms")
    yield row("Python, doing nothing", extras.cold_python, 1000, "ms")
    yield row("`verify` of the shipped library", extras.verify, 1000, "ms")
    yield row("`test` of the shipped library", extras.test, 1000, "ms")


def page(bench, extras, words):
    load = os.getloadavg()
    version = subprocess.run([bench.ringfence, "--version"], capture_output=True, text=True).stdout.strip()
    # Where the measured program lay on that machine says nothing to a reader.
    shown, rest = [], words.split()
    while rest:
        word = rest.pop(0)
        if word in ("--ringfence", "--workbench", "--cache", "--page"):
            rest.pop(0)
            if word in ("--ringfence", "--workbench"):
                shown.append(f"{word} PATH")
        else:
            shown.append(word)
    trial = bench.options.quick or bench.count < LONG
    parts = ["# Benchmarks", ""]
    if trial:
        parts += ["**This page is of a trial run with short lists: it shows that everything is measured, and decides nothing, so that what it says of targets stands in brackets.** Starting a process weighs "
                  "heavily on short lists, and most of all on engines whose start is slow.", ""]
    parts += [
        f"Written by the command below on {datetime.date.today()}, with {version}.", "", "```text",
        " ".join(["python3 Tests/Benchmarks/run.py", *shown]), "```", "",
        f"- Machine: {machine()}.",
        f"- Load when the run ended: {load[0]:.1f}, {load[1]:.1f}, {load[2]:.1f} over 1, 5 and 15 minutes. The machine is shared: whatever else runs on it lengthens "
        "times on the clock, and by crowded caches processor time too. Engines run by turns, in an order drawn for each round, so that it falls on all of them alike. Ratios of one thread are of processor "
        "time (user and system); those of two threads are of the clock, and worth less the higher the load.",
        "- A time is that of a whole process, from a file of contacts to a file of verdicts, with the file in the page cache, read once before each run.",
        f"- {bench.repetitions} repetitions; medians, with the smallest and the largest. The plan is `{PLAN}`, with two steps.",
        f"- Before a time counts, an engine's verdicts on the first records (20,000, slow engines 5,000) and three plans are compared with those of "
        "`Tests/Benchmarks/oracle.py`, and its verdicts on longer lists with those of the C++ program. An engine that differs gets no time.",
        f"- Ringfence's three-valued verdicts on {SPARSE:,} contacts that lack one fact in twenty, against the oracle's: {bench.compared}.",
        "- Ringfence writes its report as CSV, a row for each contact and step; the others write a line for each contact.",
        "- C++ is compiled with `g++ -O3`, for any x86-64 machine, as Ringfence is.",
        "", "## Targets", "",
        table(["figure", "must", "aim", "measured", ""], [
            [target.figure, target.must, target.aim, target.measured, f"({target.verdict})" if trial else target.verdict] for target in targets(bench, extras)]),
        "", "## The same twelve rules by every engine", "",
        "Microseconds a record. `start ms` is the processor time of a list of one, `µs after it` that of each further record, and `× C++` the latter against C++ on one thread over NDJSON. Slow engines judge shorter lists (`records`), on which the start would hide everything else. What the host did is what the "
        "engine's own language has no words for, or what it would be unfair to ask of it for each record; *deadlines* are subtractions such as `17520 hours before "
        "the step`, done once for a plan, after which most of them compare instants as texts. That is right for this workload, whose instants are all in UTC.", "",
        table(["engine", "contacts", "threads", "records", "processor µs", "min–max", "clock µs", "start ms", "µs after it", "× C++", "peak MB", "what the host did"],
              list(speed_rows(bench))),
        "", "## Long lists", "",
        f"Two threads, the twelve rules and the rules about whole lists. Lists longer than {bench.count:,} repeat it with other ids and numbers. Temporary files are sampled "
        "twenty times a second.", "",
        table(["contacts", "from", "records", "peak MB", "temporary bytes a record", "processor µs a record", "clock µs a record"], list(list_rows(extras))),
        "", "## Once", "",
        table(["what", "clock", "min–max", "processor", "peak"], list(once_rows(extras))),
        "", "## The whole library", "",
        library(extras.bare) + " The contacts have no more facts than the twelve rules read, so that most of the library's rules are unproven for them, and named as such: " + reports(extras.bare),
        "", library(extras.complete) + " These are the same contacts with all facts that the library asks for, on a plan and with a programme that have them too: links to evidence that are others "
        "for each contact among them. The twelve rules, which have more to pass over, say the same of them. " + reports(extras.complete, "The"),
        "", "## Numbers", "",
        f"`ringfence number - --format csv`: {microseconds(extras.number.each('cpu'))} µs a number, reading and writing included, over {extras.number.count:,} numbers."
        + (f" In memory: {extras.in_memory} ns." if extras.in_memory is not None else ""), ""]
    return "\n".join(parts)
