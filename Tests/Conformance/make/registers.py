"""Registers: how old a scrub and an answer may be, what they say, and who counts."""
from datetime import timedelta

from common import F, MS, T, U, Family, at, stamp, step

ZONE = "America/New_York"
NOON = at("2026-03-31T12:00:00", ZONE)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)
REGISTERS = ["by_result", "by_list", "by_hours", "by_campaign", "by_attempt", "by_message", "at_leisure", "graced"]
SCRUBS = ["result", "list", "hours", "campaign", "attempt", "message", "leisure", "own_term"]
NONE = "none"


def shown(row):
    return {key: None if value == NONE else stamp(value) if hasattr(value, "utcoffset") else value for key, value in row.items() if value is not U}


def cases():
    family = Family("registers", "10")
    scrubs(family)
    answers(family)
    permits(family)
    senders(family)
    fields(family)
    return family


def scrubs(family):
    def add(name, why, rows, expected):
        """The same scrub of every register; `expected` in the order of SCRUBS."""
        plan = step(NOON)
        if rows is not U:
            plan["scrubs"] = [{"register": f"acme.{register}", **shown(row)} for register in REGISTERS for row in rows]
        family.add(
            f"scrub-{name}", why, {f"scrub_{rule}": value for rule, value in zip(SCRUBS, expected)}, plan=plan,
            contacts=[{"id": "c", "time_zone": ZONE}])

    add("unknown", "Which registers were consulted is not known.", U, [U] * 8)
    add("none", "No register was consulted.", [], [F] * 8)
    version = {"version": NOON - DAY}
    in_days = lambda text: {"at": at(text, ZONE), "version": at(text, ZONE)}
    add("now", "A scrub of the attempt's own instant counts, save where each attempt asks for its own.", [{"at": NOON, **version}], [T, T, T, T, F, T, T, T])
    add("later", "A scrub after the attempt proves nothing.", [{"at": NOON + MS, "version": NOON - DAY}], [F, T, F, F, F, F, F, F])
    add("24h", "Hours count milliseconds.", [{"at": NOON - 24 * HOUR, **version}], [T, T, T, T, F, T, T, T])
    add("24h-ms", "Hours count milliseconds.", [{"at": NOON - 24 * HOUR - MS, **version}], [T, T, F, T, F, T, T, T])
    add("10-days", "A term of days ends with its last day; the term of the rule stands in the place of the register's.",
        [in_days("2026-03-21T00:00:00")], [T, T, F, T, F, T, T, T])
    add("11-days", "The day before is too long ago for the rule's own term.", [in_days("2026-03-20T23:59:59")], [T, T, F, T, F, T, T, F])
    add("30-days", "1 March is thirty days before 31 March.", [in_days("2026-03-01T00:00:00")], [T, T, F, T, F, T, T, F])
    add("31-days", "28 February is 31 days before 31 March.", [in_days("2026-02-28T23:59:59")], [F, T, F, T, F, T, T, F])
    add("32-days", "27 February is 32 days before; without an interval, or once a campaign, age does not matter.",
        [in_days("2026-02-27T23:59:59")], [F, F, F, T, F, T, T, F])
    add("old-version", "`measured from list` counts from the version that was used, not from the day on which it was.",
        [{"at": NOON - DAY, "version": at("2026-02-27T00:00:00", ZONE)}], [T, F, T, T, F, T, T, T])
    add("per-attempt", "A scrub at each attempt is as fresh as can be.", [{"mode": "per_attempt"}], [T] * 8)
    add("time-unknown", "Nobody knows when.", [{}], [U, U, U, U, F, U, U, U])


def answers(family):
    def add(name, why, expected, answer=U, scrub=U, section="10", rule_of="by_result", **more):
        plan = step(NOON)
        if scrub is not U:
            plan["scrubs"] = [] if scrub is None else [{"register": f"acme.{rule_of}", **shown(scrub)}]
        contact = {"id": "c", "time_zone": ZONE}
        if answer is not U:
            contact["registers"] = {f"acme.{rule_of}": shown(answer)}
        family.add(f"answer-{name}", why, expected, section=section, plan=plan, contacts=[contact])

    fresh = {"checked_at": NOON - DAY}
    for status, value in (("listed", F), ("clear", T), ("permitted", T), ("refused", T)):
        add(f"status-{status}", "The contact's own fresh answer decides.", {"listed": value}, {**fresh, "status": status})
    add("status-null", "The register was asked and had no data: nothing is proved.", {"listed": U}, {**fresh, "status": NONE}, None)
    add("status-unknown", "What it answered is not known.", {"listed": U}, fresh, None)
    add("missing", "The table has no entry of this register: what it would answer is not known.", {"listed": U}, {}, None)
    add("missing-and-unscrubbed", "Neither an answer nor a scrub is known.", {"listed": U})
    add("now", "An answer of the attempt's own instant counts.", {"listed": F}, {"checked_at": NOON, "status": "listed"}, None)
    add("later", "An answer from after the attempt does not.", {"listed": U}, {"checked_at": NOON + MS, "status": "listed"}, None)
    add("30-days", "Fresh to the end of the last day.", {"listed": F}, {"checked_at": at("2026-03-01T00:00:00", ZONE), "status": "listed"}, None)
    add("31-days", "Then no longer: nothing is known.", {"listed": U}, {"checked_at": at("2026-02-28T23:59:00", ZONE), "status": "listed"}, None)
    removed = {"at": NOON - DAY, "removed": True}
    add("scrub", "Without an answer a fresh scrub that removed the listed numbers proves `not listed`.", {"listed": T}, U, removed)
    add("scrub-kept", "One that did not remove them proves nothing.", {"listed": U}, U, {"at": NOON - DAY, "removed": False})
    add("scrub-perhaps", "One of which that is not known neither.", {"listed": U}, U, {"at": NOON - DAY})
    add("scrub-old", "A stale scrub proves nothing.", {"listed": U}, U, {"at": NOON - 40 * DAY, "removed": True})
    add("both", "The contact's own fresh answer outranks the scrub.", {"listed": F}, {**fresh, "status": "listed"}, removed)
    add("both-stale", "A stale answer does not.", {"listed": T}, {"checked_at": NOON - 40 * DAY, "status": "listed"}, removed)
    add("both-null", "Nor one without data.", {"listed": T}, {**fresh, "status": NONE}, removed)
    for name, channels, value in [("voice", ["voice"], F), ("sms", ["sms"], T), ("both", ["voice", "sms"], F), ("null", NONE, F)]:
        add(
            f"channels-{name}", "An entry for other channels does not concern a call; one without channels concerns all.",
            {"listed": value}, {**fresh, "status": "listed", "channels": channels})
    add("listed-now", "An entry binds from its own instant.", {"listed": F}, {**fresh, "status": "listed", "listed_at": NOON})
    add("listed-later", "One from after the attempt does not yet.", {"listed": T}, {**fresh, "status": "listed", "listed_at": NOON + MS})
    for name, day, value in [("5", "2026-03-24", T), ("6", "2026-03-23", F), ("weekend", "2026-03-21", F)]:
        add(
            f"grace-{name}", "`binds after 5 business days`: from the time of day of the entry on the fifth business day after it. From 24 March "
            "13:00 that is 31 March 13:00, from 23 March 30 March, from Saturday the 21st Friday the 27th.",
            {"listed_graced": value}, {**fresh, "status": "listed", "listed_at": at(f"{day}T13:00:00", ZONE)}, rule_of="graced")
    add(
        "grace-hour", "The fifth business day after 24 March 12:00 is 31 March; at 12:00 the entry binds.", {"listed_graced": F},
        {**fresh, "status": "listed", "listed_at": at("2026-03-24T12:00:00", ZONE)}, rule_of="graced")
    add("grace-unknown", "An entry of which the day is not known binds.", {"listed_graced": F}, {**fresh, "status": "listed"}, rule_of="graced")
    add("no-interval", "Without an interval an answer does not age.", {"listed_leisure": F}, {"checked_at": NOON - 900 * DAY, "status": "listed"}, rule_of="at_leisure")
    add("no-interval-time", "But it must not be from after the attempt, which here nobody knows.", {"listed_leisure": U}, {"status": "listed"}, None, rule_of="at_leisure")
    add("by-list", "31 days for this register.", {"listed_list": F}, {"checked_at": at("2026-02-28T00:00:00", ZONE), "status": "listed"}, rule_of="by_list")


def permits(family):
    for name, answer, value in [
        ("yes", {"checked_at": NOON - DAY, "status": "permitted"}, U), ("refused", {"checked_at": NOON - DAY, "status": "refused"}, F),
        ("clear", {"checked_at": NOON - DAY, "status": "clear"}, F), ("stale", {"checked_at": NOON - 31 * DAY, "status": "permitted"}, U),
        ("channel", {"checked_at": NOON - DAY, "status": "permitted", "channels": ["voice"]}, T),
        ("other-channel", {"checked_at": NOON - DAY, "status": "permitted", "channels": ["sms"]}, F),
        ("channels-null", {"checked_at": NOON - DAY, "status": "permitted", "channels": NONE}, T), ("unknown", U, U),
    ]:
        contact = {"id": "c", "time_zone": ZONE}
        if answer is not U:
            contact["registers"] = {"acme.permits": shown(answer)}
        family.add(
            f"permit-{name}", "A number must be in a register of permits, by its own fresh answer; no scrub proves that. A permit of which the channels are not known "
            "may be for others.", {"permitted": value},
            plan={**step(NOON), "scrubs": [{"register": "acme.permits", "at": stamp(NOON - DAY), "removed": True}]}, contacts=[contact])


def senders(family):
    def add(name, why, rows, value, by_name=U, shown_name="ACME"):
        sender = {"caller_id": {"name": shown_name}}
        if rows is not U:
            sender["registrations"] = [{"register": "acme.licences", **row} for row in rows]
        family.add(
            f"sender-{name}", why, {"licensed": value, "licensed_by_name": by_name}, plan=step(NOON, sender=sender),
            contacts=[{"id": "c", "time_zone": ZONE}])

    whole = {"id": "ACME", "from": "2026-01-01", "until": "2026-12-31"}
    add("valid", "An entry that is valid on the day.", [whole], T, T)
    add("first-day", "A day where an instant is meant is some instant of it: whether the entry was valid at noon is not known.", [{**whole, "from": "2026-03-31"}], U, U)
    add("first-instant", "From its own instant on.", [{**whole, "from": stamp(NOON)}], T, T)
    add("first-instant-ms", "Not before.", [{**whole, "from": stamp(NOON + MS)}], F, F)
    add("not-yet", "Not before.", [{**whole, "from": "2026-04-01"}], F, F)
    add("last-day", "It ends with its last day, which counts whole.", [{**whole, "until": "2026-03-31"}], T, T)
    add("over", "Not after.", [{**whole, "until": "2026-03-30"}], F, F)
    add("without-end", "None is no end.", [{**whole, "from": None, "until": None}], T, T)
    add("unknown-end", "An end that was not given is not known.", [{"id": "ACME", "from": "2026-01-01"}], U, U)
    add("none", "No entry at all.", [], F, F)
    add("unknown", "Which entries there are is not known.", U, U, U)
    add("other-name", "The entry is of another name than the one that is shown.", [{**whole, "id": "ACNE"}], T, F)
    add("two", "One entry must meet everything: the one of this name is over.", [{**whole, "id": "ACNE"}, {**whole, "until": "2026-02-01"}], T, F)
    add("number", "Where a number is shown there is no name, and nothing equals none.", [whole], T, F, None)


def fields(family):
    """What the answer itself holds, fresh or not."""
    consent = lambda moment: [{"channel": "voice", "level": "express", "granted_at": stamp(moment)}]
    listed = {"checked_at": NOON - DAY, "status": "listed"}
    for name, answer, granted, value in [
        ("later", {**listed, "listed_at": NOON - 90 * DAY}, NOON - 30 * DAY, "exempt"),
        ("earlier", {**listed, "listed_at": NOON - 90 * DAY}, NOON - 120 * DAY, "fail"),
        ("same", {**listed, "listed_at": NOON - 90 * DAY}, NOON - 90 * DAY, "fail"),
        ("none", {**listed, "listed_at": NONE}, NOON - 30 * DAY, "fail"), ("unknown", listed, NOON - 30 * DAY, "unproven"),
        ("day", {**listed, "listed_at": "2026-01-15"}, at("2026-01-15T12:00:00", ZONE), "unproven"),
        ("day-after", {**listed, "listed_at": "2026-01-15"}, at("2026-01-16T00:00:00", ZONE), "exempt"),
        ("clear", {**listed, "status": "clear", "listed_at": NONE}, NOON - 30 * DAY, "pass"),
    ]:
        family.add(
            f"since-{name}", "A consent lifts the entry only if it is the later of the two; `after` is strict, and false of none.",
            {"lifted": value}, section="10", plan=step(NOON),
            contacts=[{"id": "c", "time_zone": ZONE, "registers": {"acme.by_result": shown(answer)}, "consents": consent(granted), "opt_outs": []}])
    for name, categories, value in [("of-it", ["banking", "retail"], F), ("others", ["banking"], T), ("empty", [], T), ("none", NONE, T), ("unknown", U, U)]:
        answer = {"status": "listed"} if categories is U else {"status": "listed", "categories": categories}
        family.add(
            f"categories-{name}", "A list that is given is complete; none holds nothing.", {"of_category": value, "cleared": F}, section="9",
            plan=step(NOON, offer={"sector": "retail"}), contacts=[{"id": "c", "time_zone": ZONE, "registers": {"acme.by_result": shown(answer)}}])
