#!/bin/sh
# A full disk: a small file system in memory, larger from run to run, so that the space gives out at other moments.
# After each: the message says what to do, the exit code is 4, the record is as before and whole, and with space again the
# command works. Needs the right to mount (root, or a user namespace); else it says that it is skipped.
# usage: full.sh PROGRAM
set -u
program=$1
if [ "${DETENTE_MOUNTED:-}" != yes ]; then
    export DETENTE_MOUNTED=yes
    if unshare -m true 2>/dev/null; then exec unshare -m sh "$0" "$program"; fi
    if unshare -rm true 2>/dev/null; then exec unshare -rm sh "$0" "$program"; fi
    echo "skipped full disk: no right to mount a file system"
    echo "0 passed, 0 failed, 1 skipped"
    exit 0
fi
work=$(mktemp -d /tmp/detente-full-XXXXXX)
trap 'umount "$work/disk" 2>/dev/null; rm -rf "$work"' EXIT
mkdir "$work/disk"
export DETENTE_USER=desk
d() { "$program" --today 2026-04-10 "$@"; }
d --db "$work/other.db" import -q fixtures/adverse || exit 1
d --db "$work/full.db" import -q fixtures/canada-china || exit 1
passed=0 failed=0

bad() { echo "not ok $1"; wrong=$((wrong + 1)); }
export_of() { d --db "$1" export --format json 2>/dev/null; }

# deed NAME RECORD COMMAND...: on disks of more and more room beyond the record itself
deed() {
    name=$1 start=$2 wrong=0 hit=0 done=0
    shift 2
    size=$(($(wc -c <"$start") / 1024))
    export_of "$start" >"$work/before.json"
    cp "$start" "$work/run.db"
    d --db "$work/run.db" "$@" >/dev/null 2>&1
    export_of "$work/run.db" >"$work/after.json"
    for room in 40 60 80 120 160 240 320 480 640 800 960 1280 1600 1920 2560 3200 4800 6400 9600 12800; do
        mount -t tmpfs -o size=$((size + room))k tmpfs "$work/disk" || { bad "$name: mount"; break; }
        cp "$start" "$work/disk/run.db"
        (cd "$OLDPWD" 2>/dev/null; d --db "$work/disk/run.db" "$@" >/dev/null 2>"$work/err")
        code=$?
        case $code in
        0) done=$((done + 1)); want=$work/after.json ;;
        4) hit=$((hit + 1)); want=$work/before.json; [ -s "$work/err" ] || bad "$name, $room KiB: no message" ;;
        *) bad "$name, $room KiB: exit code $code: $(cat "$work/err")"; want=$work/before.json ;;
        esac
        rm -f "$work/disk"/*.part "$work/disk"/copy.db
        # Elsewhere there is room to look at it.
        mkdir -p "$work/look" && rm -f "$work/look"/* && cp "$work/disk"/run.db* "$work/look/"
        export_of "$work/look/run.db" >"$work/now.json"
        cmp -s "$work/now.json" "$want" || bad "$name, $room KiB: exit $code, the record is another"
        d --db "$work/look/run.db" check integrity >/dev/null 2>&1 || bad "$name, $room KiB: not whole"
        umount "$work/disk"
    done
    if [ $wrong -eq 0 ] && [ $hit -gt 0 ] && [ $done -gt 0 ]; then
        passed=$((passed + 1)); echo "ok $name: the disk was full $hit times, $done times not"
    else failed=$((failed + 1)); echo "not ok $name: full $hit times, not $done times, $wrong wrong"; fi
}

OLDPWD=$PWD
deed "import" "$work/other.db" import -q fixtures/canada-china
deed "edit" "$work/full.db" edit CC-M22 "title=Another title"
deed "undo of an import" "$work/full.db" undo
deed "backup" "$work/full.db" backup "$work/disk/copy.db"
echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
