"""Rules that take prefixes off a dialled number, as little programs.

Operations, a letter and a cell each, for a machine that tries ways in the order of the pattern (as Python's `re`):
  d  the next digit is one of these (a bit each)        s  go on; if that fails, go on at operation n
  j  go on at operation n                               b, e  the first, the second end of what is kept
  z  no digit is left                                   m  done: the digits up to here are read
What was read is replaced by the digits before the program and by what is kept, if anything is.
"""

import re

from automaton import Pattern, cell


class Program(Pattern):
    """Compiles a pattern; `kept` is the number of the group that a transformation keeps."""

    def __init__(self, text, kept):
        self.text = text
        self.at = 0
        self.kept = kept
        self.groups = 0
        self.operations = []

    def compile(self):
        self.alternatives()
        assert self.at == len(self.text), self.text
        self.emit("m")
        assert all(isinstance(value, int) for _, value in self.operations)
        return "".join(letter + cell(value) for letter, value in self.operations)

    def emit(self, letter, value=0):
        self.operations.append([letter, value])
        return self.operations[-1]

    def alternatives(self):
        ends = []
        while True:
            before = len(self.operations)
            self.emit("s")
            self.sequence()
            if self.peek() != "|":
                # The last way has no other.
                self.operations[before] = ["j", before + 1]
                break
            self.at += 1
            ends.append(self.emit("j"))
            self.operations[before][1] = len(self.operations)
        for jump in ends:
            jump[1] = len(self.operations)

    def sequence(self):
        while self.peek() not in ("", "|", ")"):
            begin = self.at
            groups = self.groups
            mark = len(self.operations)
            self.atom()
            low, high = self.count()
            resume = self.at
            del self.operations[mark:]
            skips = []
            for index in range(high):
                if index >= low:
                    skips.append(self.emit("s"))
                self.at = begin
                self.groups = groups
                self.atom()
            for skip in skips:
                skip[1] = len(self.operations)
            self.at = resume

    def atom(self):
        if self.peek() == "$":
            self.at += 1
            self.emit("z")
        elif self.text.startswith("(?:", self.at):
            self.at += 3
            self.alternatives()
            self.at += 1
        elif self.peek() == "(":
            self.at += 1
            self.groups += 1
            keeps = self.groups == self.kept
            if keeps:
                self.emit("b")
            self.alternatives()
            if keeps:
                self.emit("e")
            self.at += 1
        else:
            self.emit("d", sum(1 << digit for digit in self.digits()))


def program(pattern, template):
    """The line of a rule: what it puts before, and its program.

    As the library has it: without a template, or where the template's group did not match, the read digits are gone.
    """
    before, kept = "", 0
    if template is not None:
        before, group = re.fullmatch(r"(\d*)\\(\d)", template).groups()
        kept = int(group)
    return before + "|" + Program(pattern, kept).compile()
