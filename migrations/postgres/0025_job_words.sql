-- SQLite's index is turned over here, so that the newest jobs come first in it. PostgreSQL's knows no order: see 0020.
--
-- Words that follow each other are looked for job by job, in the words of all that have each of them. PostgreSQL keeps
-- what is longer than two kilobytes apart from its row, and compressed; as they are and in the row, up to the most that a
-- page takes, they are read at once.
alter table job_words alter column words set storage external;
alter table job_words set (toast_tuple_target = 8160);
update job_numbers set made_version = 0, made_below = 9223372036854775807;
