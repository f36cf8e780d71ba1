"""What the drivers of the peers share: the plan with its time arithmetic done, and the loop over the contacts.

    DRIVER CONTACTS PLAN OUTPUT [THREADS]

The host turns `17520 hours before this step` into an instant once for each plan and step, for every engine alike, so
that what is left to an engine for each contact are comparisons. Instants are then compared as texts, which is right
as long as all of them are written in UTC and to the second; those of the workload are.
"""

import datetime
import json
import re
import sys
import zoneinfo

RULES = ["r01", "r02", "r03", "r04", "r05", "r06", "r07", "r08", "r09", "r10"]
PLAN_RULES = ["r11", "r12"]
NUMBER = r"^\+[1-9][0-9]{7,14}$"
STOP = r"\b(stop to end|reply stop|opt out|unsubscribe)\b"
# Register and hours of validity by country.
REGISTERS = {"US": ("twelve.us", 744), "GB": ("twelve.gb", 672), "FR": ("twelve.fr", 720), "AU": ("twelve.au", 720)}
# Contacts allowed and the hours in which they count.
CAPS = {"florida": (3, 24), "france": (4, 720), "other": (8, 168)}
ZONES = ["America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
         "America/Anchorage", "Pacific/Honolulu", "Europe/London", "Europe/Paris", "Europe/Berlin",
         "Australia/Sydney", "Australia/Brisbane", "Australia/Perth", "Australia/Adelaide"]
IDENTIFIER = re.compile(r'"id":"([^"]*)"')


def moment(text):
    return datetime.datetime.fromisoformat(text)


def before(at, hours):
    return (at - datetime.timedelta(hours=hours)).strftime("%Y-%m-%dT%H:%M:%SZ")


def local(at, zone):
    time = at.astimezone(zoneinfo.ZoneInfo(zone))
    return {"minute": time.hour * 60 + time.minute, "weekday": time.weekday() < 5}


def prepared(path):
    """The plan as the drivers read it: a step has its deadlines, its room under each cap, and its local times."""
    with open(path) as file:
        plan = json.load(file)
    instants = [moment(step["at"]) for step in plan["steps"]]
    steps = []
    for index, (step, at) in enumerate(zip(plan["steps"], instants)):
        caps = {}
        for name, (limit, hours) in CAPS.items():
            span = datetime.timedelta(hours=hours)
            planned = sum(at - span < other <= at for number, other in enumerate(instants) if number != index)
            caps[name] = {"since": before(at, hours), "room": limit - 1 - planned}
        words = step.get("message") or step.get("script")
        steps.append({
            "at": step["at"], "nanoseconds": int(at.timestamp()) * 10 ** 9,
            "channel": step["channel"], "technology": step["technology"], "text": words["text"].lower(),
            "recent_since": before(at, 17520), "engaged_since": before(at, 26304), "caps": caps,
            "registers": {country: {"name": name, "since": before(at, hours)}
                          for country, (name, hours) in REGISTERS.items()},
            "local": {zone: local(at, zone) for zone in ZONES}})
    return {"purpose": plan["purpose"], "scrubs": plan["scrubs"], "steps": steps,
            "abandonment": float(plan["metrics"]["abandonment_rate"].rstrip("%"))}


def writes_needed(plan, step):
    automated = step["channel"] == "sms" or step["technology"] in ("autodialed", "prerecorded")
    return plan["purpose"] == "marketing" and automated


def scrubbed(plan, step, country):
    register = step["registers"][country]
    return any(scrub["register"] == register["name"] and register["since"] <= scrub["at"] <= step["at"]
               for scrub in plan["scrubs"])


def is_open(country, minute, weekday):
    if country in ("US", "GB"):
        return 480 <= minute < 1260
    if country == "FR":
        return weekday and (600 <= minute < 780 or 840 <= minute < 1200)
    if country == "AU":
        return weekday and 540 <= minute < 1200
    return True


def plan_line(failed):
    return f"plan\t{','.join(sorted(failed))}\t\n"


def stream(judge, plan_failed):
    """Writes what `judge` says of each line of the contacts, then the plan's rules."""
    with open(sys.argv[1]) as lines, open(sys.argv[3], "w", buffering=1 << 20) as output:
        for line in lines:
            output.write(f"{IDENTIFIER.search(line).group(1)}\t{','.join(sorted(judge(line)))}\t\n")
        output.write(plan_line(plan_failed))
