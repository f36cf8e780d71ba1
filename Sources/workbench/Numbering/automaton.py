"""Turns regular expressions over digits into one minimal automaton with labels."""


class Nfa:
    """A nondeterministic automaton over digits, built from patterns (Thompson 1968)."""

    def __init__(self):
        self.empty = []  # state -> states reached without a digit
        self.moves = []  # state -> [(set of digits, state)]

    def state(self):
        self.empty.append([])
        self.moves.append([])
        return len(self.empty) - 1

    def add(self, pattern, open_end=False):
        """Adds a pattern (digits, \\d, classes, groups, |, ?, {n}, {n,m}); returns its start and end."""
        start, end = Pattern(self, pattern).parse()
        if open_end:
            self.moves[end].append((frozenset(range(10)), end))
        return start, end

    def closure(self, states):
        found = set(states)
        left = list(states)
        while left:
            for state in self.empty[left.pop()]:
                if state not in found:
                    found.add(state)
                    left.append(state)
        return frozenset(found)

    def step(self, states, digit):
        return self.closure(
            [target for state in states for digits, target in self.moves[state] if digit in digits])


class Pattern:
    """A recursive-descent reader of the patterns that `phonenumbers` uses; anything else is an error."""

    def __init__(self, nfa, text):
        self.nfa = nfa
        self.text = text
        self.at = 0

    def parse(self):
        result = self.alternatives()
        assert self.at == len(self.text), self.text
        return result

    def peek(self):
        return self.text[self.at] if self.at < len(self.text) else ""

    def alternatives(self):
        start, end = self.nfa.state(), self.nfa.state()
        while True:
            first, last = self.sequence()
            self.nfa.empty[start].append(first)
            self.nfa.empty[last].append(end)
            if self.peek() != "|":
                return start, end
            self.at += 1

    def sequence(self):
        start = last = self.nfa.state()
        while self.peek() not in ("", "|", ")"):
            begin = self.at
            self.atom()
            finish = self.at
            low, high = self.count()
            resume = self.at
            for index in range(high):
                self.at = begin
                first, end = self.atom()
                assert self.at == finish
                if index >= low:
                    self.nfa.empty[first].append(end)
                self.nfa.empty[last].append(first)
                last = end
            self.at = resume
        return start, last

    def count(self):
        if self.peek() == "?":
            self.at += 1
            return 0, 1
        if self.peek() != "{":
            assert self.peek() not in ("*", "+"), self.text
            return 1, 1
        close = self.text.index("}", self.at)
        numbers = self.text[self.at + 1:close].split(",")
        self.at = close + 1
        return int(numbers[0]), int(numbers[-1])

    def atom(self):
        if self.text.startswith("(?:", self.at) or self.peek() == "(":
            self.at += 3 if self.text.startswith("(?:", self.at) else 1
            result = self.alternatives()
            assert self.peek() == ")", self.text
            self.at += 1
            return result
        start, end = self.nfa.state(), self.nfa.state()
        self.nfa.moves[start].append((self.digits(), end))
        return start, end

    def digits(self):
        if self.text.startswith("\\d", self.at):
            self.at += 2
            return frozenset(range(10))
        if self.peek() == "[":
            close = self.text.index("]", self.at)
            body = self.text[self.at + 1:close]
            self.at = close + 1
            found = set()
            index = 0
            while index < len(body):
                if body[index + 1:index + 2] == "-":
                    found.update(range(int(body[index]), int(body[index + 2]) + 1))
                    index += 3
                else:
                    found.add(int(body[index]))
                    index += 1
            return frozenset(found)
        digit = self.peek()
        assert digit.isdigit(), (self.text, self.at)
        self.at += 1
        return frozenset([int(digit)])


class Rows:
    """The states of the smallest automaton for several plans together: [(label, [ten targets])].

    Row 0 accepts nothing and leads nowhere. Labels are numbered from 1 in the order in which they occur.
    """

    def __init__(self):
        self.rows = []
        self.numbers = {}
        self.labels = []
        self.number((0, (0,) * 10))

    def number(self, row):
        if row not in self.numbers:
            self.numbers[row] = len(self.rows)
            self.rows.append(row)
        return self.numbers[row]

    def label(self, label):
        if label is None:
            return 0
        if label not in self.labels:
            self.labels.append(label)
        return self.labels.index(label) + 1

    def add(self, nfa, starts, label, depth):
        """Adds an automaton for words of at most `depth` digits; returns its start.

        `label(states, length)` names what a word is, or None.
        """
        known = {}

        def visit(states, length):
            key = (states, length)
            if key not in known:
                targets = tuple(
                    visit(following, length + 1)
                    if length < depth and (following := nfa.step(states, digit)) else 0
                    for digit in range(10))
                known[key] = self.number((self.label(label(states, length)), targets))
            return known[key]

        return visit(nfa.closure(starts), 0)

    def packed(self):
        """The rows as text: label, where targets change, targets."""
        text = []
        for label, targets in self.rows:
            changes = [digit for digit in range(1, 10) if targets[digit] != targets[digit - 1]]
            text.append(cell(label) + cell(sum(1 << digit - 1 for digit in changes)) + cell(targets[0]))
            text += [cell(targets[digit]) for digit in changes]
        return "".join(text)


def cell(number):
    """A number below 8281 in two bytes, base 91: `#` to `~` without the backslash."""
    assert 0 <= number < 91 * 91, number
    return "".join(chr(0x23 + digit + (digit >= 0x5C - 0x23)) for digit in divmod(number, 91))
