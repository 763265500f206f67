-- The secret that a webhook had before, which signs beside the newer one for a while, and until when a receiver asked to
-- be left alone.
alter table webhooks add column old_secret_sealed text;
alter table webhooks add column old_secret_until_ms bigint;
alter table webhooks add column paused_until_ms bigint;
