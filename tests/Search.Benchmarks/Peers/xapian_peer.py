"""Xapian over canonical syllables, BM25 with its own constants.

The exchange with the measure is described in PeerProgram.cs, the file of articles in PeerArticle.cs.
"""

import os
import sys
import time

import xapian

OPERATIONS = "Or And Phrase Prefix Dated Newest Facets Snippets Count"
HITS = 10
DAY, CATEGORY = 0, 1


def index(folder, articles):
    started = time.perf_counter()
    database = xapian.WritableDatabase(folder, xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    with open(articles, encoding="utf-8", newline="\n") as lines:
        for line in lines:
            fields = line.split("\t")
            document = xapian.Document()
            generator.set_document(document)
            generator.set_termpos(0)
            generator.index_text(fields[3])
            document.add_value(DAY, xapian.sortable_serialise(int(fields[1])))
            document.add_value(CATEGORY, fields[2])
            document.set_data(fields[3])
            database.replace_document(int(fields[0]) + 1, document)
    database.close()
    seconds = time.perf_counter() - started
    print("indexed", seconds, sum(entry.stat().st_size for entry in os.scandir(folder)), sep="\t")


class Searcher:
    def __init__(self, folder, first, last):
        self.database = xapian.Database(folder)
        self.dated = xapian.Query(xapian.Query.OP_VALUE_RANGE, DAY, xapian.sortable_serialise(first), xapian.sortable_serialise(last))

    def answer(self, operation, syllables):
        terms = syllables.split(" ")
        enquire = xapian.Enquire(self.database)
        enquire.set_query(self.query(operation, terms))
        every = self.database.get_doccount()
        if operation == "Count":
            return [enquire.get_mset(0, 0, every).get_matches_estimated()]
        if operation == "Newest":
            enquire.set_sort_by_value(DAY, True)
        if operation == "Facets":
            spy = xapian.ValueCountMatchSpy(CATEGORY)
            enquire.add_matchspy(spy)
            found = enquire.get_mset(0, HITS, every)
            dict((item.term, item.termfreq) for item in spy.values())
        else:
            found = enquire.get_mset(0, HITS)
        if operation == "Snippets":
            for match in found:
                found.snippet(match.document.get_data().decode(), 200)
        return [match.docid - 1 for match in found]

    def query(self, operation, terms):
        if operation == "Phrase":
            return xapian.Query(xapian.Query.OP_PHRASE, terms)
        if operation == "Prefix":
            beginning = xapian.Query(xapian.Query.OP_WILDCARD, terms[-1], 0, xapian.Query.WILDCARD_LIMIT_ERROR)
            return xapian.Query(xapian.Query.OP_AND, [xapian.Query(term) for term in terms[:-1]] + [beginning])
        if operation in ("And", "Count"):
            return xapian.Query(xapian.Query.OP_AND, terms)
        query = xapian.Query(xapian.Query.OP_OR, terms)
        return xapian.Query(xapian.Query.OP_FILTER, query, self.dated) if operation == "Dated" else query


def serve(searcher):
    print("ready", OPERATIONS, sep="\t", flush=True)
    batch = []
    for line in sys.stdin:
        line = line.rstrip("\n")
        if line:
            batch.append(line.split("\t"))
            continue
        for operation, syllables, *_ in batch:
            started = time.perf_counter_ns()
            hits = searcher.answer(operation, syllables)
            print(time.perf_counter_ns() - started, " ".join(map(str, hits)), sep="\t")
        sys.stdout.flush()
        batch.clear()


if sys.argv[1] == "index":
    index(sys.argv[2], sys.argv[3])
else:
    serve(Searcher(sys.argv[2], int(sys.argv[3]), int(sys.argv[4])))
