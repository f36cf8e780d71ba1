"""zen, the expressions of GoRules in Rust: one expression with the plan's values written into it."""

import datetime
import json
import sys

import zen

from common import CAPS, REGISTERS, prepared, stream

plan = prepared(sys.argv[2])


def quoted(text):
    return "'" + text.replace("'", "") + "'"


def seconds(instant):
    return str(int(datetime.datetime.fromisoformat(instant).timestamp()))


def any_of(parts):
    return "(" + " or ".join(parts) + ")"


# A contact of this workload refuses once at most; a closure sees its own row and the contact, not a second list's row.
REFUSED = "date(opt_outs[0].at)"


def some_active(step, also="true"):
    at = seconds(step["at"])
    return (f"some(consents, #.channel == {quoted(step['channel'])} and #.purpose == {quoted(plan['purpose'])} "
            f"and date(#.granted_at) <= {at} and (#.withdrawn_at == null or date(#.withdrawn_at) > {at}) "
            f"and (len(opt_outs) == 0 or {REFUSED} > {at} or date(#.granted_at) > {REFUSED}) and {also})")


def scrubbed(step, register):
    return any_of([f"({quoted(scrub['register'])} == {quoted(register['name'])} and {seconds(scrub['at'])} <= "
                   f"{seconds(step['at'])} and {seconds(scrub['at'])} >= {seconds(register['since'])})"
                   for scrub in plan["scrubs"]])


def listed(step, register):
    answer, at = f"registers['{register['name']}']", seconds(step["at"])
    return (f"({answer}.status == 'listed' and date({answer}.checked_at) >= {seconds(register['since'])} "
            f"and date({answer}.checked_at) <= {at} and ({answer}.listed_at == null or date({answer}.listed_at) <= {at}))")


def is_open(step):
    local = f"d('{step['at']}').tz(time_zone)"
    minute, weekday = f"({local}.hour() * 60 + {local}.minute())", f"({local}.weekday() < 6)"
    return (f"(country in ['US', 'GB'] ? ({minute} >= 480 and {minute} < 1260) "
            f": country == 'FR' ? ({weekday} and (({minute} >= 600 and {minute} < 780) or ({minute} >= 840 and {minute} < 1200))) "
            f": country == 'AU' ? ({weekday} and {minute} >= 540 and {minute} < 1200) : true)")


def over(step, name):
    cap = step["caps"][name]
    return (f"count(history, #.channel != 'email' and date(#.at) > {seconds(cap['since'])} "
            f"and date(#.at) <= {seconds(step['at'])}) > {cap['room']}")


def per_step(rule):
    return any_of(rule(step) for step in plan["steps"])


RULES = {
    "r01": "not matches(phone, '^[+][1-9][0-9]{7,14}$')",
    "r02": per_step(lambda step: f"(len(opt_outs) > 0 and {REFUSED} <= {seconds(step['at'])} "
                    f"and not {some_active(step, '#.level in ' + str(['express', 'written']))})"),
    "r03": per_step(lambda step: f"(country == 'US' and {quoted(plan['purpose'])} == 'marketing' "
                    f"and ({quoted(step['channel'])} == 'sms' or {quoted(step['technology'])} in ['autodialed', 'prerecorded']) "
                    f"and not {some_active(step, '#.level == ' + quoted('written'))})"),
    "r04": per_step(lambda step: f"({some_active(step)} "
                    f"and not {some_active(step, 'date(#.granted_at) >= ' + seconds(step['recent_since']))})"),
    "r05": per_step(lambda step: any_of(
        f"(country == '{country}' and not {scrubbed(step, step['registers'][country])})" for country in REGISTERS)),
    "r06": per_step(lambda step: "(" + any_of(
        f"(country == '{country}' and {listed(step, step['registers'][country])})" for country in REGISTERS)
        + f" and not {some_active(step)})"),
    "r07": per_step(lambda step: "not " + is_open(step)),
    "r08": "(region == 'US-FL' ? {florida} : country == 'FR' ? {france} : {other})".format(**{
        name: per_step(lambda step: over(step, name)) for name in CAPS}),
    "r09": per_step(lambda step: f"(last_engaged_at == null or date(last_engaged_at) > {seconds(step['at'])} "
                    f"or date(last_engaged_at) < {seconds(step['engaged_since'])})"),
    "r10": "origin.kind == 'purchased'",
}
PLAN_RULES = {
    "r11": "some(steps, #.channel == 'sms' and not matches(#.text, '\\b(stop to end|reply stop|opt out|unsubscribe)\\b'))",
    "r12": "abandonment > 3",
}


def compiled(rules):
    return zen.compile_expression("[" + ", ".join(f"({rule}) ? '{name}' : ''" for name, rule in rules.items()) + "]")


contact_expression = compiled(RULES)
stream(lambda line: [name for name in contact_expression.evaluate(line) if name],
       [name for name in compiled(PLAN_RULES).evaluate(json.dumps(plan)) if name])
