/* Profiles that are parsed, and what is said of those that cannot be: the place, the exact words and the remedy. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <stdio.h>

#include "../../core/base/embedded.h"
#include "../../core/read/profile.h"
#include "read_log.h"

#define COUNT(array) (sizeof(array) / sizeof(array)[0])
#define HEAD "{\"detente_profile\": 1, \"name\": \"x\", "
#define EVENT "\"records\": [{\"type\": \"event\", \"kind\": {\"value\": \"other\"}, \"date\": \"d\""
#define RECORDS EVENT "}]}"

extern const struct embedded_file profile_builtin_files[];
extern const size_t profile_builtin_file_count;

static enum status parse(struct arena *arena, struct slice text, size_t step, const struct profile **profile,
                         struct error *error) {
    struct slow_input slow = {text, 0, step};
    struct input input = slow_open(&slow, "p.json");
    *error = (struct error){.status = STATUS_OK};
    return profile_parse(arena, &input, profile, error);
}

/* ---- bad ones: line:column: message; remedy ---- */

static const struct {
    const char *text, *error;
} bad[] = {
    {"", "1:1: the text ends in the middle of a value; it seems to have been cut short: export or copy it again"},
    {"[]", "1:1: here stands an array, where an object is due; see docs/PROFILES.md"},
    {"{}", "1:1: this is no profile; it begins {\"detente_profile\": 1, \"name\": …}"},
    {"{\"name\": \"x\"}", "1:1: this is no profile; it begins {\"detente_profile\": 1, \"name\": …}"},
    {"{\"detente_profile\": 2, \"name\": \"x\", \"records\": []}",
     "1:21: a profile of version 2: this program reads version 1; take a newer program, or the profile of this version"},
    {"{\"detente_profile\": \"1\"}", "1:1: a profile needs \"name\"; add it"},
    {"{\"detente_profile\": 1, \"records\": []}", "1:1: a profile needs \"name\"; add it"},
    {HEAD "\"title\": \"t\"}", "1:1: a profile needs \"records\"; add it"},
    {HEAD "\"records\": []}", "1:48: there are no items in this array; fill it, or leave it out"},
    {HEAD "\"records\": {}}", "1:48: \"records\" is an object, where an array of items is due; see docs/PROFILES.md"},
    {HEAD "\"records\": [{\"type\": \"event\", \"kind\": {\"value\": \"other\"}, \"date\": \"d\"}]}\n{}",
     "2:1: something stands behind the end of the document; a file holds one document; remove what follows it"},
    {"{\"detente_profile\": 1, \"name\": \"my sheet\", " RECORDS,
     "1:32: \"my sheet\" is no name: letters, digits and hyphens, up to 64; such as my-sheet"},
    {"{\"detente_profile\": 1, \"name\": \"none\", " RECORDS,
     "1:32: \"none\" means that no profile is used; choose another"},
    {"{\"detente_profile\": 1, \"name\": \"\", " RECORDS, "1:32: an empty text; fill it, or leave it out"},
    {HEAD "\"title\": 5, " RECORDS, "1:46: \"title\" is a number, where a text is due; see docs/PROFILES.md"},
    {HEAD "\"titel\": \"t\", " RECORDS, "1:46: \"titel\" is no key of a profile; did you mean title?"},
    {HEAD "\"zzz\": \"t\", " RECORDS,
     "1:44: \"zzz\" is no key of a profile; there are detente_profile, name, title, about, table, maps, groups, keep, rows, records, coverage, detect"},
    {HEAD "\"title\": \"t\", \"title\": \"u\", " RECORDS,
     "1:51: the key \"title\" stands twice in one object; remove or rename one of them"},
    {HEAD "\"title\": \"a\\nb\", " RECORDS, "1:46: a control character in a text of one line; write it on one line"},
    {HEAD "\"table\": [], " RECORDS, "1:46: \"table\" is an array, where an object is due; see docs/PROFILES.md"},
    {HEAD "\"table\": {\"delimeter\": \",\"}, " RECORDS, "1:60: \"delimeter\" is no key of table; did you mean delimiter?"},
    {HEAD "\"table\": {\"delimiter\": \",,\"}, " RECORDS,
     "1:60: a delimiter is one ASCII character, and neither a quote nor a line end; such as \",\", \";\", \"\\t\", \"|\" or \"\\u0001\""},
    {HEAD "\"table\": {\"delimiter\": \"\\\"\"}, " RECORDS,
     "1:60: a delimiter is one ASCII character, and neither a quote nor a line end; such as \",\", \";\", \"\\t\", \"|\" or \"\\u0001\""},
    {HEAD "\"table\": {\"delimiter\": \"é\"}, " RECORDS,
     "1:60: a delimiter is one ASCII character, and neither a quote nor a line end; such as \",\", \";\", \"\\t\", \"|\" or \"\\u0001\""},
    {HEAD "\"table\": {\"delimiter\": \"\"}, " RECORDS,
     "1:60: a delimiter is one ASCII character, and neither a quote nor a line end; such as \",\", \";\", \"\\t\", \"|\" or \"\\u0001\""},
    {HEAD "\"table\": {\"quote\": \"'\"}, " RECORDS, "1:56: \"'\" is no way of quoting; there are \", none"},
    {HEAD "\"table\": {\"quote\": \"non\"}, " RECORDS, "1:56: \"non\" is no way of quoting; did you mean none?"},
    {HEAD "\"table\": {\"encoding\": \"latin-2\"}, " RECORDS, "1:59: \"latin-2\" is no encoding; did you mean latin-1?"},
    {HEAD "\"table\": {\"encoding\": \"ebcdic\"}, " RECORDS,
     "1:59: \"ebcdic\" is no encoding; there are utf-8, utf-8-mostly, latin-1, windows-1252 and utf-16"},
    {HEAD "\"table\": {\"heading\": \"no\"}, " RECORDS,
     "1:58: \"heading\" is a text, where true or false is due; see docs/PROFILES.md"},
    {HEAD "\"table\": {\"skip\": -1}, " RECORDS,
     "1:55: a whole number from 0 to 1000000 is due; write a whole number between them"},
    {HEAD "\"table\": {\"skip\": 1.5}, " RECORDS,
     "1:55: a whole number from 0 to 1000000 is due; write a whole number between them"},
    {HEAD "\"table\": {\"skip\": \"1\"}, " RECORDS,
     "1:55: \"skip\" is a text, where a whole number is due; see docs/PROFILES.md"},
    {HEAD "\"table\": {\"columns\": [\"d\"]}, " RECORDS,
     "1:58: the heading names the columns of this table; say \"heading\": false, or leave \"columns\" out"},
    {HEAD "\"table\": {\"heading\": false}, " RECORDS,
     "1:46: a table without a heading needs \"columns\"; add \"columns\": [\"date\", …]"},
    {HEAD "\"table\": {\"heading\": false, \"columns\": []}, " RECORDS,
     "1:76: there are no columns in this array; fill it, or leave it out"},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [\"d\", \"D\"]}, " RECORDS,
     "1:82: the column \"D\" is named twice; rename one of them"},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [\"d\", \"\"]}, " RECORDS,
     "1:82: a column without a name; name it"},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [[\"d\"], [\"e\"]]}, " RECORDS,
     "1:84: two lists of the same number of columns, 1; a row tells by its number of cells which list is its own"},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [[\"d\"], \"e\"]}, " RECORDS,
     "1:84: here stands a text, where an array of columns is due; see docs/PROFILES.md"},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [\"dd\"]}, " RECORDS,
     "1:151: \"d\" is no column of this table; name it in \"columns\" of \"table\""},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [\"date\"]}, " RECORDS,
     "1:153: \"d\" is no column of this table; name it in \"columns\" of \"table\""},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [\"d\"], \"optional\": [\"d\"]}, " RECORDS,
     "1:95: \"optional\" is about columns of a heading, and this table has none; give \"columns\" several lists"},
    {HEAD "\"table\": {\"missing\": [null]}, " RECORDS,
     "1:59: here stands null, where a text is due; see docs/PROFILES.md"},
    {HEAD "\"table\": {\"replace\": [\"a\"]}, " RECORDS,
     "1:58: \"replace\" is an array, where an object of texts is due; see docs/PROFILES.md"},
    {HEAD "\"table\": {\"replace\": {\"\": \"a\"}}, " RECORDS, "1:63: an empty text on the left side; remove it"},
    {HEAD "\"table\": {\"replace\": {\"a\": {}}}, " RECORDS,
     "1:64: \"a\" is an object, where a text is due; see docs/PROFILES.md"},
    {HEAD "\"maps\": [], " RECORDS, "1:45: maps are an object; {\"name\": {\"word\": \"word\"}}"},
    {HEAD "\"maps\": {\"cameo\": {\"a\": \"b\"}}, " RECORDS,
     "1:55: \"cameo\" cannot be the name of a map; name it otherwise"},
    {HEAD "\"maps\": {\"m\": {}}, " RECORDS, "1:51: a map without words; fill it, or leave it out"},
    {HEAD "\"maps\": {\"m\": {\"a\": [\"b\"]}}, " RECORDS,
     "1:57: \"a\" is an array, where a text is due; see docs/PROFILES.md"},
    {HEAD "\"groups\": {\"comeo\": [\"EUR\"]}, " RECORDS, "1:57: \"comeo\" is no key of groups; did you mean cameo?"},
    {HEAD "\"groups\": {\"cameo\": {\"EUR\": \"Europe\"}}, " RECORDS,
     "1:57: \"cameo\" is an object, where a text is due; see docs/PROFILES.md"},
    {HEAD "\"keep\": \"all\", " RECORDS, "1:45: \"all\" is no way of keeping columns; there are rest, none"},
    {HEAD "\"keep\": [], " RECORDS, "1:45: there are no columns in this array; fill it, or leave it out"},
    {HEAD "\"keep\": [\"\"], " RECORDS, "1:46: an empty text; fill it, or leave it out"},
    {HEAD "\"keep\": [1], " RECORDS, "1:46: here stands a number, where a text is due; see docs/PROFILES.md"},
    {HEAD EVENT ", \"title\": 5}]}",
     "1:117: this is no value; a column's name, or an object such as {\"value\": \"text\"}"},
    {HEAD EVENT ", \"title\": \"\"}]}", "1:117: an empty text; fill it, or leave it out"},
    {HEAD EVENT ", \"title\": {}}]}",
     "1:117: a value needs one of column, value, text, join, first, year, country; say one of them"},
    {HEAD EVENT ", \"title\": {\"colum\": \"a\"}}]}", "1:127: \"colum\" is no key of a value; did you mean column?"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"value\": \"b\"}}]}",
     "1:142: \"column\" and \"value\" cannot both stand in a value; keep one of them"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"with\": \", \"}}]}",
     "1:141: \"with\" means nothing without \"join\"; remove it, or add the other"},
    {HEAD EVENT ", \"title\": {\"text\": \"{a\"}}]}",
     "1:126: a brace that is never closed; close it: {Column}; {{ is a brace"},
    {HEAD EVENT ", \"title\": {\"text\": \"{}\"}}]}", "1:126: a column without a name; name a column"},
    {HEAD EVENT ", \"title\": {\"text\": \"\"}}]}", "1:126: an empty text; fill it, or leave it out"},
    {HEAD EVENT ", \"title\": {\"join\": []}}]}", "1:126: there are no items in this array; fill it, or leave it out"},
    {HEAD EVENT ", \"title\": {\"first\": \"a\"}}]}",
     "1:127: \"first\" is a text, where an array of items is due; see docs/PROFILES.md"},
    {HEAD EVENT ", \"title\": {\"year\": \"a\", \"day\": \"b\"}}]}",
     "1:138: \"day\" means nothing without \"month\"; remove it, or add the other"},
    {HEAD EVENT ", \"title\": {\"month\": \"a\"}}]}",
     "1:127: \"month\" means nothing without \"year\"; remove it, or add the other"},
    {HEAD EVENT ", \"title\": {\"country\": \"a\", \"system\": \"cowe\"}}]}",
     "1:144: \"cowe\" is no system of codes; did you mean cow?"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"quiet\": true}}]}",
     "1:142: \"quiet\" means nothing without \"country\"; remove it, or add the other"},
    {HEAD EVENT ", \"title\": {\"country\": \"a\", \"quiet\": \"yes\"}}]}",
     "1:143: \"quiet\" is a text, where true or false is due; see docs/PROFILES.md"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"plus_days\": 0.5}}]}",
     "1:146: a whole number from -1000000 to 1000000 is due; write a whole number between them"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"plus_days\": 99999999999}}]}",
     "1:146: a whole number from -1000000 to 1000000 is due; write a whole number between them"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"open_from\": \"never\"}}]}",
     "1:146: \"never\" is no day; such as \"9999-12-31\""},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"map\": \"m\"}}]}",
     "1:140: \"m\" is no map; write the map under \"maps\""},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"map\": \"camoe\"}}]}",
     "1:140: \"camoe\" is no map; did you mean cameo?"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"map\": 5}}]}",
     "1:140: \"map\" is a number, where an object of texts is due; see docs/PROFILES.md"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"match\": \"has\"}}]}",
     "1:142: \"match\" means nothing without \"map\"; remove it, or add the other"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"map\": {\"x\": \"y\"}, \"match\": \"hsa\"}}]}",
     "1:161: \"hsa\" is no way to match; did you mean has?"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"map\": \"cameo\", \"match\": \"has\"}}]}",
     "1:158: \"match\" is for maps of one's own; CAMEO has its own way; leave it out"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"map\": {}}}]}", "1:140: a map without words; fill it, or leave it out"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"as\": \"upper\"}}]}",
     "1:139: \"upper\" is no form of a text; there are slug, lower, words"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"split\": [\";\"]}}]}",
     "1:142: only the value of a list can be split; leave it out"},
    {HEAD EVENT ", \"title\": [\"a\", \"b\"]}]}",
     "1:117: title of event holds one value; choose with {\"first\": […]} or put together with {\"join\": […]}"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"format\": \"%Q\"}}]}",
     "1:143: the date format \"%Q\" has a sign that is not known; its signs are %Y %m %d %y %b %B %H %M %S, as in %d.%m.%Y"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"format\": [\"%Y\", 5, \"\"]}}]}",
     "1:150: the date format \"5\" has no year; its signs are %Y %m %d %y %b %B %H %M %S, as in %d.%m.%Y"},
    {HEAD EVENT ", \"title\": {\"first\": [{\"first\": [{\"first\": [{\"first\": [{\"first\": [{\"first\": [{\"first\": [{\"first\": [\"a\"]}]}]}]}]}]}]}]}}]}",
     "1:205: values stand more than 8 deep in one another; make it simpler"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"when\": []}}]}",
     "1:141: there are no items in this array; fill it, or leave it out"},
    {HEAD EVENT ", \"title\": {\"column\": \"a\", \"when\": [{\"column\": \"a\"}]}}]}",
     "1:142: a condition needs one of is, not, begins, filled, columns; say one of them"},
    {HEAD "\"rows\": {}, " RECORDS, "1:45: \"rows\" is an object, where an array of items is due; see docs/PROFILES.md"},
    {HEAD "\"rows\": [\"a\"], " RECORDS, "1:46: here stands a text, where an object is due; see docs/PROFILES.md"},
    {HEAD "\"rows\": [{\"is\": [\"a\"]}], " RECORDS,
     "1:53: \"is\" means nothing without \"column\"; remove it, or add the other"},
    {HEAD "\"rows\": [{\"column\": \"a\", \"is\": [\"a\"], \"not\": [\"b\"]}], " RECORDS,
     "1:82: \"is\" and \"not\" cannot both stand in a condition; keep one of them"},
    {HEAD "\"rows\": [{\"column\": \"a\", \"fileld\": true}], " RECORDS,
     "1:72: \"fileld\" is no key of a condition; did you mean filled?"},
    {HEAD "\"rows\": [{\"columns\": 0}], " RECORDS,
     "1:58: a whole number from 1 to 512 is due; write a whole number between them"},
    {HEAD "\"rows\": [{\"columns\": 58, \"column\": \"a\"}], " RECORDS,
     "1:58: \"column\" and \"columns\" cannot both stand in a condition; keep one of them"},
    {HEAD "\"rows\": [{\"column\": \"a\", \"is\": [{}]}], " RECORDS,
     "1:69: here stands an object, where a text is due; see docs/PROFILES.md"},
    {HEAD "\"records\": [5]}", "1:49: a record needs a type; such as {\"type\": \"event\", …}"},
    {HEAD "\"records\": [{}]}", "1:49: a record needs a type; such as {\"type\": \"event\", …}"},
    {HEAD "\"records\": [{\"type\": \"evnt\"}]}", "1:58: \"evnt\" is no type of records; did you mean event?"},
    {HEAD "\"records\": [{\"type\": \"note\"}]}",
     "1:58: \"note\" is no type of records; there are event, person, organization, country, term, source, link, claim, coverage, country-code"},
    {HEAD "\"records\": [{\"type\": \"event\", \"date\": \"d\"}]}",
     "1:49: nothing fills kind, which every event needs; say which column, or which value, it is"},
    {HEAD "\"records\": [{\"type\": \"event\", \"kind\": \"k\"}]}",
     "1:49: nothing fills date, which every event needs; say which column, or which value, it is"},
    {HEAD EVENT ", \"titel\": \"t\"}]}", "1:117: \"titel\" is no field of event; did you mean title?"},
    {HEAD EVENT ", \"party_details\": \"t\"}]}",
     "1:125: \"party_details\" is no field of event; detente(5) names the fields; other columns are kept by \"keep\""},
    {HEAD EVENT ", \"foo\": \"t\"}]}",
     "1:115: \"foo\" is no field of event; detente(5) names the fields; other columns are kept by \"keep\""},
    {HEAD EVENT ", \"known\": true}]}",
     "1:49: nothing fills id, which every event that is to be found needs; say which column, or which value, it is"},
    {HEAD EVENT ", \"known\": 1}]}", "1:117: \"known\" is a number, where true or false is due; see docs/PROFILES.md"},
    {HEAD EVENT ", \"once\": \"yes\"}]}", "1:116: \"once\" is a text, where true or false is due; see docs/PROFILES.md"},
    {HEAD "\"records\": [{\"type\": \"person\", \"id\": \"i\", \"name\": \"n\", \"known\": true}]}",
     "1:101: \"known\" belongs to events, not to a person; remove it"},
    {HEAD "\"records\": [{\"type\": \"person\", \"id\": \"i\", \"name\": \"n\", \"parties\": []}]}",
     "1:103: \"parties\" belongs to events, not to a person; remove it"},
    {HEAD "\"records\": [{\"type\": \"person\", \"id\": \"i\"}]}",
     "1:49: nothing fills name, which every person needs; say which column, or which value, it is"},
    {HEAD "\"records\": [{\"type\": \"source\", \"title\": \"t\"}]}",
     "1:49: nothing fills id or url, which every source needs; say which column, or which value, it is"},
    {HEAD "\"records\": [{\"type\": \"term\", \"person\": \"p\", \"country\": \"c\"}]}",
     "1:49: nothing fills office, which every term needs; say which column, or which value, it is"},
    {HEAD "\"records\": [{\"type\": \"person\", \"id\": \"i\", \"name\": \"n\", \"type_\": \"x\"}]}",
     "1:101: \"type_\" is no field of person; did you mean type?"},
    {HEAD "\"records\": [{\"type\": \"event\", \"kind\": {\"value\": \"meetng\"}, \"date\": \"d\"}]}",
     "1:85: kind \"meetng\" begins with no known family; did you mean meeting? `detente kinds` lists them; what has no family goes under other"},
    {HEAD "\"records\": [{\"type\": \"event\", \"kind\": {\"column\": \"k\", \"map\": {\"a\": \"meeting\", \"b\": \"metting\"}}, \"date\": \"d\"}]}",
     "1:120: kind \"metting\" begins with no known family; did you mean meeting? `detente kinds` lists them; what has no family goes under other"},
    {HEAD "\"records\": [{\"type\": \"event\", \"kind\": {\"column\": \"k\", \"map\": {\"a\": \"meeting\"}, \"else\": \"ohter\"}, \"date\": \"d\"}]}",
     "1:124: kind \"ohter\" begins with no known family; did you mean other? `detente kinds` lists them; what has no family goes under other"},
    {HEAD "\"maps\": {\"kinds\": {\"a\": \"meeting.bilateral\",\n  \"b\": \"metting\"}}, \"records\": [{\"type\": \"event\", \"kind\": {\"column\": \"k\", \"map\": \"kinds\"}, \"date\": \"d\"}]}",
     "2:8: kind \"metting\" begins with no known family; did you mean meeting? `detente kinds` lists them; what has no family goes under other"},
    {HEAD "\"records\": [{\"type\": \"event\", \"kind\": {\"first\": [\"k\", {\"value\": \"ohter\"}]}, \"date\": \"d\"}]}",
     "1:101: kind \"ohter\" begins with no known family; did you mean other? `detente kinds` lists them; what has no family goes under other"},
    {HEAD "\"records\": [{\"type\": \"event\", \"kind\": {\"value\": \"other\"}, \"date\": {\"value\": \"2023-02-29\"}}]}",
     "1:113: date \"2023-02-29\": February 2023 has 28 days; write a day from 1 to 28, or leave it out"},
    {HEAD EVENT ", \"status\": {\"value\": \"sure\"}}]}",
     "1:128: status \"sure\" is not a word known here; write one of planned, reported, confirmed, disputed, denied, cancelled"},
    {HEAD EVENT ", \"end\": {\"value\": \"2023-13\"}}]}",
     "1:125: end \"2023-13\": a year of two digits can be of any century; write the year with four digits"},
    {HEAD EVENT ", \"latitude\": {\"value\": \"91\"}}]}",
     "1:130: latitude \"91\" is out of range; a latitude lies between -90 and 90 degrees"},
    {HEAD EVENT ", \"imposer\": {\"value\": \"X:y\"}, \"rate\": {\"value\": \"a lot\"}}]}",
     "1:155: rate \"a lot\" is no number; write 25, or low/high as in 107.1/212.1, without a percent sign"},
    {HEAD "\"records\": [{\"type\": \"link\", \"from\": \"a\", \"to\": \"b\", \"relation\": {\"value\": \"follow\"}}]}",
     "1:112: relation \"follow\" is not a word known here; did you mean follows? write one of retaliates_against, responds_to, follows, part_of, implements, amends, suspends, extends, replaces, ends, exchanged_for, corrects, duplicates"},
    {HEAD EVENT ", \"parties\": {}}]}",
     "1:119: \"parties\" is an object, where an array of items is due; see docs/PROFILES.md"},
    {HEAD EVENT ", \"parties\": [{}]}]}",
     "1:120: a party needs one of country, organization, person, actor, try; say one of them"},
    {HEAD EVENT ", \"parties\": [{\"role\": \"actor\"}]}]}",
     "1:120: a party needs one of country, organization, person, actor, try; say one of them"},
    {HEAD EVENT ", \"parties\": [{\"role\": \"a:b\", \"country\": \"c\"}]}]}",
     "1:129: role \"a:b\" is not one word; write letters, digits, _ and - only, such as head_of_state"},
    {HEAD EVENT ", \"parties\": [{\"role\": \"actor\", \"contry\": \"c\"}]}]}",
     "1:148: \"contry\" is no key of a party; did you mean country?"},
    {HEAD EVENT ", \"parties\": [{\"country\": \"c\", \"actor\": \"a\"}]}]}",
     "1:146: \"country\" and \"actor\" cannot both stand in a party; keep one of them"},
    {HEAD EVENT ", \"parties\": [{\"country\": \"c\", \"try\": [{\"actor\": \"a\"}]}]}]}",
     "1:144: \"country\" and \"try\" cannot both stand in a party; keep one of them"},
    {HEAD EVENT ", \"parties\": [{\"try\": []}]}]}", "1:128: there are no items in this array; fill it, or leave it out"},
    {HEAD EVENT ", \"parties\": [{\"try\": [{\"actor\": \"a\", \"system\": \"cow\"}]}]}]}",
     "1:154: \"system\" means nothing without \"country\"; remove it, or add the other"},
    {HEAD EVENT ", \"parties\": [{\"actor\": \"a\", \"make\": true}]}]}",
     "1:143: \"make\" means something of a person or an organization only; remove it"},
    {HEAD EVENT ", \"parties\": [{\"try\": [{\"actor\": \"a\"}], \"quiet\": true}]}]}",
     "1:155: \"quiet\" belongs into the items of \"try\"; write it into each of them"},
    {HEAD EVENT ", \"parties\": [{\"country\": \"a\", \"parentheses\": true}]}]}",
     "1:152: \"parentheses\" means nothing without \"split\"; remove it, or add the other"},
    {HEAD EVENT ", \"parties\": [{\"country\": \"a\", \"split\": [\"\"]}]}]}",
     "1:146: nothing to cut at: an empty text in \"split\"; such as [\";\"]"},
    {HEAD EVENT ", \"countries\": \"c\", \"parties\": [{\"actor\": \"a\"}]}]}",
     "1:121: \"countries\" and \"parties\" cannot both say who takes part; name all of them in \"parties\""},
    {HEAD "\"records\": [{\"type\": \"country-code\", \"code\": \"c\", \"name\": \"n\"}]}",
     "1:49: country-code needs \"system\"; add it"},
    {HEAD "\"records\": [{\"type\": \"country-code\", \"system\": \"cow\", \"name\": \"n\"}]}",
     "1:49: country-code needs \"code\"; add it"},
    {HEAD "\"records\": [{\"type\": \"country-code\", \"system\": \"name\", \"code\": \"c\", \"name\": \"n\"}]}",
     "1:84: the table of countries has no codes of this system with a time; such as cow or gw"},
    {HEAD "\"records\": [{\"type\": \"country-code\", \"system\": \"cow\", \"code\": \"c\", \"name\": \"n\", \"ende\": \"e\"}]}",
     "1:125: \"ende\" is no key of country-code; did you mean end?"},
    {HEAD "\"coverage\": {}, " RECORDS,
     "1:49: \"coverage\" is an object, where an array of items is due; see docs/PROFILES.md"},
    {HEAD "\"coverage\": [{\"kinds\": [\"meeting\"]}], " RECORDS, "1:50: coverage needs \"dataset\"; add it"},
    {HEAD "\"coverage\": [{\"dataset\": \"D\", \"kinds\": [\"meeting\", \"meetng\"]}], " RECORDS,
     "1:88: kind \"meetng\" begins with no known family; did you mean meeting? `detente kinds` lists them; what has no family goes under other"},
    {HEAD "\"coverage\": [{\"dataset\": \"D\", \"countries\": [\"USA\", \"Canda\"]}], " RECORDS,
     "1:88: country or organization \"Canda\" is not known; did you mean CAN (Canada), RWA (Rwanda) or UGA (Uganda)? `detente countries` lists them"},
    {HEAD "\"coverage\": [{\"dataset\": \"D\", \"start\": \"1995-13\"}], " RECORDS,
     "1:76: start \"1995-13\": a year of two digits can be of any century; write the year with four digits"},
    {HEAD "\"coverage\": [{\"dataset\": \"D\", \"start\": \"1995\", \"end\": \"1994-12-31\"}], " RECORDS,
     "1:91: the coverage ends (1994-12-31) before it begins (1995); check its two dates"},
    {HEAD "\"coverage\": [{\"dataset\": \"D\", \"part\": \"Y\"}], " RECORDS,
     "1:75: \"part\" means nothing without \"parts\"; remove it, or add the other"},
    {HEAD "\"coverage\": [{\"dataset\": \"D\", \"parts\": 2}], " RECORDS,
     "1:76: \"parts\" means nothing without \"part\"; remove it, or add the other"},
    {HEAD "\"coverage\": [{\"dataset\": \"D\", \"starts\": \"1995\"}], " RECORDS,
     "1:77: \"starts\" is no key of coverage; did you mean start or parts?"},
    {HEAD "\"detect\": {\"file\": [\"*.csv\"]}, " RECORDS,
     "1:47: nothing here tells surely what a file is; say \"heading\", or both \"columns\" and \"cells\""},
    {HEAD "\"detect\": {\"columns\": [3]}, " RECORDS,
     "1:47: nothing here tells surely what a file is; say \"heading\", or both \"columns\" and \"cells\""},
    {HEAD "\"detect\": {\"columns\": [3], \"cells\": {\"0\": \"%Y\"}}, " RECORDS,
     "1:79: a cell is given by its number, from 1 to 512; {\"2\": \"%Y%m%d\"} is the second one"},
    {HEAD "\"detect\": {\"columns\": [3], \"cells\": {\"two\": \"%Y\"}}, " RECORDS,
     "1:81: a cell is given by its number, from 1 to 512; {\"2\": \"%Y%m%d\"} is the second one"},
    {HEAD "\"detect\": {\"columns\": [3], \"cells\": [\"%Y\"]}, " RECORDS,
     "1:73: cells are an object of formats by number; such as {\"2\": \"%Y%m%d\"}"},
    {HEAD "\"detect\": {\"columns\": 600, \"cells\": {\"1\": \"%Y\"}}, " RECORDS,
     "1:59: a whole number from 1 to 512 is due; write a whole number between them"},
    {HEAD "\"table\": {\"heading\": false, \"columns\": [\"d\"]}, \"detect\": {\"heading\": [\"d\"]}, " RECORDS,
     "1:106: this table has no heading; say \"columns\" and \"cells\""},
    {HEAD "\"detect\": {\"headings\": [\"d\"]}, " RECORDS, "1:60: \"headings\" is no key of detect; did you mean heading?"},
};

static void check_bad(struct slice text, size_t step, const char *expected) {
    char found[1200];
    const struct profile *profile;
    struct error error;
    struct arena arena;
    arena_init(&arena);
    assert_int_equal(parse(&arena, text, step, &profile, &error), STATUS_BAD_INPUT);
    assert_null(profile);
    assert_string_equal(error.place.file, "p.json");
    snprintf(found, sizeof found, "%ld:%ld: %s; %s", error.place.line, error.place.column, error.message, error.remedy);
    assert_string_equal(found, expected);
    arena_free(&arena);
}

static void test_bad(void **state) {
    (void)state;
    for (size_t i = 0; i < COUNT(bad); i++) {
        check_bad(slice_from(bad[i].text), SIZE_MAX, bad[i].error);
        check_bad(slice_from(bad[i].text), 7, bad[i].error);
    }
}

/* ---- hostile ones ---- */

static void check_refused(struct buffer *text, const char *message) {
    const struct profile *profile;
    struct error error;
    struct arena arena;
    arena_init(&arena);
    assert_int_equal(parse(&arena, buffer_slice(text), SIZE_MAX, &profile, &error), STATUS_BAD_INPUT);
    if (!strstr(error.message, message)) fail_msg("%s", error.message);
    assert_true(error.remedy[0] && error.place.line > 0 && error.place.column > 0);
    arena_free(&arena);
    buffer_clear(text);
}

/* "#" is the number of the repetition. */
static void repeat(struct buffer *text, const char *part, int count) {
    for (int i = 0; i < count; i++)
        for (const char *c = part; *c; c++) {
            if (*c == '#') buffer_append_integer(text, i);
            else buffer_append_byte(text, *c);
        }
}

static void test_limits(void **state) {
    (void)state;
    struct buffer text;
    buffer_init(&text);
    repeat(&text, "[", 70);
    check_refused(&text, "64 brackets");
    buffer_append_text(&text, HEAD EVENT ", \"tags\": [\"a\"");
    repeat(&text, ", \"a\"", 3000);
    buffer_append_text(&text, "]}]}");
    check_refused(&text, "there may be 2048");
    buffer_append_text(&text, HEAD EVENT ", \"tags\": [\"a\"");
    repeat(&text, ", {\"join\": [\"a\", \"b\", \"c\", \"d\"]}", 900);
    buffer_append_text(&text, "]}]}");
    check_refused(&text, "more than 2048 values in a profile");
    buffer_append_text(&text, HEAD "\"keep\": [\"a\"");
    repeat(&text, ", \"c#\"", 512);
    buffer_append_text(&text, "], " RECORDS);
    check_refused(&text, "513 columns: there may be 512");
    buffer_append_text(&text, HEAD EVENT ", \"tags\": [\"a\"");
    repeat(&text, ", \"c#\"", 512);
    buffer_append_text(&text, "]}]}");
    check_refused(&text, "more than 512 columns");
    buffer_append_text(&text, HEAD "\"table\": {\"heading\": false, \"columns\": [[\"d\"]");
    repeat(&text, ", [\"d#\"]", 8);
    buffer_append_text(&text, "]}, " RECORDS);
    check_refused(&text, "9 lists of columns: there may be 8");
    buffer_append_text(&text, HEAD EVENT ", \"title\": {\"text\": \"");
    repeat(&text, "{a}", 65);
    buffer_append_text(&text, "\"}}]}");
    check_refused(&text, "more than 64 pieces");
    buffer_append_text(&text, HEAD "\"about\": \"");
    repeat(&text, "aaaaaaaaaaaaaaaa", 70000);
    buffer_append_text(&text, "\", " RECORDS);
    check_refused(&text, "more than 1048576 bytes in a profile");
    buffer_append(&text, "{\"detente_profile\": 1\0}", 23);
    check_refused(&text, "NUL");
    buffer_free(&text);
}

/* ---- good ones ---- */

static const char whole[] =
    "{\"detente_profile\": 1, \"name\": \"my-sheet\", \"title\": \"T\", \"about\": \"A\\nB\","
    "\"records\": [{\"type\": \"event\", \"when\": [{\"column\": \"C\", \"is\": [\"a\", 5]}, {\"columns\": 3}],"
    "  \"date\": {\"year\": \"Y\", \"month\": \"M\", \"format\": \"%Y\", \"plus_days\": -1, \"open_from\": \"9999-12-31\"},"
    "  \"kind\": {\"column\": \"k\", \"map\": \"kinds\", \"match\": \"begins\", \"else\": \"other\"},"
    "  \"title\": {\"text\": \"x{{{C}-{z}\", \"as\": \"slug\"}, \"tags\": [\"C\", {\"column\": \"t\", \"split\": [\";\"]}],"
    "  \"parties\": [{\"country\": \"w\", \"system\": \"cow\", \"split\": [\" and \"], \"parentheses\": true},"
    "    {\"role\": \"Head Of State\", \"try\": [{\"person\": \"p\", \"make\": true}, {\"actor\": \"p\", \"quiet\": true}], \"as\": \"o\"}]},"
    "  {\"type\": \"source\", \"once\": true, \"id\": {\"value\": \"s\"}, \"source_type\": {\"value\": \"data set\"}}],"
    "\"table\": {\"delimiter\": \"\\u0001\", \"quote\": \"none\", \"encoding\": \"cp1252\", \"skip\": 2, \"heading\": false,"
    "  \"columns\": [[\"C\", \"Y\", \"M\", \"k\", \"z\", \"t\", \"w\", \"p\", \"o\", \"unused\"], [\"c\"]], \"replace\": {\"a\": \"\"}},"
    "\"maps\": {\"kinds\": {\"Talks\": \"meeting\", \"x\": \"\"}}, \"groups\": {\"cameo\": [\"EUR\"]}, \"keep\": \"none\","
    "\"coverage\": [{\"dataset\": \"D\", \"countries\": [\"USA\", \"X-OWN\"], \"kinds\": \"meeting\", \"end\": \"..\", \"days\": \"Y\"}],"
    "\"detect\": {\"columns\": [10, 1], \"cells\": {\"2\": \"%Y\"}}}";

static void check_records(const struct profile *profile) {
    const struct profile_record *event = &profile->records[0];
    assert_int_equal(profile->record_count, 2);
    assert_int_equal(event->when.count, 2);
    assert_true(slice_is(event->when.items[0].words.items[1], "5"));
    assert_int_equal(event->field_count, 4);
    const struct profile_value *date = &event->fields[0].values[0], *kind = &event->fields[1].values[0];
    const struct profile_value *title = &event->fields[2].values[0], *tags = event->fields[3].values;
    assert_int_equal(event->fields[0].field, EVENT_DATE);
    assert_int_equal(date->shape, VALUE_SPLIT_DATE);
    assert_int_equal(date->parts[1].shape, VALUE_COLUMN);
    assert_int_equal(date->parts[2].shape, VALUE_NONE);
    assert_true(date->has_plus_days && date->plus_days == -1 && date->has_open_from);
    assert_int_equal(kind->match, MATCH_BEGINS);
    assert_int_equal(kind->otherwise, OTHERWISE_TEXT);
    assert_ptr_equal(kind->map, &profile->maps[0]);
    assert_int_equal(title->piece_count, 5);
    assert_true(slice_is(title->pieces[0].text, "x") && slice_is(title->pieces[1].text, "{"));
    assert_int_equal(title->pieces[2].column, event->when.items[0].column);
    assert_int_equal(title->pieces[3].column, PROFILE_LITERAL);
    assert_int_equal(tags[1].split.count, 1);
    assert_true(slice_is(event->parties[0].role, "participant") && event->parties[0].parentheses);
    assert_int_equal(event->parties[0].tries[0].system, CODE_COW);
    assert_true(slice_is(event->parties[1].role, "head_of_state"));
    assert_true(event->parties[1].tries[0].make && event->parties[1].tries[1].quiet);
    assert_int_equal(event->parties[1].as.shape, VALUE_COLUMN);
    assert_true(profile->records[1].once);
    assert_int_equal(profile->records[1].fields[1].field, SOURCE_TYPE);
}

/* With "none" only what is used is a column; the others of a list have no number. */
static void check_columns(const struct profile *profile) {
    assert_int_equal(profile->column_count, 9);
    for (size_t i = 0; i < profile->column_count; i++) assert_true(profile->columns[i].used && !profile->columns[i].kept);
    assert_int_equal(profile->variant_count, 2);
    assert_int_equal(profile->variants[0].count, 10);
    assert_int_equal(profile->variants[0].columns[9], -1);
    assert_int_equal(profile->variants[1].columns[0], profile->variants[0].columns[0]);
}

static void test_whole(void **state) {
    (void)state;
    const struct profile *profile;
    struct error error;
    struct arena arena;
    arena_init(&arena);
    parse(&arena, SLICE_OF(whole), 3, &profile, &error);
    assert_string_equal(error.message, "");
    assert_true(slice_is(profile->about, "A\nB"));
    assert_int_equal(profile->table.delimiter, 1);
    assert_int_equal(profile->table.quote, CSV_NO_QUOTE);
    assert_int_equal(profile->table.encoding, ENCODING_WINDOWS1252);
    assert_int_equal(profile->table.skip, 2);
    assert_true(slice_is(profile->groups[CODE_CAMEO].items[0], "eur"));
    assert_true(slice_is(profile->coverage[0].countries, "USA;X-OWN") && slice_is(profile->coverage[0].end, ".."));
    assert_int_equal(profile->detect.cells[0].cell, 1);
    check_records(profile);
    check_columns(profile);
    arena_free(&arena);
}

/* What no value uses is kept unless the profile says otherwise; a heading's columns are known when it is read. */
static void test_keep(void **state) {
    (void)state;
    const struct profile *profile;
    struct error error;
    struct arena arena;
    arena_init(&arena);
    parse(&arena, SLICE_OF(HEAD "\"table\": {\"heading\": false, \"columns\": [\"d\", \"e\"]}, " RECORDS), 99, &profile, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(profile->column_count, 2);
    assert_true(profile->columns[0].used && !profile->columns[0].kept && profile->columns[1].kept);
    parse(&arena, SLICE_OF(HEAD "\"table\": {\"optional\": [\"D\"]}, \"keep\": [\"e\"], " RECORDS), 99, &profile, &error);
    assert_string_equal(error.message, "");
    assert_int_equal(profile->column_count, 2);
    assert_true(profile->columns[0].used && profile->columns[0].optional && profile->columns[1].kept);
    assert_int_equal(profile->keep, KEEP_NAMED);
    arena_free(&arena);
}

/* All that ship are well formed, say what they are, and are called as their file is. */
static void test_builtin(void **state) {
    (void)state;
    assert_true(profile_builtin_file_count > 0);
    for (size_t i = 0; i < profile_builtin_file_count; i++) {
        const struct embedded_file *file = &profile_builtin_files[i];
        const struct profile *profile;
        struct error error;
        struct arena arena;
        char name[100];
        arena_init(&arena);
        parse(&arena, (struct slice){(const char *)file->data, file->size}, 4096, &profile, &error);
        assert_string_equal(error.message, "");
        snprintf(name, sizeof name, "%.*s.json", (int)profile->name.size, profile->name.data);
        assert_string_equal(name, file->name);
        assert_true(profile->title.size > 0);
        arena_free(&arena);
    }
}

int main(void) {
    const struct CMUnitTest tests[] = {cmocka_unit_test(test_bad), cmocka_unit_test(test_limits), cmocka_unit_test(test_whole),
                                       cmocka_unit_test(test_keep), cmocka_unit_test(test_builtin)};
    return cmocka_run_group_tests(tests, NULL, NULL);
}
