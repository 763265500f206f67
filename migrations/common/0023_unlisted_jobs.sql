-- When postings are taken for gone that their source's list does not hold any more.

-- When the list was last read to its end and held something: what was seen before is not in it.
alter table job_boards add column read_at_ms bigint;
-- When the posting's own page was last asked about it.
alter table job_sources add column asked_at_ms bigint;
