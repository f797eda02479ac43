# Kinds of events: label, class, weight from conflict to cooperation, and their CAMEO and PLOVER
# equivalents. No record is needed.

$ detente kinds meeting --format csv
path,label,class,weight,cameo,plover,note
meeting,Meeting,point,1,04,CONSULT,"Representatives meet, where the form is not known or none below fits."
meeting.bilateral,Bilateral meeting,point,7,046,CONSULT,"Formal talks between two sides, also at the margin of a summit."
meeting.informal,Informal meeting,point,1,,CONSULT,A pull-aside or a short exchange without formal talks.
meeting.multilateral,Multilateral meeting,point,5,045,CONSULT,"Talks of three or more sides, or with a mediator between them."
meeting.call,Call,point,1,041,CONSULT,A conversation by telephone or video.

# A kind has the class of the longest built-in path that it begins with.

$ detente kinds --format csv | cut -d , -f 1,3 | grep -e standing -e bounded
summit,bounded
visit,bounded
visit.state,bounded
visit.official,bounded
visit.working,bounded
treaty.in_force,standing
policy.standing,standing
tariff,standing
trade.ban,standing
trade.investigation,standing
sanction,standing
incident.detention,standing
legal.trial,bounded
inquiry,bounded
inquiry.consultation,bounded
aid,bounded

$ detente kinds trade.ban --json
{
  "query": {
    "command": "kinds",
    "words": ["trade.ban"]
  },
  "kinds": [
    {
      "path": "trade.ban",
      "label": "Trade ban",
      "class": "standing",
      "weight": -8,
      "plover": ["COERCE"],
      "note": "An import or export ban, embargo or licence stop on goods."
    }
  ]
}

$ detente kinds metting
? 2
detente: kind "metting" begins with no known family
  did you mean meeting? `detente kinds` lists them; what has no family goes under other

# The families.

$ detente kinds --format csv | sed 1d | cut -d , -f 1 | grep -v '\.' | tr '\n' ' '
meeting summit visit statement invitation agreement treaty policy tariff trade sanction incident legal relations appointment inquiry aid vote other 
