#!/bin/sh
# Feeds hostile bytes to the X12 room until something traps.
#
#   Fuzz/run.sh [RUNS]        a million runs unless said otherwise
#
# Seeds are made here, and taken from the public samples where they lie beside the checkout. What
# libFuzzer finds stays in the corpus folder, so that the next run goes on from there; an input that
# traps is written to the same place as crash-*.
set -eu
# The runtime's own crash report would end the program before libFuzzer writes the input.
export SWIFT_BACKTRACE=enable=no
runs=${1:-1000000}
here=$(cd "$(dirname "$0")" && pwd)
root=$(dirname "$here")
work=${FUZZ_FOLDER:-$root/.build/fuzz}
mkdir -p "$work/corpus" "$work/seeds"

find "$root/Sources/X12" -name '*.swift' > "$work/sources"
swiftc -sanitize=fuzzer -parse-as-library -O -swift-version 6 -package-name docket \
  -module-name FuzzX12 -enable-upcoming-feature MemberImportVisibility \
  -o "$work/fuzz-x12" @"$work/sources" "$here/FuzzX12.swift"

isa='ISA*00*          *00*          *ZZ*EXAMPLEPAYER   *ZZ*OURHME         *260105*1200*^*00501*000000001*0*P*:~'
gs='GS*HP*EXAMPLEPAYER*OURHME*20260105*1200*1*X*005010X221A1~'
end='GE*1*1~IEA*1*000000001~'
remit='ST*835*0001~BPR*I*75*C*CHK************20260105~TRN*1*T7*1512345678~N1*PR*P~N1*PE*O*XX*1~LX*1~CLP*C1*1*100*75*25*MB*I1~CAS*OA*23*0~NM1*QC*1*DOE~MOA***MA130~SVC*HC:E0601:RR*100*75**1~DTM*472*20251220~CAS*PR*2*25~REF*6R*L1~AMT*B6*100~LQ*HE*M124~PLB*1*20261231*WO:77*5*L6*-5~SE*18*0001~'
claim='ST*837*0001*005010X222A1~BHT*0019*00*1*20260105*1200*CH~NM1*41*2*US*****46*1~HL*1**20*1~NM1*85*2*US*****XX*1234567893~HL*2*1*22*0~SBR*P*18*******MB~NM1*IL*1*DOE*JANE****MI*1~CLM*A1*100***12:B:1*Y*A*Y*Y~HI*ABK:G4733~LX*1~SV1*HC:E0601*100*UN*1***1~SE*13*0001~'
answer='ST*277*0001~BHT*0085*08*1*20260105*1200*TH~HL*1**20*1~HL*4*3*PT~TRN*2*A1~STC*A7:507*20260105*U*100~SVC*HC:E0601*100~STC*A7:507~SE*9*0001~'
syntax='ST*999*0001~AK1*HC*1~AK2*837*0001~IK3*NM1*37*2420E*8~CTX*CLM01:A1~IK4*9*67*1~IK5*R*5~AK9*R*1*1*0~SE*9*0001~'
number=0
for body in "$remit" "$claim" "$answer" "$syntax" 'TA1*000000001*260105*1200*A*000~'; do
  number=$((number + 1))
  printf '%s' "$isa$gs$body$end" > "$work/seeds/$number"
  printf '%s' "$isa$gs$body$end" | sed 's/~/~\n/g' > "$work/seeds/$number-lines"
  printf '%s' "$isa$gs$body$end" | tr '~' '\n' > "$work/seeds/$number-newline"
  printf '%s' "$isa$gs$body$end" | fold -w 80 > "$work/seeds/$number-wrapped"
  printf '%s' "$isa$gs$body$end" | tr '*~:' '\035\036\037' > "$work/seeds/$number-control"
done

samples=
if [ -d "$root/../shared/corpus" ]; then
  mkdir -p "$work/samples"
  find "$root/../shared/corpus" -mindepth 2 -type f -exec cp {} "$work/samples/" \;
  samples=$work/samples
fi

cat > "$work/words" <<'WORDS'
"ISA*" "GS*" "ST*835*" "SE*" "GE*" "IEA*" "CLP*" "CAS*" "SVC*HC:" "PLB*" "BPR*" "TRN*" "LX*" "N1*PR*" "~" "*" ":" "^" "\x0a" "\x0d\x0a" "ST*837*" "HL*" "CLM*" "SV1*" "ST*277*" "STC*A7:" "ST*999*" "IK3*" "IK4*" "AK2*" "CTX*" "TA1*" "-" "." "+" "20260105" "99999999999999999"
WORDS
tr ' ' '\n' < "$work/words" > "$work/words.dict"

exec "$work/fuzz-x12" -runs="$runs" -max_len=4096 -timeout=20 -rss_limit_mb=2048 \
  -dict="$work/words.dict" -artifact_prefix="$work/" -print_final_stats=1 \
  "$work/corpus" "$work/seeds" $samples
