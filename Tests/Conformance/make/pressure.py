"""Pauses, answers, retention, and rules of the whole list."""
from datetime import timedelta

from common import F, MS, T, U, Family, at, stamp, step

ZONE = "America/New_York"
NOON = at("2026-03-09T12:00:00", ZONE)
DAY, HOUR = timedelta(days=1), timedelta(hours=1)


def cases():
    family = Family("pressure", "10")

    def add(name, why, expect, section=None, programme=None, contacts=None, **facts):
        parts = {"programme": programme} if programme else {}
        family.add(
            name, why, expect, section=section, plan=step(NOON), contacts=contacts or [{"id": "c", "time_zone": ZONE, **facts}], **parts)

    call = lambda moment, **more: {"at": stamp(moment), "channel": "voice", "outcome": "answered", **more}
    # 24 hours of instants; two days keep the local time of day, and the night of 8 March has 23 hours.
    two_days = at("2026-03-07T12:00:00", ZONE)
    for name, moment, hours, days in [
        ("now", NOON, F, F), ("later", NOON + MS, T, T), ("24h", NOON - 24 * HOUR, T, F), ("24h-ms", NOON - 24 * HOUR + MS, F, F),
        ("2-days", two_days, T, T), ("2-days-ms", two_days + MS, T, F), ("47h", NOON - 47 * HOUR, T, T),
    ]:
        add(f"pause-{name}", "`pause D after T` forbids [T, T + D): from the event's own instant, its end out; days keep the time of day.",
            {"pause_hours": hours, "pause_days": days}, history=[call(moment)])
    add("pause-latest", "It counts from the latest row that meets the condition.", {"pause_hours": F, "pause_rows": T},
        history=[call(NOON - HOUR), call(NOON - 90 * HOUR), call(NOON - MS, channel="sms")])
    for name, rows, week, ever in [
        ("refused", [call(NOON - 6 * DAY, outcome="refused")], F, T), ("refused-long-ago", [call(NOON - 8 * DAY, outcome="refused")], T, T),
        ("complained", [call(NOON - 900 * DAY, outcome="complained")], T, F), ("complained-later", [call(NOON + DAY, outcome="complained")], T, T),
        ("perhaps", [{"at": stamp(NOON - DAY), "channel": "voice"}], U, U), ("empty", [], T, T),
    ]:
        add(f"rows-{name}", "Each row that meets the condition begins a pause of its own, without end where `forever` is written.",
            {"pause_rows": week, "forever": ever}, history=rows)
    for name, ended, value in [("past", NOON - 900 * DAY, F), ("now", NOON, F), ("later", NOON + MS, T), ("none", None, T)]:
        add(f"ended-{name}", "From its own instant on; nothing begins with none.", {"forever_ended": value},
            relationship={"ended_at": None if ended is None else stamp(ended)})
    inbound = lambda moment: {"at": stamp(moment), "channel": "voice", "direction": "inbound"}
    for name, rows, inquiry, value in [
        ("call", [inbound(NOON - HOUR)], None, T), ("24h", [inbound(NOON - 24 * HOUR)], None, T), ("24h-ms", [inbound(NOON - 24 * HOUR - MS)], None, F),
        ("answered-since", [inbound(NOON - 3 * HOUR), call(NOON - HOUR)], None, F), ("answered-before", [call(NOON - 4 * HOUR), inbound(NOON - 3 * HOUR)], None, T),
        ("same-instant", [inbound(NOON - HOUR), call(NOON - HOUR)], None, F), ("inquiry", [], NOON - HOUR, T), ("inquiry-old", [], NOON - 25 * HOUR, F),
        ("inquiry-answered", [call(NOON - MS)], NOON - HOUR, F), ("nothing", [], None, F),
    ]:
        add(f"answers-{name}", "The person came to us within 24 hours, both ends included, and nothing went out since.", {"answers": value}, section="13",
            history=rows, relationship={"last_inquiry_at": None if inquiry is None else stamp(inquiry)})
    add("answers-unknown", "Nobody knows whether the person came.", {"answers": U}, section="13")
    retention(add)
    lists(add)
    return family


def retention(add):
    schedule = lambda **more: {"retention": [{"data": "contacts", "keep_for": "24 months", "after": "last_engaged", "then": "delete", "automatic": True, **more},
                                             {"data": "consent_evidence", "keep_for": "5 years", "after": "last_use", "then": "delete", "automatic": True}]}
    for name, engaged, value in [("in-time", "2024-03-09T00:00:00-05:00", T), ("too-old", "2024-03-08T23:59:59-05:00", F), ("recent", "2026-03-01T00:00:00-05:00", T)]:
        add(f"erase-{name}", "A contact in the file is not older than the term, whose last day counts whole, and the schedule deletes it by then.",
            {"erase_contact": value, "keep_evidence": T}, section="18", programme=schedule(), last_engaged_at=engaged)
    for name, more, value in [("longer", {"keep_for": "25 months"}, F), ("shorter", {"keep_for": "1 month"}, T), ("by-hand", {"automatic": False}, F),
                              ("endless", {"keep_for": None}, F)]:
        add(f"schedule-{name}", "A schedule that keeps longer, or not by itself, is none.", {"erase_contact": value}, section="18", programme=schedule(**more),
            last_engaged_at="2026-03-01T00:00:00-05:00")
    for name, period, value in [("5-years", "5 years", T), ("60-months", "60 months", T), ("4-years", "4 years", F), ("endless", None, T)]:
        add(f"keep-{name}", "A schedule keeps it at least so long; without end is longer than any term.", {"keep_evidence": value}, section="18",
            programme={"retention": [{"data": "consent_evidence", "keep_for": period, "after": "last_use", "then": "delete", "automatic": True}]})
    add("keep-unknown", "Nothing is known of the programme.", {"keep_evidence": U}, section="18")


def lists(add):
    number = "+1212555{:04d}".format
    good = lambda n, **more: {"id": f"c{n}", "phone": number(100 + n), "minor": False, **more}
    bad = {"id": "bad", "phone": "+1212", "minor": False}

    def of_list(name, why, contacts, **expect):
        add(f"list-{name}", why, [{"list": f"acme.{rule}", "verdict": word} for rule, word in expect.items()], section="14", contacts=contacts)

    of_list("good", "Nobody's number is invalid.", [good(n) for n in range(10)], few_invalid="pass", few_minors="pass", no_duplicates="pass")
    of_list("one-in-fifty", "One in fifty is two in a hundred.", [good(n) for n in range(49)] + [bad], few_invalid="pass")
    of_list("one-in-49", "One in 49 is more.", [good(n) for n in range(48)] + [bad], few_invalid="fail")
    of_list("half", "Half is at most half.", [good(0), good(1, minor=True)], few_minors="pass")
    of_list("most", "Two of three are more.", [good(0), good(1, minor=True), good(2, minor=True)], few_minors="fail")
    unknown = {key: value for key, value in good(2).items() if key != "minor"}
    of_list("unknown", "One of two, or two of three, or one of three: not decided.", [good(0), good(1, minor=True), unknown], few_minors="unproven")
    of_list("unknown-settled", "At most two of four are minors, whatever is unknown of one.", [good(0), good(1, minor=True), unknown, good(3)], few_minors="pass")
    of_list("twice", "One number twice is repeated.", [good(0), good(1), {**good(2), "phone": number(100)}], no_duplicates="fail")
