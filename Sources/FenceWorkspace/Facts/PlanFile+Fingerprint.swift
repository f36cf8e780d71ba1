import FenceDiagnostics

extension PlanFile {
  /// `sha256:` and the digest of the plan's and the programme's bytes: the same wherever the files are kept.
  public var fingerprint: String {
    var digest = SHA256()
    for source in sources {
      digest.update(Array("\(source.bytes.count)\n".utf8))
      digest.update(source.bytes)
    }
    return "sha256:" + digest.hexDigest()
  }
}
