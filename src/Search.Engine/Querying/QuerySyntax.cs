namespace Search.Engine.Querying;

/// <summary>The languages a query may be written in; <c>docs/query-language.md</c> describes both.</summary>
public enum QuerySyntax
{
    /// <summary>The language of the search box: words, phrases, <c>-word</c>, field filters. Never fails.</summary>
    Simple,

    /// <summary>The language of analysts: a query says exactly which articles match, or what is wrong with it and where.</summary>
    Advanced,
}
