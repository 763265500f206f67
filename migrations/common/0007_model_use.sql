-- Calls of language models: who, when, for what, how much. Nothing of what was asked or answered.

create table model_calls (
    call_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    -- The day in UTC, YYYY-MM-DD.
    day text not null,
    called_at_ms bigint not null,
    -- documents, reading …
    purpose text not null,
    -- The model's name as configured.
    model text not null,
    -- open (no answer known yet), answered or failed
    outcome text not null,
    -- While a call is open: the most it can take.
    tokens_in bigint not null,
    tokens_out bigint not null,
    -- Millionths of a US dollar.
    cost_micro_dollars bigint not null
);

create index model_calls_of_a_day on model_calls (account_id, day);

-- One row an account and day: to lock while its calls are added up.
create table model_days (
    account_id text not null references accounts (account_id) on delete cascade,
    day text not null,
    changed_at_ms bigint not null,
    primary key (account_id, day)
);
