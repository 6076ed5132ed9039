using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Search.Server.Access;
using Search.Server.Parameters;
using Search.Server.Problems;
using Search.Server.Searching;

namespace Search.Server.Description;

/// <summary>Completes the description of a route from its metadata: parameters, problems, keys.</summary>
internal sealed class RouteDescription : IOpenApiOperationTransformer
{
    /// <inheritdoc/>
    public Task TransformAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        IList<object> metadata = context.Description.ActionDescriptor.EndpointMetadata;
        foreach (QueryParameters query in metadata.OfType<QueryParameters>())
        {
            operation.Parameters = [.. operation.Parameters ?? [], .. query.Parameters.Select(ParameterDescription.InAddress)];
        }

        foreach (BodyParameters body in metadata.OfType<BodyParameters>())
        {
            operation.RequestBody = ParameterDescription.InBody(body.Parameters);
        }

        foreach (RequestExample example in metadata.OfType<RequestExample>())
        {
            foreach (OpenApiMediaType body in operation.RequestBody?.Content?.Values ?? [])
            {
                body.Example = example.Json.DeepClone();
            }
        }

        List<ProblemType> problems = [.. metadata.OfType<DocumentedProblems>().SelectMany(static documented => documented.Types)];
        if (metadata.OfType<RequiredScope>().LastOrDefault() is { } required)
        {
            problems.AddRange([ProblemType.KeyNeeded, ProblemType.ScopeMissing, ProblemType.NoKeyConfigured, ProblemType.TooManyRequests, ProblemType.Internal]);
            operation.Security = Keys(context.Document, required);
        }

        AddResponses(operation, problems, context.Document);
        foreach (TextAnswer answer in metadata.OfType<TextAnswer>())
        {
            operation.Responses?["200"].Content?.Add(answer.MediaType, new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        if (metadata.OfType<GenerationTagged>().Any() && HttpMethods.IsGet(context.Description.HttpMethod ?? ""))
        {
            operation.Responses?.Add("304", new OpenApiResponse { Description = "The archive has not changed since the answer whose `ETag` was sent as `If-None-Match`." });
        }

        return Task.CompletedTask;
    }

    private static void AddResponses(OpenApiOperation operation, IEnumerable<ProblemType> problems, OpenApiDocument? document)
    {
        IEnumerable<KeyValuePair<string, IOpenApiResponse>> answers = operation.Responses ?? [];
        IEnumerable<KeyValuePair<string, IOpenApiResponse>> refusals = problems.Distinct().GroupBy(static type => type.Status)
            .Select(status => KeyValuePair.Create<string, IOpenApiResponse>(status.Key.ToString(CultureInfo.InvariantCulture), Refusal([.. status], document)));
        operation.Responses = [];
        foreach ((string status, IOpenApiResponse response) in answers.Concat(refusals).OrderBy(static response => response.Key, StringComparer.Ordinal))
        {
            operation.Responses.Add(status, response);
        }
    }

    private static OpenApiResponse Refusal(IReadOnlyList<ProblemType> types, OpenApiDocument? document) => new()
    {
        Description = string.Join(' ', types.Select(static type => $"`{type.Address}`: {type.Title.English}")),
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/problem+json"] = new()
            {
                Schema = new OpenApiSchemaReference(nameof(ProblemResponse), document),
                Example = new JsonObject
                {
                    ["type"] = types[0].Address,
                    ["title"] = types[0].Title.English,
                    ["status"] = types[0].Status,
                    ["detail"] = types[0].Meaning.English,
                },
            },
        },
    };

    /// <summary>Either header will do. Reading needs none unless the archive is closed: the empty requirement.</summary>
    private static List<OpenApiSecurityRequirement> Keys(OpenApiDocument? document, RequiredScope required)
    {
        List<OpenApiSecurityRequirement> keys =
        [
            new() { [new OpenApiSecuritySchemeReference(OpenApiDescription.KeyScheme, document)] = [] },
            new() { [new OpenApiSecuritySchemeReference(OpenApiDescription.BearerScheme, document)] = [] },
        ];
        if (required.Scope == Access.Scope.Search)
        {
            keys.Insert(0, []);
        }

        return keys;
    }
}
