#!/bin/sh
# Lets the disk fail, or the process die, at chosen calls of what sends, takes back and turns the day,
# with database and outbox under it.
#
#   POINTS=60 VERBS="send ask undo redo rewrite day" Tests/Faults/fail-outbox.sh
#
# After each fault somebody picks up at once what lies there; then the office goes on as its people
# would, and what lies there then is picked up too. What was picked up holds every claim and question
# that the undisturbed run sends, each whole and once; the books are those of the undisturbed run.
set -eu
. "$(dirname "$0")/common.sh"
points=${POINTS:-6}
today=2026-01-20
command -v cc >/dev/null || { echo "skipped: there is no C compiler"; exit 0; }
cc -O2 -Wall -Wextra -Werror -shared -fPIC -o "$work/killat.so" "$here/killat.c" -ldl

# An office with a supply that is ready, a device whose months begin, and a claim that went out.
cat >"$work/supplier.toml" <<'RULES'
[supplier]
name = "HARBOR HOME MEDICAL"
npi = "1234567893"
tax-id = "99-9999999"
taxonomy = "332B00000X"
street = "100 PIER ROAD"
city = "SALEM"
state = "OR"
zip = "97301-0001"
contact = "BILLING DESK"
phone = "555-555-0100"
submitter-id = "SUB0001"

[[clearinghouse]]
name = "SAMPLE CLEARINGHOUSE"
receiver-id = "CLR0001"
RULES
cp "$work/supplier.toml" "$work/before.office.rules.toml"
cp "$work/supplier.toml" "$work/try.office.rules.toml"
cp "$work/supplier.toml" "$work/whole.office.rules.toml"
heads=order_number,hcpcs,kind,modifiers,delivered_quantity,days_supplied,serial_number,unit_charge
heads=$heads,primary_payer,primary_payer_id,primary_filing_indicator,primary_member_id
heads=$heads,patient_last_name,patient_first_name,patient_birth_date,patient_sex,patient_address
heads=$heads,patient_city,patient_state,patient_zip,prescriber_npi,prescriber_last_name
heads=$heads,prescriber_first_name,prescriber_enrolled,diagnoses,ordered,delivered,swo_date,swo_signed
heads=$heads,swo_signer,pod_date,pod_signer,sleep_study_date,face_to_face_date
person="DOE,JANE,1948-02-14,F,12 Elm Street,Salem,OR,97302,1000000004,ALDER,SAM,yes,G47.33"
person="$person,2026-01-05,2026-01-12,2026-01-05,2026-01-06,SAM ALDER,2026-01-12,JANE DOE"
plan="SAMPLE COMMERCIAL PLAN,66666,CI,COM123456"
{
  echo "$heads"
  echo "SO-1,A7030,supply,NU KX,1,90,,180.00,$plan,$person,,"
  echo "SO-2,A7032,supply,NU KX,1,90,,30.00,SAMPLE OTHER PLAN,77777,CI,OTH123456,$person,,"
  echo "SO-3,E0601,rental,RR KX,1,,SN-3,120.00,SAMPLE MEDICARE DME,19003,MB,1EG4TE5MK73,$person,2025-12-01,2025-11-20"
} >"$work/orders.csv"
before=$work/before.office
docket order import "$work/orders.csv" --office "$before" >/dev/null
docket order confirm SO-1 SO-2 SO-3 --office "$before" >/dev/null
docket transmit send "sample other" --claims 1 --total 30.00 --office "$before" >/dev/null
rm "$before".outbox/*.x12

copy() {
  copy_office "$1" "$2"
  rm -rf "$2.outbox"
  [ ! -d "$1.outbox" ] || cp -r "$1.outbox" "$2.outbox"
}

# The verbs, each with what its people do when they find it undone.
run_send() { "$@" transmit send "sample comm" --claims 1 --total 180.00; }
run_ask() { "$@" act "$charge" check-eligibility; }
run_undo() { "$@" act "$sent" undo; }
run_redo() { "$@" act "$sent" redo; }
run_rewrite() { "$@" transmit rewrite "$sent"; }
run_day() { "$@" transmit; }

# What an office has sent and not taken back: the number by which it is known whether a verb was done.
sendings() {
  sqlite3 "$1" "SELECT (SELECT count(*) FROM outgoing_file WHERE state <> 'withdrawn'),
    (SELECT count(*) FROM activity WHERE undoes IS NOT NULL),
    (SELECT count(*) FROM activity WHERE note LIKE '%written again%'),
    (SELECT value FROM setting WHERE name = 'day rolled')"
}

# Picks up what lies in the outbox of $1, into $2.
pick_up() {
  mkdir -p "$2"
  for file in "$1".outbox/*.x12; do
    [ -e "$file" ] || continue
    # The same name twice is the same file twice: both count.
    name=$(basename "$file") turn=1
    while [ -e "$2/$turn-$name" ]; do turn=$((turn + 1)); done
    mv "$file" "$2/$turn-$name"
  done
}

# Claims and questions of what was picked up; what is no whole interchange is garbled.
contents() {
  for file in "$1"/*; do
    [ -e "$file" ] || continue
    tr -d '\n' <"$file" | grep -q '^ISA\*.*~IEA\*1\*[0-9]*~$' &&
      [ "$(tr '~' '\n' <"$file" | grep -c '^ISA\*')" = 1 ] &&
      "$DOCKET" x12 summary "$file" >/dev/null 2>&1 || echo "garbled $(basename "$file")"
    tr '~' '\n' <"$file" | grep -E '^(CLM|TRN)\*' | cut -d'*' -f1-3
    tr '~' '\n' <"$file" | grep '^ISA\*' | cut -d'*' -f14
  done | sort
}

faulty() {
  LD_PRELOAD="$work/killat.so" DOCKET_FAULT="$fault_now" DOCKET_FAULT_PATH=$watched \
    DOCKET_FAULT_REPORT="$work/report" "$DOCKET" "$@" --office "$work/try.office" --today "$day"
}
plain() { "$DOCKET" "$@" --office "$office" --today "$day"; }

# Verb $1 from office $2: every fault at every call on the outbox, and at POINTS calls of all.
try_verb() {
  case " ${VERBS:-$1} " in *" $1 "*) ;; *) return 0 ;; esac
  try_calls "$1" "$2" try.office.outbox 1000
  try_calls "$1" "$2" try.office "$points"
}

try_calls() {
  verb=$1 from=$2 watched=$3 most=$4
  copy "$from" "$work/whole.office"
  office=$work/whole.office
  "run_$verb" plain >"$work/out" 2>&1 || { cat "$work/out"; tell 1 "$verb runs without a fault"; return; }
  rm -rf "$work/whole.picked"
  pick_up "$work/whole.office" "$work/whole.picked"
  contents "$work/whole.picked" >"$work/whole.contents"
  plain act "$note" note --fields >/dev/null 2>&1 || true
  want=$(sendings "$work/whole.office")
  copy "$from" "$work/try.office"
  fault_now=
  "run_$verb" faulty >"$work/out" 2>&1 || { cat "$work/out"; tell 1 "$verb runs with nothing done to it"; return; }
  read -r _ calls _ syncs <"$work/report"
  for fault in kill tear enospc eio short syncfail; do
    count=$calls
    [ "$fault" != syncfail ] || count=$syncs
    step=$((count / most + 1)) k=1 tried=0 ended=0 wrong=0
    while [ "$k" -le "$count" ]; do
      copy "$from" "$work/try.office"
      rm -rf "$work/try.picked"
      fault_now=$fault:$k status=0
      "run_$verb" faulty >"$work/out" 2>&1 || status=$?
      [ "$status" -eq 0 ] || ended=$((ended + 1))
      office=$work/try.office
      # What takes back finds nothing to take back where it was picked up: that is as it should be.
      case $verb in undo | redo) ;; *) pick_up "$office" "$work/try.picked" ;; esac
      plain act "$note" note --fields >/dev/null 2>&1 || true
      [ "$(sendings "$office")" = "$want" ] || "run_$verb" plain >"$work/again" 2>&1 || true
      pick_up "$office" "$work/try.picked"
      plain act "$note" note --fields >/dev/null 2>&1 || true
      # Picked up before the office saw it whole: it asks, and the receiver says that it has it.
      for file in "$work"/try.picked/*; do
        [ ! -e "$file" ] || plain transmit arrived "${file##*/[0-9]-}" >/dev/null 2>&1 || true
      done
      contents "$work/try.picked" >"$work/try.contents"
      cmp -s "$work/whole.contents" "$work/try.contents" || {
        wrong=$((wrong + 1)); echo "  $verb $fault:$k went out otherwise"
        diff "$work/whole.contents" "$work/try.contents" | head -5; cat "$work/out"
      }
      is_sound "$office" || { wrong=$((wrong + 1)); echo "  $verb $fault:$k"; cat "$work/check"; }
      [ "$(sendings "$office")" = "$want" ] && is_same "$work/whole.office" "$office" || {
        wrong=$((wrong + 1)); echo "  $verb $fault:$k ended otherwise"
        diff "$work/first" "$work/second" | head -5
      }
      tried=$((tried + 1)) k=$((k + step))
    done
    tell "$wrong" "$verb, $fault at $tried of $count calls on ${watched#try.}: $ended ended early, 0 lost, garbled or sent twice"
  done
}

day=$today charge=$(sqlite3 "$before" "SELECT id FROM work_item WHERE is_closed = 0
  AND subject_kind = 'charge' AND reference = 'SO-3' ORDER BY id LIMIT 1")
note=$charge
sent=
copy "$before" "$work/sent.office"
cp "$work/supplier.toml" "$work/sent.office.rules.toml"
office=$work/sent.office
run_send plain >/dev/null
sent=$(basename "$(ls "$work/sent.office.outbox"/*.x12)")

# Controls: what the looks above must notice.
mkdir "$work/control"
cp "$work/sent.office.outbox/$sent" "$work/control/1-$sent"
contents "$work/control" >"$work/control.once"
cp "$work/control/1-$sent" "$work/control/2-$sent"
contents "$work/control" >"$work/control.twice"
cmp -s "$work/control.once" "$work/control.twice" && noticed=1 || noticed=0
tell "$noticed" "control: a file that goes out twice is noticed"
# A writer that writes where it is picked up, and does not look at what the system took.
mkdir "$work/try.office.outbox"
for fault in tear short; do
  rm -rf "$work/control" && mkdir "$work/control"
  LD_PRELOAD="$work/killat.so" DOCKET_FAULT=$fault:1 DOCKET_FAULT_PATH=try.office \
    perl -e 'open my $in, "<", $ARGV[0] or die; local $/; my $all = <$in>;
      open my $out, ">", $ARGV[1] or die; syswrite $out, $all; ' \
    "$work/sent.office.outbox/$sent" "$work/try.office.outbox/$sent" 2>/dev/null || true
  mv "$work/try.office.outbox/$sent" "$work/control/1-$sent"
  contents "$work/control" | grep -q garbled && noticed=0 || noticed=1
  tell "$noticed" "control: $fault of a careless writer is noticed as a garbled file"
done
copy "$work/sent.office" "$work/try.office"
printf x >>"$work/try.office.outbox/$sent"
is_sound "$work/try.office" && noticed=1 || noticed=0
tell "$noticed" "control: one byte more in a file is noticed"

try_verb send "$before"
try_verb ask "$before"
try_verb undo "$work/sent.office"
office=$work/sent.office
run_undo plain >/dev/null
copy "$work/sent.office" "$work/undone.office"
try_verb redo "$work/undone.office"
office=$work/sent.office
run_redo plain >/dev/null
rm "$work/sent.office.outbox/$sent"
try_verb rewrite "$work/sent.office"
# The device's second month begins.
day=2026-02-12 today=2026-02-12
try_verb day "$before"
end
