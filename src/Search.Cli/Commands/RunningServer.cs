using System.CommandLine;

namespace Search.Cli.Commands;

/// <summary>A running server in place of an index folder: <c>--url URL --key KEY</c>.</summary>
internal sealed class RunningServer
{
    private readonly Option<Uri?> _url = new("--url")
    {
        HelpName = "URL",
        Description = "Go through this running server, such as http://localhost:5080, instead of opening the index.",
        CustomParser = argument =>
        {
            string text = argument.Tokens[0].Value;
            if (Uri.TryCreate(text.TrimEnd('/') + "/", UriKind.Absolute, out Uri? url) && url.Scheme is "http" or "https")
            {
                return url;
            }

            argument.AddError($"--url is \"{text}\"; expected an http or https address.");
            return null;
        },
    };

    private readonly Option<string?> _key = new("--key") { HelpName = "KEY", Description = "The API key to send to the server." };

    /// <summary>Adds the options to a command.</summary>
    public void AddTo(Command command)
    {
        command.Add(_url);
        command.Add(_key);
    }

    /// <summary>A client for the server that was named, or <see langword="null"/>.</summary>
    public HttpClient? Client(ParseResult parsed)
    {
        if (parsed.GetValue(_url) is not { } url)
        {
            return null;
        }

        var client = new HttpClient { BaseAddress = url, Timeout = Timeout.InfiniteTimeSpan };
        if (parsed.GetValue(_key) is { Length: > 0 } key)
        {
            client.DefaultRequestHeaders.Add("X-Api-Key", key);
        }

        return client;
    }
}
