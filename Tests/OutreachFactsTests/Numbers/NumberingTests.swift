import Outreach
import OutreachFacts
import Testing

@Test func probe() {
  let w = compiledWorld()
  for (n, c) in [("+13055550142", nil), ("(305) 555-0142 x123", "US"), ("07700 900123", "GB"), ("+44 (0)20 7946 0958", nil), ("+33 1 99 00 12 34", nil), ("06 39 98 12 34", "FR"), ("0491 570 156", "AU"), ("+61 2 5550 1234", nil), ("+18005550100", nil), ("+551155256325", nil), ("305-555-XXXX", "US"), ("4.47911E+11", nil), ("+1 850 555 0142", nil), ("+1 902 555 0142", nil), ("+12425550142", nil), ("+12423575555", nil), ("+4915123456789", nil), ("447700900123", "GB"), ("0033 1 99 00 12 34", "DE"), ("011 44 7700 900123", "US"), ("3055550142", nil), ("+17875550142", nil), ("+447781555123", nil), ("tel:+1-305-555-0142;ext=12", nil)] as [(String, String?)] {
    print(n, c ?? "-", w.numbers.analyse(n, country: c))
  }
  for z in ["America/New_York", "Europe/Dublin", "Africa/Casablanca", "US/Eastern", "Nope"] { let h = w.zones.history(of: z); print(z, h?.transitions.count ?? -1, h?.offsets.last ?? -9) }
  print(w.zones.names.count, w.places.countries.count, w.places.zones(of: "US-FL"), w.places.subdivision(country: "US", postalCode: "33101") ?? "-", w.places.subdivision(country: "CA", postalCode: "k1a 0b1") ?? "-", w.places.countries(inZone: "US/Eastern"), w.places.name(of: "US") ?? "-", w.places.exists("US-ZZ"))
}
