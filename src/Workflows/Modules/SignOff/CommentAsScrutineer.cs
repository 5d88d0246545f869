using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.SignOff;

/// <summary>The scrutiny function's comment beside a round (DOMAIN B3.8): dated, shown to who signs, never counted.</summary>
public sealed class CommentAsScrutineer(Acts acts, RoundStore rounds)
{
    public Task<Result<RoundAnswer>> HandleAsync(
        ActCaller caller,
        string roundId,
        ScrutinyCommentBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<RoundAnswer>
            {
                Name = "sign-off.comment-as-scrutineer",
                Caller = caller,
                Permission = SignOffPermissions.Comment,
                Locate = act => rounds.LocateAsync(act, roundId),
                Decide = act => DecideAsync(act, roundId, body),
            },
            cancellation
        );

    private static async Task<Result<RoundAnswer>> DecideAsync(
        Act act,
        string roundId,
        ScrutinyCommentBody body
    )
    {
        if (string.IsNullOrWhiteSpace(body.Text) || body.Text.Length > SignOffRound.MostReason)
        {
            return SignOffRefusals.TextRequired("text");
        }

        SignOffRound round = (await RoundStore.FindAsync(act.Db, roundId))!;
        if (round.CheckComment() is { } closed)
        {
            return closed;
        }

        string name = await act
            .Db.Set<Person>()
            .Where(person => person.Id == act.Caller.PersonId)
            .Select(person => person.DisplayName)
            .SingleAsync();
        ScrutinyComment comment = new()
        {
            Id = act.NewId(),
            RoundId = round.Id,
            PersonId = act.Caller.PersonId,
            PersonName = name,
            Text = body.Text.Trim(),
            WrittenAt = act.Now,
        };
        act.Db.Add(comment);
        act.Payload = new { comment.Id, comment.Text };
        await RoundNotices.CommentedAsync(act, round);
        await act.Db.SaveChangesAsync();
        return await SignOffBook.AnswerAsync(act.Db, round);
    }
}
