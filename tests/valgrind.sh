#!/bin/sh
# The test programs named as arguments, and some questions of the program, under valgrind.
set -u
: "${BUILD:=build}"
export DETENTE_FIXTURES="${DETENTE_FIXTURES:-fixtures}"
export DETENTE_TEST_SMALL=1 # long worlds are shorter here; whole, they run by themselves and under the sanitizers
passed=0 failed=0
check() { # TITLE COMMAND...
    title=$1
    shift
    if valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite,possible "$@" >"$BUILD/valgrind.log" 2>&1 || [ $? -ne 99 ]; then
        passed=$((passed + 1))
        echo "ok $title"
    else
        failed=$((failed + 1))
        echo "not ok $title"
        grep -a '^==' "$BUILD/valgrind.log" | head -n 20
    fi
}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
for program in "$@"; do
    case $program in *_oracle | *edtf_days | *round_trip | *match_order) continue ;; esac # minutes there, and run under the sanitizers
    case $program in *_hostile | *_undo | *_history | *_backup | *_broken | *_engine | *_dyad) continue ;; esac # likewise
    check "${program##*/}" "$program"
done
detente="$BUILD/detente --db $work/a.db"
check "import" $detente import -q fixtures/canada-china
check "import again" $detente import -q fixtures/canada-china
check "timeline" $detente timeline CAN CHN
check "between" $detente between 2018-12-01 2018-12-31 --pair CAN,CHN --json
check "show" $detente show CC-M25B
check "export csv" $detente export --format csv
check "export json" $detente export
check "export dossier" $detente export --format dossier -o "$work/dossier"
for bad in fixtures/bad/*; do
    case $bad in *.expect) continue ;; esac
    check "refused: ${bad##*/}" $detente import -q "$bad"
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
