"""What a run needs before it measures: contacts, verdicts, programs, an environment for the peers. All of it is kept
in a folder outside of the repository, and made anew where what it is made of has changed."""

import hashlib
import os
import pathlib
import shutil
import subprocess
import sys

HERE = pathlib.Path(__file__).resolve().parent.parent
PLANS = ("sms", "voice", "text")


def fingerprint(*files):
    digest = hashlib.sha256()
    for file in files:
        digest.update((HERE / file).read_bytes())
    return digest.hexdigest()[:12]


def say(text):
    print(text, file=sys.stderr, flush=True)


class Workspace:
    """A folder for what is made once, and one in it for what a run leaves."""

    def __init__(self, folder):
        self.folder = pathlib.Path(folder)
        self.data = self.folder / f"contacts-{fingerprint('workload.py')}"
        self.run = self.folder / f"run-{os.getpid()}"
        self.run.mkdir(parents=True)
        self.data.mkdir(exist_ok=True)

    def close(self):
        shutil.rmtree(self.run)

    def contacts(self, count, form):
        """The first `count` records, from the smallest longer list that there is."""
        path = self.data / f"contacts-{count}.{form}"
        if path.exists():
            return path
        longer = sorted(
            (int(other.stem.partition("-")[2]), other) for other in self.data.glob(f"contacts-*.{form}")
            if int(other.stem.partition("-")[2]) > count)
        if not longer:
            say(f"making {count:,} contacts")
            self.make(count)
            return path
        lines = count + (form == "csv")
        partial = path.with_suffix(f".{os.getpid()}")
        with open(longer[0][1], "rb") as source, open(partial, "wb") as target:
            target.writelines(line for _, line in zip(range(lines), source))
        return partial.replace(path)

    def make(self, count, *words):
        """Runs the generator; its files are there when they are whole."""
        partial = self.folder / f"partial-{os.getpid()}"
        subprocess.run([sys.executable, HERE / "workload.py", str(count), partial, *words], check=True)
        for file in partial.iterdir():
            file.replace(self.data / file.name)
        partial.rmdir()

    def plan(self, name):
        path = self.data / f"{name}.json"
        if not path.exists():
            self.contacts(1000, "ndjson")
        return path

    def sparse(self, count):
        """Contacts that lack one fact in twenty."""
        path = self.data / f"sparse-{count}.ndjson"
        if not path.exists():
            self.make(count, "--sparse")
        return path

    def complete(self, count):
        """The first `count` contacts with all that the library asks of them, and a plan with all that it asks of plans."""
        mark = fingerprint("complete.py", "../../Docs/Examples/spring-sale/programme.json")
        folder = self.data / f"complete-{mark}"
        path = folder / f"complete-{count}.ndjson"
        if not path.exists():
            contacts = self.contacts(count, "ndjson")
            say(f"completing {count:,} contacts")
            partial = self.folder / f"partial-{os.getpid()}"
            subprocess.run([sys.executable, HERE / "complete.py", contacts, str(count), partial], check=True)
            folder.mkdir(exist_ok=True)
            for file in partial.iterdir():
                file.replace(folder / file.name)
            partial.rmdir()
        return path, folder / "complete.json"

    def truth(self, count, plan, contacts=None):
        """What the oracle says of the first `count` records, or of others."""
        contacts = contacts or self.contacts(count, "ndjson")
        path = self.data / f"truth-{plan}-{contacts.stem}-{fingerprint('oracle.py')}.tsv"
        if not path.exists():
            say(f"the oracle judges {count:,} contacts on the plan `{plan}`")
            partial = path.with_suffix(f".{os.getpid()}")
            subprocess.run([sys.executable, HERE / "oracle.py", contacts, self.plan(plan), partial], check=True)
            partial.replace(path)
        return path

    def program(self, name):
        """A C++ program of this folder, compiled."""
        path = self.folder / f"{name}-{fingerprint(name + '.cpp')}"
        if not path.exists():
            subprocess.run(
                ["g++", "-O3", "-std=c++20", "-pthread", "-o", path, HERE / f"{name}.cpp"], check=True)
        return path

    def python(self):
        """The interpreter of the peers' environment; None if it cannot be made."""
        folder = self.folder / f"peers-{fingerprint('requirements.txt', 'requirements-apart.txt')}"
        interpreter = folder / "bin" / "python"
        if (folder / "complete").exists():
            return interpreter
        say("installing the peers")
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, "-m", "venv", folder], check=True)
        install = [interpreter, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        names = [line.strip() for line in (HERE / "requirements.txt").read_text().splitlines() if "==" in line]
        # One that this machine cannot install must not take the others with it.
        if subprocess.run(install + names).returncode != 0:
            for name in names:
                subprocess.run(install + [name])
        subprocess.run(install + [
            "--no-deps", "--ignore-requires-python", "--target", folder / "opa", "-r", HERE / "requirements-apart.txt"])
        (folder / "complete").touch()
        return interpreter
