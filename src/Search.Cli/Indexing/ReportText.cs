using System.Globalization;

namespace Search.Cli.Indexing;

/// <summary>The closing report for people.</summary>
internal static class ReportText
{
    private static readonly string[] Columns = ["read", "created", "updated", "unchanged", "rejected"];

    /// <summary>Writes a table by format, what was converted, met twice, rejected and passed over and why, and the sum.</summary>
    public static void Write(IndexReport report, TextWriter output)
    {
        if (report.Formats.Count > 0)
        {
            WriteRow(output, "format", Columns);
            foreach (FormatCounts counts in report.Formats)
            {
                WriteRow(output, counts.Format.Length > 0 ? counts.Format : "-", Numbers(counts.Read, counts.Created, counts.Updated, counts.Unchanged, counts.Rejected));
            }

            output.WriteLine();
        }

        if (report.Encodings.Count > 0)
        {
            output.WriteLine($"converted or repaired: {string.Join(", ", report.Encodings.Select(static each => $"{each.Encoding} {Number(each.Count)}"))}");
        }

        if (report.Duplicates > 0)
        {
            output.WriteLine($"met more than once, where the last form stays: {Number(report.Duplicates)}");
            WriteInputs(output, report.DuplicateInputs, report.Duplicates, hasReasons: true);
        }

        foreach (ReasonCount reason in report.Reasons)
        {
            output.WriteLine($"rejected {Number(reason.Count)}{(reason.Format.Length > 0 ? $" ({reason.Format})" : "")}: {reason.Reason}");
            WriteInputs(output, reason.First, reason.Count, hasReasons: reason.First.Any(input => input.Reason != reason.Reason));
        }

        foreach (ReasonCount reason in report.PassedOverReasons)
        {
            output.WriteLine($"passed over {Number(reason.Count)}: {reason.Reason}");
        }

        if (report.Seconds > 0)
        {
            output.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{report.Bytes / 1e6:0.0} MB in {report.Seconds:0.0} s: {report.Bytes / 1e6 / report.Seconds:0.0} MB/s, {report.Read / report.Seconds:0} inputs/s"));
        }

        output.WriteLine(report.ToString());
    }

    private static void WriteInputs(TextWriter output, IReadOnlyList<NamedInput> first, int count, bool hasReasons)
    {
        foreach (NamedInput input in first)
        {
            output.WriteLine(hasReasons ? $"    {input.Input}: {input.Reason}" : $"    {input.Input}");
        }

        if (count > first.Count)
        {
            output.WriteLine($"    and {Number(count - first.Count)} more");
        }
    }

    private static void WriteRow(TextWriter output, string name, IEnumerable<string> cells) =>
        output.WriteLine($"{name,-8}{string.Concat(cells.Select(static cell => $"{cell,11}"))}");

    private static IEnumerable<string> Numbers(params int[] numbers) => numbers.Select(Number);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
