namespace Search.Evaluation;

/// <summary>Relevance judgements: the grade of documents for topics, as in TREC.</summary>
public sealed class Qrels
{
    private readonly Dictionary<string, Dictionary<string, int>> _grades = new(StringComparer.Ordinal);

    /// <summary>The topics that have a relevant document.</summary>
    public IEnumerable<string> Topics => _grades.Where(topic => topic.Value.Values.Any(grade => grade > 0)).Select(topic => topic.Key);

    /// <summary>Reads lines of topic id, tab, document id, tab, grade (0 judged and not relevant, 1 and more relevant).</summary>
    /// <exception cref="InvalidDataException">A line has another form.</exception>
    public static Qrels Read(string path)
    {
        var qrels = new Qrels();
        int number = 0;
        foreach (string line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0)
            {
                continue;
            }

            if (line.Split('\t') is not [var topic, var document, var grade] || !int.TryParse(grade, out int value))
            {
                throw new InvalidDataException($"{path}:{number} is not topic, tab, document, tab, grade.");
            }

            qrels.Add(topic, document, value);
        }

        return qrels;
    }

    /// <summary>Adds a judgement.</summary>
    public void Add(string topic, string document, int grade)
    {
        if (!_grades.TryGetValue(topic, out Dictionary<string, int>? grades))
        {
            _grades.Add(topic, grades = new(StringComparer.Ordinal));
        }

        grades[document] = grade;
    }

    /// <summary>The judged documents of a topic and their grades; none for an unknown topic.</summary>
    public IReadOnlyDictionary<string, int> Of(string topic) =>
        _grades.TryGetValue(topic, out Dictionary<string, int>? grades) ? grades : new Dictionary<string, int>();
}
