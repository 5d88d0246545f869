using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// Items are added to a meeting's agenda, with papers of theirs where they came along. What is added after circulation shows that
/// it was.
/// </summary>
public sealed class AddToAgenda(Acts acts)
{
    public Task<Result<MeetingAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        AgendaBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<MeetingAnswer>
            {
                Name = "meeting.add-to-agenda",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body),
            },
            cancellation
        );

    private static async Task<Result<MeetingAnswer>> DecideAsync(
        Act act,
        string meetingId,
        AgendaBody given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        Result<IReadOnlyList<NewItem>> items = AgendaRules.Check(
            given.Items,
            hand.Meeting.Items.Count
        );
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? items.Refusal
            ?? MeetingRules.CheckRunning(hand.Meeting);
        if (refusal is not null)
        {
            return refusal;
        }

        PaperStore papers = await PaperStore.OfAsync(act, meetingId);
        List<object> recorded = [];
        foreach (NewItem wanted in items.Value)
        {
            AgendaItem item = new()
            {
                Id = act.NewId(),
                MeetingId = meetingId,
                Number = hand.Meeting.Items.Count + 1,
                Title = wanted.Title,
                AddedAt = act.Now,
                IsLate = hand.Meeting.CirculatedAt is not null,
            };
            hand.Meeting.Items.Add(item);
            act.Db.Add(item);
            foreach (PaperFile file in wanted.Papers)
            {
                if (await papers.AddAsync(item.Id, file) is { } tooMany)
                {
                    return tooMany;
                }
            }

            recorded.Add(
                new
                {
                    item.Id,
                    item.Number,
                    item.Title,
                    papers = wanted.Papers.Select(file => new { file.Name, file.Hash }),
                }
            );
        }

        act.Payload = new { items = recorded };
        await act.Db.SaveChangesAsync();
        return await MeetingBook.AnswerAsync(act, hand);
    }
}

/// <summary>An item as it can be kept.</summary>
internal sealed record NewItem(string Title, IReadOnlyList<PaperFile> Papers);

/// <summary>What an agenda has to be like. Pure.</summary>
internal static class AgendaRules
{
    public static Result<IReadOnlyList<NewItem>> Check(
        IReadOnlyList<AgendaItemBody?>? given,
        int already
    )
    {
        if (given is null or { Count: 0 } || given.Count + already > MeetingRules.MostItems)
        {
            return Refusal.Invalid(
                "items",
                $"Give items for the agenda; it takes {MeetingRules.MostItems} altogether."
            );
        }

        FieldErrors errors = new();
        List<NewItem> items = [];
        for (int at = 0; at < given.Count; at++)
        {
            string title = errors.Needed(
                given[at]?.Title,
                $"items[{at}].title",
                AgendaItem.MostTitle
            );
            List<PaperFile> papers = [];
            foreach (PaperBody? paper in given[at]?.Papers ?? [])
            {
                Result<PaperFile> file = InlinePaper.Read(paper, $"items[{at}].papers");
                if (file.IsRefused)
                {
                    errors.When(
                        true,
                        $"items[{at}].papers",
                        file.Refusal.Errors!.Values.First()[0]
                    );
                }
                else
                {
                    papers.Add(file.Value);
                }
            }

            items.Add(new NewItem(title, papers));
        }

        return errors.AsRefusal() is { } refusal ? refusal : items;
    }
}
