#!/bin/sh
# One remittance imported by four processes at once, ROUNDS times: it is posted once.
#
#   ROUNDS=40 Tests/Faults/at-once.sh
set -eu
. "$(dirname "$0")/common.sh"
rounds=${ROUNDS:-6}

make_office "$work/sample.office" 60
files=$work/sample.office.files
file=$(ls -S "$files"/*835* | head -1)
mkdir "$work/others"
cp "$files"/* "$work/others"
rm "$work/others/$(basename "$file")"
make_empty "$work/before.office"
docket import "$work/others" --office "$work/before.office" >/dev/null 2>&1 || true
copy_office "$work/before.office" "$work/whole.office"
docket import "$file" --office "$work/whole.office" >/dev/null 2>&1 || true
is_same "$work/before.office" "$work/whole.office" && noticed=1 || noticed=0
tell "$noticed" "control: the remittance changes the office"

unsound=0 different=0 round=0
while [ "$round" -lt "$rounds" ]; do
  round=$((round + 1))
  copy_office "$work/before.office" "$work/try.office"
  for process in 1 2 3 4; do
    "$DOCKET" import "$file" --office "$work/try.office" --today "$today" >"$work/out-$process" 2>&1 &
  done
  wait
  is_sound "$work/try.office" || { unsound=$((unsound + 1)); cat "$work/check"; }
  # Whoever was slower may have been told to run again.
  docket import "$file" --office "$work/try.office" >/dev/null 2>&1 || true
  is_same "$work/whole.office" "$work/try.office" || {
    different=$((different + 1)); diff "$work/first" "$work/second" | head
  }
done
tell "$unsound" "four imports at once, $rounds rounds: the office is sound"
tell "$different" "four imports at once, $rounds rounds: posted once"
end
