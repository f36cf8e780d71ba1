#!/usr/bin/env python3
"""Makes the benchmark's workload: contacts as NDJSON and CSV, and three plans.

    workload.py COUNT FOLDER [--sparse] [--seed SEED]

Writes FOLDER/contacts-COUNT.ndjson, FOLDER/contacts-COUNT.csv and FOLDER/{sms,voice,text}.json. The first records of
a larger list are those of a smaller one with the same seed. With --sparse one fact in twenty is left out, and only
NDJSON is written (FOLDER/sparse-COUNT.ndjson): a cell of CSV cannot say whether it is unknown or none.
"""

import argparse
import datetime
import json
import os
import random

SEED = 20261123
REFERENCE = int(datetime.datetime(2026, 11, 23, 12, tzinfo=datetime.timezone.utc).timestamp())
DAY = 86400

# State, zone, weight, area codes that ring in that zone alone.
STATES = [
    ("FL", "America/New_York", 12, ("305", "407")), ("NY", "America/New_York", 14, ("212", "716")),
    ("GA", "America/New_York", 8, ("404",)), ("OH", "America/New_York", 8, ("614",)),
    ("TX", "America/Chicago", 16, ("214", "512")), ("IL", "America/Chicago", 8, ("312",)),
    ("CO", "America/Denver", 5, ("303",)), ("AZ", "America/Phoenix", 4, ("602",)),
    ("CA", "America/Los_Angeles", 18, ("415", "213")), ("WA", "America/Los_Angeles", 5, ("206",)),
    ("AK", "America/Anchorage", 1, ("907",)), ("HI", "Pacific/Honolulu", 1, ("808",)),
]
WEIGHTED_STATES = [state for state in STATES for _ in range(state[2])]
AUSTRALIA = ["Australia/Sydney", "Australia/Brisbane", "Australia/Perth", "Australia/Adelaide"]
REGISTERS = {"US": "twelve.us", "GB": "twelve.gb", "FR": "twelve.fr", "AU": "twelve.au"}
METHODS = ["web_form", "paper_form", "spoken", "in_app"]
LEVELS = ["written", "express", "implied"]
COLUMNS = (
    "id,phone,country,region,time_zone,recipient,consents,opted_out_at,last_engaged_at,collected_at,"
    "origin,history," + ",".join(
        f"{country}_{name}" for country in ("us", "gb", "fr", "au") for name in ("checked_at", "status", "listed_at")))


def instant(seconds):
    return datetime.datetime.fromtimestamp(seconds, datetime.timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")


class Generator:
    """Draws records; every draw of a record comes from one sequence, so that lists share their beginning."""

    def __init__(self, seed):
        self.random = random.Random(seed)

    def below(self, bound):
        return int(self.random.random() * bound)

    def chance(self, share):
        return self.random.random() < share

    def phone(self, country, areas):
        digits = lambda count: str(self.below(10 ** count)).zfill(count)
        if country == "US":
            number = "+1" + areas[self.below(len(areas))] + str(2 + self.below(8)) + digits(6)
            # The plan keeps N11 for services.
            if number[6:8] == "11":
                number = number[:6] + "22" + number[8:]
        elif country == "GB":
            number = "+447" + ("400", "401", "402", "403")[self.below(4)] + digits(6)
        elif country == "FR":
            number = "+336" + ("0", "1", "2")[self.below(3)] + digits(7)
        elif country == "DE":
            number = "+491" + ("51", "60", "70", "75")[self.below(4)] + digits(7)
            if number[3:6] == "151":
                number += digits(1)
        else:
            number = "+614" + ("0", "1", "2")[self.below(3)] + digits(7)
        draw = self.random.random()
        if draw < 0.004:
            return number[:-6]
        if draw < 0.007:
            return number[:6] + "x" + number[7:]
        if draw < 0.010:
            return number + "00000"
        return number

    def consents(self):
        rows = []
        for index in range((0, 1, 1, 1, 2, 2, 3, 4)[self.below(8)]):
            if index == 0 and self.chance(0.75):
                channel, purpose, level = "sms", "marketing", "written"
            else:
                channel = ("sms", "voice", "email")[self.below(3)]
                purpose = ("marketing", "service")[self.below(2)]
                level = LEVELS[self.below(3)]
            age = self.below((1100 if self.chance(0.3) else 600) * DAY)
            granted = REFERENCE - age
            withdrawn = granted + self.below(age + 6 * DAY) if self.chance(0.15) else None
            rows.append({
                "channel": channel, "purpose": purpose, "level": level,
                "granted_at": instant(granted),
                "withdrawn_at": None if withdrawn is None else instant(withdrawn),
                "method": METHODS[self.below(4)]})
        return rows

    def history(self):
        rows = sorted(
            (REFERENCE - self.below(40 * DAY), ("sms", "voice")[self.below(2)])
            for _ in range(self.below(13)))
        if self.chance(0.04):
            # A burst shortly before the first step.
            rows += [(REFERENCE + 20 * 3600 + self.below(6 * 3600), "sms")
                     for _ in range(1 + self.below(3))]
        return [{"channel": channel, "at": instant(at)} for at, channel in rows]

    def record(self, number):
        draw = self.random.random()
        country = "US" if draw < 0.60 else "GB" if draw < 0.75 else "FR" if draw < 0.85 else "DE" if draw < 0.95 else "AU"
        region, areas = None, ()
        if country == "US":
            state, zone, _, areas = WEIGHTED_STATES[self.below(len(WEIGHTED_STATES))]
            region = "US-" + state
        elif country == "AU":
            zone = AUSTRALIA[self.below(4)]
        else:
            zone = {"GB": "Europe/London", "FR": "Europe/Paris", "DE": "Europe/Berlin"}[country]
        phone = self.phone(country, areas)
        recipient = "consumer" if self.chance(0.85) else "business"
        consents = self.consents()
        refused = instant(REFERENCE + 5 * DAY - self.below(400 * DAY)) if self.chance(0.06) else None
        engaged = REFERENCE - self.below((1500 if self.chance(0.1) else 700) * DAY)
        collected = engaged - self.below(900 * DAY)
        draw = self.random.random()
        origin = "own_form" if draw < 0.8 else "purchased" if draw < 0.9 else "partner"
        history = self.history()
        registers = {}
        if country in REGISTERS:
            listed = self.chance(0.18)
            answer = {"checked_at": instant(REFERENCE - self.below(5 * DAY)),
                      "status": "listed" if listed else "clear", "listed_at": None}
            if listed:
                answer["listed_at"] = instant(REFERENCE + 5 * DAY - self.below(2000 * DAY))
            registers[REGISTERS[country]] = answer
        return {
            "id": str(number), "phone": phone, "country": country, "region": region,
            "time_zone": zone, "recipient": recipient, "consents": consents,
            "opt_outs": [] if refused is None else [{"channel": "any", "purpose": "any", "at": refused}],
            "last_engaged_at": instant(engaged),
            "origin": {"kind": origin, "collected_at": instant(collected)},
            "history": history, "registers": registers}


def without_some(facts, chance, keep=()):
    """The same facts without one key in twenty, at every depth."""
    if isinstance(facts, list):
        return [without_some(row, chance) for row in facts]
    if isinstance(facts, dict):
        return {key: without_some(value, chance) for key, value in facts.items()
                if key in keep or not chance()}
    return facts


def csv_line(record):
    refused = record["opt_outs"][0]["at"] if record["opt_outs"] else ""
    cells = [
        record["id"], record["phone"], record["country"], record["region"] or "",
        record["time_zone"], record["recipient"],
        ";".join("|".join((row["channel"], row["purpose"], row["level"], row["granted_at"],
                           row["withdrawn_at"] or "", row["method"])) for row in record["consents"]),
        refused, record["last_engaged_at"], record["origin"]["collected_at"],
        record["origin"]["kind"],
        ";".join(row["channel"] + "|" + row["at"] for row in record["history"]),
        *(record["registers"].get(register, {}).get(name) or ""
          for register in REGISTERS.values() for name in ("checked_at", "status", "listed_at"))]
    return ",".join(cells)


def plan(name, channel, technology, steps, scrubs, text, abandonment):
    days = lambda count: instant(REFERENCE - count * DAY)
    words = {"language": "en", "text": text}
    spoken = "script" if channel == "voice" else "message"
    return {
        "campaign": name, "kind": "campaign", "purpose": "marketing",
        "sender": {"name": "Acme Shoes", "country": "US", "kind": "company"},
        "targets": ["US", "GB", "FR", "DE", "AU"],
        "scrubs": [{"register": register, "at": days(age)} for register, age in scrubs],
        "steps": [{"id": f"step-{index}", "channel": channel, "technology": technology, "at": at,
                   spoken: words} for index, at in enumerate(steps, 1)],
        "metrics": {"abandonment_rate": abandonment}}


PLANS = {
    "sms": plan(
        "autumn-sms", "sms", "autodialed", ["2026-11-24T15:30:00Z", "2026-11-27T16:45:00Z"],
        [("twelve.us", 20), ("twelve.gb", 35), ("twelve.gb", 60), ("twelve.au", 10), ("twelve.fr", 5)],
        "Autumn sale: 20% off all boots until Sunday. Reply STOP to end. Acme Shoes", "2.1%"),
    "voice": plan(
        "autumn-voice", "voice", "prerecorded", ["2026-11-25T18:30:00Z", "2026-11-28T14:00:00Z"],
        [("twelve.us", 29), ("twelve.gb", 3), ("twelve.fr", 5)], "Hello, this is Acme", "4.1%"),
    "text": plan(
        "autumn-text", "sms", "manual",
        ["2026-11-25T09:15:00Z", "2026-11-26T13:20:00Z", "2026-11-29T23:10:00Z"],
        [("twelve.us", 20), ("twelve.gb", 35), ("twelve.gb", 60), ("twelve.au", 10), ("twelve.fr", 5)],
        "Autumn sale: 20% off all boots", "2.1%"),
}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("count", type=int)
    parser.add_argument("folder")
    parser.add_argument("--sparse", action="store_true")
    parser.add_argument("--seed", type=int, default=SEED)
    options = parser.parse_args()
    generator = Generator(options.seed)
    omission = random.Random(options.seed + 1)
    os.makedirs(options.folder, exist_ok=True)
    for name, facts in PLANS.items():
        with open(f"{options.folder}/{name}.json", "w") as file:
            file.write(json.dumps(facts, indent=1) + "\n")
    kind = "sparse" if options.sparse else "contacts"
    base = f"{options.folder}/{kind}-{options.count}"
    table = None if options.sparse else open(base + ".csv", "w", buffering=1 << 20)
    if table:
        table.write(COLUMNS + "\n")
    with open(base + ".ndjson", "w", buffering=1 << 20) as lines:
        for number in range(1, options.count + 1):
            record = generator.record(number)
            if table:
                table.write(csv_line(record) + "\n")
            if options.sparse:
                # The zone stays: what a number alone says of it is no subject of this workload.
                record = without_some(
                    record, lambda: omission.random() < 0.05, keep=("id", "phone", "time_zone"))
            lines.write(json.dumps(record, separators=(",", ":")) + "\n")


if __name__ == "__main__":
    main()
