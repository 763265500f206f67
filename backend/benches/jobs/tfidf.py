"""Ranks postings for people by the cosine of TF-IDF vectors: FILE of postings, FILE of people, a JSON text a line."""

import json
import resource
import sys
import time

import numpy
from sklearn.feature_extraction.text import TfidfVectorizer


def lines(path):
    with open(path, encoding="utf-8") as file:
        for line in file:
            yield json.loads(line)


began = time.perf_counter()
vectorizer = TfidfVectorizer()
postings = vectorizer.fit_transform(lines(sys.argv[1]))
ready = time.perf_counter() - began

times = []
for person in lines(sys.argv[2]):
    began = time.perf_counter()
    scores = (postings @ vectorizer.transform([person]).T).toarray().ravel()
    count = min(100, scores.size)
    best = numpy.argpartition(-scores, count - 1)[:count]
    best = best[numpy.argsort(-scores[best])]
    times.append((time.perf_counter() - began) * 1000)

times.sort()
print(
    json.dumps(
        {
            "postings": postings.shape[0],
            "ready_per_second": postings.shape[0] / ready,
            "top_100_p50_ms": times[len(times) // 2],
            "top_100_p95_ms": times[min(len(times) - 1, int(len(times) * 0.95))],
            "peak_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024,
        }
    )
)
