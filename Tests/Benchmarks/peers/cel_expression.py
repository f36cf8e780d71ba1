"""CEL, an implementation in Rust: one expression with the plan's values written into it. The host looks up local times."""

import json
import sys

import cel
import orjson

from common import CAPS, NUMBER, REGISTERS, STOP, prepared, stream

plan = prepared(sys.argv[2])
text = json.dumps


def any_of(parts):
    return "(" + " || ".join(parts) + ")"


def active(step):
    return (f"k.channel == {text(step['channel'])} && k.purpose == {text(plan['purpose'])} "
            f"&& k.granted_at <= {text(step['at'])} && (k.withdrawn_at == null || k.withdrawn_at > {text(step['at'])}) "
            f"&& !c.opt_outs.exists(o, o.at <= {text(step['at'])} && k.granted_at <= o.at)")


def some_active(step, also="true"):
    return f"c.consents.exists(k, {active(step)} && {also})"


def scrubbed(step, register):
    return any_of([f"({text(scrub['register'])} == {text(register['name'])} && {text(scrub['at'])} <= {text(step['at'])} "
                   f"&& {text(scrub['at'])} >= {text(register['since'])})" for scrub in plan["scrubs"]])


def listed(step, register):
    name, at = text(register["name"]), text(step["at"])
    return (f"({name} in c.registers && c.registers[{name}].status == 'listed' "
            f"&& c.registers[{name}].checked_at >= {text(register['since'])} && c.registers[{name}].checked_at <= {at} "
            f"&& (c.registers[{name}].listed_at == null || c.registers[{name}].listed_at <= {at}))")


def is_open(index):
    minute, weekday = f"l[{index}].minute", f"l[{index}].weekday"
    return (f"(c.country in ['US', 'GB'] ? {minute} >= 480 && {minute} < 1260 "
            f": c.country == 'FR' ? {weekday} && ({minute} >= 600 && {minute} < 780 || {minute} >= 840 && {minute} < 1200) "
            f": c.country == 'AU' ? {weekday} && {minute} >= 540 && {minute} < 1200 : true)")


def over(step, name):
    cap = step["caps"][name]
    return (f"c.history.filter(h, h.channel != 'email' && h.at > {text(cap['since'])} && h.at <= {text(step['at'])}).size() "
            f"> {cap['room']}")


def per_step(rule):
    return any_of(rule(index, step) for index, step in enumerate(plan["steps"]))


RULES = {
    "r01": f"!c.phone.matches({text(NUMBER)})",
    "r02": per_step(lambda index, step: f"c.opt_outs.exists(o, o.at <= {text(step['at'])} && !c.consents.exists(k, "
                    f"{active(step)} && k.level in ['express', 'written'] && k.granted_at > o.at))"),
    "r03": per_step(lambda index, step: f"(c.country == 'US' && {text(plan['purpose'])} == 'marketing' "
                    f"&& ({text(step['channel'])} == 'sms' || {text(step['technology'])} in ['autodialed', 'prerecorded']) "
                    f"&& !{some_active(step, 'k.level == ' + text('written'))})"),
    "r04": per_step(lambda index, step: f"({some_active(step)} "
                    f"&& !{some_active(step, 'k.granted_at >= ' + text(step['recent_since']))})"),
    "r05": per_step(lambda index, step: any_of(
        f"(c.country == '{country}' && !{scrubbed(step, step['registers'][country])})" for country in REGISTERS)),
    "r06": per_step(lambda index, step: "(" + any_of(
        f"(c.country == '{country}' && {listed(step, step['registers'][country])})" for country in REGISTERS)
        + f" && !{some_active(step)})"),
    "r07": per_step(lambda index, step: "!" + is_open(index)),
    "r08": "(c.region == 'US-FL' ? {florida} : c.country == 'FR' ? {france} : {other})".format(**{
        name: per_step(lambda index, step: over(step, name)) for name in CAPS}),
    "r09": per_step(lambda index, step: f"(c.last_engaged_at == null || c.last_engaged_at > {text(step['at'])} "
                    f"|| c.last_engaged_at < {text(step['engaged_since'])})"),
    "r10": "c.origin.kind == 'purchased'",
}
PLAN_RULES = {
    "r11": "p.steps.exists(s, s.channel == 'sms' && !s.text.matches(" + text(STOP) + "))",
    "r12": "p.abandonment > 3.0",
}


def compiled(rules):
    return cel.compile("[" + ", ".join(f"({rule}) ? '{name}' : ''" for name, rule in rules.items()) + "]")


contact_program = compiled(RULES)
clocks = {zone: [step["local"][zone] for step in plan["steps"]] for zone in plan["steps"][0]["local"]}


def judge(line):
    contact = orjson.loads(line)
    return [name for name in contact_program.execute({"c": contact, "l": clocks[contact["time_zone"]]}) if name]


stream(judge, [name for name in compiled(PLAN_RULES).execute({"p": plan}) if name])
