namespace Search.Engine.Articles;

/// <summary>The searched text fields of an article; the value is the index into <see cref="ArticleSchema.TokenFields"/>.</summary>
internal enum TextField
{
    Title,
    Lead,
    Body,
}
