-- Receipts. The id is made by the extension, so it is unique only within an account.

create table receipts (
    account_id text not null references accounts (account_id) on delete cascade,
    receipt_id text not null,
    -- Page, job title and company: what a list shows.
    head_sealed text not null,
    fields_sealed text not null,
    filled bigint not null,
    open bigint not null,
    filled_at_ms bigint not null,
    stored_at_ms bigint not null,
    primary key (account_id, receipt_id)
);

create index receipts_newest_first on receipts (account_id, filled_at_ms desc, receipt_id desc);
