using Npgsql;

namespace Search.Benchmarks.Peers;

/// <summary>The full-text search of PostgreSQL: <c>unaccent</c>, no stemming, a GIN index, ranked by <c>ts_rank</c>.</summary>
internal sealed class PostgresPeer : Peer
{
    private const string Schema =
        """
        create extension unaccent;
        create text search configuration vi (copy = simple);
        alter text search configuration vi alter mapping for hword, hword_part, word, asciiword, asciihword, hword_asciipart with unaccent, simple;
        create unlogged table articles(number int primary key, day int not null, category text not null, text text not null,
            tokens tsvector generated always as (to_tsvector('vi', text)) stored);
        """;

    private const string Best = "select number from articles, to_tsquery('vi', $1) query where tokens @@ query order by ts_rank(tokens, query) desc limit 10";

    private PostgresServer? _server;
    private int _from;
    private int _to;

    /// <inheritdoc/>
    public override IReadOnlyList<Operation> Operations { get; } = [.. Enum.GetValues<Operation>().Except([Operation.Fuzzy])];

    /// <inheritdoc/>
    public override long Index(IEnumerable<PeerArticle> articles, string folder)
    {
        using PostgresServer server = PostgresServer.Start(folder);
        Execute(server.Connection, Schema);
        using (NpgsqlBinaryImporter rows = server.Connection.BeginBinaryImport("copy articles(number, day, category, text) from stdin (format binary)"))
        {
            foreach (PeerArticle article in articles)
            {
                rows.WriteRow(article.Number, article.Day, article.Category, article.Text);
            }

            rows.Complete();
        }

        Execute(server.Connection, "create index on articles using gin(tokens); create index on articles(day); vacuum analyze articles");
        using NpgsqlCommand size = server.Connection.CreateCommand();
        size.CommandText = "select pg_total_relation_size('articles')";
        return (long)size.ExecuteScalar()!;   // one row
    }

    /// <inheritdoc/>
    public override void Open(string folder, int from, int to)
    {
        (_from, _to) = (from, to);
        _server = PostgresServer.Start(folder);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<int> Answer(Operation operation, PeerQuery query)
    {
        IEnumerable<string> terms = query.Syllables.Split(' ').Select(static term => $"'{term.Replace("'", "''", StringComparison.Ordinal).Replace("\\", "\\\\", StringComparison.Ordinal)}'");
        string expression = operation switch
        {
            Operation.Phrase => string.Join(" <-> ", terms),
            Operation.And or Operation.Count => string.Join(" & ", terms),
            Operation.Prefix => string.Join(" & ", terms) + ":*",
            _ => string.Join(" | ", terms),
        };
        return operation switch
        {
            Operation.Count => Read("select count(*)::int from articles where tokens @@ to_tsquery('vi', $1)", expression),
            Operation.Dated => Read($"select number from articles, to_tsquery('vi', $1) query where tokens @@ query and day between {_from} and {_to} order by ts_rank(tokens, query) desc limit 10", expression),
            Operation.Newest => Read("select number from articles where tokens @@ to_tsquery('vi', $1) order by day desc limit 10", expression),
            Operation.Snippets => Read(
                """
                select number, ts_headline('vi', text, query) from (
                    select number, text, query from articles, to_tsquery('vi', $1) query where tokens @@ query order by ts_rank(tokens, query) desc limit 10) best
                """, expression),
            Operation.Facets => WithFacets(expression),
            _ => Read(Best, expression),
        };
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing) => _server?.Dispose();

    private static void Execute(NpgsqlConnection connection, string sql)
    {
        foreach (string statement in sql.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            using NpgsqlCommand command = connection.CreateCommand();
            command.CommandText = statement;
            command.ExecuteNonQuery();
        }
    }

    private List<int> WithFacets(string expression)
    {
        Read("select count(*)::int, category from articles where tokens @@ to_tsquery('vi', $1) group by category", expression);
        return Read(Best, expression);
    }

    private List<int> Read(string sql, string expression)
    {
        using NpgsqlCommand command = _server!.Connection.CreateCommand();   // opened
        command.CommandText = sql;
        command.Parameters.Add(new() { Value = expression });
        using NpgsqlDataReader rows = command.ExecuteReader();
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
