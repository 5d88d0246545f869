using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Consultation;

/// <summary>The consultation that somebody speaks in, for which body, and whether the limit has passed.</summary>
internal sealed record SpokenFor(ConsultationWindow Window, string Body, bool IsLate)
{
    /// <summary>404 for who may not know of the text; the rule's refusal for who may not speak, or not now.</summary>
    public static async Task<Result<SpokenFor>> OfAsync(
        Act act,
        IConsultationSubject subject,
        string subjectId,
        string? named
    )
    {
        Standing standing = act.Kept<Standing>()!;
        ConsultationText text = (await subject.LoadAsync(act.Db, subjectId))!;
        ConsultationWindow? window = await WindowStore.FindLatestAsync(
            act.Db,
            subject.Type,
            subjectId
        );
        IReadOnlyList<string> speaksFor = window is null
            ? []
            : AudienceRules.SpeaksFor(standing, window);
        if (speaksFor.Count == 0)
        {
            bool knows = text.IsPublic || standing.HoldsAny(ConsultationPermissions.SeeEverything);
            return !knows ? Refusal.NotFound
                : window is null ? ConsultationRefusals.NeverOpened
                : ConsultationRefusals.NotInTheAudience;
        }

        act.Subject = window!.Subject;
        Clock? clock = window.ClockId is null
            ? null
            : await act.Db.Set<Clock>().FindAsync(window.ClockId);
        Result<bool> late = CommentRules.Take(window, text.Phase, clock?.DueAt, act.Now);
        Result<string> body = CommentRules.BodyOf(named, speaksFor);
        if (body.IsRefused || late.IsRefused)
        {
            return body.Refusal ?? late.Refusal!;
        }

        act.Capacity = CapacityOf(standing, body.Value);
        return new SpokenFor(window, body.Value, late.Value);
    }

    /// <summary>The body's row; one that was not asked gets its row when it first comments by right.</summary>
    public ConsultedBody Row()
    {
        ConsultedBody? row = Window.Bodies.Find(each => each.Body == Body);
        if (row is null)
        {
            row = new ConsultedBody
            {
                WindowId = Window.Id,
                Body = Body,
                Name = BodyKeys.NameOf(Body),
                IsAsked = false,
            };
            Window.Bodies.Add(row);
        }

        return row;
    }

    private static ActCapacity CapacityOf(Standing standing, string body) =>
        BodyKeys.SeatOf(body) is { } seat
            ? new ActCapacity(seat, standing.Appointments.First(held => held.Seat == seat).Level!)
        : BodyKeys.AgencyOf(body) is not null ? new ActCapacity(null, Roles.AgencyRepresentative)
        : new ActCapacity(null, body == BodyKeys.Scrutiny ? Roles.Scrutineer : Roles.Practitioner);
}
