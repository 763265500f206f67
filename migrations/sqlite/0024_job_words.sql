-- Words of more postings are gathered in memory, up to so many bytes, before a part of the index is written: fewer parts
-- are merged later.
insert into job_words (job_words, rank) values ('hashsize', 16777216);
