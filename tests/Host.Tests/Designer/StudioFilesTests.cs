using System.IO.Compression;
using System.Net;
using System.Net.Http.Headers;
using Governance.Tests.Shared;

namespace Governance.Tests.Host.Designer;

/// <summary>Elsa Studio's own files: packed where the browser takes it, kept as long as they mean the same, and nothing else.</summary>
public sealed class StudioFilesTests(RunningHost host) : IClassFixture<RunningHost>
{
    private const string Start = "/designer/_framework/blazor.webassembly.js";

    private static readonly string Package = Path.Combine(
        HostProcess.RepositoryFolder(),
        "src",
        "Host",
        "node_modules",
        "@elsa-workflows",
        "elsa-studio-wasm"
    );

    [Fact]
    public async Task File_PackedOrNot_IsThePackagesOwn()
    {
        byte[] original = await File.ReadAllBytesAsync(
            Path.Combine(Package, "_framework", "blazor.webassembly.js")
        );
        using HttpResponseMessage packed = await AskAsync(Start, "gzip, deflate, br");
        using HttpResponseMessage plain = await AskAsync(Start, "gzip, br;q=0");

        Assert.Equal(["br"], packed.Content.Headers.ContentEncoding);
        Assert.Empty(plain.Content.Headers.ContentEncoding);
        Assert.Equal(original, await plain.Content.ReadAsByteArrayAsync());
        await using Stream body = await packed.Content.ReadAsStreamAsync();
        await using BrotliStream unpacked = new(body, CompressionMode.Decompress);
        using MemoryStream read = new();
        await unpacked.CopyToAsync(read);
        Assert.Equal(original, read.ToArray());
        foreach (HttpResponseMessage answer in (HttpResponseMessage[])[packed, plain])
        {
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Equal("text/javascript", answer.Content.Headers.ContentType?.MediaType);
            Assert.Contains("Accept-Encoding", answer.Headers.Vary);
        }

        Assert.NotEqual(packed.Headers.ETag, plain.Headers.ETag);
    }

    [Fact]
    public async Task File_OnesHasAlready_IsNotSentAgain()
    {
        using HttpResponseMessage first = await AskAsync(Start, "br");
        using HttpResponseMessage again = await AskAsync(Start, "br", first.Headers.ETag);
        using HttpResponseMessage other = await AskAsync(Start, "identity", first.Headers.ETag);

        Assert.Equal(HttpStatusCode.NotModified, again.StatusCode);
        Assert.Equal(first.Headers.ETag, again.Headers.ETag);
        Assert.Equal(HttpStatusCode.OK, other.StatusCode);
    }

    [Fact]
    public async Task Caching_LastsForFingerprintedNames_AndAnHourForOthers()
    {
        string fingerprinted = Directory
            .EnumerateFiles(Path.Combine(Package, "_framework"), "dotnet.native.*.wasm")
            .Select(Path.GetFileName)
            .Single()!;
        using HttpResponseMessage ever = await AskAsync("/designer/_framework/" + fingerprinted);
        using HttpResponseMessage brief = await AskAsync(Start);

        Assert.Equal("application/wasm", ever.Content.Headers.ContentType?.MediaType);
        Assert.Equal(TimeSpan.FromDays(365), ever.Headers.CacheControl?.MaxAge);
        Assert.Contains(ever.Headers.CacheControl!.Extensions, one => one.Name == "immutable");
        Assert.Equal(TimeSpan.FromHours(1), brief.Headers.CacheControl?.MaxAge);
        Assert.True(brief.Headers.CacheControl!.MustRevalidate);
    }

    [Theory]
    [InlineData("/designer/index.html")]
    [InlineData("/designer/package.json")]
    [InlineData("/designer/_framework/blazor.webassembly.js.br")]
    [InlineData("/designer/_content/MudBlazor/MudBlazor.min.js.map")]
    [InlineData("/designer/_content/Radzen.Blazor/css/dark.css")]
    [InlineData("/designer/..%2f..%2fsite.js")]
    [InlineData("/designer/_framework/..%5c..%5c..%5cappsettings.json")]
    public async Task File_ThatNobodyNeeds_IsNotServed(string address)
    {
        using HttpResponseMessage answer = await AskAsync(address);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Fact]
    public async Task Head_AnswersAsGetWithoutTheBody_AndPostNotAtAll()
    {
        using HttpResponseMessage head = await host.Client.SendAsync(
            new HttpRequestMessage(HttpMethod.Head, Start)
        );
        using HttpResponseMessage post = await host.Client.PostAsync(Start, null);

        Assert.Equal(HttpStatusCode.OK, head.StatusCode);
        Assert.NotNull(head.Headers.ETag);
        Assert.Empty(await head.Content.ReadAsByteArrayAsync());
        Assert.NotEqual(HttpStatusCode.OK, post.StatusCode);
    }

    private Task<HttpResponseMessage> AskAsync(
        string address,
        string? encodings = null,
        EntityTagHeaderValue? known = null
    )
    {
        HttpRequestMessage request = new(HttpMethod.Get, address);
        if (encodings is not null)
        {
            request.Headers.AcceptEncoding.ParseAdd(encodings);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.Add(known);
        }

        return host.Client.SendAsync(request);
    }
}
