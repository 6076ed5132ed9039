using Microsoft.Data.Sqlite;

namespace Search.Benchmarks.Peers;

/// <summary>SQLite's FTS5 over folded terms, ranked by its <c>bm25</c>; dates and sections in a table beside it.</summary>
/// <remarks>FTS5's own folding leaves đ as it is, so that terms are folded before they reach it; what it can show as a snippet is the folded text.</remarks>
internal sealed class SqlitePeer : Peer
{
    private const string Schema =
        """
        pragma journal_mode = off; pragma synchronous = off; pragma cache_size = -262144;
        create virtual table texts using fts5(text, tokenize = "unicode61 remove_diacritics 0");
        create table articles(number integer primary key, day integer not null, category text not null);
        """;

    private SqliteConnection? _connection;
    private int _from;
    private int _to;

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [.. Enum.GetValues<Operation>().Except([Operation.Fuzzy])];

    /// <summary>The version of the library in this program.</summary>
    public static string Version()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        using SqliteCommand command = Command(connection, "select sqlite_version()");
        return (string)command.ExecuteScalar()!;   // one row
    }

    /// <inheritdoc/>
    public override long Index(IEnumerable<PeerArticle> articles, string folder)
    {
        using (SqliteConnection connection = OpenFile(folder))
        {
            Execute(connection, Schema);
            using SqliteTransaction transaction = connection.BeginTransaction();
            using SqliteCommand text = Command(connection, "insert into texts(rowid, text) values ($number, $text)", ("$number", 0), ("$text", ""));
            using SqliteCommand values = Command(connection, "insert into articles values ($number, $day, $category)", ("$number", 0), ("$day", 0), ("$category", ""));
            foreach (PeerArticle article in articles)
            {
                Execute(text, article.Number, PeerTerms.Fold(article.Syllables));
                Execute(values, article.Number, article.Day, article.Category);
            }

            transaction.Commit();
            Execute(connection, "insert into texts(texts) values ('optimize'); create index days on articles(day); analyze;");
        }

        return SizeOf(folder);
    }

    /// <inheritdoc/>
    public override void Open(string folder, int from, int to)
    {
        (_from, _to) = (from, to);
        _connection = OpenFile(folder);
        Execute(_connection, "pragma cache_size = -262144");
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Answer(Operation operation, PeerQuery query)
    {
        IEnumerable<string> terms = query.Folded.Split(' ').Select(static term => $"\"{term}\"");
        string expression = operation switch
        {
            Operation.Phrase => $"\"{query.Folded}\"",
            Operation.And or Operation.Count => string.Join(" AND ", terms),
            Operation.Prefix => string.Join(" AND ", terms) + "*",
            _ => string.Join(" OR ", terms),
        };
        return operation switch
        {
            Operation.Count => Read("select count(*) from texts where texts match $query", expression),
            Operation.Dated => Read("select number from texts join articles on number = texts.rowid where texts match $query and day between $from and $to order by rank limit 10", expression),
            Operation.Newest => Read("select number from texts join articles on number = texts.rowid where texts match $query order by day desc limit 10", expression),
            Operation.Snippets => Read("select rowid, snippet(texts, 0, '<mark>', '</mark>', '…', 30) from texts where texts match $query order by rank limit 10", expression),
            Operation.Facets => WithFacets(expression),
            _ => Read("select rowid from texts where texts match $query order by rank limit 10", expression),
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _connection?.Dispose();

    private static SqliteConnection OpenFile(string folder)
    {
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "articles.db"), Pooling = false }.ToString());
        connection.Open();
        return connection;
    }

    private static void Execute(SqliteConnection connection, string sql)
    {
        using SqliteCommand command = Command(connection, sql);
        command.ExecuteNonQuery();
    }

    private static void Execute(SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        command.ExecuteNonQuery();
    }

    private static SqliteCommand Command(SqliteConnection connection, string sql, params ReadOnlySpan<(string Name, object Value)> parameters)
    {
        SqliteCommand command = connection.CreateCommand();
        command.CommandText = sql;
        foreach ((string name, object value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }

    private List<int> WithFacets(string expression)
    {
        Read("select count(*), category from texts join articles on number = texts.rowid where texts match $query group by category", expression);
        return Read("select rowid from texts where texts match $query order by rank limit 10", expression);
    }

    private List<int> Read(string sql, string expression)
    {
        using SqliteCommand command = Command(_connection!, sql, ("$query", expression), ("$from", _from), ("$to", _to));   // opened
        using SqliteDataReader rows = command.ExecuteReader();
        var numbers = new List<int>();
        while (rows.Read())
        {
            numbers.Add(rows.GetInt32(0));
            for (int column = 1; column < rows.FieldCount; column++)
            {
                rows.GetString(column);
            }
        }

        return numbers;
    }
}
