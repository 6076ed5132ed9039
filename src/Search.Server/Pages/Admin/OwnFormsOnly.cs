using Search.Answers;
using Search.Server.Hosting;

namespace Search.Server.Pages.Admin;

/// <summary>Filter that takes forms from the pages of this service only, and keeps what it answers out of caches.</summary>
/// <remarks>Against forged requests this and the cookie's <c>SameSite=Strict</c> are enough, without a token in each form: every browser names the origin of the page
/// in a POST, and no page can name another. It also covers what a session does not, signing a reader in with somebody else's key, and the open service in development.
/// Programs, which send no origin, have the API.</remarks>
internal sealed class OwnFormsOnly : IEndpointFilter
{
    /// <inheritdoc/>
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        HttpContext http = context.HttpContext;
        http.Response.Headers.CacheControl = "no-store";
        return HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method) || IsOwn(http.Request)
            ? await next(context)
            : PageAnswers.Page<MessagePage>(
                new()
                {
                    [nameof(MessagePage.Heading)] = new Wording("The form is not from this page", "Biểu mẫu không đến từ trang này"),
                    [nameof(MessagePage.Text)] = new Wording(
                        "The browser named another address as that of the form. Behind a proxy, set Search:TrustedProxies or Search:PublicUrl, so that the service knows its own.",
                        "Trình duyệt cho biết biểu mẫu ở một địa chỉ khác. Nếu dịch vụ đứng sau proxy, hãy đặt Search:TrustedProxies hoặc Search:PublicUrl để dịch vụ biết địa chỉ của mình."),
                },
                StatusCodes.Status403Forbidden);
    }

    private static bool IsOwn(HttpRequest request)
    {
        string origin = request.Headers.Origin.ToString();
        return origin.Length > 0
            && (origin == $"{request.Scheme}://{request.Host}"
                || (Uri.TryCreate(SiteAddress.Of(request), UriKind.Absolute, out Uri? site) && origin == site.GetLeftPart(UriPartial.Authority)));
    }
}
