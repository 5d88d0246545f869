using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Puts a person in a seat or role for dated terms. A scrutineer's and an administrator's waits for a second approver from
/// another body (<see cref="AppointmentAnswer.Approval"/>), and the leads are told.
/// </summary>
public sealed class AppointPerson(
    Acts acts,
    ApprovalBook approvals,
    PartnershipEvents events,
    Directories directories
)
{
    public Task<Result<AppointmentAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        AppointPersonBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<AppointmentAnswer>
            {
                Name = "appointment.make",
                Caller = caller,
                Permission = PartnershipsPermissions.Appoint,
                Locate = act => PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    internal async Task<Result<AppointmentAnswer>> DecideAsync(Act act, AppointPersonBody body)
    {
        Result<(Appointment, Person)> prepared = await PrepareAsync(act, body);
        if (prepared.IsRefused)
        {
            return prepared.Refusal;
        }

        (Appointment appointment, Person person) = prepared.Value;
        if (directories.Check(appointment, person.TenantId) is { } elsewhere)
        {
            return elsewhere;
        }

        act.Db.Add(appointment);
        act.Subject = new SubjectRef("appointment", appointment.Id);
        act.Payload = RecordOf(appointment);
        PendingApproval? approval = null;
        if (AppointmentRules.NeedsSecondApprover(appointment.Role))
        {
            appointment.Status = AppointmentStates.PendingApproval;
            approval = await approvals.ProposeAsync(
                act,
                new ApprovalDraft(
                    AppointmentApproval.Name,
                    act.Subject,
                    $"Appoint {person.DisplayName} as {appointment.Role}",
                    appointment.PersonId
                )
            );
        }
        else
        {
            await events.RaiseAsync(act, new AppointmentMade(appointment));
        }

        return AppointmentAnswers.Of(appointment, person.DisplayName, approval?.Id);
    }

    /// <summary>The appointment, not yet added, where neither the body nor what is held already stands against it.</summary>
    internal static async Task<Result<(Appointment, Person)>> PrepareAsync(
        Act act,
        AppointPersonBody body
    )
    {
        Person? person = await act.Db.Set<Person>().SingleOrDefaultAsync(p => p.Id == body.Person);
        bool agencyIsKnown =
            body.Agency is not null
            && await act
                .Db.Set<RelevantAgency>()
                .AnyAsync(a => a.PartnershipId == act.PartnershipId && a.Id == body.Agency);
        if (AppointmentRules.Check(body, person is not null, agencyIsKnown) is { } invalid)
        {
            return invalid;
        }

        Appointment appointment = AppointmentOf(act, body);
        Refusal? conflict = AppointmentRules.Conflict(
            appointment,
            await AppointmentRoll.BesideAsync(act.Db, appointment),
            await AppointmentRoll.HistoryOfPersonAsync(act.Db, appointment.PersonId)
        );
        if (conflict is not null)
        {
            return conflict;
        }

        // Some rules look at all partnerships, whose rows are not locked: two appointments of one person lose a race instead.
        act.Db.Entry(person!).State = EntityState.Modified;
        return (appointment, person!);
    }

    internal static Appointment AppointmentOf(Act act, AppointPersonBody body) =>
        new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            PersonId = body.Person!,
            Role = body.Role!,
            Seat = body.Seat,
            Level = body.Level,
            AgencyId = body.Agency,
            GroupId = body.Group,
            From = body.From!.Value,
            To = body.To,
            Status = AppointmentStates.Active,
            ProposedBy = act.Caller.PersonId,
            ProposedAt = act.Now,
        };

    internal static object RecordOf(Appointment appointment) =>
        new
        {
            person = appointment.PersonId,
            appointment.Role,
            appointment.Seat,
            appointment.Level,
            agency = appointment.AgencyId,
            group = appointment.GroupId,
            appointment.From,
            appointment.To,
        };
}
