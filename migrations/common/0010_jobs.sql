-- Jobs gathered from boards. Postings are public; nothing here is about a person, but what they marked and searched.

create table job_boards (
    board_id text not null primary key,
    source text not null,
    tenant text not null,
    -- Another address than the source's own; empty for that.
    base text not null,
    company text not null,
    added_at_ms bigint not null,
    -- A gathering is taken with a lease; one that was cut off is done again when it has run out.
    next_at_ms bigint not null,
    leased_until_ms bigint not null,
    tried_at_ms bigint,
    succeeded_at_ms bigint,
    failures bigint not null,
    problem text not null,
    -- What the board's list was when it was last read whole, for conditional requests.
    validators text not null,
    unique (source, tenant, base)
);

create index job_boards_due on job_boards (next_at_ms);

-- A job: one row, wherever it is offered.
create table jobs (
    job_id text not null primary key,
    -- The minute it was posted, times 2^26, and a number within it: sorts jobs by their age.
    job_no bigint not null unique,
    title text not null,
    company text not null,
    country text not null,
    remote text not null,
    employment text not null,
    seniority text not null,
    language text not null,
    source text not null,
    -- Its main posting.
    source_key text not null,
    posted_at_ms bigint not null,
    expires_at_ms bigint,
    -- null while it can be applied for
    closed_at_ms bigint,
    -- gone or expired
    closed_why text not null,
    reposts bigint not null
);

create index jobs_open on jobs (job_no) where closed_at_ms is null;
create index jobs_expiring on jobs (expires_at_ms) where expires_at_ms is not null and closed_at_ms is null;

-- A posting of a job at a source.
create table job_sources (
    source_key text not null primary key,
    job_id text not null references jobs (job_id) on delete cascade,
    -- null where it was imported
    board_id text references job_boards (board_id) on delete set null,
    posting text not null,
    hash text not null,
    first_seen_ms bigint not null,
    last_seen_ms bigint not null,
    -- null while the source offers it
    gone_at_ms bigint
);

create index job_sources_by_job on job_sources (job_id);
create index job_sources_by_board on job_sources (board_id, last_seen_ms);

-- What the same job has in common at every source, hashed.
create table job_keys (
    job_key bigint not null,
    job_id text not null references jobs (job_id) on delete cascade,
    primary key (job_key, job_id)
);

-- Numbers jobs; one row.
create table job_numbers (
    id bigint not null primary key,
    last_number bigint not null
);
insert into job_numbers (id, last_number) values (1, 0);

-- What a person marked: saved or hidden.
create table job_marks (
    account_id text not null references accounts (account_id) on delete cascade,
    job_id text not null references jobs (job_id) on delete cascade,
    mark text not null,
    marked_at_ms bigint not null,
    primary key (account_id, job_id)
);

create index job_marks_newest_first on job_marks (account_id, mark, marked_at_ms desc, job_id desc);
