#!/bin/sh
# The man pages are well formed, and name every command and every export format of the program.
set -u
passed=0 failed=0
check() { # TITLE COMMAND...
    title=$1
    shift
    if out=$("$@" 2>&1); then passed=$((passed + 1)); echo "ok $title"
    else failed=$((failed + 1)); echo "not ok $title"; echo "$out" | head -n 10; fi
}
if ! command -v mandoc >/dev/null; then
    echo "skipped: the man pages, since mandoc is missing"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
for page in docs/man/*.[0-9]; do check "$page" mandoc -Tlint -Wwarning "$page"; done
for command in $(sed -n 's/^ *\.name = "\([a-z]*\)",$/\1/p' cmd/cmd_*.c); do
    check "detente.1 names $command" grep -qE "(Ic|It Ic|Cm|It) .*$command" docs/man/detente.1
done
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
