# The desk's questions as JSON Lines: a line per entry of the part that a table would hold, each an object by itself.

$ detente import -q "$FIXTURES/canada-china"

$ for question in 'inforce --on 2025-10-31' 'tariffs --on 2025-10-31' 'tariffs --from 2024 --to 2025' 'who CAN --on 2025-10-31' 'last meeting CAN CHN --before 2025-10-31' 'next meeting CAN CHN --after 2025-10-31' 'held CC-KOV CC-SPA' 'days CC-MENG CC-072' 'chain CC-KGD' 'series CAN CHN --from 2018 --to 2019 --by year' 'search canola --limit 3' 'stats' 'list statements --from 2025-10'; do
>     detente --today 2026-04-10 $question --format jsonl >lines; detente --today 2026-04-10 $question --format csv >table
>     printf '%s: %s objects of %s lines, %s rows\n' "$question" "$(grep -c '^{.*}$' lines)" "$(wc -l <lines)" "$(($(wc -l <table) - 1))"
> done
inforce --on 2025-10-31: 19 objects of 19 lines, 19 rows
tariffs --on 2025-10-31: 9 objects of 9 lines, 9 rows
tariffs --from 2024 --to 2025: 13 objects of 13 lines, 13 rows
who CAN --on 2025-10-31: 3 objects of 3 lines, 3 rows
last meeting CAN CHN --before 2025-10-31: 1 objects of 1 lines, 1 rows
next meeting CAN CHN --after 2025-10-31: 1 objects of 1 lines, 1 rows
held CC-KOV CC-SPA: 2 objects of 2 lines, 2 rows
days CC-MENG CC-072: 1 objects of 1 lines, 1 rows
chain CC-KGD: 2 objects of 2 lines, 2 rows
series CAN CHN --from 2018 --to 2019 --by year: 2 objects of 2 lines, 2 rows
search canola --limit 3: 3 objects of 3 lines, 3 rows
stats: 37 objects of 37 lines, 37 rows
list statements --from 2025-10: 15 objects of 15 lines, 15 rows

# Filters and levels that stand in few other places.

$ detente next meeting CAN CHN --after 2018-01-01 --heads-of-government --format csv | cut -d , -f 1-3
event,date,title
CC-108,2025-06-05,Carney and Premier Li Qiang speak by telephone

$ detente next meeting CAN CHN --after 2018-01-01 --heads-of-state
? 1
detente: nothing of the kind comes after that day; the record does not claim to cover this
  it claims to hold only diplomatic relations (13 Oct 1970 to 7 Apr 2026) and tariffs (26 Aug 2024 to 7 Apr 2026) of Canada and China; all else is a selection

$ detente next visit CAN CHN --after 2025-01-01 --foreign-ministers --format csv | cut -d , -f 1-3
event,date,title
CC-118,2025-10-16,Foreign Minister Anand visits China

$ detente tariffs --on 2025-10-31 --hs 1205
? 1
detente: no tariff of HS "1205" is in force on 2025-10-31, but none of the 9 then gives HS codes
  ask by words: --product WORDS
