namespace Search.Server.Tests.Hosting;

public sealed class SecurityHeadersTests(SampleServer sample) : IClassFixture<SampleServer>
{
    [Theory]
    [InlineData("/")]
    [InlineData("/?q=doi+ngoai")]
    [InlineData("/article/doi-ngoai")]
    [InlineData("/problems")]
    [InlineData("/khong-co-trang-nay")]
    [InlineData("/site.css")]
    [InlineData("/api/search")]
    [InlineData("/docs/")]
    public async Task Every_answer_tells_browsers_to_run_only_what_the_service_serves(string address)
    {
        HttpResponseMessage answer = await sample.Server.Client.GetAsync(address);
        string policy = Assert.Single(answer.Headers.GetValues("Content-Security-Policy"));
        string scripts = Assert.Single(policy.Split(';', StringSplitOptions.TrimEntries), static part => part.StartsWith("script-src", StringComparison.Ordinal));
        Assert.DoesNotContain("unsafe", scripts, StringComparison.Ordinal);
        Assert.DoesNotContain('*', policy);
        Assert.Contains("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal(32, Assert.Single(answer.Headers.GetValues("X-Request-Id")).Length);
        Assert.False(answer.Headers.Contains("Server"));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/?q=doi+ngoai")]
    [InlineData("/article/doi-ngoai")]
    [InlineData("/problems")]
    public async Task No_page_has_scripts_or_styles_within(string address)
    {
        string page = await sample.Server.Client.GetStringAsync(address);
        Assert.DoesNotMatch("""<script(?![^>]* src=)""", page);
        Assert.DoesNotMatch("""(?i)<style|\sstyle=|\son\w+=""", page);
    }
}
