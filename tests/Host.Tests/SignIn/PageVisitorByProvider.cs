using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Governance.Tests.Host.Pages;

namespace Governance.Tests.Host.SignIn;

/// <summary>Somebody with a browser without script who is led to the provider and back, and where they were led.</summary>
internal sealed class PageVisitorByProvider : IDisposable
{
    private const int MostSteps = 12;

    private readonly SignInWorld _world;
    private readonly Uri _host;
    private readonly SocketsHttpHandler _handler;
    private readonly PageVisitor _visitor;

    public PageVisitorByProvider(SignInWorld world, Uri host)
    {
        _world = world;
        _host = host;
        _handler = world.Provider.NewHandler();
        _visitor = PageVisitor.At(host, _handler);
    }

    /// <summary>Every address that the browser was led over, in order.</summary>
    public List<Uri> Ways { get; } = [];

    public string? Session => _handler.CookieContainer.GetCookies(_host)["governance"]?.Value;

    /// <summary>The names of every cookie that was ever set, ours and the provider's.</summary>
    public IReadOnlyCollection<string> CookiesSet => _visitor.CookiesSet;

    /// <summary>The address of ours that the last way ended at.</summary>
    public string At => Ways[^1].PathAndQuery;

    /// <summary>Signs in as somebody whom the provider takes without asking.</summary>
    public async Task<IDocument> SignInAsync(
        string tenant,
        string objectId,
        string returnUrl = "/home"
    )
    {
        await _world.Provider.BehaveAsync(new { login = objectId });
        return await FollowAsync(
            $"/sign-in/to/{tenant}?returnUrl={Uri.EscapeDataString(returnUrl)}"
        );
    }

    /// <summary>The provider no longer knows this browser, so that it may be somebody else's.</summary>
    public void ForgetAtProvider()
    {
        foreach (Cookie cookie in _handler.CookieContainer.GetAllCookies())
        {
            cookie.Expired |= cookie.Name.StartsWith("session-", StringComparison.Ordinal);
        }
    }

    /// <summary>Goes to an address and wherever it leads, to us or to the provider.</summary>
    public async Task<IDocument> FollowAsync(
        string address,
        HttpStatusCode expected = HttpStatusCode.OK
    ) => await LandAsync(await StepsAsync(address, stopBefore: null), expected);

    /// <summary>Goes on until the provider has answered, and tells where it sends the browser, which does not go there.</summary>
    public async Task<string> CallbackAsync(string address)
    {
        using HttpResponseMessage last = await StepsAsync(address, stopBefore: "/sign-in/callback");
        return last.Headers.Location!.PathAndQuery;
    }

    /// <summary>Sends a form, and on the page that asks for it signs in once more.</summary>
    public async Task<IDocument> SendAndAuthenticateAsync(
        IDocument page,
        string? handler,
        params (string Name, string Value)[] fields
    )
    {
        IDocument again = await SendAsync(page, handler, fields);
        Assert.StartsWith("/sign-in/again?", At, StringComparison.Ordinal);
        return await FollowAsync(again.QuerySelector("main a.govuk-button")!.GetAttribute("href")!);
    }

    /// <summary>Sends a form of a page and goes wherever that leads.</summary>
    public async Task<IDocument> SendAsync(
        IDocument page,
        string? handler,
        params (string Name, string Value)[] fields
    )
    {
        using HttpResponseMessage answer = await _visitor.SendAsync(page, handler, fields);
        return answer.StatusCode == HttpStatusCode.Redirect
            ? await FollowAsync(answer.Headers.Location!.ToString())
            : await PageVisitor.ReadAsync(answer);
    }

    public Task<HttpResponseMessage> SendAsync(IHtmlFormElement form) => _visitor.SendAsync(form);

    public void Dispose() => _visitor.Dispose();

    private async Task<HttpResponseMessage> StepsAsync(string address, string? stopBefore)
    {
        Uri next = new(_host, address);
        for (int step = 0; step < MostSteps; step++)
        {
            Ways.Add(next);
            HttpResponseMessage answer = await _visitor.GetAsync(next.ToString());
            if (answer.Headers.Location is not { } location)
            {
                return answer;
            }

            next = new Uri(next, location);
            if (stopBefore is not null && next.AbsolutePath == stopBefore)
            {
                answer.Headers.Location = next;
                return answer;
            }

            answer.Dispose();
        }

        throw new InvalidOperationException($"It leads nowhere: {string.Join('\n', Ways)}");
    }

    private static async Task<IDocument> LandAsync(
        HttpResponseMessage answer,
        HttpStatusCode expected
    )
    {
        using (answer)
        {
            return await PageVisitor.ReadAsync(answer, expected);
        }
    }
}
