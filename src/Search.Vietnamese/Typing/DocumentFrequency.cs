namespace Search.Vietnamese.Typing;

/// <summary>In how many documents of the collection a word occurs; 0 if in none.</summary>
/// <param name="word">A syllable with its marks or any other word, small letters, in canonical form: an index term. The span is valid
/// during the call only.</param>
public delegate int DocumentFrequency(ReadOnlySpan<char> word);
