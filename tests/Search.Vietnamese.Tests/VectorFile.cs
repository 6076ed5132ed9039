using System.Text.Json;
using Xunit.Abstractions;
using Xunit.Sdk;

namespace Search.Vietnamese.Tests;

/// <summary>One file of test vectors: from the folder that VIETNAMESE_VECTORS names, else from the project's own copy.</summary>
internal static class VectorFile
{
    private static readonly string Folder =
        Environment.GetEnvironmentVariable("VIETNAMESE_VECTORS") is { Length: > 0 } named ? named : Path.Combine(AppContext.BaseDirectory, "vectors");

    public static bool Exists(string fileName) => File.Exists(Path.Combine(Folder, fileName));

    /// <summary>The rows as named cells.</summary>
    public static TheoryData<VectorRow> Rows(string fileName)
    {
        var rows = new TheoryData<VectorRow>();
        string[] lines = File.ReadAllText(Path.Combine(Folder, fileName)).TrimEnd('\n').Split('\n');
        string[] columns = lines[0].Split('\t');
        for (int i = 1; i < lines.Length; i++)
        {
            rows.Add(new VectorRow(i + 1, columns, lines[i].Split('\t')));
        }

        return rows;
    }
}

/// <summary>A row whose cells are JSON string bodies, but for columns named <c>*_json</c>.</summary>
public sealed class VectorRow(int line, string[] columns, string[] cells)
{
    public string this[string column]
    {
        get
        {
            int index = Array.IndexOf(columns, column);
            string cell = index < cells.Length ? cells[index] : "";
            return column.EndsWith("_json", StringComparison.Ordinal) ? cell : Unescape(cell);
        }
    }

    /// <summary>Raw cells, so that a test's name shows combining marks as escapes.</summary>
    public override string ToString() => $"line {line}: {string.Join(" | ", cells)}";

    private static string Unescape(string cell)
    {
        if (!cell.Contains('\\', StringComparison.Ordinal))
        {
            return cell;
        }

        // JsonSerializer refuses lone surrogates, which some rows hold on purpose: they are unescaped by hand.
        var text = new System.Text.StringBuilder();
        for (int i = 0; i < cell.Length; i++)
        {
            if (cell[i] == '\\' && cell[i + 1] == 'u')
            {
                text.Append((char)Convert.ToInt32(cell.Substring(i + 2, 4), 16));
                i += 5;
            }
            else if (cell[i] == '\\')
            {
                text.Append(JsonSerializer.Deserialize<string>($"\"{cell.AsSpan(i, 2)}\""));
                i++;
            }
            else
            {
                text.Append(cell[i]);
            }
        }

        return text.ToString();
    }
}

/// <summary>A theory over the rows of a vector file; where the folder lacks the file, there is no test.</summary>
[XunitTestCaseDiscoverer("Search.Vietnamese.Tests.VectorTheoryDiscoverer", "Search.Vietnamese.Tests")]
public sealed class VectorTheoryAttribute(string fileName) : TheoryAttribute
{
    public string FileName { get; } = fileName;
}

public sealed class VectorTheoryDiscoverer(IMessageSink diagnostics) : TheoryDiscoverer(diagnostics)
{
    public override IEnumerable<IXunitTestCase> Discover(ITestFrameworkDiscoveryOptions discoveryOptions, ITestMethod testMethod, IAttributeInfo theoryAttribute) =>
        VectorFile.Exists((string)theoryAttribute.GetConstructorArguments().Single()) ? base.Discover(discoveryOptions, testMethod, theoryAttribute) : [];
}
