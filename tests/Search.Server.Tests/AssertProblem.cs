using System.Net.Http.Json;
using System.Text.Json;
using Search.Server.Problems;

namespace Search.Server.Tests;

/// <summary>Assertions about problem objects.</summary>
internal static class AssertProblem
{
    /// <summary>The answer is a problem of a kind, complete and with its status.</summary>
    public static async Task<JsonElement> IsAsync(ProblemType expected, HttpResponseMessage answer)
    {
        Assert.Equal(expected.Status, (int)answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        JsonElement problem = await answer.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(expected.Address, problem.GetProperty("type").GetString());
        Assert.Equal(expected.Status, problem.GetProperty("status").GetInt32());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("title").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        return problem;
    }

    /// <summary>The answer is a problem of a kind with errors for exactly these parameters or fields.</summary>
    public static async Task<JsonElement> IsAsync(ProblemType expected, HttpResponseMessage answer, params string[] names)
    {
        JsonElement problem = await IsAsync(expected, answer);
        Assert.Equal(names.Order(StringComparer.Ordinal), problem.GetProperty("errors").EnumerateObject().Select(static error => error.Name).Order(StringComparer.Ordinal));
        return problem;
    }
}
