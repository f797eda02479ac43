#!/bin/sh
# Every fuzz target over its corpus in tests/fuzz/corpus/TARGET, and csv and json over the bad fixtures.
set -u
build=${1:-build}
passed=0 failed=0
for source in tests/fuzz/fuzz_*.c; do
    name=${source##*/fuzz_} name=${name%.c}
    inputs=tests/fuzz/corpus/$name
    case $name in csv | json) inputs="$inputs fixtures/bad fixtures/canada-china" ;; esac
    if out=$("$build/fuzz/replay_$name" $inputs 2>&1); then
        passed=$((passed + 1))
        echo "ok $name: $out"
    else
        failed=$((failed + 1))
        echo "not ok $name"
        echo "$out" | tail -n 20
    fi
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
