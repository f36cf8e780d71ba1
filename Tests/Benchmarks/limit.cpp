// The limit: the twelve rules written by hand in C++, as close to the machine as is reasonable.
//
//   limit CONTACTS.ndjson|CONTACTS.csv PLAN.json OUTPUT [threads]
//
// Knows the keys of the workload and no others, reads no escapes, and knows nothing of missing facts. It reads offsets
// of instants, lists of any length, and writes what the oracle writes, in the input's order.

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <string_view>
#include <thread>
#include <vector>

using std::string;
using std::string_view;
using Seconds = int64_t;

namespace {

constexpr Seconds none = INT64_MIN;
constexpr Seconds hour = 3600;

int twoDigits(const char* p) { return (p[0] - '0') * 10 + (p[1] - '0'); }

// Days since 1970-01-01 (H. Hinnant's algorithm for the Gregorian calendar).
Seconds daysOf(int year, int month, int day) {
  year -= month <= 2;
  int era = year / 400;
  unsigned yearOfEra = year - era * 400;
  unsigned dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  unsigned dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146097LL + dayOfEra - 719468;
}

// An RFC 3339 instant with Z or an offset; fractions are cut off.
Seconds instant(string_view text) {
  if (text.size() < 20) return none;
  const char* p = text.data();
  Seconds result = daysOf(twoDigits(p) * 100 + twoDigits(p + 2), twoDigits(p + 5), twoDigits(p + 8)) * 86400 +
                   twoDigits(p + 11) * 3600 + twoDigits(p + 14) * 60 + twoDigits(p + 17);
  size_t at = 19;
  if (p[at] == '.')
    for (at++; at < text.size() && p[at] >= '0' && p[at] <= '9';) at++;
  if (at + 6 <= text.size() && (p[at] == '+' || p[at] == '-')) {
    Seconds offset = twoDigits(p + at + 1) * 3600 + twoDigits(p + at + 4) * 60;
    result -= p[at] == '+' ? offset : -offset;
  }
  return result;
}

struct Register {
  const char* country;
  const char* name;
  Seconds interval;
};
// In the order of the table's columns.
constexpr Register registers[] = {
    {"US", "twelve.us", 744 * hour}, {"GB", "twelve.gb", 672 * hour}, {"FR", "twelve.fr", 720 * hour}, {"AU", "twelve.au", 720 * hour}};

struct Consent {
  string_view channel, purpose, level;
  Seconds granted, withdrawn;
};

struct Earlier {
  string_view channel;
  Seconds at;
};

struct Record {
  string_view id, phone, country, region, zone, origin;
  Seconds refused, engaged, checked, listedSince;
  bool isListed;
  string_view answeredRegister;
  std::vector<Consent> consents;
  std::vector<Earlier> history;

  void clear() {
    id = phone = country = region = zone = origin = answeredRegister = {};
    refused = engaged = checked = listedSince = none;
    isListed = false;
    consents.clear();
    history.clear();
  }
};

struct Step {
  Seconds at;
  string channel, technology, text;
};

struct Scrub {
  string registerName;
  Seconds at;
};

struct Plan {
  string purpose;
  double abandonment = 0;
  std::vector<Step> steps;
  std::vector<Scrub> scrubs;
};

// ---- JSON ----

struct Cursor {
  const char* p;

  void blanks() {
    while (*p == ' ' || *p == '\t' || *p == '\n' || *p == '\r') p++;
  }
  string_view text() {
    const char* start = ++p;
    while (*p != '"') p += *p == '\\' ? 2 : 1;
    string_view result(start, p - start);
    p++;
    return result;
  }
  // A text, or nothing for null.
  string_view textOrNull() {
    blanks();
    if (*p == 'n') {
      p += 4;
      return {};
    }
    return text();
  }
  string_view key() {
    blanks();
    string_view result = text();
    blanks();
    p++;
    blanks();
    return result;
  }
  // Whether another member follows; passes over the comma or the closing mark.
  bool more(char end) {
    blanks();
    return *p++ != end;
  }
  // Enters an array or object; false if it is empty, which is then passed over.
  bool enter(char end) {
    p++;
    blanks();
    if (*p != end) return true;
    p++;
    return false;
  }
  void skip() {
    blanks();
    if (*p == '"') {
      text();
    } else if (*p == '{' || *p == '[') {
      int depth = 0;
      do {
        if (*p == '"') {
          text();
          continue;
        }
        if (*p == '{' || *p == '[') depth++;
        if (*p == '}' || *p == ']') depth--;
        p++;
      } while (depth > 0);
    } else {
      while (*p != ',' && *p != '}' && *p != ']') p++;
    }
  }
};

void readConsent(Cursor& c, Record& record) {
  Consent consent{{}, {}, {}, none, none};
  if (c.enter('}')) do {
      string_view key = c.key();
      if (key == "channel") consent.channel = c.textOrNull();
      else if (key == "purpose") consent.purpose = c.textOrNull();
      else if (key == "level") consent.level = c.textOrNull();
      else if (key == "granted_at") consent.granted = instant(c.textOrNull());
      else if (key == "withdrawn_at") consent.withdrawn = instant(c.textOrNull());
      else c.skip();
    } while (c.more('}'));
  record.consents.push_back(consent);
}

void readAnswer(Cursor& c, Record& record) {
  if (c.enter('}')) do {
      string_view key = c.key();
      if (key == "checked_at") record.checked = instant(c.textOrNull());
      else if (key == "status") record.isListed = c.textOrNull() == "listed";
      else if (key == "listed_at") record.listedSince = instant(c.textOrNull());
      else c.skip();
    } while (c.more('}'));
}

const char* readJSON(const char* start, Record& record) {
  record.clear();
  Cursor c{start};
  c.blanks();
  if (c.enter('}')) do {
      string_view key = c.key();
      if (key == "id") record.id = c.text();
      else if (key == "phone") record.phone = c.text();
      else if (key == "country") record.country = c.textOrNull();
      else if (key == "region") record.region = c.textOrNull();
      else if (key == "time_zone") record.zone = c.textOrNull();
      else if (key == "last_engaged_at") record.engaged = instant(c.textOrNull());
      else if (key == "consents") {
        if (c.enter(']')) do { c.blanks(); readConsent(c, record); } while (c.more(']'));
      } else if (key == "opt_outs") {
        if (c.enter(']')) do {
            c.blanks();
            if (c.enter('}')) do {
                if (c.key() == "at") record.refused = instant(c.textOrNull());
                else c.skip();
              } while (c.more('}'));
          } while (c.more(']'));
      } else if (key == "origin") {
        if (c.enter('}')) do {
            if (c.key() == "kind") record.origin = c.textOrNull();
            else c.skip();
          } while (c.more('}'));
      } else if (key == "history") {
        if (c.enter(']')) do {
            c.blanks();
            Earlier earlier{{}, none};
            if (c.enter('}')) do {
                string_view inner = c.key();
                if (inner == "at") earlier.at = instant(c.textOrNull());
                else if (inner == "channel") earlier.channel = c.textOrNull();
                else c.skip();
              } while (c.more('}'));
            record.history.push_back(earlier);
          } while (c.more(']'));
      } else if (key == "registers") {
        if (c.enter('}')) do {
            record.answeredRegister = c.key();
            readAnswer(c, record);
          } while (c.more('}'));
      } else c.skip();
    } while (c.more('}'));
  while (*c.p != '\n') c.p++;
  return c.p + 1;
}

// ---- CSV ----

string_view cell(const char*& p) {
  const char* start = p;
  while (*p != ',' && *p != '\n') p++;
  string_view result(start, p - start);
  p++;
  return result;
}

string_view part(const char*& p, const char* end) {
  const char* start = p;
  while (p < end && *p != '|' && *p != ';') p++;
  string_view result(start, p - start);
  p++;
  return result;
}

const char* readCSV(const char* p, Record& record) {
  record.clear();
  record.id = cell(p);
  record.phone = cell(p);
  record.country = cell(p);
  record.region = cell(p);
  record.zone = cell(p);
  cell(p);
  string_view packed = cell(p);
  for (const char *q = packed.data(), *end = q + packed.size(); q < end;) {
    Consent consent;
    consent.channel = part(q, end);
    consent.purpose = part(q, end);
    consent.level = part(q, end);
    consent.granted = instant(part(q, end));
    consent.withdrawn = instant(part(q, end));
    part(q, end);
    record.consents.push_back(consent);
  }
  record.refused = instant(cell(p));
  record.engaged = instant(cell(p));
  cell(p);
  record.origin = cell(p);
  packed = cell(p);
  for (const char *q = packed.data(), *end = q + packed.size(); q < end;) {
    Earlier earlier;
    earlier.channel = part(q, end);
    earlier.at = instant(part(q, end));
    record.history.push_back(earlier);
  }
  for (const Register& asked : registers) {
    string_view checked = cell(p), status = cell(p), listed = cell(p);
    if (status.empty()) continue;
    record.answeredRegister = asked.name;
    record.checked = instant(checked);
    record.isListed = status == "listed";
    record.listedSince = instant(listed);
  }
  return p;
}

// ---- the rules ----

int registerOf(string_view country) {
  for (int index = 0; index < 4; index++)
    if (country == registers[index].country) return index;
  return -1;
}

// What a step is on the clock of a zone.
struct Local {
  int minute;
  bool isWeekday;
};

struct Compiled {
  const Plan* plan;
  std::vector<std::pair<string, std::vector<Local>>> zones;
  std::vector<std::array<bool, 4>> scrubbed;
  std::vector<bool> needsWriting;
};

Compiled compile(const Plan& plan) {
  Compiled result{&plan, {}, {}, {}};
  for (const char* name :
       {"America/New_York", "America/Chicago", "America/Denver", "America/Phoenix", "America/Los_Angeles",
        "America/Anchorage", "Pacific/Honolulu", "Europe/London", "Europe/Paris", "Europe/Berlin", "Australia/Sydney",
        "Australia/Brisbane", "Australia/Perth", "Australia/Adelaide"}) {
    setenv("TZ", name, 1);
    tzset();
    std::vector<Local> readings;
    for (const Step& step : plan.steps) {
      time_t time = step.at;
      tm local;
      localtime_r(&time, &local);
      readings.push_back({local.tm_hour * 60 + local.tm_min, local.tm_wday != 0 && local.tm_wday != 6});
    }
    result.zones.push_back({name, readings});
  }
  for (const Step& step : plan.steps) {
    std::array<bool, 4> done{};
    for (int index = 0; index < 4; index++)
      for (const Scrub& scrub : plan.scrubs)
        if (scrub.registerName == registers[index].name && scrub.at <= step.at &&
            step.at <= scrub.at + registers[index].interval)
          done[index] = true;
    result.scrubbed.push_back(done);
    result.needsWriting.push_back(plan.purpose == "marketing" &&
                                  (step.channel == "sms" || step.technology == "autodialed" || step.technology == "prerecorded"));
  }
  return result;
}

const std::vector<Local>& clockOf(const Compiled& compiled, string_view zone) {
  for (const auto& entry : compiled.zones)
    if (entry.first == zone) return entry.second;
  fprintf(stderr, "unknown zone %.*s\n", int(zone.size()), zone.data());
  exit(3);
}

bool isOpen(int index, Local local) {
  int minute = local.minute;
  switch (index) {
    case 0:
    case 1: return minute >= 480 && minute < 1260;
    case 2: return local.isWeekday && ((minute >= 600 && minute < 780) || (minute >= 840 && minute < 1200));
    case 3: return local.isWeekday && minute >= 540 && minute < 1200;
    default: return true;
  }
}

bool isNumber(string_view phone) {
  if (phone.size() < 9 || phone.size() > 16 || phone[0] != '+' || phone[1] < '1' || phone[1] > '9') return false;
  for (char digit : phone.substr(2))
    if (digit < '0' || digit > '9') return false;
  return true;
}

int levelOf(string_view level) { return level == "written" ? 3 : level == "express" ? 2 : level == "presumed" ? 1 : 0; }

unsigned judge(const Record& record, const Compiled& compiled) {
  const Plan& plan = *compiled.plan;
  unsigned failed = isNumber(record.phone) ? 0 : 1;
  if (record.origin == "purchased") failed |= 1 << 9;
  int country = registerOf(record.country);
  bool isFlorida = record.region == "US-FL", isFrance = country == 2;
  const std::vector<Local>& clock = clockOf(compiled, record.zone);
  for (size_t index = 0; index < plan.steps.size(); index++) {
    const Step& step = plan.steps[index];
    Seconds at = step.at;
    bool active = false, written = false, recent = false, lifted = false;
    for (const Consent& consent : record.consents) {
      if (consent.channel != step.channel || consent.purpose != plan.purpose || consent.granted > at) continue;
      if (consent.withdrawn != none && consent.withdrawn <= at) continue;
      if (record.refused != none && record.refused <= at && consent.granted <= record.refused) continue;
      active = true;
      int level = levelOf(consent.level);
      written |= level == 3;
      recent |= at <= consent.granted + 17520 * hour;
      lifted |= level >= 2 && record.refused != none && consent.granted > record.refused;
    }
    if (record.refused != none && record.refused <= at && !lifted) failed |= 1 << 1;
    if (country == 0 && compiled.needsWriting[index] && !written) failed |= 1 << 2;
    if (active && !recent) failed |= 1 << 3;
    if (country >= 0) {
      if (!compiled.scrubbed[index][country]) failed |= 1 << 4;
      if (!active && record.isListed && record.answeredRegister == registers[country].name &&
          record.checked <= at && at <= record.checked + registers[country].interval &&
          (record.listedSince == none || record.listedSince <= at))
        failed |= 1 << 5;
      if (!isOpen(country, clock[index])) failed |= 1 << 6;
    }
    Seconds span = (isFlorida ? 24 : isFrance ? 720 : 168) * hour;
    int limit = isFlorida ? 3 : isFrance ? 4 : 8, count = 1;
    for (size_t other = 0; other < plan.steps.size(); other++)
      count += other != index && plan.steps[other].at > at - span && plan.steps[other].at <= at;
    for (const Earlier& earlier : record.history)
      count += earlier.at > at - span && earlier.at <= at && earlier.channel != "email";
    if (count > limit) failed |= 1 << 7;
    if (record.engaged == none || record.engaged > at || record.engaged + 26304 * hour < at) failed |= 1 << 8;
  }
  return failed;
}

// ---- the run ----

string textOf(const char* path) {
  std::ifstream file(path);
  std::stringstream text;
  text << file.rdbuf();
  return text.str();
}

Plan readPlan(const string& text) {
  Plan plan;
  Cursor c{text.c_str()};
  c.blanks();
  if (c.enter('}')) do {
      string_view key = c.key();
      if (key == "purpose") plan.purpose = c.text();
      else if (key == "metrics") {
        if (c.enter('}')) do {
            if (c.key() == "abandonment_rate") plan.abandonment = atof(string(c.text()).c_str());
            else c.skip();
          } while (c.more('}'));
      } else if (key == "scrubs") {
        if (c.enter(']')) do {
            c.blanks();
            Scrub scrub{{}, none};
            if (c.enter('}')) do {
                string_view inner = c.key();
                if (inner == "register") scrub.registerName = c.text();
                else if (inner == "at") scrub.at = instant(c.text());
                else c.skip();
              } while (c.more('}'));
            plan.scrubs.push_back(scrub);
          } while (c.more(']'));
      } else if (key == "steps") {
        if (c.enter(']')) do {
            c.blanks();
            Step step{none, {}, {}, {}};
            if (c.enter('}')) do {
                string_view inner = c.key();
                if (inner == "at") step.at = instant(c.text());
                else if (inner == "channel") step.channel = c.text();
                else if (inner == "technology") step.technology = c.text();
                else if (inner == "message" || inner == "script") {
                  if (c.enter('}')) do {
                      if (c.key() == "text") step.text = c.text();
                      else c.skip();
                    } while (c.more('}'));
                } else c.skip();
              } while (c.more('}'));
            plan.steps.push_back(step);
          } while (c.more(']'));
      } else c.skip();
    } while (c.more('}'));
  return plan;
}

string planLine(const Plan& plan) {
  bool silent = false;
  for (const Step& step : plan.steps) {
    string text;
    for (char letter : step.text) text += char(tolower(letter));
    bool says = false;
    for (const char* words : {"stop to end", "reply stop", "opt out", "unsubscribe"}) says |= text.find(words) != string::npos;
    silent |= step.channel == "sms" && !says;
  }
  string rules = silent ? "r11" : "";
  if (plan.abandonment > 3) rules += rules.empty() ? "r12" : ",r12";
  return "plan\t" + rules + "\t\n";
}

bool writeAll(int file, const string& text) {
  for (size_t done = 0; done < text.size();) {
    ssize_t count = write(file, text.data() + done, text.size() - done);
    if (count <= 0) return false;
    done += size_t(count);
  }
  return true;
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) {
    fprintf(stderr, "usage: limit CONTACTS PLAN OUTPUT [threads]\n");
    return 2;
  }
  Plan plan = readPlan(textOf(words[2]));
  Compiled compiled = compile(plan);
  unsigned threads = count > 4 ? unsigned(atoi(words[4])) : 1;
  bool isTable = strstr(words[1], ".csv") != nullptr;
  int input = open(words[1], O_RDONLY);
  struct stat status;
  if (input < 0 || fstat(input, &status) != 0) return 4;
  auto begin = static_cast<const char*>(mmap(nullptr, size_t(status.st_size), PROT_READ, MAP_PRIVATE | MAP_POPULATE, input, 0));
  if (begin == MAP_FAILED) return 4;
  const char* end = begin + status.st_size;
  if (isTable) begin = static_cast<const char*>(memchr(begin, '\n', size_t(end - begin))) + 1;
  int output = open(words[3], O_WRONLY | O_CREAT | O_TRUNC, 0644);
  if (output < 0) return 4;

  static string endings[1024];
  for (int mask = 0; mask < 1024; mask++) {
    string text = "\t";
    for (int rule = 0; rule < 10; rule++) {
      if (!(mask >> rule & 1)) continue;
      char name[8];
      snprintf(name, sizeof name, text.size() > 1 ? ",r%02d" : "r%02d", rule + 1);
      text += name;
    }
    endings[mask] = text + "\t\n";
  }

  std::vector<const char*> cuts{begin};
  for (unsigned index = 1; index < threads; index++) {
    const char* middle = begin + (end - begin) * index / threads;
    cuts.push_back(static_cast<const char*>(memchr(middle, '\n', size_t(end - middle))) + 1);
  }
  cuts.push_back(end);
  std::vector<string> outputs(threads);
  auto work = [&](unsigned index) {
    Record record;
    string& text = outputs[index];
    for (const char* p = cuts[index]; p < cuts[index + 1];) {
      p = isTable ? readCSV(p, record) : readJSON(p, record);
      text.append(record.id);
      text.append(endings[judge(record, compiled)]);
      if (threads == 1 && text.size() > 1000000) {
        if (!writeAll(output, text)) exit(4);
        text.clear();
      }
    }
  };
  std::vector<std::thread> others;
  for (unsigned index = 1; index < threads; index++) others.emplace_back(work, index);
  work(0);
  for (std::thread& other : others) other.join();
  for (const string& text : outputs)
    if (!writeAll(output, text)) return 4;
  return writeAll(output, planLine(plan)) ? 0 : 4;
}
