-- Each change of what a job is (its main posting, open or closed) has a number, so that who knows the jobs as they were
-- reads what changed since, and nothing else. Jobs that are new are told by added_no; their changed_no is 0.
--
-- There is one writer at a time: numbers are seen in their order.
alter table job_numbers add column last_change bigint not null default 0;
alter table jobs add column changed_no bigint not null default 0;
create index jobs_by_change on jobs (changed_no, job_no) where changed_no > 0;

-- Every statement that writes one of these columns changes the job, also with the value that it had: the text of the main
-- posting may be another one.
create trigger jobs_changed after update of closed_at_ms, source_key on jobs
begin
    update job_numbers set last_change = last_change + 1 where id = 1;
    update jobs set changed_no = (select last_change from job_numbers where id = 1) where job_id = new.job_id;
end;
