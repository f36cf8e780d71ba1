"""Caps: what came before, what is planned, and the attempt itself."""
import random
from datetime import timedelta

from common import F, MS, T, U, Family, at, local, shift_months, stamp, step

ZONE = "America/New_York"
OUTBOUND = {"voice", "sms", "mms", "rcs", "whatsapp", "fax"}


def monday(day):
    return day - timedelta(days=day.weekday())


def verdicts(entries, attempt, channel="voice", subject="boots"):
    """Every entry is {at, channel, outcome, subject}; what is not given is unknown, and counts as perhaps."""
    day = local(attempt, ZONE).date()
    mine = {"at": attempt, "channel": channel, "outcome": U, "subject": subject, "mine": True}

    def count(limit, inside, channels=OUTBOUND, condition=lambda row: T):
        least = most = 0
        for row in entries + [mine]:
            if row["at"] > attempt or not inside(row["at"], local(row["at"], ZONE).date()):
                continue
            if row["channel"] not in channels:
                continue
            # The attempt counts, whatever comes of it.
            truth = T if row.get("mine") else condition(row)
            least += truth is T
            most += truth is not F
        return T if most <= limit else F if least > limit else U

    hours24 = lambda t, d: t > attempt - timedelta(hours=24)
    days7 = lambda t, d: d > day - timedelta(days=7)
    answered = lambda row: U if row.get("outcome", U) is U else row["outcome"] == "answered"
    on_subject = lambda row: U if row.get("subject", U) is U else row["subject"] == subject
    return {
        "calls_in_24_hours": count(2, hours24, {"voice"}),
        "contacts_in_24_hours": count(3, hours24),
        "contacts_in_7_days": count(3, days7),
        "contacts_in_a_month": count(4, lambda t, d: d > shift_months(day, -1)),
        "calls_a_day": count(1, lambda t, d: d == day, {"voice"}),
        "contacts_a_week": count(3, lambda t, d: monday(d) == monday(day)),
        "contacts_a_month": count(4, lambda t, d: (d.year, d.month) == (day.year, day.month)),
        "calls_ever": count(3, lambda t, d: True, {"voice"}),
        "answered_calls": count(2, days7, {"voice"}, answered),
        "on_this_subject": count(2, days7, OUTBOUND, on_subject),
    }


def written(row):
    return {key: stamp(value) if key == "at" else value for key, value in row.items()}


def cases():
    family = Family("caps", "13")
    noon = at("2026-03-12T12:00:00", ZONE)

    def add(name, why, entries, attempt=noon, channel="voice"):
        family.add(
            name, why, verdicts(entries, attempt, channel),
            plan=step(attempt, channel=channel, offer={"subject": "boots"}),
            contacts=[{"id": "c", "time_zone": ZONE, "history": [written(row) for row in entries]}])

    def call(moment, **more):
        return {"at": moment, "channel": "voice", "outcome": "answered", "subject": "boots", **more}

    add("none", "An empty history: the attempt is the first.", [])
    for name, gap in [("24h", timedelta(hours=24)), ("24h-ms", timedelta(hours=24) - MS), ("same", timedelta(0))]:
        add(
            f"edge-{name}", "`in any 24 hours` looks at (attempt - 24 h, attempt]: an entry just 24 hours old is out, one of the attempt's own "
            "instant is in.", [call(noon - gap), call(noon - gap)])
    for text in ("2026-03-05T23:59:59", "2026-03-06T00:00:00", "2026-03-08T23:59:59", "2026-03-09T00:00:00", "2026-02-12T23:59:00",
                 "2026-02-13T00:00:00", "2026-02-28T23:59:59", "2026-03-01T00:00:00", "2026-03-11T23:59:59", "2026-03-12T00:00:00"):
        add(
            f"edge-{text[5:10]}-{text[11:13]}", "`in any 7 days` looks at the attempt's local day and the six before; a month at the days after that of "
            "a month ago; weeks begin on Monday.", [call(at(text, ZONE)) for _ in range(4)])
    add("future", "What comes after the attempt is ignored.", [call(noon + MS), call(noon + timedelta(days=1)), call(noon + timedelta(days=2))])
    add("email", "Email is no channel of outreach.", [call(noon - timedelta(hours=n), channel="email") for n in (1, 2, 3, 4)])
    for channel in ("sms", "fax", "whatsapp"):
        add(
            f"other-{channel}", "`by voice` counts calls alone, and this attempt is none; without `by` every channel but email counts.",
            [call(noon - timedelta(hours=n)) for n in (1, 2, 3)], channel=channel)
    add(
        "outcome-unknown", "An entry whose outcome or subject was not given may meet a condition on it.",
        [{"at": noon - timedelta(hours=n), "channel": "voice"} for n in (30, 31)])
    add("outcome-other", "A condition leaves out what does not meet it.", [call(noon - timedelta(hours=n), outcome="busy", subject="hats") for n in (30, 31, 32)])
    dice = random.Random(20261122)
    for number in range(24):
        entries = []
        for _ in range(dice.randrange(1, 7)):
            row = call(noon - timedelta(hours=dice.choice([1, 5, 23, 24, 25, 60, 100, 160, 200, 500, 700])), channel=dice.choice(["voice", "voice", "sms"]))
            for key, values in (("outcome", ["answered", "busy"]), ("subject", ["boots", "hats"])):
                row[key] = dice.choice(values)
                if dice.randrange(5) == 0:
                    del row[key]
            entries.append(row)
        add(
            f"mixed-{number:02d}", f"{len(entries)} entries over the last month; what is unknown of one makes the count an interval.", entries)
    plans(family, noon)
    return family


def plans(family, noon):
    """Planned steps count at worst; a step that is done is not counted twice."""
    contact = lambda history: [{"id": "c", "time_zone": ZONE, **({} if history is None else {"history": history})}]

    def plan(*times):
        return {"campaign": "spring", "steps": [
            {"id": f"s{n}", "channel": "voice", **({"at": stamp(t)} if not isinstance(t, dict) else {"window": t})} for n, t in enumerate(times)]}

    def expect(rule, *values):
        return [{"rule": f"acme.{rule}", "step": f"s{n}", "verdict": {T: "pass", F: "fail", U: "unproven"}[v]} for n, v in enumerate(values)]

    hour = timedelta(hours=1)
    family.add(
        "planned-steps", "Earlier planned steps count whatever their own verdict, later ones do not.",
        expect("calls_in_24_hours", T, T, F), plan=plan(noon, noon + hour, noon + 2 * hour), contacts=contact([]))
    family.add(
        "planned-ties", "Of two steps at one instant the earlier in the plan counts for the later.",
        expect("calls_a_day", T, F), plan=plan(noon, noon), contacts=contact([]))
    window = {"from": stamp(noon - 30 * hour), "to": stamp(noon + hour)}
    family.add(
        "planned-window", "A planned step with a window counts if it may fall into the span.",
        [*expect("calls_in_24_hours", T, T), {"rule": "acme.calls_a_day", "step": "s1", "verdict": "fail"}],
        plan=plan(window, noon), contacts=contact([]))
    family.add(
        "done", "An entry with this plan's campaign and step is that step, done: it takes its place.",
        expect("calls_a_day", T, T), plan=plan(noon - 25 * hour, noon),
        contacts=contact([{"at": stamp(noon - 26 * hour), "channel": "voice", "campaign": "spring", "step": "s0"}]))
    family.add(
        "done-today", "The step was made later than planned, and counts when it was made.",
        expect("calls_a_day", T, F)[1:], plan=plan(noon - 25 * hour, noon),
        contacts=contact([{"at": stamp(noon - hour), "channel": "voice", "campaign": "spring", "step": "s0"}]))
    family.add(
        "beside", "An entry of the campaign without its step counts beside the plan.",
        expect("calls_in_24_hours", U, F)[1:], plan=plan(noon - 2 * hour, noon),
        contacts=contact([{"at": stamp(noon - 2 * hour), "channel": "voice", "campaign": "spring", "step": None}]))
    family.add(
        "unknown-and-within", "Without a history nobody knows whether the cap holds.",
        [{"rule": "acme.calls_in_24_hours", "verdict": "unproven", "missing": ["contact.history"]}], plan=plan(noon), contacts=contact(None))
    family.add(
        "unknown-and-beyond", "An unknown history still fails when the plan alone exceeds the cap.",
        expect("calls_in_24_hours", U, U, F), plan=plan(noon, noon + hour, noon + 2 * hour), contacts=contact(None))
    family.add(
        "inbound", "What came from the person is no contact of ours; absent means outbound.",
        expect("calls_a_day", T), plan=plan(noon),
        contacts=contact([{"at": stamp(noon - hour), "channel": "voice", "direction": "inbound"}]))
    family.add(
        "only-if", "A step that waits for an outcome counts as made, and the one it waits for had that outcome.",
        [{"rule": "acme.answered_calls", "step": "s2", "verdict": "pass"}, {"rule": "acme.calls_in_24_hours", "step": "s2", "verdict": "fail"}],
        plan={"campaign": "spring", "steps": [
            {"id": "s0", "channel": "voice", "at": stamp(noon)},
            {"id": "s1", "channel": "voice", "at": stamp(noon + hour), "only_if": {"step": "s0", "outcome": ["no_answer"]}},
            {"id": "s2", "channel": "voice", "at": stamp(noon + 2 * hour), "only_if": {"step": "s1", "outcome": ["no_answer", "busy"]}}]},
        contacts=contact([]))
