using System.Text.RegularExpressions;

namespace Search.Cli.Indexing;

/// <summary>Makes one kind of reasons that differ only in what they name: <c>The JSON is malformed at line …, byte ….</c></summary>
internal static partial class ReasonKind
{
    /// <summary>The reason without numbers, quotations and what follows <c>there are:</c>.</summary>
    public static string Of(string reason) => Particular().Replace(reason, "…");

    [GeneratedRegex(
        """(?<= |^)("[^"]*"|'[^']*'|<[^>]*>|0x[0-9A-F]+|U\+[0-9A-F]{4,6}|[0-9][0-9.,]*[0-9]|[0-9])(?=[ .,;:)]|$)|(?<=[Tt]here are: ).*|(?<=malformed XML: ).*""",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Particular();
}
