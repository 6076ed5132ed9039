using Microsoft.Net.Http.Headers;
using Search.Engine.Searching;
using Search.Server.Access;
using Search.Server.Observing;

namespace Search.Server.Searching;

/// <summary>Marks routes whose answers stay the same while the archive does.</summary>
internal static class GenerationTag
{
    /// <summary>Another build of the program may answer otherwise.</summary>
    private static readonly string Build =
        $"{typeof(SearchEngine).Module.ModuleVersionId:N}"[..8] + $"{typeof(GenerationTag).Module.ModuleVersionId:N}"[..8];

    /// <summary>Gives answers an <c>ETag</c> of the generation of the index, and says 304 to who has that answer already.</summary>
    /// <remarks>The tag is taken before the answer is made, so that it never names a later state than the answer is of.</remarks>
    public static TBuilder TagWithGeneration<TBuilder>(this TBuilder routes)
        where TBuilder : IEndpointConventionBuilder => routes.WithMetadata(new GenerationTagged()).AddEndpointFilter(static async (context, next) =>
        {
            HttpContext http = context.HttpContext;
            if (!HttpMethods.IsGet(http.Request.Method))
            {
                return await next(context);
            }

            var tag = new EntityTagHeaderValue($"\"{http.RequestServices.GetRequiredService<SearchEngine>().Generation}.{Build}\"", isWeak: true);
            IList<EntityTagHeaderValue> sent = http.Request.GetTypedHeaders().IfNoneMatch;
            bool isKnown = sent.Any(known => known.Compare(tag, useStrongComparison: false));
            if (sent.Count > 0)
            {
                http.RequestServices.GetRequiredService<SearchMetrics>().Revalidated(isKnown);
            }

            object? result = isKnown ? TypedResults.StatusCode(StatusCodes.Status304NotModified) : await next(context);
            IHeaderDictionary headers = http.Response.Headers;
            if (result is not Problems.ApiProblem && headers.CacheControl.Count == 0)
            {
                headers.ETag = tag.ToString();
                headers.CacheControl = http.RequestServices.GetRequiredService<ApiKeys>().Have(Scope.Search) ? "private, no-cache" : "no-cache";
                headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            }

            return result;
        });
}

/// <summary>Says of a route that <see cref="GenerationTag"/> is on it.</summary>
internal sealed record GenerationTagged;
