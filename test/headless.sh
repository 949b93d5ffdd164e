#!/bin/sh
# A transfer of many pairs, a merge and an import, each to its end and back, by commands alone.
# Needs handover on the path. Works in the present folder, in a store of its own, and leaves all its files there.
set -eu

HANDOVER_STORE=store
export HANDOVER_STORE

say() { printf '%s\n' "$*"; }
fail() { say "FAILED: $*" >&2; exit 1; }

# expect STATUS COMMAND...: runs it, and goes on only where it ends so.
expect() {
  wanted=$1
  shift
  got=0
  "$@" || got=$?
  [ "$got" -eq "$wanted" ] || fail "\"$*\" ended with $got, not with $wanted"
}

# field NAME FILE: the value of the first "NAME": "…" of a JSON file.
field() { sed -n "s/.*\"$1\": *\"\\([^\"]*\\)\".*/\\1/p" "$2" | head -n 1; }

# run_of FILE: the run whose events are in that file.
run_of() { sed -n '1s/.*"run":"\([^"]*\)".*/\1/p' "$1"; }

# same ID...: what these people have is as in the files that keep made.
keep() { for id; do handover users show "$id" --json > "before.$id"; done; }
same() { for id; do handover users show "$id" --json | cmp -s - "before.$id" || fail "person $id is not as before"; done; }
changed() { for id; do ! handover users show "$id" --json | cmp -s - "before.$id" || fail "person $id is as before"; done; }

# carry_out PLAN: looks at a plan file, runs it with the phrase that it names, and prints the id of its run.
carry_out() {
  handover plan show "$1" > "$1.txt"
  handover apply "$1" --confirm "$(field confirm "$1")" --json > "$1.events"
  tail -n 1 "$1.events" | grep -q '"state":"succeeded"' || fail "$1 did not succeed"
  run_of "$1.events"
}

handover demo --users 240 > demo.txt

say 'A transfer of many pairs'
handover export --out people.csv > export.txt
# Every other of the first forty people behind 30 who may be moved, into the one behind.
handover users --json | sed 's/},{/}\
{/g' | awk -F'"id":' '/"access":"user"/ { split($2, part, ","); if (part[1] > 30) print part[1] }' | head -n 40 > ids
sed -n 'N;s/\n/ /p' ids > pairs
awk 'NR == FNR { into[$1] = $2; next }
  { split($0, cell, ","); if (cell[1] in into) sub(/^[0-9]+,,/, cell[1] "," into[cell[1]] ","); print }' pairs people.csv > filled.csv
first=$(sed -n '1s/ .*//p' pairs)
into=$(sed -n '1s/.* //p' pairs)
keep "$first" "$into"
handover check filled.csv --json > check.json
grep -q '"problems":\[\]' check.json || fail 'the filled file has problems'
handover plan --file filled.csv --out plan.json > plan.txt
[ "$(field confirm plan.json)" = 'TRANSFER 20' ] || fail 'not every pair is planned'
expect 2 handover apply plan.json 2> unconfirmed.txt
same "$first" "$into"
run=$(carry_out plan.json)
changed "$first" "$into"
[ "$(grep -c '"event":"pair-done"' plan.json.events)" -eq 20 ] || fail 'not every pair was told of'
handover runs show "$run" > run.txt
grep -q '20 pairs: 20 done, 0 failed, 0 left' run.txt || fail 'the run was not told of'
expect 4 handover plan --file filled.csv --out again.json > again.txt 2>&1
[ ! -e again.json ] || fail 'a plan with problems was written'
handover undo "$run" --out undo.json > undo.txt
carry_out undo.json > /dev/null
same "$first" "$into"

say 'A merge'
keep 208 60
handover plan --operation merge --source 208 --target 60 --fields filled --out merge.json > merge.txt
run=$(carry_out merge.json)
handover users show 208 --json | grep -q '"mergedInto":60' || fail 'the source is not marked as merged'
changed 60
handover undo "$run" --out unmerge.json > unmerge.txt
carry_out unmerge.json > /dev/null
same 208 60

say 'An import'
keep 21
printf '%s\r\n' 'User ID,Email,First Name,Last Name' \
  '21,jenny.andrews@lindenhall.example,Jenny,Andrews-Cole' '0,new.person@lindenhall.example,New,Person' \
  '22,nobody,Sam,Rodgers' > staff.csv
expect 3 handover import staff.csv --blanks keep --missing keep --problems bad.csv --out import.json > import.txt
grep -q ',22,nobody,' bad.csv || fail 'the row with a problem was not written'
run=$(carry_out import.json)
handover users show 21 --json | grep -q '"lastName":"Andrews-Cole"' || fail 'the row was not imported'
handover users show 241 --json | grep -q '"email":"new.person@lindenhall.example"' || fail 'nobody was created'
handover undo "$run" --out unimport.json > unimport.txt
carry_out unimport.json > /dev/null
same 21
expect 2 handover users show 241 2> gone.txt

handover audit --verify > proof.txt
handover doctor > doctor.txt
say 'All is as it was.'
