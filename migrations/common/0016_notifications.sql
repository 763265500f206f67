-- What people are told by themselves, by which ways, and what is still to be sent.

-- How a saved search tells of new jobs. When and by which way stands open, what is looked for stays sealed.
create table search_alerts (
    account_id text not null,
    search_id text not null,
    -- off, instantly, daily, weekly
    pace text not null,
    in_app bigint not null,
    mail bigint not null,
    webhook bigint not null,
    hour bigint not null,
    -- 1 is Monday
    weekday bigint not null,
    time_zone text not null,
    -- Jobs that came in up to this one were told.
    told_no bigint not null,
    next_at_ms bigint not null,
    primary key (account_id, search_id),
    foreign key (account_id, search_id) references saved_searches (account_id, search_id) on delete cascade
);

create index search_alerts_due on search_alerts (next_at_ms);

-- Notifications in the portal.
create table notifications (
    notification_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    kind text not null,
    content_sealed text not null,
    made_at_ms bigint not null,
    read_at_ms bigint
);

create index notifications_latest_first on notifications (account_id, notification_id desc);
create index notifications_unread on notifications (account_id) where read_at_ms is null;
create index notifications_by_age on notifications (made_at_ms);

-- E-mails and webhook calls that are still to be sent. A row is written in the transaction that decides it, taken with a
-- lease, and deleted when it was sent or given up. Its id is what receivers tell a repeated message by.
create table deliveries (
    delivery_id text not null primary key,
    account_id text not null references accounts (account_id) on delete cascade,
    -- mail, webhook
    channel text not null,
    -- What it is about, such as a search's id: what a person can stop.
    topic text not null,
    content_sealed text not null,
    made_at_ms bigint not null,
    next_at_ms bigint not null,
    leased_until_ms bigint not null,
    tries bigint not null
);

create index deliveries_due on deliveries (next_at_ms);
create index deliveries_by_account on deliveries (account_id, channel, leased_until_ms);

-- Whether the owner of the account's address confirmed it.
create table mail_addresses (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    -- The hash of the link's token, until it is used.
    confirm_hash text unique,
    confirm_until_ms bigint not null,
    -- The last request, and how many there were on its day.
    asked_at_ms bigint not null,
    asked_today bigint not null,
    confirmed_at_ms bigint,
    -- How often in a row the address was refused for good.
    refusals bigint not null
);

-- What a person stopped by the link in an e-mail.
create table mail_stops (
    account_id text not null references accounts (account_id) on delete cascade,
    topic text not null,
    stopped_at_ms bigint not null,
    primary key (account_id, topic)
);

-- A person's webhook. Its address may hold a key of theirs, and is sealed.
create table webhooks (
    account_id text not null primary key references accounts (account_id) on delete cascade,
    url_sealed text not null,
    secret_sealed text not null,
    made_at_ms bigint not null,
    failures bigint not null,
    failing_since_ms bigint,
    problem text not null,
    delivered_at_ms bigint,
    -- When its owner last had it tried.
    tested_at_ms bigint,
    off_at_ms bigint
);
