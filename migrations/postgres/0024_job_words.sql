-- Words of more postings are gathered before they are sorted into the index, in kilobytes. A search reads what is
-- gathered one by one, so that more of it would make searches slow.
alter index job_words_by_word set (gin_pending_list_limit = 8192);
