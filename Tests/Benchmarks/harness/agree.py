"""Compares two files of verdicts, in whatever order: agree.py SAID EXPECTED COUNT. Ends with 1 if they differ.

It is a program of its own so that what it keeps in memory is not taken for that of the engines.
"""

import sys


def main():
    count = int(sys.argv[3])
    with open(sys.argv[2]) as file:
        expected = file.read().splitlines()
    # The records asked about, and the plan's line.
    expected = expected[:count] + expected[-1:]
    with open(sys.argv[1]) as file:
        said = file.read().splitlines()
    if sorted(said) == sorted(expected):
        return 0
    answers = dict(line.split("\t", 1) for line in said if "\t" in line)
    for line in expected:
        name, answer = line.split("\t", 1)
        if answers.get(name) != answer:
            print(f"{name}: {(answers.get(name) or 'nothing').strip() or 'none'} instead of {answer.strip() or 'none'}")
            return 1
    print("records that nobody asked about")
    return 1


sys.exit(main())
