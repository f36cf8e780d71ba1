"""Whom policies cover, what loosens a rule, and what decides an attempt."""
from itertools import product

from common import F, T, U, Family, at, step

ZONE = "America/New_York"
NOON = at("2026-03-02T12:00:00", ZONE)
NIGHT = at("2026-03-02T22:00:00", ZONE)
MIAMI, NEW_YORK, TOLL_FREE, LONDON = "+13055550142", "+12125550142", "+18005550142", "+442079460142"


def good(**more):
    """Somebody of whom everything is in order."""
    facts = {"id": "c", "phone": MIAMI, "minor": False, "age_band": "30-39", "journey": "active", "city": "Miami"}
    relationship = {"customer": True, "personal": False, **more.pop("relationship", {})}
    return {**facts, "relationship": relationship, **more}


def says(rule, word, **more):
    return {"rule": rule, "verdict": word, **more}


def cases():
    family = Family("layers", "2", ["federal", "state", "acme"])

    def add(name, why, expect, contact, moment=NOON, section=None, policies=None, **plan):
        if policies:
            family.policies = policies
        family.add(name, why, expect, section=section, plan=step(moment, **{"purpose": "marketing", **plan}), contacts=[contact])
        family.policies = ["federal", "state", "acme"]

    coverage(add)
    loosening(add)
    decisions(add)
    waivers(add)
    return family


def coverage(add):
    add(
        "miami", "A number of Miami lies in Florida for certain: both laws and the house rules cover.",
        [says("US.by_day", "pass"), says("US-FL.here", "pass"), says("acme.no_fax", "pass"), {"decision": "allowed"}], good(), section="1")
    add(
        "new-york", "A number of New York does not lie in Florida.",
        [says("US.by_day", "pass"), says("US-FL.here", "not covered"), says("acme.no_fax", "pass")], good(phone=NEW_YORK), section="1")
    add(
        "moved", "Number and address name two states: both are certain, and the law of both applies.",
        [says("US-FL.here", "pass"), says("US.by_day", "pass")], good(phone=NEW_YORK, country="US", region="US-FL"), section="1")
    add(
        "address", "An address alone decides too.", [says("US-FL.here", "pass")],
        {key: value for key, value in good(country="US", region="US-FL").items() if key != "phone"}, section="1")
    add(
        "toll-free", "A toll-free number could be anywhere in the plan: Florida is possible, and a rule that would fail there is unproven, for want of "
        "the place.", [says("US-FL.here", "unproven")], good(phone=TOLL_FREE, city=None), section="1")
    add(
        "toll-free-ok", "What passes passes under a possible place too.", [says("US-FL.here", "pass")], good(phone=TOLL_FREE), section="1")
    add(
        "abroad", "In London no law of this suite covers, which leaves a review; house rules for two countries do not cover either.",
        [says("US.adults", "not covered"), says("acme.no_fax", "not covered"), says("ringfence.uncovered", "unproven"), {"decision": "review"}],
        good(phone=LONDON), section="1")
    add(
        "canada", "A word policy may cover a list of codes.", [says("acme.no_fax", "pass"), says("US.adults", "not covered"), {"decision": "review"}],
        good(phone="+14165550142", country="CA", region="CA-ON"), section="1")
    add(
        "no-number", "Without a number nothing is allowed, whatever the rules say.",
        [says("ringfence.number", "unproven"), {"decision": "review"}],
        {key: value for key, value in good(country="US", region="US-FL").items() if key != "phone"}, section="A")
    add(
        "bad-number", "A number that cannot be assigned is none.", [says("ringfence.number", "unproven"), {"decision": "review"}],
        good(phone="+1305555", country="US", region="US-FL"), section="A")


def loosening(add):
    night = {"moment": NIGHT}
    add("exempt", "Florida excuses friends from both rules that one exemption names.",
        [says("US.by_day", "exempt"), says("US.customers", "exempt"), {"decision": "allowed"}],
        good(relationship={"personal": True, "customer": False}), **night)
    add("exempt-first", "Where an exemption holds, the rule is exempt though it would pass as well.",
        [says("US.by_day", "exempt"), says("US.customers", "exempt")], good(relationship={"personal": True}))
    add("exempt-not", "A stranger is not excused.", [says("US.by_day", "fail"), {"decision": "blocked"}], good(), **night)
    add("exempt-unknown", "Nobody knows whether it is a friend: a rule that fails is unproven, one that holds passes.",
        [says("US.by_day", "unproven"), says("US.customers", "pass"), {"decision": "review"}],
        {**good(), "relationship": {"customer": True}}, **night)
    add("exempt-elsewhere", "An exemption works in its own branch: nobody in New York is excused by Florida.",
        [says("US.by_day", "fail")], good(phone=NEW_YORK, relationship={"personal": True}), **night)
    add("exempt-both-branches", "Who stands in two states needs the excuse in both: the rule is judged once a branch, and every branch must hold.",
        [says("US.by_day", "fail")], good(phone=NEW_YORK, country="US", region="US-FL", relationship={"personal": True}), **night)
    add("exempt-possible", "Florida is merely possible, the country certain: duties err to apply and what loosens them errs not to.",
        [says("US.by_day", "fail")], good(phone=TOLL_FREE, time_zone=ZONE, relationship={"personal": True}), **night)
    for day, word, decision in [("2026-03-01", "unproven", "review"), ("2026-03-02", "exempt", "allowed"), ("2026-03-03", "exempt", "allowed"),
                                ("2026-03-04", "unproven", "review")]:
        add(f"exempt-gap-{day[8:]}", "A child policy answers a gap of its parent, on the days for which it says so, both included.",
            [says("US.open_norm", word)], good(journey="else"), at(f"{day}T12:00:00", ZONE), policies=["federal", "state"], purpose="greeting")
    add("exempt-weak", "An excuse that rests on weak law alone leads to a review.",
        [says("US.adults", "exempt"), {"decision": "review"}], good(minor=True, journey="guardian"), at("2026-03-03T12:00:00", ZONE))


def decisions(add):
    only = ["federal"]
    known = {T: "pass", F: "fail", U: "unproven"}
    for adult, age, stage in product((T, F, U), repeat=3):
        contact = good()
        for key, value, yes, no in (("minor", adult, False, True), ("age_band", age, "30-39", "40-49"), ("journey", stage, "active", "new")):
            contact[key] = yes if value else no
            if value is U:
                del contact[key]
        decision = {T: "allowed", F: "blocked", U: "review"}[adult]
        letters = "".join({T: "T", F: "F", U: "U"}[v] for v in (adult, age, stage))
        add(f"severity-{letters}", "Rules of severity block alone decide: one that fails blocks, one that is unproven asks for a review; warnings and "
            "advice never change it.",
            [says("US.adults", known[adult]), says("US.warns", known[age]), says("US.advises", known[stage]), {"decision": decision}],
            contact, section="A", policies=only)
    for channel, rule, word, decision, why in [
        ("fax", "US.weak_duty", "fail", "review", "A weak rule that fails asks for a review."),
        ("mms", "US.strong_in_one_place", "fail", "blocked", "What is remembered with high confidence is not weak."),
        ("rcs", "US.weak_but_written", "fail", "blocked", "A severity that is written on the weak rule counts in full."),
    ]:
        add(f"weak-{channel}", f"{why} Texts are excused from the rule about calls by a weak exception.",
            [says(rule, word), {"decision": decision}], good(relationship={"personal": True}), section="A", policies=only, channel=channel)
    add("weak-exception", "A weak exception that alone saves the attempt asks for a review.",
        [says("US.weakly_excused", "exempt"), {"decision": "review"}], good(relationship={"personal": True}), section="A", policies=only, channel="sms")
    add("weak-exception-not-needed", "One that is not needed does not.", [says("US.weakly_excused", "exempt"), {"decision": "allowed"}],
        good(relationship={"personal": True}), section="A", policies=only)
    add("weak-exception-unknown", "One of which it is not known whether it holds leaves the rule unproven.",
        [says("US.weakly_excused", "unproven"), {"decision": "review"}], {**good(), "relationship": {"customer": True}}, section="A", policies=only,
        channel="sms")
    add("gap", "A gap is a rule whose requirement nobody knows; it warns unless it says otherwise.",
        [says("US.open_norm", "unproven"), says("US.remark", "unproven"), {"decision": "review"}], good(), section="A", policies=only, purpose="greeting")
    add("gap-elsewhere", "It asks for nothing where it does not apply.",
        [says("US.open_norm", "not applicable"), says("US.remark", "not applicable"), {"decision": "allowed"}], good(), section="A", policies=only)


def waivers(add):
    for day, word, decision in [("2026-03-02", "waived", "allowed"), ("2026-03-03", "fail", "blocked")]:
        add(f"waive-{day[8:]}", "A waiver holds to the end of its last day, on the recipient's clock, and is always shown.",
            [says("US.adults", word), {"decision": decision}], good(minor=True), at(f"{day}T19:59:00", ZONE))
    add("waive-passes", "Also where the rule would pass.", [says("US.adults", "waived")], good())
    add("waive-elsewhere", "It works for whom its policy certainly covers.", [says("US.adults", "fail")],
        good(minor=True), policies=["federal", "state"])
    reading = "`waive … as E` puts another requirement in the place of the gap's: true is waived, false fails, unknown is unproven."
    later = at("2026-03-05T12:00:00", ZONE)
    unknown = {key: value for key, value in good().items() if key != "journey"}
    for name, contact, word, decision in [
        ("met", good(), "waived", "allowed"), ("not-met", good(journey="new"), "fail", "blocked"), ("none", good(journey=None), "fail", "blocked"),
        ("unknown", unknown, "unproven", "review"),
    ]:
        add(f"reading-{name}", reading, [says("US.open_norm", word), {"decision": decision}], contact, later, purpose="greeting")
    add("header-applies", "What the header says applies to every rule of its policy, together with the rule's own.",
        [says("acme.no_fax", "not applicable"), says("acme.own_words", "not applicable")], good(), purpose="legal_notice", channel="fax", section="2")
    add("header-severity", "A rule's own severity beats the header's.", [says("acme.own_words", "fail"), says("acme.no_fax", "pass"), {"decision": "allowed"}],
        good(journey="new"), section="2")
