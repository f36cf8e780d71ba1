// Makes a long list of contacts out of a short one, for measurements that no file should be kept for.
//
//   repeat CONTACTS.ndjson|CONTACTS.csv COUNT
//
// Writes COUNT records to standard output. From the second pass on, ids go on counting and the last four digits of
// every number are others, so that a list of ten times the length has no more duplicates than the short one has.

#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <fstream>
#include <sstream>
#include <string>

int main(int count, char** words) {
  if (count != 3) return 2;
  std::ifstream file(words[1], std::ios::binary);
  std::stringstream all;
  all << file.rdbuf();
  std::string text = all.str();
  long wanted = atol(words[2]), written = 0;
  bool isTable = strstr(words[1], ".csv") != nullptr;
  size_t start = 0;
  if (isTable) {
    start = text.find('\n') + 1;
    fwrite(text.data(), 1, start, stdout);
  }
  const std::string before = isTable ? "" : "{\"id\":\"", between = isTable ? "," : "\",\"phone\":\"", after = isTable ? "," : "\"";
  std::string line;
  for (int pass = 0; written < wanted; pass++) {
    for (size_t at = start; at < text.size() && written < wanted; written++) {
      size_t end = text.find('\n', at) + 1;
      size_t phone = text.find(between, at + before.size()) + between.size();
      size_t rest = text.find(after, phone);
      line = before + std::to_string(written + 1) + between;
      line.append(text, phone, rest - phone);
      size_t digits = line.size() - 4;
      if (pass > 0 && line.find('x', digits) == std::string::npos) {
        int last = atoi(line.c_str() + digits) + pass * 1237;
        char changed[8];
        snprintf(changed, sizeof changed, "%04d", last % 10000);
        line.replace(digits, 4, changed);
      }
      line.append(text, rest, end - rest);
      if (fwrite(line.data(), 1, line.size(), stdout) != line.size()) return 1;
      at = end;
    }
  }
  return fflush(stdout) == 0 ? 0 : 1;
}
