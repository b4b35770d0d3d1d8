#!/bin/sh
# Prints the numbers of the plan, each beside a floor measured in the same run.
#
#   ITEMS=1000000 Benchmarks/run.sh      the full office; it takes an hour to make the first time
#
# ITEMS          open pieces of work in the office that screens and queues are measured on (100000)
# POSTING_ITEMS  the same for the office that remittances are posted into (15000)
# ONLY           measures only what has this text in its name, such as "835"
# WORK           where offices are made and kept for the next run (.build/bench)
set -eu
# The bench is a target only when it is asked for.
export DOCKET_BENCH=1

cd "$(dirname "$0")/.."
work=${WORK:-.build/bench}
mkdir -p "$work"
work=$(cd "$work" && pwd)
swift build -c release --product docket
swift build -c release --product docket-bench
bin=$(swift build -c release --show-bin-path)
for floor in floor835 floor_rows floor_take; do
  cc -O2 -o "$work/$floor" "Benchmarks/$floor.c" -lsqlite3
done
exec "$bin/docket-bench" --docket "$bin/docket" --floors "$work" --work "$work" \
  --items "${ITEMS:-100000}" --posting-items "${POSTING_ITEMS:-15000}" ${ONLY:+--only "$ONLY"}
