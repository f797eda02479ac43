-- detente schema 4: words that were said.
--
-- A statement is asked for by its words too, whatever the kind of the event that it was made at: claims on the field
-- `quote` are few among all claims, and are found by an index of their own.

CREATE INDEX claim_with_words ON claim (event) WHERE field = 'quote';
