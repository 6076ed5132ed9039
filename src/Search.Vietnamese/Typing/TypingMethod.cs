namespace Search.Vietnamese.Typing;

/// <summary>A convention for writing Vietnamese letters with ASCII keys.</summary>
public enum TypingMethod
{
    /// <summary>Letters stand for marks: <c>ddoois</c> is <c>đối</c>. The most common one.</summary>
    Telex,

    /// <summary>Digits stand for marks: <c>d9o61i</c>.</summary>
    Vni,

    /// <summary>Punctuation stands for marks: <c>ddo^'i</c>. Source: RFC 1456.</summary>
    Viqr,
}
