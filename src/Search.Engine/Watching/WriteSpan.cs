namespace Search.Engine.Watching;

/// <summary>The writes that an archive holds, by their numbers.</summary>
/// <remarks>Every write of an article gets a number greater than all before it: microseconds since 1970, or one more than the last where that is later. So numbers also
/// grow where an index was made anew or restored from a copy: what was written since goes behind what was written before.</remarks>
/// <param name="Began">When the index was made: all its writes are behind.</param>
/// <param name="Last">Where searches are: they see every write up to it.</param>
public readonly record struct WriteSpan(long Began, long Last);
