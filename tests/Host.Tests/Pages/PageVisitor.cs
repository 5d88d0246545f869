using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Governance.Tests.Host.Pages;

/// <summary>
/// Somebody with a browser that runs no script: follows links, fills in forms as they stand on the page, and sends them with their
/// hidden fields. Redirects are followed only when asked for, so that a test sees them.
/// </summary>
internal sealed class PageVisitor : IDisposable
{
    private readonly HttpClient _http;
    private readonly SeenCookies _cookies;

    private PageVisitor(Uri host, HttpMessageHandler? handler = null)
    {
        _cookies = new SeenCookies
        {
            InnerHandler =
                handler
                ?? new HttpClientHandler
                {
                    AllowAutoRedirect = false,
                    CookieContainer = new CookieContainer(),
                },
        };
        _http = new HttpClient(_cookies) { BaseAddress = host };
    }

    /// <summary>The names of every cookie that was ever set.</summary>
    public IReadOnlyCollection<string> CookiesSet => _cookies.Names;

    /// <summary>Nobody: not signed in.</summary>
    public static PageVisitor Anybody(RunningHost host) => new(host.Client.BaseAddress!);

    /// <summary>Somebody of another world, who trusts and remembers what <paramref name="handler"/> does.</summary>
    public static PageVisitor At(Uri host, HttpMessageHandler handler) => new(host, handler);

    /// <summary>A person of the rehearsal, signed in as people do it: by the page.</summary>
    public static async Task<PageVisitor> AsAsync(RunningHost host, string person)
    {
        var visitor = new PageVisitor(host.Client.BaseAddress!);
        IDocument choose = await visitor.OpenAsync("/rehearsal");
        IHtmlFormElement form = choose
            .QuerySelectorAll<IHtmlFormElement>("form")
            .First(each =>
                each.QuerySelector("input[name=person]")?.GetAttribute("value") == person
            );
        using HttpResponseMessage answer = await visitor.SendAsync(form);
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return visitor;
    }

    public Task<HttpResponseMessage> GetAsync(string address) => _http.GetAsync(address);

    /// <summary>A request of a page's own script, with the session.</summary>
    public Task<HttpResponseMessage> SendAsync(HttpRequestMessage request) =>
        _http.SendAsync(request);

    /// <summary>The page at an address; it must be there.</summary>
    public async Task<IDocument> OpenAsync(
        string address,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        using HttpResponseMessage answer = await _http.GetAsync(address);
        return await ReadAsync(answer, expected);
    }

    /// <summary>
    /// Sends a form as a browser would: its hidden and filled-in fields, changed by <paramref name="fields"/> (by name; several of a
    /// name for checkboxes). Answers the bare answer.
    /// </summary>
    public Task<HttpResponseMessage> SendAsync(
        IHtmlFormElement form,
        params (string Name, string Value)[] fields
    )
    {
        string action = form.GetAttribute("action")!;
        HashSet<string> given = [.. fields.Select(field => field.Name)];
        List<KeyValuePair<string, string>> sent =
        [
            .. FieldsOf(form).Where(field => !given.Contains(field.Key)),
            .. fields.Select(field => KeyValuePair.Create(field.Name, field.Value)),
        ];
        return _http.PostAsync(action, new FormUrlEncodedContent(sent));
    }

    /// <summary>Sends the page's only acting form, or the one whose action contains <paramref name="handler"/>.</summary>
    public Task<HttpResponseMessage> SendAsync(
        IDocument page,
        string? handler,
        params (string Name, string Value)[] fields
    ) => SendAsync(FormOf(page, handler), fields);

    /// <summary>Sends the page's form of a file, called <c>file</c>, with its hidden fields and others.</summary>
    public Task<HttpResponseMessage> SendFileAsync(
        IDocument page,
        string name,
        byte[] content,
        params (string Name, string Value)[] fields
    )
    {
        IHtmlFormElement form = FormOf(page, null);
        var body = new MultipartFormDataContent();
        foreach (
            (string field, string value) in FieldsOf(form)
                .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)))
        )
        {
            body.Add(new StringContent(value), field);
        }

        body.Add(new ByteArrayContent(content), "file", name);
        return _http.PostAsync(form.GetAttribute("action")!, body);
    }

    /// <summary>Sends the form and opens where it leads: it must redirect to another page of ours.</summary>
    public async Task<IDocument> SendAndFollowAsync(
        IDocument page,
        string? handler,
        params (string Name, string Value)[] fields
    )
    {
        using HttpResponseMessage answer = await SendAsync(page, handler, fields);
        Assert.True(
            answer.StatusCode == HttpStatusCode.Redirect,
            $"{(int)answer.StatusCode}: {await ErrorsOfAsync(answer)}"
        );
        return await OpenAsync(answer.Headers.Location!.ToString());
    }

    public static async Task<IDocument> ReadAsync(
        HttpResponseMessage answer,
        HttpStatusCode expected = HttpStatusCode.OK
    )
    {
        string html = await answer.Content.ReadAsStringAsync();
        Assert.True(
            answer.StatusCode == expected,
            $"{(int)answer.StatusCode} {answer.Headers.Location} instead of {(int)expected} at {answer.RequestMessage?.RequestUri}"
        );
        return await BrowsingContext.New().OpenAsync(request => request.Content(html));
    }

    public static IHtmlFormElement FormOf(IDocument page, string? handler) =>
        page.QuerySelectorAll<IHtmlFormElement>("main form[method=post]")
            .First(form =>
                handler is null
                || form.GetAttribute("action")!
                    .Contains("handler=" + handler, StringComparison.OrdinalIgnoreCase)
            );

    /// <summary>What the error summary says.</summary>
    public static IReadOnlyList<string> ErrorsOf(IDocument page) =>
        [
            .. page.QuerySelectorAll(".govuk-error-summary__list li")
                .Select(item => item.TextContent.Trim()),
        ];

    public void Dispose() => _http.Dispose();

    private static async Task<string> ErrorsOfAsync(HttpResponseMessage answer)
    {
        string html = await answer.Content.ReadAsStringAsync();
        IDocument page = await BrowsingContext.New().OpenAsync(request => request.Content(html));
        return string.Join("; ", ErrorsOf(page));
    }

    private static IEnumerable<KeyValuePair<string, string>> FieldsOf(IHtmlFormElement form)
    {
        foreach (
            IElement element in form.QuerySelectorAll("input[name], textarea[name], select[name]")
        )
        {
            string name = element.GetAttribute("name")!;
            switch (element)
            {
                case IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false }:
                case IHtmlInputElement { Type: "file" or "submit" }:
                    break;
                case IHtmlInputElement input:
                    yield return KeyValuePair.Create(name, input.Value);
                    break;
                case IHtmlTextAreaElement area:
                    yield return KeyValuePair.Create(name, area.Value);
                    break;
                case IHtmlSelectElement select:
                    yield return KeyValuePair.Create(name, select.Value ?? string.Empty);
                    break;
            }
        }
    }

    private sealed class SeenCookies : DelegatingHandler
    {
        public HashSet<string> Names { get; } = new(StringComparer.Ordinal);

        protected override async Task<HttpResponseMessage> SendAsync(
            HttpRequestMessage request,
            CancellationToken cancellationToken
        )
        {
            HttpResponseMessage answer = await base.SendAsync(request, cancellationToken);
            if (answer.Headers.TryGetValues("Set-Cookie", out IEnumerable<string>? cookies))
            {
                Names.UnionWith(cookies.Select(cookie => cookie.Split('=')[0]));
            }

            return answer;
        }
    }
}
