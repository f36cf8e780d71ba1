#!/usr/bin/env python3
"""Measures Ringfence against a program written by hand, and against the engines that PyPI has.

    run.py [--ringfence PATH] [--count 999999] [--budget MINUTES] [--engines WORDS] [--quick] [--page FILE]

Makes contacts and plans, lets an oracle in plain Python judge some of them, and times every engine whose verdicts are
the oracle's. Prints the tables and writes them to a page. What is made once is kept in a folder of the user's cache.
"""

import argparse
import os
import pathlib
import sys

sys.dont_write_bytecode = True

from harness.bench import Bench  # noqa: E402
from harness.extras import Extras  # noqa: E402
from harness.page import LONG, page  # noqa: E402
from harness.workspace import HERE  # noqa: E402

ROOT = HERE.parent.parent
CACHE = pathlib.Path(os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "ringfence-benchmarks"


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--ringfence", default=ROOT / ".build/release/ringfence", help="the program that is measured")
    parser.add_argument("--workbench", help="the contributor's program, which times number analysis in memory")
    parser.add_argument("--count", type=int, default=LONG, help="the longest list for which speeds are compared")
    parser.add_argument("--budget", type=float, default=45,
                        help="minutes that measuring may take; slow engines get shorter lists")
    parser.add_argument("--repetitions", type=int, default=5)
    parser.add_argument("--engines", help="parts of names, with commas between them; all unless said")
    parser.add_argument("--quick", action="store_true", help="20,000 contacts, three repetitions, five minutes: a trial")
    parser.add_argument("--cache", default=CACHE, type=pathlib.Path, help="where contacts, verdicts and peers are kept")
    parser.add_argument("--page", default=ROOT / "Docs/benchmarks.md", type=pathlib.Path)
    options = parser.parse_args()
    if options.quick:
        options.count, options.repetitions, options.budget = min(options.count, 20_000), 3, 5
    if not pathlib.Path(options.ringfence).exists():
        parser.error(f"there is no program at {options.ringfence}; build it or name one with --ringfence")
    bench = Bench(options)
    try:
        bench.prepare()
        bench.agrees()
        bench.compared = bench.sparse()
        # The rest is for lists of ten million, the whole library and the other figures.
        bench.time(0.5)
        extras = Extras(bench)
        extras.measure()
        text = page(bench, extras, " ".join(sys.argv[1:]))
    finally:
        bench.workspace.close()
    print(text)
    options.page.write_text(text)


if __name__ == "__main__":
    main()
