"""Runs a command and says what it cost."""

import dataclasses
import os
import statistics
import subprocess
import time


@dataclasses.dataclass
class Cost:
    """Seconds on the clock, seconds of the processors (user and system), peak memory and temporary files in megabytes."""
    wall: float
    cpu: float
    memory: float
    disk: float
    status: int


class Launcher:
    """Runs commands by a small program that says what they cost."""

    def __init__(self, program, costs):
        self.program, self.costs = program, costs

    def run(self, command, environment=None, source=None, watch=False, errors=None):
        """Runs a command; `source` is a command whose output it reads. With `watch`, its open temporary files are added up."""
        words = [str(word) for word in command]
        feeder = subprocess.Popen(source, stdout=subprocess.PIPE) if source else None
        process = subprocess.Popen(
            [str(self.program), str(self.costs), *words], env={**os.environ, **(environment or {})},
            stdin=feeder.stdout if feeder else subprocess.DEVNULL, stdout=subprocess.DEVNULL,
            stderr=errors or subprocess.DEVNULL)
        if feeder:
            feeder.stdout.close()
        most = watch_files(process, words) if watch else 0
        if process.wait() != 0:
            raise OSError(f"{words[0]} cannot be started")
        if feeder:
            feeder.wait()
        wall, cpu, memory, status = self.costs.read_text().split()
        return Cost(float(wall), float(cpu), int(memory) / 1024, most / 1e6, int(status))


def watch_files(process, words):
    """The largest sum of the sizes of files that the launcher's child has open and its words do not name, sampled."""
    named = [word for word in words if word.startswith("/")]
    folders = {os.path.dirname(word) for word in named}
    most = 0
    while process.poll() is None:
        total = 0
        try:
            with open(f"/proc/{process.pid}/task/{process.pid}/children") as file:
                folder = f"/proc/{file.read().split()[0]}/fd"
            for name in os.listdir(folder):
                path = os.readlink(f"{folder}/{name}")
                # A report is written beside its place, under a longer name, until it is whole.
                if path.startswith("/") and not path.startswith(("/dev/", "/proc/")) and (
                        path not in named and os.path.dirname(path) not in folders):
                    total += os.stat(f"{folder}/{name}").st_size
        except (OSError, IndexError):
            # It ended, or closed the file.
            pass
        most = max(most, total)
        time.sleep(0.05)
    return most


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
