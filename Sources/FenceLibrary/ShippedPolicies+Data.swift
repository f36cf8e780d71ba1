// Written by `swift run workbench library` from the files under Policies; do not edit.
// swift-format-ignore-file

/// The contact's own fields that some shipped policy reads, sorted.
public let shippedContactFields: [String] = [
  "age_band",
  "city",
  "consents",
  "country",
  "history",
  "id",
  "journey",
  "last_engaged_at",
  "line",
  "minor",
  "opt_outs",
  "origin",
  "person",
  "phone",
  "postal_code",
  "preferences",
  "recipient",
  "region",
  "registers",
  "relationship",
  "requests",
  "time_zone",
  "verified_at",
]

/// Every policy that ships with the program, sorted by path.
public let shippedPolicies: [ShippedPolicy] = [
  ShippedPolicy(
    "AU/Australia.fence", name: "AU", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendars of Australia: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy AU "Australia: public holidays, no rules yet" covers nobody

    // ---- Calendars -------------------------------------------------------------------------------------
    //
    // Written from general knowledge of the states' Acts and compared day by day with PyPI's `holidays`; the Acts were not
    // read. Days of a part of a state (Royal Queensland Show, Melbourne Cup outside Melbourne) are not told apart.

    /// The days that every state and territory keeps; the standard for telemarketing calls closes these.
    calendar national_holidays "National public holidays" {
      day new_year "New Year's Day" on 1 january repeated on next workday
      day australia "Australia Day" on 26 january moved to monday
      day good_friday "Good Friday" on easter - 2 days
      day easter_monday "Easter Monday" on easter + 1 day
      day anzac "Anzac Day" on 25 april
      day mourning "National Day of Mourning" on 22 september from 2022 until 2022
      day christmas "Christmas Day" on 25 december repeated on next workday
      day boxing "Boxing Day" on 26 december repeated on next workday
    }

    /// The days of each state and territory, by which business days are counted there.
    calendar public_holidays "Public holidays" {
      day new_year "New Year's Day" on 1 january repeated on next workday
      day australia "Australia Day" on 26 january moved to monday
      day good_friday "Good Friday" on easter - 2 days
      day easter_monday "Easter Monday" on easter + 1 day
      day anzac "Anzac Day" on 25 april
      day mourning "National Day of Mourning" on 22 september from 2022 until 2022
      day christmas "Christmas Day" on 25 december repeated on next workday
      day boxing "Boxing Day" on 26 december repeated on next workday
      in AU-SA { day australia_itself "Australia Day" on 26 january until 2023 }
      in AU-ACT, AU-NSW, AU-NT, AU-QLD, AU-SA, AU-VIC {
        day easter_saturday "Easter Saturday" on easter - 1 day
      }
      in AU-ACT, AU-NSW, AU-QLD, AU-VIC { day easter_sunday "Easter Sunday" on easter }
      in AU-WA { day easter_sunday "Easter Sunday" on easter from 2022 }
      in AU-NT, AU-SA { day easter_sunday "Easter Sunday" on easter from 2024 }
      in AU-TAS { day easter_sunday "Easter Sunday" on easter from 2027 }
      in AU-ACT, AU-NT, AU-QLD, AU-SA {
        day anzac_monday "Anzac Day, in lieu" on 25 april sunday repeated on monday
      }
      in AU-WA { day anzac_monday "Anzac Day, in lieu" on 25 april repeated on next workday }
      in AU-ACT { day anzac_declared "Anzac Day, declared" on 27 april from 2020 until 2020 }
      in AU-ACT, AU-NSW { day anzac_monday_2026 "Anzac Day, in lieu" on 27 april from 2026 until 2026 }
      in AU-NSW { day anzac_monday_2027 "Anzac Day, in lieu" on 26 april from 2027 until 2027 }
      in AU-WA {
        day labour "Labour Day" on first monday of march
        day western_australia "Western Australia Day" on first monday of june
        day sovereign_until_2023 "Sovereign's Birthday" on last monday of september until 2023
        day sovereign_2024 "King's Birthday" on 23 september from 2024 until 2024
        day sovereign "King's Birthday" on last monday of september from 2025
      }
      in AU-ACT {
        day canberra "Canberra Day" on second monday of march
        day reconciliation "Reconciliation Day" on monday on or after 27 may
      }
      in AU-SA { day adelaide_cup "Adelaide Cup Day" on second monday of march }
      in AU-TAS { day eight_hours "Eight Hours Day" on second monday of march }
      in AU-VIC {
        day labour "Labour Day" on second monday of march
        day grand_final_2020 "Friday before the AFL Grand Final" on 23 october from 2020 until 2020
        day grand_final "Friday before the AFL Grand Final" on friday on or after 23 september from 2021
        day melbourne_cup "Melbourne Cup" on first tuesday of november
      }
      in AU-NT {
        day may "May Day" on first monday of may
        day picnic "Picnic Day" on first monday of august
      }
      in AU-QLD {
        day labour "Labour Day" on first monday of may
        day sovereign "Sovereign's Birthday" on first monday of october
      }
      in AU-ACT, AU-NSW, AU-NT, AU-SA, AU-TAS, AU-VIC {
        day sovereign "Sovereign's Birthday" on second monday of june
      }
      in AU-ACT, AU-NSW, AU-SA { day labour "Labour Day" on first monday of october }
    }

    """#),
  ShippedPolicy(
    "BE/Belgium.fence", name: "BE", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Belgium: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy BE "Belgium: public holidays, no rules yet" covers nobody

    /// The legal holidays (Royal Decree of 18 April 1974), by which working days are counted. Written from general knowledge
    /// and compared day by day with PyPI's `holidays`; the decree was not read.
    calendar public_holidays "Public holidays" {
      day new_year "New Year" on 1 january
      day easter_monday "Easter Monday" on easter + 1 day
      day labour "Labour Day" on 1 may
      day ascension "Ascension" on easter + 39 days
      day whit_monday "Whit Monday" on easter + 50 days
      day national "National Day" on 21 july
      day assumption "Assumption" on 15 august
      day all_saints "All Saints" on 1 november
      day armistice "Armistice" on 11 november
      day christmas "Christmas" on 25 december
    }

    """#),
  ShippedPolicy(
    "BR/Brazil.fence", name: "BR", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Brazil: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy BR "Brazil: national holidays, no rules yet" covers nobody

    /// The days on which the telecommunications code makes no offers (Laws 662/1949, 6.802/1980 and 14.759/2023). Written
    /// from general knowledge and compared day by day with PyPI's `holidays`; the laws were not read.
    calendar national_holidays "National holidays" {
      day new_year "Universal Fraternity" on 1 january
      day good_friday "Good Friday" on easter - 2 days
      day tiradentes "Tiradentes" on 21 april
      day workers "Workers' Day" on 1 may
      day independence "Independence" on 7 september
      day aparecida "Our Lady of Aparecida" on 12 october
      day all_souls "All Souls" on 2 november
      day republic "Proclamation of the Republic" on 15 november
      day zumbi "Zumbi and Black Awareness" on 20 november from 2024
      day christmas "Christmas" on 25 december
    }

    """#),
  ShippedPolicy(
    "CA/Canada.fence", name: "CA", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendars of Canada: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy CA "Canada: public holidays, no rules yet" covers nobody

    note scope "The Unsolicited Telecommunications Rules close no holiday; business days are counted by CASL"

    // ---- Calendars -------------------------------------------------------------------------------------
    //
    // Written from general knowledge of the Acts and compared day by day with PyPI's `holidays`; the Acts themselves were
    // not read. CASL counts business days without saying whose: a policy for it takes the days of the recipient's province.

    /// The general holidays of each province and territory, for workplaces under its own law.
    calendar public_holidays "Statutory holidays" {
      day new_year "New Year's Day" on 1 january repeated on next workday
      day good_friday "Good Friday" on easter - 2 days
      day canada "Canada Day" on 1 july
      day labour "Labour Day" on first monday of september
      day christmas "Christmas Day" on 25 december repeated on next workday
      in CA-AB, CA-BC, CA-NB, CA-ON, CA-SK { day family "Family Day" on third monday of february }
      in CA-MB { day louis_riel "Louis Riel Day" on third monday of february }
      in CA-NS { day heritage "Heritage Day" on third monday of february }
      in CA-PE { day islander "Islander Day" on third monday of february }
      in CA-AB, CA-BC, CA-MB, CA-NT, CA-NU, CA-ON, CA-SK, CA-YT {
        day victoria "Victoria Day" on monday on or before 24 may
        day thanksgiving "Thanksgiving" on second monday of october
      }
      in CA-QC {
        day patriots "National Patriots' Day" on monday on or before 24 may
        day national "Fête nationale" on 24 june sunday repeated on monday
        day thanksgiving "Thanksgiving" on second monday of october
      }
      in CA-NT, CA-YT { day indigenous_peoples "National Indigenous Peoples Day" on 21 june }
      in CA-NL, CA-PE, CA-SK, CA-YT {
        day canada_moved "Canada Day, in lieu" on 1 july repeated on next workday
      }
      in CA-AB, CA-BC, CA-QC {
        day canada_moved "Canada Day, in lieu" on 1 july sunday repeated on monday
      }
      in CA-NU { day nunavut "Nunavut Day" on 9 july from 2020 }
      in CA-BC { day british_columbia "British Columbia Day" on first monday of august }
      in CA-NB { day new_brunswick "New Brunswick Day" on first monday of august }
      in CA-SK { day saskatchewan "Saskatchewan Day" on first monday of august }
      in CA-NT, CA-NU { day civic "Civic Holiday" on first monday of august }
      in CA-YT { day discovery "Discovery Day" on third monday of august }
      in CA-BC, CA-NB, CA-NL, CA-NS, CA-PE, CA-YT {
        day queens_funeral "Funeral of Queen Elizabeth II" on 19 september from 2022 until 2022
      }
      in CA-NT, CA-NU, CA-PE { day reconciliation "Truth and Reconciliation" on 30 september from 2022 }
      in CA-YT { day reconciliation "Truth and Reconciliation" on 30 september from 2023 }
      in CA-BC {
        day reconciliation "Truth and Reconciliation" on 30 september repeated on next workday from 2023
      }
      in CA-MB {
        day reconciliation "Truth and Reconciliation" on 30 september repeated on next workday from 2024
      }
      in CA-BC, CA-NB, CA-NT, CA-NU { day remembrance "Remembrance Day" on 11 november }
      in CA-AB, CA-NL, CA-NS, CA-PE, CA-SK, CA-YT {
        day remembrance "Remembrance Day" on 11 november repeated on next workday
      }
      in CA-ON { day boxing "Boxing Day" on 26 december repeated on next workday }
    }

    /// Days on which federal offices and federally regulated workplaces are closed.
    calendar federal_holidays "Federal holidays" {
      day new_year "New Year's Day" on 1 january repeated on next workday
      day good_friday "Good Friday" on easter - 2 days
      day victoria "Victoria Day" on monday on or before 24 may
      day canada "Canada Day" on 1 july repeated on next workday
      day labour "Labour Day" on first monday of september
      day reconciliation "Truth and Reconciliation" on 30 september repeated on next workday from 2021
      day thanksgiving "Thanksgiving" on second monday of october
      day remembrance "Remembrance Day" on 11 november repeated on next workday
      day christmas "Christmas Day" on 25 december repeated on next workday
      day boxing "Boxing Day" on 26 december repeated on next workday
    }

    """#),
  ShippedPolicy(
    "CO/Colombia.fence", name: "CO", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Colombia: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy CO "Colombia: public holidays, no rules yet" covers nobody

    /// The days on which Law 2300 of 2023 lets nobody be contacted; most move to the following Monday (Law 51 of 1983).
    /// Written from general knowledge and compared day by day with PyPI's `holidays`; the laws were not read. The day of the
    /// Rosary of Chiquinquirá, from 2026, is known from that package alone.
    calendar public_holidays "Public holidays" {
      day new_year "New Year" on 1 january
      day epiphany "Epiphany" on monday on or after 6 january
      day joseph "Saint Joseph" on monday on or after 19 march
      day maundy_thursday "Maundy Thursday" on easter - 3 days
      day good_friday "Good Friday" on easter - 2 days
      day labour "Labour Day" on 1 may
      day ascension "Ascension" on easter + 43 days
      day corpus_christi "Corpus Christi" on easter + 64 days
      day sacred_heart "Sacred Heart" on easter + 71 days
      day peter_and_paul "Saints Peter and Paul" on monday on or after 29 june
      day rosary "Rosary of Chiquinquirá" on monday on or after 9 july from 2026
      day independence "Independence" on 20 july
      day boyaca "Battle of Boyacá" on 7 august
      day assumption "Assumption" on monday on or after 15 august
      day columbus "Day of Ethnic and Cultural Diversity" on monday on or after 12 october
      day all_saints "All Saints" on monday on or after 1 november
      day cartagena "Independence of Cartagena" on monday on or after 11 november
      day immaculate "Immaculate Conception" on 8 december
      day christmas "Christmas" on 25 december
    }

    """#),
  ShippedPolicy(
    "FR/France.fence", name: "FR", parent: nil,
    coverage: .places(["FR", "GP", "MQ", "GF", "RE", "YT", "MF"], recipients: true, senders: false),
    ruleCount: 35, concernsEveryList: false, mentions: [],
    #"""
    /// French telephone and message marketing: the consumer code's rules on sales calls, the postal code's
    /// rules on automated calls and messages, the numbering plan, and what the market's own rules add.
    ///
    /// Recipients only. The consumer code protects the consumer who is called, by that consumer's own clock;
    /// nothing read says that a trader in France owes it to consumers abroad. Where the sender stands in
    /// France and the recipient elsewhere, the recipient's own law is judged, and the data protection
    /// authority may still look at the sender: that is the Union's policy, not this one.
    policy FR "France: sales calls and messages" {
      covers recipients in FR, GP, MQ, GF, RE, YT, MF
      business days skip saturday, sunday, holidays
    }

    // ---- Sources ---------------------------------------------------------------------------------------

    source conso "Consumer code, as in force from 11 August 2026" {
      cite "C. conso."
      link "https://legal.tricoteuses.fr/articles/LEGIARTI000051830285"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source conso_2024 "Consumer code, as it stood in 2024" {
      cite "C. conso. (2024)"
      link "https://app.livv.eu/books/LEGITEXT000006069565/"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source conso_2020 "Consumer code, as it stood on 26 July 2020" {
      cite "C. conso. (2020)"
      link "http://archeo-lex.fr/codes/code_de_la_consommation/2020-07-26/modifications"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source decree_2022 "Decree on days, hours and number of sales calls" {
      cite "Décret n° 2022-1313"
      link "https://www.lexbase.fr/index/source/88904522-decret-n-20221313-du-13-octobre-2022-relatif-a-lencadrement-des-jours-horaires-et-frequence-des-appe"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    /// Known from several accounts that quote it; the official page itself was not read.
    source decree_2026 "Decree on consent to sales calls" {
      cite "C. conso. (Décret n° 2026-662)"
      link "https://www.legifrance.gouv.fr/jorf/id/JORFTEXT000054483939"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    source law_2025 "Law against fraud with public aid" {
      cite "Loi n° 2025-594"
      link "https://cms.law/fr/fra/news-information/interdiction-prochaine-du-demarchage-telephonique-sans-consentement-prealable-du-consommateur"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    /// An earlier version of the article was read; today's is known from accounts that quote it.
    source cpce "Postal and electronic communications code" {
      cite "CPCE"
      link "https://www.doctrine.fr/l/texts/codes/LEGITEXT000006070987/articles/LEGIARTI000006465785?version=LEGIARTI000032235707"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    source numbering_plan "National numbering plan" {
      cite "Arcep, décision n° 2018-0881 modifiée"
      link "https://www.rtl.fr/actu/economie-consommation/demarchage-telephonique-la-liste-des-numeros-desormais-obligatoires-pour-vous-appeler-7900221082"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    source arcep_2024 "The regulator on the Council of State's decision of 6 June 2024" {
      cite "Arcep, 13 juin 2024"
      link "https://arcep.fr/actualites/actualites-et-communiques/detail/n/numerotation-plan-numerotation-130624.html"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source rgpd "General data protection regulation" {
      cite "Règlement (UE) 2016/679"
      link "https://eur-lex.europa.eu/eli/reg/2016/679/oj"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence medium
    }

    source cnil "CNIL's reference framework on customer and prospect data" {
      cite "CNIL, référentiel gestion commerciale"
      link "https://www.cnil.fr"
      reviewed 2026-11-22 every 6 months
      evidence memory
      confidence high
    }

    source af2m "Operators' charter on marketing texts" {
      cite "Charte AF2M"
      link "https://www.af2m.org"
      reviewed 2026-11-22 every 6 months
      evidence memory
      confidence low
    }

    source labour_code "Labour code" {
      cite "C. trav."
      link "https://www.legifrance.gouv.fr/codes/id/LEGITEXT000006072050"
      reviewed 2026-11-22 every 6 months
      evidence memory
      confidence high
    }

    // ---- Days ------------------------------------------------------------------------------------------

    /// The eleven days of C. trav. L.3133-1, to which the hours for sales calls refer.
    calendar holidays "Public holidays" {
      day new_year "New Year" on 1 january
      day easter_monday "Easter Monday" on easter + 1 day
      day labour_day "Labour Day" on 1 may
      day victory "Victory 1945" on 8 may
      day ascension "Ascension" on easter + 39 days
      day whit_monday "Whit Monday" on easter + 50 days
      day national_day "National Day" on 14 july
      day assumption "Assumption" on 15 august
      day all_saints "All Saints" on 1 november
      day armistice "Armistice 1918" on 11 november
      day christmas "Christmas" on 25 december
    }

    note scope "The further holidays of Alsace and Moselle, and those of the overseas departments, are not in the article to which the law refers, so they close nothing here" on calling_hours,
        text_hours
      under labour_code "L.3133-1"

    // ---- Registers -------------------------------------------------------------------------------------

    /// Consumers' fixed and mobile numbers; an entry lasted three years and renewed itself.
    register bloctel "Bloctel, the list of consumers who object to sales calls" of numbers {  // FR register 1
      channels voice
      recipients consumer
      every 30 days
      measured from result
      by "Opposetel, for the DGCCRF"
      until 2026-08-10
    }

    note history "Since 11 August 2026 there is no list of objections: Bloctel was closed with the articles on it, and nothing took its place" on bloctel_scrub,
        bloctel_listing
      under conso "L.223-3, L.223-4 and R.223-4-1 to R.223-8, repealed" secondary  // FR register 2

    // ---- Notions ---------------------------------------------------------------------------------------

    /// A call that only asks for consent to be called sells too: it is made so that one may sell. Surveys,
    /// charity and politics stand outside these rules.
    define sales_purpose "Selling, or asking for leave to sell" =
      purpose is one of marketing, consent_request

    define sales_call "A sales call to a consumer" =
      channel is voice and recipient is consumer and sales_purpose

    define written_message "A message that waits until it is read" =
      channel is one of sms, mms, rcs, whatsapp, email

    /// A voicemail drop is played without a human like any other recording. That the postal code names fax
    /// too is in the version that was read.
    define machine_call "A call without a human, or a fax" =
      channel is fax
      or (channel is voice and technology includes any of prerecorded, artificial_voice, voicemail_drop)

    define natural_person "A person, whatever their trade; not a company" =
      recipient is one of consumer, sole_trader, named_employee

    /// A sale that was carried out is no contract in progress. What completes or improves the contract must
    /// be like what the contract is about.
    define running_contract "A contract in progress, and a call about its object" =
      relationship.contract_from before attempt
      and (relationship.contract_until is none or relationship.contract_until after attempt)
      and (relationship.contract_subjects includes offer.subject
        or (offer.extends_deal
          and (any s in relationship.contract_subjects where offer.similar_to includes s)))

    define press_offer "Newspapers, periodicals or magazines" = offer.sector is "press"

    /// Equipment and works in homes that save energy or make renewable energy, and works that fit homes to
    /// age or disability. A plan says so by one of these words.
    define barred_offer "An offer of a trade that may not call" =
      offer.sector is one of "energy_renovation", "renewable_energy", "home_adaptation"

    define asked_for_call "A provable wish to be called on this subject, in the last five working days" =
      any r in requests
        where r.channel is voice
        and r.subject is offer.subject
        and r.evidence is given
        and attempt within 5 business days after r.at

    define agreed_slot "A provable agreement to be called on this date, at this time" =
      any r in requests
        where r.channel is voice
        and r.evidence is given
        and r.call_from same day as r.call_to
        and not r.call_from after attempt
        and r.call_to after attempt

    /// The postal code's exception for customers. A free account is left out: whether it leads to a paid one
    /// does not show, and an exception errs not to apply.
    define customer_exception "A customer, like goods of the same seller, a way to refuse from the sale on" =
      written_message
      and offer.own_goods
      and message says opt_out
      and not opted out
      and origin.kind is not one of partner, purchased, scraped, public_directory, generated
      and (any p in relationship.purchases
          where p.at before attempt
          and p.kind is one of sale, contract, lease, membership
          and p.seller is this sender
          and p.refusal_offered
          and (p.subject is offer.subject or offer.similar_to includes p.subject))

    // ---- Consent to sales calls ------------------------------------------------------------------------
    //
    // One consent must meet everything at once. So each of the next three rules asks for the whole of the one
    // before it and for something more, and applies once the one before it is met.

    rule consent "A sales call needs the consumer's prior consent, given by a clear act" {  // FR-01, FR-08
      under conso "L.223-1 al. 1-3"
      under decree_2026 "R.223-1 II, R.223-3" medium
      from 2026-08-11
      applies when sales_call
      consent express for this channel, purpose
        where evidence is given and method is not one of browsing, preticked and not preticked
      except when running_contract under conso "L.223-1 al. 4"  // FR-02
      except when press_offer under conso_2024 "L.223-5"  // FR-03
      except when barred_offer and asked_for_call under decree_2026 "R.223-4" medium  // FR-05
      fix "Leave the consumer out, or ask for consent in writing or on a form and keep the proof."
    }

    rule consent_period "The consent is in its period, which is stated and at most a year" {  // FR-06, FR-08
      under decree_2026 "R.223-1 I 3°"
      from 2026-08-11
      applies when sales_call
        and (consent express for this channel, purpose
            where evidence is given and method is not one of browsing, preticked and not preticked)
      // A shorter period than a year must stand on the consent itself as its end. A renewal that nobody asked
      // for does not count: the year runs from the day on which the consent was given.
      consent express for this channel, purpose
        given within 1 year
        where evidence is given
        and method is not one of browsing, preticked
        and not preticked
        and wording.period at most 1 year
        and (wording.period at least 1 year or expires_at is given)
      except when running_contract under conso "L.223-1 al. 4"  // FR-02
      except when press_offer under conso_2024 "L.223-5"  // FR-03
      except when barred_offer and asked_for_call under decree_2026 "R.223-4" medium  // FR-05
      fix "Ask for consent anew; if the wording names less than a year, write the end into `expires_at`."
    }

    rule consent_content "The consent says who, what, how long, how to stop and where to get a copy" {  // FR-07
      under decree_2026 "R.223-1 I" medium
      from 2026-08-11
      applies when sales_call
        and (consent express for this channel, purpose
            given within 1 year
            where evidence is given
            and method is not one of browsing, preticked
            and not preticked
            and wording.period at most 1 year
            and (wording.period at least 1 year or expires_at is given))
      consent express for this channel, purpose, sender
        given within 1 year
        where evidence is given
        and method is not one of browsing, preticked
        and not preticked
        and wording.period at most 1 year
        and (wording.period at least 1 year or expires_at is given)
        and wording.names_sender
        and wording.states_goods
        and subject is offer.subject
        and wording.separate
        and wording.states_withdrawal
        and wording.states_copy_right
      except when running_contract under conso "L.223-1 al. 4"  // FR-02
      except when press_offer under conso_2024 "L.223-5"  // FR-03
      except when barred_offer and asked_for_call under decree_2026 "R.223-4" medium  // FR-05
      fix "Ask again with a wording that has all five items, for this trader and these goods."
    }

    /// The account of the decree may mean no more than the agreed hour of FR-12, hence no block.
    rule consent_times "A consent for certain times is none outside of them" {  // FR-08
      under decree_2026 "R.223-1 II" medium
      from 2026-08-11
      severity warn
      applies when sales_call
        and (any c in consents where c.channel is one of voice, any and length of c.times at least 1)
      consent express for this channel, purpose, time
    }

    rule consent_kept "Evidence of consent is kept for three years from the day it was given" {  // FR-09
      under decree_2026 "R.223-2"
      from 2026-08-11
      applies when sales_call
      keep consent_evidence for 3 years after granting
    }

    rule consent_copy "A consumer gets a copy of the consent, free of charge" {  // FR-09
      under decree_2026 "R.223-2"
      from 2026-08-11
      applies when sales_call
      require programme.consent_records.copy_on_request
    }

    rule withdrawal_ways "Consent is withdrawn as easily as it is given, also by saying so in the call" {  // FR-10
      under decree_2026 "R.223-3"
      from 2026-08-11
      applies when sales_call
      require programme.opt_out.as_easy_as_opt_in
      require programme.opt_out.methods includes "spoken"
      require programme.opt_out.during_call
    }

    rule refusal "After a spoken refusal, 60 days of peace" {  // FR-14, until 10 August 2026
      under decree_2022 "art. 1 (C. conso. D.223-9)"
      from 2023-03-01
      until 2026-08-10
      applies when sales_call
      // The days are whole calendar days after that of the refusal.
      require no r in history
          where r.channel is voice
          and r.outcome is refused
          and r.sender is this sender
          and attempt within 60 days after r.at
      require no o in opt_outs
          where o.via is spoken
          and o.channel is one of voice, any
          and o.purpose is one of marketing, consent_request, any
          and attempt within 60 days after o.at
      fix "Wait until 60 full days have passed."
    }

    /// The sentence on 60 days is gone. A refusal now withdraws consent, and only a new consent ends it.
    rule refusal "A refusal is final, until the consumer consents anew" {  // FR-14, FR-10
      under decree_2026 "R.223-3" medium
      from 2026-08-11
      applies when sales_call
      require not opted out of any purpose where purpose is one of marketing, consent_request, any
      require no r in history
          where r.channel is voice
          and r.outcome is refused
          and r.sender is this sender
          and not r.at after attempt
          and (no c in consents
              where c.channel is one of voice, any
              and c.purpose is one of marketing, any
              and c.level at least express
              and c.granted_at after r.at)
      fix "Leave the consumer out."
    }

    note scope "Sales only: service calls, surveys, charity and politics are remembered to be outside; a service call that also sells is a sales call" on consent,
        calling_hours, calling_cap
      under conso "L.223-1" memory  // section 1.4

    note history "That the 60 days are gone rests on one detailed account that quotes the official text; no official page was read" on refusal
      under decree_2026 "D.223-9" medium  // FR-14

    note scope "The article protects consumers only; a call to a business needs no consent, a legitimate interest is enough until the business objects" on consent,
        business_objection
      under rgpd "art. 6(1)(f), 21"  // FR-22

    note effect "Whoever profits from an unlawful call is presumed responsible for it, and a contract that comes of it is void" on consent,
        banned_trades, calling_hours, calling_cap
      under conso "L.223-1 al. 8-9" secondary  // FR-23

    note penalty "Up to 75 000 euros for a person and 375 000 for a company; the decision is published unless the authority says otherwise" on consent,
        consent_period, consent_content, refusal, banned_trades, banned_trade_messages, calling_hours,
        calling_cap, bloctel_scrub, bloctel_listing
      under conso "L.242-16" secondary  // FR-24

    note penalty "Abuse of weakness by telephone: up to five years in prison, 500 000 euros, or a tenth of the turnover"
      under law_2025 "C. conso. L.132-14-1"  // FR-25

    note enforcement "The consumer authority, the telecom regulator and the data protection authority may share their files"
      under law_2025 "art. 17" medium  // FR-29

    // ---- Bloctel, until 10 August 2026 -----------------------------------------------------------------

    rule bloctel_scrub "The list was checked against Bloctel in the last 30 days" {  // FR register 1
      // The table of registers says nothing of what was read.
      under conso_2024 "L.223-1, R.223-6" memory
      until 2026-08-10
      applies when sales_call
      scrub bloctel
      except when running_contract under conso_2024 "L.223-1" memory
      except when press_offer under conso_2024 "L.223-5"
      fix "Have the list checked by Bloctel before the campaign, and every 30 days while it runs."
    }

    rule bloctel_listing "Nobody on Bloctel is called" {  // FR register 1
      under conso_2024 "L.223-1" memory
      until 2026-08-10
      applies when sales_call
      require not listed on bloctel
      except when running_contract under conso_2024 "L.223-1" memory
      except when press_offer under conso_2024 "L.223-5"
      fix "Take the listed numbers out."
    }

    // ---- Trades that may not call ----------------------------------------------------------------------

    rule banned_trades "No sales calls for energy works or home adaptation, even with consent" {  // FR-04
      under conso "L.223-1 al. 5"
      from 2020-07-26
      applies when sales_call
      forbid barred_offer
      except when running_contract under conso "L.223-1 al. 5"
      except when asked_for_call under decree_2026 "R.223-4" medium from 2026-08-11  // FR-05
      fix "Call only customers about their running contract, or within five working days of a provable request."
    }

    rule banned_trade_messages "Nor by text, email or social media" {  // FR-04
      under conso "L.223-8" secondary
      from 2025-07-02
      applies when written_message and recipient is consumer and sales_purpose
      forbid barred_offer
      except when running_contract under conso "L.223-8" secondary
      fix "Write only to customers about their running contract."
    }

    rule request_proof "Proof of a wish to be called is kept for three years" {  // FR-05
      under decree_2026 "R.223-4" medium
      from 2026-08-11
      applies when sales_call and barred_offer
      keep request_evidence for 3 years after request
    }

    // ---- Hours and numbers of calls --------------------------------------------------------------------

    rule calling_hours "Monday to Friday, 10 to 13 and 14 to 20 o'clock, not on public holidays" {  // FR-11, FR-12
      under conso_2024 "D.223-9"
      under decree_2022 "art. 1"
      from 2023-03-01
      until 2026-08-10
      applies when sales_call
      hours monday to friday 10:00 to 13:00, 14:00 to 20:00; holidays closed
      except when consent express for this channel, purpose where evidence is given
        under conso_2024 "D.223-9 al. 2"
      fix "Move the call into 10:00-13:00 or 14:00-20:00 on a working day where the consumer is."
    }

    /// A consent in general no longer opens other hours, and neither a contract in progress nor the press
    /// exception does.
    rule calling_hours "Monday to Friday, 10 to 13 and 14 to 20 o'clock, not on public holidays" {  // FR-11, FR-15
      under decree_2026 "D.223-9"
      under conso "L.223-1 al. 6"
      from 2026-08-11
      applies when sales_call
      hours monday to friday 10:00 to 13:00, 14:00 to 20:00; holidays closed
      except when agreed_slot under conso "L.223-1 al. 6"  // FR-12, FR-08
      fix "Move the call into 10:00-13:00 or 14:00-20:00 on a working day where the consumer is, or have a date and time agreed and keep the proof."
    }

    rule calling_cap "At most four calls or attempts in 30 days" {  // FR-13, FR-15
      under decree_2022 "art. 1 (C. conso. D.223-9)"
      under decree_2026 "D.223-9" medium
      from 2023-03-01
      applies when sales_call
      cap 4 by voice in any 30 days
        where sender is this sender and purpose is one of marketing, consent_request
      fix "Wait until no more than three attempts lie in the last 30 days, those of agents and those without answer counted."
    }

    // ---- What people are told --------------------------------------------------------------------------

    rule collection_notice "Whoever gives a number is told that sales calls need prior consent" {  // FR-16
      under conso "L.223-2"
      from 2026-08-11
      // The duty is that of whoever asks the consumer for the number, and as old as the law.
      applies when sales_purpose
        and recipient is consumer
        and origin.kind is not one of referral, partner, purchased, scraped, public_directory, generated
        and origin.collected_at after 2026-08-10
        and not origin.collected_at same day as 2026-08-10
      require origin.notice_shown
      fix "Show the notice wherever numbers are asked for."
    }

    gap contract_clause "A contract that asks for a number must say in a clear clause that sales calls need consent; no fact tells what contracts say" {  // FR-16
      under conso "L.223-2"
      from 2026-08-11
      applies when sales_purpose and recipient is consumer and relationship.customer
    }

    rule opening "The call begins with who calls, for whom, and that it is to sell" {  // FR-17
      under conso_2020 "L.221-16"
      applies when sales_call
      script says identity, purpose
      require sender.on_behalf_of is none or script says on_behalf_of
      fix "Put all three at the beginning of the script."
    }

    gap offer_confirmed "After the call the offer is confirmed on paper or another durable medium, and binds only once signed or accepted in writing; no fact tells how contracts are closed" {  // FR-17
      under conso_2020 "L.221-16"
      applies when sales_call
    }

    // ---- The number shown ------------------------------------------------------------------------------

    define machine_dialling "A system that dials by itself" =
      channel is voice
      and technology includes any of automated_dialing, predictive, prerecorded, artificial_voice,
      ai_agent, voicemail_drop

    rule caller_range "Systems that dial by themselves show one of the numbers set apart for them" {  // FR-18
      under numbering_plan "règles de gestion"
      from 2023-01-01
      applies when machine_dialling and sales_purpose
      // 0162, 0163, 0270, 0271, 0377, 0378, 0424, 0425, 0568, 0569, 0948 and 0949; overseas 09475 to 09479,
      // which may be written with the code of metropolitan France or of the department.
      require sender.caller_id.number starts with "+33162", "+33163", "+33270", "+33271", "+33377",
        "+33378", "+33424", "+33425", "+33568", "+33569", "+33948", "+33949", "+339475", "+339476",
        "+339477", "+339478", "+339479", "+5909475", "+5909476", "+5909477", "+5909478", "+5909479",
        "+5949475", "+5949476", "+5949477", "+5949478", "+5949479", "+5969475", "+5969476", "+5969477",
        "+5969478", "+5969479", "+2629475", "+2629476", "+2629477", "+2629478", "+2629479"
      fix "Show a number of the set-apart ranges, or have people dial."
    }

    rule mobile_caller "Systems that dial by themselves show no mobile number, whatever the call is for" {  // FR-18
      under numbering_plan "règles de gestion"
      under arcep_2024
      from 2023-01-01
      applies when machine_dialling
      forbid sender.caller_id.number starts with "+336", "+337"
      fix "Show another number than one that begins with 06 or 07."
    }

    note scope "An older version of the plan let such systems show special and short numbers too; whether today's does was not checked, so the rule is the stricter reading" on caller_range
      under numbering_plan "règles de gestion" medium  // FR-18

    rule caller_number "The call shows a number of the caller's that can be called" {  // FR-19
      under conso "L.221-17" memory medium
      applies when sales_call
      require sender.caller_id.shown
      require sender.caller_id.callable
    }

    // ---- Automated calls and messages ------------------------------------------------------------------

    rule machine_call_consent "Automated calls and fax need the person's consent to that means" {  // FR-20
      under cpce "L.34-5 al. 1"
      applies when machine_call and sales_purpose and natural_person
      consent express for this channel, purpose, technology
      fix "Have people call, or ask for consent that names automated calls."
    }

    rule message_consent "A marketing message to a consumer needs consent or the customer exception" {  // FR-20
      under cpce "L.34-5 al. 1"
      applies when written_message and sales_purpose and recipient is consumer
      consent express for this channel, purpose
      except when customer_exception under cpce "L.34-5 al. 4"
      fix "Ask for consent to this channel; only customers may be written to without it, about like goods."
    }

    /// The code protects every natural person. The data protection authority lets people be written to about
    /// their profession until they object; whether an offer is about it, no fact tells. A review decides.
    gap professional_messages "Without consent, a sole trader or an employee may be written to about the profession only" {  // FR-20, section 1.1
      under cpce "L.34-5" memory medium
      severity block
      applies when written_message
        and sales_purpose
        and recipient is one of sole_trader, named_employee
        and not (consent express for this channel, purpose)
        and not customer_exception
    }

    rule stop_contact "A message or automated call says where to ask that it stop" {  // FR-20
      under cpce "L.34-5 al. 5"
      applies when sales_purpose and (written_message or machine_call)
      message says opt_out
      fix "Say in each message how to stop, at no more than the cost of saying so."
    }

    rule no_hidden_sender "A message or automated call says in whose name it comes" {  // FR-20
      under cpce "L.34-5 al. 5"
      applies when sales_purpose and (written_message or machine_call)
      message says identity
      fix "Name the sender."
    }

    /// Nothing from either regulator was found on the question; an agent that calls several people by itself
    /// fits the code's words on automated systems.
    rule ai_agents "A call by an AI agent needs consent like any automated call" {  // FR-21
      under cpce "L.32 32°, L.34-5" low
      applies when channel is voice
        and technology includes ai_agent
        and sales_purpose
        and natural_person
      consent express for this channel, purpose, technology
      fix "Ask for consent that names calls by an AI agent."
    }

    rule business_objection "Whoever is not called as a consumer is left alone after objecting" {  // FR-22, section 1.1
      under rgpd "art. 21(2)-(3)"
      applies when sales_purpose and recipient is not consumer
      honour opt-outs at once
      fix "Leave them out."
    }

    // ---- Keeping data ----------------------------------------------------------------------------------

    /// A recommendation, hence no block.
    rule prospect_age "Data on a prospect goes three years after the prospect's last sign of life" {  // FR-26
      under cnil "durées de conservation"
      severity warn
      applies when sales_purpose and natural_person and not relationship.customer
      erase contact within 3 years after last_engaged_at
    }

    rule objection_kept "An objection is kept for at least three years" {  // FR-27
      under cnil "durées de conservation" medium
      severity warn
      applies when sales_purpose and natural_person
      keep suppression for 3 years after opt_out
    }

    // ---- What the market asks for ----------------------------------------------------------------------

    rule text_hours "No marketing texts between 22 and 8 o'clock, on Sundays or public holidays" {  // FR-28
      under af2m
      severity warn
      applies when channel is sms and sales_purpose
      hours monday to saturday 08:00 to 22:00; holidays closed
    }

    rule stop_word "A marketing text holds the word STOP" {  // FR-28
      under af2m
      severity warn
      applies when channel is sms and sales_purpose
      require message.text contains "STOP"
    }

    // ---- Tests: consent to sales calls -----------------------------------------------------------------

    test "a sales call that has everything" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender {
            name "Acme Shoes"  on_behalf_of none
            caller_id { number "+33199000000"  shown true  callable true }
          }
        offer { subject "boots"  sector "retail" }
        script { language "fr"  says identity, purpose, opt_out }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        origin { kind own_form  collected_at 2026-09-15T12:00+02:00  notice_shown true }
        relationship { customer false }
        last_engaged_at 2026-09-15T12:00+02:00
        history []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
        retention [
          {
            data "consent_evidence"  keep_for 3 years  after "granting"  then "delete"  automatic true
          },
          { data "contacts"  keep_for 3 years  after "last_engaged"  then "delete"  automatic true },
          { data "suppression"  keep_for none }
        ]
        consent_records { copy_on_request true }
        opt_out { methods "spoken", "link"  as_easy_as_opt_in true  during_call true }
      }
      facts complete
      expect consent passes
      expect consent_period passes
      expect consent_content passes
      expect consent_times not applicable
      expect consent_kept passes
      expect consent_copy passes
      expect withdrawal_ways passes
      expect refusal passes
      expect calling_hours passes
      expect calling_cap passes
      expect collection_notice passes
      expect opening passes
      expect caller_number passes
      expect prospect_age passes
      expect objection_kept passes
      expect bloctel_scrub not in force
      expect bloctel_listing not in force
      expect allowed
    }

    test "a sales call that has everything, after the hours consented to" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender {
            name "Acme Shoes"  on_behalf_of none
            caller_id { number "+33199000000"  shown true  callable true }
          }
        offer { subject "boots"  sector "retail" }
        script { language "fr"  says identity, purpose, opt_out }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
            times [{ from 09:00  to 10:00 }]
          }
        ]
        opt_outs []
        origin { kind own_form  collected_at 2026-09-15T12:00+02:00  notice_shown true }
        relationship { customer false }
        last_engaged_at 2026-09-15T12:00+02:00
        history []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
        retention [
          {
            data "consent_evidence"  keep_for 3 years  after "granting"  then "delete"  automatic true
          },
          { data "contacts"  keep_for 3 years  after "last_engaged"  then "delete"  automatic true },
          { data "suppression"  keep_for none }
        ]
        consent_records { copy_on_request true }
        opt_out { methods "spoken", "link"  as_easy_as_opt_in true  during_call true }
      }
      facts complete
      expect consent_times fails
      expect allowed
    }

    test "nothing known proves nothing" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact { phone "+33199000001"  recipient consumer }
      expect consent unproven
      expect refusal unproven
      expect calling_cap unproven
      expect opening unproven
      expect caller_number unproven
      expect calling_hours passes
      expect review
    }

    test "nobody knows whether it is a consumer" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact { phone "+33199000001"  consents [] }
      expect consent unproven because contact.recipient
    }

    test "no consent, a minute before and at the change of law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-10T23:59+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent not in force
      expect consent_period not in force
      expect consent_content not in force
      expect consent_times not in force
      expect consent_kept not in force
      expect consent_copy not in force
      expect withdrawal_ways not in force
      expect request_proof not in force
      expect collection_notice not in force
      expect contract_clause not in force
    }

    test "no consent, from the change of law on" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-11T00:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
      expect consent_period not applicable
      expect consent_content not applicable
      expect blocked
    }

    test "the change of law comes later where the consumer is" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-11T03:59+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        country MQ  time_zone "America/Martinique"  recipient consumer
        consents []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent not in force
    }

    test "an email consent does not carry a call" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel email  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
    }

    test "a consent for any channel carries a call" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel any  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent passes
    }

    test "browsing on is no consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method browsing
            preticked false  evidence "proofs/1"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
    }

    test "a box ticked beforehand is no consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked true  evidence "proofs/1"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
    }

    test "a consent without proof is none" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method spoken
            preticked false  evidence none
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
    }

    test "how the consent was given is not known" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            evidence "proofs/1"
            preticked false
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent unproven
    }

    test "an implied consent is not enough" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level implied  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
    }

    test "a consent withdrawn in the call is over" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs [{ channel voice  purpose marketing  at 2026-10-01T11:00+02:00  via spoken }]
        relationship { contract_from none  contract_until none  contract_subjects [] }
        history []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent fails
      expect refusal fails
    }

    test "a call that asks for consent needs consent" {
      plan {
        channel voice  technology manual  purpose consent_request  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
    }

    test "a survey is no sales call" {
      plan { channel voice  technology manual  purpose research  at 2026-11-07T21:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect consent not applicable
      expect calling_hours not applicable
      expect calling_cap not applicable
    }

    test "a business is not protected by the consumer code" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-07T21:00+01:00 }
      contact { phone "+33199000001"  recipient business  opt_outs []  consents [] }
      expect consent not applicable
      expect calling_hours not applicable
      expect refusal not applicable
      expect business_objection passes
    }

    test "the last day of the consent's year" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-09-15T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent passes
      expect consent_period passes
      expect consent_content passes
    }

    test "the day after the consent's year" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-09-16T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent passes
      expect consent_period fails
      expect consent_content not applicable
      expect blocked
    }

    test "a tacit renewal does not prolong the year" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-09-16T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
            renewed_at 2027-09-15T12:00+02:00
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period fails
    }

    test "a consent that asks for two years" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 2 years
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period fails
    }

    test "a consent without a period" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period none
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period fails
    }

    test "a consent for six months whose end is not written down" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 6 months
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period fails
    }

    test "a consent for six months, a minute before its end" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-03-15T11:59+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
            expires_at 2027-03-15T12:00+01:00
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 6 months
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent passes
      expect consent_period passes
    }

    test "a consent for six months, at its end" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-03-15T12:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
            expires_at 2027-03-15T12:00+01:00
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 6 months
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent fails
    }

    test "nobody knows the wording of the consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent passes
      expect consent_period unproven
    }

    test "a consent that does not say who sells" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender false  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period passes
      expect consent_content fails
    }

    test "a consent that does not say what is sold" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods false  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period passes
      expect consent_content fails
    }

    test "a consent that stands among other matters" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate false  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period passes
      expect consent_content fails
    }

    test "a consent that does not say how to withdraw" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal false
            states_copy_right true
          }
        ]
      }
      expect consent_period passes
      expect consent_content fails
    }

    test "a consent that does not say how to get a copy" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right false
          }
        ]
      }
      expect consent_period passes
      expect consent_content fails
    }

    test "a consent for another trader" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Other Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_content fails
    }

    test "a consent for other goods" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "insurance"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_content fails
    }

    test "two consents do not make one" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-09-16T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          },
          {
            channel voice  purpose marketing  level express  granted_at 2027-09-01T12:00+02:00
            method web_form
            preticked false  evidence "proofs/2"  wording "v1"  sender "Other Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent passes
      expect consent_period passes
      expect consent_content fails
    }

    test "a period of two years in the one, another trader in the other" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Other Shoes"  subject "boots"
          },
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-16T12:00+02:00
            method web_form
            preticked false  evidence "proofs/2"  wording "v2"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          },
          {
            id "v2"  names_sender true  states_goods true  separate true  period 2 years
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period passes
      expect consent_content fails
    }

    test "a short period without its end in the one, another trader in the other" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Other Shoes"  subject "boots"
          },
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-16T12:00+02:00
            method web_form
            preticked false  evidence "proofs/2"  wording "v2"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          },
          {
            id "v2"  names_sender true  states_goods true  separate true  period 6 months
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period passes
      expect consent_content fails
    }

    test "in the hours for which consent was given" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
            times [{ from 10:00  to 11:00 }]
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_times passes
    }

    test "after the hours for which consent was given" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T11:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
            times [{ from 10:00  to 11:00 }]
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_times fails
    }

    test "evidence kept for two years only" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        retention [
          { data "consent_evidence"  keep_for 2 years  after "granting"  then "delete"  automatic true }
        ]
        consent_records { copy_on_request false }
        opt_out { methods "letter"  as_easy_as_opt_in true  during_call true }
      }
      expect consent_kept fails
      expect consent_copy fails
      expect withdrawal_ways fails
    }

    test "withdrawing is harder than consenting" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact { phone "+33199000001"  recipient consumer }
      programme { opt_out { methods "spoken"  as_easy_as_opt_in false  during_call true } }
      expect withdrawal_ways fails
    }

    test "a withdrawal in the call waits until later" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact { phone "+33199000001"  recipient consumer }
      programme { opt_out { methods "spoken"  as_easy_as_opt_in true  during_call false } }
      expect withdrawal_ways fails
    }

    test "a withdrawal may not be spoken" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact { phone "+33199000001"  recipient consumer }
      programme { opt_out { methods "letter"  as_easy_as_opt_in true  during_call true } }
      expect withdrawal_ways fails
    }

    // ---- Tests: contract in progress, press ------------------------------------------------------------

    test "a contract in progress needs no consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship {
            contract_from 2026-01-01  contract_until none  contract_subjects "boots", "care"
          }
      }
      expect consent exempt
      expect consent_period not applicable
      expect calling_hours passes
    }

    test "a contract in progress opens no other hours" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T13:30+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship {
            contract_from 2026-01-01  contract_until none  contract_subjects "boots", "care"
          }
      }
      expect consent exempt
      expect calling_hours fails
    }

    test "a contract in progress makes up for a consent past its year" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-09-16T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
        relationship {
            contract_from 2026-01-01  contract_until none  contract_subjects "boots", "care"
          }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period exempt
    }

    test "a contract in progress makes up for a poor consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
        relationship {
            contract_from 2026-01-01  contract_until none  contract_subjects "boots", "care"
          }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate false  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_content exempt
    }

    test "the press may call on a consent past its year" {
      plan {
        channel voice  technology manual  purpose marketing  at 2027-09-16T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "press"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period exempt
    }

    test "the press may call on a poor consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "press"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate false  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_content exempt
    }

    test "a contract on something else" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship { contract_from 2026-01-01  contract_until none  contract_subjects "energy" }
      }
      expect consent fails
    }

    test "an offer that improves the contract" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "laces"  sector "retail"  extends_deal true  similar_to "boots" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship {
            contract_from 2026-01-01  contract_until none  contract_subjects "boots", "care"
          }
      }
      expect consent exempt
    }

    test "an offer that improves no contract of this consumer" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "laces"  sector "retail"  extends_deal true  similar_to "boots" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship { contract_from 2026-01-01  contract_until none  contract_subjects "energy" }
      }
      expect consent fails
    }

    test "a contract that has ended" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship {
            contract_from 2026-01-01  contract_until 2026-11-02  contract_subjects "boots", "care"
          }
      }
      expect consent fails
    }

    test "nobody knows of a contract" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
      }
      expect consent unproven
    }

    test "the press needs no consent, but keeps the hours" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T13:30+01:00
        offer { subject "weekly"  sector "press" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent exempt
      expect calling_hours fails
    }

    // ---- Tests: refusals -------------------------------------------------------------------------------

    test "the sixtieth day after a refusal, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-03T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-05-04T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        opt_outs []
        consents []
      }
      expect refusal fails
    }

    test "the day after those sixty days, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-06T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-05-07T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        opt_outs []
        consents []
      }
      expect refusal fails
    }

    test "the sixty-first day after a refusal, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-07T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-05-07T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        opt_outs []
        consents []
      }
      expect refusal passes
    }

    test "a spoken opt-out is a refusal, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-03T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history []
        opt_outs [{ channel voice  purpose marketing  at 2026-05-04T11:00+02:00  via spoken }]
        consents []
      }
      expect refusal fails
    }

    test "a spoken opt-out, sixty-one days ago, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-07T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history []
        opt_outs [{ channel voice  purpose marketing  at 2026-05-07T11:00+02:00  via spoken }]
        consents []
      }
      expect refusal passes
    }

    test "a spoken opt-out from texts is no refusal of calls, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-03T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history []
        opt_outs [{ channel sms  purpose marketing  at 2026-05-04T11:00+02:00  via spoken }]
        consents []
      }
      expect refusal passes
    }

    test "a spoken opt-out from surveys is no refusal of sales, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-03T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history []
        opt_outs [{ channel voice  purpose research  at 2026-05-04T11:00+02:00  via spoken }]
        consents []
      }
      expect refusal passes
    }

    test "an answered call is no refusal, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-03T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-06-04T11:00+02:00  channel voice  purpose marketing  outcome answered }]
        opt_outs []
        consents []
      }
      expect refusal passes
    }

    test "a refusal to somebody else, old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-07-03T15:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          {
            at 2026-06-04T11:00+02:00  channel voice  purpose marketing  outcome refused
            sender "Other Shoes"
          }
        ]
        opt_outs []
        consents []
      }
      expect refusal passes
    }

    test "an old refusal, on the last day of the old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-10T19:59+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-05-04T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        opt_outs []
        consents []
      }
      expect refusal passes
    }

    test "an old refusal, from the first day of the new law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-11T10:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-05-04T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        opt_outs []
        consents []
      }
      expect refusal fails
    }

    test "before there was any pause" {
      plan {
        channel voice  technology manual  purpose marketing  at 2023-02-28T23:59+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2023-02-27T11:00+01:00  channel voice  purpose marketing  outcome refused }]
      }
      expect refusal not in force
      expect calling_hours not in force
      expect calling_cap not in force
    }

    test "on the first day of the pause" {
      plan {
        channel voice  technology manual  purpose marketing  at 2023-03-01T00:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2023-02-27T11:00+01:00  channel voice  purpose marketing  outcome refused }]
        consents []
      }
      expect refusal fails
      expect calling_hours fails
    }

    test "a refusal and a later consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect refusal passes
      expect consent passes
    }

    test "a consent and a later refusal" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-10-01T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect refusal fails
    }

    test "a refusal to somebody else" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          {
            at 2026-10-01T11:00+02:00  channel voice  purpose marketing  outcome refused
            sender "Other Shoes"
          }
        ]
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect refusal passes
    }

    test "a refusal that is yet to come" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-12-01T11:00+01:00  channel voice  purpose marketing  outcome refused }]
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect refusal passes
    }

    test "an answered call is no refusal" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-10-01T11:00+02:00  channel voice  purpose marketing  outcome answered }]
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect refusal passes
    }

    test "a refusal and a later consent to surveys" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        consents [
          {
            channel voice  purpose research  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect refusal fails
    }

    test "a refusal and a later implied consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        consents [
          {
            channel voice  purpose marketing  level implied  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect refusal fails
    }

    test "a customer who refused is left alone too" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [{ at 2026-10-01T11:00+02:00  channel voice  purpose marketing  outcome refused }]
        consents []
        opt_outs []
        requests []
        relationship {
            contract_from 2026-01-01  contract_until none  contract_subjects "boots", "care"
          }
      }
      expect consent exempt
      expect refusal fails
    }

    // ---- Tests: Bloctel --------------------------------------------------------------------------------

    test "checked thirty days ago" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-05T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        scrubs [{ register "FR.bloctel"  at 2026-07-06T09:00+02:00  mode wash  removed true }]
      }
      contact {
        phone "+33199000001"  recipient consumer
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_scrub passes
      expect bloctel_listing passes
    }

    test "checked thirty-one days ago" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-06T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        scrubs [{ register "FR.bloctel"  at 2026-07-06T09:00+02:00  mode wash  removed true }]
      }
      contact {
        phone "+33199000001"  recipient consumer
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_scrub fails
      expect bloctel_listing unproven
    }

    test "never checked" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-05T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        scrubs []
      }
      contact {
        phone "+33199000001"  recipient consumer
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_scrub fails
      expect bloctel_listing unproven
    }

    test "a listed number" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-05T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        registers { "FR.bloctel" { checked_at 2026-08-01T09:00+02:00  status listed } }
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_listing fails
    }

    test "a clear number" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-05T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        registers { "FR.bloctel" { checked_at 2026-08-01T09:00+02:00  status clear } }
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_listing passes
    }

    test "a listed customer may be called about the contract" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-05T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        registers { "FR.bloctel" { checked_at 2026-08-01T09:00+02:00  status listed } }
        relationship {
            contract_from 2026-01-01  contract_until none  contract_subjects "boots", "care"
          }
      }
      expect bloctel_listing exempt
      expect bloctel_scrub exempt
    }

    test "a listed reader may be called by the press" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-05T11:00+02:00
        offer { subject "weekly"  sector "press" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        registers { "FR.bloctel" { checked_at 2026-08-01T09:00+02:00  status listed } }
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_listing exempt
      expect bloctel_scrub exempt
    }

    test "on Bloctel's last evening" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-10T23:59+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        registers { "FR.bloctel" { checked_at 2026-08-05T09:00+02:00  status listed } }
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_listing fails
    }

    test "once Bloctel is closed" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-11T00:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        registers { "FR.bloctel" { checked_at 2026-08-05T09:00+02:00  status listed } }
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect bloctel_listing not in force
      expect bloctel_scrub not in force
    }

    // ---- Tests: trades that may not call ---------------------------------------------------------------

    test "no heat pumps by telephone, even with consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect banned_trades fails
      expect blocked
    }

    test "no solar roofs by telephone" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "heat pump"  sector "renewable_energy"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades fails
    }

    test "no stair lifts by telephone" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "heat pump"  sector "home_adaptation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades fails
    }

    test "another trade may call" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades passes
      expect request_proof not applicable
    }

    test "nobody says what trade it is" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "heat pump"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades unproven because plan.offer.sector
    }

    test "the trade's own customer about the running contract" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests []
        relationship { contract_from 2026-01-01  contract_until none  contract_subjects "heat pump" }
      }
      expect banned_trades exempt
      expect consent exempt
    }

    test "the fifth working day after a request, a holiday between" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests [
          { at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades exempt
      expect consent exempt
    }

    test "a request makes up for a consent past its year" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2025-11-01T12:00+01:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests [
          { at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_period exempt
    }

    test "a request makes up for a poor consent" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests [
          { at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      programme {
        wordings [
          {
            id "v1"  names_sender true  states_goods true  separate true  period 1 year
            states_withdrawal true
            states_copy_right true
          }
        ]
      }
      expect consent_content exempt
    }

    test "the sixth working day after a request" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-13T11:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests [
          { at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades fails
      expect consent fails
    }

    test "a request about something else" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        offer { subject "solar roof"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests [
          { at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades fails
    }

    test "a request that nobody can prove" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests [{ at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence none }]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades fails
    }

    test "a request opens no door in other trades" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
        requests [{ at 2026-11-04T10:00+01:00  channel voice  subject "boots"  evidence "proofs/2" }]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect consent fails
    }

    test "a request under the old law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-10T19:59+02:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          { at 2026-08-06T10:00+02:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades fails
    }

    test "the same request under the new law" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-08-11T10:00+02:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          { at 2026-08-06T10:00+02:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades exempt
    }

    test "the evening before the ban" {
      plan {
        channel voice  technology manual  purpose marketing  at 2020-07-25T23:59+02:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades not in force
    }

    test "the first minute of the ban" {
      plan {
        channel voice  technology manual  purpose marketing  at 2020-07-26T00:00+02:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trades fails
    }

    test "proof of the request is kept" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          { at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
      }
      programme {
        retention [
          { data "request_evidence"  keep_for 3 years  after "request"  then "delete"  automatic true }
        ]
      }
      expect request_proof passes
    }

    test "proof of the request is not kept" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-12T15:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          { at 2026-11-04T10:00+01:00  channel voice  subject "heat pump"  evidence "proofs/2" }
        ]
      }
      programme {
        retention [
          {
            data "request_evidence"  keep_for 35 months  after "request"  then "delete"  automatic true
          }
        ]
      }
      expect request_proof fails
    }

    test "texts from barred trades, the evening before the ban" {
      plan {
        channel sms  technology []  purpose marketing  at 2025-07-01T23:59+02:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33639980001"  recipient consumer
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trade_messages not in force
    }

    test "texts from barred trades, from the first minute of the ban" {
      plan {
        channel sms  technology []  purpose marketing  at 2025-07-02T00:00+02:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33639980001"  recipient consumer
        relationship { contract_from none  contract_until none  contract_subjects [] }
      }
      expect banned_trade_messages fails
      expect banned_trades not applicable
    }

    test "a text to the trade's own customer" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer { subject "heat pump"  sector "energy_renovation"  extends_deal false }
        sender { name "Acme Heat" }
      }
      contact {
        phone "+33639980001"  recipient consumer
        relationship { contract_from 2026-01-01  contract_until none  contract_subjects "heat pump" }
      }
      expect banned_trade_messages exempt
    }

    // ---- Tests: hours ----------------------------------------------------------------------------------

    test "at 09:59 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T09:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "at 10:00 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T10:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours passes
    }

    test "at 12:59 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T12:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours passes
    }

    test "at 13:00 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T13:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "at 13:59 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T13:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "at 14:00 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T14:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours passes
    }

    test "at 19:59 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T19:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours passes
    }

    test "at 20:00 under the new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T20:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "at 09:59 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T09:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours fails
    }

    test "at 10:00 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T10:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours passes
    }

    test "at 12:59 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T12:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours passes
    }

    test "at 13:00 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T13:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours fails
    }

    test "at 13:59 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T13:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours fails
    }

    test "at 14:00 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T14:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours passes
    }

    test "at 19:59 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T19:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours passes
    }

    test "at 20:00 under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T20:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours fails
    }

    test "13:30 on a Tuesday is the lunch break" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T13:30+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
      expect blocked
    }

    test "no calls on a Saturday" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-12T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on a Sunday" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-13T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on Armistice, a Wednesday" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-11T11:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on Christmas, a Friday" {
      plan { channel voice  technology manual  purpose marketing  at 2026-12-25T11:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on New Year, a Friday" {
      plan { channel voice  technology manual  purpose marketing  at 2027-01-01T11:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on Easter Monday" {
      plan { channel voice  technology manual  purpose marketing  at 2027-03-29T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on Ascension, a Thursday" {
      plan { channel voice  technology manual  purpose marketing  at 2027-05-06T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on Whit Monday" {
      plan { channel voice  technology manual  purpose marketing  at 2027-05-17T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on All Saints, a Monday" {
      plan { channel voice  technology manual  purpose marketing  at 2027-11-01T11:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on Assumption, a Tuesday" {
      plan { channel voice  technology manual  purpose marketing  at 2028-08-15T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on the National Day, a Wednesday" {
      plan { channel voice  technology manual  purpose marketing  at 2027-07-14T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours fails
    }

    test "no calls on Labour Day, a Friday, old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-05-01T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours fails
    }

    test "no calls on Victory Day, a Friday, old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-05-08T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours fails
    }

    test "no calls on Ascension, a Thursday, old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-05-14T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect calling_hours fails
    }

    test "the Friday before Easter is a working day" {
      plan { channel voice  technology manual  purpose marketing  at 2027-03-26T11:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests []
      }
      expect calling_hours passes
    }

    test "an express consent opens other hours, old law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-06-09T20:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-05-01T12:00+02:00
            evidence "proofs/1"
          }
        ]
        opt_outs []
      }
      expect calling_hours exempt
    }

    test "an express consent opens no other hours, new law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-15T20:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-09-01T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
      }
      expect calling_hours fails
    }

    test "the last evening on which a consent opened other hours" {
      plan { channel voice  technology manual  purpose marketing  at 2026-08-10T23:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-08-01T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
      }
      expect calling_hours exempt
    }

    test "the first minute at which it no longer does" {
      plan { channel voice  technology manual  purpose marketing  at 2026-08-11T00:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-08-01T12:00+02:00
            method web_form
            preticked false  evidence "proofs/1"  wording "v1"  sender "Acme Shoes"  subject "boots"
          }
        ]
        opt_outs []
        requests []
      }
      expect calling_hours fails
    }

    test "an agreed Saturday from 11:00 to 11:30, at 10:59" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-12T10:59+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          {
            at 2026-09-07T10:00+02:00  channel voice  subject "boots"  call_from 2026-09-12T11:00+02:00
            call_to 2026-09-12T11:30+02:00  evidence "proofs/3"
          }
        ]
      }
      expect calling_hours fails
    }

    test "an agreed Saturday from 11:00 to 11:30, at 11:00" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-12T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          {
            at 2026-09-07T10:00+02:00  channel voice  subject "boots"  call_from 2026-09-12T11:00+02:00
            call_to 2026-09-12T11:30+02:00  evidence "proofs/3"
          }
        ]
      }
      expect calling_hours exempt
    }

    test "an agreed Saturday from 11:00 to 11:30, at 11:29" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-12T11:29+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          {
            at 2026-09-07T10:00+02:00  channel voice  subject "boots"  call_from 2026-09-12T11:00+02:00
            call_to 2026-09-12T11:30+02:00  evidence "proofs/3"
          }
        ]
      }
      expect calling_hours exempt
    }

    test "an agreed Saturday from 11:00 to 11:30, at 11:30" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-12T11:30+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          {
            at 2026-09-07T10:00+02:00  channel voice  subject "boots"  call_from 2026-09-12T11:00+02:00
            call_to 2026-09-12T11:30+02:00  evidence "proofs/3"
          }
        ]
      }
      expect calling_hours fails
    }

    test "an agreed Saturday that nobody can prove" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-12T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          {
            at 2026-09-07T10:00+02:00  channel voice  subject "boots"  call_from 2026-09-12T11:00+02:00
            call_to 2026-09-12T11:30+02:00  evidence none
          }
        ]
      }
      expect calling_hours fails
    }

    test "any time in a week is no agreed date" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-12T11:00+02:00 }
      contact {
        phone "+33199000001"  recipient consumer
        requests [
          {
            at 2026-09-07T10:00+02:00  channel voice  subject "boots"  call_from 2026-09-08T11:00+02:00
            call_to 2026-09-12T11:30+02:00  evidence "proofs/3"
          }
        ]
      }
      expect calling_hours fails
    }

    test "09:59 in Réunion is closed though Paris sleeps" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T09:59+04:00 }
      contact { country RE  time_zone "Indian/Reunion"  recipient consumer  requests [] }
      expect calling_hours fails
    }

    test "10:00 in Réunion is open though Paris sleeps" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T10:00+04:00 }
      contact { country RE  time_zone "Indian/Reunion"  recipient consumer  requests [] }
      expect calling_hours passes
    }

    test "a number of the mainland, an address in Réunion" {
      plan { channel voice  technology manual  purpose marketing  at 2026-09-08T11:30+02:00 }
      contact { phone "+33199000001"  country RE  recipient consumer  requests [] }
      expect calling_hours unproven
    }

    // ---- Tests: the number of calls --------------------------------------------------------------------

    test "the fourth attempt in thirty days" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          { at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-08T11:00+02:00  channel voice  purpose marketing  outcome busy },
          { at 2026-09-15T11:00+02:00  channel voice  purpose marketing  outcome answered }
        ]
      }
      expect calling_cap passes
    }

    test "the fifth attempt in thirty days" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          { at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-08T11:00+02:00  channel voice  purpose marketing  outcome busy },
          { at 2026-09-15T11:00+02:00  channel voice  purpose marketing  outcome answered },
          { at 2026-09-22T11:00+02:00  channel voice  purpose marketing  outcome no_answer }
        ]
      }
      expect calling_cap fails
      expect blocked
    }

    test "a first attempt thirty days before the fifth" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          { at 2026-08-29T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-08T11:00+02:00  channel voice  purpose marketing  outcome busy },
          { at 2026-09-15T11:00+02:00  channel voice  purpose marketing  outcome answered }
        ]
      }
      expect calling_cap passes
    }

    test "a first attempt twenty-nine days before the fifth" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          { at 2026-08-30T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-08T11:00+02:00  channel voice  purpose marketing  outcome busy },
          { at 2026-09-15T11:00+02:00  channel voice  purpose marketing  outcome answered }
        ]
      }
      expect calling_cap fails
    }

    test "another trader's calls do not count" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          { at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-08T11:00+02:00  channel voice  purpose marketing  outcome busy },
          { at 2026-09-15T11:00+02:00  channel voice  purpose marketing  outcome answered },
          {
            at 2026-09-22T11:00+02:00  channel voice  purpose marketing  outcome busy
            sender "Other Shoes"
          }
        ]
      }
      expect calling_cap passes
    }

    test "service calls do not count" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          { at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-08T11:00+02:00  channel voice  purpose marketing  outcome busy },
          { at 2026-09-15T11:00+02:00  channel voice  purpose marketing  outcome answered },
          { at 2026-09-22T11:00+02:00  channel voice  purpose service  outcome answered }
        ]
      }
      expect calling_cap passes
    }

    test "a call of which nobody knows what it was for" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact {
        phone "+33199000001"  recipient consumer
        history [
          { at 2026-09-01T11:00+02:00  channel voice  purpose marketing  outcome no_answer },
          { at 2026-09-08T11:00+02:00  channel voice  purpose marketing  outcome busy },
          { at 2026-09-15T11:00+02:00  channel voice  purpose marketing  outcome answered },
          { at 2026-09-22T11:00+02:00  channel voice  outcome answered }
        ]
      }
      expect calling_cap unproven
    }

    test "nobody kept a record of calls" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-09-28T11:00+02:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect calling_cap unproven because contact.history
    }

    // ---- Tests: what people are told -------------------------------------------------------------------

    test "a number asked for without the notice" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        origin { kind own_form  collected_at 2026-08-11T00:00+02:00  notice_shown false }
      }
      expect collection_notice fails
    }

    test "a number asked for with the notice" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        origin { kind own_form  collected_at 2026-08-11T00:00+02:00  notice_shown true }
      }
      expect collection_notice passes
    }

    test "a number asked for before the law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        origin { kind own_form  collected_at 2026-08-10T23:59+02:00  notice_shown false }
      }
      expect collection_notice not applicable
    }

    test "a number asked for long before the law" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        origin { kind own_form  collected_at 2025-03-01  notice_shown false }
      }
      expect collection_notice not applicable
    }

    test "a number that a friend gave" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        origin { kind referral  collected_at 2026-09-01T12:00+02:00  notice_shown false }
      }
      expect collection_notice not applicable
    }

    test "a contract's clauses are not on record" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        relationship { customer true }
      }
      expect contract_clause unproven
      expect offer_confirmed unproven
    }

    test "no contract, no clause" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        relationship { customer false }
      }
      expect contract_clause not applicable
    }

    test "a script that hides that it sells" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { on_behalf_of none }
        script { language "fr"  text "Bonjour, ici Acme."  says identity }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect opening unproven
    }

    test "an agent names the trader behind the call" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { on_behalf_of "Acme Shoes" }
        script { language "fr"  says identity, purpose, on_behalf_of }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect opening passes
    }

    test "an agent hides the trader behind the call" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { on_behalf_of "Acme Shoes" }
        script { language "fr"  text "Bonjour, ici le centre d'appel."  says identity, purpose }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect opening fails
    }

    test "a script that nobody shows" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { on_behalf_of none }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect opening unproven
    }

    // ---- Tests: the number shown -----------------------------------------------------------------------

    test "a dialler with a number set apart for it" {
      plan {
        channel voice  technology predictive  purpose marketing  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33162000000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range passes
      expect mobile_caller passes
      expect caller_number passes
    }

    test "a dialler with a number set apart overseas" {
      plan {
        channel voice  technology predictive  purpose marketing  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33947500000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range passes
    }

    test "a dialler with an ordinary number" {
      plan {
        channel voice  technology predictive  purpose marketing  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33199000000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range fails
      expect mobile_caller passes
    }

    test "a dialler with a mobile number" {
      plan {
        channel voice  technology predictive  purpose marketing  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33639980000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range fails
      expect mobile_caller fails
    }

    test "a reminder by a machine with a mobile number" {
      plan {
        channel voice  technology prerecorded  purpose service  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33639980000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range not applicable
      expect mobile_caller fails
    }

    test "people who dial by hand may show any number" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33199000000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range not applicable
      expect mobile_caller not applicable
    }

    test "nobody says what number a dialler shows" {
      plan { channel voice  technology predictive  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range unproven
      expect mobile_caller unproven
    }

    test "the evening before the numbering rule" {
      plan {
        channel voice  technology predictive  purpose marketing  at 2022-12-31T23:59+01:00
        sender { caller_id { number "+33639980000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range not in force
      expect mobile_caller not in force
    }

    test "the first minute of the numbering rule" {
      plan {
        channel voice  technology predictive  purpose marketing  at 2023-01-01T00:00+01:00
        sender { caller_id { number "+33639980000"  shown true  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_range fails
      expect mobile_caller fails
    }

    test "a withheld number" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33199000000"  shown false  callable true } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_number fails
    }

    test "a number that nobody answers" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { caller_id { number "+33199000000"  shown true  callable false } }
      }
      contact { phone "+33199000001"  recipient consumer }
      expect caller_number fails
    }

    // ---- Tests: automated calls and messages -----------------------------------------------------------

    test "a recorded call with consent to it" {
      plan {
        channel voice  technology prerecorded  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        script { language "fr"  says identity, opt_out }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  technology prerecorded  level express
            granted_at 2026-09-15T12:00+02:00
          }
        ]
        opt_outs []
      }
      expect machine_call_consent passes
      expect stop_contact passes
      expect no_hidden_sender passes
    }

    test "a recorded call with consent to calls by people only" {
      plan {
        channel voice  technology prerecorded  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        script { language "fr"  says identity, opt_out }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  technology []  level express
            granted_at 2026-09-15T12:00+02:00
          }
        ]
        opt_outs []
      }
      expect machine_call_consent fails
    }

    test "a recorded call to a sole trader needs consent too" {
      plan {
        channel voice  technology prerecorded  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        script { language "fr"  says identity, opt_out }
      }
      contact { phone "+33199000001"  recipient sole_trader  consents []  opt_outs [] }
      expect machine_call_consent fails
    }

    test "a recorded call to a company needs none" {
      plan {
        channel voice  technology prerecorded  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        script { language "fr"  says identity, opt_out }
      }
      contact { phone "+33199000001"  recipient business  consents []  opt_outs [] }
      expect machine_call_consent not applicable
      expect business_objection passes
    }

    test "a call by people is no automated call" {
      plan {
        channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        script { language "fr"  says identity, opt_out }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect machine_call_consent not applicable
      expect stop_contact not applicable
      expect no_hidden_sender not applicable
    }

    test "a fax needs consent" {
      plan { channel fax  technology []  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient consumer
        consents []
      }
      expect machine_call_consent fails
    }

    test "a call by an AI agent without consent to that is for a person to review" {
      plan {
        channel voice  technology ai_agent  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        script { language "fr"  says identity, opt_out }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  technology []  level express
            granted_at 2026-09-15T12:00+02:00
          }
        ]
        opt_outs []
      }
      expect ai_agents fails
      expect machine_call_consent not applicable
    }

    test "a call by an AI agent with consent to that" {
      plan {
        channel voice  technology ai_agent  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }  offer { subject "boots"  sector "retail"  extends_deal false }
        script { language "fr"  says identity, opt_out }
      }
      contact {
        phone "+33199000001"  recipient consumer
        consents [
          {
            channel voice  purpose marketing  technology ai_agent  level express
            granted_at 2026-09-15T12:00+02:00
          }
        ]
        opt_outs []
      }
      expect ai_agents passes
    }

    test "a text with consent" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents [{ channel sms  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00 }]
        opt_outs []
        relationship { contract_from none  contract_until none  contract_subjects [] }
        last_engaged_at 2026-09-15T12:00+02:00
      }
      expect message_consent passes
      expect stop_contact passes
      expect no_hidden_sender passes
      expect stop_word passes
      expect text_hours passes
      expect banned_trade_messages passes
    }

    test "a consent to calls does not carry a text" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents [
          { channel voice  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00 }
        ]
        opt_outs []
        relationship { purchases [] }
      }
      expect message_consent fails
      expect blocked
    }

    test "a customer may be written to about like goods" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "ours"  refusal_offered true }
            ]
          }
      }
      expect message_consent exempt
    }

    test "a customer of the sender by name" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "Acme Shoes"  refusal_offered true }
            ]
          }
      }
      expect message_consent exempt
    }

    test "a customer of somebody else" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              {
                at 2026-06-01  subject "shoes"  kind sale  seller "Other Shoes"  refusal_offered true
              }
            ]
          }
      }
      expect message_consent fails
    }

    test "a customer and unlike goods" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "insurance"  kind sale  seller "ours"  refusal_offered true }
            ]
          }
      }
      expect message_consent fails
    }

    test "a customer who was offered no refusal" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "ours"  refusal_offered false }
            ]
          }
      }
      expect message_consent fails
    }

    test "a customer with a free account only" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              {
                at 2026-06-01  subject "shoes"  kind free_account  seller "ours"  refusal_offered true
              }
            ]
          }
      }
      expect message_consent fails
    }

    test "a customer who opted out" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs [{ channel any  purpose any  at 2026-10-01T12:00+02:00  via stop_reply }]
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "ours"  refusal_offered true }
            ]
          }
      }
      expect message_consent fails
    }

    test "a customer and somebody else's goods" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods false  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "ours"  refusal_offered true }
            ]
          }
      }
      expect message_consent fails
    }

    test "a customer whose number was bought" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind purchased }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "ours"  refusal_offered true }
            ]
          }
      }
      expect message_consent fails
    }

    test "a customer who is shown no way to stop" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message { text "Acme Shoes : -20 % sur les bottes."  language "fr"  says identity }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "ours"  refusal_offered true }
            ]
          }
      }
      expect message_consent fails
      expect stop_contact fails
    }

    test "nobody knows what the customer bought" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
        origin { kind own_form }
      }
      expect message_consent unproven
    }

    test "a text that shows no way to stop" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes" }
        message { text "Acme Shoes : -20 % sur les bottes."  language "fr"  says identity }
      }
      contact { phone "+33639980001"  recipient consumer }
      expect stop_contact fails
      expect stop_word fails
    }

    test "a text to a sole trader without consent is for a person to review" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient sole_trader  consents []  opt_outs []
        origin { kind own_form }  relationship { purchases [] }
      }
      expect professional_messages unproven
      expect message_consent not applicable
      expect business_objection passes
      expect review
    }

    test "a text to a sole trader with consent" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient sole_trader
        consents [{ channel sms  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00 }]
        opt_outs []
      }
      expect professional_messages not applicable
    }

    test "a text to a sole trader who is a customer" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient sole_trader
        consents []
        opt_outs []
        origin { kind own_form }
        relationship {
            purchases [
              { at 2026-06-01  subject "shoes"  kind sale  seller "ours"  refusal_offered true }
            ]
          }
      }
      expect professional_messages not applicable
    }

    test "a text to a consumer is no message about a profession" {
      plan {
        channel sms  technology []  purpose marketing  at 2026-11-03T10:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. STOP au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents []
        opt_outs []
      }
      expect professional_messages not applicable
    }

    test "the doubt about AI agents leads to review, not to a block" {
      plan {
        channel voice  technology ai_agent  purpose marketing  at 2026-11-03T10:00+01:00
        sender { name "Acme Shoes"  caller_id { number "+33162000000" } }  offer {
            subject "boots"  sector "retail"  extends_deal false
          }
        script { language "fr"  says identity, opt_out }
      }
      contact { phone "+33199000001"  recipient sole_trader  consents []  opt_outs [] }
      expect ai_agents fails
      expect review
    }

    test "a business that objected is left alone" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient business  consents []
        opt_outs [{ channel voice  purpose marketing  at 2026-10-01T12:00+02:00  via email }]
      }
      expect business_objection fails
      expect blocked
    }

    test "a business that objected to texts may be called" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-03T10:00+01:00 }
      contact {
        phone "+33199000001"  recipient business  consents []
        opt_outs [{ channel sms  purpose marketing  at 2026-10-01T12:00+02:00  via stop_reply }]
      }
      expect business_objection passes
    }

    // ---- Tests: keeping data, market rules -------------------------------------------------------------

    test "a prospect on the last day of three years" {
      plan { channel sms  technology []  purpose marketing  at 2029-09-14T10:00+02:00 }
      contact {
        phone "+33639980001"  recipient consumer
        relationship { customer false }
        last_engaged_at 2026-09-14T12:00+02:00
      }
      programme {
        retention [
          { data "contacts"  keep_for 3 years  after "last_engaged"  then "delete"  automatic true },
          { data "suppression"  keep_for 3 years }
        ]
      }
      expect prospect_age passes
      expect objection_kept passes
    }

    test "a prospect a day after three years" {
      plan { channel sms  technology []  purpose marketing  at 2029-09-15T10:00+02:00 }
      contact {
        phone "+33639980001"  recipient consumer
        relationship { customer false }
        last_engaged_at 2026-09-14T12:00+02:00
      }
      programme {
        retention [
          { data "contacts"  keep_for 3 years  after "last_engaged"  then "delete"  automatic true },
          { data "suppression"  keep_for 2 years }
        ]
      }
      expect prospect_age fails
      expect objection_kept fails
    }

    test "a customer's data is another matter" {
      plan { channel sms  technology []  purpose marketing  at 2029-09-15T10:00+02:00 }
      contact {
        phone "+33639980001"  recipient consumer
        relationship { customer true }
        last_engaged_at 2026-09-14T12:00+02:00
      }
      programme {
        retention [
          { data "contacts"  keep_for 3 years  after "last_engaged"  then "delete"  automatic true },
          { data "suppression"  keep_for 3 years }
        ]
      }
      expect prospect_age not applicable
    }

    test "a text at 07:59 on a Tuesday" {
      plan { channel sms  technology []  purpose marketing  at 2026-11-03T07:59+01:00 }
      contact { phone "+33639980001"  recipient consumer }
      expect text_hours fails
    }

    test "a text at 08:00 on a Tuesday" {
      plan { channel sms  technology []  purpose marketing  at 2026-11-03T08:00+01:00 }
      contact { phone "+33639980001"  recipient consumer }
      expect text_hours passes
    }

    test "a text at 21:59 on a Saturday" {
      plan { channel sms  technology []  purpose marketing  at 2026-11-07T21:59+01:00 }
      contact { phone "+33639980001"  recipient consumer }
      expect text_hours passes
    }

    test "a text at 22:00 on a Saturday" {
      plan { channel sms  technology []  purpose marketing  at 2026-11-07T22:00+01:00 }
      contact { phone "+33639980001"  recipient consumer }
      expect text_hours fails
    }

    test "no text on a Sunday" {
      plan { channel sms  technology []  purpose marketing  at 2026-11-08T11:00+01:00 }
      contact { phone "+33639980001"  recipient consumer }
      expect text_hours fails
    }

    test "no text on a public holiday" {
      plan { channel sms  technology []  purpose marketing  at 2026-11-11T11:00+01:00 }
      contact { phone "+33639980001"  recipient consumer }
      expect text_hours fails
    }

    test "recommendations and market rules do not block" {
      plan {
        channel sms  technology []  purpose marketing  at 2029-11-04T11:00+01:00
        offer {
            subject "boots"  sector "retail"  own_goods true  similar_to "shoes"  extends_deal false
          }
        sender { name "Acme Shoes" }
        message {
            text "Acme Shoes : -20 % sur les bottes. stop au 36034"  language "fr"  says identity,
              opt_out
          }
      }
      contact {
        phone "+33639980001"  recipient consumer
        consents [{ channel sms  purpose marketing  level express  granted_at 2026-09-15T12:00+02:00 }]
        opt_outs []
        relationship { customer false  contract_from none  contract_until none  contract_subjects [] }
        origin { kind own_form  collected_at 2026-09-15T12:00+02:00  notice_shown true }
        last_engaged_at 2026-09-15T12:00+02:00
      }
      programme {
        retention [
          { data "contacts"  keep_for 3 years  after "last_engaged"  then "delete"  automatic true },
          { data "suppression"  keep_for 2 years }
        ]
      }
      expect text_hours fails
      expect stop_word fails
      expect prospect_age fails
      expect objection_kept fails
      expect allowed
    }

    """#),
  ShippedPolicy(
    "HK/HongKong.fence", name: "HK", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Hong Kong: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy HK "Hong Kong: general holidays, no rules yet" covers nobody

    /// The general holidays of the yearly gazette, by which working days are counted; a day that falls on a Sunday or on
    /// another holiday is followed by one more. They are those that PyPI's `holidays` records; the gazettes were not read.
    /// After the last list every day is unknown.
    calendar public_holidays "General holidays" {
      day new_year "The first day of January" on 1 january sunday repeated on monday
      day lunar_new_year "Lunar New Year" on listed 2020-01-25, 2020-01-27, 2020-01-28, 2021-02-12,
        2021-02-13, 2021-02-15, 2022-02-01, 2022-02-02, 2022-02-03, 2023-01-23, 2023-01-24, 2023-01-25,
        2024-02-10, 2024-02-12, 2024-02-13, 2025-01-29, 2025-01-30, 2025-01-31, 2026-02-17, 2026-02-18,
        2026-02-19 through 2026-12-31
      day ching_ming "Ching Ming Festival" on listed 2020-04-04, 2021-04-04, 2021-04-05, 2022-04-05,
        2023-04-05, 2024-04-04, 2025-04-04, 2026-04-05, 2026-04-07 through 2026-12-31
      day good_friday "Good Friday" on easter - 2 days
      day easter_saturday "The day following Good Friday" on easter - 1 day
      day easter_monday "Easter Monday" on easter + 1 day
      day ching_ming_and_easter "The day following Easter Monday" on 6 april from 2021 until 2021
      day labour "Labour Day" on 1 may sunday repeated on monday
      day buddha "The Birthday of the Buddha" on listed 2020-04-30, 2021-05-19, 2022-05-08, 2022-05-09,
        2023-05-26, 2024-05-15, 2025-05-05, 2026-05-24, 2026-05-25 through 2026-12-31
      day dragon_boat "Tuen Ng Festival" on listed 2020-06-25, 2021-06-14, 2022-06-03, 2023-06-22,
        2024-06-10, 2025-05-31, 2026-06-19 through 2026-12-31
      day establishment "Establishment Day" on 1 july sunday repeated on monday
      day mid_autumn "The day following the Mid-Autumn Festival" on listed 2020-10-02, 2021-09-22,
        2022-09-12, 2023-09-30, 2024-09-18, 2025-10-07, 2026-09-26 through 2026-12-31
      day national "National Day" on 1 october sunday repeated on monday
      day double_ninth "Chung Yeung Festival" on listed 2020-10-25, 2020-10-26, 2021-10-14, 2022-10-04,
        2023-10-23, 2024-10-11, 2025-10-29, 2026-10-18, 2026-10-19 through 2026-12-31
      day christmas "Christmas Day" on 25 december sunday repeated on monday
      day after_christmas "The first weekday after Christmas" on listed 2020-12-26, 2021-12-27,
        2022-12-27, 2023-12-26, 2024-12-26, 2025-12-26, 2026-12-26 through 2026-12-31
    }

    """#),
  ShippedPolicy(
    "ID/Indonesia.fence", name: "ID", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Indonesia: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy ID "Indonesia: national holidays, no rules yet" covers nobody

    /// The days of the yearly joint decree of three ministers, without the joint leave around them. The moving ones are
    /// those that PyPI's `holidays` records; the decrees were not read. After the last list every day is unknown.
    calendar public_holidays "National holidays" {
      day new_year "New Year" on 1 january
      day lunar_new_year "Lunar New Year" on listed 2020-01-25, 2021-02-12, 2022-02-01, 2023-01-22,
        2024-02-10, 2025-01-29, 2026-02-17 through 2026-12-31
      day isra_miraj "Isra' and Mi'raj" on listed 2020-03-22, 2021-03-11, 2022-02-28, 2023-02-18,
        2024-02-08, 2025-01-27, 2026-01-16 through 2026-12-31
      day nyepi "Day of Silence" on listed 2020-03-25, 2021-03-14, 2022-03-03, 2023-03-22, 2024-03-11,
        2025-03-29, 2026-03-19 through 2026-12-31
      day good_friday "Good Friday" on easter - 2 days
      day easter_sunday "Easter Sunday" on easter from 2024
      day labour "Labour Day" on 1 may
      day ascension "Ascension" on easter + 39 days
      day vesak "Vesak" on listed 2020-05-07, 2021-05-26, 2022-05-16, 2023-06-04, 2024-05-23,
        2025-05-12, 2026-05-31 through 2026-12-31
      day eid_al_fitr "Eid al-Fitr" on listed 2020-05-24, 2020-05-25, 2021-05-13, 2021-05-14,
        2022-05-02, 2022-05-03, 2023-04-22, 2023-04-23, 2024-04-10, 2024-04-11, 2025-03-31, 2025-04-01,
        2026-03-21, 2026-03-22 through 2026-12-31
      day pancasila "Pancasila Day" on 1 june
      day eid_al_adha "Eid al-Adha" on listed 2020-07-31, 2021-07-20, 2022-07-10, 2023-06-29,
        2024-06-17, 2025-06-06, 2026-05-27 through 2026-12-31
      day islamic_new_year "Islamic New Year" on listed 2020-08-20, 2021-08-11, 2022-07-30, 2023-07-19,
        2024-07-07, 2025-06-27, 2026-06-16 through 2026-12-31
      day independence "Independence Day" on 17 august
      day mawlid "Prophet's Birthday" on listed 2020-10-29, 2021-10-20, 2022-10-08, 2023-09-28,
        2024-09-16, 2025-09-05, 2026-08-25 through 2026-12-31
      day elections "Elections" on listed 2020-12-09, 2024-02-14, 2024-11-27 through 2026-12-31
      day christmas "Christmas" on 25 december
    }

    """#),
  ShippedPolicy(
    "IN/India.fence", name: "IN", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of India: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy IN "India: national holidays, no rules yet" covers nobody

    /// The three days that all of India keeps. The holidays on which a customer may refuse promotions are more, and differ
    /// by state: they are not here.
    calendar national_holidays "National holidays" {
      day republic "Republic Day" on 26 january
      day independence "Independence Day" on 15 august
      day gandhi "Mahatma Gandhi's Birthday" on 2 october
    }

    """#),
  ShippedPolicy(
    "NO/Norway.fence", name: "NO", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Norway: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy NO "Norway: public holidays, no rules yet" covers nobody

    /// The church's holidays and the days that are equated to Sundays, on which the Marketing Control Act lets nobody be
    /// called. Written from general knowledge and compared day by day with PyPI's `holidays`; the Acts were not read.
    calendar public_holidays "Public holidays" {
      day new_year "New Year" on 1 january
      day maundy_thursday "Maundy Thursday" on easter - 3 days
      day good_friday "Good Friday" on easter - 2 days
      day easter_sunday "Easter Sunday" on easter
      day easter_monday "Easter Monday" on easter + 1 day
      day labour "Labour Day" on 1 may
      day constitution "Constitution Day" on 17 may
      day ascension "Ascension" on easter + 39 days
      day whit_sunday "Whit Sunday" on easter + 49 days
      day whit_monday "Whit Monday" on easter + 50 days
      day christmas "Christmas" on 25 december
      day second_christmas "Second day of Christmas" on 26 december
    }

    """#),
  ShippedPolicy(
    "NZ/NewZealand.fence", name: "NZ", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of New Zealand: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy NZ "New Zealand: public holidays, no rules yet" covers nobody

    /// The days of the Holidays Act 2003, with the anniversary of each region. Written from general knowledge and
    /// compared day by day with PyPI's `holidays`; the Act was not read. South Canterbury keeps another anniversary than the
    /// rest of its region, which no code tells.
    calendar public_holidays "Public holidays" {
      day new_year "New Year's Day" on 1 january repeated on next workday
      day after_new_year "Day after New Year's Day" on 2 january repeated on next workday
      day waitangi "Waitangi Day" on 6 february repeated on next workday
      day good_friday "Good Friday" on easter - 2 days
      day easter_monday "Easter Monday" on easter + 1 day
      day anzac "Anzac Day" on 25 april repeated on next workday
      day sovereign "Sovereign's Birthday" on first monday of june
      day matariki "Matariki" on listed 2022-06-24, 2023-07-14, 2024-06-28, 2025-06-20, 2026-07-10,
        2027-06-25, 2028-07-14, 2029-07-06, 2030-06-21, 2031-07-11, 2032-07-02, 2033-06-24, 2034-07-07,
        2035-06-29 through 2035-12-31
      day queen_memorial "Queen Elizabeth II Memorial Day" on 26 september from 2022 until 2022
      day labour "Labour Day" on fourth monday of october
      day christmas "Christmas Day" on 25 december repeated on next workday
      day boxing "Boxing Day" on 26 december repeated on next workday
      in NZ-MWT, NZ-WGN { day wellington "Wellington Anniversary" on monday on or after 19 january }
      in NZ-AUK, NZ-BOP, NZ-GIS, NZ-NTL, NZ-WKO {
        day auckland "Auckland Anniversary" on monday on or after 26 january
      }
      in NZ-NSN, NZ-TAS { day nelson "Nelson Anniversary" on monday on or after 29 january }
      in NZ-TKI { day taranaki "Taranaki Anniversary" on second monday of march }
      in NZ-OTA {
        day otago_until_2034 "Otago Anniversary" on monday on or after 20 march until 2034
        day otago_2035 "Otago Anniversary, after Easter Monday" on 27 march from 2035 until 2035
      }
      in NZ-STL { day southland "Southland Anniversary" on easter + 2 days }
      in NZ-HKB { day hawkes_bay "Hawke's Bay Anniversary" on friday on or after 19 october }
      in NZ-MBH { day marlborough "Marlborough Anniversary" on monday on or after 29 october }
      in NZ-CAN { day canterbury "Canterbury Anniversary" on friday on or after 11 november }
      in NZ-WTC { day westland "Westland Anniversary" on monday on or after 28 november }
      in NZ-CIT { day chatham_islands "Chatham Islands Anniversary" on monday on or after 27 november }
    }

    """#),
  ShippedPolicy(
    "PT/Portugal.fence", name: "PT", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Portugal: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy PT "Portugal: public holidays, no rules yet" covers nobody

    /// The mandatory holidays of the Labour Code (article 234). Written from general knowledge and compared day by day with
    /// PyPI's `holidays`; the article was not read. Municipal holidays and carnival are not among them.
    calendar public_holidays "Public holidays" {
      day new_year "New Year" on 1 january
      day good_friday "Good Friday" on easter - 2 days
      day easter_sunday "Easter Sunday" on easter
      day freedom "Freedom Day" on 25 april
      day labour "Labour Day" on 1 may
      day corpus_christi "Corpus Christi" on easter + 60 days
      day portugal "Portugal Day" on 10 june
      day assumption "Assumption" on 15 august
      day republic "Republic Day" on 5 october
      day all_saints "All Saints" on 1 november
      day restoration "Restoration of Independence" on 1 december
      day immaculate "Immaculate Conception" on 8 december
      day christmas "Christmas" on 25 december
    }

    """#),
  ShippedPolicy(
    "TR/Turkiye.fence", name: "TR", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Türkiye: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy TR "Türkiye: public holidays, no rules yet" covers nobody

    /// The days of Law 2429, by which business days are counted; half days before feasts are not among them. The feasts are
    /// those that PyPI's `holidays` records; the law was not read. After the last list every day is unknown.
    calendar public_holidays "Public holidays" {
      day new_year "New Year" on 1 january
      day sovereignty "National Sovereignty and Children's Day" on 23 april
      day labour "Labour and Solidarity Day" on 1 may
      day youth "Commemoration of Atatürk, Youth and Sports Day" on 19 may
      day eid_al_fitr "Ramazan Bayramı" on listed 2020-05-24, 2020-05-25, 2020-05-26, 2021-05-13,
        2021-05-14, 2021-05-15, 2022-05-02, 2022-05-03, 2022-05-04, 2023-04-21, 2023-04-22, 2023-04-23,
        2024-04-10, 2024-04-11, 2024-04-12, 2025-03-30, 2025-03-31, 2025-04-01, 2026-03-20, 2026-03-21,
        2026-03-22 through 2026-12-31
      day eid_al_adha "Kurban Bayramı" on listed 2020-07-31, 2020-08-01, 2020-08-02, 2020-08-03,
        2021-07-20, 2021-07-21, 2021-07-22, 2021-07-23, 2022-07-09, 2022-07-10, 2022-07-11, 2022-07-12,
        2023-06-28, 2023-06-29, 2023-06-30, 2023-07-01, 2024-06-16, 2024-06-17, 2024-06-18, 2024-06-19,
        2025-06-06, 2025-06-07, 2025-06-08, 2025-06-09, 2026-05-27, 2026-05-28, 2026-05-29,
        2026-05-30 through 2026-12-31
      day democracy "Democracy and National Unity Day" on 15 july
      day victory "Victory Day" on 30 august
      day republic "Republic Day" on 29 october
    }

    """#),
  ShippedPolicy(
    "US/AL.fence", name: "US-AL", parent: "US",
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Alabama: its rules are not written yet, so the state covers nobody, and only the federal rules
    // are judged there.
    policy US-AL "Alabama: legal holidays, no rules yet" within US covers nobody

    /// Ala. Code § 1-3-8: the rule of the Public Service Commission forbids calls on legal holidays. Written from general knowledge and compared day by day
    /// with PyPI's `holidays`; the section was not read. A day on a weekend closes itself and its stand-in.
    calendar legal_holidays "Legal holidays" {
      day new_year "New Year's Day" on 1 january
      day new_year_observed "New Year's Day, observed" on 1 january moved to nearest weekday
      day martin_luther_king "Birthday of Martin Luther King, Jr." on third monday of january
      day presidents "Washington's Birthday" on third monday of february
      day memorial "Memorial Day" on last monday of may
      day juneteenth "Juneteenth" on 19 june from 2021
      day juneteenth_observed "Juneteenth, observed" on 19 june moved to nearest weekday from 2021
      day independence "Independence Day" on 4 july
      day independence_observed "Independence Day, observed" on 4 july moved to nearest weekday
      day labor "Labor Day" on first monday of september
      day columbus "Columbus Day" on second monday of october
      day veterans "Veterans Day" on 11 november
      day veterans_observed "Veterans Day, observed" on 11 november moved to nearest weekday
      day thanksgiving "Thanksgiving Day" on fourth thursday of november
      day christmas "Christmas Day" on 25 december
      day christmas_observed "Christmas Day, observed" on 25 december moved to nearest weekday
      day confederate "Confederate Memorial Day" on fourth monday of april
      day davis "Jefferson Davis' Birthday" on first monday of june
    }

    """#),
  ShippedPolicy(
    "US/FL.fence", name: "US-FL", parent: "US",
    coverage: .places(["US-FL"], recipients: true, senders: false),
    ruleCount: 12, concernsEveryList: false, mentions: [],
    #"""
    /// What Florida adds to federal law: written consent for automated selection and dialling, a shorter day,
    /// three attempts in 24 hours, a list and a licence of its own.
    ///
    /// The statute presumes that a number with a Florida area code rings with a resident (FL-9), and so do the
    /// policies: such a number stands under this one unless other evidence of place adds a second.
    policy US-FL "Florida Telephone Solicitation Act and Telemarketing Act" within US {
      business days skip saturday, sunday, federal_holidays
    }

    // ---- Sources ----------------------------------------------------------------------------------------

    source ftsa "Florida Telephone Solicitation Act" {
      cite "Fla. Stat."
      link "https://syfert.com/florida/statutes/0501.059.html"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source ftsa_2023 "Florida's amendment of 2023" {
      cite "Fla. Stat. as amended in 2023"
      link "https://flsenate.gov/Committees/BillSummaries/2023/html/3034"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source ftsa_2012 "Florida Telephone Solicitation Act, edition of 2012" {
      cite "Fla. Stat."
      link "https://flsenate.gov/laws/statutes/2012/501.059"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source fta "Florida Telemarketing Act" {
      cite "Fla. Stat."
      link "http://www.lawserver.com/law/state/florida/statutes/florida_statutes_501-616"
      reviewed 2026-11-22 every 6 months
      evidence primary
      confidence high
    }

    source fta_cap "Account of Florida's cap on calls" {
      cite "Fla. Stat."
      link "https://blog.clickpointsoftware.com/federal-and-local-call-time-and-date-compliance"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    source ftsa_residents "Account of Florida's presumption of residence" {
      cite "Fla. Stat."
      link "https://kleinmoynihan.com/trend-continues-more-state-tcpa-laws-introduced-telemarketing-lawyer/"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    source ftsa_damages "Account of what Floridians can claim" {
      cite "Fla. Stat."
      link "https://www.dnc.com/news/compliance-refresher-calling-florida-and-oklahoma"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    source state_lists "States with do-not-call lists of their own" {
      cite "State do-not-call lists"
      link "https://www.compliancepoint.com/marketing-compliance/state-do-not-call-lists/"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    // ---- Registers --------------------------------------------------------------------------------------

    register do_not_call "Florida Do Not Call list" {
      by "Florida Department of Agriculture and Consumer Services"
      link "https://www.compliancepoint.com/marketing-compliance/state-do-not-call-lists/"
      of numbers
      every 3 months
      measured from list
    }

    register seller_licence "Licence of a commercial telephone seller" {
      by "Florida Department of Agriculture and Consumer Services"
      link "http://www.lawserver.com/law/state/florida/statutes/florida_statutes_501-616"
      of senders
    }

    // ---- Notions ----------------------------------------------------------------------------------------

    /// FL-1: calls, texts, and messages dropped into a voicemail box. RCS is taken for a text.
    define solicitation "An offer to somebody in private life, by call or text" =
      selling and to_household and (channel is voice or texting)

    /// FL-1, FL-2.
    define recorded "Plays a recorded or artificial voice" =
      channel is voice
      and technology includes any of prerecorded, artificial_voice, ai_agent, voicemail_drop

    /// FL-11: no window stands in the statute, so none stands here.
    define solicited "Asked for, or to somebody with whom there are dealings" =
      (any r in requests
          where r.channel is this channel
          and not r.at after attempt
          and no p in prior where p.at after r.at)
      or relationship.contract_until after attempt
      or relationship.customer
      or relationship.last_purchase_at before attempt
      or relationship.last_payment_at before attempt
      or sender.kind is publisher

    // ---- Consent (FL-1 to FL-4) -------------------------------------------------------------------------

    /// FL-2: both, selection and dialling, since 2023. FL-3: in writing. FL-4: for this number, and no condition.
    rule autodialed_consent "Signed consent before an automated sales call or text" {
      under ftsa_2023 "501.059(8)(a), (1)(g)"
      under ftsa "501.059(1)(g)"
      from 2023-05-25
      applies when solicitation
        and (technology includes all of automated_selection, automated_dialing or recorded)
      consent written for this channel, purpose, technology, sender, number
        where not condition_of_purchase
      except when solicited under ftsa_2012 "501.059(1)"
      fix "Obtain a signed agreement that names the number and allows automated contact, or dial by hand."
    }

    /// Before the amendment either was enough, and a call that was asked for was not left out.
    rule autodialed_consent "Signed consent before a sales call or text by automated selection or dialling" {
      under ftsa "501.059(8)(a), (1)(g)"
      from 2021-07-01
      until 2023-05-24
      applies when solicitation
        and (technology includes any of automated_selection, automated_dialing or recorded)
      consent written for this channel, purpose, technology, sender, number
        where not condition_of_purchase
      fix "Obtain a signed agreement that names the number and allows automated contact, or dial by hand."
    }

    note effect on autodialed_consent
      "An act can sign: a ticked box, or the answer yes to a text, an advertisement or an email"
      under ftsa_2023 "501.059(1)(g)"
      from 2023-05-25  // FL-3

    /// FL-4: what the agreement itself says, seen from the wording on file.
    rule consent_wording_florida "The words agreed to show the number and allow automation" {
      under ftsa "501.059(1)(g)"
      from 2021-07-01
      severity warn
      applies when solicitation
        and (technology includes all of automated_selection, automated_dialing or recorded)
      consent written for this channel, purpose, technology, sender, number
        where wording.states_number
        and wording.authorises_automation
        and not wording.condition_of_contract
      except when solicited under ftsa_2012 "501.059(1)"
      fix "Keep the wording in the programme and give each consent its id; ask again where it falls short."
    }

    note scope on consent_wording_florida
      "The words must also say that consent is no condition of a purchase; the facts show only whether it is one"
      under ftsa "501.059(1)(g)"  // FL-4

    // ---- Refusals (FL-5) --------------------------------------------------------------------------------

    /// A grace before suit, no leave to go on: the federal ten business days bind beside it.
    rule stop_replies "No text more than 15 days after STOP" {
      under ftsa_2023 "501.059(10)(c)"
      from 2023-05-25
      applies when solicitation and texting
      honour opt-outs within 15 days where via is stop_reply
      except when confirmation_text under ftsa_2023 "501.059(10)(c)"
      fix "Stop texting this number."
    }

    note enforcement on stop_replies, autodialed_consent
      "Over texts a person can sue only after answering STOP and getting another text more than 15 days later; one text may confirm the STOP"
      under ftsa_2023 "501.059(10)(c)"
      from 2023-05-25  // FL-5

    // ---- Hours and frequency (FL-6 to FL-8) -------------------------------------------------------------

    /// FL-7. The state's day ends an hour before the federal one.
    rule calling_hours "Solicit between 8 a.m. and 8 p.m. where the recipient is" {
      under fta "501.616(6)(a)"
      from 2021-07-01
      applies when solicitation
      hours 08:00 to 20:00
      fix "Move the attempt into 08:00-20:00 where the recipient is."
    }

    /// FL-6: whatever number is shown; calls and texts count together.
    rule daily_cap "At most three solicitations in 24 hours on one subject" {
      under fta_cap "501.616(6)(b)"
      from 2021-07-01
      applies when solicitation
      cap 3 by voice, sms, mms, rcs in any 24 hours where subject is this subject
      fix "Wait until 24 hours after the first of the last three."
    }

    /// FL-8: the statute says phone calls; shown where it matters, when hours or cap would stop a text.
    gap text_hours "Whether hours and cap bind texts is contested; they are applied" {
      under fta "501.616(6)" primary medium
      from 2021-07-01
      applies when solicitation
        and texting
        and (not hours 08:00 to 20:00
          or not cap 3 by voice, sms, mms, rcs in any 24 hours where subject is this subject)
    }

    // ---- Florida's list (FL-10) -------------------------------------------------------------------------

    rule state_list "Do not call numbers on Florida's list" {
      under state_lists
      under ftsa "501.059(3)-(4)" memory medium
      applies when solicitation and channel is voice
      forbid listed on do_not_call
      except when solicited under ftsa_2012 "501.059(1)"
      fix "Remove the number."
    }

    /// Whether the list binds texts is remembered only, so a failure is for review.
    rule state_list_texts "Do not text numbers on Florida's list" {
      under ftsa "501.059(3)-(4)" memory medium
      applies when solicitation and texting
      forbid listed on do_not_call
      except when solicited under ftsa_2012 "501.059(1)"
      fix "Remove the number."
    }

    /// Published each quarter, by memory, so a failure is for review. Judged from the plan and who is called.
    rule state_list_scrub "Use Florida's list as published in the last three months" {
      under ftsa "501.059(3)" memory medium
      applies when solicitation
      scrub do_not_call every 3 months
      fix "Fetch the current list from the department and remove the numbers on it."
    }

    // ---- Licence (FL-13) --------------------------------------------------------------------------------

    rule licence "Hold a licence as a commercial telephone seller" {
      under fta "501.605, 501.616(4)"
      applies when solicitation and channel is voice
      sender registered with seller_licence
      fix "Apply to the department for a licence and name it in `sender.registrations`; an exempt seller waives the rule."
    }

    /// The facts know the sender, not the persons who speak for it.
    gap salesperson_licence "Each salesperson needs a licence too" {
      under fta "501.607, 501.616(4)"
      severity advise
      applies when solicitation and channel is voice
    }

    note silence on licence, salesperson_licence
      "Many kinds of seller are exempt from licensing; the list was not read, so no exemption is written"
      under fta "501.604" memory medium  // FL-13

    // ---- Reach and penalties ----------------------------------------------------------------------------

    note scope on autodialed_consent, calling_hours, daily_cap
      "A call to a Florida area code is presumed to go to a resident; coverage by the number's area code carries it"
      under ftsa_residents "501.059(8)(d)"  // FL-9, 2021
    note penalty on autodialed_consent, state_list
      "The greater of the actual loss and 500 USD a call or text; up to 1,500 if wilful"
      under ftsa_damages "501.059(10)"  // FL-12
    note penalty on state_list, state_list_texts
      "A civil penalty of up to 10,000 USD"
      under ftsa "501.059(9)" memory medium  // FL-10

    // ---- Tests: hours -----------------------------------------------------------------------------------

    test "a text at 20:30 in Miami is blocked" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T20:30-05:00
      }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours fails
      expect text_hours unproven
      expect blocked
    }

    test "the last minute of the day" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T19:59-05:00 }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours passes
    }

    test "eight in the evening is too late" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T20:00-05:00 }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours fails
      expect text_hours not applicable
    }

    test "a minute before eight in the morning is too early" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T07:59-05:00 }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours fails
    }

    test "eight in the morning" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T08:00-05:00 }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours passes
    }

    test "Sunday is a day like any other" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-01T12:00-05:00 }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours passes
    }

    test "in Pensacola the clock is an hour behind" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T20:30-05:00 }
      contact { phone "+18505550142"  time_zone "America/Chicago"  recipient consumer }
      expect calling_hours passes
    }

    test "an area code in two zones does not tell the hour" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T20:30-05:00 }
      contact { phone "+18505550142"  recipient consumer }
      expect calling_hours unproven because contact.time_zone
    }

    test "a window until nine is an hour too long" {
      plan {
        channel sms
        technology manual
        purpose marketing
        window { dates [2026-03-04]  local_from 10:00  local_to 21:00 }
      }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours fails
    }

    test "a window until eight fits" {
      plan {
        channel sms
        technology manual
        purpose marketing
        window { dates [2026-03-04]  local_from 08:00  local_to 20:00 }
      }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours passes
    }

    test "the night before the Act of 2021" {
      plan { channel voice  technology automated_dialing  purpose marketing  at 2021-06-30T23:59-04:00 }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect calling_hours not in force
      expect daily_cap not in force
      expect autodialed_consent not in force
    }

    test "the first minute of the Act of 2021" {
      plan { channel voice  technology automated_dialing  purpose marketing  at 2021-07-01T00:00-04:00 }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect calling_hours fails
      expect autodialed_consent fails
    }

    test "who is called decides" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T20:30-05:00 }
      contact { phone "+13055550142" }
      expect calling_hours unproven because contact.recipient
    }

    test "a firm is not solicited" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T20:30-05:00 }
      contact { phone "+13055550142"  recipient business }
      expect calling_hours not applicable
      expect licence not applicable
      expect allowed
    }

    test "a service call at night is not a solicitation" {
      plan { channel voice  technology manual  purpose service  at 2026-03-02T20:30-05:00 }
      contact { phone "+13055550142"  recipient consumer }
      expect calling_hours not applicable
      expect allowed
    }

    test "a text at eight in the evening is too late, if hours bind texts" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-02T20:00-05:00
      }
      contact { phone "+13055550142"  recipient consumer  history [] }
      expect calling_hours fails
      expect text_hours unproven
    }

    test "at eight in the morning there is no doubt" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-02T08:00-05:00
      }
      contact { phone "+13055550142"  recipient consumer  history [] }
      expect calling_hours passes
      expect text_hours not applicable
    }

    test "four texts on the eve of the Act of 2021" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        subject "boots"
        at 2021-06-30T23:59-04:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
        history [
          { at 2021-06-30T12:00-04:00  channel sms  subject "boots" },
          { at 2021-06-30T13:00-04:00  channel sms  subject "boots" },
          { at 2021-06-30T14:00-04:00  channel sms  subject "boots" },
        ]
      }
      expect daily_cap not in force
      expect text_hours not in force
      expect consent_wording_florida not in force
    }

    test "a minute later" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        subject "boots"
        at 2021-07-01T00:00-04:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
        history [
          { at 2021-06-30T12:00-04:00  channel sms  subject "boots" },
          { at 2021-06-30T13:00-04:00  channel sms  subject "boots" },
          { at 2021-06-30T14:00-04:00  channel sms  subject "boots" },
        ]
      }
      expect daily_cap fails
      expect text_hours unproven
      expect consent_wording_florida fails
    }

    // ---- Tests: consent

    test "selection and dialling without consent" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect autodialed_consent fails
      expect blocked
    }

    test "since 2023 dialling alone is not enough" {
      plan {
        channel sms
        technology automated_dialing
        purpose marketing
        at 2023-05-25T12:00-04:00
        sender { name "Acme Shoes"  kind company }
      }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect autodialed_consent not applicable
    }

    test "until the day before it was" {
      plan {
        channel sms
        technology automated_dialing
        purpose marketing
        at 2023-05-24T12:00-04:00
        sender { name "Acme Shoes"  kind company }
      }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect autodialed_consent fails
    }

    test "the amendment begins at midnight" {
      plan { channel sms  technology automated_dialing  purpose marketing  at 2023-05-25T00:00-04:00 }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect autodialed_consent not applicable
    }

    test "a minute earlier the old law stands" {
      plan { channel sms  technology automated_dialing  purpose marketing  at 2023-05-24T23:59-04:00 }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect autodialed_consent fails
    }

    test "written consent for this number, no condition" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        opt_outs []
        consents [
          {
            channel sms
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+13055550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
            wording "v3"
          }
        ]
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      programme {
        wordings [
          { id "v3"  states_number true  authorises_automation true  condition_of_contract false }
        ]
      }
      expect autodialed_consent passes
      expect consent_wording_florida passes
    }

    test "words without a number" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        opt_outs []
        consents [
          {
            channel sms
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+13055550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
            wording "v3"
          }
        ]
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      programme {
        wordings [
          { id "v3"  states_number false  authorises_automation true  condition_of_contract false }
        ]
      }
      expect autodialed_consent passes
      expect consent_wording_florida fails
    }

    test "consent on which the purchase hung" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        opt_outs []
        consents [
          {
            channel sms
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+13055550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase true
          }
        ]
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect autodialed_consent fails
    }

    test "consent for another number" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        opt_outs []
        consents [
          {
            channel sms
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+13055550143"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
          }
        ]
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect autodialed_consent fails
    }

    test "of the consent nobody says whether it was a condition" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        opt_outs []
        consents [
          {
            channel sms
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+13055550142"
            granted_at 2025-06-01T10:00Z
          }
        ]
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect autodialed_consent unproven
    }

    test "a message dropped into a voicemail box needs consent" {
      plan {
        channel voice
        technology voicemail_drop
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        requests []
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect autodialed_consent fails
    }

    test "by hand no consent is needed" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect autodialed_consent not applicable
    }

    test "a customer is not unsolicited" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
      }
      contact { phone "+13055550142"  recipient consumer  consents []  relationship { customer true } }
      expect autodialed_consent exempt
    }

    test "nor is an answer to a request" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        history []
        requests [{ at 2026-03-01T10:00-05:00  channel voice  subject "boots" }]
      }
      expect autodialed_consent exempt
    }

    test "a request once answered is used up" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        requests [{ at 2026-03-01T10:00-05:00  channel voice  subject "boots" }]
        history [{ at 2026-03-01T15:00-05:00  channel voice  purpose marketing }]
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect autodialed_consent fails
    }

    test "nor is a publisher of newspapers" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { kind publisher }
      }
      contact { phone "+13055550142"  recipient consumer  consents [] }
      expect autodialed_consent exempt
    }

    // ---- Tests: refusals

    test "fifteen days after STOP" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-17T12:00-04:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T12:00-05:00  via stop_reply }]
      }
      expect stop_replies passes
    }

    test "sixteen days after STOP" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-18T12:00-04:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        history []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T12:00-05:00  via stop_reply }]
      }
      expect stop_replies fails
    }

    test "a refusal spoken is no reply of STOP" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-18T12:00-04:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        opt_outs [{ channel any  purpose any  at 2026-03-02T12:00-05:00  via spoken }]
      }
      expect stop_replies passes
      expect US.revocation fails
    }

    test "before the amendment no fifteen days" {
      plan { channel sms  technology manual  purpose marketing  at 2023-05-24T12:00-04:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2023-03-02T12:00-05:00  via stop_reply }]
      }
      expect stop_replies not in force
    }

    test "on the amendment's first day there are fifteen" {
      plan { channel sms  technology manual  purpose marketing  at 2023-05-25T00:00-04:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        consents []
        history []
        opt_outs [{ channel sms  purpose any  at 2023-03-02T12:00-05:00  via stop_reply }]
      }
      expect stop_replies fails
    }

    // ---- Tests: frequency

    test "the third text on boots in 24 hours" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-02T15:00-05:00
      }
      contact {
        phone "+13055550142"
        recipient consumer
        history [
          { at 2026-03-02T10:00-05:00  channel sms  subject "boots" },
          { at 2026-03-02T11:00-05:00  channel voice  subject "boots" },
        ]
      }
      expect daily_cap passes
      expect text_hours not applicable
    }

    test "the fourth text on boots in 24 hours" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-02T15:00-05:00
      }
      contact {
        phone "+13055550142"
        recipient consumer
        history [
          { at 2026-03-02T10:00-05:00  channel sms  subject "boots" },
          { at 2026-03-02T11:00-05:00  channel voice  subject "boots" },
          { at 2026-03-02T12:00-05:00  channel sms  subject "boots" },
        ]
      }
      expect daily_cap fails
      expect text_hours unproven
    }

    test "another subject counts by itself" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-02T15:00-05:00
      }
      contact {
        phone "+13055550142"
        recipient consumer
        history [
          { at 2026-03-02T10:00-05:00  channel sms  subject "boots" },
          { at 2026-03-02T11:00-05:00  channel voice  subject "hats" },
          { at 2026-03-02T12:00-05:00  channel sms  subject "boots" },
        ]
      }
      expect daily_cap passes
    }

    test "24 hours later the first no longer counts" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-03T10:00-05:00
      }
      contact {
        phone "+13055550142"
        recipient consumer
        history [
          { at 2026-03-02T10:00-05:00  channel sms  subject "boots" },
          { at 2026-03-02T11:00-05:00  channel sms  subject "boots" },
          { at 2026-03-02T12:00-05:00  channel sms  subject "boots" },
        ]
      }
      expect daily_cap passes
      expect text_hours not applicable
    }

    test "a minute before it still does" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-03T09:59-05:00
      }
      contact {
        phone "+13055550142"
        recipient consumer
        history [
          { at 2026-03-02T10:00-05:00  channel sms  subject "boots" },
          { at 2026-03-02T11:00-05:00  channel sms  subject "boots" },
          { at 2026-03-02T12:00-05:00  channel sms  subject "boots" },
        ]
      }
      expect daily_cap fails
      expect text_hours unproven
    }

    test "without a history nothing is proved" {
      plan {
        channel sms  technology manual  purpose marketing  subject "boots"  at 2026-03-02T15:00-05:00
      }
      contact { phone "+13055550142"  recipient consumer }
      expect daily_cap unproven because contact.history
    }

    test "four calls planned for one day" {
      plan {
        purpose marketing
        subject "boots"
        steps [
          { id "call-1"  channel voice  technology manual  at 2026-03-02T10:00-05:00 },
          { id "call-2"  channel voice  technology manual  at 2026-03-02T12:00-05:00 },
          { id "call-3"  channel voice  technology manual  at 2026-03-02T14:00-05:00 },
          { id "call-4"  channel voice  technology manual  at 2026-03-02T16:00-05:00 },
        ]
      }
      contact { phone "+13055550142"  recipient consumer  history [] }
      expect daily_cap fails
    }

    // ---- Tests: list and licence

    test "a number on Florida's list" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { kind company }
      }
      contact {
        phone "+13055550142"
        recipient consumer
        requests []
        registers { US-FL.do_not_call { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect state_list fails
      expect state_list_texts not applicable
      expect blocked
    }

    test "listed, yet a customer once" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        registers { US-FL.do_not_call { checked_at 2026-02-20T00:00Z  status listed } }
        relationship { last_purchase_at 2015-01-01T00:00Z }
      }
      expect state_list exempt
    }

    test "an answer of the list is good for three months" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        registers { US-FL.do_not_call { checked_at 2025-12-02T12:00Z  status clear } }
      }
      expect state_list passes
    }

    test "and a day later for nothing" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+13055550142"
        recipient consumer
        registers { US-FL.do_not_call { checked_at 2025-12-01T12:00Z  status clear } }
      }
      expect state_list unproven
    }

    test "texts to listed numbers are for review, the source being memory" {
      plan {
        channel sms
        technology manual
        purpose marketing
        subject "boots"
        at 2026-03-02T12:00-05:00
        sender { kind company }
        scrubs [
          {
            register "US-FL.do_not_call"
            mode download
            at 2026-02-20T12:00Z
            version 2026-01-01
            removed false
          }
        ]
      }
      contact {
        phone "+13055550142"
        recipient consumer
        requests []
        history []
        opt_outs []
        registers { US-FL.do_not_call { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            customer false  last_purchase_at none  last_payment_at none  contract_until none
          }
      }
      expect state_list_texts fails
      expect state_list_scrub passes
      expect review
    }

    test "last quarter's list" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        scrubs [
          {
            register "US-FL.do_not_call"
            mode download
            at 2025-12-02T12:00Z
            version 2025-12-02
            removed true
          }
        ]
      }
      contact { phone "+13055550142"  recipient consumer }
      expect state_list_scrub passes
    }

    test "a list of the quarter before" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        scrubs [
          {
            register "US-FL.do_not_call"
            mode download
            at 2025-12-02T12:00Z
            version 2025-12-01
            removed true
          }
        ]
      }
      contact { phone "+13055550142"  recipient consumer }
      expect state_list_scrub fails
    }

    test "a seller with a licence" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender {
            registrations [
              { register "US-FL.seller_licence"  id "TC-1"  from 2025-07-01  until 2026-03-02 }
            ]
          }
      }
      contact { phone "+13055550142"  recipient consumer }
      expect licence passes
      expect salesperson_licence unproven
    }

    test "a licence that ended yesterday" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender {
            registrations [
              { register "US-FL.seller_licence"  id "TC-1"  from 2025-07-01  until 2026-03-01 }
            ]
          }
      }
      contact { phone "+13055550142"  recipient consumer }
      expect licence fails
    }

    test "nobody says whether the seller has a licence" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+13055550142"  recipient consumer }
      expect licence unproven because plan.sender.registrations
    }

    test "a text with everything in order is allowed" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        subject "boots"
        at 2026-03-02T15:00-05:00
        sender { name "Acme Shoes"  kind company }
        scrubs [
          {
            register "US-FL.do_not_call"
            mode download
            at 2026-02-20T12:00Z
            version 2026-01-01
            removed true
          }
        ]
      }
      contact {
        phone "+13055550142"
        recipient consumer
        consents [
          {
            channel sms
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+13055550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
          }
        ]
      }
      facts complete
      expect autodialed_consent passes
      expect calling_hours passes
      expect daily_cap passes
      expect stop_replies passes
      expect state_list_texts passes
      expect licence not applicable
      expect allowed
    }

    test "nothing known, nothing allowed" {
      plan { channel sms  purpose marketing  at 2026-03-02T15:00-05:00 }
      contact { phone "+13055550142" }
      expect autodialed_consent unproven
      expect state_list_texts unproven
      expect review
    }

    """#),
  ShippedPolicy(
    "US/Federal.fence", name: "US", parent: nil,
    coverage: .places(["US", "US-AL", "US-FL", "US-LA", "US-PA", "US-RI", "US-UT"], recipients: true, senders: false),
    ruleCount: 56, concernsEveryList: false, mentions: [],
    #"""
    /// What federal law, and below it the carriers and platforms, ask of calls and texts to people in the United States.
    ///
    /// It speaks of marketing first, and of recorded and autodialled contact of every kind. States add to it;
    /// a number in a state stands under both. What was read, and when, stands on each source.
    policy US "United States: TCPA, Telemarketing Sales Rule and carrier terms" {
      business days skip saturday, sunday, federal_holidays
    }

    // ---- Sources ----------------------------------------------------------------------------------------

    source tcpa "Telephone Consumer Protection Act" {
      cite "47 U.S.C."
      link "https://www.bclplaw.com/en-US/events-insights-news/new-notice-of-proposed-rulemaking-for-the-tcpa-what-could-change.html"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence high
    }

    /// The text linked is the edition of 2008; later amendments have sources of their own below.
    source fcc_rules "FCC rules on telephone solicitation" {
      cite "47 CFR"
      link "http://edocket.access.gpo.gov/cfr_2008/octqtr/47cfr64.1200.htm"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence high
    }

    source fcc_consent "What consent to marketing robocalls must say" {
      cite "47 CFR"
      link "http://www.copilevitz-canter.com/commentary/what-you-need-to-include-in-a-disclosure-to-obtain-legal-express-consent"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence high
    }

    source fcc_ai "FCC ruling that AI voices are artificial voices" {
      cite "FCC 24-17 (2024-02-08)"
      reviewed 2026-11-22 every 90 days
      evidence memory
      confidence high
    }

    source fcc_exempt_calls "FCC order that limits exempt prerecorded calls" {
      cite "88 FR 3677; 47 CFR"
      link "http://federal.elaws.us/citation/88-FR-3677"
      reviewed 2026-11-22 every 90 days
      evidence primary
      confidence high
    }

    source fcc_revocation "FCC rule on revoking consent" {
      cite "FR Doc. 2024-04587 (2024-03-05); 47 CFR"
      link "https://www.govinfo.gov/content/pkg/FR-2024-03-05/html/2024-04587.htm"
      reviewed 2026-11-22 every 90 days
      evidence primary
      confidence high
    }

    source fcc_revocation_waiver "FCC waiver that put part of the revocation rule off" {
      cite "47 CFR"
      link "https://jdsupra.com/legalnews/fcc-issues-one-year-limited-waiver-of-9458629"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source fcc_revoke_all "FCC postponement of revoke-all to 2027" {
      cite "47 CFR"
      link "https://www.consumerfinancialserviceslawmonitor.com/?p=30918"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source fcc_recorded "FCC rules on what recorded messages must carry" {
      cite "47 CFR"
      link "https://natlawreview.com/article/fcc-proposes-eliminating-and-streamlining-tcpa-and-dnc-rules"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source fcc_proposals "FCC proposals of October 2025" {
      cite "FCC notice of proposed rulemaking (2025-10-28)"
      link "https://www.creditandcollectionnews.com/fcc-proposes-amendments-to-tcpa-consent-revocation-rules-proposed-changes-to-dnc-rules-deleted-from-final-text"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source reassigned_database "Reassigned Numbers Database, questions and answers" {
      cite "47 CFR"
      link "https://www.reassigned.us/resources/faq/if-reporting-incremental-how-will-permanently-disconnected-number-be-removed-database"
      reviewed 2026-11-22 every 90 days
      evidence primary
      confidence high
    }

    source reassigned_harbour "Account of the reassigned-numbers safe harbour" {
      cite "47 CFR"
      link "https://faegredrinker.com/en/insights/publications/2018/12/fcc-centralized-reassigned-number-database"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence medium
    }

    source tsr "Telemarketing Sales Rule" {
      cite "16 CFR"
      link "https://cliclaw.com/faq/how-do-you-protect-consumers%E2%80%99-privacy-under-tsr"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence high
    }

    source tsr_scrub "Telemarketing Sales Rule: the age of registry versions" {
      cite "16 CFR"
      link "http://www.ftc.gov/opa/2004/12/dnc31day.htm"
      reviewed 2026-11-22 every 90 days
      evidence primary
      confidence high
    }

    source tsr_fees "Registry fees for fiscal year 2026" {
      cite "16 CFR"
      link "https://www.mychesco.com/a/news/national/ftc-announces-updated-fees-for-national-do-not-call-registry-access-in-fy-2026"
      reviewed 2026-11-22 every 6 months
      evidence secondary
      confidence high
    }

    source tsr_records "Telemarketing Sales Rule: amendment of 2024" {
      cite "89 FR 26783; 16 CFR"
      link "http://federal.elaws.us/citation/89-FR-26783"
      reviewed 2026-11-22 every 90 days
      evidence primary
      confidence high
    }

    source tsr_consent_records "Telemarketing Sales Rule: records of consent" {
      cite "16 CFR"
      link "https://magnifyi.com/telemarketing-sales-recordkeeping-rules-became-effective-october-15-2024"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence high
    }

    source tsr_abandonment "Telemarketing Sales Rule: abandoned calls" {
      cite "16 CFR"
      link "https://dnc.com/faq//there-call-abandonment-safe-harbor"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source tsr_penalty "Civil penalty for breaches of the Telemarketing Sales Rule" {
      cite "15 U.S.C."
      reviewed 2026-11-22 every 90 days
      evidence memory
      confidence medium
    }

    source limitation "Limitation of federal claims" {
      cite "28 U.S.C."
      reviewed 2026-11-22 every 12 months
      evidence memory
      confidence high
    }

    source duguid "What an autodialler is since Facebook v. Duguid" {
      cite "Facebook v. Duguid (U.S. 2021); 47 U.S.C."
      link "https://www.goodwinlaw.com/en/insights/publications/2023/02/02_28-mini-tcpa-laws-you-should-know"
      reviewed 2026-11-22 every 12 months
      evidence secondary
      confidence high
    }

    source imc "Annulment of one-to-one consent" {
      cite "IMC v. FCC (11th Cir. 2025-01-24)"
      link "https://adamsandreese.com/news-knowledge/fcc-one-to-one-consent-rule-struck-down"
      reviewed 2026-11-22 every 12 months
      evidence secondary
      confidence high
    }

    source mclaughlin "Courts need not follow the FCC" {
      cite "McLaughlin v. McKesson (U.S. 2025-06-20)"
      link "https://www.mondaq.com/unitedstates/advertising-marketing-branding/1755030/no-written-consent-needed-for-robocalls-says-5th-circuit"
      reviewed 2026-11-22 every 12 months
      evidence secondary
      confidence high
    }

    source bradford "Spoken consent is enough in the Fifth Circuit" {
      cite "Bradford v. Sovereign Pest, No. 24-20379 (5th Cir. 2026-02-25)"
      link "https://natlawreview.com/article/fifth-circuit-says-you-cant-write-written-tcpa"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source howard "Texts are calls in the Ninth Circuit" {
      cite "Howard (9th Cir. 2026-01-13)"
      link "https://www.troutman.com/insights/ninth-circuit-holds-that-texts-are-calls-under-the-tcpa-but-embedded-videos-are-not-recorded-messages"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source steidinger "Whether texts are calls in do-not-call suits, before the Seventh Circuit" {
      cite "Steidinger v. Blackstone Medical Services (7th Cir., argued 2026-05-21)"
      link "https://www.troutman.com/insights/reading-the-tea-leaves-text-messages-may-not-be-tcpa-calls-in-the-seventh-circuit/"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source quiet_hours_petition "Petition on quiet hours for consented texts" {
      cite "Petition of 2025-03-03 to the FCC; 47 CFR"
      link "https://kleinmoynihan.com/petition-to-fcc-seeks-tcpa-ruling-and-clarification"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    source carriers "Carrier terms for texts from ten-digit numbers" {
      cite "CTIA messaging principles and 10DLC terms"
      link "https://callharbor.happyfox.com/kb/article/195-10dlc-requirements"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence high
    }

    source carriers_tightened "A vendor's account of tighter carrier terms" {
      cite "CTIA messaging principles (October 2025)"
      link "https://messageiq.io/blogs/ctia-messaging-principles-and-best-practices/"
      reviewed 2026-11-22 every 90 days
      evidence secondary
      confidence low
    }

    source meta "WhatsApp's terms for marketing messages" {
      cite "Meta, marketing message limits (2025-04-01)"
      link "https://support.twilio.com/hc/en-us/articles/34591224178331-Marketing-Message-Limits-on-WhatsApp"
      reviewed 2026-11-22 every 30 days
      evidence secondary
      confidence high
    }

    // ---- Registers and calendar -------------------------------------------------------------------------

    register national_dnc "National Do Not Call Registry" {
      by "Federal Trade Commission"
      link "http://www.ftc.gov/opa/2004/12/dnc31day.htm"
      of numbers
      channels voice, sms, mms
      every 31 days
      measured from list
    }

    /// The rule names no age; carriers report monthly, so an older answer has missed a report.
    register reassigned_numbers "Reassigned Numbers Database" {
      by "Federal Communications Commission"
      link "https://www.reassigned.us"
      of numbers
      every 1 month
      measured from result
    }

    register san "Subscription to the National Do Not Call Registry (SAN)" {
      by "Federal Trade Commission"
      of senders
    }

    register campaign_registry "The Campaign Registry: brands and 10DLC campaigns" {
      by "The Campaign Registry"
      of senders
      channels sms, mms
    }

    calendar federal_holidays "Federal holidays" {
      day new_year "New Year's Day" on 1 january moved to nearest weekday
      day martin_luther_king "Birthday of Martin Luther King, Jr." on third monday of january
      day presidents "Washington's Birthday" on third monday of february
      day memorial "Memorial Day" on last monday of may
      day juneteenth "Juneteenth" on 19 june moved to nearest weekday from 2021
      day independence "Independence Day" on 4 july moved to nearest weekday
      day labor "Labor Day" on first monday of september
      day columbus "Columbus Day" on second monday of october
      day veterans "Veterans Day" on 11 november moved to nearest weekday
      day thanksgiving "Thanksgiving Day" on fourth thursday of november
      day christmas "Christmas Day" on 25 december moved to nearest weekday
    }

    // ---- Notions ----------------------------------------------------------------------------------------

    constant ebr_purchase "How long a purchase or payment keeps a relationship alive" = 18 months
    constant ebr_inquiry "How long an inquiry keeps a relationship alive" = 3 months

    /// RCS is taken for a text, on the safe side; whether the do-not-call rules know it is a gap below.
    define texting "Sent as a text" = channel is one of sms, mms, rcs

    define selling "Wants the person to buy" = purpose is marketing

    /// US-E1: somebody paid to raise funds keeps the hours, says who calls, and honours refusals.
    define telemarketing "Sells, or raises funds for pay" =
      selling or (purpose is charitable and sender.paid_fundraiser)

    /// US-C11: calls to businesses are outside the do-not-call rules. A sole trader's line is often the one at home.
    define to_household "Called in private life, as far as can be known" =
      recipient is one of consumer, sole_trader

    /// An AI that speaks is an artificial voice; a message left in a voicemail box is a recorded one.
    define robocall "A recorded or artificial voice" =
      channel is voice
      and technology includes any of prerecorded, artificial_voice, ai_agent, voicemail_drop

    /// Since 2021 the statute's autodialler is only what makes up numbers; dialling from a list is not enough.
    define random_dialed "Dialled or texted by a random or sequential number generator" =
      (channel is voice or texting) and technology includes random_or_sequential

    define needs_consent "Of the kinds that need consent whatever they say" = robocall or random_dialed

    /// Eighteen months from the last deal or payment, three from the last inquiry; a refusal ends it.
    define established_relationship "An established business relationship" =
      (relationship.last_purchase_at within ebr_purchase before attempt
        or relationship.last_payment_at within ebr_purchase before attempt
        or relationship.last_inquiry_at within ebr_inquiry before attempt)
      and not opted out of any channel

    /// Recorded, and no offer to anybody: news, surveys, causes, dealings that run.
    define recorded_notice "A recorded message that sells nothing" =
      robocall and not selling and purpose is not emergency

    define confirmation_text "The one text that confirms an opt-out, within five minutes" =
      texting
      and step.role is opt_out_confirmation
      and attempt within 5 minutes after latest at of opt_outs
      and no p in prior where p.channel is one of sms, mms, rcs and p.at after latest at of opt_outs

    // ---- Consent to recorded and autodialled contact (US-C1 to US-C5) -----------------------------------

    /// US-C1, US-C3: mobile lines of anybody, and home lines. No business relationship stands in for it.
    rule prerecorded_consent "Signed consent before a recorded or AI-voice sales call" {
      under fcc_consent "64.1200(a)(2), (a)(3), (f)(9)"
      under tsr "310.4(b)(1)(v)"
      under fcc_ai
      from 2013-10-16
      applies when selling and robocall and (line is mobile or to_household)
      // The axes are the contents of the agreement (US-P1): seller, number, automation; and no condition of purchase.
      consent written for this channel, purpose, technology, sender, number
        where not condition_of_purchase
      // US-C2: only there, only to mobiles, and only where every known place lies in the circuit.
      except when line is mobile
        and place is one of US-TX, US-LA, US-MS
        and consent express for this channel, purpose, sender
        under bradford from 2026-02-25
      fix "Obtain a signed agreement that names the seller and the number and allows recorded calls, or have a person call."
    }

    /// US-C4: a dialler that works through a list is not meant; see `random_dialed`.
    rule autodialed_sales_consent "Signed consent before random-dialled sales calls or texts to a mobile" {
      under fcc_consent "64.1200(a)(2)"
      under duguid "227(a)(1)"
      applies when selling and random_dialed and line is mobile
      consent written for this channel, purpose, technology, sender, number
        where not condition_of_purchase
      fix "Obtain a signed agreement that names the seller and the number and allows autodialled contact."
    }

    /// US-C5, and matrix 1.8: causes, surveys and firms' own customers need it too.
    rule autodialed_notice_consent "Consent before random-dialled or recorded messages to a mobile that sell nothing" {
      under fcc_rules "64.1200(a)(1)"
      applies when not selling and purpose is not emergency and needs_consent and line is mobile
      consent express for this channel, purpose, sender
      except when free_notice under fcc_exempt_calls "64.1200(a)(9)" memory medium
      fix "Obtain consent; a number that the person gave for this purpose usually shows it."
    }

    /// US-C10: the numbers are remembered, so an attempt that only they save is for review.
    define free_notice "An exempt notice, free to the recipient, within its caps" =
      step.free_to_recipient
      and ((sender.kind is bank
          and (cap 3 by voice, sms, mms, rcs in any 3 days where sender is this sender))
        or (sender.sector is "health"
          and (cap 1 by voice, sms, mms, rcs per day where sender is this sender)
          and (cap 3 by voice, sms, mms, rcs per week where sender is this sender)))

    note silence on autodialed_notice_consent
      "Free notices of parcels are exempt within caps too; the caps were not found, so the exception is not written"
      under fcc_exempt_calls "64.1200(a)(9)" memory medium  // US-C10
    note scope on autodialed_notice_consent, autodialed_sales_consent, prerecorded_consent
      "Firms are not left out: recorded and random-dialled contact with a firm's mobile needs consent as well"
      under fcc_rules "64.1200(a)(1)-(2)" memory high  // US-C11
    note scope on prerecorded_consent, autodialed_sales_consent
      "An established business relationship, a cause or a survey never stands in for consent here"
      under fcc_rules "64.1200(a)(1)-(3), (f)(5)" memory high  // matrices 1.4, 1.8
    note history on prerecorded_consent
      "A voice made or cloned by AI counts as artificial at the latest since the ruling of 2024-02-08"
      under fcc_ai  // US-C1
    note effect on prerecorded_consent, autodialed_sales_consent
      "Courts need not follow the FCC's reading of the statute, so what binds can differ by circuit; exceptions of one circuit hold only where every known place of the recipient lies in it"
      under mclaughlin  // US-E2
    note history on prerecorded_consent, autodialed_sales_consent
      "The rules that consent names one seller only, and a related topic, were annulled before they bound anybody; one form may name several sellers"
      under imc  // US-P2, D2
    note silence on prerecorded_consent, autodialed_sales_consent, dnc
      "No law lets consent lapse with time: it ends by withdrawal, or when the number passes to somebody else"
      under fcc_rules "64.1200(f)(9)" memory high  // US-P3
    note effect on autodialed_notice_consent, autodialed_sales_consent, prerecorded_consent
      "A voice call within 15 days of a line's move to mobile is excused if the caller did not know and the number stands on no do-not-call list. No exception is written: who has the day of the move on file knows"
      under fcc_rules "64.1200(a)(1)(iv)" primary high  // US-P5

    // ---- What consent says, and its record (US-P1, US-P4, US-P6) ----------------------------------------

    /// US-P1: what the agreement itself must say, seen from the wording on file.
    rule consent_wording "The words agreed to name the seller, show the number and allow automation" {
      under fcc_consent "64.1200(f)(9)"
      from 2013-10-16
      severity warn
      applies when selling and needs_consent
      consent written for this channel, purpose, technology, sender, number
        where wording.names_sender
        and wording.states_number
        and wording.authorises_automation
        and not wording.condition_of_contract
      fix "Keep the wording in the programme and give each consent its id; ask again where it falls short."
    }

    /// US-P6: the person's name is no fact here; the rest is.
    rule consent_record "The record of consent holds number, request, consent, date and purpose" {
      under tsr_consent_records "310.5(a)(8)"
      from 2024-05-16
      severity warn
      applies when selling and robocall
      consent written for this channel, purpose, sender
        where number is given
        and granted_at is given
        and purpose is given
        and evidence is given
        and wording.text is given
      fix "Keep the request as it was shown, the consent as it was given, the number, the day and the purpose."
    }

    note scope on consent_record
      "The record must also hold the person's name, which is not among the facts"
      under tsr_consent_records "310.5(a)(8)"  // US-P6

    /// US-P4, matrix 1.2: federally of one's own will, though a state may order it.
    rule reassigned_check "Ask the Reassigned Numbers Database before relying on consent" {
      under reassigned_database "64.1200(m)"
      severity advise
      applies when needs_consent
      scrub reassigned_numbers every 1 month
      fix "Ask the database with the day of each consent, at least monthly."
    }

    rule reassigned_number "Do not rely on the consent of a number's earlier holder" {
      under reassigned_database "64.1200(m)"
      severity advise
      applies when needs_consent
      forbid listed on reassigned_numbers
      fix "Drop the number: somebody else holds it now."
    }

    note effect on reassigned_check, reassigned_number
      "Who asked with the right day of consent, was told no, and was told wrong, is not liable"
      under reassigned_harbour "64.1200(m)"  // US-P4

    // ---- Do not call (US-C6 to US-C8, US-E1) ------------------------------------------------------------

    /// US-C7, US-C8. Where it passes and no other rule speaks, live calls need no consent (US-C6).
    rule dnc "Do not solicit numbers on the National Do Not Call Registry" {
      under fcc_rules "64.1200(c)(2), (e)" memory high
      under tsr "310.4(b)(1)(iii)(B)" memory high
      applies when selling and to_household and channel is one of voice, sms, mms
      forbid listed on national_dnc
      except when consent written for this sender, number
        under fcc_rules "64.1200(c)(2)(ii)" memory high
      except when established_relationship
        under fcc_rules "64.1200(f)(5)" memory high under tsr "310.2(q)" memory high
      except when relationship.personal under fcc_rules "64.1200(c)(2)(iii)" memory high
      fix "Remove the number, or show a signed invitation, a purchase within 18 months or an inquiry within 3."
    }

    /// Matrix 1.2. Judged from the plan and who is called: what excuses one contact excuses no list.
    rule dnc_scrub "Use a version of the National Do Not Call Registry at most 31 days old" {
      under tsr_scrub "310.4(b)(3)(iv)"
      applies when selling and to_household and channel is one of voice, sms, mms
      scrub national_dnc every 31 days
      fix "Download the registry again and remove the numbers on it, no more than 31 days before the attempt."
    }

    /// Matrix 1.2: the seller's own; a call centre's does not do.
    rule dnc_subscription "Hold the seller's own subscription to the registry" {
      under tsr_fees "310.8"
      applies when selling and to_household and channel is one of voice, sms, mms
      sender registered with san
      fix "Subscribe with the FTC for the area codes called, and name the subscription in `sender.registrations`."
    }

    note scope on dnc_subscription
      "The first five area codes are free; from 2025-10-01 each further one costs 82 USD a year, at most 22,626 USD. Which area codes a subscription holds is not among the facts"
      under tsr_fees "310.8"  // matrix 1.2
    note scope on dnc, dnc_scrub, dnc_subscription
      "Outside the registry: what tax-exempt organisations and parties call for themselves, whatever they offer; surveys, debt collection, calls to firms. A plan says so by its purpose (`charitable`, `political`, `research`, `debt_collection`) or its recipients; who is paid to call for them keeps hours, identity and the refusals"
      under tsr_fees "310.6"  // US-E1, US-C11, matrix 1.8
    note scope on dnc, dnc_scrub
      "Surveys, debt collection and calls to firms are outside by memory of the texts; causes and parties by a page on the registry"
      under tsr "310.6" memory high  // US-E1
    note scope on dnc
      "Calls by a person to numbers that are not listed need no consent: hours, identity and the company's own list remain"
      under fcc_rules "64.1200(c), (d)" memory high  // US-C6

    /// US-C8, D1: shown where it matters, on listed numbers.
    gap text_suits "Courts differ on whether a text is a call in do-not-call suits; the rule is applied to texts" {
      under howard
      under steidinger
      under tcpa "227(c)(5)"
      applies when selling and to_household and channel is one of sms, mms and listed on national_dnc
    }

    /// Neither page nor text says whether the registry knows RCS; texts it does.
    gap rcs_do_not_call "Whether the do-not-call rules reach RCS messages is not known" {
      under fcc_rules "64.1200(e)" memory medium
      severity block
      applies when selling and to_household and channel is rcs
    }

    gap consent_requests "Whether asking for consent to marketing is itself a solicitation is not settled here" {
      under fcc_rules "64.1200(f)" memory medium
      severity block
      applies when purpose is consent_request and to_household and (channel is voice or texting)
    }

    gap faxes "Advertising by fax has federal rules of its own, which this policy does not hold" {
      under tcpa "227(b)(1)(C)" memory high
      severity block
      applies when channel is fax
    }

    /// US-C11: content that no fact shows.
    gap business_misrepresentation "False and misleading claims are forbidden in calls to firms too; somebody has to read the script" {
      under tsr_records "310.3, 310.6(b)(7)"
      from 2024-05-16
      severity advise
      applies when selling and channel is voice and recipient is business
    }

    // ---- Exempt recorded calls to homes (US-C9, matrix 1.7) ---------------------------------------------

    /// Every such call of this caller to the line counts; above the cap, consent in any form lifts it.
    rule recorded_notice_cap "At most three exempt recorded calls to a home line in 30 days" {
      under fcc_exempt_calls "64.1200(a)(3)(ii)-(iv)" memory high
      from 2023-07-20
      applies when recorded_notice
        and to_household
        and line is not mobile
        and sender.sector is not "health"
      cap 3 by voice in any 30 days
        where technology includes any of prerecorded, artificial_voice, ai_agent, voicemail_drop
        and purpose is not marketing
        and sender is this sender
      except when consent express for this channel, sender
      fix "Wait, have a person call, or obtain consent to recorded calls."
    }

    rule recorded_health_cap "At most one recorded health call a day and three a week to a home line" {
      under fcc_exempt_calls "64.1200(a)(3)(v)" memory high
      from 2023-07-20
      applies when recorded_notice and to_household and line is not mobile and sender.sector is "health"
      cap 1 by voice per day
        where technology includes any of prerecorded, artificial_voice, ai_agent, voicemail_drop
        and sender is this sender
      cap 3 by voice per week
        where technology includes any of prerecorded, artificial_voice, ai_agent, voicemail_drop
        and sender is this sender
      except when consent express for this channel, sender
      fix "Wait for the next day or week, have a person call, or obtain consent to recorded calls."
    }

    rule recorded_notice_opt_out "Exempt recorded calls to homes offer an automated opt-out" {
      under fcc_exempt_calls "64.1200(a)(3)(ii)-(v), (b)(3)" memory high
      from 2023-07-20
      applies when recorded_notice and to_household
      message says automated_opt_out
      fix "Let the person press a key, or speak, to be left alone, and act on it during the call."
    }

    // ---- Refusals (US-R1 to US-R5, US-R7, matrix 1.3) ---------------------------------------------------

    /// US-R5: consent withdrawn, and the company's own do-not-call list. The FTC's list has no end.
    rule revocation "Stop within ten business days of an opt-out" {
      under fcc_revocation "64.1200(a)(10), (d)(3)"
      under tsr "310.4(b)(1)(iii)(A)" memory high
      from 2025-04-11
      applies when (telemarketing and to_household and (channel is voice or texting)) or needs_consent
      honour opt-outs within 10 business days
      except when confirmation_text under fcc_revocation "64.1200(a)(12)"
      fix "Leave the person alone; put the number on the company's own list and every system that dials."
    }

    rule revocation "Stop within thirty days of a refusal" {
      under fcc_revocation "64.1200(d)(3), as it was"
      until 2025-04-10
      applies when telemarketing and to_household and (channel is voice or texting)
      honour opt-outs within 30 days
      except when confirmation_text under fcc_revocation "64.1200(a)(12)" from 2024-04-04
      fix "Leave the person alone; put the number on the company's own list."
    }

    note scope on revocation
      "The FCC has the company keep a refusal for five years, the FTC for ever; the longer is judged"
      under fcc_rules "64.1200(d)(6)" memory high
      under tsr "310.4(b)(1)(iii)(A)" memory high  // matrix 1.3
    note effect on revocation
      "One text may confirm the opt-out: no marketing, within five minutes, and it may ask how far the refusal goes; silence means everything"
      under fcc_revocation "64.1200(a)(12)"
      from 2024-04-04  // US-R4
    note future on revocation
      "A draft would have ended the company's own do-not-call list; the text published on 2025-10-29 dropped that"
      under fcc_proposals  // D4

    /// Matrix 1.3: remembered and unsure, so a failure is for review.
    rule parcel_opt_out "Exempt texts about parcels stop within six business days" {
      under fcc_exempt_calls "64.1200(a)(9)(i)(F)" memory low
      applies when texting and not selling and step.free_to_recipient and sender.sector is "delivery"
      honour opt-outs within 6 business days
      except when confirmation_text under fcc_revocation "64.1200(a)(12)" from 2024-04-04
      fix "Stop the notices about parcels too."
    }

    /// US-R3: put off twice; written today so that it bites on the day.
    rule revoke_all "A refusal of one topic ends every robocall and text" {
      under fcc_revoke_all "64.1200(a)(10)"
      from 2027-01-31
      applies when (needs_consent or texting) and purpose is not emergency
      honour opt-outs of any channel and purpose within 10 business days
      except when confirmation_text under fcc_revocation "64.1200(a)(12)"
      fix "Leave the person alone on every channel, or ask how far the refusal goes in the confirming text."
    }

    note history on revoke_all
      "Due on 2025-04-11, then 2026-04-11, now 2027-01-31; the FCC says that it may change it"
      under fcc_revoke_all
      under fcc_proposals  // US-R3, section 8

    /// US-R1. The programme's own evidence; it decides on no single attempt.
    rule stop_words "All seven words end texts" {
      under fcc_revocation_waiver "64.1200(a)(10)"
      from 2025-04-11
      severity warn
      applies when texting
      require programme.opt_out.keywords includes all of "stop", "quit", "end", "revoke", "opt out",
        "cancel", "unsubscribe"
      fix "Let each of the seven words, as a reply, opt out."
    }

    /// US-R2.
    rule call_opt_out "A key or a word ends robocalls during the call" {
      under fcc_revocation_waiver "64.1200(a)(10)"
      from 2025-04-11
      severity warn
      applies when robocall
      require programme.opt_out.methods includes any of "key_press", "spoken"
      fix "Take opt-outs by key or voice on the call, and wherever a website or number is named for them."
    }

    /// US-R2: an open norm.
    gap other_refusals "A refusal in any other reasonable way binds too; which ways are reasonable, a person must judge" {
      under fcc_revocation_waiver "64.1200(a)(10)"
      from 2025-04-11
      severity advise
      applies when needs_consent
    }

    /// US-R7. A call without it is a breach; it is the programme's evidence and decides on no single attempt.
    rule dnc_policy "A written do-not-call policy, given on demand, and trained staff" {
      under fcc_rules "64.1200(d)(1)-(2)" memory high
      severity warn
      applies when telemarketing and to_household and (channel is voice or texting)
      require programme.dnc_policy.at is given and programme.dnc_policy.on_demand
      require any t in programme.training where t.topics includes "internal_dnc"
      fix "Write the policy down, hand it out on demand, and train who calls in the company's own list."
    }

    /// US-R6.
    rule recorded_opt_out "Recorded sales calls offer an automated opt-out that acts during the call" {
      under fcc_recorded "64.1200(b)(3)"
      applies when selling and robocall
      message says automated_opt_out
      fix "Let the person press a key, or speak, to be left alone, and end the call on it."
    }

    /// US-R6: any recorded call may end on an answering machine.
    rule recorded_toll_free "A recording left behind names a toll-free number for opting out" {
      under fcc_recorded "64.1200(b)(3)" memory high
      applies when selling and robocall
      message says toll_free_opt_out
      fix "Name a toll-free number at which an automated opt-out answers."
    }

    // ---- Hours and frequency (US-H1 to US-H3) -----------------------------------------------------------

    /// The day ends at nine where the person called is, on all seven days.
    rule calling_hours "Solicit between 8 a.m. and 9 p.m. where the recipient is" {
      under fcc_rules "64.1200(c)(1)"
      under tsr "310.4(c)"
      applies when telemarketing and to_household and (channel is voice or texting)
      hours 08:00 to 21:00
      fix "Move the attempt into 08:00-21:00 where the recipient is."
    }

    /// US-H2: shown where it would matter, outside the hours.
    gap consented_quiet_hours "Whether texts that the person agreed to must keep the hours is undecided; the hours are applied" {
      under quiet_hours_petition "64.1200(c)(1)"
      applies when telemarketing
        and to_household
        and texting
        and consent express for this channel, purpose
        and not hours 08:00 to 21:00
    }

    note history on calling_hours
      "The petition was open to comment until 2025-04-25; no ruling was found"
      under quiet_hours_petition  // US-H2
    note silence on calling_hours
      "No federal cap on sales calls was found beside that on exempt recorded ones; calling again and again in order to annoy is forbidden, and no fact shows an intent"
      under tsr "310.4(b)(1)(i)"  // US-H3, matrix 1.7

    // ---- Who calls (US-I1 to US-I3, matrix 1.9) ---------------------------------------------------------

    /// US-I1.
    rule live_identity "A caller gives their name, the seller's, and a number or address" {
      under fcc_rules "64.1200(d)(4)" memory high
      applies when telemarketing and to_household and channel is voice and not robocall
      message says identity, contact_details
      fix "Write into the script who calls, for whom, and how to reach the seller, and declare it in `script.says`."
    }

    /// US-I1: what the FTC's rule adds.
    rule live_disclosures "A caller promptly says that they sell, and what" {
      under tsr "310.4(d)" memory high
      applies when telemarketing and to_household and channel is voice and not robocall
      message says purpose, goods
      fix "Open the script with the purpose of the call and the kind of goods, and declare it in `script.says`."
    }

    /// US-I2: the name has to stand in the first sentence of the script, word for word as in `sender.name`.
    rule recorded_identity "A recording begins with the name of who is responsible" {
      under fcc_recorded "64.1200(b)(1)" secondary medium
      applies when robocall
      message says identity first
      fix "Put the name of the business at the beginning of the recording."
    }

    /// US-I2.
    rule recorded_callback "A recording gives a number to call, and it costs nothing extra" {
      under fcc_recorded "64.1200(b)(2)" secondary medium
      applies when robocall
      message says callback_number
      forbid sender.caller_id.number starts with "+1900"
      fix "Name a number of the business in the recording that is no 900 number."
    }

    /// US-I3.
    rule caller_id "Show a number that can be called and takes refusals" {
      under fcc_rules "64.1601(e)" memory high
      under tsr "310.4(a)(8)" memory high
      applies when telemarketing and channel is voice
      require sender.caller_id.shown
      require sender.caller_id.callable
      require sender.caller_id.takes_opt_outs
      fix "Show a number of the seller or caller at which people can ask to be left alone."
    }

    note scope on caller_id
      "The name is shown too where the carrier can carry it"
      under fcc_rules "64.1601(e)" memory high  // US-I3

    // ---- Abandoned calls (US-A1, matrix 1.5) ------------------------------------------------------------

    constant abandonment_limit "The most live answers that may be left without an agent" = 3%

    /// A month of thirty days, first and last included.
    rule abandonment "At most three in a hundred live answers are abandoned over 30 days" {
      under tsr_abandonment "310.4(b)(4)"
      under fcc_rules "64.1200(a)(7)"
      applies when telemarketing and channel is voice and technology includes predictive
      require metrics.abandonment_rate.value at most abandonment_limit
      require metrics.abandonment_rate.to within 29 days after metrics.abandonment_rate.from
      require metrics.abandonment_rate.to within 30 days before attempt
      fix "Slow the dialler down until the rate of the last 30 days is at most 3%."
    }

    rule abandonment_connect "An agent within two seconds of the greeting" {
      under tsr_abandonment "310.4(b)(4)"
      under fcc_rules "64.1200(a)(7)"
      applies when telemarketing and channel is voice and technology includes predictive
      require step.dialler.connect_within at most 2 seconds
      fix "Set the dialler to connect an agent within two seconds."
    }

    rule abandonment_ring "Let it ring for fifteen seconds" {
      under tsr_abandonment "310.4(b)(4)"
      under fcc_rules "64.1200(a)(6)"
      applies when telemarketing and channel is voice and technology includes predictive
      require step.dialler.ring_for at least 15 seconds
      fix "Set the dialler to let a call ring for fifteen seconds."
    }

    note scope on abandonment_ring
      "Four rings do as well; the facts count seconds"
      under tsr_abandonment "310.4(b)(4)"  // US-A1
    note future on abandonment, abandonment_connect, abandonment_ring
      "The FCC proposed on 2025-10-28 to repeal its copy of these rules; the FTC's stays"
      under fcc_proposals  // US-A1, section 8

    // ---- Records (matrix 1.6). The programme's own evidence; it decides on no single attempt. -----------

    rule consent_retention "Keep consent records for five years" {
      under tsr_records "310.5"
      from 2024-05-16
      severity warn
      applies when telemarketing
      keep consent_evidence for 5 years after last_use
      fix "Set `keep_for` of `consent_evidence` to five years or more in the retention schedule."
    }

    rule recording_retention "Keep each recorded message for five years" {
      under tsr_records "310.5"
      from 2024-05-16
      severity warn
      applies when telemarketing and robocall
      keep recordings for 5 years after call
      fix "Set `keep_for` of `recordings` to five years or more in the retention schedule."
    }

    rule refusal_retention "Keep do-not-call requests for five years" {
      under tsr_records "310.5"
      from 2024-05-16
      severity warn
      applies when telemarketing
      keep suppression for 5 years after opt_out
      fix "Set `keep_for` of `suppression` to five years or more, or to none: without end."
    }

    rule scrub_retention "Keep the evidence of registry versions used for five years" {
      under tsr_records "310.5"
      from 2024-05-16
      severity warn
      applies when telemarketing
      keep scrub_records for 5 years after scrub
      fix "Set `keep_for` of `scrub_records` to five years or more in the retention schedule."
    }

    rule call_retention "Keep call-detail records for five years" {
      under tsr_records "310.5"
      from 2024-10-15
      severity warn
      applies when telemarketing and channel is voice
      keep dialler_records for 5 years after call
      fix "Set `keep_for` of `dialler_records` to five years or more in the retention schedule."
    }

    /// Claims can be brought for four years.
    rule consent_proof "Keep proof of consent for four years after the last contact" {
      under limitation "1658"
      severity advise
      applies when needs_consent
      keep consent_evidence for 4 years after last_use
      fix "Set `keep_for` of `consent_evidence` to four years or more after its last use."
    }

    note scope on consent_retention
      "Scripts, customer and prize records are kept for five years too; the retention schedule of the facts has no row for them"
      under tsr_records "310.5"
      from 2024-05-16  // matrix 1.6
    note history on consent_retention, recording_retention, refusal_retention, scrub_retention,
        call_retention
      "Two years until the amendment of 2024"
      under tsr_records "310.5"

    // ---- Carriers (US-K1 to US-K4). No law, yet texts that break it are not delivered. ------------------

    define carried_text "A text over the carriers' ten-digit routes" = channel is one of sms, mms

    /// US-K1.
    rule campaign_registered "Register the brand and the campaign before texting" {
      under carriers
      severity warn
      applies when carried_text and sender.caller_id.type is not toll_free
      sender registered with campaign_registry
      fix "Register with The Campaign Registry; unregistered traffic is blocked or costs more."
    }

    /// US-K2.
    rule text_opt_in "An opt-in before the first text" {
      under carriers
      severity warn
      applies when carried_text and purpose is not emergency
      consent express for this channel
      except when step.role is opt_out_confirmation
      fix "Ask for an opt-in to texts, and keep it."
    }

    /// US-K2: carriers ask for it in the first text and let STOP work always; each marketing text is the safe place.
    rule text_opt_out "Marketing texts say how to stop them" {
      under carriers
      severity warn
      applies when carried_text and selling
      message says opt_out
      fix "Add words such as `Reply STOP to opt out.`"
    }

    /// US-K2: the sender's brand is a matter of declaration: no list of words holds its name.
    rule first_text "The first text names the brand, how often texts come, and where help is" {
      under carriers
      severity warn
      applies when carried_text and step.role is first
      message says identity, frequency, help
      fix "Name the brand, the frequency and the reply for help, and declare `identity` in `message.says`."
    }

    /// US-K2.
    rule stop_is_final "After STOP, one confirmation and nothing more" {
      under carriers
      severity warn
      applies when carried_text
      forbid opted out
      except when confirmation_text
      fix "Send nothing after the confirmation."
    }

    /// US-K2: whether a reply of HELP is answered, no fact shows.
    gap help_reply "A reply of HELP must be answered; try it" {
      under carriers
      severity advise
      applies when carried_text
    }

    /// US-K3.
    rule no_shared_lists "No rented, sold or shared opt-ins" {
      under carriers
      severity warn
      applies when carried_text
      forbid origin.kind is one of purchased, partner
      fix "Text only people who opted in to this sender."
    }

    /// US-K3.
    rule no_affiliate_offers "No marketing for somebody else's goods" {
      under carriers
      severity warn
      applies when carried_text and selling
      require offer.own_goods
      fix "Text about your own goods only, and say so in `offer.own_goods`."
    }

    /// US-K3: sex, hate, alcohol, firearms, tobacco; loans; cannabis. Some passes with an age gate or leave.
    rule restricted_goods "Restricted goods need the carriers' leave" {
      under carriers
      severity warn
      applies when carried_text and selling
      forbid offer.sector is one of "adult", "hate", "alcohol", "firearms", "tobacco", "cannabis",
        "lending"
      fix "Ask the carriers before texting about such goods."
    }

    /// US-K3.
    rule privacy_policy "The privacy policy says that numbers and consent are not shared for others' marketing" {
      under carriers
      severity warn
      applies when carried_text
      require programme.privacy_notice.covers includes "sharing"
      forbid programme.sharing.sells
      fix "Say in the privacy notice that numbers and consent are not shared for others' marketing, and list `sharing` under what it covers."
    }

    note history on text_opt_out, first_text
      "A vendor says that carriers tightened terms on links, sender names and opt-in words in October 2025; the same page is wrong on one-to-one consent, so nothing is built on it"
      under carriers_tightened  // US-K4, D2

    // ---- WhatsApp (US-C12) ------------------------------------------------------------------------------

    rule whatsapp_opt_in "An opt-in before marketing on WhatsApp" {
      under meta
      severity warn
      applies when channel is whatsapp and selling
      consent express for this channel
      fix "Ask for an opt-in to messages on WhatsApp, and keep it."
    }

    /// A pause that may end any day; the source is reviewed each month.
    rule whatsapp_marketing "WhatsApp delivers no marketing to United States numbers" {
      under meta
      from 2025-04-01
      severity warn
      applies when channel is whatsapp and selling
      forbid number.country is US
      fix "Use another channel: such messages are not delivered."
    }

    // ---- Penalties --------------------------------------------------------------------------------------

    note penalty on prerecorded_consent, autodialed_sales_consent, autodialed_notice_consent,
        recorded_notice_cap
      "500 USD a call or text, up to 1,500 if wilful"
      under tcpa "227(b)(3)"  // US-X1
    note penalty on dnc, revocation, calling_hours
      "Up to 500 USD a call or text, up to 1,500 if wilful"
      under tcpa "227(c)(5)"  // US-X1
    note enforcement on dnc, revocation, calling_hours
      "A person can sue after more than one call within twelve months"
      under tcpa "227(c)(5)" memory high  // US-X1
    note penalty on dnc, dnc_scrub, abandonment, consent_retention
      "53,088 USD a breach in 2025; the figure for 2026 was not confirmed"
      under tsr_penalty "45(m)"  // US-X2

    // ---- Tests: consent to recorded and autodialled contact (US-C1 to US-C5, US-C10) ---------------------

    test "a recorded sales call to a mobile without consent" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect prerecorded_consent fails
      expect blocked
    }

    test "a recorded sales call to a home without consent: a purchase does not help" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        relationship { customer true  last_purchase_at 2026-02-01T00:00Z }
      }
      expect prerecorded_consent fails
    }

    test "to the fixed line of a firm it is free" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  line { type fixed }  recipient business  consents [] }
      expect prerecorded_consent not applicable
    }

    test "to the mobile of a firm it is not" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact { phone "+12125550142"  line { type mobile }  recipient business  consents [] }
      expect prerecorded_consent fails
      expect dnc not applicable
    }

    test "the digits do not tell a firm's mobile from its landline" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact { phone "+12125550142"  recipient business  consents [] }
      expect prerecorded_consent unproven
    }

    test "a voice made by AI is artificial" {
      plan {
        channel voice
        technology ai_agent
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect prerecorded_consent fails
    }

    test "a recorded sales call with signed consent" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            technology prerecorded
            level written
            sender "Acme Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
            wording "v3"
            evidence "forms/17"
          }
        ]
      }
      programme {
        wordings [
          {
            id "v3"
            text "I agree that Acme Shoes may call +1 212 555 0142 with recordings."
            names_sender true
            states_number true
            authorises_automation true
            condition_of_contract false
          }
        ]
      }
      expect prerecorded_consent passes
      expect consent_wording passes
      expect consent_record passes
    }

    test "consent to autodialled calls is none to recorded ones" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            technology autodialed
            level written
            sender "Acme Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
          }
        ]
      }
      expect prerecorded_consent fails
    }

    test "consent to another seller" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level written
            sender "Other Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
          }
        ]
      }
      expect prerecorded_consent fails
    }

    test "consent on which the purchase hung is none" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase true
          }
        ]
      }
      expect prerecorded_consent fails
    }

    test "spoken consent is enough in Texas since February 2026" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-02-25T12:00-06:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12145550142"
        region US-TX
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level express
            sender "Acme Shoes"
            granted_at 2025-06-01T10:00Z
          }
        ]
      }
      expect prerecorded_consent exempt
    }

    test "the day before it was not" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-02-24T23:59-06:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12145550142"
        region US-TX
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level express
            sender "Acme Shoes"
            granted_at 2025-06-01T10:00Z
          }
        ]
      }
      expect prerecorded_consent fails
    }

    test "nor is it to a home line in Texas" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-06:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12145550142"
        region US-TX
        line { type fixed }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level express
            sender "Acme Shoes"
            granted_at 2025-06-01T10:00Z
          }
        ]
      }
      expect prerecorded_consent fails
    }

    test "nor in New York" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        region US-NY
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level express
            sender "Acme Shoes"
            granted_at 2025-06-01T10:00Z
          }
        ]
      }
      expect prerecorded_consent fails
    }

    test "a Texan number with an address in New York is not surely in the circuit" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12145550142"
        region US-NY
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level express
            sender "Acme Shoes"
            granted_at 2025-06-01T10:00Z
          }
        ]
      }
      expect prerecorded_consent unproven
    }

    test "before 2013 no signed consent" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2013-10-15T12:00-04:00 }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect prerecorded_consent not in force
      expect consent_wording not in force
    }

    test "from its first minute" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2013-10-16T00:00-04:00
        sender { name "Acme Shoes" }
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect prerecorded_consent fails
      expect consent_wording fails
    }

    test "made-up numbers need signed consent for texts" {
      plan {
        channel sms
        technology random_or_sequential
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect autodialed_sales_consent fails
    }

    test "signed consent to random dialling" {
      plan {
        channel sms
        technology random_or_sequential
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel sms
            purpose marketing
            level written
            sender any
            number "any"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
          }
        ]
      }
      expect autodialed_sales_consent passes
    }

    test "dialling from a list is no autodialler" {
      plan {
        channel sms
        technology automated_selection, automated_dialing
        purpose marketing
        at 2026-03-02T12:00-05:00
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect autodialed_sales_consent not applicable
    }

    test "a recorded reminder to a mobile without consent" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company  sector "retail" }
        free_to_recipient false
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect autodialed_notice_consent fails
    }

    test "a recorded reminder to somebody who gave the number for it" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          { channel voice  purpose service  level express  sender any  granted_at 2025-06-01T10:00Z }
        ]
      }
      expect autodialed_notice_consent passes
    }

    test "an emergency needs no consent" {
      plan { channel voice  technology prerecorded  purpose emergency  at 2026-03-02T03:00-05:00 }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect autodialed_notice_consent not applicable
      expect calling_hours not applicable
    }

    test "the third free notice of a bank in three days is for review, the cap being memory" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2026-03-04T12:00-05:00
        free_to_recipient true
        sender { name "Acme Bank"  kind bank  sector "finance"  caller_id { number "+12125550199" } }
        script { language "en"  says identity, callback_number }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient business
        consents []
        opt_outs []
        history [
          { at 2026-03-01T23:59-05:00  channel voice },
          { at 2026-03-02T12:00-05:00  channel voice },
          { at 2026-03-03T12:00-05:00  channel voice },
        ]
      }
      expect autodialed_notice_consent exempt
    }

    test "the fourth needs consent" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2026-03-04T12:00-05:00
        free_to_recipient true
        sender { name "Acme Bank"  kind bank  sector "finance" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        history [
          { at 2026-03-02T12:00-05:00  channel voice },
          { at 2026-03-03T12:00-05:00  channel voice },
          { at 2026-03-03T15:00-05:00  channel sms },
        ]
      }
      expect autodialed_notice_consent fails
    }

    test "the second free notice of a clinic in a day needs consent" {
      plan {
        channel sms
        technology random_or_sequential
        purpose service
        at 2026-03-04T12:00-05:00
        free_to_recipient true
        sender { name "Acme Clinic"  kind nonprofit  sector "health" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        history [{ at 2026-03-04T09:00-05:00  channel sms }]
      }
      expect autodialed_notice_consent fails
    }

    test "the third in a week, one a day, is within the cap" {
      plan {
        channel sms
        technology random_or_sequential
        purpose service
        at 2026-03-04T12:00-05:00
        free_to_recipient true
        sender { name "Acme Clinic"  kind nonprofit  sector "health" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        history [
          { at 2026-03-02T09:00-05:00  channel sms },
          { at 2026-03-03T09:00-05:00  channel sms },
        ]
      }
      expect autodialed_notice_consent exempt
    }

    test "the fourth in a week needs consent" {
      plan {
        channel sms
        technology random_or_sequential
        purpose service
        at 2026-03-05T12:00-05:00
        free_to_recipient true
        sender { name "Acme Clinic"  kind nonprofit  sector "health" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        history [
          { at 2026-03-02T09:00-05:00  channel sms },
          { at 2026-03-03T09:00-05:00  channel sms },
          { at 2026-03-04T09:00-05:00  channel sms },
        ]
      }
      expect autodialed_notice_consent fails
    }

    // ---- Tests: what consent says (US-P1, US-P4, US-P6)

    test "words without the number" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
            wording "v3"
            evidence none
          }
        ]
      }
      programme {
        wordings [
          {
            id "v3"
            text "…"
            names_sender true
            states_number false
            authorises_automation true
            condition_of_contract false
          }
        ]
      }
      expect prerecorded_consent passes
      expect consent_wording fails
      expect consent_record fails
    }

    test "without the programme the words are not known" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes" }
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
            condition_of_purchase false
            wording "v3"
            evidence "forms/17"
          }
        ]
      }
      expect consent_wording unproven
      expect consent_record unproven
    }

    test "the rule on records begins in May 2024" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2024-05-15T23:59-04:00
        sender { name "Acme Shoes" }
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      expect consent_record not in force
      expect consent_retention not in force
      expect recording_retention not in force
      expect refusal_retention not in force
      expect scrub_retention not in force
    }

    test "and binds on its first day" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2024-05-16T00:00-04:00
        sender { name "Acme Shoes" }
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer  consents [] }
      programme { retention [] }
      expect consent_record fails
      expect consent_retention fails
      expect recording_retention fails
      expect refusal_retention fails
      expect scrub_retention fails
    }

    test "misrepresentation to firms, the day before" {
      plan { channel voice  technology manual  purpose marketing  at 2024-05-15T23:59-04:00 }
      contact { phone "+12125550142"  recipient business }
      expect business_misrepresentation not in force
    }

    test "misrepresentation to firms, the first day" {
      plan { channel voice  technology manual  purpose marketing  at 2024-05-16T00:00-04:00 }
      contact { phone "+12125550142"  recipient business }
      expect business_misrepresentation unproven
    }

    test "the database was asked within the month" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        scrubs [
          { register "US.reassigned_numbers"  mode query  at 2026-02-02T12:00-05:00  removed true }
        ]
      }
      contact { phone "+12125550142"  line { type mobile }  recipient consumer }
      expect reassigned_check passes
      expect reassigned_number passes
    }

    test "the database was asked a month and a day ago" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        scrubs [
          { register "US.reassigned_numbers"  mode query  at 2026-02-01T12:00-05:00  removed true }
        ]
      }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        registers { US.reassigned_numbers { checked_at 2026-02-10T00:00Z  status listed } }
      }
      expect reassigned_check fails
      expect reassigned_number fails
    }

    // ---- Tests: do not call (US-C6 to US-C8, US-E1)

    test "a number on the registry" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs []
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at none  last_payment_at none  last_inquiry_at none  personal false
          }
      }
      expect dnc fails
      expect text_suits not applicable
      expect blocked
    }

    test "a text to a listed number fails too, with the doubt shown" {
      plan {
        channel sms
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs []
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at none  last_payment_at none  last_inquiry_at none  personal false
          }
      }
      expect dnc fails
      expect text_suits unproven
    }

    test "a number that is clear" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status clear } }
      }
      expect dnc passes
    }

    test "nothing is known of the registry" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer  relationship { customer false } }
      expect dnc unproven
      expect review
    }

    test "an answer of the registry is good for 31 days" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        registers { US.national_dnc { checked_at 2026-01-30T12:00-05:00  status clear } }
      }
      expect dnc passes
    }

    test "not for 32" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        registers { US.national_dnc { checked_at 2026-01-29T12:00-05:00  status clear } }
      }
      expect dnc unproven
    }

    test "a purchase eighteen months ago" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs []
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at 2024-09-02T12:00-04:00
            last_payment_at none
            last_inquiry_at none
            personal false
          }
      }
      expect dnc exempt
    }

    test "a purchase eighteen months and a day ago" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs []
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at 2024-09-01T12:00-04:00
            last_payment_at none
            last_inquiry_at none
            personal false
          }
      }
      expect dnc fails
    }

    test "an inquiry three months ago" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs []
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at none
            last_payment_at none
            last_inquiry_at 2025-12-02T12:00-05:00
            personal false
          }
      }
      expect dnc exempt
    }

    test "an inquiry three months and a day ago" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs []
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at none
            last_payment_at none
            last_inquiry_at 2025-12-01T12:00-05:00
            personal false
          }
      }
      expect dnc fails
    }

    test "a refusal ends the relationship, on whatever channel" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose marketing  at 2026-02-27T12:00-05:00  via stop_reply }]
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at 2026-01-01T12:00-05:00
            last_payment_at none
            last_inquiry_at none
            personal false
          }
      }
      expect dnc fails
    }

    test "a signed invitation" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level written
            sender "Acme Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
          }
        ]
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
      }
      expect dnc exempt
    }

    test "a spoken invitation is not enough" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { name "Acme Shoes"  kind company }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose marketing
            level express
            sender "Acme Shoes"
            number "+12125550142"
            granted_at 2025-06-01T10:00Z
          }
        ]
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship {
            last_purchase_at none  last_payment_at none  last_inquiry_at none  personal false
          }
      }
      expect dnc fails
    }

    test "friends may call" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
        relationship { personal true }
      }
      expect dnc exempt
    }

    test "so may a tax-exempt organisation for itself" {
      plan {
        channel voice
        technology manual
        purpose charitable
        at 2026-03-02T12:00-05:00
        sender { kind nonprofit  paid_fundraiser false }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        registers { US.national_dnc { checked_at 2026-02-20T00:00Z  status listed } }
      }
      expect dnc not applicable
      expect dnc_scrub not applicable
    }

    test "a survey is no solicitation" {
      plan { channel voice  technology manual  purpose research  at 2026-03-02T22:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect dnc not applicable
      expect dnc_scrub not applicable
      expect calling_hours not applicable
    }

    test "a version of the registry 31 days old" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        scrubs [
          {
            register "US.national_dnc"
            mode download
            at 2026-02-20T12:00Z
            version 2026-01-30
            removed true
          }
        ]
      }
      contact { phone "+12125550142"  recipient consumer }
      expect dnc_scrub passes
      expect dnc passes
    }

    test "a version of the registry 32 days old" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        scrubs [
          {
            register "US.national_dnc"
            mode download
            at 2026-02-20T12:00Z
            version 2026-01-29
            removed true
          }
        ]
      }
      contact { phone "+12125550142"  recipient consumer }
      expect dnc_scrub fails
      expect blocked
    }

    test "a scrub 40 days ago, and no way to stop" {
      plan {
        purpose marketing
        sender { name "Acme Shoes" }
        scrubs [
          {
            register "US.national_dnc"
            mode download
            at 2026-01-23T12:00Z
            version 2026-01-23
            removed true
          }
        ]
        steps [
          {
            id "text-1"
            channel sms
            technology automated_selection, automated_dialing
            window { dates [2026-03-04]  local_from 10:00  local_to 21:00 }
            message { text "Acme Shoes: 20% off boots."  language "en" }
          }
        ]
      }
      contact { phone "+13055550142"  recipient consumer }
      expect dnc_scrub fails
      expect text_opt_out fails
      expect calling_hours passes
      expect blocked
    }

    test "the relationship with one contact excuses no list" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00  scrubs [] }
      contact {
        phone "+12125550142"
        recipient consumer
        relationship { last_purchase_at 2026-02-01T00:00Z }
      }
      expect dnc_scrub fails
    }

    test "nobody says whether the list was scrubbed" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect dnc_scrub unproven because plan.scrubs
    }

    test "calls to firms need no scrub" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00  scrubs [] }
      contact { phone "+12125550142"  recipient business }
      expect dnc_scrub not applicable
      expect dnc_subscription not applicable
      expect business_misrepresentation unproven
    }

    test "a seller with a subscription" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { registrations [{ register "US.san"  id "1"  from 2026-01-01  until 2026-12-31 }] }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect dnc_subscription passes
    }

    test "a subscription that begins tomorrow" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { registrations [{ register "US.san"  id "1"  from 2026-03-03  until 2026-12-31 }] }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect dnc_subscription fails
    }

    test "RCS, faxes and requests for consent are for review" {
      plan { channel rcs  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect rcs_do_not_call unproven
      expect dnc not applicable
      expect review
    }

    test "a fax" {
      plan { channel fax  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect faxes unproven
      expect review
    }

    test "asking for consent by text" {
      plan { channel sms  technology manual  purpose consent_request  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect consent_requests unproven
      expect dnc not applicable
    }

    // ---- Tests: exempt recorded calls to homes (US-C9)

    test "the third recorded survey in 30 days" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        sender { name "Acme Research"  sector "research" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        history [
          { at 2026-02-01T12:00-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-20T12:00-05:00  channel voice  technology prerecorded  purpose research },
        ]
      }
      expect recorded_notice_cap passes
    }

    test "the fourth recorded survey in 30 days" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        sender { name "Acme Research"  sector "research" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [
          { at 2026-02-01T12:00-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-20T12:00-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-21T12:00-05:00  channel voice  technology artificial_voice  purpose political },
        ]
      }
      expect recorded_notice_cap fails
    }

    test "a call of the thirty-first day before no longer counts" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        sender { name "Acme Research"  sector "research" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [
          { at 2026-01-31T23:59-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-20T12:00-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-21T12:00-05:00  channel voice  technology prerecorded  purpose research },
        ]
      }
      expect recorded_notice_cap passes
    }

    test "calls by a person do not count" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        sender { name "Acme Research"  sector "research" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [
          { at 2026-02-19T12:00-05:00  channel voice  technology manual  purpose research },
          { at 2026-02-20T12:00-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-21T12:00-05:00  channel voice  technology prerecorded  purpose research },
        ]
      }
      expect recorded_notice_cap passes
    }

    test "consent lifts the cap, spoken consent too" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        sender { name "Acme Research"  sector "research" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        opt_outs []
        consents [
          {
            channel voice
            purpose research
            level express
            sender "Acme Research"
            granted_at 2025-06-01T10:00Z
          }
        ]
        history [
          { at 2026-02-19T12:00-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-20T12:00-05:00  channel voice  technology prerecorded  purpose research },
          { at 2026-02-21T12:00-05:00  channel voice  technology prerecorded  purpose research },
        ]
      }
      expect recorded_notice_cap exempt
    }

    test "no cap before July 2023" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2023-07-19T23:59-04:00
        sender { name "Acme Research" }
      }
      contact { phone "+12125550142"  line { type fixed }  recipient consumer }
      expect recorded_notice_cap not in force
      expect recorded_health_cap not in force
      expect recorded_notice_opt_out not in force
    }

    test "the cap's first day" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2023-07-20T00:00-04:00
        sender { name "Acme Research"  sector "research" }
        script { language "en"  says identity }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [
          { at 2023-07-10T12:00-04:00  channel voice  technology prerecorded  purpose research },
          { at 2023-07-11T12:00-04:00  channel voice  technology prerecorded  purpose research },
          { at 2023-07-12T12:00-04:00  channel voice  technology prerecorded  purpose research },
        ]
      }
      expect recorded_notice_cap fails
    }

    test "the health cap's first day" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2023-07-20T00:30-04:00
        sender { name "Acme Clinic"  sector "health" }
        script { language "en"  says identity }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [{ at 2023-07-20T00:10-04:00  channel voice  technology prerecorded  purpose service }]
      }
      expect recorded_health_cap fails
      expect recorded_notice_opt_out unproven
    }

    test "a second recorded health call in a day" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2026-03-04T12:00-05:00
        sender { name "Acme Clinic"  sector "health" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [{ at 2026-03-04T09:00-05:00  channel voice  technology prerecorded  purpose service }]
      }
      expect recorded_health_cap fails
      expect recorded_notice_cap not applicable
    }

    test "one health call a day, the third of the week" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2026-03-04T12:00-05:00
        sender { name "Acme Clinic"  sector "health" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [
          { at 2026-03-02T09:00-05:00  channel voice  technology prerecorded  purpose service },
          { at 2026-03-03T09:00-05:00  channel voice  technology prerecorded  purpose service },
        ]
      }
      expect recorded_health_cap passes
    }

    test "the fourth of the week" {
      plan {
        channel voice
        technology prerecorded
        purpose service
        at 2026-03-05T12:00-05:00
        sender { name "Acme Clinic"  sector "health" }
      }
      contact {
        phone "+12125550142"
        line { type fixed }
        recipient consumer
        consents []
        history [
          { at 2026-03-02T09:00-05:00  channel voice  technology prerecorded  purpose service },
          { at 2026-03-03T09:00-05:00  channel voice  technology prerecorded  purpose service },
          { at 2026-03-04T09:00-05:00  channel voice  technology prerecorded  purpose service },
        ]
      }
      expect recorded_health_cap fails
    }

    test "a recorded survey without a way out" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        script { language "en"  text "Acme Research. How was your day?"  says identity }
      }
      contact { phone "+12125550142"  line { type fixed }  recipient consumer }
      expect recorded_notice_opt_out unproven
    }

    test "a recorded survey with a key to press" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        script { language "en"  says identity, automated_opt_out }
      }
      contact { phone "+12125550142"  line { type fixed }  recipient consumer }
      expect recorded_notice_opt_out passes
      expect recorded_opt_out not applicable
    }

    // ---- Tests: refusals (US-R1 to US-R5, US-R7). Ten business days from 2026-03-02, a Monday, end with the 16th.

    test "the tenth business day after STOP" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-16T20:00-04:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
      }
      expect revocation passes
    }

    test "the day after" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-17T08:00-04:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        history []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
      }
      expect revocation fails
      expect blocked
    }

    test "a federal holiday is no business day" {
      plan { channel sms  technology manual  purpose marketing  at 2026-02-24T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-02-09T10:00-05:00  via stop_reply }]
      }
      expect revocation passes
    }

    test "nor does it prolong the term by more than itself" {
      plan { channel sms  technology manual  purpose marketing  at 2026-02-25T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        history []
        opt_outs [{ channel sms  purpose any  at 2026-02-09T10:00-05:00  via stop_reply }]
      }
      expect revocation fails
    }

    test "independence day on a Saturday is kept on the Friday" {
      plan { channel sms  technology manual  purpose marketing  at 2026-07-07T12:00-04:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-06-22T10:00-04:00  via stop_reply }]
      }
      expect revocation passes
    }

    test "years later the refusal still stands" {
      plan { channel voice  technology manual  purpose marketing  at 2034-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel voice  purpose any  at 2026-03-02T10:00-05:00  via spoken }]
      }
      expect revocation fails
    }

    test "until new consent" {
      plan { channel voice  technology manual  purpose marketing  at 2034-03-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs [{ channel voice  purpose any  at 2026-03-02T10:00-05:00  via spoken }]
        consents [{ channel voice  purpose marketing  level express  granted_at 2030-01-01T00:00Z }]
      }
      expect revocation passes
    }

    test "a refusal of texts leaves calls alone, before 2027" {
      plan { channel voice  technology manual  purpose marketing  at 2026-04-02T12:00-04:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
      }
      expect revocation passes
      expect revoke_all not in force
    }

    test "the thirtieth day under the old law" {
      plan { channel voice  technology manual  purpose marketing  at 2025-02-01T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel voice  purpose any  at 2025-01-02T10:00-05:00  via spoken }]
      }
      expect revocation passes
    }

    test "the thirty-first" {
      plan { channel voice  technology manual  purpose marketing  at 2025-02-02T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel voice  purpose any  at 2025-01-02T10:00-05:00  via spoken }]
      }
      expect revocation fails
    }

    test "the last minute of the thirty days" {
      plan { channel voice  technology manual  purpose marketing  at 2025-04-10T23:59-04:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel voice  purpose any  at 2025-03-20T10:00-04:00  via spoken }]
      }
      expect revocation passes
    }

    test "the first minute of the ten business days" {
      plan { channel voice  technology manual  purpose marketing  at 2025-04-11T00:00-04:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel voice  purpose any  at 2025-03-20T10:00-04:00  via spoken }]
      }
      expect revocation fails
    }

    test "one confirmation within five minutes" {
      plan {
        channel sms
        technology automated_dialing
        purpose marketing
        role opt_out_confirmation
        at 2026-03-02T10:05-05:00
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        history []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
      }
      expect stop_is_final exempt
      expect revocation exempt
    }

    test "a confirmation a minute later" {
      plan {
        channel sms
        technology automated_dialing
        purpose marketing
        role opt_out_confirmation
        at 2026-03-02T10:06-05:00
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        history []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
      }
      expect stop_is_final fails
    }

    test "a second confirmation" {
      plan {
        channel sms
        technology automated_dialing
        purpose marketing
        role opt_out_confirmation
        at 2026-03-02T10:03-05:00
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
        history [{ at 2026-03-02T10:01-05:00  channel sms }]
      }
      expect stop_is_final fails
    }

    test "the sixth business day after refusing notices of a parcel" {
      plan {
        channel sms
        technology automated_dialing
        purpose service
        free_to_recipient true
        at 2026-03-10T12:00-04:00
        sender { sector "delivery" }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
      }
      expect parcel_opt_out passes
    }

    test "the seventh, for review" {
      plan {
        channel sms
        technology automated_dialing
        purpose service
        role follow_up
        free_to_recipient true
        at 2026-03-11T12:00-04:00
        sender { sector "delivery" }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-02T10:00-05:00  via stop_reply }]
      }
      expect parcel_opt_out fails
      expect review
    }

    test "the last minute before revoke-all" {
      plan { channel voice  technology prerecorded  purpose service  at 2027-01-30T23:59-05:00 }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose marketing  at 2027-01-04T10:00-05:00  via stop_reply }]
      }
      expect revoke_all not in force
      expect revocation passes
    }

    test "the first minute of revoke-all" {
      plan { channel voice  technology prerecorded  purpose service  at 2027-01-31T00:00-05:00 }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose marketing  at 2027-01-04T10:00-05:00  via stop_reply }]
      }
      expect revoke_all fails
      expect revocation passes
    }

    test "revoke-all within its ten business days" {
      plan { channel voice  technology prerecorded  purpose service  at 2027-02-12T12:00-05:00 }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose marketing  at 2027-01-29T10:00-05:00  via stop_reply }]
      }
      expect revoke_all passes
    }

    test "and a business day more" {
      plan { channel voice  technology prerecorded  purpose service  at 2027-02-16T12:00-05:00 }
      contact {
        phone "+12125550142"
        line { type mobile }
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose marketing  at 2027-01-29T10:00-05:00  via stop_reply }]
      }
      expect revoke_all fails
    }

    test "calls by a person are not meant" {
      plan { channel voice  technology manual  purpose service  at 2027-02-01T12:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        consents []
        opt_outs [{ channel sms  purpose marketing  at 2027-01-04T10:00-05:00  via stop_reply }]
      }
      expect revoke_all not applicable
    }

    test "all seven words" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme {
        opt_out {
            keywords "stop", "quit", "end", "revoke", "opt out", "cancel", "unsubscribe", "arret"
          }
      }
      expect stop_words passes
    }

    test "six of them" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { opt_out { keywords "stop", "quit", "end", "revoke", "cancel", "unsubscribe" } }
      expect stop_words fails
    }

    test "a key ends robocalls" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { opt_out { methods "key_press", "link" } }
      expect call_opt_out passes
      expect other_refusals unproven
    }

    test "without the programme the words are not known to be taken" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect stop_words unproven because programme.opt_out.keywords
      expect dnc_policy unproven
      expect consent_retention unproven because programme.retention
    }

    test "a website alone does not" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { opt_out { methods "link", "email" } }
      expect call_opt_out fails
    }

    test "the words bind from 11 April 2025" {
      plan {
        channel sms  technology random_or_sequential  purpose marketing  at 2025-04-10T23:59-04:00
      }
      contact { phone "+12125550142"  recipient consumer }
      expect stop_words not in force
      expect call_opt_out not in force
      expect other_refusals not in force
    }

    test "for texts in their first minute" {
      plan {
        channel sms  technology random_or_sequential  purpose marketing  at 2025-04-11T00:00-04:00
      }
      contact { phone "+12125550142"  recipient consumer }
      programme { opt_out { keywords "stop"  methods "link" } }
      expect stop_words fails
      expect other_refusals unproven
    }

    test "and for calls" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2025-04-11T00:00-04:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { opt_out { keywords "stop"  methods "link" } }
      expect call_opt_out fails
    }

    test "a policy, handed out, and trained staff" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme {
        dnc_policy { at 2025-06-01  on_demand true }
        training [{ roles "telemarketers"  topics "dnc", "internal_dnc"  at 2026-02-01 }]
      }
      expect dnc_policy passes
    }

    test "nobody trained" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { dnc_policy { at 2025-06-01  on_demand true }  training [] }
      expect dnc_policy fails
    }

    test "a recorded sales call with key and toll-free number" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { caller_id { number "+18005550100" } }
        script { language "en"  says identity, callback_number, automated_opt_out, toll_free_opt_out }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect recorded_opt_out passes
      expect recorded_toll_free passes
      expect recorded_callback passes
    }

    // ---- Tests: hours (US-H1, US-H2)

    test "a text at 21:30 in New York is late" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-02T21:30-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours fails
      expect blocked
    }

    test "the last minute before nine in the evening" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T20:59-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours passes
    }

    test "nine in the evening" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T21:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours fails
    }

    test "a minute before eight in the morning" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T07:59-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours fails
    }

    test "eight in the morning" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T08:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours passes
    }

    test "the clock is that of the person called" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T08:00-05:00 }
      contact { phone "+12135550142"  recipient consumer }
      expect calling_hours fails
    }

    test "a toll-free number does not tell the clock" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T09:00-05:00 }
      contact { phone "+18005550142"  recipient consumer }
      expect calling_hours unproven
    }

    test "at noon in the east it is day all over the mainland" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  region US-CA  recipient consumer }
      expect calling_hours passes
    }

    test "a window until nine fits" {
      plan {
        channel voice
        technology manual
        purpose marketing
        window { dates [2026-03-04]  local_from 08:00  local_to 21:00 }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours passes
    }

    test "a consented text at night fails, with the doubt shown" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-02T21:30-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs []
        consents [{ channel sms  purpose marketing  level written  granted_at 2025-06-01T10:00Z }]
      }
      expect calling_hours fails
      expect consented_quiet_hours unproven
    }

    test "nor at nine in the evening sharp" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-02T21:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs []
        consents [{ channel sms  purpose marketing  level written  granted_at 2025-06-01T10:00Z }]
      }
      expect consented_quiet_hours unproven
    }

    test "by day there is no doubt" {
      plan { channel sms  technology manual  purpose marketing  at 2026-03-02T08:00-05:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs []
        consents [{ channel sms  purpose marketing  level written  granted_at 2025-06-01T10:00Z }]
      }
      expect consented_quiet_hours not applicable
    }

    test "a charity's own people may call late, a paid fundraiser may not" {
      plan {
        channel voice
        technology manual
        purpose charitable
        at 2026-03-02T21:30-05:00
        sender { kind charity  paid_fundraiser false }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours not applicable
    }

    test "a paid fundraiser at night" {
      plan {
        channel voice
        technology manual
        purpose charitable
        at 2026-03-02T21:30-05:00
        sender { kind company  paid_fundraiser true }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect calling_hours fails
      expect dnc not applicable
    }

    // ---- Tests: who calls (US-I1 to US-I3)

    test "a script that says everything" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        script { language "en"  says identity, contact_details, purpose, goods }
        sender { caller_id { number "+12125550199"  shown true  callable true  takes_opt_outs true } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect live_identity passes
      expect live_disclosures passes
      expect caller_id passes
    }

    test "a script of which nothing is known" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect live_identity unproven
      expect live_disclosures unproven
      expect caller_id unproven
    }

    test "a number that nobody answers" {
      plan {
        channel voice
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { caller_id { number "+12125550199"  shown true  callable false  takes_opt_outs true } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect caller_id fails
    }

    test "a 900 number in a recording" {
      plan {
        channel voice
        technology prerecorded
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { caller_id { number "+19005550100" } }
        script { language "en"  says identity, callback_number }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect recorded_callback fails
      expect live_identity not applicable
    }

    test "a recording that begins with the name" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        sender { name "Acme Research" }
        script { language "en"  text "Acme Research with one question. How was your day?" }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect recorded_identity passes
    }

    test "a recording said to give the name, nobody knows where" {
      plan {
        channel voice
        technology prerecorded
        purpose research
        at 2026-03-02T12:00-05:00
        sender { name "Acme Research" }
        script {
            language "en"
            text "One question. Acme Research wants to know how your day was."
            says identity
          }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect recorded_identity unproven
    }

    // ---- Tests: abandoned calls (US-A1)

    test "three in a hundred" {
      plan {
        channel voice
        technology predictive
        purpose marketing
        at 2026-03-02T12:00-05:00
        dialler { connect_within 2 seconds  ring_for 15 seconds }
        metrics { abandonment_rate { value 3%  from 2026-01-30  to 2026-02-28 } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect abandonment passes
      expect abandonment_connect passes
      expect abandonment_ring passes
    }

    test "a tenth more, a second later, a second shorter" {
      plan {
        channel voice
        technology predictive
        purpose marketing
        at 2026-03-02T12:00-05:00
        dialler { connect_within 3 seconds  ring_for 14 seconds }
        metrics { abandonment_rate { value 3.1%  from 2026-01-30  to 2026-02-28 } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect abandonment fails
      expect abandonment_connect fails
      expect abandonment_ring fails
    }

    test "a rate over 31 days" {
      plan {
        channel voice
        technology predictive
        purpose marketing
        at 2026-03-02T12:00-05:00
        metrics { abandonment_rate { value 1%  from 2026-01-29  to 2026-02-28 } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect abandonment fails
    }

    test "a rate that ended thirty days ago" {
      plan {
        channel voice
        technology predictive
        purpose marketing
        at 2026-03-02T12:00-05:00
        metrics { abandonment_rate { value 1%  from 2026-01-02  to 2026-01-31 } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect abandonment passes
    }

    test "a rate that ended a day earlier" {
      plan {
        channel voice
        technology predictive
        purpose marketing
        at 2026-03-02T12:00-05:00
        metrics { abandonment_rate { value 1%  from 2026-01-02  to 2026-01-30 } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect abandonment fails
    }

    test "a rate of last year" {
      plan {
        channel voice
        technology predictive
        purpose marketing
        at 2026-03-02T12:00-05:00
        metrics { abandonment_rate { value 1%  from 2025-10-30  to 2025-11-28 } }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect abandonment fails
    }

    test "dialled by hand nothing is abandoned" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      expect abandonment not applicable
    }

    // ---- Tests: records (matrix 1.6)

    test "five years of everything" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme {
        retention [
          { data "consent_evidence"  keep_for 5 years  after "last_use" },
          { data "recordings"  keep_for 5 years  after "call" },
          { data "suppression"  keep_for 5 years  after "opt_out" },
          { data "scrub_records"  keep_for 5 years  after "scrub" },
          { data "dialler_records"  keep_for 5 years  after "call" },
        ]
      }
      expect consent_retention passes
      expect recording_retention passes
      expect refusal_retention passes
      expect scrub_retention passes
      expect call_retention passes
      expect consent_proof passes
    }

    test "four years are enough to defend a claim, and too few for the FTC" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme {
        retention [
          { data "consent_evidence"  keep_for 4 years  after "last_use" },
          { data "dialler_records"  keep_for 2 years  after "call" },
        ]
      }
      expect consent_proof passes
      expect consent_retention fails
      expect call_retention fails
      expect scrub_retention fails
    }

    test "a month short of five years" {
      plan { channel voice  technology prerecorded  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme {
        retention [
          { data "consent_evidence"  keep_for 47 months  after "last_use" },
          { data "recordings"  keep_for 59 months  after "call" },
          { data "suppression"  keep_for 59 months  after "opt_out" },
          { data "scrub_records"  keep_for 59 months  after "scrub" },
          { data "dialler_records"  keep_for 59 months  after "call" },
        ]
      }
      expect consent_proof fails
      expect recording_retention fails
      expect refusal_retention fails
      expect scrub_retention fails
      expect call_retention fails
    }

    test "refusals kept without end" {
      plan { channel voice  technology manual  purpose marketing  at 2026-03-02T12:00-05:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { retention [{ data "suppression"  keep_for none  after none }] }
      expect refusal_retention passes
    }

    test "call-detail records from 15 October 2024" {
      plan { channel voice  technology manual  purpose marketing  at 2024-10-14T23:59-04:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { retention [] }
      expect call_retention not in force
      expect consent_retention fails
    }

    test "on the day itself" {
      plan { channel voice  technology manual  purpose marketing  at 2024-10-15T00:00-04:00 }
      contact { phone "+12125550142"  recipient consumer }
      programme { retention [] }
      expect call_retention fails
    }

    // ---- Tests: carriers and WhatsApp (US-K1 to US-K4, US-C12)

    test "a text with everything the carriers ask" {
      plan {
        channel sms
        technology manual
        purpose marketing
        role first
        at 2026-03-02T12:00-05:00
        offer { subject "boots"  sector "retail"  own_goods true }
        sender {
            name "Acme Shoes"
            caller_id { number "+12125550199"  type mobile }
            registrations [{ register "US.campaign_registry"  id "C1"  from 2026-01-01  until none }]
          }
        message {
            text "Acme Shoes: 20% off boots. 4 msgs/month. Reply HELP for help, STOP to opt out."
            language "en"
          }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs []
        origin { kind own_form }
        consents [{ channel sms  purpose marketing  level express  granted_at 2025-06-01T10:00Z }]
      }
      programme { privacy_notice { covers "sharing", "use" }  sharing { sells false } }
      expect campaign_registered passes
      expect text_opt_in passes
      expect text_opt_out passes
      expect first_text passes
      expect stop_is_final passes
      expect no_shared_lists passes
      expect no_affiliate_offers passes
      expect restricted_goods passes
      expect privacy_policy passes
      expect help_reply unproven
    }

    test "a text with nothing of it" {
      plan {
        channel sms
        technology manual
        purpose marketing
        role first
        at 2026-03-02T12:00-05:00
        offer { subject "gin"  sector "alcohol"  own_goods false }
        sender { name "Acme Gin"  caller_id { number "+12125550199"  type mobile }  registrations [] }
        message { text "Gin, half price"  language "en" }
      }
      contact {
        phone "+12125550142"
        recipient consumer
        origin { kind purchased }
        consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-01T10:00-05:00  via stop_reply }]
      }
      programme { privacy_notice { covers "use" }  sharing { sells true } }
      expect campaign_registered fails
      expect text_opt_in fails
      expect text_opt_out fails
      expect first_text fails
      expect stop_is_final fails
      expect no_shared_lists fails
      expect no_affiliate_offers fails
      expect restricted_goods fails
      expect privacy_policy fails
    }

    test "toll-free senders need no campaign" {
      plan {
        channel sms
        technology manual
        purpose marketing
        at 2026-03-02T12:00-05:00
        sender { caller_id { number "+18005550100"  type toll_free }  registrations [] }
      }
      contact { phone "+12125550142"  recipient consumer }
      expect campaign_registered not applicable
    }

    test "marketing on WhatsApp since April 2025" {
      plan { channel whatsapp  technology manual  purpose marketing  at 2025-04-01T00:00-04:00 }
      contact { phone "+12125550142"  recipient consumer  consents [] }
      expect whatsapp_marketing fails
      expect whatsapp_opt_in fails
    }

    test "and the day before" {
      plan { channel whatsapp  technology manual  purpose marketing  at 2025-03-31T23:59-04:00 }
      contact {
        phone "+12125550142"
        recipient consumer
        opt_outs []
        consents [{ channel whatsapp  purpose marketing  level express  granted_at 2025-01-01T00:00Z }]
      }
      expect whatsapp_marketing not in force
      expect whatsapp_opt_in passes
    }

    // ---- Tests: the whole

    test "a call by hand with everything in order is allowed" {
      plan {
        channel voice
        technology manual
        purpose marketing
        subject "boots"
        at 2026-03-02T15:00-05:00
        sender {
            name "Acme Shoes"
            kind company
            caller_id { number "+12125550199"  shown true  callable true  takes_opt_outs true }
            registrations [{ register "US.san"  id "1"  from 2026-01-01  until 2026-12-31 }]
          }
        scrubs [
          {
            register "US.national_dnc"
            mode download
            at 2026-02-20T12:00Z
            version 2026-02-20
            removed true
          }
        ]
        script { language "en"  says identity, contact_details, purpose, goods }
      }
      contact { phone "+12125550142"  recipient consumer }
      facts complete
      expect allowed
    }

    test "nothing known, nothing allowed" {
      plan { channel voice  purpose marketing  at 2026-03-02T15:00-05:00 }
      contact { phone "+12125550142" }
      expect prerecorded_consent unproven
      expect dnc unproven
      expect review
    }

    """#),
  ShippedPolicy(
    "US/LA.fence", name: "US-LA", parent: "US",
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Louisiana: its rules are not written yet, so the state covers nobody, and only the federal rules
    // are judged there.
    policy US-LA "Louisiana: legal holidays, no rules yet" within US covers nobody

    /// La. R.S. 1:55: the order of the Public Service Commission forbids calls on legal holidays. Written from general knowledge and compared day by day
    /// with PyPI's `holidays`; the section was not read. A day on a weekend closes itself and its stand-in.
    calendar legal_holidays "Legal holidays" {
      day new_year "New Year's Day" on 1 january
      day new_year_observed "New Year's Day, observed" on 1 january moved to nearest weekday
      day martin_luther_king "Birthday of Martin Luther King, Jr." on third monday of january
      day presidents "Washington's Birthday" on third monday of february
      day memorial "Memorial Day" on last monday of may
      day juneteenth "Juneteenth" on 19 june from 2021
      day juneteenth_observed "Juneteenth, observed" on 19 june moved to nearest weekday from 2021
      day independence "Independence Day" on 4 july
      day independence_observed "Independence Day, observed" on 4 july moved to nearest weekday
      day labor "Labor Day" on first monday of september
      day veterans "Veterans Day" on 11 november
      day veterans_observed "Veterans Day, observed" on 11 november moved to nearest weekday
      day thanksgiving "Thanksgiving Day" on fourth thursday of november
      day christmas "Christmas Day" on 25 december
      day christmas_observed "Christmas Day, observed" on 25 december moved to nearest weekday
      day mardi_gras "Mardi Gras" on easter - 47 days
      day good_friday "Good Friday" on easter - 2 days
      day election "General Election Day, in even years" on listed 2020-11-03, 2022-11-08, 2024-11-05,
        2026-11-03, 2028-11-07, 2030-11-05, 2032-11-02, 2034-11-07 through 2035-12-31
    }

    """#),
  ShippedPolicy(
    "US/PA.fence", name: "US-PA", parent: "US",
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Pennsylvania: its rules are not written yet, so the state covers nobody, and only the federal rules
    // are judged there.
    policy US-PA "Pennsylvania: legal holidays, no rules yet" within US covers nobody

    /// 44 P.S. § 11: calls on legal holidays are forbidden, by a vendor's list. Written from general knowledge and compared day by day
    /// with PyPI's `holidays`; the section was not read. A day on a weekend closes itself and its stand-in.
    calendar legal_holidays "Legal holidays" {
      day new_year "New Year's Day" on 1 january
      day new_year_observed "New Year's Day, observed" on 1 january moved to nearest weekday
      day martin_luther_king "Birthday of Martin Luther King, Jr." on third monday of january
      day presidents "Washington's Birthday" on third monday of february
      day memorial "Memorial Day" on last monday of may
      day juneteenth "Juneteenth" on 19 june from 2021
      day juneteenth_observed "Juneteenth, observed" on 19 june moved to nearest weekday from 2021
      day independence "Independence Day" on 4 july
      day independence_observed "Independence Day, observed" on 4 july moved to nearest weekday
      day labor "Labor Day" on first monday of september
      day columbus "Columbus Day" on second monday of october
      day veterans "Veterans Day" on 11 november
      day veterans_observed "Veterans Day, observed" on 11 november moved to nearest weekday
      day thanksgiving "Thanksgiving Day" on fourth thursday of november
      day christmas "Christmas Day" on 25 december
      day christmas_observed "Christmas Day, observed" on 25 december moved to nearest weekday
      day after_thanksgiving "Day after Thanksgiving" on friday on or after 23 november
    }

    """#),
  ShippedPolicy(
    "US/RI.fence", name: "US-RI", parent: "US",
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Rhode Island: its rules are not written yet, so the state covers nobody, and only the federal rules
    // are judged there.
    policy US-RI "Rhode Island: legal holidays, no rules yet" within US covers nobody

    /// R.I. Gen. Laws § 25-1-1: the hours for sales calls close legal holidays. Written from general knowledge and compared day by day
    /// with PyPI's `holidays`; the section was not read. A day on a weekend closes itself and its stand-in.
    calendar legal_holidays "Legal holidays" {
      day new_year "New Year's Day" on 1 january
      day new_year_observed "New Year's Day, observed" on 1 january moved to nearest weekday
      day martin_luther_king "Birthday of Martin Luther King, Jr." on third monday of january
      day presidents "Washington's Birthday" on third monday of february
      day memorial "Memorial Day" on last monday of may
      day juneteenth "Juneteenth" on 19 june from 2021
      day juneteenth_observed "Juneteenth, observed" on 19 june moved to nearest weekday from 2021
      day independence "Independence Day" on 4 july
      day independence_observed "Independence Day, observed" on 4 july moved to nearest weekday
      day labor "Labor Day" on first monday of september
      day columbus "Columbus Day" on second monday of october
      day veterans "Veterans Day" on 11 november
      day veterans_observed "Veterans Day, observed" on 11 november moved to nearest weekday
      day thanksgiving "Thanksgiving Day" on fourth thursday of november
      day christmas "Christmas Day" on 25 december
      day christmas_observed "Christmas Day, observed" on 25 december moved to nearest weekday
      day victory "Victory Day" on second monday of august
    }

    """#),
  ShippedPolicy(
    "US/UT.fence", name: "US-UT", parent: "US",
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of Utah: its rules are not written yet, so the state covers nobody, and only the federal rules
    // are judged there.
    policy US-UT "Utah: legal holidays, no rules yet" within US covers nobody

    /// Utah Code § 63G-1-301: sales calls on legal holidays are forbidden. Written from general knowledge and compared day by day
    /// with PyPI's `holidays`; the section was not read. A day on a weekend closes itself and its stand-in.
    calendar legal_holidays "Legal holidays" {
      day new_year "New Year's Day" on 1 january
      day new_year_observed "New Year's Day, observed" on 1 january moved to nearest weekday
      day martin_luther_king "Birthday of Martin Luther King, Jr." on third monday of january
      day presidents "Washington's Birthday" on third monday of february
      day memorial "Memorial Day" on last monday of may
      day juneteenth "Juneteenth" on 19 june from 2021
      day juneteenth_observed "Juneteenth, observed" on 19 june moved to nearest weekday from 2021
      day independence "Independence Day" on 4 july
      day independence_observed "Independence Day, observed" on 4 july moved to nearest weekday
      day labor "Labor Day" on first monday of september
      day columbus "Columbus Day" on second monday of october
      day veterans "Veterans Day" on 11 november
      day veterans_observed "Veterans Day, observed" on 11 november moved to nearest weekday
      day thanksgiving "Thanksgiving Day" on fourth thursday of november
      day christmas "Christmas Day" on 25 december
      day christmas_observed "Christmas Day, observed" on 25 december moved to nearest weekday
      day pioneer "Pioneer Day" on 24 july
      day pioneer_observed "Pioneer Day, observed" on 24 july moved to nearest weekday
    }

    """#),
  ShippedPolicy(
    "ZA/SouthAfrica.fence", name: "ZA", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: false, mentions: [],
    #"""
    // Only the calendar of South Africa: its rules are not written yet, so nobody is covered, and a recipient there is
    // never allowed for want of a rule.
    policy ZA "South Africa: public holidays, no rules yet" covers nobody

    /// The days of the Public Holidays Act 36 of 1994, with those proclaimed so far; further ones are proclaimed a few weeks
    /// ahead. Written from general knowledge and compared day by day with PyPI's `holidays`; the Act was not read.
    calendar public_holidays "Public holidays" {
      day new_year "New Year's Day" on 1 january sunday repeated on monday
      day human_rights "Human Rights Day" on 21 march sunday repeated on monday
      day good_friday "Good Friday" on easter - 2 days
      day family "Family Day" on easter + 1 day
      day freedom "Freedom Day" on 27 april sunday repeated on monday
      day workers "Workers' Day" on 1 may sunday repeated on monday
      day youth "Youth Day" on 16 june sunday repeated on monday
      day women "National Women's Day" on 9 august sunday repeated on monday
      day heritage "Heritage Day" on 24 september sunday repeated on monday
      day reconciliation "Day of Reconciliation" on 16 december sunday repeated on monday
      day christmas "Christmas Day" on 25 december sunday repeated on monday
      day goodwill "Day of Goodwill" on 26 december sunday repeated on monday
      day elections_2021 "Municipal elections" on 1 november from 2021 until 2021
      day proclaimed_2022 "Proclaimed for Christmas on a Sunday" on 27 december from 2022 until 2022
      day proclaimed_2023 "Rugby World Cup" on 15 december from 2023 until 2023
      day elections_2024 "National elections" on 29 may from 2024 until 2024
      day elections_2026 "Local elections" on 4 november from 2026 until 2026
    }

    """#),
  ShippedPolicy(
    "common.fence", name: "common", parent: nil,
    coverage: .nobody,
    ruleCount: 0, concernsEveryList: true, mentions: [],
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
      in en "reply stop", "text stop", "send stop", "txt stop", "stop to end", "stop 2 end",
        "stop to stop", "stop to cancel", "stop to quit", "stop at any time", "to stop messages",
        "to stop texts", "to stop these", "opt out", "opt-out", "optout", "unsubscribe", "unsub",
        "no longer wish to", "remove you from our list", "take you off our list", "stop calling you",
        "prefer not to be called"
      in fr "envoyez stop", "envoyer stop", "répondez stop", "repondez stop", "répondre stop",
        "stop sms", "stop pub", "stop par sms", "stop au 36034", "stop au 36063", "stop au 36111",
        "stop au 36173", "stop au 36180", "stop au 36184", "stop au 36200", "stop 36034", "stop 36063",
        "stop 36111", "stop 36173", "stop 36180", "stop 36184", "stop 36200", "vous désabonner",
        "vous desabonner", "désabonnement", "desabonnement", "vous désinscrire", "vous desinscrire",
        "se désinscrire", "vous opposer", "ne plus être appelé", "ne plus recevoir"
      in es "responde baja", "responda baja", "envía baja", "envia baja", "envíe baja", "envie baja",
        "darse de baja", "darte de baja", "date de baja", "dese de baja", "responde stop",
        "responda stop", "envía stop", "envia stop", "envíe stop", "envie stop", "no recibir más",
        "no recibir mas", "dejar de recibir", "oponerse", "no desea que le llamemos"
      in de "mit stop antworten", "mit stopp antworten", "antworten sie mit stop",
        "antworten sie mit stopp", "antworte mit stop", "antworte mit stopp", "antworten sie stop",
        "antworte stop", "sms mit stop", "stop an die", "stopp an die", "stop senden", "stopp senden",
        "sende stop", "senden sie stop", "abmelden", "abmeldung", "abbestellen", "austragen",
        "widersprechen", "widerspruch", "keine werbung mehr", "nicht mehr anrufen",
        "nicht mehr angerufen"
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
      in en "msg & data rates may apply", "msg&data rates may apply",
        "message and data rates may apply", "msg and data rates may apply", "std msg rates",
        "standard message rates"
      in fr "appel non surtaxé", "non surtaxé", "prix d'un sms", "coût d'un sms"
      in es "coste del sms", "coste de un sms"
      in de "kosten einer sms", "zum normalen sms-tarif"
    }

    /// How many messages to expect.
    phrases frequency {
      in en "msgs/month", "msg/month", "msgs/mo", "msgs per month", "messages per month",
        "messages a month", "msgs/week", "msgs per week", "messages per week", "messages a week",
        "message frequency", "msg frequency"
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
      in en "call is recorded", "call is being recorded", "call may be recorded", "calls are recorded",
        "calls may be recorded", "recorded line"
      in fr "appel est enregistré", "appel peut être enregistré", "appels sont enregistrés",
        "conversation est enregistrée"
      in es "llamada está siendo grabada", "llamada será grabada", "llamada puede ser grabada",
        "esta llamada se graba"
      in de "anruf wird aufgezeichnet", "gespräch wird aufgezeichnet",
        "anruf kann aufgezeichnet werden", "gespräch kann aufgezeichnet werden"
    }

    /// That no human is speaking or writing.
    phrases ai {
      in en "ai assistant", "ai agent", "ai-generated", "artificial intelligence", "virtual assistant",
        "automated assistant", "automated voice", "artificial voice"
      in fr "intelligence artificielle", "assistant virtuel", "assistant ia", "voix de synthèse",
        "agent conversationnel"
      in es "inteligencia artificial", "asistente virtual", "asistente de ia", "voz artificial",
        "voz sintética"
      in de "künstliche intelligenz", "künstlichen intelligenz", "ki-assistent", "ki-assistentin",
        "virtueller assistent", "virtuelle assistentin", "künstliche stimme"
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
      and any p in relationship.purchases
        where p.kind is one of sale, contract, lease, membership, free_account
        and p.seller is "ours"
        and p.refusal_offered
        and not p.at after attempt
        and (p.subject is offer.subject or offer.similar_to includes p.subject)

    """#),
  ShippedPolicy(
    "practice.fence", name: "practice", parent: nil,
    coverage: .everyone,
    ruleCount: 98, concernsEveryList: true, mentions: [],
    #"""
    /// What good practice asks of whoever owns a list of phone numbers, wherever its people live.
    ///
    /// The duties come from practice texts, not from law. A policy of a place may ask for more, never for
    /// less; an organisation that decides otherwise says so in a dated `waive`.
    policy practice "Good practice for phone number lists" covers everyone

    source practice_texts "Practice texts on phone number lists" {
      cite "Five practice texts,"
      reviewed 2026-11-22 every 12 months
      evidence secondary
      confidence medium
    }

    note silence "The texts give hardly a number: every constant below is this policy's own choice, to be argued with"
      under practice_texts
    note scope on registers_known, scrubbed_before_campaign
      "Which register binds whom, and how old a scrub may be, is the law of each place and stands in its policy"
      under practice_texts "000"
    note scope on explicit_consent
      "Stricter than many laws: they let customers be written to, or companies be called, without express consent"
      under practice_texts "001, 002, 004"

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
      any o in opt_outs
        where o.channel is any and o.purpose is any and no c in consents where c.granted_at after o.at

    define active "Reacted, or joined, lately" =
      last_engaged_at within active_span before attempt
      or origin.collected_at within active_span before attempt

    define dormant "Quiet for a while" =
      not active
      and (last_engaged_at within dormant_span before attempt
        or origin.collected_at within dormant_span before attempt)

    define gone "Quiet for so long that nobody is there" = not active and not dormant

    define dead_number "Disconnected the last time, and not reached since" =
      any h in history
        where h.outcome is disconnected
        and no later in history
          where later.at after h.at and later.outcome is one of answered, delivered, replied, clicked

    define repeated_share = share of contacts where phone is repeated
    define invalid_share = share of contacts where not number.valid
    define suppressed_share = share of contacts where wants_no_contact

    // ---- Segments ---------------------------------------------------------------------------------------

    segment active_contacts "Active" = active
    segment dormant_contacts "Dormant: to be won back" = dormant
    segment gone_contacts "Gone: to be pruned" = gone
    segment keen_contacts "Clicked or replied three times in 90 days" =
      active
      and (count of h in history
          where h.outcome is one of clicked, replied and h.at within 90 days before attempt) at least 3
    segment lost_buyers "Bought once, left since" =
      journey is "churned" and any p in relationship.purchases where p.kind is sale

    // ---- Registers --------------------------------------------------------------------------------------

    rule registers_known "Know the registers and the law of every market aimed at" {  // PR-01
      under practice_texts "000"
      applies when promotional
      require every t in plan.targets where programme.law_review.covers includes t
      fix "Find out which registers bind in each target, and enter the place in `law_review.covers`."
    }

    rule register_subscribed "Be registered with every register used" {  // PR-02
      under practice_texts "000"
      require every s in plan.scrubs
          where (any r in sender.registrations
              where r.register is s.register
              and (r.until is none or r.until after attempt or r.until same day as attempt))
          or (any r in programme.registrations
              where r.register is s.register
              and (r.until is none or r.until after attempt or r.until same day as attempt))
      fix "Subscribe to the register and enter the subscription in `registrations`."
    }

    rule scrubbed_before_campaign "Scrub the list before every campaign" {  // PR-03
      under practice_texts "000"
      applies when promotional
      require any s in plan.scrubs where s.removed
      require every s in plan.scrubs
          where any r in plan.scrubs
            where r.register is s.register and r.removed and r.at within scrub_age before attempt
      fix "Scrub again, at the register's own interval and at least every 31 days, and take listed numbers out."
    }

    rule scrub_yourself "Scrub supplied numbers yourself, whatever their vendor says" {  // PR-04
      under practice_texts "000"
      severity block
      applies when promotional and supplied
      require any s in plan.scrubs
          where s.by is "own" and s.removed and s.at is given and not s.at before audience.merged_at
      fix "Scrub the joined list under your own subscription."
    }

    rule scrub_evidence "Keep records of when and how numbers were scrubbed" {  // PR-20
      under practice_texts "000"
      require every s in plan.scrubs
          where s.at is given
          and s.mode is given
          and s.evidence is given
          and (s.mode is not download or s.version is given)
      keep scrub_records for scrub_record_life after scrub
    }

    // ---- The own list and opt-outs ----------------------------------------------------------------------

    rule opt_out_at_once "An opt-out counts from the moment it is said" {  // PR-06
      under practice_texts "000, 001, 003, 004"
      severity block
      applies when not necessary
      honour opt-outs at once
      except when confirms_opt_out
      fix "Leave the person out."
    }

    rule opt_out_entered_fast "Opt-outs reach the own list at once" {  // PR-06
      under practice_texts "000, 004"
      require programme.opt_out.honoured_within at most opt_out_delay_limit
    }

    rule opt_out_routes "Opt-outs are taken by every route: spoken, reply, link, letter" {  // PR-05
      under practice_texts "000, 001"
      require programme.opt_out.methods includes all of "spoken", "stop_reply", "link"
      require programme.opt_out.methods includes any of "post", "letter"
    }

    rule opt_out_words "Other replies than STOP are understood too" {  // PR-05
      under practice_texts "000, 001"
      severity advise
      require length of programme.opt_out.keywords at least opt_out_words_floor
    }

    rule opt_out_in_call "Agents end the matter in the call in which they hear no" {  // PR-19
      under practice_texts "000"
      applies when channel is voice
      require programme.opt_out.during_call
    }

    rule one_own_list "One own list, shared by CRM, automation and dialler" {  // PR-07
      under practice_texts "000, 002, 003"
      require every s in programme.systems
          where s.suppression_synced and s.sync_delay at most sync_delay_limit
      require any s in programme.systems where s.kind is "crm"
      require any s in programme.systems where s.kind is "automation"
      require channel is not voice or any s in programme.systems where s.kind is "dialler"
    }

    rule own_list_owner "One person answers for the own list" {  // PR-08
      under practice_texts "000"
      require programme.suppression.owner is given
    }

    rule own_list_applied "No send without a match against the own list" {  // PR-09
      under practice_texts "000, 003"
      severity block
      require audience.suppressed_at within own_list_limit before attempt
      fix "Match the list against the own suppression list and enter the time in `audience.suppressed_at`."
    }

    rule own_list_fresh "Match against the own list just before each send" {  // PR-09
      under practice_texts "000, 003"
      require audience.suppressed_at within own_list_age before attempt
    }

    rule none_suppressed "Nobody on the list who wants no contact" {  // PR-09
      under practice_texts "000, 003"
      severity block
      require suppressed_share at most suppressed_limit
      fix "Take out everybody who opted out of everything."
    }

    rule joined_before_use "Apply the own list to bought data before it is used" {  // PR-12
      under practice_texts "000"
      applies when audience.sources includes any of purchased, partner
      require audience.suppressed_at is given and not audience.suppressed_at before audience.merged_at
    }

    rule text_opt_out "Every text says how to stop" {  // PR-18
      under practice_texts "000, 001, 003"
      severity block
      applies when promotional and texting
      message says opt_out
      fix "Add words such as `Reply STOP to opt out.`"
    }

    rule text_identity "Every text says who sends it" {  // PR-18
      under practice_texts "000, 001"
      applies when texting
      message says identity
    }

    rule call_script "The script says who calls and offers to stop" {  // PR-18
      under practice_texts "000"
      applies when promotional and channel is voice
      script says identity, opt_out
    }

    rule scripts_on_file "Scripts and templates are reviewed, and say who and how to stop" {  // PR-18
      under practice_texts "000"
      require every s in programme.scripts
          where s.says includes all of identity, opt_out
          and s.reviewed_at within script_review_age before attempt
    }

    // ---- Where numbers come from ------------------------------------------------------------------------

    rule bought_numbers "No bought number without proof of scrub and of consent for this very use" {  // PR-13
      under practice_texts "000, 001, 002, 004"
      severity block
      applies when promotional
      forbid origin.kind is purchased
      except when origin.proof_of_scrub_at within proof_age before attempt
        and origin.proof_of_consent is given
        and consent express for exactly this channel, purpose, sender where evidence is given
      fix "Leave bought numbers out; ask people yourself."
    }

    rule bought_lists "Better no bought list at all" {  // PR-13
      under practice_texts "001, 002, 004"
      severity advise
      forbid audience.sources includes purchased
    }

    rule gathered_numbers "No scraped, generated or directory number without consent" {  // PR-14
      under practice_texts "004"
      severity block
      applies when promotional and origin.kind is one of scraped, public_directory, generated
      consent express for this channel, purpose where evidence is given
      fix "Leave out numbers whose owners never gave them to you."
    }

    rule partner_numbers "No partner's list without consent given to you" {  // PR-15
      under practice_texts "004"
      severity block
      applies when promotional and origin.kind is one of partner, referral
      consent express for this channel, purpose where sender is this sender or wording.names_sender
      fix "Ask people yourself, or have the partner ask in your name."
    }

    rule vendors_vetted "Vendors are vetted: how they scrub, what consent they show, how safe they are" {  // PR-16
      under practice_texts "000, 001, 002"
      require every v in programme.vendors
          where v.vetted_at within vendor_review_age before attempt
          and (v.role is not "list"
            or (v.scrub_method is given and v.consent_evidence and v.security_standard is given))
    }

    rule supplier_vetted "The number's supplier is one of the vetted vendors" {  // PR-16
      under practice_texts "000, 002"
      applies when supplied
      require any v in programme.vendors
          where v.name is origin.vendor and v.vetted_at within vendor_review_age before attempt
    }

    // ---- Consent ----------------------------------------------------------------------------------------

    rule explicit_consent "Explicit, verifiable consent for this channel and this purpose" {  // PR-22 PR-26
      under practice_texts "001, 002, 004"
      severity block
      applies when promotional
      consent express for this channel, purpose where evidence is given and method is given
      fix "Ask for consent to this channel and purpose, and keep the evidence."
    }

    rule act_of_consent "Consent is a clear act: no box ticked beforehand, no silence" {  // PR-22
      under practice_texts "001, 004"
      severity block
      applies when promotional
      consent express for this channel, purpose
        where double_opt_in
        or method is one of paper_form, spoken, sms_keyword, reply, email, key_press, in_person,
        double_opt_in
        or (method is one of web_form, in_app and not preticked)
    }

    rule channel_consent "Consent to email or to one channel is none to another" {  // PR-27
      under practice_texts "002"
      severity block
      applies when promotional
      consent express for this channel where channel is this channel or wording.states_channels
      fix "Ask for consent to this channel by name."
    }

    rule informed_consent "People were told why, what kinds of message, and their rights" {  // PR-23
      under practice_texts "004"
      applies when promotional
      consent express for this channel, purpose
        where wording.states_purpose
        and wording.states_channels
        and wording.states_rights
        and wording.states_withdrawal
        and wording.privacy_link
    }

    rule specific_consent "Consent names this purpose, not whatever may come" {  // PR-24
      under practice_texts "002, 004"
      applies when promotional
      consent express for exactly this purpose where not wording.broad and not bundled
    }

    rule plain_consent "Consent is asked for in plain words" {  // PR-25
      under practice_texts "004"
      applies when promotional
      consent express for this channel, purpose where wording.plain_language
    }

    rule confirmed_consent "Consent confirmed a second time" {  // PR-26
      under practice_texts "001"
      severity advise
      applies when promotional
      consent express for this channel, purpose where double_opt_in
    }

    rule granular_choice "People choose among kinds of contact" {  // PR-28
      under practice_texts "004"
      require programme.consent_records.granular
    }

    rule chosen_channel "Contact comes by a channel that the person chose" {  // PR-28
      under practice_texts "002, 004"
      applies when promotional
      require preferences.channels is none or preferences.channels includes channel
    }

    rule web_form "A web form: labelled field, box left unticked, privacy notice beside it" {  // PR-29
      under practice_texts "004"
      require every p in programme.collection_points
          where p.kind is not one of web_form, in_app
          or (p.labelled and not p.preticked and p.privacy_link)
    }

    rule paper_form "A paper form: purpose stated, signature or mark" {  // PR-30
      under practice_texts "004"
      require every p in programme.collection_points
          where p.kind is not paper_form or (p.states_purpose and p.signature)
    }

    rule spoken_consent "Spoken consent is recorded" {  // PR-31
      under practice_texts "004"
      applies when promotional
      require every c in consents where c.method is not spoken or c.recording is given
    }

    rule keyword_opt_in "An opt-in by keyword shows terms and how to stop" {  // PR-32
      under practice_texts "004"
      require every p in programme.collection_points
          where p.kind is not sms_keyword or (p.terms and p.states_withdrawal)
    }

    rule privacy_notice "The privacy notice covers practice, use, security, retention and rights" {  // PR-33
      under practice_texts "001, 004"
      require programme.privacy_notice.url is given
      require programme.privacy_notice.reviewed_at within notice_review_age before attempt
      require programme.privacy_notice.covers includes all of "practices", "use", "security",
        "retention", "access", "rectification", "erasure", "objection"
    }

    rule privacy_link "The privacy notice can be reached from every collection point" {  // PR-33
      under practice_texts "001, 004"
      require every p in programme.collection_points where p.privacy_link
    }

    rule purpose_stated "Every collection point says for what the number is collected" {  // PR-34
      under practice_texts "001, 002"
      require every p in programme.collection_points where p.states_purpose
    }

    rule purpose_limit "A number given for one thing is not used for another" {  // PR-34
      under practice_texts "001, 002"
      applies when not necessary
      require origin.purposes includes purpose
        or consent express for this channel, purpose
        or soft_opt_in
    }

    rule honest_collection "No deception where numbers are collected" {  // PR-35
      under practice_texts "001"
      require every p in programme.collection_points
          where p.reviewed_for_deception_at within form_review_age before attempt
    }

    rule consent_records "Opt-ins are on record: date, method, purpose, wording" {  // PR-21
      under practice_texts "000, 004"
      require programme.consent_records.fields includes all of "date", "method", "purpose", "wording"
      keep consent_evidence for consent_record_life after last_use
    }

    rule opt_out_records "Opt-outs are on record, and the own list is never thrown away" {  // PR-21
      under practice_texts "000, 004"
      require programme.opt_out.recorded
      require programme.suppression.fields includes all of "phone", "at", "scope"
      require programme.suppression.kept_until is none
    }

    // ---- Hygiene ----------------------------------------------------------------------------------------

    rule duplicates_merged "Duplicates are merged before use" {  // PR-10
      under practice_texts "000, 002, 003, 004"
      require audience.deduplicated_at within deduplication_age before attempt
      require not audience.deduplicated_at before audience.merged_at
    }

    rule no_duplicates "No number stands on the list twice" {  // PR-10
      under practice_texts "000, 002, 003, 004"
      require repeated_share at most repeated_limit
    }

    rule valid_number "The number can exist" {  // PR-11
      under practice_texts "002, 003, 004"
      require number.valid
    }

    rule few_invalid "Hardly an invalid number on the list" {  // PR-11
      under practice_texts "002, 003, 004"
      require invalid_share at most invalid_limit
    }

    rule disconnected_removed "No disconnected number" {  // PR-11
      under practice_texts "000, 004"
      forbid dead_number
    }

    rule failures_removed "No number to which nothing could be delivered time and again" {  // PR-41
      under practice_texts "003, 004"
      require (count of h in history
            where h.outcome is one of bounced, undelivered
            and h.at within failure_span before attempt) at most failure_limit
    }

    rule failures_handled "Bounces leave the active list by themselves" {  // PR-41
      under practice_texts "003, 004"
      require programme.cleaning.automated includes "bounces"
    }

    rule validated_at_entry "Numbers are validated where they are collected" {  // PR-36
      under practice_texts "002, 003"
      require every p in programme.collection_points where p.validates
    }

    rule validated_in_batch "The list was validated lately" {  // PR-37
      under practice_texts "002, 004"
      require audience.validated_at within validation_age before attempt
    }

    rule one_format "Numbers are kept in one standard format" {  // PR-38
      under practice_texts "003, 004"
      require programme.data_quality.format is "E.164"
    }

    rule designed_fields "Fields follow the purpose and have validation rules" {  // PR-39
      under practice_texts "004"
      require programme.data_quality.schema_at is given and programme.data_quality.validation_rules
    }

    rule sensitive_data "No sensitive data without a need that was justified lately" {  // PR-39
      under practice_texts "002, 004"
      require programme.sensitive_data is none
        or programme.sensitive_data.justified_at within need_review_age before attempt
    }

    rule entry_standard "Data entry follows a written standard" {  // PR-64
      under practice_texts "003, 004"
      require programme.data_quality.standard_at within standard_age before attempt
    }

    rule cleaning_schedule "Lists are cleaned on a schedule" {  // PR-40
      under practice_texts "003, 004"
      require programme.cleaning.every at most cleaning_interval
      require programme.cleaning.last_at within cleaning_interval before attempt
    }

    rule cleaning_automated "Merging, formatting and validating run by themselves" {  // PR-40
      under practice_texts "003, 004"
      severity advise
      require programme.cleaning.automated includes all of "merge", "format", "validate"
    }

    rule easy_updates "People change their details and choices easily and free of charge" {  // PR-44
      under practice_texts "003, 004"
      require programme.opt_out.preference_centre and programme.opt_out.free
      require programme.opt_out.as_easy_as_opt_in
        and programme.opt_out.steps at most opt_out_steps_limit
    }

    rule details_confirmed "People were asked lately whether their details still hold" {  // PR-44
      under practice_texts "003, 004"
      severity advise
      require verified_at within confirmation_age before attempt
    }

    rule list_audited "The list is audited for accuracy, compliance and hygiene" {  // PR-63
      under practice_texts "001, 003, 004"
      require programme.list_audit.at within list_audit_age before attempt
      require programme.list_audit.covers includes all of "accuracy", "compliance", "hygiene"
      require programme.list_audit.open_findings is 0
    }

    // ---- Segments, engagement, pressure -----------------------------------------------------------------

    rule segmented "A campaign names the segment that it is for" {  // PR-42
      under practice_texts "001, 002, 003, 004"
      applies when promotional
      require plan.segment is given
    }

    rule in_segment "A contact belongs to the tier that the plan names" {  // PR-42
      under practice_texts "001, 003"
      require (plan.segment is not "active" or active) and (plan.segment is not "dormant" or dormant)
    }

    rule win_back "Dormant contacts get a win-back campaign, and not for ever" {  // PR-43
      under practice_texts "001, 003, 004"
      applies when promotional and dormant
      require plan.kind is reactivation
      cap win_back_limit in any win_back_span
    }

    rule gone_pruned "Who is gone is left out" {  // PR-43
      under practice_texts "001, 003, 004"
      applies when promotional
      forbid gone
      fix "Prune contacts that did not react for 18 months."
    }

    rule daily_pressure "Not twice on one day" {  // PR-45
      under practice_texts "001, 002"
      applies when promotional
      cap contacts_a_day per day
    }

    rule call_pressure "Few calls a week, over all campaigns" {  // PR-45
      under practice_texts "001, 002"
      applies when promotional and channel is voice
      cap calls_a_week by voice per week
    }

    rule text_pressure "Few texts a month, over all campaigns" {  // PR-45
      under practice_texts "001, 002"
      applies when promotional and texting
      cap texts_a_month by sms, mms, rcs, whatsapp per month where purpose is this purpose
    }

    rule asked_pressure "Not more often than the person asked for" {  // PR-45
      under practice_texts "002, 004"
      applies when promotional
      require preferences.max_per_month is none
        or (count of p in prior where p.at same month as attempt) < preferences.max_per_month
    }

    // ---- What only people can judge ---------------------------------------------------------------------

    gap valuable_content "Whether the message is worth the person's while" {  // PR-46
      under practice_texts "001, 002"
      applies when promotional
    }

    gap honest_content "Whether the message is true and does not mislead" {  // PR-47
      under practice_texts "001"
      applies when promotional
    }

    // ---- Sharing, retention, people's requests ----------------------------------------------------------

    rule no_sharing "No selling or sharing of numbers without consent" {  // PR-48
      under practice_texts "001"
      require programme.sharing.consent_required
        or (not programme.sharing.sells
          and (programme.sharing.shares_with is none or length of programme.sharing.shares_with is 0))
    }

    rule retention_schedule "Everything but the own list is deleted or made anonymous by itself" {  // PR-51
      under practice_texts "002, 004"
      require any r in programme.retention where r.data is "contacts"
      require every r in programme.retention
          where r.data is "suppression"
          or (r.keep_for is given and r.then is one of "delete", "anonymise" and r.automatic)
    }

    rule contact_retention "A contact is kept no longer than the purpose needs it" {  // PR-51
      under practice_texts "002, 004"
      erase contact within contact_life after last_engaged_at
      except when programme.legal_hold
    }

    rule requests_answered "Requests for access, rectification and erasure are answered" {  // PR-52
      under practice_texts "004"
      require programme.requests_of_people.kinds includes all of "access", "rectification", "erasure"
      require programme.requests_of_people.answered_within at most answer_limit
    }

    // ---- Security ---------------------------------------------------------------------------------------

    rule encrypted "Data is encrypted on the way and where it lies" {  // PR-53
      under practice_texts "002, 003, 004"
      require programme.security.encrypted_in_transit and programme.security.encrypted_at_rest
    }

    rule access_by_role "Access by role, limited to need, reviewed" {  // PR-54
      under practice_texts "002, 003, 004"
      require programme.security.role_based_access
      require programme.security.access_reviewed_at within access_review_age before attempt
    }

    rule storage_audited "Storage meets a standard and is audited" {  // PR-55
      under practice_texts "001, 004"
      require programme.security.storage_standard is given
      require programme.security.storage_audited_at within security_audit_age before attempt
    }

    rule backups "Backups are made, and restoring is tested" {  // PR-56
      under practice_texts "004"
      require programme.security.backup_every at most backup_interval
      require programme.security.restore_tested_at within restore_test_age before attempt
    }

    rule audit_trail "Every access and change leaves a trace, and security is audited" {  // PR-57
      under practice_texts "004"
      require programme.security.audit_trail
      require programme.security.audited_at within security_audit_age before attempt
    }

    rule vendor_security "Third parties meet the same security" {  // PR-58
      under practice_texts "001"
      require every v in programme.vendors where v.security_standard is given and v.contract_at is given
    }

    // ---- Systems, people, watching ----------------------------------------------------------------------

    rule system_of_record "One central system holds the truth" {  // PR-59
      under practice_texts "002, 003, 004"
      require (count of s in programme.systems where s.system_of_record) is 1
    }

    rule platform_fits "The platform is reviewed for size and needs" {  // PR-60
      under practice_texts "004"
      severity advise
      require programme.platform_review.at within platform_review_age before attempt
    }

    rule automated_work "Verification, segmentation and suppression are automated" {  // PR-61
      under practice_texts "003"
      severity advise
      require programme.automation includes all of "verification", "segmentation", "suppression"
    }

    rule staff_trained "Everybody who touches lists was trained in registers, opt-outs, ethics and data quality" {  // PR-17
      under practice_texts "000, 003, 004"
      require any t in programme.training
          where t.roles includes "account_managers"
          and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
          and t.at within training_age before attempt
          and t.share_of_staff at least training_share
      require any t in programme.training
          where t.roles includes "sales"
          and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
          and t.at within training_age before attempt
          and t.share_of_staff at least training_share
      require any t in programme.training
          where t.roles includes "customer_service"
          and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
          and t.at within training_age before attempt
          and t.share_of_staff at least training_share
      require any t in programme.training
          where t.roles includes "data_entry"
          and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
          and t.at within training_age before attempt
          and t.share_of_staff at least training_share
    }

    rule callers_trained "Whoever calls was trained in the same" {  // PR-17
      under practice_texts "000"
      applies when channel is voice
      require any t in programme.training
          where t.roles includes "telemarketers"
          and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
          and t.at within training_age before attempt
          and t.share_of_staff at least training_share
    }

    rule texters_trained "Whoever sends texts was trained in the same" {  // PR-17
      under practice_texts "000"
      applies when texting
      require any t in programme.training
          where t.roles includes "sms_marketers"
          and t.topics includes all of "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
          and t.at within training_age before attempt
          and t.share_of_staff at least training_share
    }

    rule rates_watched "Delivery, open, response, bounce, complaint and opt-out rates are watched" {  // PR-62
      under practice_texts "003"
      require programme.monitoring.metrics includes all of "delivery_rate", "open_rate",
        "response_rate", "bounce_rate", "complaint_rate", "opt_out_rate"
      require programme.monitoring.reviewed_at within monitoring_age before attempt
    }

    rule delivery_alarm "Many messages do not arrive: act" {  // PR-62
      under practice_texts "003"
      applies when metrics.delivery_rate is given
      require metrics.delivery_rate.value at least delivery_floor
    }

    rule bounce_alarm "Many messages bounce: act" {  // PR-62
      under practice_texts "003"
      applies when metrics.bounce_rate is given
      require metrics.bounce_rate.value at most bounce_limit
    }

    rule complaint_alarm "Many people complain: act" {  // PR-62
      under practice_texts "003"
      applies when metrics.complaint_rate is given
      require metrics.complaint_rate.value at most complaint_limit
    }

    rule opt_out_alarm "Many people opt out: act" {  // PR-62
      under practice_texts "003"
      applies when metrics.opt_out_rate is given
      require metrics.opt_out_rate.value at most opt_out_limit
    }

    rule handling_audited "Data handling is audited" {  // PR-63
      under practice_texts "001"
      require programme.processing_audit.at within processing_audit_age before attempt
    }

    rule complaints_heard "Complaints and feedback are taken, read and acted upon" {  // PR-49
      under practice_texts "001"
      require programme.complaints.procedure_at within procedure_age before attempt
      require programme.feedback.channel is given
      require programme.feedback.reviewed_at within feedback_age before attempt
    }

    rule law_watched "The law of every region is followed, and reviewed" {  // PR-50
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
          {
            channel sms  purpose marketing  level express  granted_at 2026-06-01T10:00Z
            method web_form  preticked false  evidence "forms/17"
          }
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
      plan {
        channel sms  purpose transactional  at 2026-11-02T15:00Z  audience {
            suppressed_at 2026-11-02T12:00Z
          }
      }
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
          {
            channel email  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  preticked false  evidence "forms/1"
          }
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
          {
            channel voice  purpose service  level express  granted_at 2026-01-01T00:00Z
            method web_form  preticked false  evidence "forms/1"
          }
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
          {
            channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  preticked true  double_opt_in false  evidence "forms/1"
          },
          {
            channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method browsing  preticked false  double_opt_in false  evidence "logs/1"
          }
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
          {
            channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  double_opt_in false  evidence "forms/1"
          }
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
          {
            channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method web_form  double_opt_in true  evidence "forms/1"
          }
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
          {
            channel sms  purpose marketing  level written  granted_at 2026-01-01T00:00Z
            method paper_form  evidence none
          }
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
          {
            channel sms  purpose marketing  level presumed  granted_at 2026-01-01T00:00Z
            method contract  evidence "contracts/1"
          }
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
          {
            channel any  purpose any  level express  granted_at 2026-01-01T00:00Z
            method paper_form  evidence "forms/1"  wording "v3"  bundled false
          }
        ]
      }
      programme {
        wordings [
          {
            id "v3"  states_purpose true  states_channels true  states_rights true
            states_withdrawal true
            privacy_link true  plain_language true  broad true
          }
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
          {
            channel any  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method paper_form  evidence "forms/1"  wording "v1"  bundled false
          }
        ]
      }
      programme {
        wordings [
          {
            id "v1"  states_purpose true  states_channels false  states_rights false
            states_withdrawal true
            privacy_link true  plain_language false  broad false
          }
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
          {
            channel any  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method paper_form  evidence "forms/1"  wording "v1"
          }
        ]
      }
      expect channel_consent unproven
    }

    test "spoken consent without a recording" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method spoken  recording none  evidence "calls/1"
          }
        ]
      }
      expect spoken_consent fails
    }

    test "spoken consent on tape" {
      plan { channel voice  technology manual  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        consents [
          {
            channel voice  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method spoken  recording "tapes/1"  evidence "calls/1"
          }
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
            purchases [
              {
                at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered true
              }
            ]
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
            purchases [
              {
                at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered true
              }
            ]
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
            purchases [
              {
                at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered false
              }
            ]
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
            purchases [
              {
                at 2026-05-01T10:00Z  subject "shoes"  kind sale  seller "ours"  refusal_offered true
              }
            ]
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
      plan { channel sms  purpose marketing  role first  at 2026-11-02T15:00:01Z }
      contact {
        phone "+13055550142"
        opt_outs [{ channel sms  purpose marketing  at 2026-11-02T15:00:00Z  via stop_reply }]
        consents [
          {
            channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method sms_keyword  evidence "sms/1"
          }
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
        opt_outs [{ channel sms  purpose marketing  at 2026-11-02T15:00:01Z  via stop_reply }]
        consents [
          {
            channel sms  purpose marketing  level express  granted_at 2026-01-01T00:00Z
            method sms_keyword  evidence "sms/1"
          }
        ]
      }
      expect opt_out_at_once passes
      expect explicit_consent passes
    }

    test "consent given after the opt-out lifts it" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"
        opt_outs [{ channel any  purpose any  at 2026-03-01T00:00Z  via spoken }]
        consents [
          {
            channel sms  purpose marketing  level express  granted_at 2026-06-01T00:00Z
            method sms_keyword  evidence "sms/1"
          }
        ]
      }
      expect opt_out_at_once passes
      expect explicit_consent passes
    }

    test "one message may say that the opt-out was heard" {
      plan { channel sms  role opt_out_confirmation  purpose service  at 2026-11-02T15:05:00Z }
      contact {
        phone "+13055550142"  consents []
        opt_outs [{ channel any  purpose any  at 2026-11-02T15:00:00Z  via stop_reply }]
      }
      expect opt_out_at_once exempt
    }

    test "but not later than five minutes after it" {
      plan { channel sms  role opt_out_confirmation  purpose service  at 2026-11-02T15:05:01Z }
      contact {
        phone "+13055550142"  consents []
        opt_outs [{ channel any  purpose any  at 2026-11-02T15:00:00Z  via stop_reply }]
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
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z  audience { suppressed_at 2026-10-26 }
      }
      contact { phone "+13055550142" }
      expect own_list_applied passes
    }

    test "the own list was applied eight days before" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z  audience { suppressed_at 2026-10-25 }
      }
      contact { phone "+13055550142" }
      expect own_list_applied fails
    }

    test "the own list was applied after the send, or never" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z  audience {
            suppressed_at 2026-11-02T15:00:01Z
          }
      }
      contact { phone "+13055550142" }
      expect own_list_applied fails
      expect own_list_fresh fails
    }

    test "somebody who wants no contact is still on the list" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"  consents []
        opt_outs [{ channel any  purpose any  at 2026-03-01T00:00Z }]
      }
      expect none_suppressed fails
    }

    test "nobody on the list refused everything" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"  consents []
        opt_outs [{ channel sms  purpose any  at 2026-03-01T00:00Z }]
      }
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
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z  audience { sources own_form, event }
      }
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
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z  sender { name "Acme Shoes" }  scrubs []
      }
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
        scrubs [{ register "US.national_dnc"  at 2026-10-10T00:00Z  removed true  by "own" }]
      }
      contact {
        phone "+13055550142"  opt_outs []
        origin {
            kind purchased  vendor "ListCo"  proof_of_scrub_at 2026-10-02  proof_of_consent "proofs/1"
          }
        consents [
          {
            channel sms  purpose marketing  sender "Acme Shoes"  level express
            granted_at 2026-09-01T00:00Z
            method paper_form  evidence "proofs/1"
          }
        ]
      }
      programme { vendors [{ name "ListCo"  role "list"  vetted_at 2025-11-02 }] }
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
        origin {
            kind purchased  vendor "ListCo"  proof_of_scrub_at 2026-10-01  proof_of_consent "proofs/1"
          }
        consents [
          {
            channel sms  purpose marketing  sender "Acme Shoes"  level express
            granted_at 2026-09-01T00:00Z
            method paper_form  evidence "proofs/1"
          }
        ]
      }
      programme { vendors [{ name "ListCo"  role "list"  vetted_at 2025-11-01 }] }
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
          {
            channel sms  purpose marketing  sender any  level express  granted_at 2026-09-01T00:00Z
            method paper_form  evidence "proofs/1"
          }
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
          {
            channel sms  purpose marketing  level express  granted_at 2026-09-01T00:00Z
            method sms_keyword  evidence "sms/1"
          }
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
          {
            channel sms  purpose marketing  sender "Bags & Co"  level express
            granted_at 2026-09-01T00:00Z
            method web_form  evidence "proofs/1"  wording "p1"
          }
        ]
      }
      programme {
        wordings [{ id "p1"  names_sender false }]
        vendors []
      }
      expect partner_numbers fails
      expect supplier_vetted fails
    }

    test "a partner's contact who consented to us by name" {
      plan { channel sms  purpose marketing  at 2026-11-02T15:00Z  sender { name "Acme Shoes" } }
      contact {
        phone "+13055550142"  opt_outs []
        origin { kind partner  vendor "Bags & Co" }
        consents [
          {
            channel sms  purpose marketing  sender "Acme Shoes"  level express
            granted_at 2026-09-01T00:00Z
            method web_form  evidence "proofs/1"
          }
        ]
      }
      expect partner_numbers passes
    }

    // ---- Tests: registers

    test "registers known, subscribed and scrubbed" {
      plan {
        channel sms  purpose marketing  at 2026-11-02T15:00Z
        targets US, GB
        sender { registrations [{ register "US.national_dnc"  id "1"  until 2026-11-02 }] }
        scrubs [
          {
            register "US.national_dnc"  at 2026-10-02  mode download  version 2026-10-01  removed true
            by "own"  evidence "dnc/2"
          },
          {
            register "US.national_dnc"  at 2026-08-01  mode download  version 2026-08-01  removed true
            by "own"  evidence "dnc/1"
          },
          { register "GB.tps"  at 2026-10-30  mode wash  removed true  by "own"  evidence "tps/1" }
        ]
      }
      contact { phone "+13055550142" }
      programme {
        law_review { at 2026-05-02  covers US, GB, FR  evidence "law/1" }
        registrations [{ register "GB.tps"  id "2"  until none }]
        retention [
          { data "scrub_records"  keep_for 5 years  after "scrub"  then "delete"  automatic true }
        ]
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
        sender { registrations [{ register "US.national_dnc"  id "1"  until 2026-11-01 }] }
        scrubs [
          {
            register "US.national_dnc"  at 2026-10-01  mode download  version none  removed true
            by "own"  evidence "dnc/2"
          },
          { register "GB.tps"  at 2026-10-30  mode wash  removed true  by "own"  evidence "tps/1" }
        ]
      }
      contact { phone "+13055550142" }
      programme {
        law_review { at 2026-05-01  covers US  evidence "law/1" }
        registrations [{ register "GB.tps"  id "2"  until none }]
        retention [
          { data "scrub_records"  keep_for 4 years  after "scrub"  then "delete"  automatic true }
        ]
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
      programme { retention [{ data "contacts"  keep_for 24 months  automatic true }] }
      expect win_back not applicable
      expect gone_pruned passes
      expect segmented passes
      expect in_segment passes
      expect contact_retention passes
    }

    test "reacted six months and a day ago: dormant" {
      plan { channel sms  purpose marketing  kind campaign  segment "active"  at 2026-11-02T15:00Z }
      contact {
        phone "+13055550142"  last_engaged_at 2026-05-01  origin { collected_at 2020-01-01 }  history []
      }
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
      plan {
        channel sms  purpose marketing  kind reactivation  segment "dormant"  at 2026-11-02T15:00Z
      }
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
      plan {
        channel sms  purpose marketing  kind reactivation  segment "dormant"  at 2026-11-02T15:00Z
      }
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
      plan {
        channel sms  purpose marketing  kind reactivation  segment "dormant"  at 2026-11-02T15:00Z
      }
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
        retention [
          { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic true }
        ]
      }
      expect contact_retention passes
      expect retention_schedule passes
    }

    test "kept a day too long" {
      plan { channel sms  purpose service  at 2026-11-02T15:00Z }
      contact { phone "+13055550142"  last_engaged_at 2024-11-01 }
      programme {
        legal_hold false
        retention [
          { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic true }
        ]
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
            covers "practices", "use", "security", "retention", "access", "rectification", "erasure",
              "objection"
          }
        collection_points [
          {
            id "web"  kind web_form  labelled true  preticked false  states_purpose true
            privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02
          },
          {
            id "fair"  kind paper_form  states_purpose true  signature true  privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02
          },
          {
            id "key"  kind sms_keyword  terms true  states_withdrawal true  states_purpose true
            privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02
          }
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
          {
            name "dialler"  kind "dialler"  system_of_record false  suppression_synced true
            sync_delay 1 hour
          },
          {
            name "texts"  kind "automation"  system_of_record false  suppression_synced true
            sync_delay 5 minutes
          }
        ]
        platform_review { at 2024-11-02 }
        automation "verification", "segmentation", "suppression"
        data_quality {
            standard_at 2024-11-02  schema_at 2024-01-01  validation_rules true  format "E.164"
          }
        cleaning {
            every 3 months  last_at 2026-08-02  automated "merge", "format", "validate", "bounces"
          }
        list_audit { at 2026-05-02  covers "accuracy", "compliance", "hygiene"  open_findings 0 }
        processing_audit { at 2025-11-02 }
        training [
          {
            roles "telemarketers", "account_managers", "sales"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2025-11-02
            share_of_staff 95%
          },
          {
            roles "customer_service", "data_entry"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2026-02-01
            share_of_staff 100%
          }
        ]
        scripts [{ id "s1"  channel voice  says identity, opt_out, purpose  reviewed_at 2025-11-02 }]
        retention [
          { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic true },
          {
            data "consent_evidence"  keep_for 5 years  after "last_use"  then "anonymise"
            automatic true
          },
          { data "suppression"  keep_for none }
        ]
        security {
            encrypted_in_transit true  encrypted_at_rest true  role_based_access true
            access_reviewed_at 2026-05-02
            storage_standard "ISO 27001"  storage_audited_at 2025-11-02  backup_every 1 day
            restore_tested_at 2026-05-02  audit_trail true  audited_at 2025-11-02
          }
        sensitive_data { kinds "health"  justified_at 2025-11-02 }
        requests_of_people { kinds "access", "rectification", "erasure"  answered_within 1 month }
        complaints { procedure_at 2025-11-02 }
        sharing { sells false  shares_with []  consent_required false }
        vendors [
          {
            name "ListCo"  role "list"  contract_at 2024-01-01  vetted_at 2025-11-02
            security_standard "SOC 2"
            scrub_method "daily download"  consent_evidence true
          },
          {
            name "CloudCo"  role "hosting"  contract_at 2024-01-01  vetted_at 2025-11-02
            security_standard "ISO 27001"
          }
        ]
        monitoring {
            reviewed_at 2026-10-02
            metrics "delivery_rate", "open_rate", "response_rate", "bounce_rate", "complaint_rate",
              "opt_out_rate"
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
            covers "practices", "use", "security", "retention", "access", "rectification", "erasure",
              "objection"
          }
        collection_points [
          {
            id "web"  kind web_form  labelled true  preticked true  states_purpose false
            privacy_link false
            validates false  reviewed_for_deception_at 2025-11-01
          },
          {
            id "fair"  kind paper_form  states_purpose true  signature false  privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02
          },
          {
            id "key"  kind sms_keyword  terms true  states_withdrawal false  states_purpose true
            privacy_link true
            validates true  reviewed_for_deception_at 2025-11-02
          }
        ]
        consent_records { fields "date", "method", "purpose", "channel"  granular false }
        opt_out {
            methods "spoken", "stop_reply", "link", "email"  keywords "STOP"
            free true  steps 3  as_easy_as_opt_in true  recorded false  during_call false
            honoured_within 61 minutes  preference_centre true
          }
        suppression { owner none  fields "phone", "at", "scope"  kept_until 2030-01-01 }
        systems [
          {
            name "crm"  kind "crm"  system_of_record true  suppression_synced true
            sync_delay 61 minutes
          },
          {
            name "dialler"  kind "dialler"  system_of_record true  suppression_synced true
            sync_delay 1 hour
          },
          {
            name "texts"  kind "automation"  system_of_record false  suppression_synced true
            sync_delay 5 minutes
          }
        ]
        platform_review { at 2024-11-01 }
        automation "verification", "suppression"
        data_quality {
            standard_at 2024-11-01  schema_at none  validation_rules true  format "national"
          }
        cleaning { every 4 months  last_at 2026-08-01  automated "merge", "format" }
        list_audit { at 2026-05-01  covers "accuracy", "compliance", "hygiene"  open_findings 0 }
        processing_audit { at 2025-11-01 }
        training [
          {
            roles "telemarketers", "account_managers", "sales"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2025-11-01
            share_of_staff 95%
          },
          {
            roles "customer_service", "data_entry"
            topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"  at 2026-02-01
            share_of_staff 94%
          }
        ]
        scripts [{ id "s1"  channel voice  says identity, purpose  reviewed_at 2025-11-02 }]
        retention [
          { data "contacts"  keep_for 24 months  after "last_engaged"  then "delete"  automatic false },
          {
            data "consent_evidence"  keep_for 4 years  after "last_use"  then "anonymise"
            automatic true
          },
          { data "suppression"  keep_for none }
        ]
        security {
            encrypted_in_transit true  encrypted_at_rest false  role_based_access true
            access_reviewed_at 2026-05-01
            storage_standard "ISO 27001"  storage_audited_at 2025-11-01  backup_every 2 days
            restore_tested_at 2026-05-02  audit_trail true  audited_at 2025-11-01
          }
        sensitive_data { kinds "health"  justified_at 2025-11-01 }
        requests_of_people { kinds "access", "rectification", "erasure"  answered_within 2 months }
        complaints { procedure_at 2025-11-01 }
        sharing { sells false  shares_with "Bags & Co"  consent_required false }
        vendors [
          {
            name "ListCo"  role "list"  contract_at 2024-01-01  vetted_at 2025-11-02
            security_standard none
            scrub_method none  consent_evidence true
          }
        ]
        monitoring {
            reviewed_at 2026-10-01
            metrics "delivery_rate", "open_rate", "response_rate", "bounce_rate", "complaint_rate",
              "opt_out_rate"
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
          {
            roles "sms_marketers"  topics "dnc", "internal_dnc", "opt_out", "ethics", "data_quality"
            at 2025-11-02  share_of_staff 95%
          }
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
        training [
          { roles "sms_marketers"  topics "dnc", "opt_out"  at 2026-02-01  share_of_staff 100% }
        ]
      }
      expect texters_trained fails
    }

    """#),
]
