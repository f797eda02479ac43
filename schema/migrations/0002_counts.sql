-- detente schema 2: numbers that are kept, so that nobody has to count events.
--
-- `event.sourcing` says on how many sources an event rests; facets of three more types have no postings,
-- only `uses`: 'precision' (how exact the start is: 'day', 'month' … as in v_event), 'sourcing' ('none',
-- 'one', 'more') and 'undated' ('yes': no bound of the start is known).

ALTER TABLE event ADD COLUMN sourcing INTEGER NOT NULL DEFAULT 0; -- sources that it names, its bare address, and those of claims that support it: 0 none, 1 one, 2 more

-- What is there already.
UPDATE event SET sourcing = 1 WHERE source_url IS NOT NULL;

WITH rest (event, source) AS (
    SELECT p.event, f.name FROM facet f JOIN posting p ON p.facet = f.facet WHERE f.type = 'source'
    UNION
    SELECT e.event, c.source FROM claim c JOIN event e ON e.id = c.event WHERE c.stance IS NULL
), counted (event, sources, source) AS (
    SELECT event, count(*), min(source) FROM rest GROUP BY event
)
UPDATE event SET sourcing = CASE
    WHEN c.sources > 1 THEN 2
    WHEN event.source_url IS NULL THEN 1
    WHEN event.source_url = (SELECT s.url FROM source s WHERE s.id = c.source) THEN 1
    ELSE 2 END
FROM counted c WHERE c.event = event.event;

INSERT INTO facet (type, name, key, uses)
SELECT 'sourcing', n.name, n.name, count(*)
FROM event e JOIN (SELECT 0 AS sourcing, 'none' AS name UNION ALL SELECT 1, 'one' UNION ALL SELECT 2, 'more') n
ON n.sourcing = e.sourcing GROUP BY n.name;

INSERT INTO facet (type, name, key, uses)
SELECT 'precision', p.precision, p.precision, count(*)
FROM (SELECT CASE (form >> 5) & 15 WHEN 0 THEN 'second' WHEN 1 THEN 'day' WHEN 2 THEN 'month' WHEN 3 THEN 'season' WHEN 4 THEN 'year'
      WHEN 5 THEN 'decade' WHEN 6 THEN 'century' WHEN 7 THEN 'millennium' WHEN 8 THEN 'coarser' ELSE 'none' END AS precision FROM event) p
GROUP BY p.precision;

INSERT INTO facet (type, name, key, uses)
SELECT 'undated', 'yes', 'yes', count(*) FROM event
WHERE start_min = -9223372036854775807 - 1 AND start_max = 9223372036854775807 HAVING count(*) > 0;
