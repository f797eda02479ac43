# One page on a pair: who is in office, when they last met and will meet, what is in force, who is held, what is
# disputed, the latest ten events, what still stands in answer to what, and what the record claims to hold.

$ detente import -q "$FIXTURES/canada-china"

$ detente brief Canada PRC --on 2018-12-10
Canada – China, 10 Dec 2018
────────────────────────────────────────────────────────────────────────────────

In office
  Canada: Queen of Canada Elizabeth II, since 6 Feb 1952 [1, 2]
  Canada: Prime Minister Justin Trudeau, since 4 Nov 2015 [3]
  Canada: Minister of Foreign Affairs Chrystia Freeland, since 10 Jan 2017 [4]
  Canada: Ambassador of Canada to China John McCallum, since about 11 Jan 2017,
    not certain for this day [5, 6]
  China: President Xi Jinping, since 14 Mar 2013 [7]
  China: Premier Li Keqiang, since 15 Mar 2013 [8]
  China: Minister of Foreign Affairs Wang Yi, since 16 Mar 2013 [9, 10]

Last met
  Formal talks of the leaders: 5 Dec 2017: Justin Trudeau meets Xi Jinping in
    Beijing [11], 370 days before CC-M17
  Foreign ministers: 31 May 2016 – 6 Jun 2016: Foreign Minister Wang Yi visits
    Canada [5], 923 days before CC-037

Next
  Leaders: 15 Nov 2022: Trudeau and Xi talk on the margins of the G20 in
    Bali [12], 1,436 days ahead CC-M22

In force
  Investment agreement (FIPA) in force; since 1 Oct 2014, as last confirmed on
    1 Oct 2014 [13] CC-034

Held
  China detains Robert Schellenberg; 1,468 days [14, 15, 16] CC-035
  China detains Michael Kovrig; 0 days [17, 18] CC-KOV
  China detains Michael Spavor; 0 days [17, 18] CC-SPA

Disputed
  3 Dec 2014 – ongoing: China detains Robert Schellenberg [14, 15, 16]; date
    3 Dec 2014 [14] / 2015 [15] CC-035
  30 Aug 2016 – 6 Sep 2016: Justin Trudeau makes his first official visit to
    China [5, 19]; date 29 Aug 2016 [19] / 30 Aug 2016 [5] CC-038
  21–24 Sep 2016: Premier Li Keqiang visits Canada [5]; people Justin
    Trudeau [3] / Prime Minister Pearson [5] CC-042
  10 Dec 2018 – 24 Sep 2021: China detains Michael Kovrig [17, 18]; reason not
    linked to the arrest of Meng Wanzhou [20] / retaliation for the arrest of
    Meng Wanzhou [18] [21] [22] CC-KOV
  10 Dec 2018 – 24 Sep 2021: China detains Michael Spavor [17, 18]; reason not
    linked to the arrest of Meng Wanzhou [20] / retaliation for the arrest of
    Meng Wanzhou [18] [21] [22] CC-SPA

Latest
  4 Dec 2017: Trudeau and Li Keqiang meet without launching free trade
    talks [23] CC-046
  5 Dec 2017: Justin Trudeau meets Xi Jinping in Beijing [11] CC-M17
  2018: Canada-China relations reach their low point [18] CC-A24
  about 2018: Ottawa condemns the detention of Kovrig and Spavor as
    arbitrary [18] CC-A28
  20 Nov 2018: Schellenberg sentenced to 15 years in prison [14] CC-055
  1 Dec 2018: Canada arrests Meng Wanzhou at Vancouver airport [17, 18] CC-MENG
  5 Dec 2018: The arrest of Meng Wanzhou becomes public [17] CC-050
  8 Dec 2018: China summons the Canadian ambassador over Meng's arrest [17]
    CC-051
  10 Dec 2018 – 24 Sep 2021: disputed: China detains Michael Kovrig [17, 18]
    CC-KOV
  10 Dec 2018 – 24 Sep 2021: disputed: China detains Michael Spavor [17, 18]
    CC-SPA

Still standing in answer to
  Nothing that stands on this day answers another act in the record.

Notes
  Disputed: 2 more up to this day: detente timeline CAN CHN --disputed
  CC-042 corrected: The chronology from which this visit is taken names the
    Canadian prime minister as "Prime Minister Pearson". The prime minister was
    Justin Trudeau, in office since 4 November 2015; the record follows the list
    of the 29th Canadian ministry.
  canada-china claims to hold all of relations, 1970-10-13/2026-04-07:
    Establishing, breaking and resuming of diplomatic relations. All other kinds
    are a selection of sourced events between 13 October 1970 and 7 April 2026,
    denser from 2018 on: where it has none, that says nothing.
  canada-china claims to hold all of tariff, 2024-08-26/2026-04-07: Surtaxes,
    retaliatory tariffs and the anti-dumping measures on canola seed that the
    two announced for each other from 26 August 2024 on, as far as the sources
    seen tell. Older and smaller anti-dumping duties are not held.

Sources
 [1] Archontology, https://archontology.org/nations/canada/can_king/
 [2] Wikipedia, “Monarchy of Canada”,
     https://simple.m.wikipedia.org/wiki/Monarchy_of_Canada
 [3] WikiMili, “29th Canadian Ministry”,
     https://wikimili.com/en/29th_Canadian_Ministry
 [4] wow.com, “Canadian Minister of Foreign Affairs”,
     http://www.wow.com/wiki/Canadian_Minister_of_Foreign_Affairs
 [5] Canada-China Friendship Society of Ottawa, “Chronology of Relations between
     Canada and China”, 2017,
     http://www.ccfso.org/chronology-canada-china-relations
 [6] CBC News, “Trudeau fires John McCallum as ambassador to China”,
     26 Jan 2019,
     https://www.cbc.ca/news/politics/mccallum-out-ambassador-1.4994492?cmp=rss
 [7] ChinaKnowledge, http://chinaknowledge.de/History/PRC/prc-government.html
 [8] Wikipedia (copy), “Xi Jinping–Li Keqiang Administration”,
     https://kiwix.lema.org/wikipedia_en_all_mini_2024-02/A/Xi_Jinping%E2%80%93Li_Keqiang_Administration
 [9] Deutsche Welle,
     https://www.dw.com/en/china-announces-new-cabinet-at-national-peoples-congress/a-16678561
[10] Sputnik, 25 Jul 2023,
     https://sputnikglobe.com/20230725/chinese-parliament-appoints-wang-yi-as-foreign-minister-1112129087.html
[11] Prime Minister of Canada, “Prime Minister Justin Trudeau meets with
     President of China Xi Jinping”, 5 Dec 2017,
     https://pm.gc.ca/eng/news/2017/12/05/prime-minister-justin-trudeau-meets-president-china-xi-jinping
[12] News9, “At G20 summit Xi Jinping confronts Canada's Justin Trudeau over
     media leaks”, 16 Nov 2022,
     https://www.news9live.com/world/watch-video-at-g20-summit-xi-jinping-confronts-canadas-justin-trudeau-over-media-leaks-208322
[13] Government of Canada (DFATD), “Canada-China FIPA negotiations page”,
     http://www.international.gc.ca/trade-agreements-accords-commerciaux/agr-acc/fipa-apie/china-chine.aspx
[14] Amnesty International USA, “Urgent Action: Canadian sentenced to death in a
     one-day retrial (UA 7.19)”, 23 Jan 2019,
     https://www.amnestyusa.org/urgent-actions/urgent-action-canadian-sentenced-to-death-in-a-one-day-retrial-china-ua-7-19/
[15] dengerzone.com, 14 Jan 2019,
     http://dengerzone.com/2019/01/14/china-sentences-canadian-man-to-death-for-drug-smuggling.html
[16] ReferChina (Xinhua, Global Times), “China's Foreign Ministry comments on
     overturned death sentence”, 9 Feb 2026,
     https://www.referchina.com/2026/02/chinas-foreign-ministry-comments-on.html
[17] The Canadian Press / Red Deer Express, “A timeline of the cases of Meng
     Wanzhou and the Canadians detained in China”, Dec 2018,
     https://reddeerexpress.com/news/a-timeline-of-the-cases-of-meng-wanzhou-and-the-canadians-detained-in-china
[18] “Carney Calls Meeting with Xi a ‘Turning Point’ as Canada Seeks Reset in
     China Relations”, 1 Nov 2025
[19] The Canadian Press / Darpan Magazine, “A timeline of a turbulent decade in
     the Canada-China relationship”, 16 Jan 2026,
     https://www.darpanmagazine.com/news/national/a-timeline-of-a-turbulent-decade-in-the-canadachina-relationship-1/?page=10
[20] Reuters / Financial Post, 22 Jun 2020,
     https://business.financialpost.com/pmn/business-pmn/china-says-espionage-cases-against-canadians-not-linked-to-huawei-cfo
[21] Associated Press / Gorge News Center, “Trudeau: Chinese death sentence
     arbitrary”, 14 Jan 2019,
     https://gorgenewscenter.com/2019/01/14/trudeau-chinese-death-sentence-arbitrary/
[22] South China Morning Post,
     https://www.scmp.com/news/china/diplomacy/article/2178515/theres-human-cost-these-political-situations-chinese-arrests
[23] The Globe and Mail, “Canada-China free trade talks uncertain after
     Trudeau-Li meeting”, 4 Dec 2017,
     https://www.theglobeandmail.com/news/world/canada-china-free-trade-talks-uncertain-after-trudeau-li-meeting/article37175979/

# As of an event; both sides' names in the order asked for.

$ detente brief CHN CAN --on CC-M22 | sed -n '1,/^In force/p'
China – Canada, 15 Nov 2022
────────────────────────────────────────────────────────────────────────────────

In office
  China: President Xi Jinping, since 14 Mar 2013 [1]
  China: Premier Li Keqiang, since 15 Mar 2013 [2]
  China: Minister of Foreign Affairs Wang Yi, since 16 Mar 2013 [3, 4]
  Canada: King of Canada Charles III, since 8 Sep 2022 [5]
  Canada: Prime Minister Justin Trudeau, since 4 Nov 2015 [6]
  Canada: Minister of Foreign Affairs Mélanie Joly, since 26 Oct 2021 [7]

Last met
  Formal talks of the leaders: 5 Dec 2017: Justin Trudeau meets Xi Jinping in
    Beijing [8], 1,806 days before CC-M17
  Foreign ministers: 31 May 2016 – 6 Jun 2016: Foreign Minister Wang Yi visits
    Canada [9], 2,359 days before CC-037

Next
  Leaders: 5 Jun 2025: Carney and Premier Li Qiang speak by telephone [10],
    933 days ahead CC-108
  Any meeting, visit or summit: 19 Jul 2024: Foreign Minister Joly visits
    Beijing [11], 612 days ahead CC-087

In force

# As a page with footnotes: nothing of the record is read as Markdown, and what is not public is left out and counted.

$ detente brief CAN CHN --on 2018-12-10 --format md | sed -n '1,/^## Disputed/p'
# Canada – China, 10 Dec 2018

## In office

- Canada: Queen of Canada **Elizabeth II**, since 6 Feb 1952[^1][^2]
- Canada: Prime Minister **Justin Trudeau**, since 4 Nov 2015[^3]
- Canada: Minister of Foreign Affairs **Chrystia Freeland**, since 10 Jan 2017[^4]
- Canada: Ambassador of Canada to China **John McCallum**, since about 11 Jan 2017, **not certain for this day**[^5][^6]
- China: President **Xi Jinping**, since 14 Mar 2013[^7]
- China: Premier **Li Keqiang**, since 15 Mar 2013[^8]
- China: Minister of Foreign Affairs **Wang Yi**, since 16 Mar 2013[^9][^10]

## Last met

- Formal talks of the leaders: **5 Dec 2017**: Justin Trudeau meets Xi Jinping in Beijing[^11], 370 days before CC-M17
- Foreign ministers: **31 May 2016 – 6 Jun 2016**: Foreign Minister Wang Yi visits Canada[^5], 923 days before CC-037

## Next

- Leaders: **15 Nov 2022**: Trudeau and Xi talk on the margins of the G20 in Bali[^12], 1,436 days ahead CC-M22

## In force

- Investment agreement (FIPA) in force; since 1 Oct 2014, **as last confirmed on 1 Oct 2014**[^13] CC-034

## Held

- China detains Robert Schellenberg; 1,468 days[^14][^15][^16] CC-035
- China detains Michael Kovrig; 0 days[^17][^18] CC-KOV
- China detains Michael Spavor; 0 days[^17][^18] CC-SPA

## Disputed

# For programs: the parts by name, always all of them, with whole events.

$ detente brief CAN CHN --on 2018-12-10 --json | grep -E '^  "'
  "query": {
  "a": "CAN",
  "b": "CHN",
  "a_name": "Canada",
  "b_name": "China",
  "on": "2018-12-10",
  "offices": [
  "last": [
  "next": [
  "in_force": [
  "held": [
  "disputed": [
  "latest": [
  "open_chains": [],
  "notes": [

# It is a page and no table.

$ detente brief CAN CHN --format csv
? 2
detente: brief cannot be written as csv
  `detente formats` says what each format is for

# Wrong sides, wrong days, and a day before anything.

$ detente brief CAN
? 2
detente: `brief` needs A B
  see `detente help brief`

$ detente brief CAN CAN
? 2
detente: both sides of the pair are CAN
  for everything of one country use --country

$ detente brief CAN Chna
? 2
detente: country or organization "Chna" is not known
  did you mean China (CHN)? `detente countries` lists them

$ detente brief CAN CHN --on yesterday
? 2
detente: --on: "yesterday" is neither a date nor the id of an event: the day on which this was written is not known
  write the date itself

$ detente brief CAN CHN --on ..
? 2
detente: --on: ".." is neither a date nor the id of an event: '.' cannot stand here in a date (byte 1)
  write a date such as 2024, 2024-05, 2024-05-09, 2024~, 202X or 2024/2025

$ detente brief CAN CHN --on 1950-01-01
Canada – China, 1 Jan 1950
────────────────────────────────────────────────────────────────────────────────

In office
  The record holds no office of either side on this day.

Last met
  The record holds no meeting before this day.

Next
  Leaders: 3 Dec 2009: Wen Jiabao rebukes Harper for waiting five years to
    visit [1], 21,886 days ahead CC-022
  Any meeting, visit or summit: 1972: Mitchell Sharp leads a trade delegation to
    China [2], 8,035 to 8,400 days ahead CC-003

In force
  The record holds no standing measure on this day.

Held
  The record holds nobody in detention on this day.

Disputed
  The record holds no event on which its sources disagree.

Latest
  The record holds no event up to this day.

Still standing in answer to
  Nothing that stands on this day answers another act in the record.

Notes
  canada-china claims to hold all of relations, 1970-10-13/2026-04-07:
    Establishing, breaking and resuming of diplomatic relations. All other kinds
    are a selection of sourced events between 13 October 1970 and 7 April 2026,
    denser from 2018 on: where it has none, that says nothing.
  canada-china claims to hold all of tariff, 2024-08-26/2026-04-07: Surtaxes,
    retaliatory tariffs and the anti-dumping measures on canola seed that the
    two announced for each other from 26 August 2024 on, as far as the sources
    seen tell. Older and smaller anti-dumping duties are not held.

Sources
[1] Red Deer Advocate, “Harper rebuked by Chinese leader for taking too long to
    visit”, Dec 2009,
    https://www.reddeeradvocate.com/national-news/harper-rebuked-by-chinese-leader-for-taking-too-long-to-visit/
[2] Government of Canada, “Canada - China Diplomatic Relations”,
    https://www.canadainternational.gc.ca/china-chine/bilateral_relations_bilaterales/diplomatic_relations_diplomatiques.aspx?lang=eng
