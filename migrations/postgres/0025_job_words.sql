-- SQLite's index is turned over here, so that the newest jobs come first in it. PostgreSQL's knows no order: see 0020.
--
-- Most searches need the numbers of jobs alone, and find them in fewer pages where the words stand apart from them. Words
-- that follow each other are looked for in the words of every job that has them all: uncompressed they are read sooner.
alter table job_words alter column words set storage external;
alter table job_words set (toast_tuple_target = 128);
update job_numbers set made_version = 0, made_below = 9223372036854775807;
