using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>A file that comes before a body.</summary>
public sealed record PaperUpload(string? FileName, byte[] Content);

/// <summary>A paper is added to an item of the agenda.</summary>
public sealed class AddPaper(Acts acts)
{
    public Task<Result<PaperAnswer>> HandleAsync(
        ActCaller caller,
        string itemId,
        PaperUpload body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PaperAnswer>
            {
                Name = "paper.add",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateItemAsync(act, itemId),
                Decide = act => DecideAsync(act, itemId, body),
            },
            cancellation
        );

    private static async Task<Result<PaperAnswer>> DecideAsync(
        Act act,
        string itemId,
        PaperUpload given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, act.Subject.Id);
        Result<PaperFile> file = PaperRules.Check(given.FileName, given.Content, "file");
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? file.Refusal
            ?? MeetingRules.CheckRunning(hand.Meeting);
        if (refusal is not null)
        {
            return refusal;
        }

        PaperStore papers = await PaperStore.OfAsync(act, hand.Meeting.Id);
        if (await papers.AddAsync(itemId, file.Value) is { } tooMany)
        {
            return tooMany;
        }

        act.Payload = new
        {
            item = itemId,
            file.Value.Name,
            file.Value.Hash,
        };
        await act.Db.SaveChangesAsync();
        return MeetingAnswers.Of(papers.Papers[^1], hand.Meeting.CirculatedAt);
    }
}

/// <summary>
/// Another text of a paper. After circulation both hashes stand, and the paper shows when it was changed: a paper changed late is
/// never the paper that was sent.
/// </summary>
public sealed class ReplacePaper(Acts acts)
{
    public Task<Result<PaperAnswer>> HandleAsync(
        ActCaller caller,
        string paperId,
        PaperUpload body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PaperAnswer>
            {
                Name = "paper.replace",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocatePaperAsync(act, paperId),
                Decide = act => DecideAsync(act, paperId, body),
            },
            cancellation
        );

    private static async Task<Result<PaperAnswer>> DecideAsync(
        Act act,
        string paperId,
        PaperUpload given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, act.Subject.Id);
        PaperStore papers = await PaperStore.OfAsync(act, hand.Meeting.Id);
        Paper paper = papers.Papers.Single(each => each.Id == paperId);
        Result<PaperFile> file = PaperRules.Check(given.FileName, given.Content, "file");
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? file.Refusal
            ?? MeetingRules.CheckRunning(hand.Meeting)
            ?? (file.Value.Hash == paper.Newest.Hash ? MeetingsRefusals.SamePaper : null);
        if (refusal is not null)
        {
            return refusal;
        }

        string before = paper.Newest.Hash;
        await papers.ReplaceAsync(paper, file.Value);
        act.Payload = new
        {
            paper = paper.Id,
            paper.Name,
            before,
            file.Value.Hash,
            circulated = paper.CirculatedVersion?.Hash,
        };
        if (paper.Circulated is not null)
        {
            await MeetingNotices.PaperChangedAsync(act, hand, paper);
        }

        await act.Db.SaveChangesAsync();
        return MeetingAnswers.Of(paper, hand.Meeting.CirculatedAt);
    }
}
