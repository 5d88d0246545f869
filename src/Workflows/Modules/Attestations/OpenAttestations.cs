using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Attestations;

/// <summary>
/// Opens the present quarter's attestations of a partnership, all in one act of the service: one for each body that holds anything.
/// </summary>
public sealed class OpenAttestations(Acts acts, RunningClocks clocks)
{
    /// <summary>
    /// Answers how many it opened; none where the quarter's are open already, whoever opened them, or where nobody holds anything.
    /// </summary>
    public async Task<int> OpenAsync(
        string partnershipId,
        Quarter quarter,
        CancellationToken cancellation = default
    )
    {
        var opened = await acts.RunAsync(
            new ActRequest<int>
            {
                Name = AttestationWords.Open,
                Caller = ActCaller.Service("attestations"),
                Permission = Permission.Service,
                Locate = act => LocateAsync(act, partnershipId, quarter),
                Decide = async act => await DecideAsync(act, quarter),
            },
            cancellation
        );
        return opened.IsRefused ? 0 : opened.Value;
    }

    /// <summary>Hosts that come at once wait for each other here; who comes second finds nothing left to do.</summary>
    private static async Task<ActPlace?> LocateAsync(
        Act act,
        string partnershipId,
        Quarter quarter
    ) =>
        await PartnershipPlace.LocateAsync(act, partnershipId) is { } place
        && !await act
            .Db.Set<Attestation>()
            .AnyAsync(each => each.PartnershipId == partnershipId && each.Quarter == quarter.Name)
        && (await AppointmentRoll.HeldAsync(act.Db, partnershipId, London.DateOf(act.Now))).Count
            > 0
            ? place
            : null;

    private async Task<int> DecideAsync(Act act, Quarter quarter)
    {
        List<string> missed = await EndMissedAsync(act);
        DateOnly today = London.DateOf(act.Now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            act.Db,
            act.PartnershipId,
            today
        );
        string[] bodies =
        [
            .. AttestationBodies.All.Where(body =>
                AttestationRules.ListOf(body, act.PartnershipId, today, held).Count > 0
            ),
        ];
        foreach (string body in bodies)
        {
            await OpenAsync(act, quarter, body);
        }

        act.Payload = new
        {
            quarter = quarter.Name,
            bodies,
            missed,
        };
        return bodies.Length;
    }

    private async Task OpenAsync(Act act, Quarter quarter, string body)
    {
        string id = act.NewId();
        bool isSeat = Contracts.Seats.All.Contains(body);
        string whose = $"{AttestationBodies.InWords(body)}, {quarter.InWords}";
        Clock clock = await clocks.StartAsync(
            act,
            new ClockStart
            {
                SubjectType = AttestationWords.Subject,
                SubjectId = id,
                Purpose = AttestationWords.Attest,
                Title = $"Who holds what: {whose}",
                Seat = isSeat ? body : null,
                Limit = ClockLimit.WorkingDays(AttestationRules.WorkingDays),
                ReceivedAt = act.Now,
                ReminderWorkingDays = AttestationRules.ReminderWorkingDays,
            }
        );
        Attestation attestation = new()
        {
            Id = id,
            PartnershipId = act.PartnershipId,
            Quarter = quarter.Name,
            Body = body,
            ClockId = clock.Id,
            OpenedAt = act.Now,
            State = AttestationStates.Open,
        };
        act.Db.Add(attestation);
        AskDraft draft = new(
            AttestationWords.Attest,
            attestation.Subject,
            // A task says of itself for which seat it is.
            isSeat ? quarter.InWords : whose,
            DueAt: clock.DueAt,
            ClockId: clock.Id
        );
        foreach (AskDraft addressed in AttestationBodies.Addressed(body, draft))
        {
            await AskBook.OpenAsync(act, addressed);
        }

        await AttestationNotices.OpenedAsync(act, attestation, clock.DueAt);
    }

    /// <summary>What nobody answered before the quarter is asked no longer: the new list asks the same of the same people.</summary>
    private async Task<List<string>> EndMissedAsync(Act act)
    {
        const string Why = "The next quarter has begun";
        List<Attestation> open = await act
            .Db.Set<Attestation>()
            .Where(each => each.PartnershipId == act.PartnershipId)
            .Where(each => each.State == AttestationStates.Open)
            .OrderBy(each => each.Id)
            .ToListAsync();
        foreach (Attestation each in open)
        {
            each.State = AttestationStates.Missed;
            await clocks.StopAsync(act, each.ClockId, Why);
            await AskBook.CancelAllAsync(act, each.Subject, Why);
            act.AlsoRecord(AttestationWords.Missed, each.Subject, new { each.Quarter, each.Body });
        }

        return [.. open.Select(each => each.Id)];
    }
}
