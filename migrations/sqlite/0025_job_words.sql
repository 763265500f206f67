-- A search is for the newest jobs, and FTS5 reads rows upwards by far faster than downwards: the newer a job, the lower
-- its row now, (1 << 56) minus the job's number. Without its texts the index cannot be turned over; the program makes it
-- anew from the postings, the newest first.
drop table job_words;
create virtual table job_words using fts5(words, content='', contentless_delete=1, tokenize="ascii");
insert into job_words (job_words, rank) values ('hashsize', 16777216);
-- While postings are taken in, parts of the index are merged when there are 64 of a size; every minute the program asks
-- for it, and then two of a size are enough. Merging eight at a time by the way takes more of the processor, and searches
-- gain nothing by it.
insert into job_words (job_words, rank) values ('automerge', 64);
insert into job_words (job_words, rank) values ('crisismerge', 200);
insert into job_words (job_words, rank) values ('usermerge', 2);
update job_numbers set made_version = 0, made_below = 9223372036854775807;
