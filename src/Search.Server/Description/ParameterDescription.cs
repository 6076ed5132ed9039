using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Search.Server.Parameters;

namespace Search.Server.Description;

/// <summary>Describes parameters of the API from the table that also reads them.</summary>
internal static class ParameterDescription
{
    /// <summary>A parameter in the address.</summary>
    public static OpenApiParameter InAddress(ApiParameter parameter) => new()
    {
        Name = parameter.Name,
        In = ParameterLocation.Query,
        Description = parameter.Description,
        Required = parameter.IsRequired,
        Schema = Schema(parameter),
        Explode = parameter is not ChoicesParameter,
        Example = ExampleOf(parameter),
    };

    /// <summary>Parameters as the members of a JSON object.</summary>
    public static OpenApiRequestBody InBody(IReadOnlyList<ApiParameter> parameters) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            [MediaTypes.Json] = new()
            {
                Schema = ObjectSchema(parameters, static parameter => parameter.Name),
                Example = new JsonObject(parameters.Where(static parameter => parameter.Example is not null).Take(1)
                    .Select(static parameter => KeyValuePair.Create(parameter.Name, ExampleOf(parameter)))),
            },
        },
    };

    private static OpenApiSchema ObjectSchema(IReadOnlyList<ApiParameter> members, Func<ApiParameter, string> name) => new()
    {
        Type = JsonSchemaType.Object,
        AdditionalPropertiesAllowed = false,
        Required = members.Where(static member => member.IsRequired).Select(name).ToHashSet(),
        Properties = members.ToDictionary(name, static IOpenApiSchema (member) =>
        {
            OpenApiSchema schema = Schema(member);
            schema.Description = member.Description;
            return schema;
        }),
    };

    private static JsonNode? ExampleOf(ApiParameter parameter) => parameter switch
    {
        { Example: null } => null,
        ListParameter => new JsonArray(parameter.Example),
        ChoicesParameter => new JsonArray([.. parameter.Example.Split(',').Select(static word => (JsonNode)JsonValue.Create(word))]),
        _ => JsonValue.Create(parameter.Example),
    };

    private static OpenApiSchema Schema(ApiParameter parameter) => parameter switch
    {
        TextParameter text => new() { Type = JsonSchemaType.String, MaxLength = text.MaxLength, Default = text.IsRequired ? null : "" },
        ListParameter => new() { Type = JsonSchemaType.Array, Items = new OpenApiSchema { Type = JsonSchemaType.String } },
        ChoicesParameter choices => new()
        {
            Type = JsonSchemaType.Array,
            Items = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. choices.Words.Select(static word => (JsonNode)JsonValue.Create(word))] },
        },
        DateParameter => new() { Type = JsonSchemaType.String, Format = "date" },
        ObjectParameter container => ObjectSchema(container.Members, container.MemberName),
        FlagParameter => new() { Type = JsonSchemaType.Boolean, Default = false },
        IntegerParameter number => new()
        {
            Type = JsonSchemaType.Integer,
            Format = "int32",
            Minimum = number.Minimum.ToString(CultureInfo.InvariantCulture),
            Maximum = number.Maximum.ToString(CultureInfo.InvariantCulture),
            Default = number.Default,
        },
        ChoiceParameter choice => new()
        {
            Type = JsonSchemaType.String,
            Enum = [.. choice.Words.Select(static word => (JsonNode)JsonValue.Create(word))],
            Default = choice.Words[0],
        },
        _ => throw new ArgumentException($"There is no schema for {parameter.GetType().Name}.", nameof(parameter)),
    };
}
