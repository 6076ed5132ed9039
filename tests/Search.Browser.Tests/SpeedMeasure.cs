using System.Globalization;
using Xunit.Abstractions;

namespace Search.Browser.Tests;

/// <summary>How fast the search page is for a reader, measured in the browser against a service that is running already.</summary>
/// <remarks>
/// <c>SEARCH_MEASURED_SERVICE=http://127.0.0.1:5080 dotnet test tests/Search.Browser.Tests --filter SpeedMeasure --logger 'console;verbosity=detailed'</c>
/// </remarks>
[Collection(BrowserTests.Name)]
public sealed class SpeedMeasure(BrowserFixture fixture, ITestOutputHelper output)
{
    private const int Times = 30;

    private const string ServiceVariable = "SEARCH_MEASURED_SERVICE";

    private static readonly string[] Typed = ["công đoà", "gia xan", "bong d", "thủ tư", "chung khoa", "giáo d", "ha no", "ty gia", "bao so", "thi truong"];

    [MeasureFact]
    public async Task First_paint_and_suggestions()
    {
        string service = Environment.GetEnvironmentVariable(ServiceVariable)!;
        await using OpenPage open = await OpenPage.AtAsync(fixture, service + "/");
        List<double> paints = [];
        List<double> suggestions = [];
        for (int i = 0; i < Times; i++)
        {
            await open.Page.GotoAsync($"{service}/?q={Uri.EscapeDataString(Typed[i % Typed.Length])}&n={i}");
            paints.Add(await open.Page.EvaluateAsync<double>("""
                () => new Promise(resolve => new PerformanceObserver(list => {
                  for (const entry of list.getEntriesByName("first-contentful-paint")) {
                    resolve(entry.startTime);
                  }
                }).observe({ type: "paint", buffered: true }))
                """));
            suggestions.Add(await open.Page.EvaluateAsync<double>("""
                text => new Promise(resolve => {
                  const box = document.getElementById("q");
                  const list = document.querySelector(".suggestions");
                  box.value = text;
                  const started = performance.now();
                  new MutationObserver(() => requestAnimationFrame(() => resolve(performance.now() - started))).observe(list, { childList: true });
                  box.dispatchEvent(new InputEvent("input"));
                })
                """, Typed[(i * 7 + 3) % Typed.Length][..^(i % 3)]));
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"first contentful paint: median {Median(paints):F0} ms; a suggestion after a key: median {Median(suggestions):F0} ms, of {Times}"));
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);

    /// <summary>Skipped unless a service to be measured is named.</summary>
    private sealed class MeasureFactAttribute : FactAttribute
    {
        public MeasureFactAttribute() => Skip = Environment.GetEnvironmentVariable(ServiceVariable) is null ? $"{ServiceVariable} names no service to be measured." : Chromium.WhyMissing;
    }
}
