import FenceCore
import FenceSyntax
import Outreach

extension Lowering {
  /// `message says a, b [first]`: the step's message or script says each of them.
  func says(_ elements: [Written<String>], first: Bool) -> Expression? {
    let words = elements.map { word($0, of: .element) }
    let found = words.compactMap { $0 }
    guard found.count == words.count, !found.isEmpty else { return nil }
    return .conjunction(found.map { .says($0, first: first) })
  }
}
