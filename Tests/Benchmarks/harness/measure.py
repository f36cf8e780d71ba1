"""Runs a command and says what it cost."""

import dataclasses
import os
import statistics
import subprocess
import threading
import time


@dataclasses.dataclass
class Cost:
    """Seconds on the clock, seconds of the processors (user and system), peak memory and temporary files in megabytes."""
    wall: float
    cpu: float
    memory: float
    disk: float
    status: int


def run(command, environment=None, source=None, watch=False, errors=None):
    """Runs a command; `source` is a command whose output it reads. With `watch`, its open temporary files are added up."""
    feeder = subprocess.Popen(source, stdout=subprocess.PIPE) if source else None
    start = time.perf_counter()
    process = subprocess.Popen(
        [str(word) for word in command], env={**os.environ, **(environment or {})},
        stdin=feeder.stdout if feeder else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
        stderr=errors or subprocess.DEVNULL)
    if feeder:
        feeder.stdout.close()
    most = [0]
    if watch:
        thread = threading.Thread(target=watch_files, args=(process.pid, [str(word) for word in command], most))
        thread.start()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if watch:
        thread.join()
    if feeder:
        feeder.wait()
    return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, most[0] / 1e6, process.returncode)


def watch_files(pid, words, most):
    """Keeps in `most` the largest sum of the sizes of files that a process has open and its command does not name."""
    folder = f"/proc/{pid}/fd"
    named = tuple(word for word in words if word.startswith("/"))
    while True:
        total = 0
        try:
            for name in os.listdir(folder):
                try:
                    path = os.readlink(f"{folder}/{name}")
                    # A report is written beside its place, under a longer name, until it is whole.
                    is_named = any(path.startswith(word) or os.path.dirname(path) == os.path.dirname(word)
                                   for word in named)
                    if path.startswith("/") and not path.startswith(("/dev/", "/proc/")) and not is_named:
                        total += os.stat(f"{folder}/{name}").st_size
                except OSError:
                    continue
        except OSError:
            return
        most[0] = max(most[0], total)
        try:
            with open(f"/proc/{pid}/stat") as file:
                if file.read().rpartition(")")[2].split()[0] == "Z":
                    return
        except OSError:
            return
        time.sleep(0.05)


class Figure:
    """The costs of the runs of one command over the same records."""

    def __init__(self, count, runs=None):
        self.count, self.runs = count, runs or []

    def median(self, name):
        return statistics.median(getattr(run, name) for run in self.runs)

    def spread(self, name):
        values = [getattr(run, name) for run in self.runs]
        return min(values), max(values)

    def each(self, name):
        """Microseconds a record."""
        return self.median(name) / self.count * 1e6

    def peak(self):
        return max(run.memory for run in self.runs)
