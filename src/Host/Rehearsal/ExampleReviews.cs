using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Modules.Attestations;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Host.Rehearsal;

/// <summary>
/// The example partnerships' reviews of who holds what: the present quarter's stand open from the start, the council's answered, although a
/// partnership has its first a quarter later; and they follow the clock that is set, since housekeeping goes by real time.
/// </summary>
internal sealed class ExampleReviews(
    OpenAttestations open,
    AnswerAttestation answer,
    KeepAttestations keep,
    IReadGovernance read,
    TimeProvider time,
    IConfiguration configuration
)
{
    /// <summary>The setting that leaves reviews to housekeeping alone; the rehearsal's own unless it says false.</summary>
    public const string Setting = "Rehearsal:Reviews";

    private bool IsOn => configuration.GetValue(Setting, true);

    public async Task BeginAsync(string partnership)
    {
        DateTime now = Moments.Now(time);
        if (!IsOn || await open.OpenAsync(partnership, Quarter.Of(London.DateOf(now))) == 0)
        {
            return;
        }

        string lead;
        AttestationAnswer council;
        await using (GovernanceDb db = read.OpenReader())
        {
            lead = (await SeatHolders.LoadAsync(db, partnership, now))[Seats.LocalAuthority]
                .Lead!
                .PersonId;
            council = (await AttestationBook.ListAsync(db, partnership, lead, now)).Value.First(
                each => each.Body == Seats.LocalAuthority
            );
        }

        Result<AttestationAnswer> answered = await answer.HandleAsync(
            new ActCaller(lead),
            council.Id,
            new AttestBody([
                .. council.Appointments.Select(line => new AttestVerdict(
                    line.Appointment,
                    AttestationVerdicts.Holds
                )),
            ])
        );
        if (answered.Refusal is { } refusal && refusal != AttestationsRefusals.Over)
        {
            throw new InvalidOperationException($"The example review was refused: {refusal.Code}.");
        }
    }

    public Task KeepAsync() => IsOn ? keep.RunAsync() : Task.CompletedTask;
}
