# The formats of answers and exports, and what each is for.

$ detente formats --format csv | cut -d , -f 1
name
text
csv
tsv
json
jsonl
md
dyad-year
dyad-month
dossier

# What cannot be written in a format is said.

$ detente import -q "$FIXTURES/canada-china" && detente timeline CAN CHN --format dossier
? 2
detente: dossier is a folder of files
  use `detente export --format dossier -o FOLDER`

$ detente timeline CAN CHN --format jsn
? 2
detente: "jsn" is no format
  did you mean json? `detente formats` lists them all

$ detente kinds --format dossier
? 2
detente: dossier is a folder of files
  use `detente export --format dossier -o FOLDER`
