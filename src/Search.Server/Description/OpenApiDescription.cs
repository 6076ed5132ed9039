using Microsoft.OpenApi;

namespace Search.Server.Description;

/// <summary>The OpenAPI document, <c>/openapi/v1.json</c>.</summary>
internal static class OpenApiDescription
{
    /// <summary>The scheme of <c>X-Api-Key</c> in the document.</summary>
    public const string KeyScheme = "api_key";

    /// <summary>The scheme of <c>Authorization: Bearer</c> in the document.</summary>
    public const string BearerScheme = "bearer";

    /// <summary>Adds the document and what completes it.</summary>
    public static void AddDescription(this IServiceCollection services) =>
        services.AddOpenApi("v1", static options =>
        {
            options.AddDocumentTransformer(static (document, _, _) =>
            {
                Describe(document);
                return Task.CompletedTask;
            });
            options.AddOperationTransformer<RouteDescription>();
        });

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Vietnamese article search",
            Version = "1",
            Description = "Full-text search over Vietnamese articles. Version 1 grows, and never changes or loses anything; clients ignore members they do not know. "
                + "Problems are application/problem+json (RFC 9457); their types are documented under /problems. Messages for people are English, "
                + "or Vietnamese with Accept-Language: vi.",
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
        {
            [KeyScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Header, Name = "X-Api-Key" },
            [BearerScheme] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer" },
        };
    }
}
