"""Days by rule, found by Python's calendar and the tables of Easter that the churches publish."""
from datetime import date, timedelta

from common import F, T, U, Family, at, step

# Western and orthodox Easter Sunday.
EASTER = {2025: date(2025, 4, 20), 2026: date(2026, 4, 5), 2027: date(2027, 3, 28), 2028: date(2028, 4, 16)}
ORTHODOX = {2025: date(2025, 4, 20), 2026: date(2026, 4, 12), 2027: date(2027, 5, 2), 2028: date(2028, 4, 16)}
DAY = timedelta(days=1)


def of_month(year, month, weekday, n):
    """The nth such weekday of a month, the last for -1; none if there are fewer."""
    days = [date(year, month, d) for d in range(1, 32) if valid(year, month, d) and date(year, month, d).weekday() == weekday]
    return days[n] if n < len(days) else None


def valid(year, month, day):
    try:
        return bool(date(year, month, day))
    except ValueError:
        return False


def toward(day, weekday, by):
    while day.weekday() != weekday:
        day += by
    return day


def days(year):
    easter = EASTER[year]
    fourth, fifteenth, november = date(year, 7, 4), date(year, 8, 15), date(year, 11, 1)
    nearest = fourth - DAY if fourth.weekday() == 5 else fourth + DAY if fourth.weekday() == 6 else fourth
    to_monday = fifteenth if fifteenth.weekday() < 5 else toward(fifteenth, 0, DAY)
    christmas, boxing, king = date(year, 12, 25), date(year, 12, 26), date(year, 4, 26)
    taken = {christmas, boxing}
    for day in (christmas, boxing):
        if day.weekday() >= 5:
            other = day + DAY
            while other.weekday() >= 5 or other in taken:
                other += DAY
            taken.add(other)
    return {
        "off_fixed": {date(year, 5, 1)} | ({date(year, 2, 29)} if valid(year, 2, 29) else set()),
        "off_nth": {of_month(year, 9, 0, 0), of_month(year, 11, 3, 3), of_month(year, 1, 4, 4), of_month(year, 5, 0, -1)},
        "off_near": {toward(date(year, 5, 24), 0, -DAY), toward(date(year, 6, 20), 5, DAY)},
        "off_easter": {easter - 2 * DAY, easter + DAY, easter + 49 * DAY, ORTHODOX[year]},
        "off_moved": {nearest, to_monday, november + DAY if november.weekday() == 6 else november},
        "off_repeated": taken | {king} | ({king + DAY} if king.weekday() == 6 else set()),
        "off_dated": {date(year, 10, 4)} if year >= 2026 else set(),
    }


def cases():
    family = Family("calendars", "7")
    zone = "America/New_York"
    contact = [{"id": "c", "time_zone": zone, "phone": "+13055550142"}]
    for year in EASTER:
        found = days(year)
        if year <= 2026:
            found["off_dated"].add(date(year, 10, 5))
        shown = sorted({day for group in found.values() for day in group if day} | {date(year, 10, 4), date(year, 10, 5), date(year, 7, 4), date(year, 8, 15), date(year, 11, 1)})
        for day in shown:
            family.add(
                f"{day}", f"{day:%A}, {day}. Western Easter is on {EASTER[year]}, orthodox Easter on {ORTHODOX[year]}.",
                {rule: day not in group for rule, group in found.items()},
                plan=step(at(f"{day}T12:00:00", zone)), contacts=contact)
    for text, value in [("2026-03-19", T), ("2026-03-20", F), ("2026-05-27", F), ("2026-12-31", T), ("2027-01-01", U), ("2027-03-20", U)]:
        family.add(f"proclaimed-{text}", "Proclaimed days are known through the last day that is, and unknown after it.", {"off_proclaimed": value},
                   plan=step(at(f"{text}T12:00:00", zone)), contacts=contact)
    for name, facts, values in [
        ("florida", {"phone": "+13055550142"}, (F, T)), ("texas", {"phone": "+12145550142"}, (T, F)), ("new-york", {"phone": "+12125550142"}, (T, T)),
        ("toll-free", {"phone": "+18005550142"}, (U, U)), ("moved", {"phone": "+12125550142", "country": "US", "region": "US-FL"}, (U, T)),
    ]:
        for day, value in zip(("2026-06-10", "2026-06-11"), values):
            family.add(
                f"regional-{name}-{day[8:]}", "A day of a region is one where the person is; if all that is known of the place does not tell, it is not "
                "known.", {"off_regional": value}, section="1", plan=step(at(f"{day}T12:00:00", zone)),
                contacts=[{"id": "c", "time_zone": zone, **facts}])
    return family
