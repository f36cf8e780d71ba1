"""Consents and opt-outs: a second model of both, in Kleene logic, beside cases worked out one by one."""
import random
from datetime import timedelta

from common import F, MS, T, U, Family, at, both, either, local, negate, shift_months, stamp, step

ZONE = "America/New_York"
LEVELS = ["implied", "presumed", "express", "written"]
CHANNELS = ["voice", "sms", "mms", "rcs", "whatsapp", "fax", "email"]
PHONE = "+12125550142"
NOON = at("2026-03-02T12:00:00", ZONE)


def same(a, b):
    return U if a is U or b is U else a == b


class Attempt:
    def __init__(self, moment=NOON, channel="sms", purpose="marketing", technology=(), sender="Acme"):
        self.t, self.channel, self.purpose, self.technology, self.sender = moment, channel, purpose, technology, sender

    def plan(self):
        more = {} if self.technology is U else {"technology": list(self.technology)}
        return step(self.t, channel=self.channel, purpose=self.purpose, sender={"name": self.sender}, **more)


def get(row, key):
    return row.get(key, U)


def time_known(row, key, test, none):
    """What a condition on a time of a row says; `none` where it is known that there is none."""
    value = get(row, key)
    return U if value is U else none if value is None_ else test(value)


class None_:
    """Known to be none."""


def matches(o, a, channel=True, purpose=True):
    parts = []
    if channel:
        parts.append(either(same(get(o, "channel"), a.channel), same(get(o, "channel"), "any")))
    if purpose:
        parts.append(either(same(get(o, "purpose"), a.purpose), same(get(o, "purpose"), "any")))
    return both(T, *parts)


def covers(o, c):
    def axis(key):
        x, y = get(o, key), get(c, key)
        return either(same(x, y), same(x, "any"), same(y, "any"))
    return both(axis("channel"), axis("purpose"))


def in_force(c, a, outs):
    granted = get(c, "granted_at")
    begun = U if granted is U else F if granted is None_ else granted <= a.t
    expires = c.get("expires_at", None_)
    unexpired = T if expires is None_ else a.t < expires
    withdrawn = c.get("withdrawn_at", U if outs is U else None_)
    standing = U if withdrawn is U else T if withdrawn is None_ else a.t < withdrawn
    if outs is U:
        ended = U
    else:
        ended = either(F, *(
            both(
                matches(o, a), covers(o, c),
                U if get(o, "at") is U or granted is U else T if granted is None_ else o["at"] >= granted,
                U if get(o, "at") is U else o["at"] <= a.t)
            for o in outs))
    return both(begun, unexpired, standing, negate(ended))


def level(c, least):
    return U if get(c, "level") is U else LEVELS.index(c["level"]) >= LEVELS.index(least)


def channel_axis(c, a, exactly=False):
    x = get(c, "channel")
    if x is U:
        return U
    return x == a.channel or (x == "any" and not exactly and a.channel != "email")


def some(consents, a, outs, *axes):
    if consents is U:
        return U
    return either(F, *(both(in_force(c, a, outs), *(axis(c) for axis in axes)) for c in consents))


def within_two_years(moment, a):
    if moment is U:
        return U
    if moment is None_:
        return F
    return moment <= a.t and local(a.t, ZONE).date() <= shift_months(local(moment, ZONE).date(), 24)


def consent_verdicts(consents, a, outs):
    on = lambda c: channel_axis(c, a)
    value = lambda key, *accepted: lambda c: either(*(same(get(c, key), word) for word in accepted))
    express = lambda c: level(c, "express")
    found = {name: some(consents, a, outs, on, lambda c, n=name: level(c, n)) for name in LEVELS}
    found.update({
        "exact_channel": some(consents, a, outs, lambda c: level(c, "implied"), lambda c: channel_axis(c, a, True)),
        "for_texts": some(consents, a, outs, lambda c: level(c, "implied"), value("channel", "sms", "mms", "any")),
        "purpose": some(consents, a, outs, lambda c: level(c, "implied"), value("purpose", a.purpose, "any")),
        "exact_purpose": some(consents, a, outs, lambda c: level(c, "implied"), value("purpose", a.purpose)),
        "sender": some(consents, a, outs, lambda c: level(c, "implied"), value("sender", a.sender, "ours", "any")),
        "exact_sender": some(consents, a, outs, lambda c: level(c, "implied"), value("sender", a.sender, "ours")),
        "both_axes": some(consents, a, outs, express, on, value("purpose", a.purpose, "any")),
        "recent": some(consents, a, outs, lambda c: level(c, "implied"), on, lambda c: within_two_years(get(c, "granted_at"), a)),
        "renewed": some(
            consents, a, outs, lambda c: level(c, "implied"), on,
            lambda c: either(within_two_years(get(c, "granted_at"), a), within_two_years(get(c, "renewed_at"), a))),
        "confirmed": some(consents, a, outs, lambda c: level(c, "implied"), on, lambda c: get(c, "double_opt_in")),
    })
    return found


def lifted(o, a, consents, outs):
    if consents is U:
        return U
    return either(F, *(
        both(
            level(c, "express"), same(get(c, "channel"), a.channel), same(get(c, "purpose"), a.purpose),
            U if U in (get(o, "at"), get(c, "granted_at")) else F if c["granted_at"] is None_ else c["granted_at"] > o["at"],
            in_force(c, a, outs))
        for c in consents))


def opt_out_verdicts(outs, a, consents):
    names = ["opted_out", "opted_out_anywhere", "opted_out_at_all", "opted_out_by_reply", "honoured", "honoured_in_time", "honoured_in_hours",
             "honoured_in_business_days", "honoured_for_a_time"]
    if outs is U:
        return {name: U for name in names}

    def day(moment):
        return local(moment, ZONE).date()

    def business(start, count):
        while count:
            start += timedelta(days=1)
            count -= start.weekday() < 5
        return start

    def stands(o, channel=True, purpose=True):
        return both(matches(o, a, channel, purpose), U if get(o, "at") is U else o["at"] <= a.t, negate(lifted(o, a, consents, outs)))

    def late(o, test):
        return U if get(o, "at") is U else test(o["at"])

    def honoured(test, **scope):
        return negate(either(F, *(both(stands(o, **scope), late(o, test)) for o in outs)))

    today = day(a.t)
    return {
        "opted_out": either(F, *(stands(o) for o in outs)),
        "opted_out_anywhere": either(F, *(stands(o, channel=False) for o in outs)),
        "opted_out_at_all": either(F, *(stands(o, False, False) for o in outs)),
        "opted_out_by_reply": either(F, *(both(stands(o, channel=False), same(get(o, "via"), "stop_reply")) for o in outs)),
        "honoured": honoured(lambda t: a.t > t),
        "honoured_in_time": honoured(lambda t: today > day(t) + timedelta(days=10), channel=False),
        "honoured_in_hours": honoured(lambda t: a.t > t + timedelta(hours=24)),
        "honoured_in_business_days": honoured(lambda t: today > business(day(t), 3)),
        "honoured_for_a_time": honoured(
            lambda t: today > day(t) + timedelta(days=1) and today <= shift_months(day(t), 12), channel=False, purpose=False),
    }


def written(row):
    shown = {}
    for key, value in row.items():
        if value is U:
            continue
        shown[key] = None if value is None_ else stamp(value) if hasattr(value, "utcoffset") else value
    return shown


def contact(consents, outs):
    facts = {"id": "c", "phone": PHONE, "time_zone": ZONE}
    for key, rows in (("consents", consents), ("opt_outs", outs)):
        if rows is not U:
            facts[key] = [written(row) for row in rows]
    return [facts]


def given(**more):
    return {"channel": "sms", "purpose": "marketing", "level": "express", "sender": "Acme", "granted_at": NOON - timedelta(days=30),
            "renewed_at": None_, "double_opt_in": False, **more}


def out(**more):
    return {"channel": "sms", "purpose": "marketing", "at": NOON - timedelta(days=5), "via": "stop_reply", **more}


def cases():
    family = Family("consent", "11")

    def add(name, why, consents, outs=(), a=None, section=None, extra=None):
        a = a or Attempt()
        outs = outs if outs is U else list(outs)
        expect = {**consent_verdicts(consents, a, outs), **opt_out_verdicts(outs, a, consents), **(extra or {})}
        family.add(name, why, expect, section=section, plan=a.plan(), contacts=contact(consents, outs))

    for channel in CHANNELS + ["any"]:
        for of_step in CHANNELS[:6]:
            add(
                f"channel-{channel}-for-{of_step}", f"A consent for {channel}, and a step by {of_step}. There are no families of channels; `any` "
                "covers all but email, and not with `exactly`; a channel named in the rule is asked for whatever the step is.",
                [given(channel=channel)], a=Attempt(channel=of_step))
    for word in LEVELS:
        add(f"level-{word}", "Levels rise: implied, presumed, express, written; a higher one serves for a lower.", [given(level=word)])
    for purpose in ("marketing", "service", "any"):
        for of_plan in ("marketing", "transactional"):
            add(
                f"purpose-{purpose}-for-{of_plan}", "A consent's purpose equals the plan's, or is `any` where `exactly` is not written.",
                [given(purpose=purpose)], a=Attempt(purpose=of_plan))
    for sender in ("Acme", "ours", "any", "Other", U):
        add(
            f"sender-{sender or 'unknown'}", "A consent names the sender by its name, by `ours`, or not with `any`.", [given(sender=sender)])
    singles(family, add)
    opt_outs(family, add)
    mixtures(add)
    return family


def singles(family, add):
    day = timedelta(days=1)
    for name, more in {
        "granted-now": {"granted_at": NOON}, "granted-later": {"granted_at": NOON + MS}, "granted-none": {"granted_at": None_},
        "granted-unknown": {"granted_at": U}, "expires-now": {"expires_at": NOON}, "expires-later": {"expires_at": NOON + MS},
        "withdrawn-now": {"withdrawn_at": NOON}, "withdrawn-later": {"withdrawn_at": NOON + MS}, "withdrawn-none": {"withdrawn_at": None_},
        "level-unknown": {"level": U}, "channel-unknown": {"channel": U}, "purpose-unknown": {"purpose": U},
        "two-years": {"granted_at": at("2024-03-02T00:00:00", ZONE)}, "two-years-a-day": {"granted_at": at("2024-03-01T23:59:00", ZONE)},
        "renewed": {"granted_at": NOON - 2000 * day, "renewed_at": at("2024-03-02T08:00:00", ZONE)},
        "renewed-long-ago": {"granted_at": NOON - 2000 * day, "renewed_at": at("2024-03-01T08:00:00", ZONE)},
        "renewed-later": {"granted_at": NOON - 2000 * day, "renewed_at": NOON + MS},
        "renewed-unknown": {"granted_at": NOON - 2000 * day, "renewed_at": U}, "renewed-unknown-and-recent": {"renewed_at": U},
        "confirmed": {"double_opt_in": True}, "confirmed-unknown": {"double_opt_in": U},
    }.items():
        add(
            f"time-{name}", "A consent is in force from its own instant on, up to the instant of its end, which is out; a term of days ends "
            "with its last day; what is unknown of the only consent may go either way.", [given(**more)], section="10" if "now" in name else None)
    add("none", "No consent at all.", [])
    add("unknown", "Nobody knows which consents there are.", U)
    add("opt-outs-unknown", "Whether an opt-out ended the consent is unknown, and so is whether it was withdrawn.", [given()], outs=U)
    add(
        "opt-outs-unknown-expired", "What is unknown of the end of a consent that is over anyway does not matter.",
        [given(expires_at=NOON - day)], outs=U)
    add(
        "not-one", "One and the same consent must meet all parts: the one has the channel, the other the purpose.",
        [given(purpose="service"), given(channel="voice")])
    add("one-of-two", "One that meets all parts suffices.", [given(level="implied"), given(channel="email"), given()])
    technology(family)
    numbers(family)
    times(family)


def technology(family):
    for name, consent_has, attempt_has, value in [
        ("absent-any", U, ["prerecorded"], T), ("same", ["prerecorded"], ["prerecorded"], T), ("more", ["prerecorded", "ai_agent"], ["prerecorded"], T),
        ("less", ["prerecorded"], ["prerecorded", "ai_agent"], F), ("other", ["ai_agent"], ["prerecorded"], F), ("manual", ["ai_agent"], [], T),
        ("of-manual", [], ["prerecorded"], F), ("unknown", ["ai_agent"], U, U), ("any-of-unknown", "any", U, T),
    ]:
        row = given()
        if consent_has is not U:
            row["technology"] = consent_has
        family.add(
            f"technology-{name}", "The consent's set includes the attempt's, or is `any`, which it is where it is not given; an empty set is by hand.",
            {"technology": value}, plan=Attempt(technology=attempt_has).plan(), contacts=contact([row], []))


def numbers(family):
    for name, number, value, exact in [("same", PHONE, T, T), ("any", "any", T, F), ("other", "+12125550143", F, F), ("unknown", U, U, U)]:
        family.add(
            f"number-{name}", "A consent is for this number, or for any.", {"number": value, "exact_number": exact},
            plan=Attempt().plan(), contacts=contact([given(number=number)], []))


def times(family):
    span = {"from": "09:00", "to": "12:00"}
    for name, ranges, text, value in [
        ("in", [span], "2026-03-02T09:00:00", T), ("end", [span], "2026-03-02T12:00:00", F),
        ("day", [{**span, "days": ["monday"]}], "2026-03-02T10:00:00", T), ("other-day", [{**span, "days": ["tuesday"]}], "2026-03-02T10:00:00", F),
        ("second", [span, {"from": "18:00", "to": "20:00"}], "2026-03-02T19:59:59", T), ("none", [], "2026-03-02T10:00:00", F),
        ("unknown", U, "2026-03-02T10:00:00", U),
    ]:
        family.add(
            f"times-{name}", "The attempt falls into one of the local spans of time consented to, its start in, its end out; without days every day.",
            {"in_its_times": value}, plan=Attempt(at(text, ZONE)).plan(), contacts=contact([given(times=ranges)], []))


def opt_outs(family, add):
    for channel in ("sms", "voice", "any", "email", U):
        for purpose in ("marketing", "service", "any", U):
            add(
                f"opt-out-{channel or 'unknown'}-{purpose or 'unknown'}",
                "An opt-out matches the attempt if its channel and purpose are the attempt's or `any`; then it ends a consent that is not younger, "
                "and stands.", [given()], [out(channel=channel, purpose=purpose)], section="12")
    day, hour = timedelta(days=1), timedelta(hours=1)
    for name, moment in {
        "now": NOON, "later": NOON + MS, "ms": NOON - MS, "24h": NOON - 24 * hour, "24h-ms": NOON - 24 * hour - MS,
        "10-days": at("2026-02-20T00:00:00", ZONE), "10-days-over": at("2026-02-19T23:59:59", ZONE),
        "3-business-days": at("2026-02-25T00:00:00", ZONE), "3-business-days-over": at("2026-02-24T23:59:59", ZONE),
        "1-day": at("2026-03-01T00:00:00", ZONE), "1-day-over": at("2026-02-28T23:59:59", ZONE),
        "1-year": at("2025-03-02T00:00:00", ZONE), "1-year-over": at("2025-03-01T23:59:59", ZONE), "unknown": U,
    }.items():
        add(
            f"honour-{name}", "`honour opt-outs within D` fails once the attempt is later than D after a standing opt-out, until D2 is over where "
            "that is written; the consent has ended at once.", [given(granted_at=NOON - 900 * day)], [out(at=moment, via="spoken")], section="12")
    for name, more in {
        "express": {}, "implied": {"level": "implied"}, "presumed": {"level": "presumed"}, "written": {"level": "written"},
        "any-channel": {"channel": "any"}, "any-purpose": {"purpose": "any"}, "other-channel": {"channel": "voice"},
        "same-instant": {"granted_at": NOON - 5 * day}, "a-ms-later": {"granted_at": NOON - 5 * day + MS},
        "expired": {"expires_at": NOON - hour}, "not-yet": {"granted_at": NOON + hour}, "level-unknown": {"level": U}, "time-unknown": {"granted_at": U},
    }.items():
        add(
            f"lift-{name}", "A standing opt-out is lifted by a later consent of level express or written, in force, for exactly this channel and "
            "purpose; at equal instants the opt-out beats the consent.", [given(**{"granted_at": NOON - day, **more})],
            [out(channel="any", purpose="any")], section="12")
    add(
        "lift-and-again", "A second opt-out ends the consent that lifted the first, so both stand.", [given(granted_at=NOON - 3 * day)],
        [out(), out(at=NOON - day)], section="12")
    # Withdrawals that take effect later: five business days from Monday 23 February end with Monday 2 March.
    for name, withdrawn, value in [
        ("fifth-day", at("2026-02-23T08:00:00", ZONE), T), ("sixth-day", at("2026-02-20T20:00:00", ZONE), F), ("weekend", at("2026-02-21T08:00:00", ZONE), F),
        ("future", NOON + hour, T), ("none", None_, T),
    ]:
        family.add(
            f"runs-on-{name}", "`withdrawal takes effect after 5 business days`: the consent holds to the end of the fifth business day after it was "
            "withdrawn. Monday 2 March is the fifth after Monday 23 February, the sixth after Friday 20 and Saturday 21 is followed by five up to Friday 27.",
            {"runs_on": value, "implied": T if name in ("future", "none") else F}, plan=Attempt().plan(),
            contacts=contact([given(withdrawn_at=withdrawn)], []))


def mixtures(add):
    dice = random.Random(11)
    times = [timedelta(days=d) for d in (1, 5, 20, 40, 700, 740)]

    def maybe(row):
        return {key: U if dice.randrange(12) == 0 else value for key, value in row.items()}

    for number in range(40):
        consents = [
            maybe(given(
                channel=dice.choice(["sms", "sms", "any", "voice"]), purpose=dice.choice(["marketing", "any", "service"]), level=dice.choice(LEVELS),
                granted_at=NOON - dice.choice(times), renewed_at=dice.choice([None_, NOON - dice.choice(times)])))
            for _ in range(dice.randrange(0, 4))]
        outs = [
            maybe(out(
                channel=dice.choice(["sms", "any", "voice"]), purpose=dice.choice(["marketing", "any", "service"]), at=NOON - dice.choice(times),
                via=dice.choice(["stop_reply", "spoken"])))
            for _ in range(dice.randrange(0, 3))]
        add(
            f"mixed-{number:02d}", f"{len(consents)} consents and {len(outs)} opt-outs, of which some fields are unknown.",
            consents, U if dice.randrange(10) == 0 else outs, section="12")
