#!/usr/bin/env python3
"""Judges the workload by the twelve rules of twelve.fence, in plain Python and by the letter of the language reference.

    oracle.py CONTACTS.ndjson PLAN.json OUTPUT

Truth is True, False or None (unknown; strong Kleene logic). Writes a line a contact: its id, the rules that fail on
some step, the rules that are unproven on some step and fail on none. Rules that read no fact of a contact stand in a
last line under the name `plan`. Shares no code with the program; needs the standard library alone.
"""

import datetime
import json
import re
import sys
import zoneinfo

UNKNOWN = object()
INTERVALS = {"US": ("twelve.us", 744), "GB": ("twelve.gb", 672), "AU": ("twelve.au", 720), "FR": ("twelve.fr", 720)}
LEVELS = ["implied", "presumed", "express", "written"]
NUMBER = re.compile(r"\+[1-9][0-9]{7,14}")
STOP = re.compile(r"\b(stop to end|reply stop|opt out|unsubscribe)\b")
ZONES = {}
CONTACT_RULES = ["r01", "r02", "r03", "r04", "r05", "r06", "r07", "r08", "r09", "r10"]


# ---- three-valued truth ----

def both(*truths):
    if any(truth is False for truth in truths):
        return False
    return None if any(truth is None for truth in truths) else True


def either(*truths):
    if any(truth is True for truth in truths):
        return True
    return None if any(truth is None for truth in truths) else False


def opposite(truth):
    return None if truth is None else not truth


def compare(left, right, holds):
    """Unknown if an operand is; false if one is none."""
    if left is UNKNOWN or right is UNKNOWN:
        return None
    if left is None or right is None:
        return False
    return holds(left, right)


def same(left, right):
    return compare(left, right, lambda a, b: a == b)


def one_of(value, options):
    return compare(value, options, lambda a, b: a in b)


# ---- facts ----

def fact(record, *path):
    for key in path:
        if record is UNKNOWN:
            return UNKNOWN
        record = UNKNOWN if record is None else record.get(key, UNKNOWN)
    return record


def moment(value):
    return value if value is UNKNOWN or value is None else datetime.datetime.fromisoformat(value)


def hours(count):
    return datetime.timedelta(hours=count)


def rows(value, holds):
    """Whether a row of a list satisfies a predicate."""
    if value is UNKNOWN:
        return None
    return either(False, *(holds(row) for row in value or []))


# ---- the verbs ----

def is_matched(row, key, wanted):
    """A refusal matches an attempt if its channel (purpose) is the attempt's or `any`."""
    value = fact(row, key)
    return either(same(value, wanted), same(value, "any"))


def ended_by_refusal(contact, consent, at):
    """An opt-out ends every consent that it covers and that was granted no later."""
    def ends(refusal):
        refused = moment(fact(refusal, "at"))
        covers = lambda key: either(
            same(fact(refusal, key), fact(consent, key)), same(fact(refusal, key), "any"),
            same(fact(consent, key), "any"))
        return both(
            covers("channel"), covers("purpose"),
            opposite(compare(at, refused, lambda a, b: a < b)),
            opposite(compare(refused, moment(fact(consent, "granted_at")), lambda a, b: a < b)))
    return rows(fact(contact, "opt_outs"), ends)


def in_force(contact, consent, at):
    withdrawn = moment(fact(consent, "withdrawn_at"))
    if withdrawn is UNKNOWN and fact(contact, "opt_outs") is not UNKNOWN:
        # The one list that says who said no is there, so what it does not say was not said.
        withdrawn = None
    granted = moment(fact(consent, "granted_at"))
    is_withdrawn = False if withdrawn is None else None if withdrawn is UNKNOWN else withdrawn <= at
    return both(
        compare(granted, at, lambda a, b: a <= b), opposite(is_withdrawn),
        opposite(ended_by_refusal(contact, consent, at)))


def consented(contact, plan, step, level, within=None):
    at = moment(step["at"])
    def fits(consent):
        channel = fact(consent, "channel")
        granted = moment(fact(consent, "granted_at"))
        reached = compare(fact(consent, "level"), level, lambda a, b: LEVELS.index(a) >= LEVELS.index(b))
        parts = [
            reached,
            either(same(channel, step["channel"]), both(same(channel, "any"), step["channel"] != "email")),
            either(same(fact(consent, "purpose"), plan["purpose"]), same(fact(consent, "purpose"), "any")),
            in_force(contact, consent, at)]
        if within:
            parts.append(compare(granted, at, lambda a, b: a <= b <= a + within))
        return both(*parts)
    return rows(fact(contact, "consents"), fits)


def opted_out(contact, plan, step):
    at = moment(step["at"])
    def stands(refusal):
        refused = moment(fact(refusal, "at"))
        def lifts(consent):
            return both(
                compare(fact(consent, "level"), "express", lambda a, b: LEVELS.index(a) >= LEVELS.index(b)),
                compare(refused, moment(fact(consent, "granted_at")), lambda a, b: a < b),
                same(fact(consent, "channel"), step["channel"]),
                same(fact(consent, "purpose"), plan["purpose"]),
                in_force(contact, consent, at))
        return both(
            is_matched(refusal, "channel", step["channel"]),
            is_matched(refusal, "purpose", plan["purpose"]),
            opposite(compare(at, refused, lambda a, b: a < b)),
            opposite(rows(fact(contact, "consents"), lifts)))
    return rows(fact(contact, "opt_outs"), stands)


def scrubbed(plan, register, interval, at):
    def fits(scrub):
        return both(
            same(fact(scrub, "register"), register),
            compare(moment(fact(scrub, "at")), at, lambda a, b: a <= b <= a + interval))
    return rows(fact(plan, "scrubs"), fits)


def listed(contact, plan, register, interval, at):
    """The contact's own answer while it is fresh, else a scrub that removed the listed, else unknown."""
    answer = fact(contact, "registers", register)
    status = fact(answer, "status") if answer is not UNKNOWN else UNKNOWN
    is_answer = None if status is UNKNOWN else status is not None
    checked = moment(fact(answer, "checked_at")) if answer is not UNKNOWN else UNKNOWN
    fresh = compare(checked, at, lambda a, b: a <= b <= a + interval)
    if both(is_answer, fresh) is not True:
        # No scrub of the workload removes anybody.
        return None
    since = moment(fact(answer, "listed_at"))
    binds = compare(at, since, lambda a, b: a < b) is not True
    return both(same(status, "listed"), binds)


def open_at(local, weekdays_only, spans):
    minute = local.hour * 60 + local.minute
    return (not weekdays_only or local.weekday() < 5) and any(a * 60 <= minute < b * 60 for a, b in spans)


def within_cap(contact, plan, step, limit, span):
    """History and planned steps in the span that ends with the attempt, the attempt included."""
    at = moment(step["at"])
    certain = possible = 1
    for other in plan["steps"]:
        if other is not step and at - span < moment(other["at"]) <= at:
            certain, possible = certain + 1, possible + 1
    history = fact(contact, "history")
    if history is UNKNOWN:
        return False if certain > limit else None
    for row in history or []:
        channel = fact(row, "channel")
        counted = None if channel is UNKNOWN else channel not in (None, "email")
        recent = compare(moment(fact(row, "at")), at, lambda a, b: b - span < a <= b)
        truth = both(counted, recent)
        certain += truth is True
        possible += truth is not False
    return True if possible <= limit else False if certain > limit else None


# ---- the rules ----

def judge(contact, plan, step):
    """The truth of `the rule is satisfied`, by rule."""
    at = moment(step["at"])
    country, region = fact(contact, "country"), fact(contact, "region")
    active = consented(contact, plan, step, "implied")
    elsewhere = opposite(one_of(country, tuple(INTERVALS)))
    zone = contact["time_zone"]
    if zone not in ZONES:
        ZONES[zone] = zoneinfo.ZoneInfo(zone)
    local = at.astimezone(ZONES[zone])
    automated = step["channel"] == "sms" or step["technology"] in ("autodialed", "prerecorded")
    applies = both(same(country, "US"), plan["purpose"] == "marketing", automated)
    in_country = lambda code: same(country, code)
    engaged = moment(fact(contact, "last_engaged_at"))
    is_florida = same(region, "US-FL")
    return {
        "r01": NUMBER.fullmatch(contact["phone"]) is not None,
        "r02": opposite(opted_out(contact, plan, step)),
        "r03": either(opposite(applies), consented(contact, plan, step, "written")),
        "r04": either(opposite(active), consented(contact, plan, step, "implied", hours(17520))),
        "r05": either(elsewhere, *(
            both(in_country(code), scrubbed(plan, register, hours(interval), at))
            for code, (register, interval) in INTERVALS.items())),
        "r06": either(active, opposite(either(*(
            both(in_country(code), listed(contact, plan, register, hours(interval), at))
            for code, (register, interval) in INTERVALS.items())))),
        "r07": either(
            elsewhere,
            both(one_of(country, ("US", "GB")), open_at(local, False, [(8, 21)])),
            both(in_country("FR"), open_at(local, True, [(10, 13), (14, 20)])),
            both(in_country("AU"), open_at(local, True, [(9, 20)]))),
        "r08": either(
            both(is_florida, within_cap(contact, plan, step, 3, hours(24))),
            both(in_country("FR"), within_cap(contact, plan, step, 4, hours(720))),
            both(opposite(is_florida), opposite(in_country("FR")),
                 within_cap(contact, plan, step, 8, hours(168)))),
        "r09": compare(engaged, at, lambda a, b: a <= b <= a + hours(26304)),
        "r10": opposite(same(fact(contact, "origin", "kind"), "purchased")),
    }


def plan_rules(plan):
    failed = set()
    for step in plan["steps"]:
        words = step.get("message") or step.get("script")
        if step["channel"] == "sms" and not STOP.search(words["text"].lower()):
            failed.add("r11")
    if float(plan["metrics"]["abandonment_rate"].rstrip("%")) > 3:
        failed.add("r12")
    return sorted(failed)


def main():
    with open(sys.argv[2]) as file:
        plan = json.load(file)
    with open(sys.argv[1]) as lines, open(sys.argv[3], "w") as output:
        for line in lines:
            contact = json.loads(line)
            attempts = [judge(contact, plan, step) for step in plan["steps"]]
            failed = [rule for rule in CONTACT_RULES if any(a[rule] is False for a in attempts)]
            unproven = [rule for rule in CONTACT_RULES
                        if rule not in failed and any(a[rule] is None for a in attempts)]
            output.write(f"{contact['id']}\t{','.join(failed)}\t{','.join(unproven)}\n")
        output.write(f"plan\t{','.join(plan_rules(plan))}\t\n")


if __name__ == "__main__":
    main()
