"""Schedules on the recipient's clock: edges, weeks, holidays, and the nights in which clocks change."""
from datetime import date, timedelta

from common import F, MS, T, U, Family, at, local, step

ZONES = ["America/New_York", "Europe/London", "Australia/Lord_Howe", "Asia/Kathmandu", "America/St_Johns"]
# The first instants of a new offset, from the IANA database: New York 8 March and 1 November at 2:00, London 29 March and 25 October at
# 1:00 UTC, Lord Howe (half an hour) 5 April and 4 October.
CHANGES = [
    ("America/New_York", "2026-03-08T07:00:00"), ("America/New_York", "2026-11-01T06:00:00"),
    ("Europe/London", "2026-03-29T01:00:00"), ("Europe/London", "2026-10-25T01:00:00"),
    ("Australia/Lord_Howe", "2026-04-04T15:00:00"), ("Australia/Lord_Howe", "2026-10-03T15:30:00"),
]


def minutes(text):
    hour, minute = text.split(":")
    return (int(hour) * 60 + int(minute)) * 60_000


def reading(moment, zone):
    clock = local(moment, zone)
    return clock.date(), ((clock.hour * 60 + clock.minute) * 60 + clock.second) * 1000 + clock.microsecond // 1000


def inside(time, *spans):
    return any(minutes(a) <= time < minutes(b) for a, b in spans)


def weekly(day, time):
    if day.weekday() < 5:
        return inside(time, ("09:00", "12:00"), ("13:00", "18:00"))
    return day.weekday() == 5 and inside(time, ("10:00", "14:00"))


OFF = {date(2026, 5, 1), date(2026, 5, 5)}


def days_off(day, time, saturday=True):
    if day in OFF:
        return False
    if day + timedelta(days=1) in OFF:
        return inside(time, ("10:00", "12:00"))
    if day.weekday() < 5:
        return inside(time, ("09:00", "20:00"))
    return saturday and day.weekday() == 5 and inside(time, ("10:00", "19:00"))


def verdicts(moment, zone):
    day, time = reading(moment, zone)
    of_week = day.weekday()
    chicago = reading(moment, "America/Chicago")[1]
    return {
        "daytime": inside(time, ("08:00", "20:00")),
        "night": inside(time, ("00:30", "02:30")),
        "late": inside(time, ("22:00", "24:00")),
        "split": inside(time, ("08:00", "12:00"), ("13:00", "18:00")),
        "weekly": weekly(day, time),
        "over_the_weekend": of_week in (5, 6, 0) and inside(time, ("10:00", "12:00")),
        "unnamed": of_week in (0, 2) and inside(time, ("10:00", "12:00")),
        "rest_of_week": inside(time, ("14:00", "16:00") if of_week == 6 else ("10:00", "12:00")),
        "in_two_clauses": inside(time, ("09:00", "10:00")) if of_week < 5 else of_week == 5 and inside(time, ("09:00", "11:00")),
        "in_chicago": inside(chicago, ("08:00", "20:00")),
        "with_days_off": days_off(day, time),
        "both_schedules": days_off(day, time, saturday=False) and of_week != 6,
    }


def cases():
    family = Family("hours", "10")
    contact = lambda zone: {"id": "c", "time_zone": zone}

    def add(name, moment, zone, why, section=None):
        day, time = reading(moment, zone)
        family.add(
            name, f"There it is {day} {time // 3600000:02d}:{time // 60000 % 60:02d}:{time % 60000 / 1000:06.3f}, a {day:%A}. {why}",
            verdicts(moment, zone), section=section, plan=step(moment), contacts=[contact(zone)])

    for zone in ZONES:
        for edge in ("08:00", "12:00", "20:00"):
            moment = at(f"2026-03-02T{edge}:00", zone)
            for name, instant in (("at", moment), ("before", moment - MS)):
                add(
                    f"edge-{zone.split('/')[1].lower()}-{edge[:2]}-{name}", instant, zone,
                    "The start of a span belongs to it, its end does not.")
    for day in range(7):
        for time in ("09:59", "10:30", "13:30", "15:00", "22:30"):
            add(
                f"week-{day}-{time.replace(':', '')}", at(f"2026-03-{2 + day:02d}T{time}:00", "Europe/Paris"), "Europe/Paris",
                "Weekdays that are named beat every day; days that are not named are closed.")
    for day in range(29, 37):
        shown = date(2026, 4, 29) + timedelta(days=day - 29)
        for time in ("09:30", "11:30", "12:00"):
            add(
                f"holidays-{shown:%m%d}-{time.replace(':', '')}", at(f"{shown}T{time}:00", "Europe/Rome"), "Europe/Rome",
                "A holiday beats the eve of one, an eve beats the weekday; 1 May is a Friday and 5 May a Tuesday.")
    for zone, text in CHANGES:
        change = at(text)
        for shift in (-90, -60, -30, -15, 0, 15, 30, 60, 90):
            moment = change + timedelta(minutes=shift)
            add(
                f"change-{zone.split('/')[1].lower()}-{change:%m%d}-{shift:+d}", moment, zone,
                f"The clock changes {abs(shift)} minutes {'later' if shift < 0 else 'earlier'}. An instant has one local reading: an hour that "
                "occurs twice is in or out twice, one that does not occur is neither.", section="6")
        add(
            f"change-{zone.split('/')[1].lower()}-{change:%m%d}-ms", change - MS, zone,
            "The last millisecond of the old offset.", section="6")
    several(family)
    return family


def several(family):
    """Several possible clocks: ok if all are, fail if none is, else unproven."""
    facts = {
        # The panhandle: Eastern and Central.
        "number": {"id": "c", "phone": "+18505550142"},
        "declared": {"id": "c", "phone": "+18505550142", "time_zone": "America/Chicago"},
        # A declared zone and a number that contradict each other count both.
        "conflict": {"id": "c", "phone": "+12125550142", "time_zone": "America/Chicago"},
    }
    eastern, central = "America/New_York", "America/Chicago"
    zones = {"number": [eastern, central], "declared": [central], "conflict": [eastern, central]}
    for kind, contact in facts.items():
        for text in ("07:30", "08:30", "19:30", "20:30", "21:30"):
            moment = at(f"2026-03-02T{text}:00", eastern)
            found = [verdicts(moment, zone)["daytime"] for zone in zones[kind]]
            value = T if all(found) else F if not any(found) else U
            expected = {"rule": "acme.daytime", "verdict": {T: "pass", F: "fail", U: "unproven"}[value]}
            if value is U:
                expected["missing"] = ["contact.time_zone"]
            family.add(
                f"clocks-{kind}-{text.replace(':', '')}",
                f"It is {text} in New York and an hour earlier in Chicago; possible are {' and '.join(zones[kind])}. A rule passes if it does on "
                "every possible clock, fails if it does on every one, and is unproven otherwise.",
                [expected], section="3", plan=step(moment), contacts=[contact])
    # Nothing known: every zone there is.
    family.add(
        "clocks-none", "Without any evidence every clock of the world is possible; at no instant is it day on all of them, or night.",
        [{"rule": "acme.daytime", "verdict": "unproven", "missing": ["contact.time_zone"]}], section="3",
        plan=step(at("2026-03-02T12:00:00")), contacts=[{"id": "c"}])
    family.add(
        "clocks-correlate",
        "A rule is judged on one clock at a time: on Eastern time it is Sunday 00:30, on Central time Saturday 23:30, and each clock "
        "meets just one of the two schedules that the rule forbids together.",
        [{"rule": "acme.never_both", "verdict": "pass"}], section="3",
        policy='edition 1\npolicy acme "Clocks" covers everyone\nrule never_both "Not Sunday at half past eleven at night" '
        '{ forbid early_sunday and before_midnight }\ndefine early_sunday = hours sunday 00:00 to 06:00\n'
        'define before_midnight = hours 23:00 to 24:00\n',
        plan=step(at("2026-03-01T05:30:00")), contacts=[{"id": "c", "phone": "+18505550142"}])
