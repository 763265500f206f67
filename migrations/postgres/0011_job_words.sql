-- The words of open jobs, for search.
create table job_words (
    job_no bigint not null primary key,
    words tsvector not null
);

create index job_words_by_word on job_words using gin (words) with (fastupdate = on);
