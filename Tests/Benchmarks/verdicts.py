#!/usr/bin/env python3
"""Turns the program's NDJSON report into the oracle's form, so that the two can be compared line by line.

    verdicts.py REPORT.ndjson OUTPUT
"""

import json
import sys


def names(findings, verdict):
    return {finding["rule"].partition(".")[2] for finding in findings if finding["verdict"] == verdict}


def line(name, findings):
    failed = names(findings, "fail")
    unproven = names(findings, "unproven") - failed
    return f"{name}\t{','.join(sorted(failed))}\t{','.join(sorted(unproven))}\n"


def main():
    with open(sys.argv[1]) as report, open(sys.argv[2], "w") as output:
        for text in report:
            record = json.loads(text)
            if "attempts" in record:
                findings = [f for attempt in record["attempts"] for f in attempt["findings"]]
                output.write(line(record["id"], findings))
            elif "plan_findings" in record:
                output.write(line("plan", record["plan_findings"]))


if __name__ == "__main__":
    main()
