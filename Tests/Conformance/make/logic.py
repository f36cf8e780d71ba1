"""Truth tables: connectives, rules, quantifiers and counts over rows of which some are undecided."""
from itertools import product

from common import F, T, U, Family, at, both, either, negate, step

NOON = at("2026-03-02T12:00:00")
LETTER = {T: "T", F: "F", U: "U"}


def facts(minor=U, customer=U, personal=U, journey=U):
    contact, relationship = {"id": "c", "time_zone": "Europe/London"}, {}
    if minor is not U:
        contact["minor"] = minor
    for key, value in (("customer", customer), ("personal", personal)):
        if value is not U:
            relationship[key] = value
    if journey is not U:
        contact["journey"] = "club" if journey else "other"
    return {**contact, "relationship": relationship}


def label(applies, exception, required):
    """The first that is certain of: not applicable, exempt, pass; else fail or unproven."""
    if applies is F:
        return "not applicable"
    if exception is T:
        return "exempt"
    if required is T:
        return "pass"
    return {F: "fail", U: "unproven"}[either(negate(applies), exception, required)]


def cases():
    family = Family("logic", "B")
    for a, b in product((T, F, U), repeat=2):
        family.add(
            f"connectives-{LETTER[a]}{LETTER[b]}",
            "Strong Kleene logic: a conjunction is false if a part is, a disjunction true if a part is, and what is unknown decides only "
            "where the rest cannot.",
            {
                "conjunction": both(a, b), "disjunction": either(a, b), "negation": negate(a),
                "forbidden": negate(a), "implied": both(a, b),
            },
            plan=step(NOON), contacts=[facts(a, b)])
    for a, e, r in product((T, F, U), repeat=3):
        family.add(
            f"rule-{LETTER[a]}{LETTER[e]}{LETTER[r]}",
            f"The rule applies: {a}, is excepted: {e}, its requirement holds: {r}; it is ok if not A or E or R, and labelled by the first "
            "of not applicable, exempt, pass that is certain. (None is unknown.)",
            {"weighed": label(a, e, r)}, plan=step(NOON), contacts=[facts(a, r, e)])
    for a, b, c, d in product((T, F, U), (T, F, U), (F, U, T), (F, U)):
        family.add(
            f"several-{LETTER[a]}{LETTER[b]}{LETTER[c]}{LETTER[d]}",
            "Several `applies when` are a disjunction, and so are several exceptions; the requirement is false, since the step is a call.",
            {"either_applies": label(either(a, b), either(c, d), F)},
            plan=step(NOON), contacts=[facts(a, b, c, d)])
    rows(family)
    return family


def rows(family):
    outcome = {T: {"outcome": "answered"}, F: {"outcome": "busy"}, U: {}}
    for n in range(4):
        for truths in product((T, F, U), repeat=n):
            if list(truths) != sorted(truths, key=[T, F, U].index):
                continue
            least = truths.count(T)
            most = least + truths.count(U)

            def compare(test):
                found = {test(k) for k in range(least, most + 1)}
                return found.pop() if len(found) == 1 else U

            name = "".join(LETTER[t] for t in truths) or "none"
            family.add(
                f"rows-{name}",
                f"Of {n} rows {least} surely meet the condition and {most} may: `any` is an or, `every` an and, `count` lies from "
                f"{least} to {most}, and a comparison is decided only if it is so over the whole interval.",
                {
                    "some_row": either(F, *truths), "every_row": both(T, *truths),
                    "no_row": negate(either(F, *truths)),
                    "two_at_least": compare(lambda k: k >= 2), "one_at_most": compare(lambda k: k <= 1),
                    "just_one": compare(lambda k: k == 1), "rows_in_all": n == 2,
                },
                section="9", plan=step(NOON), contacts=[{"id": "c", "time_zone": "Europe/London", "history": [outcome[t] for t in truths]}])
    family.add(
        "rows-unknown", "A list that was not given has any number of rows: nothing about it is known.",
        {rule: U for rule in ("some_row", "every_row", "no_row", "two_at_least", "one_at_most", "just_one", "rows_in_all")},
        section="9", plan=step(NOON), contacts=[{"id": "c", "time_zone": "Europe/London"}])
