using System.Text.Json.Nodes;

namespace Search.Server.Tests.Description;

/// <summary>Holds every answer of every test to the OpenAPI document.</summary>
/// <remarks>The bodies of streams (NDJSON) are left to the tests that read them: some stop in the middle.</remarks>
internal sealed class ContractHandler : DelegatingHandler
{
    private static readonly SemaphoreSlim Loading = new(1);
    private static OpenApiContract? _contract;

    /// <summary>The document, read from the first server that is started: it is the same for all.</summary>
    public static async Task<OpenApiContract> ContractAsync(Func<string, Task<string>> get)
    {
        await Loading.WaitAsync();
        try
        {
            return _contract ??= new OpenApiContract(JsonNode.Parse(await get("/openapi/v1.json"))!.AsObject());
        }
        finally
        {
            Loading.Release();
        }
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        HttpResponseMessage response = await base.SendAsync(request, cancellationToken);
        Uri address = request.RequestUri!;
        if (address.AbsolutePath.StartsWith("/api/", StringComparison.Ordinal) || address.AbsolutePath.StartsWith("/health", StringComparison.Ordinal))
        {
            OpenApiContract contract = await ContractAsync(async path =>
            {
                HttpResponseMessage document = await base.SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(address, path)), cancellationToken);
                return await document.Content.ReadAsStringAsync(cancellationToken);
            });
            if (contract.Describes(address.AbsolutePath, request.Method.Method))
            {
                string? mediaType = response.Content.Headers.ContentType?.MediaType;
                string? body = mediaType is "application/json" or "application/problem+json" ? await response.Content.ReadAsStringAsync(cancellationToken) : null;
                await contract.CheckAsync(address.AbsolutePath, request.Method.Method, (int)response.StatusCode, mediaType, body);
            }
        }

        return response;
    }
}
