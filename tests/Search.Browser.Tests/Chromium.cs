using Microsoft.Playwright;

namespace Search.Browser.Tests;

/// <summary>Debian's Chromium.</summary>
internal static class Chromium
{
    private static readonly string[] Places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private static string? Path => Places.FirstOrDefault(File.Exists);

    /// <summary>Why tests with it are skipped; <see langword="null"/> if they are not.</summary>
    public static string? WhyMissing =>
        Path is null && Environment.GetEnvironmentVariable("SEARCH_REQUIRE_BROWSER") != "1" ? "Chromium is not installed (Debian: apt-get install chromium)." : null;

    /// <summary>Starts it.</summary>
    public static Task<IBrowser> LaunchAsync(IPlaywright playwright) => playwright.Chromium.LaunchAsync(new()
    {
        ExecutablePath = Path ?? throw new InvalidOperationException("SEARCH_REQUIRE_BROWSER=1, and Chromium is not installed."),
        Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
    });
}
