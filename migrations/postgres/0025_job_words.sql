-- SQLite's index is turned over here, so that the newest jobs come first in it. PostgreSQL's knows no order: see 0020.
update job_numbers set made_version = 0, made_below = 9223372036854775807;
