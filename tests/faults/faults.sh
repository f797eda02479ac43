#!/bin/sh
# All tests of faults; prints what each counted and the sum.
# usage: faults.sh BUILD
set -u
build=$1 passed=0 failed=0 skipped=0
log=$(mktemp)
trap 'rm -f "$log"' EXIT
stage() { # TITLE COMMAND...
    echo "-- $1"
    shift
    "$@" >"$log" 2>&1
    code=$?
    cat "$log"
    line=$(grep -E '^[0-9]+ passed, [0-9]+ failed' "$log" | tail -n 1)
    if [ -z "$line" ]; then failed=$((failed + 1)); return; fi
    passed=$((passed + ${line%% passed*}))
    rest=${line#*, }
    failed=$((failed + ${rest%% failed*}))
    case $line in *skipped) rest=${line##*, }; skipped=$((skipped + ${rest%% skipped*})) ;; esac
    [ $code -eq 0 ] || [ "${rest%% failed*}" != 0 ] || failed=$((failed + 1))
}
stage "calls that fail: writes, syncs, reads, room" "$build/faults/test_faults"
stage "killed at random moments" "$build/faults/kill" "$build/detente" "${KILLS:-210}"
stage "a full disk" sh tests/faults/full.sh "$build/detente"
stage "bytes turned over" "$build/faults/flip" "$build/detente" "${FLIPS:-60}"
if [ $skipped -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"
else echo "$passed passed, $failed failed"; fi
[ $failed -eq 0 ]
