"""First and last days, of rules and of their parts, on the recipient's clock."""
from datetime import date

from common import F, MS, U, Family, at, local, step


def cases():
    family = Family("periods", "4")
    zones = ["America/New_York", "Pacific/Auckland", "Europe/London"]
    edges = ["2026-02-28", "2026-03-02", "2026-03-03", "2026-03-10", "2026-03-21", "2026-04-01"]
    for zone in zones:
        for edge in edges:
            for name, moment in (("first", at(f"{edge}T00:00:00", zone)), ("before", at(f"{edge}T00:00:00", zone) - MS)):
                family.add(
                    f"{zone.split('/')[1].lower()}-{edge[5:]}-{name}",
                    f"There it is {local(moment, zone):%Y-%m-%d %H:%M:%S}: `from` and `until` are days of that clock, both included; the minor customer "
                    "and friend is concerned by what is in force on that day.",
                    verdicts(local(moment, zone).date()), plan=step(moment),
                    contacts=[{"id": "c", "time_zone": zone, "minor": True, "relationship": {"customer": True, "personal": True}}])
    # Around the date line one instant is in force for some clocks only.
    family.add(
        "line", "With every clock of the world possible it is the second of March for some and the first for others: on the one the rule fails, on the "
        "other it is not in force.", {"dated": U}, section="3", plan=step(at("2026-03-02T06:00:00")), contacts=[{"id": "c", "minor": True}])
    # A window over the edge is judged by its worst instant.
    family.add(
        "window", "A window that reaches into the first day fails by its worst instant.", {"dated": F}, section="5",
        plan=step(window={"from": "2026-03-01T22:00:00Z", "to": "2026-03-02T00:00:00.001Z"}),
        contacts=[{"id": "c", "time_zone": "Europe/London", "minor": True}])
    family.add(
        "window-before", "One that ends with the midnight before it does not.", {"dated": "not in force"}, section="5",
        plan=step(window={"from": "2026-03-01T22:00:00Z", "to": "2026-03-02T00:00:00Z"}),
        contacts=[{"id": "c", "time_zone": "Europe/London", "minor": True}])
    return family


def verdicts(day):
    march = date(2026, 3, 2) <= day <= date(2026, 3, 31)
    if day <= date(2026, 2, 28):
        versions = "fail"
    elif march:
        versions = "pass"
    else:
        versions = "fail" if day >= date(2026, 4, 1) else "not in force"
    applies = day >= date(2026, 3, 2) or day <= date(2026, 3, 1)
    excused = date(2026, 3, 10) <= day <= date(2026, 3, 20)
    return {
        "dated": "fail" if march else "not in force",
        "versions": versions,
        "parts": "not applicable" if not applies else "exempt" if excused else "fail",
        "hole": "unproven" if day == date(2026, 3, 2) else "not in force",
    }
