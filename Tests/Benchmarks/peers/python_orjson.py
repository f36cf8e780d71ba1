"""Plain Python at its best: orjson reads, the plan's work is done once, instants are compared as texts."""

import re
import sys

import orjson

from common import CAPS, REGISTERS, STOP, ZONES, is_open, plan_line, prepared, scrubbed, writes_needed

plan = prepared(sys.argv[2])
purpose = plan["purpose"]
is_number = re.compile(r"\+[1-9][0-9]{7,14}").fullmatch
EXPRESS = ("written", "express")
steps = [
    (step["at"], step["channel"], writes_needed(plan, step), step["recent_since"], step["engaged_since"],
     {country: (step["registers"][country]["name"], step["registers"][country]["since"], scrubbed(plan, step, country))
      for country in REGISTERS},
     {(zone, country): is_open(country, **step["local"][zone]) for zone in ZONES for country in (*REGISTERS, "DE")},
     {name: (step["caps"][name]["since"], step["caps"][name]["room"]) for name in CAPS})
    for step in plan["steps"]]


def judge(contact):
    failed = set()
    country = contact["country"]
    if not is_number(contact["phone"]):
        failed.add("r01")
    refusals = [refusal["at"] for refusal in contact["opt_outs"]]
    consents, zone, engaged = contact["consents"], contact["time_zone"], contact["last_engaged_at"]
    cap = "florida" if contact["region"] == "US-FL" else "france" if country == "FR" else "other"
    history = [row["at"] for row in contact["history"] if row["channel"] != "email"]
    for at, channel, needs_writing, recent_since, engaged_since, registers, hours, caps in steps:
        active = [
            consent for consent in consents
            if consent["channel"] == channel and consent["purpose"] == purpose and consent["granted_at"] <= at
            and ((withdrawn := consent["withdrawn_at"]) is None or withdrawn > at)
            and not any(consent["granted_at"] <= refused <= at for refused in refusals)]
        for refused in refusals:
            if refused <= at and not any(
                    consent["level"] in EXPRESS and consent["granted_at"] > refused for consent in active):
                failed.add("r02")
        if needs_writing and country == "US":
            for consent in active:
                if consent["level"] == "written":
                    break
            else:
                failed.add("r03")
        if active:
            for consent in active:
                if consent["granted_at"] >= recent_since:
                    break
            else:
                failed.add("r04")
        if country in registers:
            name, since, is_scrubbed = registers[country]
            if not is_scrubbed:
                failed.add("r05")
            if not active:
                answer = contact["registers"][name]
                if answer["status"] == "listed" and since <= answer["checked_at"] <= at and (
                        (listed := answer["listed_at"]) is None or listed <= at):
                    failed.add("r06")
        if not hours[zone, country]:
            failed.add("r07")
        since, room = caps[cap]
        count = 0
        for earlier in history:
            if since < earlier <= at:
                count += 1
        if count > room:
            failed.add("r08")
        if engaged is None or not engaged_since <= engaged <= at:
            failed.add("r09")
    if contact["origin"]["kind"] == "purchased":
        failed.add("r10")
    return failed


def main():
    stop = re.compile(STOP)
    plan_failed = {"r11"} if any(
        step["channel"] == "sms" and not stop.search(step["text"]) for step in plan["steps"]) else set()
    if plan["abandonment"] > 3:
        plan_failed.add("r12")
    loads = orjson.loads
    with open(sys.argv[1], "rb") as lines, open(sys.argv[3], "w", buffering=1 << 20) as output:
        for line in lines:
            contact = loads(line)
            output.write(f"{contact['id']}\t{','.join(sorted(judge(contact)))}\t\n")
        output.write(plan_line(plan_failed))


main()
