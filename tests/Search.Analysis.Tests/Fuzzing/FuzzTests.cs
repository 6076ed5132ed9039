using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;
using CsCheck;
using Search.Vietnamese.Tokens;

namespace Search.Analysis.Tests.Fuzzing;

/// <summary>Random and mutated input through every public function of both libraries. FUZZ_INPUTS=1000000 asks for as many inputs.</summary>
public sealed class FuzzTests
{
    private static readonly long Inputs =
        Environment.GetEnvironmentVariable("FUZZ_INPUTS") is { Length: > 0 } count ? long.Parse(count, CultureInfo.InvariantCulture) : 5_000;

    [Fact]
    public void No_public_function_throws_what_it_does_not_document() =>
        FuzzInput.Any.Sample(
            input =>
            {
                foreach (PublicFunction function in PublicFunctions.All)
                {
                    try
                    {
                        function.Call(input);
                    }
                    catch (Exception exception)
                    {
                        throw new InvalidOperationException($"{function.Names} failed: {exception.Message}", exception);
                    }
                }
            },
            iter: Inputs,
            print: Print);

    [Fact]
    public void All_public_functions_are_called() =>
        Assert.Equal(
            new[] { typeof(VietnameseTokenScanner), typeof(VietnameseAnalyzer) }.SelectMany(type => Functions(type.Assembly)).Distinct().Order(StringComparer.Ordinal),
            PublicFunctions.All.SelectMany(function => function.Names.Split(' ')).Distinct().Order(StringComparer.Ordinal));

    /// <summary>What is written as a method: no accessors, no members that the compiler gives a record, nothing of <see cref="object"/>.</summary>
    private static IEnumerable<string> Functions(Assembly assembly) =>
        from type in assembly.GetExportedTypes()
        where !type.IsEnum && !type.IsSubclassOf(typeof(Delegate))
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance | BindingFlags.DeclaredOnly)
        where !method.IsSpecialName && method.GetBaseDefinition().DeclaringType != typeof(object) && !method.IsDefined(typeof(CompilerGeneratedAttribute))
        select $"{type.Name}.{method.Name}";

    private static string Print(FuzzInput input) =>
        $"{Escape(input.Text)}\n{Escape(input.Word)}\n{Convert.ToHexString(input.Bytes)}";

    private static string Escape(string text) =>
        string.Concat(text.Select(c => c is >= ' ' and < '\u007f' ? c.ToString() : $"\\u{(int)c:x4}"));
}
