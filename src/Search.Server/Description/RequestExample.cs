using System.Text.Json.Nodes;

namespace Search.Server.Description;

/// <summary>A body that the OpenAPI document shows for a route.</summary>
internal sealed record RequestExample(JsonNode Json);

/// <summary>A media type beside JSON in which a route may answer.</summary>
internal sealed record TextAnswer(string MediaType);
