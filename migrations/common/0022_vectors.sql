-- What an embedding model made of texts, and what embedding took of the server's day.

-- Of a posting: public as the posting is, shared by all people, paid once. Goes when the job closes.
create table job_vectors (
    job_id text not null references jobs (job_id) on delete cascade,
    -- The model's name as configured: directions of two models say nothing beside each other.
    model text not null,
    -- The hash of what the text is made of.
    content text not null,
    -- One signed byte a number, in base64.
    direction text not null,
    made_at_ms bigint not null,
    primary key (job_id, model)
);

-- Of a person's profile, sealed, with the model's name and the hash of the text.
create table person_vectors (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    vector_sealed text not null,
    made_at_ms bigint not null
);

-- What all people together used of a purpose on a day (UTC). Calls that are open count with the most they can take.
create table model_server_days (
    day text not null,
    purpose text not null,
    tokens bigint not null,
    primary key (day, purpose)
);
