// Runs a command and writes what it cost: a process as small as this one, so that its own memory is not taken for the
// command's (a process begins with the memory of the one that starts it).
//
//   launch COSTS COMMAND WORDS…
//
// COSTS gets seconds on the clock, seconds of the processors (user and system), peak kilobytes and the status.

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

#include <chrono>
#include <cstdio>

extern char** environ;

int main(int count, char** words) {
  if (count < 3) return 2;
  auto start = std::chrono::steady_clock::now();
  pid_t child;
  if (posix_spawnp(&child, words[2], nullptr, nullptr, words + 2, environ) != 0) return 127;
  int status;
  rusage usage;
  if (wait4(child, &status, 0, &usage) < 0) return 126;
  std::chrono::duration<double> wall = std::chrono::steady_clock::now() - start;
  auto seconds = [](timeval time) { return double(time.tv_sec) + double(time.tv_usec) / 1e6; };
  FILE* costs = fopen(words[1], "w");
  if (!costs) return 125;
  fprintf(costs, "%.6f %.6f %ld %d\n", wall.count(), seconds(usage.ru_utime) + seconds(usage.ru_stime), usage.ru_maxrss,
          WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
  return fclose(costs) == 0 ? 0 : 124;
}
