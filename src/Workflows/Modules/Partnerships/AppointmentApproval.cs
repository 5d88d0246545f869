using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>The second approval of a scrutineer's or an administrator's appointment (DOMAIN B1.8).</summary>
public sealed class AppointmentApproval(PartnershipEvents events, Directories directories)
    : IApprovalKind
{
    public const string Name = "appointment";

    public string Kind => Name;

    public bool FromAnotherBody => true;

    public bool MayApprove(Standing standing) => ApproversOfAppointments.Include(standing);

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        Appointment appointment = await AppointmentAsync(act, approval);
        Person person = await act
            .Db.Set<Person>()
            .SingleAsync(known => known.Id == appointment.PersonId);
        if (directories.Check(appointment, person.TenantId) is { } elsewhere)
        {
            return elsewhere;
        }

        Refusal? conflict = AppointmentRules.Conflict(
            appointment,
            await AppointmentRoll.HistoryAsync(act.Db, act.PartnershipId),
            await AppointmentRoll.HistoryOfPersonAsync(act.Db, appointment.PersonId)
        );
        if (conflict is not null)
        {
            return conflict;
        }

        appointment.Status = AppointmentStates.Active;
        act.AlsoRecord(
            "appointment.approved",
            new SubjectRef(approval.SubjectType, approval.SubjectId),
            AppointPerson.RecordOf(appointment)
        );
        await events.RaiseAsync(act, new AppointmentMade(appointment));
        return new Done();
    }

    public async Task DeclineAsync(Act act, PendingApproval approval) =>
        (await AppointmentAsync(act, approval)).Status = AppointmentStates.Declined;

    public async Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    ) => await AppointmentChanges.OfAsync(db, approval.SubjectId);

    private static Task<Appointment> AppointmentAsync(Act act, PendingApproval approval) =>
        act.Db.Set<Appointment>().SingleAsync(a => a.Id == approval.SubjectId);
}

/// <summary>The second approval of the end of a scrutineer's or an administrator's appointment.</summary>
public sealed class AppointmentEndApproval(PartnershipEvents events) : IApprovalKind
{
    public const string Name = "appointmentEnd";

    public string Kind => Name;

    public bool FromAnotherBody => true;

    public bool MayApprove(Standing standing) => ApproversOfAppointments.Include(standing);

    public async Task<Result<Done>> ApplyAsync(Act act, PendingApproval approval)
    {
        Appointment appointment = await act
            .Db.Set<Appointment>()
            .SingleAsync(a => a.Id == approval.SubjectId);
        if (EndAppointment.CheckOpen(appointment) is { } refusal)
        {
            return refusal;
        }

        EndAppointment.End(act, appointment, approval.ProposedBy, approval.Proposal!);
        act.AlsoRecord(
            "appointment.ended",
            new SubjectRef(approval.SubjectType, approval.SubjectId),
            new
            {
                person = appointment.PersonId,
                appointment.Role,
                reason = approval.Proposal,
            }
        );
        await events.RaiseAsync(act, new AppointmentEnded(appointment));
        return new Done();
    }

    public Task DeclineAsync(Act act, PendingApproval approval) => Task.CompletedTask;

    public async Task<IReadOnlyList<ApprovalChange>> DescribeAsync(
        GovernanceDb db,
        PendingApproval approval
    ) =>
        [
            .. await AppointmentChanges.OfAsync(db, approval.SubjectId),
            new("Ends", "At once, when this is approved"),
            new("Reason", approval.Proposal ?? string.Empty),
        ];
}

/// <summary>The appointment that a proposal is about, line by line.</summary>
internal static class AppointmentChanges
{
    public static async Task<IReadOnlyList<ApprovalChange>> OfAsync(
        GovernanceDb db,
        string appointmentId
    )
    {
        Appointment appointment = await db.Set<Appointment>()
            .SingleAsync(a => a.Id == appointmentId);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            [appointment.PersonId]
        );
        return
        [
            new("Person", names[appointment.PersonId]),
            new("Appointment", RoleWords.Of(appointment)),
            new("First day", $"{appointment.From:d MMMM yyyy}"),
            new("Last day", appointment.To is { } to ? $"{to:d MMMM yyyy}" : "No end is set"),
        ];
    }
}

/// <summary>Leads and delegates of the seats, and a business unit; which of them is another body is asked apart.</summary>
internal static class ApproversOfAppointments
{
    public static bool Include(Standing standing) =>
        standing.Holds(Roles.BusinessUnit)
        || standing.Appointments.Any(a => a.Level is Levels.Lead or Levels.Delegate);
}
