namespace Search.Engine.Indexing;

/// <summary>How far long work is.</summary>
/// <param name="Done">Units finished.</param>
/// <param name="Of">Units in all.</param>
public readonly record struct WorkProgress(long Done, long Of);
