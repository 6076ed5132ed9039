namespace Search.Engine.Articles;

/// <summary>Some of the text fields.</summary>
[Flags]
internal enum TextFields
{
    None = 0,
    Title = 1 << (int)TextField.Title,
    Lead = 1 << (int)TextField.Lead,
    Body = 1 << (int)TextField.Body,
    All = Title | Lead | Body,
}

/// <summary>Asks whether a field is among some.</summary>
internal static class TextFieldSets
{
    public static bool Contains(this TextFields fields, TextField field) => (fields & (TextFields)(1 << (int)field)) != 0;
}
