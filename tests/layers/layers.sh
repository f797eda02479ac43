#!/bin/sh
# Proves the layering on the object files: who may use whom, and what nobody in the core may use.
#
#   layers.sh BUILD
#
# 1. No room uses a room of higher rank, nor one of its own rank: from the symbols that each object
#    defines and needs. 2. The files of the core have no cycle among rooms (tsort). 3. Only store/ knows
#    SQLite, and in it only engine_sqlite*; only read/ knows libcsv and cJSON. 4. The core does not print,
#    exit, read the environment or the clock, or change the locale. 5. cmd includes detente.h only.
set -u
build=${1:-build}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
passed=0 failed=0
ok() { passed=$((passed + 1)); echo "ok $1"; }
no() { failed=$((failed + 1)); echo "not ok $1"; sed 's/^/    /' "$2" | head -n 20; }
verdict() { if [ -s "$2" ]; then no "$1" "$2"; else ok "$1"; fi; } # TITLE FILE-OF-FAULTS

rank_of() {
    case $1 in
    base) echo 0 ;; time) echo 1 ;; model) echo 2 ;; read | query) echo 3 ;; store) echo 4 ;;
    ask) echo 5 ;; write) echo 6 ;; front) echo 7 ;; cmd) echo 8 ;; *) echo 9 ;;
    esac
}

# "defined SYMBOL ROOM OBJECT" and "needs SYMBOL ROOM OBJECT"
for object in "$build"/core/*.o "$build"/core/*/*.o "$build"/cmd/*.o "$build"/gen/*.o; do
    part=${object#"$build"/}
    case $part in
    gen/migrations.o) room=store ;; gen/*) room=model ;; core/*/*) room=${part#core/} room=${room%%/*} ;;
    core/*) room=front ;; *) room=cmd ;;
    esac
    nm -P "$object" | awk -v room="$room" -v object="$part" -v rank="$(rank_of "$room")" '
        $2 == "U" {print "needs", $1, room, object, rank}
        $2 ~ /^[TDBRVWC]$/ {print "defined", $1, room, object, rank}'
done >"$work/symbols"

awk '$1 == "defined" {room[$2] = $3; rank[$2] = $5; next}
     {need[++n] = $0}
     END {for (i = 1; i <= n; i++) {split(need[i], f, " "); s = f[2];
          if (s in room && room[s] != f[3]) {
              print f[3], room[s] >"'"$work"'/edges"
              if (rank[s] >= f[5]) print f[4] " (" f[3] ") uses " s " of " room[s] >"'"$work"'/upward"}}}' "$work/symbols"
touch "$work/upward" "$work/edges"
verdict "no room uses one of its own or a higher rank" "$work/upward"
sort -u "$work/edges" >"$work/rooms"
tsort "$work/rooms" >/dev/null 2>"$work/cycle"
verdict "no cycle among the rooms" "$work/cycle"
[ -s "$work/rooms" ] && ok "rooms were found: $(wc -l <"$work/rooms") edges" || { echo "no edges" >"$work/none"; no "rooms were found" "$work/none"; }

awk '$1 == "needs" && $2 ~ /^sqlite3_/ && $4 !~ /^core\/store\/engine_sqlite[a-z_]*\.o$/ {print $4 " uses " $2}' "$work/symbols" >"$work/sqlite"
verdict "only store/engine_sqlite knows SQLite" "$work/sqlite"
awk '$1 == "needs" && $2 ~ /^(csv_(init|parse|fini|free|set|get|write|fwrite|strerror|error)|cJSON)/ && $3 != "read" {print $4 " uses " $2}' "$work/symbols" >"$work/readers"
# Names of our own that begin like those of libcsv are defined in the tree.
awk 'NR == FNR {if ($1 == "defined") own[$2]; next} !($3 in own)' "$work/symbols" "$work/readers" >"$work/foreign"
verdict "only read/ knows libcsv and cJSON" "$work/foreign"
awk '$1 == "needs" && $3 != "cmd" && $2 ~ /^(printf|puts|putchar|perror|exit|_exit|abort|getenv|secure_getenv|setenv|time|clock|clock_gettime|gettimeofday|localtime|localtime_r|gmtime|setlocale|stdout|stderr|system|popen|fork|execve|socket|connect)$/ {print $4 " uses " $2}' "$work/symbols" >"$work/forbidden"
verdict "the core does not print, exit, or read environment, clock or locale" "$work/forbidden"
awk '$1 == "defined" && $3 != "cmd" && $3 != "front" && $2 ~ /^detente_/ {print $4 " defines " $2}' "$work/symbols" >"$work/public"
verdict "only the front door defines public names" "$work/public"

grep -n '#include "' cmd/*.c cmd/*.h | grep core/ | grep -v 'core/detente.h"' >"$work/includes"
verdict "cmd includes core/detente.h and nothing else of core" "$work/includes"
# Writable data in the core would be global state. Constant tables that hold pointers are written by the
# loader only and stand in .data.rel.ro.
for object in "$build"/core/*.o "$build"/core/*/*.o; do
    objdump -t "$object" | awk -v o="${object#"$build"/}" '/ O \.(data|bss|tdata|tbss)[\t ]/ || / O \*COM\*/ {print o " has writable " $NF}'
done >"$work/state"
case $(head -c 400 "$build/.flags" 2>/dev/null) in
*sanitize* | *coverage*) ok "no global mutable state (not judged in an instrumented build)" ;;
*) verdict "no global mutable state in the core" "$work/state" ;;
esac

echo "$passed passed, $failed failed"
[ $failed -eq 0 ]
