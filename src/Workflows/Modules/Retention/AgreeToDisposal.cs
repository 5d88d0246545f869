using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Retention;

/// <summary>
/// A seat's lead or delegate agrees to a disposal, and the scrutineer as well where a challenge is on it. With the last agreement the
/// time for objections begins: anybody on a seat, and the scrutineer, ends it by one.
/// </summary>
public sealed class AgreeToDisposal
{
    private static readonly TimeOnly EndOfDay = new(17, 0);

    private readonly Acts _acts;
    private readonly Subjects _subjects;

    internal AgreeToDisposal(Acts acts, Subjects subjects) => (_acts, _subjects) = (acts, subjects);

    public Task<Result<DisposalAnswer>> AgreeAsync(
        ActCaller caller,
        string disposalId,
        CancellationToken cancellation = default
    ) => RunAsync("disposal.agree", caller, disposalId, AgreeAsync, cancellation);

    public Task<Result<DisposalAnswer>> ObjectAsync(
        ActCaller caller,
        string disposalId,
        ObjectBody body,
        CancellationToken cancellation = default
    ) =>
        RunAsync(
            "disposal.object",
            caller,
            disposalId,
            (act, disposal) => ObjectAsync(act, disposal, body),
            cancellation
        );

    private Task<Result<DisposalAnswer>> RunAsync(
        string name,
        ActCaller caller,
        string disposalId,
        Func<Act, Disposal, Task<Refusal?>> decide,
        CancellationToken cancellation
    ) =>
        _acts.RunAsync(
            new ActRequest<DisposalAnswer>
            {
                Name = name,
                Caller = caller,
                Permission = RetentionPermissions.Agree,
                Locate = async act =>
                    await act.LockAsync<Disposal>(disposalId) is { } disposal
                        ? new ActPlace(
                            disposal.PartnershipId,
                            new SubjectRef(RetentionWords.Disposal, disposal.Id)
                        )
                        : null,
                Decide = async act =>
                {
                    Disposal disposal = (await act.LockAsync<Disposal>(disposalId))!;
                    return await decide(act, disposal) is { } refusal
                        ? refusal
                        : await DisposalBook.AnswerAsync(act.Db, _subjects, disposal);
                },
            },
            cancellation
        );

    private static async Task<Refusal?> AgreeAsync(Act act, Disposal disposal)
    {
        if (DisposalRules.Agree(disposal, act.Kept<Standing>()!, act.Now) is { } refusal)
        {
            return refusal;
        }

        if (DisposalRules.HasAllAgreed(disposal))
        {
            WorkingCalendar calendar = await CalendarBook.CurrentAsync(
                act.Db,
                CalendarIds.EnglandAndWales
            );
            DateTime until = London.ToUtc(
                calendar.AddWorkingDays(London.DateOf(act.Now), Disposal.WaitingDays),
                EndOfDay
            );
            (disposal.State, disposal.WaitsUntil) = (DisposalStates.Approved, until);
            act.CalendarVersion = CalendarIds.Versioned(calendar.Id, calendar.Version);
            await RetentionNotices.AgreedAsync(act, disposal, until);
        }

        act.Payload = new { disposal.State, disposal.WaitsUntil };
        return null;
    }

    private static async Task<Refusal?> ObjectAsync(Act act, Disposal disposal, ObjectBody body)
    {
        FieldErrors errors = new();
        string reason = errors.Needed(body.Reason, "reason", Disposal.MostReason);
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        if (DisposalRules.ObjectTo(disposal, act.Kept<Standing>()!, reason, act.Now) is { } refusal)
        {
            return refusal;
        }

        act.Payload = new { reason };
        await RetentionNotices.ObjectedAsync(act, disposal);
        return null;
    }
}
