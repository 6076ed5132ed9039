using Search.Answers;

namespace Search.Server.Problems;

/// <summary>A kind of problem that the API reports: a row of the table that <c>/problems</c> shows.</summary>
/// <param name="Name">The last part of its address; never changes.</param>
/// <param name="Status">The HTTP status it comes with.</param>
/// <param name="Title">The same for every occurrence.</param>
/// <param name="Meaning">What happened, and what the caller can do about it.</param>
internal sealed record ProblemType(string Name, int Status, Wording Title, Wording Meaning)
{
    public static readonly ProblemType InvalidParameters = new(
        "invalid-parameters", StatusCodes.Status400BadRequest,
        new("Parameters are invalid.", "Tham số không hợp lệ."),
        new("A parameter is unknown, malformed or out of range. The member \"errors\" says by parameter what was found and what is expected.",
            "Có tham số không tồn tại, viết sai hoặc ngoài khoảng cho phép. Mục \"errors\" nói rõ từng tham số: đã nhận được gì và cần gì."));

    public static readonly ProblemType InvalidQuery = new(
        "invalid-query", StatusCodes.Status400BadRequest,
        new("The query is invalid.", "Câu tìm không hợp lệ."),
        new("The query is in the analysts' language (syntax=advanced) and something is wrong with it. \"kind\" names the error; \"start\" and \"length\" tell where it is in the query, "
            + "in UTF-16 code units from 0; \"found\" what stands there; \"expected\" what could stand there instead.",
            "Câu tìm viết theo cú pháp nâng cao (syntax=advanced) và có lỗi. \"kind\" là loại lỗi; \"start\" và \"length\" cho biết chỗ sai trong câu tìm, tính bằng đơn vị mã UTF-16 từ 0; "
            + "\"found\" là phần viết ở đó; \"expected\" là những gì có thể viết thay."));

    public static readonly ProblemType MalformedRequest = new(
        "malformed-request", StatusCodes.Status400BadRequest,
        new("The request is malformed.", "Yêu cầu viết sai."),
        new("The body is no JSON object, or the request breaks the rules of HTTP.",
            "Phần thân không phải là một đối tượng JSON, hoặc yêu cầu không đúng quy tắc HTTP."));

    public static readonly ProblemType InvalidArticle = new(
        "invalid-article", StatusCodes.Status400BadRequest,
        new("The article is invalid.", "Bài viết không hợp lệ."),
        new("The JSON is malformed or breaks a rule for articles; nothing was stored. The member \"errors\" says by field what is wrong.",
            "JSON viết sai hoặc trái quy định cho bài viết; không có gì được lưu. Mục \"errors\" nói rõ từng trường sai ở đâu."));

    public static readonly ProblemType KeyNeeded = new(
        "key-needed", StatusCodes.Status401Unauthorized,
        new("A key is needed.", "Cần có khóa."),
        new("Send a key of this service in the header X-Api-Key, or as Authorization: Bearer.",
            "Hãy gửi khóa của dịch vụ trong tiêu đề X-Api-Key, hoặc Authorization: Bearer."));

    public static readonly ProblemType ScopeMissing = new(
        "scope-missing", StatusCodes.Status403Forbidden,
        new("The key does not allow this.", "Khóa không cho phép việc này."),
        new("The key is known, but lacks the scope that the request needs: search, write or admin.",
            "Khóa đúng nhưng thiếu quyền mà yêu cầu cần: search, write hoặc admin."));

    public static readonly ProblemType NoKeyConfigured = new(
        "no-key-configured", StatusCodes.Status403Forbidden,
        new("No key is configured that allows this.", "Chưa cấu hình khóa nào cho phép việc này."),
        new("Nobody can do this before a key with the right scope is in the configuration of the service; the detail says how to make one.",
            "Chưa ai làm được việc này khi trong cấu hình chưa có khóa với quyền tương ứng; phần \"detail\" hướng dẫn cách tạo."));

    public static readonly ProblemType ReadOnly = new(
        "read-only", StatusCodes.Status403Forbidden,
        new("The service is read-only.", "Dịch vụ chỉ cho đọc."),
        new("The service was started with Search:ReadOnly and takes no writes.",
            "Dịch vụ được khởi động với Search:ReadOnly nên không nhận ghi."));

    public static readonly ProblemType ArticleNotFound = new(
        "article-not-found", StatusCodes.Status404NotFound,
        new("There is no such article.", "Không có bài viết này."),
        new("No article has this id; it may have been deleted.", "Không có bài nào mang mã này; có thể bài đã bị xóa."));

    public static readonly ProblemType SavedSearchNotFound = new(
        "saved-search-not-found", StatusCodes.Status404NotFound,
        new("There is no such saved search.", "Không có tìm kiếm đã lưu này."),
        new("No search is saved under this name; /api/saved lists those that are.", "Không có tìm kiếm nào được lưu với tên này; xem danh sách tại /api/saved."));

    public static readonly ProblemType NotFound = new(
        "not-found", StatusCodes.Status404NotFound,
        new("There is nothing at this address.", "Không có gì ở địa chỉ này."),
        new("The path is no route of the API; /openapi/v1.json lists them all.",
            "Đường dẫn không thuộc API; xem danh sách tại /openapi/v1.json."));

    public static readonly ProblemType MethodNotAllowed = new(
        "method-not-allowed", StatusCodes.Status405MethodNotAllowed,
        new("The method is not allowed here.", "Phương thức không dùng được ở đây."),
        new("The route exists, but not with this HTTP method; the header Allow lists those it has.",
            "Đường dẫn có tồn tại nhưng không nhận phương thức HTTP này; tiêu đề Allow liệt kê các phương thức được nhận."));

    public static readonly ProblemType TooManySavedSearches = new(
        "too-many-saved-searches", StatusCodes.Status409Conflict,
        new("Too many searches are saved.", "Đã lưu quá nhiều tìm kiếm."),
        new("There are 1,000 saved searches, as many as there may be. Delete one first.", "Đã có 1.000 tìm kiếm được lưu, là số tối đa. Hãy xóa bớt trước."));

    public static readonly ProblemType CursorExpired = new(
        "cursor-expired", StatusCodes.Status410Gone,
        new("The cursor has expired.", "Con trỏ (cursor) đã hết hạn."),
        new("The state of the archive that the cursor goes on in is not kept any more: five minutes have passed since its last use, too many others were kept, or deleted texts "
            + "were purged. Begin again without cursor.",
            "Trạng thái kho bài mà cursor chỉ tới không còn được giữ: đã quá năm phút từ lần dùng cuối, có quá nhiều trạng thái khác, hoặc văn bản đã xóa vừa được xóa hẳn. "
            + "Hãy bắt đầu lại không có cursor."));

    public static readonly ProblemType TooLarge = new(
        "too-large", StatusCodes.Status413PayloadTooLarge,
        new("The request is too large.", "Yêu cầu quá lớn."),
        new("An article, or a line of a bulk request, has at most 5 MiB (5,242,880 bytes); other bodies less.",
            "Một bài viết, hay một dòng khi gửi hàng loạt, có tối đa 5 MiB (5.242.880 byte); các yêu cầu khác ít hơn."));

    public static readonly ProblemType UnsupportedMediaType = new(
        "unsupported-media-type", StatusCodes.Status415UnsupportedMediaType,
        new("The content type is not supported.", "Kiểu nội dung không được hỗ trợ."),
        new("Send Content-Type: application/json, for a bulk request application/x-ndjson, in UTF-8.",
            "Hãy gửi Content-Type: application/json, khi gửi hàng loạt là application/x-ndjson, với mã UTF-8."));

    public static readonly ProblemType TooManyExports = new(
        "too-many-exports", StatusCodes.Status429TooManyRequests,
        new("Too many exports are running.", "Có quá nhiều lượt xuất dữ liệu."),
        new("As many exports as Search:MostExports allows are being sent. Try again after the seconds in Retry-After.",
            "Số lượt xuất dữ liệu đang chạy đã bằng Search:MostExports. Hãy thử lại sau số giây trong Retry-After."));

    public static readonly ProblemType TooManyRequests = new(
        "too-many-requests", StatusCodes.Status429TooManyRequests,
        new("Too many requests.", "Quá nhiều yêu cầu."),
        new("This caller has sent more requests than Search:RateLimit:PermitsPerSecond allows. Try again after the seconds in Retry-After.",
            "Nơi gửi này đã vượt số yêu cầu mỗi giây cho phép (Search:RateLimit:PermitsPerSecond). Hãy thử lại sau số giây trong Retry-After."));

    public static readonly ProblemType Internal = new(
        "internal-error", StatusCodes.Status500InternalServerError,
        new("Internal error.", "Lỗi bên trong."),
        new("The service failed; its log says why. Whether a write took effect is not certain: sending it again does no harm.",
            "Dịch vụ gặp lỗi; nguyên nhân có trong nhật ký. Không chắc việc ghi đã có hiệu lực: gửi lại không gây hại gì."));

    public static readonly ProblemType IndexDamaged = new(
        "index-damaged", StatusCodes.Status500InternalServerError,
        new("The index is damaged.", "Chỉ mục bị hỏng."),
        new("A part of the index cannot be read any more. What can be read is served, and nothing is written until the operator restores the index from a snapshot; /api/status names the damage.",
            "Một phần chỉ mục không còn đọc được. Phần đọc được vẫn phục vụ tìm kiếm, nhưng không nhận ghi cho đến khi chỉ mục được khôi phục từ bản chụp; xem chỗ hỏng tại /api/status."));

    public static readonly ProblemType StorageFailed = new(
        "storage-failed", StatusCodes.Status503ServiceUnavailable,
        new("The disk does not take writes.", "Ổ đĩa không nhận ghi."),
        new("What was sent could not be made durable: the disk refuses to write, or the system has no more memory or file handles. Searches go on. Send it again after the seconds in Retry-After: that does no harm, also "
            + "if it took effect.",
            "Dữ liệu gửi đến chưa được ghi bền vững: ổ đĩa từ chối ghi, hoặc hệ thống hết bộ nhớ hay số tệp được mở. Tìm kiếm vẫn hoạt động. Hãy gửi lại sau số giây trong Retry-After: gửi lại không gây hại gì, kể cả khi "
            + "lần trước đã có hiệu lực."));

    public static readonly ProblemType DiskFull = new(
        "disk-full", StatusCodes.Status507InsufficientStorage,
        new("The disk is full.", "Ổ đĩa đã đầy."),
        new("What was sent could not be made durable. Searches go on, and writes do as soon as there is room. Sending it again does no harm, also if it took effect.",
            "Dữ liệu gửi đến chưa được ghi bền vững. Tìm kiếm vẫn hoạt động, và việc ghi sẽ tiếp tục khi có chỗ trống. Gửi lại không gây hại gì, kể cả khi lần trước đã có hiệu lực."));

    public static readonly ProblemType IndexNotReady = new(
        "index-not-ready", StatusCodes.Status503ServiceUnavailable,
        new("The index is not ready yet.", "Chỉ mục chưa sẵn sàng."),
        new("The service has just started and is filling its index. Try again after the seconds in Retry-After; /api/status shows how far it is.",
            "Dịch vụ vừa khởi động và đang lập chỉ mục. Hãy thử lại sau số giây trong Retry-After; xem tiến độ tại /api/status."));

    public static readonly ProblemType Overloaded = new(
        "overloaded", StatusCodes.Status503ServiceUnavailable,
        new("The service is busy.", "Dịch vụ đang bận."),
        new("As many requests as can be answered in time are waiting already. Try again after the seconds in Retry-After.",
            "Số yêu cầu đang chờ đã đến mức có thể trả lời kịp. Hãy thử lại sau số giây trong Retry-After."));

    public static readonly ProblemType QueryTimeout = new(
        "query-timeout", StatusCodes.Status503ServiceUnavailable,
        new("The search took too long.", "Tìm kiếm quá lâu."),
        new("The search was stopped after Search:QueryTimeout. Use fewer or rarer words, or try again when the service is less busy.",
            "Việc tìm kiếm bị dừng sau Search:QueryTimeout. Hãy dùng ít từ hơn hoặc từ hiếm hơn, hay thử lại khi dịch vụ bớt bận."));

    /// <summary>The whole table, in the order of the statuses.</summary>
    public static IReadOnlyList<ProblemType> All { get; } =
    [
        InvalidParameters, InvalidQuery, MalformedRequest, InvalidArticle, KeyNeeded, ScopeMissing, NoKeyConfigured, ReadOnly, ArticleNotFound, SavedSearchNotFound, NotFound,
        MethodNotAllowed, TooManySavedSearches, CursorExpired, TooLarge, UnsupportedMediaType, TooManyRequests, TooManyExports, Internal, IndexDamaged, IndexNotReady, StorageFailed, Overloaded, QueryTimeout, DiskFull,
    ];

    /// <summary>What can keep a write from being made.</summary>
    public static ProblemType[] OfWrites { get; } = [ReadOnly, IndexDamaged, StorageFailed, Overloaded, DiskFull];

    /// <summary>The address that documents it, and the <c>type</c> of its problem objects.</summary>
    public string Address => "/problems/" + Name;

    /// <summary>The kind that a bare HTTP status stands for.</summary>
    public static ProblemType OfStatus(int status) => status switch
    {
        StatusCodes.Status401Unauthorized => KeyNeeded,
        StatusCodes.Status403Forbidden => ScopeMissing,
        StatusCodes.Status404NotFound => NotFound,
        StatusCodes.Status405MethodNotAllowed => MethodNotAllowed,
        StatusCodes.Status410Gone => CursorExpired,
        StatusCodes.Status413PayloadTooLarge => TooLarge,
        StatusCodes.Status415UnsupportedMediaType => UnsupportedMediaType,
        StatusCodes.Status429TooManyRequests => TooManyRequests,
        StatusCodes.Status503ServiceUnavailable => IndexNotReady,
        >= 500 => Internal,
        _ => MalformedRequest with { Status = status },
    };
}
