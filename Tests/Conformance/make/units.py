"""Instants, dates, and what lies within a term: hours measure instants, days measure dates of the recipient's clock."""
from datetime import date, datetime, timedelta

from common import F, MS, T, U, Family, at, both, local, negate, shift_months, stamp, step

HOLIDAYS = {date(2026, 5, 1), date(2026, 5, 4), date(2027, 5, 1), date(2027, 5, 3)}


def is_business(day):
    return day.weekday() < 5 and day not in HOLIDAYS


def after(day, months=0, days=0, business=0):
    """The last day of a term that begins with a day."""
    end = shift_months(day, months) + timedelta(days=days)
    while business:
        end += timedelta(days=1)
        business -= is_business(end)
    return end


def first_of(day, zone):
    return at(f"{day}T00:00:00", zone)


class Moment:
    """An instant, or a day of which the instant is not known."""

    def __init__(self, value, zone):
        self.value, self.zone = value, zone
        self.is_date = not isinstance(value, datetime)
        self.day = value if self.is_date else local(value, zone).date()
        if self.is_date:
            self.low = first_of(value, zone)
            self.high = first_of(value + timedelta(days=1), zone) - MS
        else:
            self.low = self.high = value

    @property
    def written(self):
        return self.value.isoformat() if self.is_date else stamp(self.value)


def before(a, b):
    if a.is_date and b.is_date:
        return a.day < b.day or (U if a.day == b.day else F)
    return T if a.high < b.low else F if a.low >= b.high else U


def not_after(a, b):
    return negate(before(b, a))


def within_exact(a, b, length):
    """a <= b <= a + length."""
    return both(
        T if a.high <= b.low else F if a.low > b.high else U,
        T if b.high <= a.low + length else F if b.low > a.high + length else U)


def within_days(a, b, **term):
    """a <= b, a comparison of instants, and date(b) <= date(a) + term, one of days."""
    return both(not_after(a, b), b.day <= after(a.day, **term))


def verdicts(engaged, attempt):
    hours = lambda n: timedelta(hours=n)
    week = lambda m: m.day - timedelta(days=m.day.weekday())
    return {
        "after_seconds": within_exact(engaged, attempt, timedelta(seconds=45)),
        "after_minutes": within_exact(engaged, attempt, timedelta(minutes=90)),
        "after_hours": within_exact(engaged, attempt, hours(24)),
        "after_day": within_days(engaged, attempt, days=1),
        "after_weeks": within_days(engaged, attempt, days=14),
        "after_month": within_days(engaged, attempt, months=1),
        "after_mixed": within_days(engaged, attempt, months=1, days=1),
        "after_year": within_days(engaged, attempt, months=12),
        "after_business": within_days(engaged, attempt, business=3),
        "after_all": before(engaged, attempt),
        "up_to_now": not_after(engaged, attempt),
        "same_day": engaged.day == attempt.day,
        "same_week": week(engaged) == week(attempt),
        "same_month": (engaged.day.year, engaged.day.month) == (attempt.day.year, attempt.day.month),
        "known_none": F, "known_some": T,
    }


WHY = ("Hours count milliseconds, both ends included; days, weeks, months and years count dates of the recipient's clock, a month later being "
       "clipped to the month's last day; business days skip weekends and 1 and 4 May.")


def cases():
    family = Family("units", "7")

    def add(name, zone, engaged, attempt, why=WHY, section=None):
        a, b = Moment(engaged, zone), Moment(attempt, zone)
        family.add(
            name, f"From {a.written} to {b.written} in {zone}. {why}", verdicts(a, b), section=section,
            plan=step(attempt), contacts=[{"id": "c", "time_zone": zone, "last_engaged_at": a.written}])

    base = at("2026-03-02T10:00:00", "America/New_York")
    for name, shift in [
        ("same", timedelta(0)), ("later", MS), ("earlier", -MS), ("45s", timedelta(seconds=45)), ("45s-ms", timedelta(seconds=45) + MS),
        ("90min", timedelta(minutes=90)), ("90min-ms", timedelta(minutes=90) + MS), ("24h", timedelta(hours=24)),
        ("24h-ms", timedelta(hours=24) + MS),
    ]:
        add(f"exact-{name}", "America/New_York", base, base + shift)
    # Days end with the day, whatever the hour.
    for text in ("2026-03-03T23:59:59.999", "2026-03-04T00:00:00", "2026-03-05T23:59:59.999", "2026-03-06T00:00:00",
                 "2026-03-16T23:59:59.999", "2026-03-17T00:00:00", "2026-04-02T23:59:59.999", "2026-04-03T00:00:00",
                 "2026-04-04T00:00:00", "2027-03-02T23:59:59.999", "2027-03-03T00:00:00"):
        add(f"days-{text[2:10]}-{text[11:13]}", "America/New_York", base, at(text, "America/New_York"))
    # Clipped months, and a leap year.
    for start, ends in [
        ("2026-01-31", ("2026-02-28", "2026-03-01", "2026-03-02")), ("2027-12-31", ("2028-01-31", "2028-02-01")),
        ("2028-01-30", ("2028-02-29", "2028-03-01")), ("2028-02-29", ("2029-02-28", "2029-03-01")),
    ]:
        for end in ends:
            add(
                f"clipped-{start[2:]}-{end[2:]}", "Europe/Paris", at(f"{start}T12:00:00", "Europe/Paris"), at(f"{end}T23:59:00", "Europe/Paris"))
    # Business days over a weekend and two holidays.
    for start, ends in [
        ("2026-03-05", ("2026-03-10", "2026-03-11")), ("2026-03-07", ("2026-03-11", "2026-03-12")),
        ("2026-04-29", ("2026-05-06", "2026-05-07")), ("2026-04-30", ("2026-05-07", "2026-05-08")),
        ("2026-05-01", ("2026-05-07", "2026-05-08")),
    ]:
        for end in ends:
            add(
                f"business-{start[5:]}-{end[5:]}", "Europe/Rome", at(f"{start}T09:00:00", "Europe/Rome"), at(f"{end}T22:00:00", "Europe/Rome"))
    # Days of 23 and 25 hours.
    for zone, day in (("America/New_York", "2026-03-07"), ("America/New_York", "2026-10-31"), ("Europe/London", "2026-03-28"),
                      ("Europe/London", "2026-10-24"), ("Australia/Lord_Howe", "2026-04-04")):
        start = at(f"{day}T10:00:00", zone)
        for hours in (23, 24, 25):
            add(
                f"change-{zone.split('/')[1].lower()}-{day[5:]}-{hours}h", zone, start, start + timedelta(hours=hours),
                "The clock changes in the night between. " + WHY, section="6")
    # The same two instants on clocks on either side of the date line.
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago", "Asia/Kathmandu"):
        add(f"line-{zone.split('/')[1].lower()}", zone, at("2026-03-02T09:30:00"), at("2026-03-03T10:30:00"))
    # Days as facts.
    for text in ("2026-03-02T00:00:00", "2026-03-02T12:00:00", "2026-03-03T00:00:00", "2026-03-03T11:59:00", "2026-03-04T00:00:00", "2026-03-01T23:59:00"):
        add(
            f"date-{text[8:10]}-{text[11:13]}", "Europe/London", date(2026, 3, 2), at(text, "Europe/London"),
            "A day where an instant is meant is some instant of that day: a comparison of instants is true if it is for all of them, false "
            "if for none, else unknown; one in days uses the day. That a term of days has begun is one of instants, that it is not over one of days.", section="8")
    others(family)
    return family


def others(family):
    zone = "America/New_York"
    contact = lambda **facts: [{"id": "c", "time_zone": zone, **facts}]
    noon = at("2026-03-09T12:00:00", zone)
    for name, verified in [("same", 0), ("23h", 23), ("24h", 24), ("25h", 25), ("37h", 37), ("after", -1)]:
        a, b = Moment(noon - timedelta(hours=verified), zone), Moment(noon, zone)
        family.add(
            f"before-{name}", f"{a.written} against the term that ends with {b.written}; clocks changed on 8 March at two. `A within D before B` "
            "is A <= B <= A + D, in days date(B) <= date(A) + D.",
            {"before_day": within_days(a, b, days=1), "before_hours": within_exact(a, b, timedelta(hours=24))},
            plan=step(noon), contacts=contact(verified_at=a.written, last_engaged_at=b.written))
    day = timedelta(days=1)
    for name, engaged, verified, latest, earliest in [
        ("both", noon - day, noon - 3 * day, T, F), ("none-and-time", noon - day, "none", T, T), ("both-none", "none", "none", F, F),
        ("unknown-and-recent", noon - day, None, U, U), ("unknown-and-old", noon - 3 * day, None, U, F), ("unknown-and-none", None, "none", U, U),
        ("future", noon + day, noon - day, F, T),
    ]:
        facts = {}
        for key, value in (("last_engaged_at", engaged), ("verified_at", verified)):
            if value == "none":
                facts[key] = None
            elif value is not None:
                facts[key] = stamp(value)
        family.add(
            f"later-earlier-{name}",
            "The later of a known and an unknown time is some time from the known one on, the earlier some time up to it; none is left out; "
            "if all are none, so is the result, and nothing is within a term of none.",
            {"at_the_latest": latest, "at_the_earliest": earliest}, section="9", plan=step(noon), contacts=contact(**facts))
    start = at("2026-03-07T10:00:00", zone)
    for name, moment, days, hours, back in [
        ("day-1", start + timedelta(hours=23), T, T, T), ("wall-2", start + timedelta(hours=47) - MS, T, T, F),
        ("wall-2-end", start + timedelta(hours=47), F, T, F), ("48h", start + timedelta(hours=48), F, F, F),
        ("24h", start + timedelta(hours=24), T, T, F), ("24h-ms", start + timedelta(hours=24) - MS, T, T, T),
    ]:
        family.add(
            f"sum-{name}", "A time moved by days keeps its local time of day (the second day has 23 hours), one moved by hours does not. "
            "Before is strict.",
            {"moved": days, "moved_hours": hours, "moved_back": back}, section="7", plan=step(moment),
            contacts=contact(last_engaged_at=stamp(start)))
    names = ["after_hours", "after_day", "after_business", "after_all", "up_to_now", "same_day", "moved", "known_none", "known_some"]
    family.add(
        "unknown", "A time that was not given decides nothing, not even whether there is one.", {name: U for name in names},
        section="B", plan=step(noon), contacts=contact())
    family.add(
        "none", "Order and terms are false of none; so what forbids what comes after finds nothing. `is none` tests it.",
        {**{name: F for name in names}, "up_to_now": T, "known_none": T}, section="9", plan=step(noon), contacts=contact(last_engaged_at=None))
