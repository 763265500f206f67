-- The days of jobs as words, so that a search can keep to the newest: days, and blocks of 4, 16 and 64 of them.
update job_words set words = words || array_to_tsvector(array[
    'qz1d' || (job_no / 96636764160),
    'qz4d' || (job_no / 96636764160 / 4),
    'qz16d' || (job_no / 96636764160 / 16),
    'qz64d' || (job_no / 96636764160 / 64)
]);
