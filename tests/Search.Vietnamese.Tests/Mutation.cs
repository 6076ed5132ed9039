using System.Globalization;
using CsCheck;

namespace Search.Vietnamese.Tests;

/// <summary>Input for laws that must hold for any input: text that means something, damaged at random.</summary>
internal static class Mutation
{
    /// <summary>The number of inputs for a law: a fast part, or as many as SEARCH_FUZZ_RUNS says.</summary>
    public static long Runs { get; } =
        Environment.GetEnvironmentVariable("SEARCH_FUZZ_RUNS") is { Length: > 0 } runs ? long.Parse(runs, CultureInfo.InvariantCulture) : 2_000;

    /// <summary>Text with up to five places where characters were put in, left out, doubled, or exchanged with others.</summary>
    public static Gen<string> OfText(Gen<string> texts, Gen<char> strangers) => Of(texts.Select(text => text.ToCharArray()), strangers).Select(chars => new string(chars));

    /// <summary>As <see cref="OfText"/>, for bytes.</summary>
    public static Gen<byte[]> OfBytes(Gen<byte[]> bytes) => Of(bytes, Gen.Byte);

    private static Gen<T[]> Of<T>(Gen<T[]> inputs, Gen<T> strangers) =>
        Gen.Select(inputs, Gen.Select(Gen.UInt, Gen.UInt, strangers).Array[0, 5], (input, edits) => edits.Aggregate(input, (changed, edit) => Edit(changed, edit.Item1, edit.Item2, edit.Item3)));

    private static T[] Edit<T>(T[] input, uint kind, uint place, T stranger)
    {
        int at = (int)(place % (uint)(input.Length + 1));
        int end = Math.Min(input.Length, at + 1 + (int)(kind / 5 % 4));
        return (kind % 5) switch
        {
            0 => [.. input[..at], stranger, .. input[at..]],
            1 => [.. input[..at], .. input[end..]],
            2 => [.. input[..end], .. input[at..]],
            3 => at < input.Length ? [.. input[..at], stranger, .. input[(at + 1)..]] : input,
            _ => [.. input[at..], .. input[..at]],
        };
    }
}
