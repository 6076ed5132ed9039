namespace Search.Engine.Inverting;

/// <summary>An occurrence of a term in a field of a document.</summary>
/// <param name="Term">The number of the term.</param>
/// <param name="Place">Twice the position in the field; one more if the token forms pairs with its neighbours.</param>
internal readonly record struct FieldTerm(int Term, int Place)
{
    public FieldTerm(int term, int position, bool formsPairs)
        : this(term, (position << 1) | (formsPairs ? 1 : 0))
    {
    }

    /// <summary>Tokens before it, and the places left free between sentences.</summary>
    public int Position => Place >> 1;

    public bool FormsPairs => (Place & 1) != 0;
}

/// <summary>The terms of one field of all documents of a buffer, in the order of the documents. Not thread-safe.</summary>
/// <param name="numbers">Numbers its terms.</param>
internal sealed class FieldTerms(TermNumbers numbers)
{
    private readonly Blocks<FieldTerm> _terms = new();
    private readonly Blocks<int> _ends = new();

    public TermNumbers Numbers => numbers;

    public FieldTerm this[int index] => _terms[index];

    /// <summary>Adds a term to the next document.</summary>
    public void Add(FieldTerm term) => _terms.Add(term);

    /// <inheritdoc cref="Add(FieldTerm)"/>
    public void Add(string term) => _terms.Add(new(numbers.Of(term), 0));

    /// <summary>Ends the next document, which may have no term at all.</summary>
    public void EndDocument() => _ends.Add(_terms.Count);

    /// <summary>The place of the first term of a document.</summary>
    public int Start(int document) => document == 0 ? 0 : _ends[document - 1];

    /// <summary>The place after its last.</summary>
    public int End(int document) => _ends[document];
}
