#!/bin/sh
# Runs all tests: the programs named as arguments, the transcripts, the README's examples, golden files,
# layers, schema and the replay of the fuzzers' inputs. Each runner prints its own summary; the last line
# counts them all.
set -u
: "${BUILD:=build}"
export DETENTE_FIXTURES="${DETENTE_FIXTURES:-fixtures}"
log=$BUILD/test.log
passed=0 failed=0 skipped=0
: >"$log"

count() { # FILE: adds what cmocka says of itself
    p=$(sed -n 's/^\[  PASSED  \] \([0-9]*\) test.*/\1/p' "$1" | awk '{n += $1} END {print n + 0}')
    f=$(grep -c '^\[  FAILED  \] [a-z_0-9]*$' "$1")
    s=$(sed -n 's/^\[  SKIPPED \] \(.*: \)\{0,1\}\([0-9]*\) test.*/\2/p' "$1" | awk '{n += $1} END {print n + 0}')
    passed=$((passed + p)) failed=$((failed + f)) skipped=$((skipped + s))
}

for program in "$@"; do
    out=$BUILD/one.log
    "$program" >"$out" 2>&1
    code=$?
    cat "$out" >>"$log"
    before=$failed
    count "$out"
    if [ $code -ne 0 ] && [ $failed -eq $before ]; then failed=$((failed + 1)); fi
    if [ $code -ne 0 ]; then
        echo "not ok ${program##*/}"
        grep -aE '\[  (ERROR|FAILED)|error:|Error|assert|runtime error|SUMMARY' "$out" | head -n 20
    else
        echo "ok ${program##*/}: $(sed -n 's/^\[  PASSED  \] \(.*\)\./\1/p' "$out" | tr '\n' ' ')$(grep -a '^\[  SKIPPED \] [a-z]' "$out" | sed 's/^\[  SKIPPED \]/skipped/' | tr '\n' ' ')"
    fi
done

# Runners that end with "N passed, N failed[, N skipped]".
run() { # TITLE COMMAND...
    title=$1
    shift
    out=$BUILD/one.log
    "$@" >"$out" 2>&1
    code=$?
    cat "$out" >>"$log"
    line=$(grep -aE '^[0-9]+ passed, [0-9]+ failed' "$out" | tail -n 1)
    p=$(echo "$line" | sed -n 's/^\([0-9]*\) passed.*/\1/p') f=$(echo "$line" | sed -n 's/.*passed, \([0-9]*\) failed.*/\1/p')
    s=$(echo "$line" | sed -n 's/.*failed, \([0-9]*\) skipped.*/\1/p')
    passed=$((passed + ${p:-0})) failed=$((failed + ${f:-0})) skipped=$((skipped + ${s:-0}))
    if [ $code -ne 0 ] || [ -z "$line" ]; then
        [ "${f:-0}" -gt 0 ] || failed=$((failed + 1))
        echo "not ok $title"
        grep -av '^ok ' "$out" | head -n 60
    else
        echo "ok $title: $line"
        grep -ai 'skip' "$out" | grep -v "$line" | head -n 5
    fi
}

program=$(cd "$BUILD" && pwd)/detente
run "transcripts" env DETENTE="$program" sh tests/cli/run.sh tests/cli/*.t
run "the README's examples" env DETENTE="$program" sh tests/cli/run.sh --markdown README.md
run "the examples of docs/PROFILES.md" env DETENTE="$program" sh tests/cli/run.sh --markdown docs/PROFILES.md
run "golden files" env BUILD="$BUILD" sh tests/golden.sh
run "layers" sh tests/layers/layers.sh "$BUILD"
run "JSON Schema" python3 tests/schema/check_schema.py "$program" fixtures
run "man pages" sh tests/man.sh
run "replay of fuzzers" sh tests/fuzz/replay.sh "$BUILD"

if [ $skipped -gt 0 ]; then echo "$passed passed, $failed failed, $skipped skipped"
else echo "$passed passed, $failed failed"; fi
[ $failed -eq 0 ]
