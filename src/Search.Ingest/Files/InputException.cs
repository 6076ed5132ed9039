namespace Search.Ingest.Files;

/// <summary>A content that cannot be read on; the message is a sentence for the report.</summary>
internal class InputException(string message) : IOException(message);
