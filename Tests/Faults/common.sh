# What the fault scripts share; read with `.`, not run.
#
# DOCKET names the program (the release build unless told otherwise), SEED the random moments.

here=$(CDPATH= cd -- "$(dirname -- "$0")" && pwd)
: "${DOCKET:=$(cd "$here/../.." && swift build -c release --show-bin-path)/docket}"
: "${SEED:=42}"
[ -x "$DOCKET" ] || { echo "skipped: $DOCKET is not built"; exit 0; }
command -v sqlite3 >/dev/null || { echo "skipped: there is no sqlite3 shell"; exit 0; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
trap 'exit 130' INT TERM
# Nothing of the person who runs this is read or written.
export XDG_CONFIG_HOME="$work/config" XDG_DATA_HOME="$work/data" XDG_STATE_HOME="$work/state"
unset DOCKET_OFFICE
today=2026-08-03
passed=0 failed=0

# Counts one thing that was to be shown: $1 is 0 when it was.
tell() {
  if [ "$1" -eq 0 ]; then
    passed=$((passed + 1)); echo "ok      $2"
  else
    failed=$((failed + 1)); echo "FAILED  $2"
  fi
}

# Says how it went; the exit status.
end() {
  echo "$passed passed, $failed failed"
  [ "$failed" -eq 0 ]
}

docket() { "$DOCKET" "$@" --today "$today"; }

# Makes an office of $2 items at $1 from generated files, which stay in the folder beside it.
make_office() {
  docket demo --no-open --items "$2" --seed "$SEED" --office "$1" >/dev/null
}

# Makes an office with nothing in it, in which any day may be stated, under the shipped rules.
make_empty() {
  docket demo --empty --no-open --office "$1" >/dev/null
  rm -f "$1.rules.toml"
}

# Copies an office that nobody has open.
copy_office() {
  rm -f "$2" "$2"-*
  cp "$1" "$2"
  [ ! -e "$1-wal" ] || cp "$1-wal" "$2-wal"
}

# The state of an office in words: its totals, its ledger by account, and every placement. What
# belongs to the moment of an import, and keys, are left out.
state_of() {
  docket check --json --office "$1"
  docket queue --json --office "$1"
  sqlite3 "$1" "
    SELECT account, count(*), sum(amount_cents) FROM posting GROUP BY account;
    SELECT cause, count(*) FROM journal_entry GROUP BY cause;
    SELECT state, count(*), sum(paid_cents) FROM remit_claim GROUP BY state;
    SELECT answer, count(*) FROM submission GROUP BY answer;
    SELECT name, summary, is_complete FROM file WHERE summary = '' ORDER BY name;
    SELECT subject_kind, reference, queue, lane, tier, safe_day, legal_day, balance_cents,
      expected_cents, reason_code, reason, patient_name, procedure
    FROM work_item WHERE is_closed = 0 ORDER BY 1, 2, 3, 8, 9, 10, 11, 12, 13;"
}

# Whether an office is sound: SQLite's own check, and that `docket check` finds nothing.
is_sound() {
  [ "$(sqlite3 "$1" 'PRAGMA integrity_check')" = ok ] &&
    docket check --json --office "$1" >"$work/check" 2>&1
}

# Whether two offices are in the same state.
is_same() {
  state_of "$1" >"$work/first" 2>&1 || true
  state_of "$2" >"$work/second" 2>&1 || true
  cmp -s "$work/first" "$work/second"
}
