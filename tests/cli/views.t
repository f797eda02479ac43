# The queries of docs/DATABASE.md on the shipped dossier.

$ detente import -q "$FIXTURES/canada-china"

# Events by year.

$ cat >query.sql <<"END"
> SELECT substr(start_min, 1, 4) AS year, count(*) AS events
> FROM v_event
> WHERE start_min >= '2021'
> GROUP BY year;
> END

$ detente sql - --format csv <query.sql
year,events
2021,11
2022,5
2023,5
2024,11
2025,35
2026,16

# Between two dates.

$ cat >query.sql <<"END"
> SELECT e.id, e."date", e.title,
>        CASE WHEN e.start_min >= '2018-12-01' AND e.start_max <= '2018-12-31'
>                  AND NOT e.uncertain AND NOT e.approximate
>             THEN 'certain' ELSE 'possible' END AS match
> FROM v_pair p JOIN v_event e ON e.id = p.event
> WHERE p.a = 'CAN' AND p.b = 'CHN'
>   AND coalesce(e.start_min, e.start_max) <= '2018-12-31' AND coalesce(e.start_max, '9999') >= '2018-12-01'
> ORDER BY match, e.start_min, e.start_max, e.id;
> END

$ detente sql - --format csv <query.sql
id,date,title,match
CC-MENG,2018-12-01,Canada arrests Meng Wanzhou at Vancouver airport,certain
CC-050,2018-12-05,The arrest of Meng Wanzhou becomes public,certain
CC-051,2018-12-08,China summons the Canadian ambassador over Meng's arrest,certain
CC-KOV,2018-12-10,China detains Michael Kovrig,certain
CC-SPA,2018-12-10,China detains Michael Spavor,certain
CC-054,2018-12-11,Meng Wanzhou released on bail of C$10 million,certain
CC-A24,2018,Canada-China relations reach their low point,possible
CC-A28,2018~,Ottawa condemns the detention of Kovrig and Spavor as arbitrary,possible

# In force on a day.

$ cat >query.sql <<"END"
> SELECT id, rate, product,
>        CASE WHEN end_min > '2025-06-30' THEN 'in force' ELSE 'no end known' END AS state
> FROM v_event
> WHERE kind = 'tariff' AND status NOT IN ('planned', 'denied', 'cancelled')
>   AND start_max <= '2025-06-30'
>   AND (end_min > '2025-06-30' OR end_state IN ('unknown', 'open'))
> ORDER BY start_min, id;
> END

$ detente sql - --format csv <query.sql
id,rate,product,state
CC-T-EV,100,electric vehicles,in force
CC-T-SA,25,steel products;aluminum products,no end known
CC-T-MEAL,100,canola meal,in force
CC-T-OIL,100,canola oil,no end known
CC-T-PEA,100,peas,in force
CC-T-PORK,25,pork,no end known
CC-T-SEA,25,aquatic products,in force

# In office on a day.

$ cat >query.sql <<"END"
> SELECT country, title, name
> FROM v_term
> WHERE country IN ('CAN', 'CHN')
>   AND "start" <= '2018-12-01' AND coalesce(nullif("end", '..'), '9999') > '2018-12-01'
> ORDER BY country, title;
> END

$ detente sql - --format csv <query.sql
country,title,name
CAN,Ambassador of Canada to China,John McCallum
CAN,Minister of Foreign Affairs,Chrystia Freeland
CAN,Prime Minister,Justin Trudeau
CAN,Queen of Canada,Elizabeth II
CHN,Minister of Foreign Affairs,Wang Yi
CHN,Premier,Li Keqiang
CHN,President,Xi Jinping

# Who took part how often.

$ cat >query.sql <<"END"
> SELECT p.name, count(DISTINCT t.event) AS events
> FROM v_party t JOIN v_person p ON p.id = t.id
> WHERE t.type = 'person'
> GROUP BY p.id
> ORDER BY events DESC, p.name
> LIMIT 5;
> END

$ detente sql - --format csv <query.sql
name,events
Mark Carney,18
Justin Trudeau,12
Stephen Harper,10
Xi Jinping,10
Mélanie Joly,7

# Where sources differ.

$ cat >query.sql <<"END"
> SELECT c.event, c.value, c.stance, coalesce(c.publisher, c.source_title) AS source
> FROM v_claim c JOIN v_event e ON e.id = c.event
> WHERE e.disputed AND c.field = 'date'
> ORDER BY c.event, c.value
> LIMIT 4;
> END

$ detente sql - --format csv <query.sql
event,value,stance,source
CC-005,1973-10-13,supports,Firstpost / Associated Press
CC-005,1973-10-14,disputes,South China Morning Post
CC-028,2012-09-08,disputes,Prime Minister of Canada
CC-028,2012-09-09,supports,Government of Canada (DFATD)

# What answered an event.

$ cat >query.sql <<"END"
> SELECT l."from", l.relation, l.asserted_by, l.denied_by
> FROM v_link l JOIN v_event e ON e.id = l."from"
> WHERE l."to" = 'CC-MENG' AND l.relation IN ('retaliates_against', 'responds_to')
> ORDER BY e.start_min, e.id;
> END

$ detente sql - --format csv <query.sql
from,relation,asserted_by,denied_by
CC-051,responds_to,China,
CC-KOV,retaliates_against,Associated Press;Kevin Garratt,China's Foreign Ministry
CC-SPA,retaliates_against,Associated Press;Kevin Garratt,China's Foreign Ministry
CC-056,retaliates_against,Canadian officials,China
CC-057,responds_to,Lu Shaye,
CC-059,retaliates_against,observers (Associated Press),China's Foreign Ministry
CC-060,retaliates_against,canola industry officials,China

# A list, item by item.

$ cat >query.sql <<"END"
> SELECT j.value AS tag, count(*) AS events
> FROM v_event e, json_each('["' || replace(e.tags, ';', '","') || '"]') j
> GROUP BY tag
> ORDER BY events DESC, tag
> LIMIT 5;
> END

$ detente sql - --format csv <query.sql
tag,events
diplomacy,56
trade,56
consular,20
canola,19
detention,13

# A series of a pair.

$ cat >query.sql <<"END"
> SELECT substr(e.start_min, 1, 4) AS year, count(*) AS events,
>        sum(e.kind LIKE 'meeting%') AS meetings
> FROM v_pair p JOIN v_event e ON e.id = p.event
> WHERE p.a = 'CAN' AND p.b = 'CHN' AND e.start_min >= '2020'
> GROUP BY year;
> END

$ detente sql - --format csv <query.sql
year,events,meetings
2020,1,0
2021,11,0
2022,5,1
2023,5,0
2024,11,0
2025,33,4
2026,16,2

# Further columns.

$ cat >query.sql <<"END"
> SELECT extra ->> 'confidence' AS confidence, count(*) AS events
> FROM v_event
> WHERE extra IS NOT NULL
> GROUP BY confidence;
> END

$ detente sql - --format csv <query.sql
confidence,events
medium,25

# What the record claims to hold.

$ cat >query.sql <<"END"
> SELECT dataset, countries, kinds, "start", "end" FROM v_coverage;
> END

$ detente sql - --format csv <query.sql
dataset,countries,kinds,start,end
canada-china,CAN;CHN,relations,1970-10-13,2026-04-07
canada-china,CAN;CHN,tariff,2024-08-26,2026-04-07

# Each view has these columns.

$ for v in event party pair person organization term source claim link coverage note; do detente sql "SELECT * FROM v_$v LIMIT 1" --format csv | sed -n "1s/^/v_$v: /p"; done
v_event: id,kind,date,end,time,status,title,summary,start_min,start_max,end_min,end_max,end_state,edtf_level,precision,uncertain,approximate,disputed,countries,organizations,people,actors,place,latitude,longitude,tags,sources,source_url,code,intensity,mentions,tone,release,venue,quantity,unit,last_confirmed,product,hs,rate,rate_unit,base_rate,basis,quota,excludes,announced,extra
v_party: event,type,id,role
v_pair: a,b,event,kind,date,title
v_person: id,name,aliases,country,wikidata,extra
v_organization: id,name,kind,aliases,wikidata,extra
v_term: person,name,country,office,title,start,end,standing,sources,note
v_source: id,title,publisher,url,archive_url,published,accessed,type,side,language,extra
v_claim: event,source,field,value,quote,locator,stance,note,publisher,source_title,url
v_link: from,relation,to,asserted_by,denied_by,note,source
v_coverage: dataset,countries,kinds,start,end,note
v_note: record,kind,reason,date

# Every query of the page finds something, in the program and in the sqlite3 shell alike.

$ awk '/^```sql$/ { n++; file = "page-" n ".sql"; next } /^```$/ { file = "" } file { print >file }' "$FIXTURES/../docs/DATABASE.md"

$ cat page-*.sql | grep -c ';$'
12

$ for q in page-*.sql; do a=$(detente sql - --format jsonl <$q | wc -l) b=$(sqlite3 -readonly -json detente.db <$q | wc -l); [ $a -gt 0 ] && [ $a = $b ] || echo "$q $a $b"; done

# The page names every view and every column of one.

$ for v in event party pair person organization term source claim link coverage note; do detente sql "SELECT * FROM v_$v LIMIT 1" --format csv | head -n 1 | tr , '\n' | while read -r c; do sed -n "/^### v_$v\$/,/^##/p" "$FIXTURES/../docs/DATABASE.md" | grep -q "\`$c\`" || echo "v_$v $c"; done; done
