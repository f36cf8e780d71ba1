/// The plan of the example campaign.
let examplePlan = #"""
  {
    "campaign": "spring-sale",
    "kind": "campaign",
    "purpose": "marketing",
    "segment": "active",
    "offer": {"subject": "boots", "sector": "retail", "own_goods": true, "similar_to": ["shoes", "sandals"], "extends_deal": false},
    "sender": {
      "name": "Acme Shoes", "country": "US", "kind": "company", "sector": "retail", "on_behalf_of": null, "paid_fundraiser": false,
      "contact": {"address": "1 Example Plaza, Miami, FL 33101", "email": "hello@acme.example", "phone": "+13055550100"},
      "adheres_to": [],
      "caller_id": {"number": "+13055550100", "shown": true, "callable": true, "takes_opt_outs": true},
      "registrations": [
        {"register": "US.san", "id": "10000001-20000002", "from": "2027-01-01", "until": "2027-12-31"},
        {"register": "US.campaign_registry", "id": "C0ACME1", "from": "2026-04-01", "until": null},
        {"register": "US-FL.seller_licence", "id": "TC0000", "from": "2026-09-01", "until": "2027-08-31"}
      ]
    },
    "targets": ["US", "FR"],
    "audience": {
      "list": "spring-2027", "sources": ["own_form", "paper_form"],
      "merged_at": "2027-02-27T07:00:00Z", "deduplicated_at": "2027-02-27T08:00:00Z",
      "validated_at": "2027-02-27T08:00:00Z", "suppressed_at": "2027-03-02T06:00:00Z"
    },
    "scrubs": [
      {"register": "US.national_dnc", "at": "2027-02-22T06:00:00Z", "mode": "download", "version": "2027-02-21", "removed": true, "by": "own", "account": "10000001-20000002", "evidence": "https://acme.example/records/scrubs/us-2027-02-22"},
      {"register": "US.reassigned_numbers", "at": "2027-02-22T06:30:00Z", "mode": "query", "removed": true, "by": "own", "account": "RND-0001", "evidence": "https://acme.example/records/scrubs/rnd-2027-02-22"},
      {"register": "US-FL.do_not_call", "at": "2027-02-22T06:00:00Z", "mode": "download", "version": "2027-02-15", "removed": true, "by": "own", "account": "FDACS-0001", "evidence": "https://acme.example/records/scrubs/us-fl-2027-02-22"}
    ],
    "steps": [
      {
        "id": "text-1", "channel": "sms", "technology": "autodialed", "role": "first", "at": "2027-03-02T17:30:00Z",
        "message": {
          "text": "Acme Shoes: 20% off boots until Sunday. Up to 4 msgs a month. Msg & data rates may apply. Reply HELP for help, Reply STOP to opt out.",
          "language": "en", "says": ["identity", "frequency"]
        }
      },
      {
        "id": "call-1", "channel": "voice", "technology": "manual", "role": "follow_up",
        "window": {"dates": ["2027-03-04"], "local_from": "14:00", "local_to": "18:00"},
        "script": {"id": "s1", "language": "en", "says": ["identity", "on_behalf_of", "purpose", "goods", "contact_details", "price", "opt_out", "recording"]}
      },
      {
        "id": "call-2", "channel": "voice", "technology": "manual", "role": "follow_up",
        "only_if": {"step": "call-1", "outcome": ["no_answer", "busy"]},
        "window": {"dates": ["2027-03-08"], "local_from": "10:00", "local_to": "12:30"},
        "script": {"id": "s1", "language": "en", "says": ["identity", "on_behalf_of", "purpose", "goods", "contact_details", "price", "opt_out", "recording"]}
      }
    ],
    "metrics": {
      "abandonment_rate": {"value": "1.2%", "from": "2027-01-29", "to": "2027-02-28", "base": "answered calls"},
      "bounce_rate": {"value": "0.8%", "from": "2027-02-01", "to": "2027-02-28", "base": "texts sent"},
      "complaint_rate": {"value": "0.02%", "from": "2027-02-01", "to": "2027-02-28", "base": "texts delivered"},
      "opt_out_rate": {"value": "1.1%", "from": "2027-02-01", "to": "2027-02-28", "base": "texts delivered"},
      "delivery_rate": {"value": "97%", "from": "2027-02-01", "to": "2027-02-28", "base": "texts sent"}
    }
  }

  """#
