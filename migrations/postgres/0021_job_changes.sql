-- Each change of what a job is (its main posting, open or closed) has a number, so that who knows the jobs as they were
-- reads what changed since, and nothing else. Jobs that are new are told by added_no; their changed_no is 0.
--
-- Whoever takes a number holds the one row of job_numbers until their transaction ends: who sees a number sees all that
-- are lower. It is taken before any row of jobs is, so that two writers never wait for each other.
alter table job_numbers add column last_change bigint not null default 0;
alter table jobs add column changed_no bigint not null default 0;
create index jobs_by_change on jobs (changed_no, job_no) where changed_no > 0;

create function take_job_change() returns trigger language plpgsql as $$
begin
    update job_numbers set last_change = last_change + 1 where id = 1;
    return null;
end $$;

create function number_job_change() returns trigger language plpgsql as $$
begin
    select last_change into new.changed_no from job_numbers where id = 1;
    return new;
end $$;

-- Every statement that writes one of these columns changes the job, also with the value that it had: the text of the main
-- posting may be another one.
create trigger jobs_change before update of closed_at_ms, source_key on jobs
    for each statement execute function take_job_change();
create trigger jobs_changed before update of closed_at_ms, source_key on jobs
    for each row execute function number_job_change();
