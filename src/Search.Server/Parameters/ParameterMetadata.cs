namespace Search.Server.Parameters;

/// <summary>The parameters that a route takes in its address.</summary>
internal sealed record QueryParameters(IReadOnlyList<ApiParameter> Parameters);

/// <summary>The parameters that a route takes as members of a JSON object.</summary>
internal sealed record BodyParameters(IReadOnlyList<ApiParameter> Parameters);

/// <summary>Refuses parameters in the address of routes that take none, so that a typo is never silently ignored.</summary>
/// <remarks>Routes with <see cref="QueryParameters"/> refuse unknown ones themselves, together with all else that is wrong.</remarks>
internal sealed class UnknownParameterFilter : IEndpointFilter
{
    /// <inheritdoc/>
    public ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        if (http.Request.Query.Count > 0 && http.GetEndpoint()?.Metadata.GetMetadata<QueryParameters>() is null)
        {
            var reader = new ParameterReader(ParameterValues.FromQuery(http.Request.Query));
            reader.RefuseUnknown([]);
            return ValueTask.FromResult<object?>(reader.Problems.ToProblem());
        }

        return next(context);
    }
}
