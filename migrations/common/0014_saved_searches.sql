-- Searches that people come back to. What a person looks for tells of them: it is sealed.

-- In which order jobs came in, counted by job_numbers; 0 for those that came before this was counted.
alter table jobs add column added_no bigint not null default 0;

create index jobs_by_arrival on jobs (added_no) where closed_at_ms is null;

create table saved_searches (
    account_id text not null references accounts (account_id) on delete cascade,
    search_id text not null,
    -- Its name and its filters.
    search_sealed text not null,
    -- Jobs that came in after this one are new.
    seen_no bigint not null,
    saved_at_ms bigint not null,
    primary key (account_id, search_id)
);
