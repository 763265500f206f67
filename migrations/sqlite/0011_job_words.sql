-- The words of open jobs, for search. The row's id is the job's number, so that rows come newest first by themselves.
create virtual table job_words using fts5(words, content='', contentless_delete=1, tokenize="ascii");
