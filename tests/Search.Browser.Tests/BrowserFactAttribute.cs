namespace Search.Browser.Tests;

/// <summary>A test that needs Chromium, and is skipped where there is none, unless <c>SEARCH_REQUIRE_BROWSER=1</c> says that there must be one.</summary>
public sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute() => Skip = Chromium.WhyMissing;
}

/// <summary>The same for a test over several cases.</summary>
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhyMissing;
}
