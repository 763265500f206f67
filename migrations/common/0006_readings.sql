-- What was read in a résumé. It can always be read again from the file, so nothing is lost with a row.

create table resume_readings (
    resume_id text not null primary key references resumes (resume_id) on delete cascade,
    account_id text not null references accounts (account_id) on delete cascade,
    -- Which reader read it; another one reads again.
    reader_version bigint not null,
    reading_sealed text not null,
    read_at_ms bigint not null
);
