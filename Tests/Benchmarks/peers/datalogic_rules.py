"""datalogic, JSONLogic in Rust. The host says whether the number has its shape, what the local times are, and when a
contact refused: JSONLogic has no regular expressions, no zones, and inside of a list sees little beyond its row."""

import json
import re
import sys

import datalogic_py
import orjson

from common import NUMBER, REGISTERS, STOP, prepared, stream

plan = prepared(sys.argv[2])


def value(name):
    return {"var": name}


def outer(name):
    """A key of the contact, asked from inside of a list."""
    return {"val": [[2], name]}


def call(name):
    return lambda *parts: {name: list(parts)}


both, either, negated = call("and"), call("or"), call("!")
equal, at_least, above, below, at_most = call("=="), call(">="), call(">"), call("<"), call("<=")


def some_active(step, *also):
    at = step["at"]
    return {"some": [value("consents"), both(
        equal(value("channel"), step["channel"]), equal(value("purpose"), plan["purpose"]),
        at_most(value("granted_at"), at),
        either(equal(value("withdrawn_at"), None), above(value("withdrawn_at"), at)),
        # `refused` is the empty text where nobody refused, which is before every instant.
        either(above(outer("refused"), at), above(value("granted_at"), outer("refused"))), *also)]}


def over(name):
    return either(*(above({"length": [{"filter": [value("history"), both(
        negated(equal(value("channel"), "email")), above(value("at"), step["caps"][name]["since"]),
        at_most(value("at"), step["at"]))]}]}, step["caps"][name]["room"]) for step in plan["steps"]))


def scrubbed(step, register):
    return either(*(both(equal(scrub["register"], register["name"]), at_most(scrub["at"], step["at"]),
                         at_least(scrub["at"], register["since"])) for scrub in plan["scrubs"]))


def listed(step, register):
    def answer(name):
        return {"val": ["registers", register["name"], name]}
    return both(equal(answer("status"), "listed"), at_least(answer("checked_at"), register["since"]),
                at_most(answer("checked_at"), step["at"]),
                either(equal(answer("listed_at"), None), at_most(answer("listed_at"), step["at"])))


def open_at(index):
    def within(first, last):
        return both(at_least(minute, first), below(minute, last))
    minute, weekday = value(f"local.{index}.minute"), value(f"local.{index}.weekday")
    return {"if": [
        {"in": [value("country"), ["US", "GB"]]}, within(480, 1260),
        equal(value("country"), "FR"), both(weekday, either(within(600, 780), within(840, 1200))),
        equal(value("country"), "AU"), both(weekday, within(540, 1200)), True]}


def per_step(rule):
    return either(*(rule(step) for step in plan["steps"]))


refused = above(value("refused"), "")
RULES = {
    "r01": negated(value("is_number")),
    "r02": per_step(lambda step: both(refused, at_most(value("refused"), step["at"]), negated(
        some_active(step, {"in": [value("level"), ["express", "written"]]})))),
    "r03": per_step(lambda step: both(
        equal(value("country"), "US"), equal(plan["purpose"], "marketing"),
        either(equal(step["channel"], "sms"), {"in": [step["technology"], ["autodialed", "prerecorded"]]}),
        negated(some_active(step, equal(value("level"), "written"))))),
    "r04": per_step(lambda step: both(
        some_active(step), negated(some_active(step, at_least(value("granted_at"), step["recent_since"]))))),
    "r05": per_step(lambda step: either(*(both(equal(value("country"), country), negated(scrubbed(
        step, step["registers"][country]))) for country in REGISTERS))),
    "r06": per_step(lambda step: both(either(*(both(equal(value("country"), country), listed(
        step, step["registers"][country])) for country in REGISTERS)), negated(some_active(step)))),
    "r07": either(*(negated(open_at(index)) for index in range(len(plan["steps"])))),
    "r08": {"if": [equal(value("region"), "US-FL"), over("florida"), equal(value("country"), "FR"), over("france"),
                   over("other")]},
    "r09": per_step(lambda step: either(
        equal(value("last_engaged_at"), None), above(value("last_engaged_at"), step["at"]),
        below(value("last_engaged_at"), step["engaged_since"]))),
    "r10": equal(value("origin.kind"), "purchased"),
}
PLAN_RULES = {
    "r11": {"some": [value("steps"), both(equal(value("channel"), "sms"), negated(value("says_stop")))]},
    "r12": above(value("abandonment"), 3),
}


def compiled(rules):
    return engine.compile([{"if": [rule, name, ""]} for name, rule in rules.items()])


def ask(program, text):
    return [name for name in orjson.loads(session.evaluate_str(program, text)) if name]


engine = datalogic_py.Engine()
session = engine.session()
contact_program = compiled(RULES)
is_number = re.compile(NUMBER).match
FACTS = re.compile(r'"phone":"([^"]*)".*?"time_zone":"([^"]*)".*?"opt_outs":\[(?:\{[^}]*"at":"([^"]*)"\})?\]')
clocks = {zone: json.dumps([step["local"][zone] for step in plan["steps"]]) for zone in plan["steps"][0]["local"]}


def judge(line):
    phone, zone, refused_at = FACTS.search(line).groups()
    return ask(contact_program, '{"is_number":%s,"local":%s,"refused":"%s",%s' % (
        "true" if is_number(phone) else "false", clocks[zone], refused_at or "", line[1:]))


said = {"abandonment": plan["abandonment"], "steps": [
    {"channel": step["channel"], "says_stop": re.search(STOP, step["text"]) is not None} for step in plan["steps"]]}
stream(judge, ask(compiled(PLAN_RULES), json.dumps(said)))
