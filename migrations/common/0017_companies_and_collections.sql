-- Employers, as far as their postings tell of them. Public, like postings.
create table companies (
    -- Made of the name, folded and without its legal form.
    company_id text not null primary key,
    name text not null,
    -- For finding it by a part of its name.
    folded text not null
);

alter table jobs add column company_id text not null default '';
create index jobs_by_company on jobs (company_id, job_no);

-- What follows from postings is made anew where a newer program makes it otherwise: of which making it is, and down to
-- which number that is done.
alter table job_numbers add column made_version bigint not null default 0;
alter table job_numbers add column made_below bigint not null default 9223372036854775807;

-- Saved jobs in collections. What a person calls them, and notes, is theirs: it is sealed.
create table job_collections (
    account_id text not null references accounts (account_id) on delete cascade,
    collection_id text not null,
    name_sealed text not null,
    created_at_ms bigint not null,
    primary key (account_id, collection_id)
);

-- Where a saved job is, and what the person noted of it. Also of jobs that they brought themselves.
create table saved_job_notes (
    account_id text not null references accounts (account_id) on delete cascade,
    job_id text not null,
    -- empty for none
    collection_id text not null,
    note_sealed text,
    changed_at_ms bigint not null,
    primary key (account_id, job_id)
);

-- Names that stand where skills stand and that the vocabulary does not know, counted over postings. Public.
create table learned_terms (
    term text not null primary key,
    postings bigint not null,
    companies bigint not null,
    -- The skills it stands beside, as JSON: name and how many times more often than chance.
    beside text not null,
    learned_at_ms bigint not null
);
