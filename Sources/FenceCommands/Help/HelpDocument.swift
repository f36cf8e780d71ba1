import FenceReports

/// The help as JSON, `ringfence.help/1`: what commands take, for programs that call them.
struct HelpDocument {
  /// The commands; those of one name where it was asked for.
  var verbs: [Verb]

  /// The topics.
  var topics: [HelpTopic]

  var bytes: [UInt8] {
    var writer = JSONWriter(isIndented: true)
    writer.object {
      $0.member("format", "ringfence.help/1")
      $0.member("tool", tool)
      $0.key("commands")
      $0.array(verbs) { writer, verb in writer.object { write(verb, to: &$0) } }
      $0.key("topics")
      $0.array(topics) { writer, topic in
        writer.object {
          $0.member("name", topic.name)
          $0.member("summary", topic.summary)
          $0.member("text", String(decoding: topic.page(PageStyle()), as: UTF8.self))
        }
      }
      $0.key("exit_statuses")
      $0.array(ExitStatus.allCases) { writer, status in
        writer.object {
          $0.member("status", Int(status.rawValue))
          $0.member("meaning", status.meaning)
        }
      }
    }
    return writer.bytes + Array("\n".utf8)
  }

  private func write(_ verb: Verb, to writer: inout JSONWriter) {
    writer.member("name", verb.name)
    writer.member("summary", verb.summary)
    writer.member("usage", "ringfence \(verb.usage)")
    writer.key("options")
    writer.array(verb.options + [.help]) { writer, option in
      writer.object {
        $0.member("name", option.name)
        $0.member("value", option.value)
        $0.member("choices", option.choices ?? [])
        $0.member("repeats", option.isRepeatable)
        $0.member("help", option.help)
      }
    }
    writer.key("examples")
    writer.array(verb.examples) { writer, example in
      writer.object {
        $0.member("line", example.line)
        $0.member("does", example.does)
      }
    }
  }
}
