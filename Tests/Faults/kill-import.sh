#!/bin/sh
# Kills an import at random moments until it is done, and compares with one that nobody disturbed.
#
#   CLAIMS=20000 KILLS=200 Tests/Faults/kill-import.sh
#
# CLAIMS is about how many claims the sample office sends, KILLS how many deaths there must be; when
# an office is done before, another is begun. First a control: a tampered copy must be noticed.
set -eu
. "$(dirname "$0")/common.sh"
claims=${CLAIMS:-1500}
kills=${KILLS:-12}

# A sample office sends about six claims for every item it leaves open.
make_office "$work/whole.office" "$((claims / 4 + 1))"
files=$work/whole.office.files
sent=$(sqlite3 "$work/whole.office" "SELECT count(*) FROM claim")
is_sound "$work/whole.office" && sound=0 || sound=1
tell "$sound" "an undisturbed import of $sent claims is sound"

copy_office "$work/whole.office" "$work/tampered.office"
sqlite3 "$work/tampered.office" "
  UPDATE claim_line SET paid_cents = paid_cents + 1, payer_cents = payer_cents - 1
  WHERE id = (SELECT max(id) FROM claim_line)"
is_sound "$work/tampered.office" && noticed=1 || noticed=0
tell "$noticed" "control: one cent moved by hand is noticed"
copy_office "$work/whole.office" "$work/tampered.office"
sqlite3 "$work/tampered.office" "
  UPDATE work_item SET expected_cents = expected_cents + 1
  WHERE id = (SELECT min(id) FROM work_item WHERE is_closed = 0)"
is_same "$work/whole.office" "$work/tampered.office" && noticed=1 || noticed=0
tell "$noticed" "control: one placement changed by hand makes another state"

# How long an undisturbed import takes, in milliseconds, so that the deaths fall all over it.
make_empty "$work/timed.office"
begin=$(date +%s%N)
docket import "$files" --office "$work/timed.office" >/dev/null || true
length=$((($(date +%s%N) - begin) / 1000000))

# Milliseconds until the next death, from the seed.
number=0
moment() {
  number=$((number + 1))
  awk -v seed="$SEED" -v turn="$number" -v most="$((length * 2 / kills + 120))" \
    'BEGIN { srand(seed * 100003 + turn); for (i = 0; i < 5; i++) rand(); print int(20 + rand() * most) }'
}

killed=0 round=0 different=0 unsound=0
while [ "$killed" -lt "$kills" ]; do
  round=$((round + 1))
  office=$work/killed-$round.office
  make_empty "$office"
  while [ "$killed" -lt "$kills" ]; do
    "$DOCKET" import "$files" --office "$office" --today "$today" >/dev/null 2>&1 &
    process=$!
    sleep "$(awk -v ms="$(moment)" 'BEGIN { printf "%.3f", ms / 1000 }')"
    if kill -9 "$process" 2>/dev/null; then
      wait "$process" 2>/dev/null || true
      killed=$((killed + 1))
      # Now and then as it lies there: sound, and no half-posted remittance.
      if [ -e "$office" ] && [ $((killed % 10)) -eq 0 ]; then
        is_sound "$office" || { unsound=$((unsound + 1)); cat "$work/check"; }
      fi
    else
      wait "$process" 2>/dev/null || true
      break
    fi
  done
  docket import "$files" --office "$office" >/dev/null 2>&1 || true
  is_sound "$office" || { unsound=$((unsound + 1)); cat "$work/check"; }
  is_same "$work/whole.office" "$office" || {
    different=$((different + 1)); diff "$work/first" "$work/second" | head -20
  }
  rm -f "$office" "$office"-*
done
tell "$unsound" "after $killed deaths every look found a sound office"
tell "$different" "after $killed deaths in $round offices each ended as the undisturbed one"
end
