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
    for line in sorted(set(said) ^ set(expected))[:3]:
        print(line)
    return 1


sys.exit(main())
