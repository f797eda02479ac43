#!/bin/sh
# Fuzzes each target for a while: fuzz.sh FOLDER SECONDS TARGET...
set -u
folder=$1 seconds=$2
shift 2
passed=0 failed=0
for name in "$@"; do
    work=$folder/corpus_$name
    mkdir -p "$work"
    if "$folder/live_$name" -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
        -artifact_prefix="$folder/crash_${name}_" -print_final_stats=1 "$work" "tests/fuzz/corpus/$name" >"$folder/$name.log" 2>&1; then
        passed=$((passed + 1))
        echo "ok $name: $(sed -n 's/^stat::number_of_executed_units: */runs /p' "$folder/$name.log")"
    else
        failed=$((failed + 1))
        echo "not ok $name"
        tail -n 30 "$folder/$name.log"
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
