#!/bin/sh
# Lets the disk fail, or the process die, at chosen writes of one remittance's import.
#
#   POINTS=60 Tests/Faults/fail-import.sh
#
# For every fault of killat.c and POINTS places among its calls: the import meets the fault; the
# office is sound as it lies there; the next import ends as one that met none. A fault that is an
# error is said in plain words and exit status 1.
set -eu
. "$(dirname "$0")/common.sh"
points=${POINTS:-6}
command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 0; }
cc -O2 -Wall -Wextra -Werror -shared -fPIC -o "$work/killat.so" "$here/killat.c" -ldl

# An office with everything but its largest remittance.
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

import_with() {
  LD_PRELOAD="$work/killat.so" DOCKET_FAULT="$1" DOCKET_FAULT_PATH=try.office \
    DOCKET_FAULT_REPORT="$work/report" \
    "$DOCKET" import "$file" --office "$work/try.office" --today "$today" >"$work/out" 2>&1
}

copy_office "$work/before.office" "$work/try.office"
import_with "" || { cat "$work/out"; echo "the import fails without a fault"; exit 1; }
read -r _ calls _ syncs <"$work/report"
for fault in kill tear enospc eio short syncfail; do
  count=$calls
  [ "$fault" != syncfail ] || count=$syncs
  step=$((count / points + 1)) k=1 tried=0 ended=0 unsound=0 different=0 silent=0
  while [ "$k" -le "$count" ]; do
    copy_office "$work/before.office" "$work/try.office"
    status=0
    import_with "$fault:$k" || status=$?
    [ "$status" -eq 0 ] || ended=$((ended + 1))
    case $fault in
      enospc | eio | syncfail)
        # An error that is met is said, and no signal ends the program.
        if [ "$status" -gt 1 ] || { [ "$status" -eq 1 ] && [ ! -s "$work/out" ]; }; then
          silent=$((silent + 1))
          echo "  $fault:$k ended with $status"
          cat "$work/out"
        fi ;;
    esac
    is_sound "$work/try.office" || { unsound=$((unsound + 1)); echo "  $fault:$k"; cat "$work/check"; }
    docket import "$file" --office "$work/try.office" >/dev/null 2>&1 || true
    is_same "$work/whole.office" "$work/try.office" || {
      different=$((different + 1)); echo "  $fault:$k"; diff "$work/first" "$work/second" | head
    }
    tried=$((tried + 1)) k=$((k + step))
  done
  tell "$((unsound + different + silent))" \
    "$fault at $tried of $count calls: $ended ended early, every one sound and completed by the next"
  case $fault in
    short) ;;
    *) tell "$((ended == 0))" "$fault was met" ;;
  esac
done
end
