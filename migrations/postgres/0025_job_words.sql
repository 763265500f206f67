-- SQLite's index is turned over here, so that the newest jobs come first in it. PostgreSQL's knows no order: see 0020.
select 1;
