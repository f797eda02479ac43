# How a date is read: its earliest and its latest day.

$ detente date 2018-12 '2018-12-01?' 2018~ 201X 2018-24 --format csv
input,valid,edtf,level,type,precision,uncertain,approximate,min,max,error,position
2018-12,true,2018-12,0,date,month,false,false,2018-12-01,2018-12-31,,
2018-12-01?,true,2018-12-01?,1,date,day,true,false,2018-12-01,2018-12-01,,
2018~,true,2018~,1,date,year,false,true,2018-01-01,2018-12-31,,
201X,true,201X,1,date,decade,false,false,2010-01-01,2019-12-31,,
2018-24,true,2018-24,1,season,season,false,false,2018-12-01,2019-02-28,,

# From and to, one of several, no bound, a year before the year 0, a large one.

$ detente date 2018-12-10/2021-09-24 2014-12-03/.. '[2014..2016]' '{2014..2016}' ../2018 -0500 Y170000002 --format csv | cut -d , -f 1,4-6,9-10
input,level,type,precision,min,max
2018-12-10/2021-09-24,0,interval,day,2018-12-10,2021-09-24
2014-12-03/..,1,interval,day,2014-12-03,inf
[2014..2016],2,set,year,2014-01-01,2016-12-31
{2014..2016},2,list,year,2014-01-01,2016-12-31
../2018,1,interval,year,-inf,2018-12-31
-0500,1,date,year,-0500-01-01,-0500-12-31
Y170000002,1,year,year,Y170000002-01-01,Y170000002-12-31

# The real calendar.

$ detente date 2024-02-29 1900-02-28 201X-02-29 --format csv | cut -d , -f 1,2,9,10
input,valid,min,max
2024-02-29,true,2024-02-29,2024-02-29
1900-02-28,true,1900-02-28,1900-02-28
201X-02-29,true,2012-02-29,2016-02-29

$ detente date 2018-12-01T09:30:00+08:00 --format csv | cut -d , -f 1,3-6,9
input,edtf,level,type,precision,min
2018-12-01T09:30:00+08:00,2018-12-01T09:30:00+08:00,0,datetime,second,2018-12-01

# For people.

$ detente date 2018-12
input    earliest    latest      reading
───────  ──────────  ──────────  ───────────────────────────
2018-12  2018-12-01  2018-12-31  date, level 0, to the month

# What is no date is told, with the place of the fault and what to do; the exit code is 3.

$ detente date 2023-02-29 2018-13 '2018-12-1' --format csv | cut -d , -f 1,2,11-
detente: not every date could be read
input,valid,error,position
2023-02-29,false,"2023 is not a leap year: February has 28 days (byte 9); write day 28 or earlier, or leave the day out",9
2018-13,false,"month 13 does not exist (byte 6); months are 01 to 12, seasons 21 to 41",6
2018-12-1,false,"this is no EDTF, though an import takes it; write 2018-12-01",9

$ detente date 2023-02-29 >/dev/null
? 3
detente: not every date could be read

# For a program, an array.

$ detente date --json '2018-12~' | grep -e edtf -e level -e type -e precision -e min -e max
    "edtf": "2018-12~",
    "level": 1,
    "type": "date",
    "precision": "month",
    "min": "2018-12-01",
    "max": "2018-12-31"
