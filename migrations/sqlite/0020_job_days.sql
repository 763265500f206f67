-- Rows of job_words are in the order of their numbers here: days need no words. More postings are gathered before the
-- parts of the index are merged.
insert into job_words (job_words, rank) values ('automerge', 8);
