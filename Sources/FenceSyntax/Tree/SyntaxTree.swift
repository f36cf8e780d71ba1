import FenceDiagnostics

/// The lossless tree of a text: every byte stands in exactly one token, and the tokens in their order.
public struct SyntaxTree: Sendable {
  /// The text.
  let source: SourceText
  /// The tokens, each with the white space and comments before it.
  let tokens: [Token]
  /// The tokens and the ends of nodes, in order.
  let events: [SyntaxEvent]

  /// The whole file.
  ///
  /// - Complexity: linear in its tokens, every time: most texts are read for what they declare, and nobody asks.
  var root: SyntaxNode {
    var open: [(element: SyntaxElement, start: UInt32)] = []
    var token = 0
    for (index, event) in events.enumerated() {
      switch event {
      case .token:
        let isUnknown = tokens[token].kind == .unknown
        let element = SyntaxElement.token(token)
        open.append(
          (
            isUnknown ? .node(SyntaxNode(kind: .error, children: [element])) : element,
            UInt32(clamping: index)
          ))
        token += 1
      case .node(let kind, let start):
        let first = open.lastIndex { $0.start < start }.map { $0 + 1 } ?? 0
        let children = open[first...].map(\.element)
        open.removeSubrange(first...)
        open.append((.node(SyntaxNode(kind: kind, children: children)), start))
      }
    }
    return SyntaxNode(kind: .file, children: open.map(\.element))
  }

  /// The bytes of the tokens in the order of the tree: the bytes of the text, whatever is wrong with it.
  public var bytes: [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(source.bytes.count)
    root.forEachToken { index in
      let token = tokens[index]
      result += source.bytes[token.leadingStart..<token.range.upper]
    }
    return result
  }
}

/// What happens to the tree while a text is read from its beginning to its end.
enum SyntaxEvent: Sendable {
  /// The next token is taken; one that means nothing is a mistake by itself.
  case token
  /// Everything since the event with an index is a node.
  case node(SyntaxKind, since: UInt32)
}

/// A node of the tree.
struct SyntaxNode: Sendable {
  /// What it is.
  var kind: SyntaxKind
  /// Its tokens and nodes, in order.
  var children: [SyntaxElement]

  /// Calls the body with the index of every token, in order.
  func forEachToken(_ body: (Int) -> Void) {
    for child in children {
      switch child {
      case .token(let index): body(index)
      case .node(let node): node.forEachToken(body)
      }
    }
  }

  /// The index of the first token, if it has any.
  var firstToken: Int? {
    for child in children {
      switch child {
      case .token(let index): return index
      case .node(let node):
        if let first = node.firstToken { return first }
      }
    }
    return nil
  }
}

/// A child of a node.
enum SyntaxElement: Sendable {
  case node(SyntaxNode)
  /// The index of a token.
  case token(Int)
}

/// The kinds of node: the productions of `Fence.ebnf` of which the tree keeps a node, and mistakes.
enum SyntaxKind: String, CaseIterable, Sendable {
  // Declarations
  case file, edition, policy, source, register, calendar, phrases, constant, define, segment, rule,
    exempt
  case waive, gap, note, extend, override, mapping, test, campaign
  // Clauses
  case phraseClause = "phrase_clause"
  case exemptClause = "exempt_clause"
  case waiveClause = "waive_clause"
  case overrideClause = "override_clause"
  case testClause = "test_clause"
  case within, covers, covered, places, under, from, until, severity, applies
  case businessDays = "business_days"
  case withdrawal, require, forbid, except, fix, on, cite, link, reviewed, evidence, confidence,
    grade
  case certainty, of, channels, lines, recipients, every, measured, binds, by, day
  case dayRule = "day_rule"
  case monthDay = "month_day"
  case shift
  case dayGroup = "day_group"
  case ownField = "own_field"
  case ownType = "own_type"
  case expect
  case recognised, separated, column, header, target, selector, choice, split, always, incomplete,
    rest
  case blank, dates, words, meaning
  // Facts
  case block, field
  case fieldValue = "field_value"
  // Expressions
  case expression, conjunction, negation, comparison, relation, quantified, sum, term, rows
  case duration, period
  // Verbs
  case scrub, listed, permitted, registered, consent, axis
  case optedOut = "opted_out"
  case honour
  case optOutScope = "opt_out_scope"
  case hours, opening
  case dayName = "day_name"
  case span, cap, pause, answers, says, erase, keep, event
  // Names
  case policyName = "policy_name"
  case name
  // Mistakes
  case error = "ERROR"
}
