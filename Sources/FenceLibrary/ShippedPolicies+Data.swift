// Written by `swift run workbench library` from the files under Policies; do not edit.

/// Every policy that ships with the program, sorted by path.
public let shippedPolicies: [ShippedPolicy] = [
  ShippedPolicy(
    "common.fence",
    #"""
    // Words and notions that many policies share. It covers nobody, so nothing is judged under it; every
    // policy sees its names as its own.
    policy common "Shared phrases and notions" covers nobody

    // ---- Phrases: by these words a message is seen to say an element ------------------------------------
    //
    // They are whole words, whatever their case. A bare STOP is not among them, nor "baja al": "don't stop
    // now" and "el precio baja al 50 %" offer no way out. There are none for identity: only the sender's own
    // name says who writes, and no list of words holds it. What is said in other words a step declares.

    /// How to be left alone from now on.
    phrases opt_out {
      in en
        "reply stop", "text stop", "send stop", "txt stop", "stop to end", "stop 2 end", "stop to stop", "stop to cancel",
        "stop to quit", "stop at any time", "to stop messages", "to stop texts", "to stop these", "opt out", "opt-out",
        "optout", "unsubscribe", "unsub", "no longer wish to", "remove you from our list", "take you off our list",
        "stop calling you", "prefer not to be called"
      in fr
        "envoyez stop", "envoyer stop", "répondez stop", "repondez stop", "répondre stop", "stop sms", "stop pub",
        "stop par sms", "stop au 36034", "stop au 36063", "stop au 36111", "stop au 36173", "stop au 36180",
        "stop au 36184", "stop au 36200", "stop 36034", "stop 36063", "stop 36111", "stop 36173", "stop 36180",
        "stop 36184", "stop 36200", "vous désabonner", "vous desabonner", "désabonnement", "desabonnement",
        "vous désinscrire", "vous desinscrire", "se désinscrire", "vous opposer", "ne plus être appelé",
        "ne plus recevoir"
      in es
        "responde baja", "responda baja", "envía baja", "envia baja", "envíe baja", "envie baja", "darse de baja",
        "darte de baja", "date de baja", "dese de baja", "responde stop", "responda stop", "envía stop",
        "envia stop", "envíe stop", "envie stop", "no recibir más", "no recibir mas", "dejar de recibir",
        "oponerse", "no desea que le llamemos"
      in de
        "mit stop antworten", "mit stopp antworten", "antworten sie mit stop", "antworten sie mit stopp",
        "antworte mit stop", "antworte mit stopp", "antworten sie stop", "antworte stop", "sms mit stop",
        "stop an die", "stopp an die", "stop senden", "stopp senden", "sende stop", "senden sie stop", "abmelden",
        "abmeldung", "abbestellen", "austragen", "widersprechen", "widerspruch", "keine werbung mehr",
        "nicht mehr anrufen", "nicht mehr angerufen"
    }

    /// Where to ask for help.
    phrases help {
      in en "reply help", "text help", "help for help", "help for info", "for help"
      in fr "envoyez aide", "répondez aide", "aide au", "pour toute aide", "service client"
      in es "responde ayuda", "responda ayuda", "envía ayuda", "ayuda al", "atención al cliente"
      in de "hilfe an", "mit hilfe antworten", "antworten sie hilfe", "kundenservice", "kundendienst"
    }

    /// What it costs the person.
    phrases price {
      in en
        "msg & data rates may apply", "msg&data rates may apply", "message and data rates may apply",
        "msg and data rates may apply", "std msg rates", "standard message rates"
      in fr "appel non surtaxé", "non surtaxé", "prix d'un sms", "coût d'un sms"
      in es "coste del sms", "coste de un sms"
      in de "kosten einer sms", "zum normalen sms-tarif"
    }

    /// For whom somebody else calls or writes.
    phrases on_behalf_of {
      in en "on behalf of"
      in fr "pour le compte de", "au nom de", "de la part de"
      in es "por cuenta de", "en nombre de", "de parte de"
      in de "im auftrag von", "im auftrag der", "im auftrag des", "im namen von", "im namen der"
    }

    /// That the call is recorded.
    phrases recording {
      in en
        "call is recorded", "call is being recorded", "call may be recorded", "calls are recorded",
        "calls may be recorded", "recorded line"
      in fr "appel est enregistré", "appel peut être enregistré", "appels sont enregistrés", "conversation est enregistrée"
      in es "llamada está siendo grabada", "llamada será grabada", "llamada puede ser grabada", "esta llamada se graba"
      in de
        "anruf wird aufgezeichnet", "gespräch wird aufgezeichnet", "anruf kann aufgezeichnet werden",
        "gespräch kann aufgezeichnet werden"
    }

    /// That no human is speaking or writing.
    phrases ai {
      in en
        "ai assistant", "ai agent", "ai-generated", "artificial intelligence", "virtual assistant", "automated assistant",
        "automated voice", "artificial voice"
      in fr "intelligence artificielle", "assistant virtuel", "assistant ia", "voix de synthèse", "agent conversationnel"
      in es "inteligencia artificial", "asistente virtual", "asistente de ia", "voz artificial", "voz sintética"
      in de
        "künstliche intelligenz", "künstlichen intelligenz", "ki-assistent", "ki-assistentin", "virtueller assistent",
        "virtuelle assistentin", "künstliche stimme"
    }

    /// That it is advertising.
    phrases advertisement {
      in en "advertisement", "advert", "promotional message", "promotional call", "sales call"
      in fr "publicité", "message publicitaire", "appel commercial", "démarchage"
      in es "publicidad", "publi", "mensaje publicitario", "llamada comercial", "comunicación comercial"
      in de "anzeige", "werbung", "werbeanruf", "werbenachricht"
    }

    // ---- Notions --------------------------------------------------------------------------------------

    /// The customer exception for electronic messages: somebody who bought from the sender may get messages
    /// about like goods of the same sender if refusing was offered at the sale and is offered each time. It
    /// is no level of consent; a law that knows it names it in an exception, with what it adds (in time, say).
    define soft_opt_in "A customer, like goods of the same seller, and a way to refuse from the sale on" =
      channel is one of sms, mms, rcs, whatsapp, email
      and offer.own_goods
      and message says opt_out
      and not opted out
      and any p in relationship.purchases where
        p.kind is one of sale, contract, lease, membership, free_account
        and p.seller is "ours"
        and p.refusal_offered
        and not p.at after attempt
        and (p.subject is offer.subject or offer.similar_to includes p.subject)

    """#),
  ShippedPolicy(
    "practice.fence",
    #"""
    /// What good practice asks of whoever owns a list of phone numbers, wherever its people live.
    ///
    /// The duties come from practice texts, not from law. A policy of a place may ask for more, never for
    /// less; an organisation that decides otherwise says so in a dated `waive`.
    policy practice "Good practice for phone number lists" covers everyone

    source practice_texts "Practice texts on phone number lists" {
      cite "Five texts, 000 to 004: registers, list management, do and don't, hygiene, first steps"
      reviewed 2026-11-22 every 12 months
      evidence secondary
      confidence medium
    }

    note silence "The texts give hardly a number: every constant below is this policy's own choice, to be argued with" under practice_texts
    note scope on registers_known, scrubbed_before_campaign "Which register binds whom, and how old a scrub may be, is the law of each place and stands in its policy" under practice_texts "000"
    note scope on explicit_consent "Stricter than many laws: they let customers be written to, or companies be called, without express consent" under practice_texts "001, 002, 004"

    // ---- House numbers ----------------------------------------------------------------------------------

    // Registers, own list, opt-outs
    constant scrub_age "The oldest scrub before a campaign" = 31 days
    constant own_list_age "The oldest match against the own list that is still good practice" = 24 hours
    constant own_list_limit "The oldest match against the own list that may be used at all" = 7 days
    constant sync_delay_limit "How long an opt-out may take to reach every system" = 1 hour
    constant opt_out_delay_limit "How long an opt-out may take to be put on the own list" = 1 hour
    constant opt_out_steps_limit "How many steps opting out may take" = 2
    constant opt_out_words_floor "How many different replies must opt out" = 2
    constant confirmation_span "How soon after an opt-out one message may confirm it" = 5 minutes
    constant scrub_record_life "How long records of scrubs are kept" = 5 years
    constant script_review_age "How often scripts are reviewed" = 12 months

    // Acquisition and consent
    constant proof_age "The oldest scrub by a supplier" = 31 days
    constant vendor_review_age "How often vendors are vetted" = 12 months
    constant form_review_age "How often forms are reviewed for deceptive design" = 12 months
    constant notice_review_age "How often the privacy notice is reviewed" = 12 months
    constant consent_record_life "How long evidence of consent is kept after its last use" = 5 years

    // Hygiene
    constant validation_age "The oldest validation of the list" = 90 days
    constant deduplication_age "The oldest removal of duplicates" = 30 days
    constant invalid_limit "The most invalid numbers on a list" = 2%
    constant repeated_limit "The most repeated numbers on a list" = 0%
    constant suppressed_limit "The most people on a list who want no contact at all" = 0%
    constant failure_limit "How many failed deliveries a number may have" = 2
    constant failure_span "Over what time failed deliveries are counted" = 90 days
    constant cleaning_interval "How often lists are cleaned" = 3 months
    constant confirmation_age "How often people are asked to confirm their details" = 12 months
    constant standard_age "How often the data-entry standard is reviewed" = 24 months
    constant list_audit_age "How often the list is audited" = 6 months

    // Engagement and pressure
    constant active_span "Who reacted in this time is active" = 6 months
    constant dormant_span "Who reacted in this time is not yet gone" = 18 months
    constant win_back_limit "How often a dormant contact is tried" = 2
    constant win_back_span "Over what time attempts to win back are counted" = 6 months
    constant contacts_a_day "The most attempts a day, whatever the channel" = 1
    constant calls_a_week "The most calls a week" = 2
    constant texts_a_month "The most texts a month" = 4

    // Rights, retention, security, watching
    constant contact_life "How long a contact is kept after it last reacted" = 24 months
    constant answer_limit "How long a request may wait for its answer" = 1 month
    constant need_review_age "How often the need for sensitive data is justified" = 12 months
    constant access_review_age "How often access is reviewed" = 6 months
    constant security_audit_age "How often storage and security are audited" = 12 months
    constant backup_interval "How often backups are made" = 1 day
    constant restore_test_age "How often restoring is tested" = 6 months
    constant processing_audit_age "How often data handling is audited" = 12 months
    constant platform_review_age "How often the platform is reviewed" = 24 months
    constant training_age "How often people are trained" = 12 months
    constant training_share "How many of a role's people must have been trained" = 95%
    constant monitoring_age "How often the rates are looked at" = 1 month
    constant delivery_floor "Fewer deliveries than this need action" = 95%
    constant bounce_limit "More bounces than this need action" = 2%
    constant complaint_limit "More complaints than this need action" = 0.1%
    constant opt_out_limit "More opt-outs than this need action" = 2%
    constant law_review_age "How often the law is reviewed" = 6 months
    constant procedure_age "How often the complaints procedure is reviewed" = 12 months
    constant feedback_age "How often feedback is read" = 6 months

    // ---- Notions ----------------------------------------------------------------------------------------

    define promotional "Somebody wants something of the person" =
      purpose is one of marketing, charitable, political, religious, recruitment, greeting

    define necessary "The person's own business, danger, or the law" =
      purpose is one of transactional, legal_notice, emergency

    define texting = channel is one of sms, mms, rcs, whatsapp

    define confirms_opt_out "The one message that says an opt-out was heard" =
      step.role is opt_out_confirmation
      and any o in opt_outs where attempt within confirmation_span after o.at

    define supplied = origin.kind is one of purchased, partner

    define wants_no_contact "Opted out of everything, and no later consent" =
      any o in opt_outs where
        o.channel is any and o.purpose is any and no c in consents where c.granted_at after o.at

    define active "Reacted, or joined, lately" =
      last_engaged_at within active_span before attempt or origin.collected_at within active_span before attempt

    define dormant "Quiet for a while" =
      not active
      and (last_engaged_at within dormant_span before attempt or origin.collected_at within dormant_span before attempt)

    define gone "Quiet for so long that nobody is there" = not active and not dormant

    define dead_number "Disconnected the last time, and not reached since" =
      any h in history where
        h.outcome is disconnected
        and no later in history where
          later.at after h.at and later.outcome is one of answered, delivered, replied, clicked

    define repeated_share = share of contacts where phone is repeated
    define invalid_share = share of contacts where not number.valid
    define suppressed_share = share of contacts where wants_no_contact

    // ---- Segments ---------------------------------------------------------------------------------------

    segment active_contacts "Active" = active
    segment dormant_contacts "Dormant: to be won back" = dormant
    segment gone_contacts "Gone: to be pruned" = gone
    segment keen_contacts "Clicked or replied three times in 90 days" =
      active
      and (count of h in history where h.outcome is one of clicked, replied and h.at within 90 days before attempt) at least 3
    segment lost_buyers "Bought once, left since" =
      journey is "churned" and any p in relationship.purchases where p.kind is sale

    // ---- Registers --------------------------------------------------------------------------------------

    rule registers_known "Know the registers and the law of every market aimed at" { // PR-01
      under practice_texts "000"
      applies when promotional
      require every t in plan.targets where programme.law_review.covers includes t
      fix "Find out which registers bind in each target, and enter the place in `law_review.covers`."
    }

    rule register_subscribed "Be registered with every register used" { // PR-02
      under practice_texts "000"
      require every s in plan.scrubs where
        (any r in sender.registrations where
          r.register is s.register
          and (r.until is none or r.until after attempt or r.until same day as attempt))
        or (any r in programme.registrations where
          r.register is s.register
          and (r.until is none or r.until after attempt or r.until same day as attempt))
      fix "Subscribe to the register and enter the subscription in `registrations`."
    }

    rule scrubbed_before_campaign "Scrub the list before every campaign" { // PR-03
      under practice_texts "000"
      applies when promotional
      require any s in plan.scrubs where s.removed
      require every s in plan.scrubs where
        any r in plan.scrubs where
          r.register is s.register and r.removed and r.at within scrub_age before attempt
      fix "Scrub again, at the register's own interval and at least every 31 days, and take listed numbers out."
    }

    rule scrub_yourself "Scrub supplied numbers yourself, whatever their vendor says" { // PR-04
      under practice_texts "000"
      severity block
      applies when promotional and supplied
      require any s in plan.scrubs where
        s.by is "own" and s.removed and s.at is given and not s.at before audience.merged_at
      fix "Scrub the joined list under your own subscription."
    }

    rule scrub_evidence "Keep records of when and how numbers were scrubbed" { // PR-20
      under practice_texts "000"
      require every s in plan.scrubs where
        s.at is given and s.mode is given and s.evidence is given
        and (s.mode is not download or s.version is given)
      keep scrub_records for scrub_record_life after scrub
    }

    // ---- The own list and opt-outs ----------------------------------------------------------------------

    rule opt_out_at_once "An opt-out counts from the moment it is said" { // PR-06
      under practice_texts "000, 001, 003, 004"
      severity block
      applies when not necessary
      honour opt-outs at once
      except when confirms_opt_out
      fix "Leave the person out."
    }

    rule opt_out_entered_fast "Opt-outs reach the own list at once" { // PR-06
      under practice_texts "000, 004"
      require programme.opt_out.honoured_within at most opt_out_delay_limit
    }

    rule opt_out_routes "Opt-outs are taken by every route: spoken, reply, link, letter" { // PR-05
      under practice_texts "000, 001"
      require programme.opt_out.methods includes all of "spoken", "stop_reply", "link"
      require programme.opt_out.methods includes any of "post", "letter"
    }

    rule opt_out_words "Other replies than STOP are understood too" { // PR-05
      under practice_texts "000, 001"
      severity advise
      require length of programme.opt_out.keywords at least opt_out_words_floor
    }

    rule opt_out_in_call "Agents end the matter in the call in which they hear no" { // PR-19
      under practice_texts "000"
      applies when channel is voice
      require programme.opt_out.during_call
    }

    rule one_own_list "One own list, shared by CRM, automation and dialler" { // PR-07
      under practice_texts "000, 002, 003"
      require every s in programme.systems where s.suppression_synced and s.sync_delay at most sync_delay_limit
      require any s in programme.systems where s.kind is "crm"
      require any s in programme.systems where s.kind is "automation"
      require channel is not voice or any s in programme.systems where s.kind is "dialler"
    }

    rule own_list_owner "One person answers for the own list" { // PR-08
      under practice_texts "000"
      require programme.suppression.owner is given
    }

    rule own_list_applied "No send without a match against the own list" { // PR-09
      under practice_texts "000, 003"
      severity block
      require audience.suppressed_at within own_list_limit before attempt
      fix "Match the list against the own suppression list and enter the time in `audience.suppressed_at`."
    }

    rule own_list_fresh "Match against the own list just before each send" { // PR-09
      under practice_texts "000, 003"
      require audience.suppressed_at within own_list_age before attempt
    }

    rule none_suppressed "Nobody on the list who wants no contact" { // PR-09
      under practice_texts "000, 003"
      severity block
      require suppressed_share at most suppressed_limit
      fix "Take out everybody who opted out of everything."
    }

    rule joined_before_use "Apply the own list to bought data before it is used" { // PR-12
      under practice_texts "000"
      applies when audience.sources includes any of purchased, partner
      require audience.suppressed_at is given and not audience.suppressed_at before audience.merged_at
    }

    rule text_opt_out "Every text says how to stop" { // PR-18
      under practice_texts "000, 001, 003"
      severity block
      applies when promotional and texting
      message says opt_out
      fix "Add words such as `Reply STOP to opt out.`"
    }

    rule text_identity "Every text says who sends it" { // PR-18
      under practice_texts "000, 001"
      applies when texting
      message says identity
    }

    rule call_script "The script says who calls and offers to stop" { // PR-18
      under practice_texts "000"
      applies when promotional and channel is voice
      script says identity, opt_out
    }

    rule scripts_on_file "Scripts and templates are reviewed, and say who and how to stop" { // PR-18
      under practice_texts "000"
      require every s in programme.scripts where
        s.says includes all of identity, opt_out and s.reviewed_at within script_review_age before attempt
    }

    // ---- Where numbers come from ------------------------------------------------------------------------

    rule bought_numbers "No bought number without proof of scrub and of consent for this very use" { // PR-13
      under practice_texts "000, 001, 002, 004"
      severity block
      applies when promotional
      forbid origin.kind is purchased
      except when
        origin.proof_of_scrub_at within proof_age before attempt
        and origin.proof_of_consent is given
        and consent express for exactly this channel, purpose, sender where evidence is given
      fix "Leave bought numbers out; ask people yourself."
    }

    rule bought_lists "Better no bought list at all" { // PR-13
      under practice_texts "001, 002, 004"
      severity advise
      forbid audience.sources includes purchased
    }

    rule gathered_numbers "No scraped, generated or directory number without consent" { // PR-14
      under practice_texts "004"
      severity block
      applies when promotional and origin.kind is one of scraped, public_directory, generated
      consent express for this channel, purpose where evidence is given
      fix "Leave out numbers whose owners never gave them to you."
    }

    rule partner_numbers "No partner's list without consent given to you" { // PR-15
      under practice_texts "004"
      severity block
      applies when promotional and origin.kind is one of partner, referral
      consent express for this channel, purpose where sender is this sender or wording.names_sender
      fix "Ask people yourself, or have the partner ask in your name."
    }

    rule vendors_vetted "Vendors are vetted: how they scrub, what consent they show, how safe they are" { // PR-16
      under practice_texts "000, 001, 002"
      require every v in programme.vendors where
        v.vetted_at within vendor_review_age before attempt
        and (v.role is not "list"
          or (v.scrub_method is given and v.consent_evidence and v.security_standard is given))
    }

    rule supplier_vetted "The number's supplier is one of the vetted vendors" { // PR-16
      under practice_texts "000, 002"
      applies when supplied
      require any v in programme.vendors where
        v.name is origin.vendor and v.vetted_at within vendor_review_age before attempt
    }

    // ---- Consent ----------------------------------------------------------------------------------------

    rule explicit_consent "Explicit, verifiable consent for this channel and this purpose" { // PR-22 PR-26
      under practice_texts "001, 002, 004"
      severity block
      applies when promotional
      consent express for this channel, purpose where evidence is given and method is given
      fix "Ask for consent to this channel and purpose, and keep the evidence."
    }

    rule act_of_consent "Consent is a clear act: no box ticked beforehand, no silence" { // PR-22
      under practice_texts "001, 004"
      severity block
      applies when promotional
      consent express for this channel, purpose where
        double_opt_in
        or method is one of paper_form, spoken, sms_keyword, reply, email, key_press, in_person, double_opt_in
        or (method is one of web_form, in_app and not preticked)
    }

    rule channel_consent "Consent to email or to one channel is none to another" { // PR-27
      under practice_texts "002"
      severity block
      applies when promotional
      consent express for this channel where channel is this channel or wording.states_channels
      fix "Ask for consent to this channel by name."
    }

    rule informed_consent "People were told why, what kinds of message, and their rights" { // PR-23
      under practice_texts "004"
      applies when promotional
      consent express for this channel, purpose where
        wording.states_purpose and wording.states_channels and wording.states_rights
        and wording.states_withdrawal and wording.privacy_link
    }

    rule specific_consent "Consent names this purpose, not whatever may come" { // PR-24
      under practice_texts "002, 004"
      applies when promotional
      consent express for exactly this purpose where not wording.broad and not bundled
    }

    rule plain_consent "Consent is asked for in plain words" { // PR-25
      under practice_texts "004"
      applies when promotional
      consent express for this channel, purpose where wording.plain_language
    }

    rule confirmed_consent "Consent confirmed a second time" { // PR-26
      under practice_texts "001"
      severity advise
      applies when promotional
      consent express for this channel, purpose where double_opt_in
    }

    rule granular_choice "People choose among kinds of contact" { // PR-28
      under practice_texts "004"
      require programme.consent_records.granular
    }

    rule chosen_channel "Contact comes by a channel that the person chose" { // PR-28
      under practice_texts "002, 004"
      applies when promotional
      require preferences.channels is none or preferences.channels includes channel
    }

    rule web_form "A web form: labelled field, box left unticked, privacy notice beside it" { // PR-29
      under practice_texts "004"
      require every p in programme.collection_points where
        p.kind is not one of web_form, in_app or (p.labelled and not p.preticked and p.privacy_link)
    }

    rule paper_form "A paper form: purpose stated, signature or mark" { // PR-30
      under practice_texts "004"
      require every p in programme.collection_points where
        p.kind is not paper_form or (p.states_purpose and p.signature)
    }

    rule spoken_consent "Spoken consent is recorded" { // PR-31
      under practice_texts "004"
      applies when promotional
      require every c in consents where c.method is not spoken or c.recording is given
    }

    rule keyword_opt_in "An opt-in by keyword shows terms and how to stop" { // PR-32
      under practice_texts "004"
      require every p in programme.collection_points where
        p.kind is not sms_keyword or (p.terms and p.states_withdrawal)
    }

    rule privacy_notice "The privacy notice covers practice, use, security, retention and rights" { // PR-33
      under practice_texts "001, 004"
      require programme.privacy_notice.url is given
      require programme.privacy_notice.reviewed_at within notice_review_age before attempt
      require programme.privacy_notice.covers includes all of
        "practices", "use", "security", "retention", "access", "rectification", "erasure", "objection"
    }

    rule privacy_link "The privacy notice can be reached from every collection point" { // PR-33
      under practice_texts "001, 004"
      require every p in programme.collection_points where p.privacy_link
    }

    rule purpose_stated "Every collection point says for what the number is collected" { // PR-34
      under practice_texts "001, 002"
      require every p in programme.collection_points where p.states_purpose
    }

    rule purpose_limit "A number given for one thing is not used for another" { // PR-34
      under practice_texts "001, 002"
      applies when not necessary
      require origin.purposes includes purpose or consent express for this channel, purpose or soft_opt_in
    }

    rule honest_collection "No deception where numbers are collected" { // PR-35
      under practice_texts "001"
      require every p in programme.collection_points where
        p.reviewed_for_deception_at within form_review_age before attempt
    }

    rule consent_records "Opt-ins are on record: date, method, purpose, wording" { // PR-21
      under practice_texts "000, 004"
      require programme.consent_records.fields includes all of "date", "method", "purpose", "wording"
      keep consent_evidence for consent_record_life after last_use
    }

    rule opt_out_records "Opt-outs are on record, and the own list is never thrown away" { // PR-21
      under practice_texts "000, 004"
      require programme.opt_out.recorded
      require programme.suppression.fields includes all of "phone", "at", "scope"
      require programme.suppression.kept_until is none
    }

    // ---- Hygiene ----------------------------------------------------------------------------------------

    rule duplicates_merged "Duplicates are merged before use" { // PR-10
      under practice_texts "000, 002, 003, 004"
      require audience.deduplicated_at within deduplication_age before attempt
      require not audience.deduplicated_at before audience.merged_at
    }

    rule no_duplicates "No number stands on the list twice" { // PR-10
      under practice_texts "000, 002, 003, 004"
      require repeated_share at most repeated_limit
    }

    rule valid_number "The number can exist" { // PR-11
      under practice_texts "002, 003, 004"
      require number.valid
    }

    rule few_invalid "Hardly an invalid number on the list" { // PR-11
      under practice_texts "002, 003, 004"
      require invalid_share at most invalid_limit
    }

    rule disconnected_removed "No disconnected number" { // PR-11
      under practice_texts "000, 004"
      forbid dead_number
    }

    rule failures_removed "No number to which nothing could be delivered time and again" { // PR-41
      under practice_texts "003, 004"
      require (count of h in history where
          h.outcome is one of bounced, undelivered and h.at within failure_span before attempt)
        at most failure_limit
    }

    rule failures_handled "Bounces leave the active list by themselves" { // PR-41
      under practice_texts "003, 004"
      require programme.cleaning.automated includes "bounces"
    }

    rule validated_at_entry "Numbers are validated where they are collected" { // PR-36
      under practice_texts "002, 003"
      require every p in programme.collection_points where p.validates
    }

    rule validated_in_batch "The list was validated lately" { // PR-37
      under practice_texts "002, 004"
      require audience.validated_at within validation_age before attempt
    }

    rule one_format "Numbers are kept in one standard format" { // PR-38
      under practice_texts "003, 004"
      require programme.data_quality.format is "E.164"
    }

    rule designed_fields "Fields follow the purpose and have validation rules" { // PR-39
      under practice_texts "004"
      require programme.data_quality.schema_at is given and programme.data_quality.validation_rules
    }

    rule sensitive_data "No sensitive data without a need that was justified lately" { // PR-39
      under practice_texts "002, 004"
      require programme.sensitive_data is none
        or programme.sensitive_data.justified_at within need_review_age before attempt
    }

    rule entry_standard "Data entry follows a written standard" { // PR-64
      under practice_texts "003, 004"
      require programme.data_quality.standard_at within standard_age before attempt
    }

    rule cleaning_schedule "Lists are cleaned on a schedule" { // PR-40
      under practice_texts "003, 004"
      require programme.cleaning.every at most cleaning_interval
      require programme.cleaning.last_at within cleaning_interval before attempt
    }

    rule cleaning_automated "Merging, formatting and validating run by themselves" { // PR-40
      under practice_texts "003, 004"
      severity advise
      require programme.cleaning.automated includes all of "merge", "format", "validate"
    }

    rule easy_updates "People change their details and choices easily and free of charge" { // PR-44
      under practice_texts "003, 004"
      require programme.opt_out.preference_centre and programme.opt_out.free
      require programme.opt_out.as_easy_as_opt_in and programme.opt_out.steps at most opt_out_steps_limit
    }

    rule details_confirmed "People were asked lately whether their details still hold" { // PR-44
      under practice_texts "003, 004"
      severity advise
      require verified_at within confirmation_age before attempt
    }

    rule list_audited "The list is audited for accuracy, compliance and hygiene" { // PR-63
      under practice_texts "001, 003, 004"
      require programme.list_audit.at within list_audit_age before attempt
      require programme.list_audit.covers includes all of "accuracy", "compliance", "hygiene"
      require programme.list_audit.open_findings is 0
    }

    // ---- Segments, engagement, pressure -----------------------------------------------------------------

    rule segmented "A campaign names the segment that it is for" { // PR-42
      under practice_texts "001, 002, 003, 004"
      applies when promotional
      require plan.segment is given
    }

    rule in_segment "A contact belongs to the tier that the plan names" { // PR-42
      under practice_texts "001, 003"
      require (plan.segment is not "active" or active) and (plan.segment is not "dormant" or dormant)
    }

    rule win_back "Dormant contacts get a win-back campaign, and not for ever" { // PR-43
      under practice_texts "001, 003, 004"
      applies when promotional and dormant
      require plan.kind is reactivation
      cap win_back_limit in any win_back_span
    }

    rule gone_pruned "Who is gone is left out" { // PR-43
      under practice_texts "001, 003, 004"
      applies when promotional
      forbid gone
      fix "Prune contacts that did not react for 18 months."
    }

    rule daily_pressure "Not twice on one day" { // PR-45
      under practice_texts "001, 002"
      applies when promotional
      cap contacts_a_day per day
    }

    rule call_pressure "Few calls a week, over all campaigns" { // PR-45
      under practice_texts "001, 002"
      applies when promotional and channel is voice
      cap calls_a_week by voice per week
    }

    rule text_pressure "Few texts a month, over all campaigns" { // PR-45
      under practice_texts "001, 002"
      applies when promotional and texting
      cap texts_a_month by sms, mms, rcs, whatsapp per month where purpose is this purpose
    }

    rule asked_pressure "Not more often than the person asked for" { // PR-45
      under practice_texts "002, 004"
      applies when promotional
      require preferences.max_per_month is none
        or (count of p in prior where p.at same month as attempt) < preferences.max_per_month
    }

    // ---- What only people can judge ---------------------------------------------------------------------

    gap valuable_content "Whether the message is worth the person's while" { // PR-46
      under practice_texts "001, 002"
      applies when promotional
    }

    gap honest_content "Whether the message is true and does not mislead" { // PR-47
      under practice_texts "001"
      applies when promotional
    }

    // ---- Sharing, retention, people's requests ----------------------------------------------------------

    rule no_sharing "No selling or sharing of numbers without consent" { // PR-48
      under practice_texts "001"
      require programme.sharing.consent_required
        or (not programme.sharing.sells
          and (programme.sharing.shares_with is none or length of programme.sharing.shares_with is 0))
    }

    rule retention_schedule "Everything but the own list is deleted or made anonymous by itself" { // PR-51
      under practice_texts "002, 004"
      require any r in programme.retention where r.data is "contacts"
      require every r in programme.retention where
        r.data is "suppression"
        or (r.keep_for is given and r.then is one of "delete", "anonymise" and r.automatic)
    }

    rule contact_retention "A contact is kept no longer than the purpose needs it" { // PR-51
      under practice_texts "002, 004"
      erase contact within contact_life after last_engaged_at
      except when programme.legal_hold
    }

    rule requests_answered "Requests for access, rectification and erasure are answered" { // PR-52
      under practice_texts "004"
      require programme.requests_of_people.kinds includes all of "access", "rectification", "erasure"
      require programme.requests_of_people.answered_within at most answer_limit
    }

    // ---- Security ---------------------------------------------------------------------------------------

    rule encrypted "Data is encrypted on the way and where it lies" { // PR-53
      under practice_texts "002, 003, 004"
      require programme.security.encrypted_in_transit and programme.security.encrypted_at_rest
    }

    rule access_by_role "Access by role, limited to need, reviewed" { // PR-54
      under practice_texts "002, 003, 004"
      require programme.security.role_based_access
      require programme.security.access_reviewed_at within access_review_age before attempt
    }

    rule storage_audited "Storage meets a standard and is audited" { // PR-55
      under practice_texts "001, 004"
      require programme.security.storage_standard is given
      require programme.security.storage_audited_at within security_audit_age before attempt
    }

    rule backups "Backups are made, and restoring is tested" { // PR-56
      under practice_texts "004"
      require programme.security.backup_every at most backup_interval
      require programme.security.restore_tested_at within restore_test_age before attempt
    }

    rule audit_trail "Every access and change leaves a trace, and security is audited" { // PR-57
      under practice_texts "004"
      require programme.security.audit_trail
      require programme.security.audited_at within security_audit_age before attempt
    }

    rule vendor_security "Third parties meet the same security" { // PR-58
      under practice_texts "001"
      require every v in programme.vendors where v.security_standard is given and v.contract_at is given
    }

    // ---- Systems, people, watching ----------------------------------------------------------------------

    rule system_of_record "One central system holds the truth" { // PR-59
      under practice_texts "002, 003, 004"
      require (count of s in programme.systems where s.system_of_record) is 1
    }

    rule platform_fits "The platform is reviewed for size and needs" { // PR-60
      under practice_texts "004"
      severity advise
      require programme.platform_review.at within platform_review_age before attempt
    }

    rule automated_work "Verification, segmentation and suppression are automated" { // PR-61
      under practice_texts "003"
      severity advise
      require programme.automation includes all of "verification", "segmentation", "suppression"
    }

    rule staff_trained "Everybody who touches lists was trained in registers, opt-outs, ethics and data quality" { // PR-17
      under practice_texts "000, 003, 004"
      require any t in programme.training where
        t.roles includes "account_managers"
        and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
        and t.at within training_age before attempt
        and t.share_of_staff at least training_share
      require any t in programme.training where
        t.roles includes "sales"
        and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
        and t.at within training_age before attempt
        and t.share_of_staff at least training_share
      require any t in programme.training where
        t.roles includes "customer_service"
        and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
        and t.at within training_age before attempt
        and t.share_of_staff at least training_share
      require any t in programme.training where
        t.roles includes "data_entry"
        and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
        and t.at within training_age before attempt
        and t.share_of_staff at least training_share
    }

    rule callers_trained "Whoever calls was trained in the same" { // PR-17
      under practice_texts "000"
      applies when channel is voice
      require any t in programme.training where
        t.roles includes "telemarketers"
        and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
        and t.at within training_age before attempt
        and t.share_of_staff at least training_share
    }

    rule texters_trained "Whoever sends texts was trained in the same" { // PR-17
      under practice_texts "000"
      applies when texting
      require any t in programme.training where
        t.roles includes "sms_marketers"
        and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
        and t.at within training_age before attempt
        and t.share_of_staff at least training_share
    }

    rule rates_watched "Delivery, open, response, bounce, complaint and opt-out rates are watched" { // PR-62
      under practice_texts "003"
      require programme.monitoring.metrics includes all of
        "delivery_rate", "open_rate", "response_rate", "bounce_rate", "complaint_rate", "opt_out_rate"
      require programme.monitoring.reviewed_at within monitoring_age before attempt
    }

    rule delivery_alarm "Many messages do not arrive: act" { // PR-62
      under practice_texts "003"
      applies when metrics.delivery_rate is given
      require metrics.delivery_rate.value at least delivery_floor
    }

    rule bounce_alarm "Many messages bounce: act" { // PR-62
      under practice_texts "003"
      applies when metrics.bounce_rate is given
      require metrics.bounce_rate.value at most bounce_limit
    }

    rule complaint_alarm "Many people complain: act" { // PR-62
      under practice_texts "003"
      applies when metrics.complaint_rate is given
      require metrics.complaint_rate.value at most complaint_limit
    }

    rule opt_out_alarm "Many people opt out: act" { // PR-62
      under practice_texts "003"
      applies when metrics.opt_out_rate is given
      require metrics.opt_out_rate.value at most opt_out_limit
    }

    rule handling_audited "Data handling is audited" { // PR-63
      under practice_texts "001"
      require programme.processing_audit.at within processing_audit_age before attempt
    }

    rule complaints_heard "Complaints and feedback are taken, read and acted upon" { // PR-49
      under practice_texts "001"
      require programme.complaints.procedure_at within procedure_age before attempt
      require programme.feedback.channel is given
      require programme.feedback.reviewed_at within feedback_age before attempt
    }

    rule law_watched "The law of every region is followed, and reviewed" { // PR-50
      under practice_texts "001, 002"
      require programme.law_review.at within law_review_age before attempt
      require programme.law_review.evidence is given
    }

    // ---- Tests ------------------------------------------------------------------------------------------
    //
    // The attempt is at ten in the morning of 2 November 2026 in Miami unless a test says otherwise.

    test "a text to somebody who asked for it is allowed" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        sender { name "Acme Shoes" }
        audience { suppressed_at 2026-11-02T12:00Z }
        message { text "Acme Shoes: 20% off boots. Reply STOP to opt out."  language "en" }
      }
      contact {
        phone "+13055550142"
        origin { kind own_form  collected_at 2026-06-01T10:00Z  purposes marketing }
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-06-01T10:00Z
            method web_form  preticked false  evidence "forms/17" }
        ]
      }
      facts complete
      expect allowed
      expect explicit_consent passes
      expect act_of_consent passes
      expect channel_consent passes
      expect opt_out_at_once passes
      expect own_list_applied passes
      expect text_opt_out passes
      expect text_identity passes
      expect bought_numbers passes
      expect gathered_numbers not applicable
      expect partner_numbers not applicable
      expect scrub_yourself not applicable
      expect purpose_limit passes
      expect gone_pruned passes
      expect win_back not applicable
      expect spoken_consent passes
      expect disconnected_removed passes
      expect valid_number passes
      expect valuable_content unproven
      expect honest_content unproven
    }

    test "nothing known, nothing allowed" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142" }
      expect review
      expect explicit_consent unproven because contact.consents
      expect act_of_consent unproven
      expect channel_consent unproven
      expect opt_out_at_once unproven
      expect own_list_applied unproven because plan.audience.suppressed_at
      expect own_list_fresh unproven
      expect text_opt_out unproven
      expect bought_numbers unproven because contact.origin.kind
      expect gathered_numbers unproven
      expect partner_numbers unproven
      expect scrub_yourself unproven
      expect registers_known unproven
      expect register_subscribed unproven
      expect scrubbed_before_campaign unproven
      expect informed_consent unproven
      expect chosen_channel unproven
      expect spoken_consent unproven
      expect disconnected_removed unproven
      expect failures_removed unproven
      expect gone_pruned unproven
      expect contact_retention unproven
      expect details_confirmed unproven
      expect segmented unproven
      expect bounce_alarm unproven
      expect none_suppressed unproven
      expect text_pressure unproven
      expect asked_pressure unproven
    }

    test "an order confirmation needs no marketing consent" {
      plan { channel sms  purpose transactional  at 2026-11-02T15:00Z  audience { suppressed_at 2026-11-02T12:00Z } }
      contact { phone "+13055550142"  origin { kind own_form } }
      facts complete
      expect explicit_consent not applicable
      expect opt_out_at_once not applicable
      expect purpose_limit not applicable
      expect text_opt_out not applicable
      expect valuable_content not applicable
      expect allowed
    }

    // ---- Tests: consent

    test "no consent, no message" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  consents [] }
      expect explicit_consent fails
      expect act_of_consent fails
      expect channel_consent fails
      expect informed_consent fails
      expect specific_consent fails
      expect plain_consent fails
      expect confirmed_consent fails
      expect blocked
    }

    test "consent to email carries no text" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel email  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  preticked false  evidence "forms/1" }
        ]
      }
      expect explicit_consent fails
      expect channel_consent fails
    }

    test "consent to service calls carries no selling" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel voice  purpose service  level express  granted_at 2026-01-01T00:00Z
            method web_form  preticked false  evidence "forms/1" }
        ]
        origin { purposes service }
      }
      expect explicit_consent fails
      expect specific_consent fails
      expect channel_consent passes
      expect purpose_limit fails
    }

    test "a box ticked beforehand is no consent, nor is silence" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  preticked true  double_opt_in false  evidence "forms/1" },
          { channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method browsing  preticked false  double_opt_in false  evidence "logs/1" }
        ]
      }
      expect explicit_consent passes
      expect act_of_consent fails
      expect confirmed_consent fails
    }

    test "of a form nobody says whether its box was ticked" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  double_opt_in false  evidence "forms/1" }
        ]
      }
      expect act_of_consent unproven
    }

    test "a second confirmation is an act, whatever the form" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  double_opt_in true  evidence "forms/1" }
        ]
      }
      expect act_of_consent passes
      expect confirmed_consent passes
    }

    test "consent without evidence is none" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel sms  purpose marketing  level written  granted_at 2026-01-01T00:00Z
            method paper_form  evidence none }
        ]
      }
      expect explicit_consent fails
      expect act_of_consent passes
    }

    test "implied consent is not explicit" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel sms  purpose marketing  level presumed  granted_at 2026-01-01T00:00Z
            method contract  evidence "contracts/1" }
        ]
      }
      expect explicit_consent fails
    }

    test "blanket consent counts where its wording named the channels" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel any  purpose any  level express  granted_at 2026-01-01T00:00Z
            method paper_form  evidence "forms/1"  wording "v3"  bundled false }
        ]
      }
      programme {
        wordings [
          { id "v3"  states_purpose true  states_channels true  states_rights true  states_withdrawal true
            privacy_link true  plain_language true  broad true }
        ]
      }
      expect explicit_consent passes
      expect channel_consent passes
      expect informed_consent passes
      expect plain_consent passes
      expect specific_consent fails
    }

    test "blanket consent whose wording named no channel" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel any  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method paper_form  evidence "forms/1"  wording "v1"  bundled false }
        ]
      }
      programme {
        wordings [
          { id "v1"  states_purpose true  states_channels false  states_rights false  states_withdrawal true
            privacy_link true  plain_language false  broad false }
        ]
      }
      expect channel_consent fails
      expect informed_consent fails
      expect plain_consent fails
      expect specific_consent passes
    }

    test "blanket consent whose wording nobody shows" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs []
        consents [
          { channel any  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method paper_form  evidence "forms/1"  wording "v1" }
        ]
      }
      expect channel_consent unproven
    }

    test "spoken consent without a recording" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        consents [
          { channel voice  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method spoken  recording none  evidence "calls/1" }
        ]
      }
      expect spoken_consent fails
    }

    test "spoken consent on tape" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        consents [
          { channel voice  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method spoken  recording "tapes/1"  evidence "calls/1" }
        ]
      }
      expect spoken_consent passes
    }

    test "a customer may hear of like goods although the number was given for orders" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        offer { subject "boots"  own_goods true  similar_to "shoes" }
        message { text "Acme Shoes: new boots. Reply STOP to opt out."  language "en" }
      }
      contact {
        phone "+447700900123"
        origin { purposes transactional }
        consents []  opt_outs []
        relationship {
          purchases [ { at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered true } ]
        }
      }
      expect purpose_limit passes
      expect explicit_consent fails
    }

    test "not of other goods" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        offer { subject "insurance"  own_goods true  similar_to "bags" }
        message { text "Acme Shoes: insure your home. Reply STOP to opt out."  language "en" }
      }
      contact {
        phone "+447700900123"
        origin { purposes transactional }
        consents []  opt_outs []
        relationship {
          purchases [ { at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered true } ]
        }
      }
      expect purpose_limit fails
    }

    test "nor without a way to refuse at the sale" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        offer { subject "shoes"  own_goods true  similar_to [] }
        message { text "Acme Shoes: new shoes. Reply STOP to opt out."  language "en" }
      }
      contact {
        phone "+447700900123"
        origin { purposes transactional }
        consents []  opt_outs []
        relationship {
          purchases [ { at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered false } ]
        }
      }
      expect purpose_limit fails
    }

    test "nor by voice" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z
        offer { subject "shoes"  own_goods true  similar_to [] }
        script { says identity, opt_out }
      }
      contact {
        phone "+447700900123"
        origin { purposes transactional }
        consents []  opt_outs []
        relationship {
          purchases [ { at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered true } ]
        }
      }
      expect purpose_limit fails
    }

    test "a channel that the person did not choose" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  preferences { channels sms, whatsapp } }
      expect chosen_channel fails
    }

    test "a channel that the person chose, or no choice made" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  preferences { channels sms, whatsapp } }
      expect chosen_channel passes
    }

    test "no choice made" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  preferences { channels none } }
      expect chosen_channel passes
    }

    // ---- Tests: opt-outs and the own list

    test "STOP counts a second later" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00:01Z }
      contact {
        phone "+13055550142"
        opt_outs [ { channel sms  purpose marketing  at 2026-11-02T15:00:00Z  via stop_reply } ]
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method sms_keyword  evidence "sms/1" }
        ]
      }
      expect opt_out_at_once fails
      expect explicit_consent fails
      expect blocked
    }

    test "a STOP that comes later does not count yet" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00:00Z }
      contact {
        phone "+13055550142"
        opt_outs [ { channel sms  purpose marketing  at 2026-11-02T15:00:01Z  via stop_reply } ]
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method sms_keyword  evidence "sms/1" }
        ]
      }
      expect opt_out_at_once passes
      expect explicit_consent passes
    }

    test "consent given after the opt-out lifts it" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs [ { channel any  purpose any  at 2026-03-01T00:00Z  via spoken } ]
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-06-01T00:00Z
            method sms_keyword  evidence "sms/1" }
        ]
      }
      expect opt_out_at_once passes
      expect explicit_consent passes
    }

    test "one message may say that the opt-out was heard" {
      plan { channel sms  role opt_out_confirmation  purpose service  at 2026-11-02T15:05:00Z }
      contact {
        phone "+13055550142"  consents []
        opt_outs [ { channel any  purpose any  at 2026-11-02T15:00:00Z  via stop_reply } ]
      }
      expect opt_out_at_once exempt
    }

    test "but not later than five minutes after it" {
      plan { channel sms  role opt_out_confirmation  purpose service  at 2026-11-02T15:05:01Z }
      contact {
        phone "+13055550142"  consents []
        opt_outs [ { channel any  purpose any  at 2026-11-02T15:00:00Z  via stop_reply } ]
      }
      expect opt_out_at_once fails
    }

    test "the own list was applied a day before" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        audience { suppressed_at 2026-11-01T15:00Z }
      }
      contact { phone "+13055550142" }
      expect own_list_applied passes
      expect own_list_fresh passes
    }

    test "the own list was applied a day and a second before" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        audience { suppressed_at 2026-11-01T14:59:59Z }
      }
      contact { phone "+13055550142" }
      expect own_list_applied passes
      expect own_list_fresh fails
    }

    test "the own list was applied seven days before" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  audience { suppressed_at 2026-10-26 } }
      contact { phone "+13055550142" }
      expect own_list_applied passes
    }

    test "the own list was applied eight days before" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  audience { suppressed_at 2026-10-25 } }
      contact { phone "+13055550142" }
      expect own_list_applied fails
    }

    test "the own list was applied after the send, or never" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  audience { suppressed_at 2026-11-02T15:00:01Z } }
      contact { phone "+13055550142" }
      expect own_list_applied fails
      expect own_list_fresh fails
    }

    test "somebody who wants no contact is still on the list" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  consents []  opt_outs [ { channel any  purpose any  at 2026-03-01T00:00Z } ] }
      expect none_suppressed fails
    }

    test "nobody on the list refused everything" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  consents []  opt_outs [ { channel sms  purpose any  at 2026-03-01T00:00Z } ] }
      expect none_suppressed passes
    }

    test "bought data, joined and then matched" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        audience {
          sources own_form, purchased  merged_at 2026-11-01T08:00Z
          deduplicated_at 2026-11-01T08:00Z  suppressed_at 2026-11-01T09:00Z
        }
      }
      contact { phone "+13055550142" }
      expect joined_before_use passes
      expect bought_lists fails
      expect duplicates_merged passes
    }

    test "bought data, matched and then joined" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        audience {
          sources purchased  merged_at 2026-11-01T08:00Z
          deduplicated_at 2026-11-01T07:59Z  suppressed_at 2026-11-01T07:59Z
        }
      }
      contact { phone "+13055550142" }
      expect joined_before_use fails
      expect duplicates_merged fails
    }

    test "own data needs no joining" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  audience { sources own_form, event } }
      contact { phone "+13055550142" }
      expect joined_before_use not applicable
      expect bought_lists passes
    }

    // ---- Tests: what messages and scripts say

    test "a text without a way out" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        sender { name "Acme Shoes" }
        message { text "Don't stop now: 20% off boots."  language "en" }
      }
      contact { phone "+13055550142" }
      expect text_opt_out fails
      expect text_identity unproven
      expect call_script not applicable
    }

    test "a text in French that says how to stop" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        sender { name "Acme Shoes" }
        message { text "Acme Shoes : -20 % sur les bottes. STOP au 36180"  language "fr" }
      }
      contact { phone "+33639980123" }
      expect text_opt_out passes
      expect text_identity passes
    }

    test "a text in Spanish that says how to stop" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        message { text "Acme Shoes: botas nuevas. Envía BAJA al 217100 para salir."  language "es" }
      }
      contact { phone "+13055550142" }
      expect text_opt_out passes
    }

    test "a text in Spanish of a falling price" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        message { text "Acme Shoes: el precio baja al 50 %."  language "es" }
      }
      contact { phone "+13055550142" }
      expect text_opt_out fails
    }

    test "a text in German that says how to stop" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        message { text "Acme Shoes: neue Stiefel. Abmelden: www.acme.example/aus"  language "de" }
      }
      contact { phone "+13055550142" }
      expect text_opt_out passes
    }

    test "what a text does not say in known words it declares" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        sender { name "Acme Shoes" }
        message { text "20% off boots {{link}}"  language "en"  says opt_out, identity }
      }
      contact { phone "+13055550142" }
      expect text_opt_out passes
      expect text_identity passes
    }

    test "a script that says everything" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z
        script { language "en"  says identity, opt_out }
      }
      contact { phone "+13055550142" }
      expect call_script passes
      expect text_opt_out not applicable
      expect text_identity not applicable
    }

    test "a script that offers no way out" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z
        script { language "en"  text "Hello, Acme Shoes here. Have you seen our boots?"  says identity }
      }
      contact { phone "+13055550142" }
      expect call_script fails
    }

    test "a script that nobody shows" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142" }
      expect call_script unproven
    }

    // ---- Tests: where numbers come from

    test "a bought number" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  sender { name "Acme Shoes" }  scrubs [] }
      contact {
        phone "+13055550142"  consents []
        origin { kind purchased  vendor "ListCo"  proof_of_scrub_at none  proof_of_consent none }
      }
      programme { vendors [] }
      expect bought_numbers fails
      expect scrub_yourself fails
      expect supplier_vetted fails
      expect blocked
    }

    test "a bought number with every proof" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        sender { name "Acme Shoes" }
        audience { merged_at 2026-10-10T00:00Z }
        scrubs [ { register "US.national_dnc"  at 2026-10-10T00:00Z  removed true  by "own" } ]
      }
      contact {
        phone "+13055550142"  opt_outs []
        origin { kind purchased  vendor "ListCo"  proof_of_scrub_at 2026-10-02  proof_of_consent "proofs/1" }
        consents [
          { channel sms  purpose marketing  sender "Acme Shoes"  level express  granted_at 2026-09-01T00:00Z
            method paper_form  evidence "proofs/1" }
        ]
      }
      programme { vendors [ { name "ListCo"  role "list"  vetted_at 2025-11-02 } ] }
      expect bought_numbers exempt
      expect scrub_yourself passes
      expect supplier_vetted passes
    }

    test "a bought number whose proofs are a day too old" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        sender { name "Acme Shoes" }
        audience { merged_at 2026-10-10T00:00Z }
        scrubs [
          { register "US.national_dnc"  at 2026-10-09T23:59Z  removed true  by "own" },
          { register "US.national_dnc"  at 2026-10-20T00:00Z  removed true  by "ListCo" },
          { register "US.national_dnc"  at 2026-10-20T00:00Z  removed false  by "own" }
        ]
      }
      contact {
        phone "+13055550142"  opt_outs []
        origin { kind purchased  vendor "ListCo"  proof_of_scrub_at 2026-10-01  proof_of_consent "proofs/1" }
        consents [
          { channel sms  purpose marketing  sender "Acme Shoes"  level express  granted_at 2026-09-01T00:00Z
            method paper_form  evidence "proofs/1" }
        ]
      }
      programme { vendors [ { name "ListCo"  role "list"  vetted_at 2025-11-01 } ] }
      expect bought_numbers fails
      expect scrub_yourself fails
      expect supplier_vetted fails
    }

    test "a bought number whose consent names nobody" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  sender { name "Acme Shoes" } }
      contact {
        phone "+13055550142"  opt_outs []
        origin { kind purchased  proof_of_scrub_at 2026-10-20  proof_of_consent "proofs/1" }
        consents [
          { channel sms  purpose marketing  sender any  level express  granted_at 2026-09-01T00:00Z
            method paper_form  evidence "proofs/1" }
        ]
      }
      expect bought_numbers fails
    }

    test "a scraped number" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  origin { kind scraped }  consents [] }
      expect gathered_numbers fails
      expect bought_numbers passes
    }

    test "a directory number whose owner consented since" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"  opt_outs []
        origin { kind public_directory }
        consents [
          { channel sms  purpose marketing  level express  granted_at 2026-09-01T00:00Z
            method sms_keyword  evidence "sms/1" }
        ]
      }
      expect gathered_numbers passes
    }

    test "a partner's contact who consented to the partner" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  sender { name "Acme Shoes" } }
      contact {
        phone "+13055550142"  opt_outs []
        origin { kind partner  vendor "Bags & Co" }
        consents [
          { channel sms  purpose marketing  sender "Bags & Co"  level express  granted_at 2026-09-01T00:00Z
            method web_form  evidence "proofs/1"  wording "p1" }
        ]
      }
      programme { wordings [ { id "p1"  names_sender false } ]  vendors [] }
      expect partner_numbers fails
      expect supplier_vetted fails
    }

    test "a partner's contact who consented to us by name" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  sender { name "Acme Shoes" } }
      contact {
        phone "+13055550142"  opt_outs []
        origin { kind partner  vendor "Bags & Co" }
        consents [
          { channel sms  purpose marketing  sender "Acme Shoes"  level express  granted_at 2026-09-01T00:00Z
            method web_form  evidence "proofs/1" }
        ]
      }
      expect partner_numbers passes
    }

    // ---- Tests: registers

    test "registers known, subscribed and scrubbed" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        targets US, GB
        sender { registrations [ { register "US.national_dnc"  id "1"  until 2026-11-02 } ] }
        scrubs [
          { register "US.national_dnc"  at 2026-10-02  mode download  version 2026-10-01  removed true  by "own"  evidence "dnc/2" },
          { register "US.national_dnc"  at 2026-08-01  mode download  version 2026-08-01  removed true  by "own"  evidence "dnc/1" },
          { register "GB.tps"  at 2026-10-30  mode wash  removed true  by "own"  evidence "tps/1" }
        ]
      }
      contact { phone "+13055550142" }
      programme {
        law_review { at 2026-05-02  covers US, GB, FR  evidence "law/1" }
        registrations [ { register "GB.tps"  id "2"  until none } ]
        retention [ { data "scrub_records"  keep_for 5 years  after "scrub"  then "delete"  automatic true } ]
      }
      expect registers_known passes
      expect register_subscribed passes
      expect scrubbed_before_campaign passes
      expect scrub_evidence passes
      expect law_watched passes
    }

    test "registers forgotten, lapsed and stale" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        targets US, GB
        sender { registrations [ { register "US.national_dnc"  id "1"  until 2026-11-01 } ] }
        scrubs [
          { register "US.national_dnc"  at 2026-10-01  mode download  version none  removed true  by "own"  evidence "dnc/2" },
          { register "GB.tps"  at 2026-10-30  mode wash  removed true  by "own"  evidence "tps/1" }
        ]
      }
      contact { phone "+13055550142" }
      programme {
        law_review { at 2026-05-01  covers US  evidence "law/1" }
        registrations [ { register "GB.tps"  id "2"  until none } ]
        retention [ { data "scrub_records"  keep_for 4 years  after "scrub"  then "delete"  automatic true } ]
      }
      expect registers_known fails
      expect register_subscribed fails
      expect scrubbed_before_campaign fails
      expect scrub_evidence fails
      expect law_watched fails
    }

    test "nothing was scrubbed" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  scrubs [] }
      contact { phone "+13055550142" }
      expect scrubbed_before_campaign fails
      expect register_subscribed passes
    }

    // ---- Tests: hygiene, engagement, pressure

    test "a number that cannot exist" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+1305555" }
      expect valid_number fails
      expect few_invalid fails
    }

    test "a clean list" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142" }
      expect few_invalid passes
      expect no_duplicates passes
    }

    test "disconnected, and nobody reached since" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        history [
          { at 2026-09-01T10:00Z  channel voice  outcome answered },
          { at 2026-10-01T10:00Z  channel voice  outcome disconnected }
        ]
      }
      expect disconnected_removed fails
    }

    test "disconnected once, in use again" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        history [
          { at 2026-09-01T10:00Z  channel voice  outcome disconnected },
          { at 2026-10-01T10:00Z  channel voice  outcome answered }
        ]
      }
      expect disconnected_removed passes
    }

    test "two failures in ninety days, a third before" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        history [
          { at 2026-08-03T15:00Z  channel sms  outcome bounced },
          { at 2026-08-04T15:00Z  channel sms  outcome bounced },
          { at 2026-09-04T15:00Z  channel sms  outcome undelivered }
        ]
      }
      expect failures_removed passes
    }

    test "three failures in ninety days" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        history [
          { at 2026-08-04T15:00Z  channel sms  outcome bounced },
          { at 2026-08-05T15:00Z  channel sms  outcome bounced },
          { at 2026-09-04T15:00Z  channel sms  outcome undelivered }
        ]
      }
      expect failures_removed fails
    }

    test "reacted six months ago: active" {
      plan { channel sms  purpose marketing  segment "active"  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at 2026-05-02  origin { collected_at 2020-01-01 } }
      expect win_back not applicable
      expect gone_pruned passes
      expect segmented passes
      expect in_segment passes
      expect contact_retention passes
    }

    test "reacted six months and a day ago: dormant" {
      plan { channel sms  purpose marketing  kind campaign  segment "active"  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at 2026-05-01  origin { collected_at 2020-01-01 }  history [] }
      expect win_back fails
      expect gone_pruned passes
      expect in_segment fails
    }

    test "joined lately: active, although never seen since" {
      plan { channel sms  purpose marketing  kind campaign  segment none  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at none  origin { collected_at 2026-05-02 } }
      expect win_back not applicable
      expect gone_pruned passes
      expect segmented fails
      expect in_segment passes
    }

    test "a second try to win somebody back" {
      plan { channel sms  purpose marketing  kind reactivation  segment "dormant"  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"  last_engaged_at 2025-05-02  origin { collected_at 2020-01-01 }
        history [
          { at 2026-04-01T15:00Z  channel sms  purpose marketing  outcome delivered },
          { at 2026-06-01T15:00Z  channel sms  purpose marketing  outcome delivered }
        ]
      }
      expect win_back passes
      expect gone_pruned passes
      expect in_segment passes
    }

    test "a third try to win somebody back" {
      plan { channel sms  purpose marketing  kind reactivation  segment "dormant"  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"  last_engaged_at 2025-05-02  origin { collected_at 2020-01-01 }
        history [
          { at 2026-06-01T15:00Z  channel sms  purpose marketing  outcome delivered },
          { at 2026-07-01T15:00Z  channel voice  purpose marketing  outcome no_answer }
        ]
      }
      expect win_back fails
    }

    test "silent for eighteen months and a day: gone" {
      plan { channel sms  purpose marketing  kind reactivation  segment "dormant"  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at 2025-05-01  origin { collected_at 2020-01-01 } }
      expect gone_pruned fails
      expect win_back not applicable
      expect in_segment fails
    }

    test "kept for two years since the last reaction" {
      plan { channel sms  purpose service  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at 2024-11-02 }
      programme {
        legal_hold false
        retention [ { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic true } ]
      }
      expect contact_retention passes
      expect retention_schedule passes
    }

    test "kept a day too long" {
      plan { channel sms  purpose service  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at 2024-11-01 }
      programme {
        legal_hold false
        retention [ { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic true } ]
      }
      expect contact_retention fails
    }

    test "kept because a court wants it" {
      plan { channel sms  purpose service  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at 2024-11-01 }
      programme { legal_hold true }
      expect contact_retention exempt
    }

    test "details confirmed a year ago" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  verified_at 2025-11-02 }
      expect details_confirmed passes
    }

    test "details confirmed a year and a day ago" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  verified_at 2025-11-01 }
      expect details_confirmed fails
    }

    test "the fourth text of a month" {
      plan { channel sms  purpose marketing  at 2026-11-30T15:00Z }
      contact {
        phone "+13055550142"
        preferences { max_per_month 4 }
        history [
          { at 2026-10-31T15:00Z  channel sms  purpose marketing  outcome delivered },
          { at 2026-11-02T15:00Z  channel sms  purpose marketing  outcome delivered },
          { at 2026-11-09T15:00Z  channel whatsapp  purpose marketing  outcome delivered },
          { at 2026-11-16T15:00Z  channel sms  purpose marketing  outcome delivered }
        ]
      }
      expect text_pressure passes
      expect asked_pressure passes
      expect daily_pressure passes
      expect call_pressure not applicable
    }

    test "the fifth text of a month" {
      plan { channel sms  purpose marketing  at 2026-11-30T15:00Z }
      contact {
        phone "+13055550142"
        preferences { max_per_month 4 }
        history [
          { at 2026-11-01T15:00Z  channel sms  purpose marketing  outcome delivered },
          { at 2026-11-02T15:00Z  channel sms  purpose marketing  outcome delivered },
          { at 2026-11-09T15:00Z  channel whatsapp  purpose marketing  outcome delivered },
          { at 2026-11-16T15:00Z  channel sms  purpose marketing  outcome delivered }
        ]
      }
      expect text_pressure fails
      expect asked_pressure fails
    }

    test "the second call of a week, the first of a day" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-06T15:00Z }
      contact {
        phone "+13055550142"
        preferences { max_per_month none }
        history [
          { at 2026-11-01T15:00Z  channel voice  purpose marketing  outcome no_answer },
          { at 2026-11-02T15:00Z  channel voice  purpose marketing  outcome no_answer }
        ]
      }
      expect call_pressure passes
      expect daily_pressure passes
      expect asked_pressure passes
      expect text_pressure not applicable
    }

    test "the third call of a week, the second of a day" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-06T15:00Z }
      contact {
        phone "+13055550142"
        history [
          { at 2026-11-02T15:00Z  channel voice  purpose marketing  outcome no_answer },
          { at 2026-11-06T14:00Z  channel voice  purpose marketing  outcome no_answer }
        ]
      }
      expect call_pressure fails
      expect daily_pressure fails
    }

    // ---- Tests: rates

    test "rates at their limits" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        metrics {
          delivery_rate { value 95% }  bounce_rate { value 2% }
          complaint_rate { value 0.1% }  opt_out_rate { value 2% }
        }
      }
      contact { phone "+13055550142" }
      expect delivery_alarm passes
      expect bounce_alarm passes
      expect complaint_alarm passes
      expect opt_out_alarm passes
    }

    test "rates beyond their limits" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        metrics {
          delivery_rate { value 94.9% }  bounce_rate { value 2.1% }
          complaint_rate { value 0.11% }  opt_out_rate { value 2.01% }
        }
      }
      contact { phone "+13055550142" }
      expect delivery_alarm fails
      expect bounce_alarm fails
      expect complaint_alarm fails
      expect opt_out_alarm fails
    }

    test "a first campaign has no rates yet" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        metrics { delivery_rate none  bounce_rate none  complaint_rate none  opt_out_rate none }
      }
      contact { phone "+13055550142" }
      expect delivery_alarm not applicable
      expect bounce_alarm not applicable
      expect complaint_alarm not applicable
      expect opt_out_alarm not applicable
    }

    // ---- Tests: the programme

    test "a sound programme, everything on its last day" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z
        audience { validated_at 2026-08-04  deduplicated_at 2026-10-03  merged_at none }
      }
      contact { phone "+13055550142" }
      programme {
        privacy_notice {
          url "https://acme.example/privacy"  reviewed_at 2025-11-02
          covers "practices", "use", "security", "retention", "access", "rectification", "erasure", "objection"
        }
        collection_points [
          { id "web"  kind web_form  labelled true  preticked false  states_purpose true  privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02 },
          { id "fair"  kind paper_form  states_purpose true  signature true  privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02 },
          { id "key"  kind sms_keyword  terms true  states_withdrawal true  states_purpose true  privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02 }
        ]
        consent_records { fields "date", "method", "purpose", "channel", "wording"  granular true }
        opt_out {
          methods "spoken", "stop_reply", "link", "email", "post"  keywords "STOP", "END"
          free true  steps 2  as_easy_as_opt_in true  recorded true  during_call true
          honoured_within 1 hour  preference_centre true
        }
        suppression { owner "lists@acme.example"  fields "phone", "at", "scope"  kept_until none }
        systems [
          { name "crm"  kind "crm"  system_of_record true  suppression_synced true  sync_delay 1 hour },
          { name "dialler"  kind "dialler"  system_of_record false  suppression_synced true  sync_delay 1 hour },
          { name "texts"  kind "automation"  system_of_record false  suppression_synced true  sync_delay 5 minutes }
        ]
        platform_review { at 2024-11-02 }
        automation "verification", "segmentation", "suppression"
        data_quality { standard_at 2024-11-02  schema_at 2024-01-01  validation_rules true  format "E.164" }
        cleaning { every 3 months  last_at 2026-08-02  automated "merge", "format", "validate", "bounces" }
        list_audit { at 2026-05-02  covers "accuracy", "compliance", "hygiene"  open_findings 0 }
        processing_audit { at 2025-11-02 }
        training [
          { roles "telemarketers", "account_managers", "sales"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2025-11-02  share_of_staff 95% },
          { roles "customer_service", "data_entry"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2026-02-01  share_of_staff 100% }
        ]
        scripts [ { id "s1"  channel voice  says identity, opt_out, purpose  reviewed_at 2025-11-02 } ]
        retention [
          { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic true },
          { data "consent_evidence"  keep_for 5 years  after "last_use"  then "anonymise"  automatic true },
          { data "suppression"  keep_for none }
        ]
        security {
          encrypted_in_transit true  encrypted_at_rest true  role_based_access true  access_reviewed_at 2026-05-02
          storage_standard "ISO 27001"  storage_audited_at 2025-11-02  backup_every 1 day
          restore_tested_at 2026-05-02  audit_trail true  audited_at 2025-11-02
        }
        sensitive_data { kinds "health"  justified_at 2025-11-02 }
        requests_of_people { kinds "access", "rectification", "erasure"  answered_within 1 month }
        complaints { procedure_at 2025-11-02 }
        sharing { sells false  shares_with []  consent_required false }
        vendors [
          { name "ListCo"  role "list"  contract_at 2024-01-01  vetted_at 2025-11-02  security_standard "SOC 2"
            scrub_method "daily download"  consent_evidence true },
          { name "CloudCo"  role "hosting"  contract_at 2024-01-01  vetted_at 2025-11-02  security_standard "ISO 27001" }
        ]
        monitoring {
          reviewed_at 2026-10-02
          metrics "delivery_rate", "open_rate", "response_rate", "bounce_rate", "complaint_rate", "opt_out_rate"
        }
        law_review { at 2026-05-02  covers US  evidence "law/1" }
        feedback { channel "https://acme.example/talk"  reviewed_at 2026-05-02 }
      }
      expect privacy_notice passes
      expect privacy_link passes
      expect purpose_stated passes
      expect honest_collection passes
      expect web_form passes
      expect paper_form passes
      expect keyword_opt_in passes
      expect consent_records passes
      expect opt_out_records passes
      expect granular_choice passes
      expect opt_out_routes passes
      expect opt_out_words passes
      expect opt_out_in_call passes
      expect opt_out_entered_fast passes
      expect own_list_owner passes
      expect one_own_list passes
      expect easy_updates passes
      expect system_of_record passes
      expect platform_fits passes
      expect automated_work passes
      expect validated_at_entry passes
      expect validated_in_batch passes
      expect duplicates_merged passes
      expect failures_handled passes
      expect one_format passes
      expect designed_fields passes
      expect entry_standard passes
      expect sensitive_data passes
      expect cleaning_schedule passes
      expect cleaning_automated passes
      expect list_audited passes
      expect handling_audited passes
      expect staff_trained passes
      expect callers_trained passes
      expect texters_trained not applicable
      expect scripts_on_file passes
      expect retention_schedule passes
      expect requests_answered passes
      expect no_sharing passes
      expect encrypted passes
      expect access_by_role passes
      expect storage_audited passes
      expect backups passes
      expect audit_trail passes
      expect vendor_security passes
      expect vendors_vetted passes
      expect rates_watched passes
      expect complaints_heard passes
      expect law_watched passes
    }

    test "the same programme a day later, and a little worse" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z
        audience { validated_at 2026-08-03  deduplicated_at 2026-10-02  merged_at none }
      }
      contact { phone "+13055550142" }
      programme {
        privacy_notice {
          url "https://acme.example/privacy"  reviewed_at 2025-11-01
          covers "practices", "use", "security", "retention", "access", "rectification", "erasure", "objection"
        }
        collection_points [
          { id "web"  kind web_form  labelled true  preticked true  states_purpose false  privacy_link false
            validates false  reviewed_for_deception_at 2025-11-01 },
          { id "fair"  kind paper_form  states_purpose true  signature false  privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02 },
          { id "key"  kind sms_keyword  terms true  states_withdrawal false  states_purpose true  privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02 }
        ]
        consent_records { fields "date", "method", "purpose", "channel"  granular false }
        opt_out {
          methods "spoken", "stop_reply", "link", "email"  keywords "STOP"
          free true  steps 3  as_easy_as_opt_in true  recorded false  during_call false
          honoured_within 61 minutes  preference_centre true
        }
        suppression { owner none  fields "phone", "at", "scope"  kept_until 2030-01-01 }
        systems [
          { name "crm"  kind "crm"  system_of_record true  suppression_synced true  sync_delay 61 minutes },
          { name "dialler"  kind "dialler"  system_of_record true  suppression_synced true  sync_delay 1 hour },
          { name "texts"  kind "automation"  system_of_record false  suppression_synced true  sync_delay 5 minutes }
        ]
        platform_review { at 2024-11-01 }
        automation "verification", "suppression"
        data_quality { standard_at 2024-11-01  schema_at none  validation_rules true  format "national" }
        cleaning { every 4 months  last_at 2026-08-01  automated "merge", "format" }
        list_audit { at 2026-05-01  covers "accuracy", "compliance", "hygiene"  open_findings 0 }
        processing_audit { at 2025-11-01 }
        training [
          { roles "telemarketers", "account_managers", "sales"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2025-11-01  share_of_staff 95% },
          { roles "customer_service", "data_entry"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2026-02-01  share_of_staff 94% }
        ]
        scripts [ { id "s1"  channel voice  says identity, purpose  reviewed_at 2025-11-02 } ]
        retention [
          { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic false },
          { data "consent_evidence"  keep_for 4 years  after "last_use"  then "anonymise"  automatic true },
          { data "suppression"  keep_for none }
        ]
        security {
          encrypted_in_transit true  encrypted_at_rest false  role_based_access true  access_reviewed_at 2026-05-01
          storage_standard "ISO 27001"  storage_audited_at 2025-11-01  backup_every 2 days
          restore_tested_at 2026-05-02  audit_trail true  audited_at 2025-11-01
        }
        sensitive_data { kinds "health"  justified_at 2025-11-01 }
        requests_of_people { kinds "access", "rectification", "erasure"  answered_within 2 months }
        complaints { procedure_at 2025-11-01 }
        sharing { sells false  shares_with "Bags & Co"  consent_required false }
        vendors [
          { name "ListCo"  role "list"  contract_at 2024-01-01  vetted_at 2025-11-02  security_standard none
            scrub_method none  consent_evidence true }
        ]
        monitoring {
          reviewed_at 2026-10-01
          metrics "delivery_rate", "open_rate", "response_rate", "bounce_rate", "complaint_rate", "opt_out_rate"
        }
        law_review { at 2026-05-01  covers US  evidence "law/1" }
        feedback { channel "https://acme.example/talk"  reviewed_at 2026-05-01 }
      }
      expect privacy_notice fails
      expect privacy_link fails
      expect purpose_stated fails
      expect honest_collection fails
      expect web_form fails
      expect paper_form fails
      expect keyword_opt_in fails
      expect consent_records fails
      expect opt_out_records fails
      expect granular_choice fails
      expect opt_out_routes fails
      expect opt_out_words fails
      expect opt_out_in_call fails
      expect opt_out_entered_fast fails
      expect own_list_owner fails
      expect one_own_list fails
      expect easy_updates fails
      expect system_of_record fails
      expect platform_fits fails
      expect automated_work fails
      expect validated_at_entry fails
      expect validated_in_batch fails
      expect duplicates_merged fails
      expect failures_handled fails
      expect one_format fails
      expect designed_fields fails
      expect entry_standard fails
      expect sensitive_data fails
      expect cleaning_schedule fails
      expect cleaning_automated fails
      expect list_audited fails
      expect handling_audited fails
      expect staff_trained fails
      expect callers_trained fails
      expect scripts_on_file fails
      expect retention_schedule fails
      expect requests_answered fails
      expect no_sharing fails
      expect encrypted fails
      expect access_by_role fails
      expect storage_audited fails
      expect backups fails
      expect audit_trail fails
      expect vendor_security fails
      expect vendors_vetted fails
      expect rates_watched fails
      expect complaints_heard fails
      expect law_watched fails
    }

    test "a programme that says nothing proves nothing" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142" }
      programme { organisation "Acme Shoes" }
      expect privacy_notice unproven
      expect web_form unproven
      expect consent_records unproven
      expect opt_out_routes unproven
      expect own_list_owner unproven
      expect one_own_list unproven
      expect system_of_record unproven
      expect sensitive_data unproven
      expect cleaning_schedule unproven
      expect list_audited unproven
      expect staff_trained unproven
      expect texters_trained unproven
      expect callers_trained not applicable
      expect retention_schedule unproven
      expect no_sharing unproven
      expect encrypted unproven
      expect vendors_vetted unproven
      expect rates_watched unproven
    }

    test "texters trained, no sensitive data, sharing with consent" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142" }
      programme {
        sensitive_data none
        sharing { sells true  shares_with "Bags & Co"  consent_required true }
        training [
          { roles "sms_marketers"  topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
            at 2025-11-02  share_of_staff 95% }
        ]
      }
      expect texters_trained passes
      expect staff_trained fails
      expect sensitive_data passes
      expect no_sharing passes
    }

    test "texters trained in half of it" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact { phone "+13055550142" }
      programme {
        training [ { roles "sms_marketers"  topics "dnc", "opt_out"  at 2026-02-01  share_of_staff 100% } ]
      }
      expect texters_trained fails
    }

    """#),
]
