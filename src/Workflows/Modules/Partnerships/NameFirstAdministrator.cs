using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Names the first administrator of an installation that never had one. Nobody is there who could propose or agree, so the service
/// acts, once, and the record says so; from then on it is refused for ever, also when that administrator has gone: the business
/// unit appoints the next with a second approver.
/// </summary>
public sealed class NameFirstAdministrator(Acts acts, PartnershipEvents events)
{
    public Task<Result<PersonLine>> HandleAsync(
        string partnershipId,
        NewPerson who,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PersonLine>
            {
                Name = "administrator.name-first",
                Caller = ActCaller.Service("bootstrap"),
                Permission = Permission.Service,
                Locate = act => LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, who),
            },
            cancellation
        );

    /// <summary>Of two commands at one moment the second sees what the first has done, also in another partnership: all are locked, in one order.</summary>
    private static async Task<ActPlace?> LocateAsync(Act act, string partnershipId)
    {
        foreach (
            string id in await act
                .Db.Set<Partnership>()
                .Select(partnership => partnership.Id)
                .OrderBy(id => id)
                .ToListAsync()
        )
        {
            await act.LockAsync<Partnership>(id);
        }

        return await PartnershipPlace.LocateAsync(act, partnershipId);
    }

    private async Task<Result<PersonLine>> DecideAsync(Act act, NewPerson who)
    {
        bool hadOne = await act
            .Db.Set<Appointment>()
            .AnyAsync(a => a.Role == Roles.Administrator && a.Status != AppointmentStates.Declined);
        if (hadOne)
        {
            return PartnershipsRefusals.AdministratorNamed;
        }

        Person person = await RegisterPerson.EnsureAsync(act, who);
        Appointment appointment = AppointPerson.AppointmentOf(
            act,
            new AppointPersonBody(
                person.Id,
                Roles.Administrator,
                null,
                null,
                null,
                null,
                London.DateOf(act.Now),
                null
            )
        );
        Refusal? conflict = AppointmentRules.Conflict(
            appointment,
            [],
            await AppointmentRoll.HistoryOfPersonAsync(act.Db, person.Id)
        );
        if (conflict is not null)
        {
            return conflict;
        }

        act.Db.Add(appointment);
        act.Subject = new SubjectRef("appointment", appointment.Id);
        act.Payload = AppointPerson.RecordOf(appointment);
        await events.RaiseAsync(act, new AppointmentMade(appointment));
        return new PersonLine(person.Id, person.DisplayName);
    }
}
