namespace Search.Vietnamese.Typing;

/// <summary>In what share of the documents of a collection a word occurs: its document frequency, divided by the number of documents.</summary>
/// <param name="word">A syllable with its marks or any other word, small letters, in canonical form: an index term. The span is valid
/// during the call only.</param>
/// <returns>0 to 1; 0 for a word that is in no document.</returns>
public delegate double DocumentFrequency(ReadOnlySpan<char> word);
