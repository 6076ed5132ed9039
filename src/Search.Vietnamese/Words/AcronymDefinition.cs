namespace Search.Vietnamese.Words;

/// <summary>A place of a text that says what an acronym stands for: <c>Liên đoàn Lao động (LĐLĐ)</c>.</summary>
/// <param name="Acronym">The short form, normalized, as written: <c>TP.HCM</c>.</param>
/// <param name="LongForm">The words it stands for, normalized, as written, joined by one space each.</param>
/// <param name="Skipped">Words of the long form that no letter stands for; up to three function words (<i>và</i>, <i>của</i>) are not counted.</param>
/// <param name="Loose">Letters D that stand for đ, as in HDND.</param>
public sealed record AcronymDefinition(string Acronym, string LongForm, int Skipped, int Loose);
