using Search.Engine.Querying;

namespace Search.Answers;

/// <summary>Says to people what is wrong with a query in the analysts' language.</summary>
public static class QueryErrorWording
{
    /// <summary>UTF-16 code units of the query that a message repeats.</summary>
    private const int LongestQuotation = 60;

    /// <summary>What is wrong and where, what was found and what was expected, in one or two sentences.</summary>
    public static Wording Of(QueryError error)
    {
        Wording fault = Fault(error);
        IReadOnlyList<Wording> expected = Expected(error);
        return new(
            $"The query is wrong at offset {error.Start}: {fault.English}." + (expected.Count == 0 ? "" : $" Expected {string.Join(", or ", expected.Select(each => each.English))}."),
            $"Câu tìm sai ở vị trí {error.Start}: {fault.Vietnamese}." + (expected.Count == 0 ? "" : $" Cần {string.Join(", hoặc ", expected.Select(each => each.Vietnamese))}."));
    }

    /// <summary>What could stand there; any of it will do.</summary>
    public static IReadOnlyList<Wording> Expected(QueryError error) => [.. error.Expected.Select(each => Expected(each, error.Kind))];

    private static Wording Fault(QueryError error)
    {
        string found = $"“{WellFormedText.Of(error.Found.Length > LongestQuotation ? error.Found[..LongestQuotation] + "…" : error.Found)}”";
        bool isAtEnd = error.Found.Length == 0;
        return error.Kind switch
        {
            QueryErrorKind.LoneSign => new($"{found} stands alone and says nothing", $"{found} đứng một mình nên không có nghĩa"),
            QueryErrorKind.UnclosedGroup => new("this parenthesis is never closed", "dấu ngoặc này không được đóng"),
            QueryErrorKind.UnclosedQuote => new("this quotation mark has no second one", "dấu ngoặc kép này không có dấu thứ hai"),
            QueryErrorKind.MalformedRange when isAtEnd => new("the range breaks off", "khoảng ngày viết dở"),
            QueryErrorKind.MalformedRange => new($"{found} cannot stand there in a range", $"{found} không thể đứng ở đó trong khoảng ngày"),
            QueryErrorKind.NothingToSearch => new($"{found} has no letter or digit to search for", $"{found} không có chữ hay số nào để tìm"),
            QueryErrorKind.UnknownField => new($"there is no field {found}", $"không có trường {found}"),
            QueryErrorKind.InvalidDate => new($"{found} is no date", $"{found} không phải là ngày tháng"),
            QueryErrorKind.EmptyRange => new($"the range {found} ends before it begins", $"khoảng {found} kết thúc trước khi bắt đầu"),
            QueryErrorKind.InvalidDistance when isAtEnd => new("the distance is missing", "thiếu khoảng cách"),
            QueryErrorKind.InvalidDistance => new($"{found} has no valid distance", $"{found} không có khoảng cách hợp lệ"),
            QueryErrorKind.InvalidBoost when isAtEnd => new("the boost is missing", "thiếu hệ số"),
            QueryErrorKind.InvalidBoost => new($"{found} is no valid boost", $"{found} không phải là hệ số hợp lệ"),
            QueryErrorKind.InvalidFuzzy => new($"{found} cannot be searched fuzzily", $"không thể tìm gần đúng {found}"),
            QueryErrorKind.LeadingWildcard => new($"{found} begins with a wildcard", $"{found} bắt đầu bằng ký tự đại diện"),
            QueryErrorKind.NotPositional => new($"{found} stands nowhere in a text, so nothing is near to it", $"{found} không có chỗ đứng trong văn bản nên không thể ở gần từ nào"),
            QueryErrorKind.TooManyTerms => new($"{found} stands for too many words of the archive", $"{found} ứng với quá nhiều từ trong kho"),
            QueryErrorKind.TooManyWords => new("the query has too many words", "câu tìm có quá nhiều từ"),
            QueryErrorKind.TooDeep => new("too many parentheses stand inside each other", "quá nhiều dấu ngoặc lồng nhau"),
            QueryErrorKind.TooLong => new("the query is too long", "câu tìm quá dài"),
            _ when isAtEnd => new("it ends too early", "câu tìm viết dở"),
            _ => new($"{found} cannot stand there", $"{found} không thể đứng ở đó"),
        };
    }

    private static Wording Expected(QueryExpectation expected, QueryErrorKind kind) => expected switch
    {
        QueryExpectation.Operand => new(
            "a word, a phrase in quotation marks, a field or a group in parentheses", "một từ, một cụm từ trong ngoặc kép, một trường hoặc một nhóm trong ngoặc đơn"),
        QueryExpectation.PositionalOperand => new(
            "a word, a phrase in quotation marks or some of them joined by OR", "một từ, một cụm từ trong ngoặc kép hoặc vài từ nối bằng OR"),
        QueryExpectation.Character => new("a character behind the backslash", "một ký tự sau dấu gạch chéo ngược"),
        QueryExpectation.ClosingParenthesis => new("a closing parenthesis", "dấu đóng ngoặc"),
        QueryExpectation.ClosingQuotationMark => new("a second quotation mark", "dấu ngoặc kép thứ hai"),
        QueryExpectation.ClosingBracket => new("“]” or “}”", "“]” hoặc “}”"),
        QueryExpectation.FieldName => new(
            "title, lead, body, category, source, author, tag, id or date before the colon; where the colon is text, quotation marks",
            "tiêu-đề, sapo, nội-dung, chuyên-mục, nguồn, tác-giả, thẻ, mã hoặc ngày trước dấu hai chấm; nếu dấu hai chấm thuộc về văn bản thì cần ngoặc kép"),
        QueryExpectation.Value => new("a value, in quotation marks if it has spaces", "một giá trị, đặt trong ngoặc kép nếu có dấu cách"),
        QueryExpectation.Date => new("a year, month or day such as 2023, 2023-11 or 2023-11-30", "một năm, tháng hoặc ngày, viết như 2023, 2023-11 hoặc 2023-11-30"),
        QueryExpectation.RangeSeparator => new("TO between two dates", "TO giữa hai ngày"),
        QueryExpectation.LaterDate => new("a last day that is not before the first", "ngày cuối không trước ngày đầu"),
        QueryExpectation.Distance => new(
            $"a whole number from 0 to {QueryLimits.LongestDistance}, as in NEAR/5 or \"…\"~5", $"một số nguyên từ 0 đến {QueryLimits.LongestDistance}, như trong NEAR/5 hoặc \"…\"~5"),
        QueryExpectation.Boost => new($"a number from 0.01 to {QueryLimits.LargestBoost}", $"một số từ 0,01 đến {QueryLimits.LargestBoost}"),
        QueryExpectation.FuzzyWord => new("one word, and behind ~ nothing or 1", "một từ, và sau dấu ~ không có gì hoặc là 1"),
        QueryExpectation.LeadingLetter => new("a letter or digit before the first * or ?", "một chữ hoặc số trước dấu * hoặc ? đầu tiên"),
        QueryExpectation.LessThanLimit => Limit(kind),
        _ => throw new ArgumentOutOfRangeException(nameof(expected), expected, null),
    };

    private static Wording Limit(QueryErrorKind kind) => kind switch
    {
        QueryErrorKind.TooManyTerms => new(
            $"at most {QueryLimits.MostTerms} words for all wildcards and fuzzy words together: write more letters",
            $"tối đa {QueryLimits.MostTerms} từ cho tất cả ký tự đại diện và từ gần đúng: hãy viết thêm chữ"),
        QueryErrorKind.TooManyWords => new($"at most {QueryLimits.MostWords} words", $"tối đa {QueryLimits.MostWords} từ"),
        QueryErrorKind.TooDeep => new($"at most {QueryLimits.DeepestNesting}", $"tối đa {QueryLimits.DeepestNesting}"),
        _ => new($"at most {QueryLimits.LongestQuery} characters (UTF-16 code units)", $"tối đa {QueryLimits.LongestQuery} ký tự (đơn vị mã UTF-16)"),
    };
}
