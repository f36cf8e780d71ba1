"""DuckDB: one SQL statement from file to file. Local times are its own."""

import sys

import duckdb

from common import NUMBER, STOP, plan_line, prepared

contacts, plan_path, output = sys.argv[1:4]
plan = prepared(plan_path)
steps = plan["steps"]
connection = duckdb.connect(":memory:")
connection.execute(f"SET threads={sys.argv[4] if len(sys.argv) > 4 else 1}")
connection.execute("SET preserve_insertion_order=false")
# Without these it hashes the contacts and looks the zones up in them.
connection.execute("SET disabled_optimizers='join_order,build_side_probe_side'")


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


def typed(columns):
    return ", ".join(f"{name}: {quoted(kind)}" for name, kind in columns.items())


TEXTS = dict.fromkeys(("id", "phone", "country", "region", "time_zone", "recipient"), "VARCHAR")
COUNTRIES = ("us", "gb", "fr", "au")
if contacts.endswith(".csv"):
    columns = {**TEXTS, **dict.fromkeys(
        ("consents", "opted_out_at", "last_engaged_at", "collected_at", "origin", "history"), "VARCHAR")}
    columns.update({f"{country}_{name}": "VARCHAR" for country in COUNTRIES for name in ("checked_at", "status", "listed_at")})
    source = f"read_csv({quoted(contacts)}, header=true, nullstr='', quote='\"', columns={{{typed(columns)}}})"
    consents, history = "string_split(consents, ';')", "string_split(history, ';')"
    consent = {name: f"split_part(k, '|', {index})" for index, name in enumerate(
        ("channel", "purpose", "level", "granted_at", "withdrawn_at"), 1)}
    not_withdrawn = f"{consent['withdrawn_at']} = '' OR {consent['withdrawn_at']}"
    earlier = {"channel": "split_part(h, '|', 1)", "at": "split_part(h, '|', 2)"}
    refused, origin = "opted_out_at", "origin"

    def answer(country, name):
        return f"{country.lower()}_{name}"
else:
    row = 'STRUCT(channel VARCHAR, purpose VARCHAR, "level" VARCHAR, granted_at VARCHAR, withdrawn_at VARCHAR, "method" VARCHAR)'
    asked = "STRUCT(checked_at VARCHAR, status VARCHAR, listed_at VARCHAR)"
    columns = {
        **TEXTS, "consents": row + "[]", "opt_outs": 'STRUCT(channel VARCHAR, purpose VARCHAR, "at" VARCHAR)[]',
        "last_engaged_at": "VARCHAR", "origin": "STRUCT(kind VARCHAR, collected_at VARCHAR)",
        "history": 'STRUCT(channel VARCHAR, "at" VARCHAR)[]',
        "registers": "STRUCT(" + ", ".join(f'"twelve.{country}" {asked}' for country in COUNTRIES) + ")"}
    source = f"read_json({quoted(contacts)}, format='newline_delimited', columns={{{typed(columns)}}})"
    consents, history = "consents", "history"
    consent = {name: f'k."{name}"' for name in ("channel", "purpose", "level", "granted_at")}
    not_withdrawn = "k.withdrawn_at IS NULL OR k.withdrawn_at"
    earlier = {"channel": "h.channel", "at": 'h."at"'}
    refused, origin = 'opt_outs[1]."at"', "origin.kind"

    def answer(country, name):
        return f'registers."twelve.{country.lower()}".{name}'

# Every zone that there is, at every step.
connection.execute("CREATE TEMP TABLE moments AS SELECT unnest([%s]) AS step" % ", ".join(
    f"TIMESTAMPTZ {quoted(step['at'])}" for step in steps))
connection.execute("""
CREATE TEMP TABLE clocks AS
WITH readings AS (SELECT name AS time_zone, timezone(name, step) AS clock FROM pg_timezone_names(), moments),
minutes AS (SELECT time_zone, hour(clock) * 60 + minute(clock) AS minute, isodow(clock) < 6 AS weekday FROM readings)
SELECT time_zone, bool_and(minute >= 480 AND minute < 1260) AS us,
  bool_and(weekday AND (minute >= 600 AND minute < 780 OR minute >= 840 AND minute < 1200)) AS fr,
  bool_and(weekday AND minute >= 540 AND minute < 1200) AS au
FROM minutes GROUP BY time_zone""")


def active(step):
    at = quoted(step["at"])
    return (f"list_filter(mine, lambda k: {consent['channel']} = {quoted(step['channel'])} AND {consent['granted_at']} <= {at} "
            f"AND ({not_withdrawn} > {at}) AND (refused IS NULL OR refused > {at} OR {consent['granted_at']} > refused))")


def some_active(index, condition):
    return f"len(list_filter(active{index}, lambda k: {condition})) > 0"


def scrubbed(step, register):
    return "(" + " OR ".join(
        f"({quoted(scrub['register'])} = {quoted(register['name'])} AND {quoted(scrub['at'])} <= {quoted(step['at'])} "
        f"AND {quoted(scrub['at'])} >= {quoted(register['since'])})" for scrub in plan["scrubs"]) + ")"


def listed(step, country, register):
    at = quoted(step["at"])
    return (f"({answer(country, 'status')} = 'listed' AND {answer(country, 'checked_at')} BETWEEN {quoted(register['since'])} AND {at} "
            f"AND ({answer(country, 'listed_at')} IS NULL OR {answer(country, 'listed_at')} <= {at}))")


def countries(rule, step):
    return "CASE country " + " ".join(
        f"WHEN '{country}' THEN {rule(country, register)}" for country, register in step["registers"].items()) + " ELSE false END"


def over(step, name):
    cap = step["caps"][name]
    return (f"coalesce(len(list_filter({history}, lambda h: {earlier['channel']} != 'email' "
            f"AND {earlier['at']} > {quoted(cap['since'])} AND {earlier['at']} <= {quoted(step['at'])})), 0) > {cap['room']}")


def per_step(rule):
    return "(" + " OR ".join(f"({rule(index, step)})" for index, step in enumerate(steps)) + ")"


RULES = {
    "r01": f"NOT regexp_matches(phone, {quoted(NUMBER)})",
    "r02": per_step(lambda i, step: f"refused <= {quoted(step['at'])} AND NOT " + some_active(
        i, consent["level"] + " IN ('express', 'written')")),
    "r03": per_step(lambda i, step: f"country = 'US' AND {quoted(plan['purpose'])} = 'marketing' AND "
                    f"({quoted(step['channel'])} = 'sms' OR {quoted(step['technology'])} IN ('autodialed', 'prerecorded')) AND NOT "
                    + some_active(i, consent["level"] + " = 'written'")),
    "r04": per_step(lambda i, step: f"len(active{i}) > 0 AND NOT " + some_active(
        i, f"{consent['granted_at']} >= {quoted(step['recent_since'])}")),
    "r05": per_step(lambda i, step: countries(lambda country, register: "NOT " + scrubbed(step, register), step)),
    "r06": per_step(lambda i, step: f"len(active{i}) = 0 AND " + countries(
        lambda country, register: listed(step, country, register), step)),
    "r07": "NOT CASE country WHEN 'US' THEN us WHEN 'GB' THEN us WHEN 'FR' THEN fr WHEN 'AU' THEN au ELSE true END",
    "r08": "CASE WHEN region = 'US-FL' THEN {florida} WHEN country = 'FR' THEN {france} ELSE {other} END".format(
        **{name: per_step(lambda i, step: over(step, name)) for name in steps[0]["caps"]}),
    "r09": per_step(lambda i, step: "NOT coalesce(last_engaged_at BETWEEN "
                    f"{quoted(step['engaged_since'])} AND {quoted(step['at'])}, false)"),
    "r10": f"{origin} = 'purchased'",
}
PLAN_RULES = {
    "r11": per_step(lambda i, step: f"{quoted(step['channel'])} = 'sms' AND NOT regexp_matches({quoted(step['text'])}, {quoted(STOP)})"),
    "r12": f"{plan['abandonment']} > 3",
}
failures = ", ".join(f"CASE WHEN {rule} THEN '{name}' END" for name, rule in RULES.items())
lists = ", ".join(f"{active(step)} AS active{index}" for index, step in enumerate(steps))
channels = ", ".join(sorted({quoted(step["channel"]) for step in steps}))
mine = (f"coalesce(list_filter({consents}, lambda k: {consent['channel']} IN ({channels}) "
        f"AND {consent['purpose']} = {quoted(plan['purpose'])}), [])")
connection.execute(
    f"COPY (WITH read AS (SELECT *, {refused} AS refused, {mine} AS mine FROM {source}), judged AS (SELECT *, {lists} FROM read) "
    f"SELECT id, concat_ws(',', {failures}) AS failed, '' AS unproven FROM judged LEFT JOIN clocks USING (time_zone)) "
    f"TO {quoted(output)} (FORMAT csv, DELIMITER '\t', HEADER false, QUOTE '', ESCAPE '')")
with open(output, "a") as file:
    file.write(plan_line(name for name, rule in PLAN_RULES.items() if connection.execute(f"SELECT {rule}").fetchone()[0]))
