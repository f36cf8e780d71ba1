/// The one list of facts: every field that documents may give and policies may ask for.
///
/// Readers fill it, the checker resolves names against it, and the language reference is written from it.
extension RecordKind {
  /// The fields of the record, in order.
  public var fields: [FactField] { RecordKind.schema[number] }

  /// The place of a field by its name; nil if the record has none such.
  public func index(of name: String) -> Int? {
    RecordKind.indices[number][name]
  }

  /// The place of a field by its key in documents, which may be its name or one of its aliases.
  func index(ofKey key: String) -> Int? {
    RecordKind.keyIndices[number][key]
  }

  private static let schema = allCases.map(\.declaredFields)

  private static let indices = schema.map { fields in
    Dictionary(uniqueKeysWithValues: fields.enumerated().map { ($1.name, $0) })
  }

  private static let keyIndices = schema.map { fields in
    Dictionary(
      uniqueKeysWithValues: fields.enumerated().flatMap { index, field in
        ([field.name] + field.aliases).map { ($0, index) }
      })
  }

  private var declaredFields: [FactField] {
    switch self {
    case .contact:
      [
        FactField("id", .text, "The record's id in the user's own system"),
        FactField("person", .text, "An id shared by all records of one person"),
        FactField("phone", .phone, "The number to be called or texted"),
        FactField("country", .place, "The country of the person's address"),
        FactField("region", .place, "The state or province of the person's address"),
        FactField("postal_code", .text, "The postal code of the person's address"),
        FactField("city", .text, "The town of the person's address"),
        FactField("time_zone", .text, "The IANA time zone in which the person is"),
        FactField("language", .text, "The person's language, ISO 639-1"),
        FactField("line", .record(.lineAnswer), "What a look-up or the person says of the line"),
        FactField("recipient", .word(.recipient), "What the person is in law"),
        FactField("minor", .truth, "Whether the person is under age"),
        FactField("age_band", .text, "The person's age, as a band"),
        FactField("journey", .text, "The stage of the customer journey"),
        FactField("interests", .list(.text), "What the person is interested in"),
        FactField("preferences", .record(.preferences), "What the person asked for"),
        FactField("origin", .record(.origin), "Where the record comes from", aliases: ["source"]),
        FactField("consents", .list(.record(.consent)), "Every consent on file"),
        FactField("opt_outs", .list(.record(.optOut)), "Every opt-out on file"),
        FactField(
          "registers", .table(.registerAnswer),
          "What registers answered for this number, by register id"),
        FactField("relationship", .record(.relationship), "The business relationship"),
        FactField("requests", .list(.record(.request)), "The person's requests to be contacted"),
        FactField(
          "history", .list(.record(.historyEntry)), "Every earlier contact in either direction"),
        FactField("last_engaged_at", .moment, "When the person last reacted to us"),
        FactField("verified_at", .moment, "When the details were last confirmed"),
        FactField("custom", .own(.contact), "The organisation's own fields"),
      ]
    case .lineAnswer:
      [
        FactField("type", .word(.line), "The kind of line"),
        FactField("by", .text, "Who says so: range, lookup, customer"),
        FactField("at", .moment, "When it was said"),
        FactField("ported_at", .moment, "When the number was ported to a mobile line"),
      ]
    case .preferences:
      [
        FactField("channels", .words(.channel), "The channels asked for"),
        FactField("max_per_month", .number, "The most contacts a month asked for"),
      ]
    case .origin:
      [
        FactField("kind", .word(.origin), "How the record came about"),
        FactField("vendor", .text, "Who supplied it"),
        FactField("collected_at", .moment, "When it was collected"),
        FactField("collection_point", .text, "The id of the programme's collection point"),
        FactField("purposes", .words(.purpose), "The purposes named at collection"),
        FactField("proof_of_scrub_at", .moment, "When the vendor proves to have scrubbed it"),
        FactField("proof_of_consent", .text, "Where the vendor's proof of consent is"),
        FactField("informed_at", .moment, "When the person was told where the data came from"),
        FactField("notice_shown", .truth, "Whether the collection notice was shown"),
      ]
    case .consent:
      [
        FactField("channel", .word(.channel), "The channel consented to"),
        FactField("purpose", .word(.purpose), "The purpose consented to"),
        FactField("level", .word(.level), "How clearly"),
        FactField("technology", .words(.technology), "The technologies consented to", absent: .any),
        FactField("sender", .text, "The sender consented to, or any"),
        FactField("number", .phone, "The number consented for, or any"),
        FactField("method", .word(.method), "How it was given"),
        FactField("double_opt_in", .truth, "Whether it was confirmed a second time"),
        FactField("granted_at", .moment, "When it was given"),
        FactField("renewed_at", .moment, "When it was last renewed"),
        FactField("expires_at", .moment, "From when it is void", absent: .none),
        FactField(
          "withdrawn_at", .moment, "From when it is withdrawn", absent: .noneIfOptOutsSupplied),
        FactField("documented_at", .moment, "When it was put on record"),
        FactField("wording", .text, "The id of the wording in the programme"),
        FactField("evidence", .text, "Where the evidence is"),
        FactField("recording", .text, "Where the recording of a spoken consent is"),
        FactField("signature", .text, "Where the signature is"),
        FactField("given_by", .text, "Who gave it: self, parent, agent"),
        FactField("obtained_by", .text, "Who obtained it: own, or a third party's name"),
        FactField("subject", .text, "The goods or services consented to"),
        FactField("bundled", .truth, "Whether it was mixed with other matters"),
        FactField("preticked", .truth, "Whether the box was ticked beforehand"),
        FactField("condition_of_purchase", .truth, "Whether buying depended on it"),
        FactField("registered_in", .text, "The register in which it is entered"),
        FactField("registered_at", .moment, "When it was entered there"),
        FactField("times", .list(.record(.timeRange)), "The local times consented to"),
      ]
    case .timeRange:
      [
        FactField("from", .timeOfDay, "The first local time"),
        FactField("to", .timeOfDay, "The first local time after it"),
        FactField("days", .list(.text), "The weekdays; absent means every day", absent: .none),
      ]
    case .optOut:
      [
        FactField("channel", .word(.channel), "The channel refused, or any"),
        FactField("purpose", .word(.purpose), "The purpose refused, or any"),
        FactField("at", .moment, "When it was said"),
        FactField("via", .word(.via), "How it was said"),
        FactField("subject", .text, "The goods or services refused"),
      ]
    case .registerAnswer:
      [
        FactField("checked_at", .moment, "When the register was asked"),
        FactField("status", .word(.status), "What it answered", aliases: ["listed"]),
        FactField("listed_at", .moment, "Since when the number is listed"),
        FactField("channels", .words(.channel), "The channels of the entry"),
        FactField("categories", .list(.text), "The categories of the entry"),
      ]
    case .relationship:
      [
        FactField("customer", .truth, "Whether the person is a customer"),
        FactField("last_purchase_at", .moment, "When the person last bought"),
        FactField("last_inquiry_at", .moment, "When the person last asked about goods or services"),
        FactField("contract_from", .moment, "When the running contract began"),
        FactField("contract_until", .moment, "When the running contract ends"),
        FactField("contract_subjects", .list(.text), "What the running contract is about"),
        FactField("ended_at", .moment, "When the relationship ended"),
        FactField("last_payment_at", .moment, "When the person last paid"),
        FactField("last_donation_at", .moment, "When the person last donated"),
        FactField("personal", .truth, "Whether the person and the caller know each other"),
        FactField(
          "purchases", .list(.record(.purchase)), "Every purchase, and every negotiation of one"),
      ]
    case .purchase:
      [
        FactField("at", .moment, "When"),
        FactField("subject", .text, "What was bought"),
        FactField("kind", .word(.purchaseKind), "What kind of deal it was"),
        FactField("seller", .text, "Who sold it; ours is the sender"),
        FactField("refusal_offered", .truth, "Whether refusing marketing was offered then"),
        FactField(
          "first_message_at", .moment, "When the first marketing message after it was sent"),
      ]
    case .request:
      [
        FactField("at", .moment, "When the person asked"),
        FactField("channel", .word(.channel), "How the person wants to be contacted"),
        FactField("subject", .text, "About what"),
        FactField("call_from", .moment, "From when the person wants to be called"),
        FactField("call_to", .moment, "Until when the person wants to be called"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .historyEntry:
      [
        FactField("at", .moment, "When the contact took place"),
        FactField("channel", .word(.channel), "Its channel"),
        FactField("technology", .words(.technology), "Its technologies"),
        FactField("purpose", .word(.purpose), "Its purpose"),
        FactField(
          "direction", .word(.direction), "From us or from the person", absent: .word("outbound")),
        FactField("outcome", .word(.outcome), "What came of it"),
        FactField("campaign", .text, "The campaign it belonged to"),
        FactField("step", .text, "The step of that campaign"),
        FactField("subject", .text, "Its subject"),
        FactField("sender", .text, "In whose name; ours is the sender's", absent: .text("ours")),
      ]
    case .plan:
      [
        FactField("campaign", .text, "The campaign's id"),
        FactField("kind", .word(.planKind), "What kind of campaign it is"),
        FactField("purpose", .word(.purpose), "What it is for"),
        FactField("segment", .text, "The segment it is meant for"),
        FactField("offer", .record(.offer), "What is offered"),
        FactField("sender", .record(.sender), "In whose name"),
        FactField("targets", .list(.place), "The places aimed at"),
        FactField("audience", .record(.audience), "The list and what was done to it"),
        FactField(
          "scrubs", .list(.record(.scrub)), "Every consultation of a register for this list"),
        FactField("steps", .list(.record(.step)), "The contacts planned"),
        FactField("metrics", .record(.metrics), "Rates measured before the campaign"),
        FactField("custom", .own(.plan), "The organisation's own fields"),
        FactField("programme", .record(.programme), "The organisation's standing evidence"),
      ]
    case .offer:
      [
        FactField("subject", .text, "The goods or services"),
        FactField("sector", .text, "The trade"),
        FactField("own_goods", .truth, "Whether they are the sender's own"),
        FactField("similar_to", .list(.text), "Earlier purchases to which they are similar"),
        FactField("extends_deal", .truth, "Whether they extend or improve a running contract"),
      ]
    case .sender:
      [
        FactField("name", .text, "The sender's name"),
        FactField("country", .place, "Where the sender is established"),
        FactField("kind", .word(.senderKind), "What the sender is"),
        FactField("sector", .text, "The sender's trade"),
        FactField(
          "size", .word(.senderSize), "The sender's size, as the law in question counts it"),
        FactField("on_behalf_of", .text, "For whom the sender acts"),
        FactField("contact", .record(.senderContact), "How the sender can be reached"),
        FactField("adheres_to", .list(.text), "The codes of conduct the sender adheres to"),
        FactField("caller_id", .record(.callerID), "The number shown"),
        FactField(
          "registrations", .list(.record(.registration)), "The sender's entries in registers"),
        FactField("paid_fundraiser", .truth, "Whether the sender raises funds for pay"),
      ]
    case .senderContact:
      [
        FactField("address", .text, "Postal address"),
        FactField("email", .text, "Email address"),
        FactField("phone", .phone, "Telephone number"),
      ]
    case .callerID:
      [
        FactField("number", .phone, "The number shown to the person called"),
        FactField("shown", .truth, "Whether it is shown"),
        FactField("callable", .truth, "Whether it can be called back"),
        FactField("takes_opt_outs", .truth, "Whether opt-outs are taken there"),
        FactField(
          "name", .text, "The name shown in place of a number; none where a number is shown"),
        FactField("type", .word(.line), "The kind of number"),
      ]
    case .registration:
      [
        FactField("register", .text, "The register's id"),
        FactField("id", .text, "The entry's id"),
        FactField("from", .moment, "Since when it is valid"),
        FactField("until", .moment, "Until when it is valid"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .audience:
      [
        FactField("list", .text, "The list's id"),
        FactField("sources", .words(.origin), "Where its records come from"),
        FactField("every", .record(.contact), "Facts true of every contact"),
        FactField("merged_at", .moment, "When lists were merged"),
        FactField("deduplicated_at", .moment, "When duplicates were removed"),
        FactField("validated_at", .moment, "When numbers were validated"),
        FactField("suppressed_at", .moment, "When it was matched against the own suppression list"),
      ]
    case .scrub:
      [
        FactField("register", .text, "The register's id"),
        FactField("at", .moment, "When it was consulted"),
        FactField("mode", .word(.scrubMode), "How it was consulted", absent: .none),
        FactField("version", .moment, "The day of the list version used"),
        FactField("removed", .truth, "Whether listed numbers were removed"),
        FactField("by", .text, "Who did it: own, or a vendor's name"),
        FactField("account", .text, "Under whose subscription"),
        FactField("listed_places", .list(.place), "The places the register named"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .step:
      [
        FactField("id", .text, "The step's id, unique in the plan"),
        FactField("channel", .word(.channel), "Its channel"),
        FactField("technology", .words(.technology), "Its technologies; an empty set is by hand"),
        FactField("at", .moment, "When it takes place"),
        FactField("window", .record(.window), "The window in which it takes place"),
        FactField("role", .word(.role), "Its part in the campaign"),
        FactField("message", .record(.message), "The text sent"),
        FactField("script", .record(.script), "The script spoken"),
        FactField(
          "only_if", .record(.condition), "The outcome of an earlier step that it waits for"),
        FactField("dialler", .record(.dialler), "How the dialler is set"),
        FactField("deliver_by", .moment, "The latest delivery"),
        FactField("caller_id", .record(.callerID), "The number shown, if not the sender's"),
        FactField("free_to_recipient", .truth, "Whether it costs the recipient nothing"),
        FactField("placed_from", .place, "From where the call is placed or the text is sent"),
      ]
    case .message:
      [
        FactField("text", .text, "The words sent"),
        FactField("language", .text, "Their language, ISO 639-1"),
        FactField("says", .words(.element), "What it is declared to say", absent: .none),
        FactField("omits", .words(.element), "What it is declared not to say", absent: .none),
      ]
    case .script:
      [
        FactField("id", .text, "The script's id in the programme", absent: .none),
        FactField("text", .text, "The words spoken"),
        FactField("language", .text, "Their language, ISO 639-1"),
        FactField("says", .words(.element), "What it is declared to say", absent: .none),
        FactField("omits", .words(.element), "What it is declared not to say", absent: .none),
      ]
    case .window:
      [
        FactField("dates", .list(.moment), "The local days"),
        FactField("local_from", .timeOfDay, "The local time at which it opens"),
        FactField("local_to", .timeOfDay, "The local time at which it closes"),
        FactField("from", .moment, "The instant at which it opens"),
        FactField("to", .moment, "The instant at which it closes"),
      ]
    case .condition:
      [
        FactField("step", .text, "The earlier step"),
        FactField("outcome", .words(.outcome), "The outcomes of it that let this step run"),
      ]
    case .dialler:
      [
        FactField("predictive", .truth, "Whether it dials ahead of agents"),
        FactField("machine_detection", .truth, "Whether it listens for answering machines"),
        FactField("drop_within", .period, "Within what time an unserved call is dropped"),
        FactField("connect_within", .period, "Within what time an agent is connected"),
        FactField("ring_for", .period, "How long it lets a call ring"),
        FactField("agent_guaranteed", .truth, "Whether an agent is always free"),
      ]
    case .metrics:
      [
        FactField(
          "abandonment_rate", .record(.metric),
          "Calls answered by a person and left without an agent"),
        FactField("bounce_rate", .record(.metric), "Messages that could not be delivered"),
        FactField("complaint_rate", .record(.metric), "Recipients who complained"),
        FactField("opt_out_rate", .record(.metric), "Recipients who opted out"),
        FactField("delivery_rate", .record(.metric), "Messages delivered"),
        FactField("open_rate", .record(.metric), "Messages opened"),
        FactField("response_rate", .record(.metric), "Recipients who responded"),
      ]
    case .metric:
      [
        FactField("value", .percentage, "The rate"),
        FactField("from", .moment, "The first day measured"),
        FactField("to", .moment, "The last day measured"),
        FactField("base", .text, "Of what it is a share"),
      ]
    case .programme:
      [
        FactField("format", .text, "The format's name and version"),
        FactField("organisation", .text, "The organisation"),
        FactField("as_of", .moment, "When the document was made"),
        FactField("owner", .text, "Who answers for it"),
        FactField("privacy_notice", .record(.privacyNotice), "The privacy notice"),
        FactField(
          "collection_points", .list(.record(.collectionPoint)), "Where numbers are collected"),
        FactField("wordings", .list(.record(.wording)), "The wordings of consent"),
        FactField("consent_records", .record(.consentRecords), "How consent is recorded"),
        FactField("opt_out", .record(.optOutHandling), "How opt-outs are taken"),
        FactField("suppression", .record(.suppressionList), "The own suppression list"),
        FactField("registrations", .list(.record(.registration)), "Entries in registers"),
        FactField("systems", .list(.record(.system)), "The systems that hold contacts"),
        FactField("platform_review", .record(.review), "The last review of the platform"),
        FactField("automation", .list(.text), "What is automated"),
        FactField("data_quality", .record(.dataQuality), "Data entry standards"),
        FactField("cleaning", .record(.cleaning), "How lists are cleaned"),
        FactField("list_audit", .record(.listAudit), "The last audit of the list"),
        FactField("processing_audit", .record(.review), "The last audit of data handling"),
        FactField("processing_record", .record(.review), "The record of processing"),
        FactField("training", .list(.record(.training)), "Training given"),
        FactField("scripts", .list(.record(.scriptRecord)), "Scripts in use"),
        FactField("retention", .list(.record(.retention)), "The retention schedule"),
        FactField("legal_hold", .truth, "Whether a legal hold stops deletion"),
        FactField("call_recording", .truth, "Whether calls are recorded"),
        FactField("security", .record(.security), "Security of the data"),
        FactField("sensitive_data", .record(.sensitiveData), "Sensitive data held, or none"),
        FactField(
          "requests_of_people", .record(.personRequests), "How people's requests are answered"),
        FactField("complaints", .record(.complaints), "How complaints are handled"),
        FactField("sharing", .record(.sharing), "With whom numbers are shared"),
        FactField("vendors", .list(.record(.vendor)), "Vendors and processors"),
        FactField("monitoring", .record(.monitoring), "What is watched"),
        FactField("law_review", .record(.lawReview), "The last review of the law"),
        FactField("feedback", .record(.feedback), "How feedback is taken"),
        FactField("dnc_policy", .record(.doNotCallPolicy), "The written do-not-call policy"),
        FactField("custom", .own(.programme), "The organisation's own fields"),
      ]
    case .privacyNotice:
      [
        FactField("url", .text, "Where it is"),
        FactField("reviewed_at", .moment, "When it was last reviewed"),
        FactField("version", .text, "Its version"),
        FactField("covers", .list(.text), "What it covers"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .collectionPoint:
      [
        FactField("id", .text, "Its id"),
        FactField("kind", .word(.method), "How consent is given there"),
        FactField("url", .text, "Where it is"),
        FactField("labelled", .truth, "Whether the number's field is labelled"),
        FactField("preticked", .truth, "Whether a box is ticked beforehand"),
        FactField("states_purpose", .truth, "Whether it says for what the number is collected"),
        FactField("states_withdrawal", .truth, "Whether it says how to stop"),
        FactField("privacy_link", .truth, "Whether the privacy notice is linked next to it"),
        FactField("terms", .truth, "Whether the terms are shown"),
        FactField("signature", .truth, "Whether people sign or mark"),
        FactField("validates", .truth, "Whether numbers are validated as they are entered"),
        FactField("wording", .text, "The id of the wording shown"),
        FactField(
          "reviewed_for_deception_at", .moment, "When it was last reviewed for deceptive design"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .wording:
      [
        FactField("id", .text, "Its id"),
        FactField("language", .text, "Its language, ISO 639-1"),
        FactField("text", .text, "Its words"),
        FactField("used_from", .moment, "Since when it is used"),
        FactField("used_until", .moment, "Until when it was used"),
        FactField("names_sender", .truth, "Whether it names the sender"),
        FactField("sponsors", .number, "How many others it names"),
        FactField("states_purpose", .truth, "Whether it says what for"),
        FactField("states_goods", .truth, "Whether it says which goods"),
        FactField("states_channels", .truth, "Whether it says by which channels"),
        FactField("states_rights", .truth, "Whether it says which rights people have"),
        FactField("states_withdrawal", .truth, "Whether it says how to withdraw"),
        FactField("states_copy_right", .truth, "Whether it says that a copy can be had"),
        FactField("states_number", .truth, "Whether it shows the number consented for"),
        FactField(
          "authorises_automation", .truth, "Whether it authorises automated calls or texts"),
        FactField("period", .period, "For how long consent is asked"),
        FactField("separate", .truth, "Whether it stands apart from other matters"),
        FactField("preticked", .truth, "Whether its box is ticked beforehand"),
        FactField("condition_of_contract", .truth, "Whether a contract depends on it"),
        FactField("plain_language", .truth, "Whether it is in plain words"),
        FactField("broad", .truth, "Whether it is too broad to be specific"),
        FactField("sector_specific", .truth, "Whether it is limited to a trade"),
        FactField("privacy_link", .truth, "Whether the privacy notice is linked"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .consentRecords:
      [
        FactField("fields", .list(.text), "What is recorded of a consent"),
        FactField("granular", .truth, "Whether people choose among kinds of contact"),
        FactField("copy_on_request", .truth, "Whether people get a copy"),
        FactField("producible_within", .period, "How fast evidence can be shown"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .optOutHandling:
      [
        FactField("methods", .list(.text), "The ways in which opt-outs are taken"),
        FactField("keywords", .list(.text), "The replies that opt out"),
        FactField("free", .truth, "Whether opting out is free"),
        FactField("steps", .number, "How many steps it takes"),
        FactField("as_easy_as_opt_in", .truth, "Whether it is as easy as opting in"),
        FactField("recorded", .truth, "Whether opt-outs are recorded"),
        FactField("honoured_within", .period, "How fast they take effect"),
        FactField("measured_at", .moment, "When that was last measured"),
        FactField("during_call", .truth, "Whether agents honour an opt-out during the call"),
        FactField("preference_centre", .truth, "Whether people can set preferences"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .suppressionList:
      [
        FactField("owner", .text, "Who answers for it"),
        FactField("fields", .list(.text), "What it holds"),
        FactField("kept_until", .moment, "Until when it is kept"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .system:
      [
        FactField("name", .text, "Its name"),
        FactField("kind", .text, "crm, dialler, automation and so on"),
        FactField("system_of_record", .truth, "Whether it holds the truth about contacts"),
        FactField("suppression_synced", .truth, "Whether it gets the suppression list"),
        FactField("sync_delay", .period, "How long that takes at most"),
        FactField("checked_at", .moment, "When that was last checked"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .review:
      [
        FactField("at", .moment, "When"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .dataQuality:
      [
        FactField("standard_at", .moment, "When the written entry standard was last reviewed"),
        FactField("schema_at", .moment, "When the fields were last designed or reviewed"),
        FactField("validation_rules", .truth, "Whether fields have validation rules"),
        FactField("format", .text, "The one format in which numbers are kept"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .cleaning:
      [
        FactField("every", .period, "How often"),
        FactField("last_at", .moment, "When last"),
        FactField("automated", .list(.text), "What of it is automated"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .listAudit:
      [
        FactField("at", .moment, "When"),
        FactField("covers", .list(.text), "What it covered"),
        FactField("open_findings", .number, "How many findings are open"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .training:
      [
        FactField("roles", .list(.text), "Who was trained"),
        FactField("topics", .list(.text), "In what"),
        FactField("at", .moment, "When"),
        FactField("share_of_staff", .percentage, "How many of them"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .scriptRecord:
      [
        FactField("id", .text, "Its id"),
        FactField("channel", .word(.channel), "Its channel"),
        FactField("language", .text, "Its language, ISO 639-1"),
        FactField("says", .words(.element), "What it says"),
        FactField("reviewed_at", .moment, "When it was last reviewed"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .retention:
      [
        FactField("data", .text, "Which data"),
        FactField("keep_for", .period, "For how long"),
        FactField("after", .text, "After what"),
        FactField("then", .text, "delete or anonymise"),
        FactField("automatic", .truth, "Whether it happens by itself"),
        FactField("applied_at", .moment, "When it was last applied"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .security:
      [
        FactField("encrypted_in_transit", .truth, "Whether data is encrypted on the way"),
        FactField("encrypted_at_rest", .truth, "Whether data is encrypted where it lies"),
        FactField("role_based_access", .truth, "Whether access is limited by role"),
        FactField("access_reviewed_at", .moment, "When access was last reviewed"),
        FactField("storage_standard", .text, "The standard to which it is stored"),
        FactField("storage_audited_at", .moment, "When storage was last audited"),
        FactField("backup_every", .period, "How often it is backed up"),
        FactField("restore_tested_at", .moment, "When restoring was last tested"),
        FactField("audit_trail", .truth, "Whether access and changes are logged"),
        FactField("audited_at", .moment, "When security was last audited"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .sensitiveData:
      [
        FactField("kinds", .list(.text), "Which"),
        FactField("justified_at", .moment, "When the need was last justified"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .personRequests:
      [
        FactField("kinds", .list(.text), "Which requests are answered"),
        FactField("answered_within", .period, "How fast"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .complaints:
      [
        FactField("procedure_at", .moment, "When the procedure was last reviewed"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .sharing:
      [
        FactField("sells", .truth, "Whether numbers are sold"),
        FactField("shares_with", .list(.text), "With whom numbers are shared"),
        FactField("consent_required", .truth, "Whether people consent to it"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .vendor:
      [
        FactField("name", .text, "Its name"),
        FactField("role", .text, "What it does"),
        FactField("contract_at", .moment, "When the contract was made"),
        FactField("vetted_at", .moment, "When it was last vetted"),
        FactField("security_standard", .text, "The security standard it meets"),
        FactField("scrub_method", .text, "How it scrubs"),
        FactField("consent_evidence", .truth, "Whether it shows evidence of consent"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .monitoring:
      [
        FactField("reviewed_at", .moment, "When the rates were last reviewed"),
        FactField("metrics", .list(.text), "Which rates"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .lawReview:
      [
        FactField("at", .moment, "When"),
        FactField("covers", .list(.place), "Which places"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .feedback:
      [
        FactField("channel", .text, "Where people can give it"),
        FactField("reviewed_at", .moment, "When it was last reviewed"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .doNotCallPolicy:
      [
        FactField("at", .moment, "When it was written or last reviewed"),
        FactField("on_demand", .truth, "Whether it is given to who asks"),
        FactField("evidence", .text, "Where the evidence is"),
      ]
    case .derived:
      [
        FactField("number", .record(.derivedNumber), "What the digits of the number tell"),
        FactField(
          "line", .word(.line), "The kind of line, from the contact's own answer or else the digits"
        ),
        FactField("age", .number, "Unknown unless the organisation derives it"),
      ]
    case .derivedNumber:
      [
        FactField("valid", .truth, "Whether the number can be assigned under its plan"),
        FactField("country", .place, "The country of the number"),
        FactField("region", .place, "The state or province of the number"),
        FactField("area_code", .text, "The area code of a geographic number"),
      ]
    }
  }
}
