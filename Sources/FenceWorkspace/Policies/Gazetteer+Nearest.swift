import FenceDiagnostics
import Outreach

extension Gazetteer {
  /// The place that somebody may have meant by a code that names none; nil if none comes near.
  ///
  /// Knows the codes that the European Union uses for two of its members (`UK`, `EL`), states without their country
  /// (`TX`), and slips of the hand.
  func nearest(to code: String) -> String? {
    switch code {
    case "UK": return "GB"
    case "EL": return "GR"
    default: break
    }
    for country in ["US", "CA", "AU"] where exists("\(country)-\(code)") {
      return "\(country)-\(code)"
    }
    let country = Places.country(of: code)
    guard country != code else { return nil }
    if let renamed = nearest(to: country), exists("\(renamed)-\(code.dropFirst(3))") {
      return "\(renamed)-\(code.dropFirst(3))"
    }
    return didYouMean(code, among: subdivisions(of: country))
  }
}
