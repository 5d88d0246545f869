using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>
/// Somebody challenges another body's decision (DOMAIN A1.11, A2). What looks as if it told who a child is is pointed out, and nothing is
/// saved until it has been taken out or looked at. The status key is told once, beside the answer that is kept for repeats.
/// </summary>
public sealed class RaiseEscalation(
    Acts acts,
    WorkflowRunner workflows,
    InstallEscalationFramework framework
)
{
    /// <summary>By somebody with an account.</summary>
    public Task<Result<EscalationRaised>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        RaiseEscalationBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            caller,
            EscalationPermissions.Raise,
            async act =>
                partnershipId == Partnership.Installation
                    ? null
                    : await PartnershipPlace.LocateAsync(act, partnershipId),
            body,
            link: null,
            cancellation
        );

    /// <summary>Through a body's link, without an account; "not found" for a key that leads nowhere.</summary>
    /// <param name="idempotency">The caller's key, under the link.</param>
    public async Task<Result<EscalationRaised>> HandleByLinkAsync(
        RaisingLinks links,
        RaiseByLinkBody body,
        IdempotencyKey? idempotency,
        CancellationToken cancellation = default
    )
    {
        if (await links.FindAsync(body.Key) is not { } link)
        {
            return Refusal.NotFound;
        }

        return await RunAsync(
            new ActCaller("link:" + link.Id, Idempotency: idempotency),
            EscalationPermissions.ByLink,
            async act =>
                await PartnershipPlace.LocateAsync(act, link.PartnershipId) is { } place
                && await act
                    .Db.Set<RaisingLink>()
                    .AnyAsync(row => row.Id == link.Id && row.RevokedAt == null)
                    ? place
                    : null,
            body.Escalation ?? new RaiseEscalationBody(null, null, null, null),
            link,
            cancellation
        );
    }

    private async Task<Result<EscalationRaised>> RunAsync(
        ActCaller caller,
        Permission permission,
        Func<Act, Task<ActPlace?>> locate,
        RaiseEscalationBody body,
        RaisingLink? link,
        CancellationToken cancellation
    )
    {
        string key = EscalationKeys.New();
        bool made = false;
        Result<EscalationRaised> raised = await acts.RunAsync(
            new ActRequest<EscalationRaised>
            {
                Name = "escalation.raise",
                Caller = caller,
                Permission = permission,
                Locate = async act =>
                {
                    made = false;
                    return await locate(act);
                },
                Decide = async act =>
                {
                    Result<EscalationRaised> answer = await DecideAsync(act, body, link, key);
                    made = !answer.IsRefused;
                    return answer;
                },
            },
            cancellation
        );
        // What is kept for repeats holds no secret: the key goes to whoever raised it, this once.
        return made ? raised.Value with { StatusKey = key } : raised;
    }

    private async Task<Result<EscalationRaised>> DecideAsync(
        Act act,
        RaiseEscalationBody body,
        RaisingLink? link,
        string key
    )
    {
        await framework.EnsureAsync(act);
        Result<Raising> checkedBody = await RaisingRules.CheckAsync(act, body);
        if (checkedBody.IsRefused)
        {
            return checkedBody.Refusal;
        }

        Raising raising = checkedBody.Value;
        Standing standing = act.Kept<Standing>()!;
        if (
            StageRules.CheckParties(
                raising.Content,
                link is null ? [.. standing.Seats]
                    : Seats.All.Contains(link.Body) ? [link.Body]
                    : [],
                raising.RaisedWith
            ) is
            { } notAParty
        )
        {
            return notAParty;
        }

        ProfessionalChallenge challenge = await NewAsync(act, raising, standing, link, key);
        act.Subject = challenge.Subject;
        act.Payload = new
        {
            challenge.Number,
            ladder = raising.Ladder.Key,
            challenge.LadderVersion,
            challenge.RaisedWith,
            challenge.RaisedFor,
            challenge.Theme,
            challenge.Urgency,
            challenge.ImmediateRisk,
            challenge.EnteredAtStage,
            concern = TextHash.Of(challenge.Concern),
        };
        act.Db.Add(challenge);
        foreach (int skipped in raising.Entry.Skipped)
        {
            act.Db.Add(
                new EscalationStage
                {
                    ChallengeId = challenge.Id,
                    Number = skipped,
                    State = StageStates.SkippedForRisk,
                    EndedAt = act.Now,
                }
            );
        }

        await act.Db.SaveChangesAsync();
        Result<string> started = await workflows.StartAsync(
            act,
            new StartWorkflow(EscalationWords.Definition, EscalationWords.Challenge, challenge.Id)
        );
        if (started.IsRefused)
        {
            return started.Refusal;
        }

        challenge.InstanceId = started.Value;
        await act.Db.SaveChangesAsync();
        return new EscalationRaised(
            challenge.Id,
            challenge.Number,
            challenge.State,
            challenge.Stage,
            await EscalationBook.ClocksAsync(act.Db, challenge.Id),
            null
        );
    }

    private static async Task<ProfessionalChallenge> NewAsync(
        Act act,
        Raising raising,
        Standing standing,
        RaisingLink? link,
        string key
    )
    {
        int last =
            await act
                .Db.Set<ProfessionalChallenge>()
                .Where(challenge => challenge.PartnershipId == act.PartnershipId)
                .MaxAsync(challenge => (int?)challenge.Number)
            ?? 0;
        return new ProfessionalChallenge
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            Number = last + 1,
            LadderId = raising.Ladder.Id,
            LadderVersion = raising.Ladder.Newest,
            Kind = raising.Content.Kind,
            CaseReference = raising.CaseReference,
            Concern = raising.Concern,
            Theme = raising.Theme,
            Urgency = raising.Urgency,
            NeededAmount = raising.NeededWithin?.Amount,
            NeededUnit = raising.NeededWithin?.Unit,
            RaisedWith = raising.RaisedWith,
            RaisedFor =
                link?.Body ?? standing.Seats.FirstOrDefault() ?? standing.Agencies.FirstOrDefault(),
            RaiserId = link is null ? act.Caller.PersonId : null,
            LinkId = link?.Id,
            ImmediateRisk = raising.ImmediateRisk,
            EnteredAtStage = raising.Entry.Stage,
            RiskReason = raising.Reason,
            RaisedAt = act.Now,
            NextReceivedAt = act.Now,
            State = EscalationStates.Open,
            StatusKeyHash = EscalationKeys.HashOf(key),
        };
    }
}
