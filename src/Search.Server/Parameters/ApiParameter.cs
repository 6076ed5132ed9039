namespace Search.Server.Parameters;

/// <summary>A parameter of the API: what it may be. One table of them reads requests and describes them in the OpenAPI document.</summary>
/// <param name="Name">As in the address and in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
internal abstract record ApiParameter(string Name, string Description)
{
    /// <summary>A value that the OpenAPI document shows.</summary>
    public string? Example { get; init; }

    /// <summary>Whether it must be given.</summary>
    public bool IsRequired { get; init; }
}

/// <summary>Free text.</summary>
/// <param name="Name">As in the address and in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
/// <param name="MaxLength">In UTF-16 code units.</param>
internal sealed record TextParameter(string Name, string Description, int MaxLength) : ApiParameter(Name, Description);

/// <summary>Values of which any will do: repeated in the address, a string or an array of strings in JSON.</summary>
internal sealed record ListParameter(string Name, string Description) : ApiParameter(Name, Description);

/// <summary>A day, <c>2023-11-30</c>.</summary>
internal sealed record DateParameter(string Name, string Description) : ApiParameter(Name, Description);

/// <summary>Yes or no: <c>true</c> or <c>false</c>, in JSON without quotation marks; <c>false</c> where it is absent.</summary>
internal sealed record FlagParameter(string Name, string Description) : ApiParameter(Name, Description);

/// <summary>A JSON object in the body; absent unless it is given.</summary>
/// <param name="Name">As in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
/// <param name="Members">Its members; the name of each is the object's, a dot and the member's.</param>
internal sealed record ObjectParameter(string Name, string Description, IReadOnlyList<ApiParameter> Members) : ApiParameter(Name, Description)
{
    /// <summary>The name of a member in JSON.</summary>
    public string MemberName(ApiParameter member) => member.Name[(Name.Length + 1)..];
}

/// <summary>A whole number.</summary>
/// <param name="Name">As in the address and in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
/// <param name="Minimum">The smallest allowed.</param>
/// <param name="Maximum">The largest allowed.</param>
/// <param name="Default">Where it is absent.</param>
internal sealed record IntegerParameter(string Name, string Description, int Minimum, int Maximum, int Default) : ApiParameter(Name, Description);

/// <summary>Some of a few words: with commas between them in the address, or repeated; in JSON a string or an array of strings.</summary>
/// <param name="Name">As in the address and in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
internal abstract record ChoicesParameter(string Name, string Description) : ApiParameter(Name, Description)
{
    /// <summary>The words.</summary>
    public abstract IReadOnlyList<string> Words { get; }
}

/// <summary>Some of a few words, each standing for a value.</summary>
/// <param name="Name">As in the address and in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
/// <param name="Choices">The words and their values.</param>
internal sealed record ChoicesParameter<T>(string Name, string Description, IReadOnlyList<(string Word, T Value)> Choices) : ChoicesParameter(Name, Description)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Words { get; } = [.. Choices.Select(static choice => choice.Word)];
}

/// <summary>One of a few words.</summary>
/// <param name="Name">As in the address and in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
internal abstract record ChoiceParameter(string Name, string Description) : ApiParameter(Name, Description)
{
    /// <summary>The words; the first is the default.</summary>
    public abstract IReadOnlyList<string> Words { get; }
}

/// <summary>One of a few words, each standing for a value.</summary>
/// <param name="Name">As in the address and in JSON.</param>
/// <param name="Description">For the OpenAPI document.</param>
/// <param name="Choices">The words and their values; the first is the default.</param>
internal sealed record ChoiceParameter<T>(string Name, string Description, IReadOnlyList<(string Word, T Value)> Choices) : ChoiceParameter(Name, Description)
{
    /// <inheritdoc/>
    public override IReadOnlyList<string> Words { get; } = [.. Choices.Select(static choice => choice.Word)];

    /// <summary>The word for a value; <see langword="null"/> for the default, which need not be given.</summary>
    public string? Word(T value) => Choices.Skip(1).FirstOrDefault(choice => EqualityComparer<T>.Default.Equals(choice.Value, value)).Word;
}
