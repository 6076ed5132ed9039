using System.Text;
using Search.Answers;

namespace Search.Server.Parameters;

/// <summary>Writes parameters as the query of an address.</summary>
internal static class AddressQuery
{
    /// <summary>The query with its question mark; empty if there are no parameters.</summary>
    /// <param name="parameters">Names and values, in order; those without a value are left out.</param>
    public static string Of(IEnumerable<(string Name, string? Value)> parameters)
    {
        var query = new StringBuilder();
        foreach ((string name, string? value) in parameters)
        {
            if (value is not null)
            {
                query.Append(query.Length == 0 ? '?' : '&').Append(name).Append('=').Append(Uri.EscapeDataString(WellFormedText.Of(value)));
            }
        }

        return query.ToString();
    }
}
