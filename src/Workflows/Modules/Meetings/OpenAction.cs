using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>The secretary or the body's chair opens an action, from a decision or on its own; its owner is asked in the same act.</summary>
public sealed class OpenAction(Acts acts)
{
    public Task<Result<ActionAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        OpenActionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ActionAnswer>
            {
                Name = "action.open",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = async act =>
                    partnershipId != Partnership.Installation
                    && await act.HoldAsync<Partnership>(partnershipId)
                        ? new ActPlace(partnershipId, new SubjectRef("partnership", partnershipId))
                        : null,
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private static async Task<Result<ActionAnswer>> DecideAsync(Act act, OpenActionBody given)
    {
        Decision? decision = given.Decision is null
            ? null
            : await DecisionBook.FindAsync(act.Db, act.PartnershipId, given.Decision);
        MeetingBody? body = (decision?.BodyId ?? given.Body) is { } bodyId
            ? await BodyBook.FindAsync(act.Db, act.PartnershipId, bodyId)
            : null;
        FieldErrors errors = new();
        errors.When(
            given.Decision is not null && decision is null,
            "decision",
            "Name a decision of this partnership."
        );
        errors.When(
            given.Body is not null && (body is null || body.Id != given.Body),
            "body",
            "Name the body that the decision is of, or leave this out."
        );
        Refusal? refusal = await NotYoursAsync(act, body) ?? errors.AsRefusal();
        if (refusal is not null)
        {
            return refusal;
        }

        Result<MeetingAction> opened = await ActionBook.OpenAsync(
            act,
            new ActionDraft(
                given.Text,
                given.Owner,
                given.Verifier,
                given.Due,
                given.WorkingDays,
                body?.Id,
                decision?.MeetingId,
                decision?.Id
            )
        );
        if (opened.IsRefused)
        {
            return opened.Refusal;
        }

        act.Subject = opened.Value.Subject;
        return await ActionListing.AnswerAsync(
            act.Db,
            opened.Value,
            act.Kept<Standing>()!,
            act.Now
        );
    }

    /// <summary>An action that comes from no body is the business unit's to open.</summary>
    private static async Task<Refusal?> NotYoursAsync(Act act, MeetingBody? body) =>
        body is null
            ? act.Kept<Standing>()!.Holds(Roles.BusinessUnit)
                ? null
                : MeetingsRefusals.NotChair
            : MeetingsPermissions.CheckSecretary(
                act,
                await BodyRoll.OfAsync(act.Db, body, act.Now)
            );
}
