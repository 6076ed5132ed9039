using System.CommandLine;
using System.Text;
using Search.Vietnamese.Encodings;

namespace Search.Cli.Commands;

/// <summary><c>search decode</c>: turns text in an old encoding, or damaged on its way, into UTF-8.</summary>
internal static class DecodeCommand
{
    private const string Auto = "auto";
    private const string StandardInput = "-";

    public static Command Create()
    {
        var file = new Argument<string>("FILE") { Description = "The file to read; - reads standard input." };
        var from = new Option<string>("--from")
        {
            HelpName = $"{Auto}|{string.Join('|', TextEncoding.All)}",
            Description = "The encoding of the file. By default it is found, and damage is repaired: UTF-8 read as Windows-1252, old bytes shown as Latin-1, character references.",
            DefaultValueFactory = _ => Auto,
        };
        from.Validators.Add(option =>
        {
            string name = option.GetValueOrDefault<string>();
            if (name != Auto && !TextEncoding.TryFind(name, out _))
            {
                option.AddError($"--from is \"{name}\"; expected one of: {Auto}, {string.Join(", ", TextEncoding.All)}.");
            }
        });
        var command = new Command("decode", "Prints a text as UTF-8, and on standard error the encoding it was in.") { file, from };
        command.SetAction((parsed, cancellation) => RunAsync(parsed.GetRequiredValue(file), parsed.GetRequiredValue(from), cancellation));
        return command;
    }

    private static async Task<int> RunAsync(string file, string from, CancellationToken cancellation)
    {
        byte[] bytes = await ReadAsync(file, cancellation);
        (TextEncoding? encoding, string text, string repairs) = TextEncoding.TryFind(from, out TextEncoding? named) ? (named, named.Decode(bytes), "") : Find(bytes);
        if (encoding is null)
        {
            string name = file == StandardInput ? "standard input" : file;
            await Console.Error.WriteLineAsync($"The encoding of {name} was not found: none gives Vietnamese words. If you know it, name it with --from.");
            return 1;
        }

        await Console.Error.WriteLineAsync($"encoding: {encoding}");
        if (repairs.Length > 0)
        {
            await Console.Error.WriteLineAsync($"repaired: {repairs}");
        }

        await using Stream output = Console.OpenStandardOutput();
        await output.WriteAsync(Encoding.UTF8.GetBytes(text), cancellation);
        return 0;
    }

    private static (TextEncoding? Encoding, string Text, string Repairs) Find(byte[] bytes)
    {
        if (EncodingDetector.Detect(bytes) is not { } detected)
        {
            return (null, "", "");
        }

        RepairedText repaired = TextRepair.Repair(detected.Text);
        return (detected.Encoding, repaired.Text, repaired.IsRepaired ? repaired.Label : "");
    }

    private static async Task<byte[]> ReadAsync(string file, CancellationToken cancellation)
    {
        if (file != StandardInput)
        {
            return await File.ReadAllBytesAsync(file, cancellation);
        }

        await using Stream input = Console.OpenStandardInput();
        using var bytes = new MemoryStream();
        await input.CopyToAsync(bytes, cancellation);
        return bytes.ToArray();
    }
}
