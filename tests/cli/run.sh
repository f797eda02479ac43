#!/bin/sh
# Runs transcripts of the command line and compares what they show with what happens.
#
#   tests/cli/run.sh                          all tests/cli/*.t
#   tests/cli/run.sh FILE.t...                these
#   tests/cli/run.sh --markdown README.md...  the ```console blocks of a text, as one transcript each
#   UPDATE=1 tests/cli/run.sh ...             writes what happens into the files; read the diff
#
# The program is $DETENTE, else detente in the folder $BUILD (build). Prints a line per transcript, a
# diff where one differs, and "N passed, N failed" at the end. Exit status 1 when any failed.
#
# A transcript:
#
#   # A comment. Between commands only blank lines and lines that begin with "# " may stand.
#
#   $ printf 'a\nb\n' &&
#   > false
#   ? 1
#   a
#   b
#
#   $ detente version | cut -d . -f 1
#   detente 0
#
#   "$ "  begins a command, wherever it stands
#   "> "  directly after it: the command goes on
#   "? N" directly after that: its exit status; without it 0
#   then  all that it prints, standard output and standard error together, line by line, up to
#         the next command, or up to a blank line before a comment, or to the end of the file.
#         The one blank line before a command or a comment parts them and is not output.
#   "..." alone on a line stands for any lines, also none
#
# Output in which a line begins with "$ " or "# " has to go through sed. Each command has a shell of
# its own; those of one transcript share a folder that is new and empty. There, `detente` is the
# program, $FIXTURES the folder of the fixtures (for --markdown also ./fixtures), TZ is UTC and LC_ALL
# is C; DETENTE_DB, NO_COLOR and COLUMNS are unset, TERM is dumb, and standard input is empty.

set -u
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd) || exit 1
root=$(CDPATH='' cd -- "$here/../.." && pwd) || exit 1

absolute() {
    case $1 in
    /*) printf '%s\n' "$1" ;;
    *) printf '%s\n' "$2/$1" ;;
    esac
}

program=$(absolute "${DETENTE:-${BUILD:-build}/detente}" "$root")
FIXTURES=$(absolute "${FIXTURES:-fixtures}" "$root")
update=${UPDATE:-}
markdown=
if [ "${1:-}" = --markdown ]; then
    markdown=1
    shift
elif [ $# -eq 0 ]; then
    set -- "$here"/*.t
fi
[ -x "$program" ] || {
    echo "run.sh: there is no program $program; make builds it" >&2
    exit 1
}

work=$(mktemp -d "${TMPDIR:-/tmp}/detente-cli.XXXXXX") || exit 1
trap 'chmod -R u+w "$work"; rm -rf "$work"' EXIT
trap 'exit 1' HUP INT TERM
mkdir "$work/bin" && ln -s "$program" "$work/bin/detente" || exit 1

PATH=$work/bin:$PATH TZ=UTC LC_ALL=C TERM=dumb
DETENTE_USER=desk
export PATH TZ LC_ALL TERM FIXTURES DETENTE_USER
unset DETENTE_DB NO_COLOR COLUMNS UPDATE DETENTE BUILD

# split FILE: into $parts/N.before .command .status .want .line, and $parts/rest, $parts/count.
split() {
    awk -v parts="$parts" -v markdown="$markdown" '
        function put(suffix, text) { print text > (parts "/" n "." suffix) }
        function keep(text) { before = before text "\n" }
        function finish() {
            if (inside && held) want = want "\n"
            if (inside) close_block()
        }
        function close_block() {
            printf "%s", want > (parts "/" n ".want")
            put("command", command); put("status", status); put("line", line)
            inside = 0
        }
        function open_block(text) {
            n++
            printf "%s", before > (parts "/" n ".before")
            before = want = status = ""; status = 0; line = NR; command = text
            inside = 1; head = 1; held = 0
        }
        function add(text) {
            head = 0
            if (held) want = want "\n"
            held = text == ""
            if (!held) want = want text "\n"
        }
        function wrong(text) {
            print "line " NR ": " text
            failed = 1
            exit 1
        }
        BEGIN { fenced = !markdown }
        { sub(/\r$/, "") }
        markdown && !fenced { if ($0 == "```console") fenced = 1; keep($0); next }
        markdown && $0 == "```" { finish(); fenced = 0; keep($0); next }
        /^\$ / {
            if (inside) { if (held) keep(""); close_block() }
            open_block(substr($0, 3)); next
        }
        inside && head == 1 && /^> / { command = command "\n" substr($0, 3); next }
        inside && head == 1 && /^\? [0-9]+$/ { status = substr($0, 3); head = 2; next }
        inside && held && /^# / { close_block(); keep(""); keep($0); next }
        inside { add($0); next }
        $0 == "" || /^# / || $0 == "#" { keep($0); next }
        { wrong("neither a command nor a comment: " $0) }
        END {
            if (failed) exit 1
            if (markdown && fenced) wrong("the last ```console block has no end")
            finish()
            printf "%s", before > (parts "/rest")
            print n + 0 > (parts "/count")
        }' "$1"
}

# matches WANT GOT: line by line, "..." in WANT for any lines.
matches() {
    awk '
        FILENAME == ARGV[1] { want[++wants] = $0; next }
        { got[++gots] = $0 }
        END {
            w = g = 1
            star = 0
            while (g <= gots) {
                if (w <= wants && want[w] == "...") { star = w++; again = g }
                else if (w <= wants && want[w] == got[g]) { w++; g++ }
                else if (star) { w = star + 1; g = ++again }
                else exit 1
            }
            while (w <= wants && want[w] == "...") w++
            exit w <= wants
        }' "$1" "$2"
}

# run_block N: runs a command; on a difference tells it and fails.
run_block() {
    status=0
    (cd "$box" && exec sh -c "$(cat "$parts/$1.command")") </dev/null >"$parts/$1.got" 2>&1 || status=$?
    echo "$status" >"$parts/$1.ended"
    wanted=$(cat "$parts/$1.status")
    if matches "$parts/$1.want" "$parts/$1.got"; then
        cp "$parts/$1.want" "$parts/$1.new"
        [ "$status" = "$wanted" ] && return 0
    else
        awk 1 "$parts/$1.got" >"$parts/$1.new"
    fi
    echo "    line $(cat "$parts/$1.line"): $(head -n 1 "$parts/$1.command")"
    [ "$status" = "$wanted" ] || echo "    exit status $status, expected $wanted"
    diff -u "$parts/$1.want" "$parts/$1.new" | sed -e 1,2d -e 's/^/    /'
    return 1
}

# rewrite FILE: the transcript as it went.
rewrite() {
    i=1
    while [ "$i" -le "$count" ]; do
        cat "$parts/$i.before"
        sed -e '1s/^/$ /' -e '2,$s/^/> /' "$parts/$i.command"
        [ "$(cat "$parts/$i.ended")" = 0 ] || echo "? $(cat "$parts/$i.ended")"
        cat "$parts/$i.new"
        i=$((i + 1))
    done >"$parts/all"
    cat "$parts/rest" >>"$parts/all"
    cat "$parts/all" >"$1"
}

run_transcript() {
    parts=$work/parts box=$work/box
    rm -rf "$parts" "$box" && mkdir "$parts" "$box" || return 1
    [ -z "$markdown" ] || ln -s "$FIXTURES" "$box/fixtures"
    split "$1" >"$parts/report" || return 1
    count=$(cat "$parts/count")
    differing=0 i=1
    while [ "$i" -le "$count" ]; do
        run_block "$i" >>"$parts/report" || differing=$((differing + 1))
        i=$((i + 1))
    done
    [ "$differing" -gt 0 ] || return 0
    [ -n "$update" ] || return 1
    rewrite "$1" && echo "    rewritten: $differing" >"$parts/report"
}

passed=0 failed=0
for file; do
    if run_transcript "$file"; then
        passed=$((passed + 1))
        echo "ok $file"
    else
        failed=$((failed + 1))
        echo "not ok $file"
    fi
    chmod -R u+w "$work/box"
    sed 's/^line/    line/' "$work/parts/report"
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]
