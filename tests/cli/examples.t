# Every example that help shows, and every one of the manual, finds something and ends well.

$ ln -s "$FIXTURES" fixtures

$ detente import -q fixtures/canada-china && detente export -o record.json && detente export --format csv -o events.csv && cp detente.db clean.db

$ echo 'SELECT count(*) FROM v_event' >query.sql

$ for c in $(detente help | sed -n 's/^  \([a-z]*\) .*/\1/p'); do detente help $c; done | sed -n 's/^  \(detente .*\)/\1/p' >examples

$ sed -n 's/^\$ \(detente .*\)/\1/p' "$FIXTURES/../docs/man/detente.1" | sed 's/\\e/\\/g' >>examples

$ test $(wc -l <examples) -gt 40

# One of them shows what is no date. The folder that help exported is not replaced by the manual's
# example without --force. Each begins with the record as it was imported.

$ while read -r line; do cp clean.db detente.db; sh -c "$line" >out 2>err </dev/null || { echo "$? $line"; cat err; }; done <examples
3 detente date 2023-02-29
detente: not every date could be read
2 detente export --format dossier -o canada-china
detente: the folder canada-china is not empty
  give a new or an empty one, or replace the dossier in it with --force
