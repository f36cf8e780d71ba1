#!/usr/bin/env python3
"""Makes of the benchmark's contacts such as say all that the shipped library asks of them, and a plan that does.

    complete.py CONTACTS COUNT FOLDER

Reads the first COUNT lines of CONTACTS (workload.py) and writes FOLDER/complete-COUNT.ndjson and
FOLDER/complete.json, whose programme is that of Docs/Examples/spring-sale. What was there stays as it is, so that the
twelve rules say the same of both lists.
"""

import json
import pathlib
import sys

from workload import DAY, PLANS, REFERENCE, Generator, instant

PROGRAMME = pathlib.Path(__file__).resolve().parents[2] / "Docs/Examples/spring-sale/programme.json"
SUBJECTS = ("boots", "shoes", "coats")
NATIONAL = {"US": "US.national_dnc", "GB": "GB.tps", "FR": "FR.bloctel", "AU": "AU.dncr"}
STATE = {"US-FL": "US-FL.do_not_call", "US-TX": "US-TX.no_call", "US-NY": "US-NY.emergencies"}


class Completer(Generator):
    """Draws what is added to records, from a sequence of its own."""

    def one(self, words):
        return words[self.below(len(words))]

    def proof(self, kind):
        return f"https://acme.example/{kind}/{self.below(10 ** 9):09}"

    def answer(self, listed):
        listed_at = instant(REFERENCE - self.below(2000 * DAY)) if listed else None
        return {"checked_at": instant(REFERENCE - self.below(5 * DAY)), "status": "listed" if listed else "clear",
                "listed_at": listed_at, "channels": None, "categories": None}

    def consent(self, row):
        spoken = row["method"] == "spoken"
        row |= {"technology": "any", "sender": "any", "number": "any", "double_opt_in": self.chance(0.95),
                "documented_at": row["granted_at"], "wording": "v3", "evidence": self.proof("consents"),
                "recording": self.proof("recordings") if spoken and self.chance(0.95) else None, "signature": None,
                "given_by": "self", "obtained_by": "own", "subject": None, "bundled": self.chance(0.02),
                "preticked": self.chance(0.02), "condition_of_purchase": self.chance(0.02), "renewed_at": None,
                "expires_at": None}

    def outcome(self, channel):
        if channel == "voice":
            return self.one(("answered", "answered", "answered", "no_answer", "no_answer", "voicemail", "busy"))
        return "bounced" if self.chance(0.02) else "delivered"

    def relationship(self):
        customer = self.chance(0.5)
        bought = sorted(REFERENCE - self.below(900 * DAY) for _ in range(self.below(4))) if customer else []
        last = instant(bought[-1]) if bought else None
        return {
            "customer": customer, "last_purchase_at": last, "last_payment_at": last, "last_donation_at": None,
            "last_inquiry_at": instant(REFERENCE - self.below(400 * DAY)) if self.chance(0.2) else None,
            "contract_from": None, "contract_until": None, "contract_subjects": [], "ended_at": None, "personal": False,
            "purchases": [{"at": instant(at), "subject": self.one(SUBJECTS), "kind": "sale", "seller": "ours",
                           "refusal_offered": self.chance(0.95), "first_message_at": None} for at in bought]}

    def complete(self, record):
        for row in record["consents"]:
            self.consent(row)
        for row in record["opt_outs"]:
            row["via"] = self.one(("stop_reply", "link", "spoken"))
        for row in record["history"]:
            row |= {"technology": [], "purpose": "marketing" if self.chance(0.3) else "service", "direction": "outbound",
                    "outcome": self.outcome(row["channel"]), "campaign": "summer", "subject": self.one(SUBJECTS)}
        record["origin"] |= {
            "vendor": None, "collection_point": "web-1", "purposes": ["marketing"], "notice_shown": True,
            "informed_at": record["origin"]["collected_at"], "proof_of_consent": self.proof("lists"),
            "proof_of_scrub_at": record["origin"]["collected_at"]}
        if record["country"] in NATIONAL:
            record["registers"][NATIONAL[record["country"]]] = self.answer(self.chance(0.1))
        if record["region"] in STATE:
            record["registers"][STATE[record["region"]]] = self.answer(self.chance(0.03))
        return record | {
            "minor": False, "verified_at": instant(REFERENCE - self.below(300 * DAY)), "requests": [],
            "preferences": {"channels": ["sms", "voice"] if self.chance(0.9) else ["voice"],
                            "max_per_month": 8 if self.chance(0.9) else 2},
            "relationship": self.relationship()}


def complete_plan():
    plan = json.loads(json.dumps(PLANS["sms"]))
    plan["segment"] = "practice.active_contacts"
    plan["offer"] = {"subject": "boots", "sector": "retail", "own_goods": True, "similar_to": ["shoes"],
                     "extends_deal": False}
    plan["sender"] |= {
        "sector": "retail", "on_behalf_of": None, "adheres_to": [], "paid_fundraiser": False,
        "contact": {"address": "1 Example Plaza, Miami, FL 33101", "email": "hello@acme.example", "phone": "+13055550100"},
        "caller_id": {"number": "+18005550100", "type": "toll_free", "name": "Acme Shoes", "shown": True, "callable": True,
                      "takes_opt_outs": True},
        "registrations": [
            {"register": register, "id": "0001", "from": "2026-01-01", "until": "2027-12-31"}
            for register in ("US.san", "US.campaign_registry", "US-FL.seller_licence", "US-TX.solicitor_registration",
                             "US-NY.telemarketer_registration")]}
    plan["audience"] = {"list": "autumn-2026", "sources": ["own_form"], "merged_at": instant(REFERENCE - DAY),
                        "deduplicated_at": instant(REFERENCE - DAY), "validated_at": instant(REFERENCE - DAY),
                        "suppressed_at": instant(REFERENCE)}
    scrubbed = [(row["register"], row["at"]) for row in plan["scrubs"]]
    scrubbed += [(register, instant(REFERENCE - 2 * DAY)) for register in (*NATIONAL.values(), *STATE.values())]
    plan["scrubs"] = [
        {"register": register, "at": at, "mode": "download", "version": at[:10], "removed": True, "by": "own",
         "account": "0001", "evidence": "https://acme.example/scrubs/" + register} for register, at in scrubbed]
    for role, step in zip(("first", "follow_up"), plan["steps"]):
        step["role"] = role
        step["message"]["text"] = (
            "Acme Shoes: 20% off all boots until Sunday. Msg & data rates may apply. Reply HELP for help, "
            "Reply STOP to opt out. acme.example +13055550100")
        step["message"]["says"] = ["identity", "purpose", "goods", "opt_out", "contact_details", "frequency"]
        step["message"]["omits"] = []
    plan["metrics"] |= {"bounce_rate": "0.8%", "complaint_rate": "0.02%", "opt_out_rate": "1.1%", "delivery_rate": "97%"}
    plan["programme"] = json.loads(PROGRAMME.read_text())
    return plan


def main():
    contacts, count, folder = sys.argv[1], int(sys.argv[2]), pathlib.Path(sys.argv[3])
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "complete.json").write_text(json.dumps(complete_plan(), indent=1))
    completer = Completer(7)
    with open(contacts) as lines, open(folder / f"complete-{count}.ndjson", "w") as target:
        for _, line in zip(range(count), lines):
            target.write(json.dumps(completer.complete(json.loads(line)), separators=(",", ":"), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
