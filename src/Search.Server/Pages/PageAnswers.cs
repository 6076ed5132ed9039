using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;
using Search.Answers;
using Search.Server.Problems;

namespace Search.Server.Pages;

/// <summary>Answers that are pages.</summary>
internal static class PageAnswers
{
    /// <summary>How often a page that waits for the index looks again, in seconds.</summary>
    private const int WaitSeconds = 3;

    /// <summary>A page.</summary>
    /// <param name="parameters">Those of the component.</param>
    /// <param name="status">The HTTP status.</param>
    public static RazorComponentResult<TPage> Page<TPage>(Dictionary<string, object?> parameters, int status = StatusCodes.Status200OK)
        where TPage : IComponent => new(parameters) { StatusCode = status };

    /// <summary>A problem as a page.</summary>
    public static IResult Message(ApiProblem problem)
    {
        ProblemType type = problem.Type;
        bool isPage = type == ProblemType.NotFound;
        return Page<MessagePage>(
            new()
            {
                [nameof(MessagePage.Heading)] = isPage ? new Wording("There is no such page", "Không có trang này") : new Wording(type.Title.English.TrimEnd('.'), type.Title.Vietnamese.TrimEnd('.')),
                [nameof(MessagePage.Text)] = isPage
                    ? new Wording("The address may be mistyped, or the page may be gone.", "Địa chỉ có thể đã gõ sai, hoặc trang không còn nữa.")
                    : problem.Detail,
                [nameof(MessagePage.RefreshSeconds)] = type == ProblemType.IndexNotReady ? WaitSeconds : null,
            },
            type.Status);
    }
}
