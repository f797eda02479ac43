#!/bin/sh
# Golden files: the shipped dossier in every format, beside what it must be in tests/golden/.
# UPDATE=1 rewrites them; a person reads the difference.
set -u
: "${BUILD:=build}"
program=$(cd "$BUILD" && pwd)/detente
golden=tests/golden
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
mkdir -p "$golden" "$work/out"
"$program" --db "$work/a.db" import -q fixtures/canada-china || exit 1
ask() { "$program" --db "$work/a.db" --today 2026-11-24 "$@"; }

ask timeline CAN CHN >"$work/out/timeline.txt"
ask timeline CAN CHN --from 2017 --to 2018 --color always >"$work/out/timeline-color.txt"
ask timeline CAN CHN --from 2025-10-31 --to 2025-10-31 --json >"$work/out/timeline.json"
ask between 2018-12-01 2018-12-31 --pair CAN,CHN >"$work/out/between.txt"
ask between 2017 2017 --pair CAN,CHN --json >"$work/out/between.json"
ask show CC-M25B >"$work/out/show.txt"
ask show CC-KOV --json >"$work/out/show.json"
ask export --format csv >"$work/out/export.csv"
ask export --format tsv --kind tariff >"$work/out/export-tariff.tsv"
ask export --format json --kind tariff >"$work/out/export-tariff.json"
ask export --format jsonl --kind meeting >"$work/out/export-meeting.jsonl"
ask list terms --format csv >"$work/out/terms.csv"
ask brief CAN CHN --on 2026-04-07 >"$work/out/brief.txt"
ask brief CAN CHN --on 2026-04-07 --format md >"$work/out/brief.md"
ask brief CAN CHN --on 2018-12-10 --json >"$work/out/brief.json"

for file in "$work"/out/*; do
    name=${file##*/}
    if [ -n "${UPDATE:-}" ]; then cp "$file" "$golden/$name"; fi
    if cmp -s "$file" "$golden/$name"; then
        passed=$((passed + 1))
        echo "ok $name"
    else
        failed=$((failed + 1))
        echo "not ok $name"
        diff -u "$golden/$name" "$file" 2>&1 | head -n 20
    fi
done
# Nothing that is no longer made stays behind.
for file in "$golden"/*; do
    [ -e "$work/out/${file##*/}" ] && continue
    failed=$((failed + 1))
    echo "not ok $file is made by nothing"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
