"""polars: one lazy query from file to file. What is asked of consents is asked of the newest of a kind, since inside of a
list polars sees nothing of the contact. The host computes local times."""

import os
import sys

if len(sys.argv) > 4:
    os.environ["POLARS_MAX_THREADS"] = sys.argv[4]

import polars  # noqa: E402
from polars import col, lit  # noqa: E402

from common import NUMBER, REGISTERS, STOP, ZONES, is_open, plan_line, prepared, scrubbed, writes_needed  # noqa: E402

plan = prepared(sys.argv[2])
T = polars.String
ANSWER = polars.Struct({"checked_at": T, "status": T, "listed_at": T})
SCHEMA = {
    "id": T, "phone": T, "country": T, "region": T, "time_zone": T, "recipient": T,
    "consents": polars.List(polars.Struct({name: T for name in (
        "channel", "purpose", "level", "granted_at", "withdrawn_at", "method")})),
    "opt_outs": polars.List(polars.Struct({"channel": T, "purpose": T, "at": T})),
    "last_engaged_at": T, "origin": polars.Struct({"kind": T, "collected_at": T}),
    "history": polars.List(polars.Struct({"channel": T, "at": T})),
    "registers": polars.Struct({name: ANSWER for name, _ in REGISTERS.values()})}


def field(name):
    return polars.element().struct.field(name)


def newest(step, *also):
    """When the newest consent was granted that is in force but for refusals; null if there is none."""
    at = step["at"]
    holds = (field("channel") == step["channel"]) & (field("purpose") == plan["purpose"]) & (field("granted_at") <= at) & (
        field("withdrawn_at").is_null() | (field("withdrawn_at") > at))
    for part in also:
        holds = holds & part
    granted = col("consents").list.eval(polars.when(holds).then(field("granted_at")).drop_nulls()).list.max()
    ended = refused(step) & (granted <= REFUSED)
    return polars.when(~ended.fill_null(False)).then(granted)


REFUSED = col("opt_outs").list.first().struct.field("at")


def refused(step):
    return (REFUSED <= step["at"]).fill_null(False)


def listed(step, country):
    register = step["registers"][country]
    answer = col("registers").struct.field(register["name"]).struct
    return (col("country") == country) & (
        (answer.field("status") == "listed") & (answer.field("checked_at") >= register["since"])
        & (answer.field("checked_at") <= step["at"])
        & (answer.field("listed_at").is_null() | (answer.field("listed_at") <= step["at"]))).fill_null(False)


def over(step, name):
    cap = step["caps"][name]
    return col("history").list.eval(
        (field("channel") != "email") & (field("at") > cap["since"]) & (field("at") <= step["at"])).list.sum() > cap["room"]


def closed(step, country):
    zones = [zone for zone in ZONES if not is_open(country, **step["local"][zone])]
    return (col("country") == country) & col("time_zone").is_in(zones)


def per_step(rule):
    return polars.any_horizontal([rule(step) for step in plan["steps"]])


def countries(rule):
    return polars.any_horizontal([rule(country) for country in REGISTERS])


RULES = {
    "r01": ~col("phone").str.contains(NUMBER),
    "r02": per_step(lambda step: refused(step) & newest(step, field("level").is_in(["express", "written"])).is_null()),
    "r03": per_step(lambda step: lit(writes_needed(plan, step)) & (col("country") == "US")
                    & newest(step, field("level") == "written").is_null()),
    "r04": per_step(lambda step: (newest(step) < step["recent_since"]).fill_null(False)),
    "r05": per_step(lambda step: col("country").is_in(
        [country for country in REGISTERS if not scrubbed(plan, step, country)])),
    "r06": per_step(lambda step: newest(step).is_null() & countries(lambda country: listed(step, country))),
    "r07": per_step(lambda step: countries(lambda country: closed(step, country))),
    "r08": polars.when((col("region") == "US-FL").fill_null(False)).then(per_step(lambda step: over(step, "florida")))
    .when(col("country") == "FR").then(per_step(lambda step: over(step, "france")))
    .otherwise(per_step(lambda step: over(step, "other"))),
    "r09": per_step(lambda step: ~((col("last_engaged_at") <= step["at"])
                                   & (col("last_engaged_at") >= step["engaged_since"])).fill_null(False)),
    "r10": col("origin").struct.field("kind") == "purchased",
}
failed = polars.concat_str(
    [polars.when(rule).then(lit(name)) for name, rule in RULES.items()], separator=",", ignore_nulls=True)
polars.scan_ndjson(sys.argv[1], schema=SCHEMA).select("id", failed.alias("failed"), lit("").alias("unproven")).sink_csv(
    sys.argv[3], separator="\t", include_header=False, quote_style="never")

steps = polars.DataFrame([{"channel": step["channel"], "text": step["text"]} for step in plan["steps"]])
silent = steps.select(((col("channel") == "sms") & ~col("text").str.contains(STOP)).any()).item()
with open(sys.argv[3], "a") as output:
    output.write(plan_line(({"r11"} if silent else set()) | ({"r12"} if plan["abandonment"] > 3 else set())))
