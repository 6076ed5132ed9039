using Lucene.Net.Util;

namespace Search.Engine.Indexing;

/// <summary>A content of an article in the index.</summary>
/// <param name="Hash">Its <see cref="Articles.ArticleSchema.HashOf"/>.</param>
/// <param name="Made">The number of the write that made the article.</param>
/// <param name="Written">The number of the write of this content.</param>
internal sealed record ArticleVersion(BytesRef Hash, long Made, long Written);
