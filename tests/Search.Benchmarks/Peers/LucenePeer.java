import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.Paths;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;

/**
 * Java's Lucene 8 over canonical syllables, with block-max WAND: a collector that counts no further than its ten hits.
 * The exchange with the measure is described in PeerProgram.cs, the file of articles in PeerArticle.cs.
 */
public final class LucenePeer {
    private static final String OPERATIONS = "Or And Phrase Prefix Fuzzy Dated Newest Facets Snippets Count";
    private static final int HITS = 10;

    private final WhitespaceAnalyzer analyzer = new WhitespaceAnalyzer();
    private final IndexSearcher searcher;
    private final Query dated;

    public static void main(String[] arguments) throws IOException {
        if (arguments[0].equals("index")) {
            index(Paths.get(arguments[1]), Paths.get(arguments[2]));
        } else {
            new LucenePeer(Paths.get(arguments[1]), Integer.parseInt(arguments[2]), Integer.parseInt(arguments[3])).serve();
        }
    }

    private static void index(Path folder, Path articles) throws IOException {
        long started = System.nanoTime();
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(256);
        try (FSDirectory directory = FSDirectory.open(folder);
                IndexWriter writer = new IndexWriter(directory, config);
                BufferedReader lines = Files.newBufferedReader(articles)) {
            for (String line; (line = lines.readLine()) != null; ) {
                String[] fields = line.split("\t", -1);
                Document document = new Document();
                document.add(new NumericDocValuesField("number", Integer.parseInt(fields[0])));
                document.add(new NumericDocValuesField("day", Integer.parseInt(fields[1])));
                document.add(new IntPoint("day", Integer.parseInt(fields[1])));
                document.add(new SortedDocValuesField("category", new BytesRef(fields[2])));
                document.add(new TextField("text", fields[3], Field.Store.YES));
                writer.addDocument(document);
            }
            writer.commit();
        }
        double seconds = (System.nanoTime() - started) / 1e9;
        long bytes = 0;
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                bytes += Files.size(file);
            }
        }
        System.out.println("indexed\t" + seconds + "\t" + bytes);
    }

    private LucenePeer(Path folder, int from, int to) throws IOException {
        searcher = new IndexSearcher(DirectoryReader.open(FSDirectory.open(folder)));
        searcher.setQueryCache(null);   // queries come again, to be measured again
        dated = IntPoint.newRangeQuery("day", from, to);
    }

    private void serve() throws IOException {
        System.out.println("ready\t" + OPERATIONS);
        BufferedReader input = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        List<String[]> batch = new ArrayList<>();
        for (String line; (line = input.readLine()) != null; ) {
            if (!line.isEmpty()) {
                batch.add(line.split("\t", -1));
                continue;
            }
            StringBuilder answers = new StringBuilder();
            for (String[] query : batch) {
                long started = System.nanoTime();
                List<Integer> hits = answer(query[0], query[1].split(" "));
                answers.append(System.nanoTime() - started).append('\t');
                for (int i = 0; i < hits.size(); i++) {
                    answers.append(i == 0 ? "" : " ").append(hits.get(i));
                }
                answers.append('\n');
            }
            System.out.print(answers);
            System.out.flush();
            batch.clear();
        }
    }

    private List<Integer> answer(String operation, String[] terms) throws IOException {
        Query query = query(operation, terms);
        if (operation.equals("Count")) {
            return List.of(searcher.count(query));
        }
        if (operation.equals("Newest")) {
            TopFieldCollector newest = TopFieldCollector.create(new Sort(new SortField("day", SortField.Type.INT, true)), HITS, HITS);
            searcher.search(query, newest);
            return numbers(newest.topDocs());
        }
        TopScoreDocCollector best = TopScoreDocCollector.create(HITS, HITS);
        if (operation.equals("Facets")) {
            CategoryCounter categories = new CategoryCounter();
            searcher.search(query, MultiCollector.wrap(best, categories));
            categories.addUp();
        } else {
            searcher.search(query, best);
        }
        TopDocs top = best.topDocs();
        if (operation.equals("Snippets")) {
            new UnifiedHighlighter(searcher, analyzer).highlight("text", query, top, 1);
        }
        return numbers(top);
    }

    private Query query(String operation, String[] terms) {
        if (operation.equals("Fuzzy")) {
            return new FuzzyQuery(new Term("text", terms[0]), 1);
        }
        if (operation.equals("Phrase")) {
            return new PhraseQuery("text", terms);
        }
        boolean needsAll = operation.equals("And") || operation.equals("Count") || operation.equals("Prefix");
        BooleanQuery.Builder builder = new BooleanQuery.Builder();
        for (int i = 0; i < terms.length; i++) {
            Term term = new Term("text", terms[i]);
            boolean isBeginning = operation.equals("Prefix") && i == terms.length - 1;
            builder.add(isBeginning ? new PrefixQuery(term) : new TermQuery(term), needsAll ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD);
        }
        Query all = builder.build();
        return operation.equals("Dated")
            ? new BooleanQuery.Builder().add(all, BooleanClause.Occur.MUST).add(dated, BooleanClause.Occur.FILTER).build()
            : all;
    }

    private List<Integer> numbers(TopDocs top) throws IOException {
        List<Integer> numbers = new ArrayList<>();
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        for (ScoreDoc hit : top.scoreDocs) {
            LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(hit.doc, leaves));
            NumericDocValues values = leaf.reader().getNumericDocValues("number");
            values.advanceExact(hit.doc - leaf.docBase);
            numbers.add((int) values.longValue());
        }
        return numbers;
    }

    /** Counts what is found by section. */
    private static final class CategoryCounter extends SimpleCollector {
        private final Map<String, Integer> counts = new HashMap<>();
        private SortedDocValues values;
        private int[] ordinals = new int[0];

        @Override
        public ScoreMode scoreMode() {
            return ScoreMode.COMPLETE_NO_SCORES;
        }

        @Override
        protected void doSetNextReader(LeafReaderContext context) throws IOException {
            addUp();
            values = context.reader().getSortedDocValues("category");
            ordinals = new int[values.getValueCount()];
        }

        @Override
        public void collect(int document) throws IOException {
            values.advanceExact(document);
            ordinals[values.ordValue()]++;
        }

        void addUp() throws IOException {
            for (int ordinal = 0; ordinal < ordinals.length; ordinal++) {
                counts.merge(values.lookupOrd(ordinal).utf8ToString(), ordinals[ordinal], Integer::sum);
            }
            ordinals = new int[0];
        }
    }
}
