#!/bin/sh
# Tries killat on the sqlite3 shell: a control that must break, then a design that must hold.
#
# The control updates many rows without any journal and dies at every call; if no death leaves a
# half-done update, killat does nothing. The same with a write-ahead log must never leave one.
# Prints one line a part; exit status 0 when all is as it should be.
set -eu

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
command -v sqlite3 >/dev/null || { echo "skipped: there is no sqlite3 shell"; exit 0; }
command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 0; }
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT INT TERM
cc -O2 -Wall -Wextra -Werror -shared -fPIC -o "$work/killat.so" "$here/killat.c" -ldl

# Makes a fresh database with journal mode $1.
make_database() {
  rm -f "$work"/try.office*
  sqlite3 "$work/try.office" "PRAGMA journal_mode = $1;
    CREATE TABLE cents (id INTEGER PRIMARY KEY, amount INTEGER NOT NULL, note TEXT);
    WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2000)
    INSERT INTO cents SELECT i, 1, printf('%080d', i) FROM n;" >/dev/null
}

# Runs the update under fault $2 in journal mode $1.
update() {
  LD_PRELOAD="$work/killat.so" DOCKET_FAULT="$2" DOCKET_FAULT_PATH=try.office \
    DOCKET_FAULT_REPORT="$work/report" sqlite3 "$work/try.office" \
    "PRAGMA journal_mode = $1; PRAGMA synchronous = FULL; PRAGMA cache_size = 10;
     BEGIN IMMEDIATE; UPDATE cents SET amount = 2, note = note || 'x'; COMMIT;" \
    >"$work/out" 2>&1
}

# Whether the file is whole: sound, and all rows old or all rows new.
is_whole() {
  [ "$(sqlite3 "$work/try.office" "PRAGMA integrity_check;
    SELECT count(DISTINCT amount) FROM cents;" 2>&1)" = "ok
1" ]
}

# Tries every K of fault $2 in journal mode $1; leaves the counts in tried, failed and halves.
try_all() {
  tried=0 failed=0 halves=0
  make_database "$1"
  update "$1" "" || { echo "the update fails without a fault"; exit 1; }
  read -r _ calls _ syncs <"$work/report"
  count=$calls
  [ "$2" != syncfail ] || count=$syncs
  step=$((count / 60 + 1)) k=1
  while [ "$k" -le "$count" ]; do
    make_database "$1"
    update "$1" "$2:$k" || failed=$((failed + 1))
    is_whole || halves=$((halves + 1))
    tried=$((tried + 1)) k=$((k + step))
  done
}

bad=0
try_all off kill
echo "control, no journal, kill: $tried tried, $failed died, $halves left half done"
[ "$halves" -gt 0 ] || { echo "  the control did not break: killat does nothing"; bad=1; }
for fault in kill tear enospc eio short syncfail; do
  try_all wal "$fault"
  echo "write-ahead log, $fault: $tried tried, $failed ended badly, $halves left half done"
  [ "$halves" -eq 0 ] || bad=1
  case $fault in
    short) [ "$failed" -eq 0 ] || { echo "  a short write is no error"; bad=1; } ;;
    *) [ "$failed" -gt 0 ] || { echo "  no fault was met"; bad=1; } ;;
  esac
done
exit "$bad"
