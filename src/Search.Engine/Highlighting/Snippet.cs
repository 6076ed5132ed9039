namespace Search.Engine.Highlighting;

/// <summary>A piece of an article's text that shows why it was found.</summary>
/// <param name="Field">The field it is from: <c>lead</c> or <c>body</c>.</param>
/// <param name="Text">One line of plain text, cut between words; an ellipsis stands for what was left out.</param>
/// <param name="Ranges">What matches, as ranges into <paramref name="Text"/>, ascending and apart.</param>
public sealed record Snippet(string Field, string Text, IReadOnlyList<TextRange> Ranges);
