#!/usr/bin/env python3
"""Turns the program's report into the oracle's form, so that the two can be compared line by line.

    verdicts.py REPORT.ndjson|REPORT.csv OUTPUT

The table has a row for each attempt, and names a plan's rules in each of them; here they stand once, in the last line.
"""

import csv
import itertools
import json
import sys

PLAN_RULES = {"r11", "r12"}


def line(name, failed, unproven):
    return f"{name}\t{','.join(sorted(failed))}\t{','.join(sorted(unproven - failed))}\n"


def from_records(report):
    def names(findings, verdict):
        return {f["rule"].partition(".")[2] for f in findings if f["verdict"] == verdict}
    for text in report:
        record = json.loads(text)
        if "attempts" in record:
            findings = [f for attempt in record["attempts"] for f in attempt["findings"]]
            yield line(record["id"], names(findings, "fail"), names(findings, "unproven"))
        elif "plan_findings" in record:
            findings = record["plan_findings"]
            yield line("plan", names(findings, "fail"), names(findings, "unproven"))


def from_table(report):
    plan_failed, plan_unproven = set(), set()
    for name, attempts in itertools.groupby(csv.DictReader(report), key=lambda row: row["id"]):
        failed, unproven = set(), set()
        for row in attempts:
            failed.update(rule.partition(".")[2] for rule in row["failed_rules"].split())
            unproven.update(rule.partition(".")[2] for rule in row["unproven_rules"].split())
        plan_failed |= failed & PLAN_RULES
        plan_unproven |= unproven & PLAN_RULES
        yield line(name, failed - PLAN_RULES, unproven - PLAN_RULES)
    yield line("plan", plan_failed, plan_unproven)


def main():
    with open(sys.argv[1], newline="") as report, open(sys.argv[2], "w") as output:
        output.writelines((from_table if sys.argv[1].endswith(".csv") else from_records)(report))


if __name__ == "__main__":
    main()
