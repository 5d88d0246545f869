using Governance.Tests.Shared;

namespace Governance.Tests.EndToEnd.Browser;

/// <summary>
/// The whole life of a policy as people live it: by pages in a browser, with script and without, from the first draft to the
/// library, the agencies' cascade and the record.
/// </summary>
public sealed class PolicyByPagesTests
{
    public const string Title = "Children who are missing";

    private const string First = """
        # Purpose

        We find every missing child quickly and learn why they went.

        ## What we do together

        - The police tell the council within one hour.
        - A worker whom the child knows talks with them within three days.
        """;

    private const string Second = First + "\n\nThe health service is told on the same day.\n";

    public static TheoryData<bool> Ways { get; } = Journeys.Ways(false);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Policy_FromDraftToRecord_IsLivedByPages(bool script)
    {
        await using BrowserStore store = new();
        await using HostProcess host = await HostProcess.StartAsync(store.Settings);
        await using Chromium chromium = await Chromium.StartAsync();
        Life life = new(chromium, host.Address, script);

        string policy = await life.DraftAsync(Title, First);
        await life.ConsultAsync(policy);
        await life.ReviseAsync(policy, Second);
        await life.RejectAsync(policy);
        await life.SignAndPublishAsync(policy);
        await life.ReadInLibraryAsync(Title);
        await life.ConfirmCascadeAsync(policy);
        await life.CheckRecordAsync();
    }
}
