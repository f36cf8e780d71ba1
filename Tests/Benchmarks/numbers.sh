#!/usr/bin/env bash
# Prints what reading a phone number costs: nanoseconds in memory, seconds for a million through the program, bytes of tables.
set -euo pipefail
cd "$(dirname "$0")/../.."
swift build -c release --product ringfence >&2
swift build -c release --product workbench >&2
binary="$(swift build -c release --show-bin-path)"
folder="$(mktemp -d)"
trap 'rm -r "$folder"' EXIT
"$binary/workbench" numbers time Tests/Fixtures/numbers.txt "$folder/numbers.txt"
TIMEFORMAT='%U s of user time'
for form in text ndjson csv; do
  printf 'ringfence number - --format %s, a million numbers: ' "$form"
  time "$binary/ringfence" number - --format "$form" < "$folder/numbers.txt" > "$folder/output" || [ $? -eq 1 ]
  printf '  written: %s bytes; read and written by cat: ' "$(stat -c %s "$folder/output")"
  time cat "$folder/numbers.txt" "$folder/output" > "$folder/copy"
done
printf 'tables of numbering in the program: %s bytes\n' \
  "$(sed -n '/"""$/,/^"""#$/p' Sources/OutreachFacts/Numbers/Numbers+Data.swift | wc -c)"
