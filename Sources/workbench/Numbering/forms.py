"""National forms: which template a number is written by."""

import re

from automaton import Nfa


def national_forms(metadata):
    """[(leading digits or None, {length: template})] in the library's order."""
    for form in metadata.number_format:
        leading = form.leading_digits_pattern[-1] if form.leading_digits_pattern else None
        text = form.format
        if form.national_prefix_formatting_rule:
            # The rule stands for the first group that the form has, which need not be the number's first.
            text = re.sub(r"\\(\d)", lambda group: form.national_prefix_formatting_rule.replace(
                "\\1", group.group(0)), text, count=1)
        groups = re.findall(r"\(\\d(?:\{(\d+)(?:,(\d+))?\})?\)", form.pattern)
        bounds = [(int(low or 1), int(high or low or 1)) for low, high in groups]
        assert re.sub(r"\(\\d(?:\{\d+(?:,\d+)?\})?\)", "", form.pattern) == "", form.pattern
        order = [int(group) for group in re.findall(r"\\(\d)", text)]
        assert order == sorted(order), form.format
        templates = {}
        for length in range(sum(b[0] for b in bounds), sum(b[1] for b in bounds) + 1):
            templates[length] = template(text, counts(bounds, length), order)
        yield leading, templates


def counts(bounds, length):
    """How many digits each group takes, the first as many as it can."""
    found = []
    for index, (low, high) in enumerate(bounds):
        count = min(high, length - sum(b[0] for b in bounds[index + 1:]))
        found.append(count)
        length -= count
    return found


def template(text, counts, order):
    assert not set(text) & set("#~|")
    for index, count in enumerate(counts):
        text = text.replace(f"\\{index + 1}", "#" * count)
        if index + 1 not in order:
            # Only the first group is ever left out (Argentina's 9).
            assert index == 0
            text = "~" * count + text
    assert "\\" not in text
    return text


def form_start(forms, rows, templates):
    """Adds an automaton that chooses among forms by the leading digits; returns its start."""
    nfa = Nfa()
    starts = []
    ends = []
    for leading, _ in forms:
        start, end = nfa.add(leading or "")
        # Whatever follows, the form stays chosen.
        nfa.moves[end].append((frozenset(range(10)), end))
        starts.append(start)
        ends.append(end)

    def label(states):
        chosen = {}
        for (_, of_length), end in zip(forms, ends):
            if end in states:
                for length, text in of_length.items():
                    chosen.setdefault(length, text)
        for text in chosen.values():
            if text not in templates:
                templates.append(text)
        return tuple((length, templates.index(text)) for length, text in sorted(chosen.items()))

    def visit(states):
        following = [nfa.step(states, digit) for digit in range(10)]
        if all(after == states for after in following):
            targets = (0,) * 10
        else:
            targets = tuple(map(visit, following))
        return rows.number((rows.label(label(states)), targets))

    return visit(nfa.closure(starts))
