"""Checks a list of contacts with Spark: every partition by itself, the reports added up to that on the whole list.

    python check.py RINGFENCE PLAN PROGRAMME CONTACTS KEY [FORMAT]
"""

import shlex
import subprocess
import sys

from pyspark.sql import SparkSession

ringfence, plan, programme, contacts, key = sys.argv[1:6]
form = sys.argv[6] if len(sys.argv) > 6 else "text"

check = shlex.join(
    [ringfence, "check", plan, "--programme", programme, "--contacts", "-", "--quiet", "--jobs", "1"]
    + ["--format", "ndjson", "--mergeable", key]
)
merge = [ringfence, "merge", plan, "--programme", programme, "-", "--format", form]

spark = SparkSession.builder.master("local[2]").appName("ringfence").getOrCreate()
lines = spark.sparkContext.textFile(contacts, minPartitions=3)

# Status 1 says that there are findings, which is no failure of the task; every other status is one.
reports = lines.pipe(shlex.join(["sh", "-c", f"{check} || [ $? = 1 ]"]), checkCode=True)

print(f"partitions: {lines.getNumPartitions()}", file=sys.stderr)
with subprocess.Popen(merge, stdin=subprocess.PIPE) as whole:
    # Partition after partition, in the order of the list, without holding more than one.
    for line in reports.toLocalIterator():
        whole.stdin.write(line.encode() + b"\n")
    whole.stdin.close()
    status = whole.wait()
spark.stop()
sys.exit(status)
