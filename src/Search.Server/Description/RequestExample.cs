using System.Text.Json.Nodes;

namespace Search.Server.Description;

/// <summary>A body that the OpenAPI document shows for a route.</summary>
internal sealed record RequestExample(JsonNode Json);
