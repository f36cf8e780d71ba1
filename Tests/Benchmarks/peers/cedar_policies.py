"""Cedar, in Rust, a thousand requests a call. Cedar has no quantifiers, counts, regular expressions or zones: the host
says what of each contact bears on each step, and the policies decide."""

import itertools
import json
import re
import sys

import orjson
from cedarpy import Entities, PolicySet, _internal

from common import CAPS, NUMBER, REGISTERS, STOP, moment, plan_line, prepared

plan = prepared(sys.argv[2])
steps = plan["steps"]
is_number = re.compile(NUMBER).match


def number(instant):
    """An instant in seconds, which Cedar compares faster than its own datetime."""
    return int(moment(instant).timestamp())


def forbid(name, condition):
    return f'@id("{name}")\nforbid(principal, action, resource) when {{ {condition} }};\n'


def contact_policies():
    yield '@id("allow")\npermit(principal, action, resource);\n'
    yield forbid("r01", "!context.is_number")
    yield forbid("r10", 'context.origin == "purchased"')
    for index, step in enumerate(steps):
        at, active, minute, weekday = number(step["at"]), f"context.active{index}", f"context.minute{index}", f"context.weekday{index}"
        yield forbid("r02", f"context has refused && context.refused <= {at} && !(context has sworn{index} && "
                     f"context.sworn{index} > context.refused)")
        yield forbid("r03", f'context.country == "US" && {json.dumps(plan["purpose"])} == "marketing" && '
                     f'({json.dumps(step["channel"])} == "sms" || ["autodialed", "prerecorded"].contains('
                     f'{json.dumps(step["technology"])})) && !context.levels{index}.contains("written")')
        yield forbid("r04", f"{active} && context.newest{index} < {number(step['recent_since'])}")
        for country, register in step["registers"].items():
            since = number(register["since"])
            scrubs = " || ".join(
                f"({json.dumps(scrub['register'])} == \"{register['name']}\" && {number(scrub['at'])} <= {at} && "
                f"{number(scrub['at'])} >= {since})" for scrub in plan["scrubs"])
            yield forbid("r05", f'context.country == "{country}" && !({scrubs})')
            yield forbid("r06", f'context.country == "{country}" && !{active} && context.status == "listed" && '
                         f"context.checked_at >= {since} && context.checked_at <= {at} && "
                         f"!(context has listed_at && context.listed_at > {at})")
        yield forbid("r07", f'["US", "GB"].contains(context.country) && ({minute} < 480 || {minute} >= 1260)')
        yield forbid("r07", f'context.country == "FR" && !({weekday} && ({minute} >= 600 && {minute} < 780 || '
                     f"{minute} >= 840 && {minute} < 1200))")
        yield forbid("r07", f'context.country == "AU" && !({weekday} && {minute} >= 540 && {minute} < 1200)')
        room = {name: step["caps"][name]["room"] for name in CAPS}
        yield forbid("r08", f'if context has region && context.region == "US-FL" then context.count{index} > {room["florida"]} '
                     f'else if context.country == "FR" then context.count{index} > {room["france"]} '
                     f"else context.count{index} > {room['other']}")
        yield forbid("r09", f"!(context has engaged_at && context.engaged_at <= {at} && "
                     f"context.engaged_at >= {number(step['engaged_since'])})")


def facts(contact):
    country, region = contact["country"], contact["region"]
    result = {"country": country, "is_number": is_number(contact["phone"]) is not None,
              "origin": contact["origin"]["kind"], "status": ""}
    if region:
        result["region"] = region
    if contact["last_engaged_at"]:
        result["engaged_at"] = number(contact["last_engaged_at"])
    refused = contact["opt_outs"][0]["at"] if contact["opt_outs"] else ""
    if refused:
        result["refused"] = number(refused)
    if country in REGISTERS:
        answer = contact["registers"][REGISTERS[country][0]]
        result["status"], result["checked_at"] = answer["status"], number(answer["checked_at"])
        if answer["listed_at"]:
            result["listed_at"] = number(answer["listed_at"])
    cap = "florida" if region == "US-FL" else "france" if country == "FR" else "other"
    for index, step in enumerate(steps):
        at = step["at"]
        active = [
            row for row in contact["consents"]
            if row["channel"] == step["channel"] and row["purpose"] == plan["purpose"] and row["granted_at"] <= at
            and (row["withdrawn_at"] is None or row["withdrawn_at"] > at) and not row["granted_at"] <= refused <= at]
        sworn = [row["granted_at"] for row in active if row["level"] in ("express", "written")]
        result[f"active{index}"], result[f"levels{index}"] = bool(active), list({row["level"] for row in active})
        if active:
            result[f"newest{index}"] = number(max(row["granted_at"] for row in active))
        if sworn:
            result[f"sworn{index}"] = number(max(sworn))
        clock, since = step["local"][contact["time_zone"]], step["caps"][cap]["since"]
        result[f"minute{index}"], result[f"weekday{index}"] = clock["minute"], clock["weekday"]
        result[f"count{index}"] = sum(row["channel"] != "email" and since < row["at"] <= at for row in contact["history"])
    return result


def ask(policies, contexts):
    """The ids of the policies that forbid, for each context."""
    requests = [{"principal": 'Sender::"acme"', "action": 'Action::"send"', "resource": 'Contact::"one"',
                 "context": orjson.dumps(context).decode()} for context in contexts]
    for answer in _internal.is_authorized_batch(requests, policies, NO_ENTITIES, None, False):
        diagnostics = orjson.loads(answer)["diagnostics"]
        if diagnostics.get("errors"):
            sys.exit(str(diagnostics["errors"][:2]))
        yield sorted(set(diagnostics["id_annotations_by_reason"].values()) - {"allow"})


NO_ENTITIES = Entities.from_json_str("[]")._inner
contact_set = PolicySet.from_str("\n".join(contact_policies()))
plan_set = PolicySet.from_str(forbid("r11", "context.is_silent") + forbid("r12", "context.abandonment > 30"))
with open(sys.argv[1]) as lines, open(sys.argv[3], "w", buffering=1 << 20) as output:
    while batch := [orjson.loads(line) for line in itertools.islice(lines, 1000)]:
        for contact, failed in zip(batch, ask(contact_set, map(facts, batch))):
            output.write(f"{contact['id']}\t{','.join(failed)}\t\n")
    silent = any(step["channel"] == "sms" and not re.search(STOP, step["text"]) for step in steps)
    output.write(plan_line(next(ask(plan_set, [{"is_silent": silent, "abandonment": round(plan["abandonment"] * 10)}]))))
