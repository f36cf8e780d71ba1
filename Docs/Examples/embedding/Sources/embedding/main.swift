do {
  for line in try await demonstration() { print(line) }
} catch {
  print(error)
}
