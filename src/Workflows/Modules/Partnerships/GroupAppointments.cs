using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Appointments to a group as part of another module's act, by the same rules as an appointment of its own. The act has locked the
/// partnership's row, and raises <see cref="AppointmentMade"/> or <see cref="AppointmentEnded"/> where others have to follow.
/// </summary>
internal static class GroupAppointments
{
    /// <summary>Somebody becomes the group's chair or a member, or the reason why not.</summary>
    public static async Task<Result<Appointment>> MakeAsync(Act act, AppointPersonBody body)
    {
        if (body.Role is not (Roles.GroupChair or Roles.GroupMember))
        {
            throw new ArgumentException("Only a group's people are appointed here.", nameof(body));
        }

        Result<(Appointment, Person)> prepared = await AppointPerson.PrepareAsync(act, body);
        if (prepared.IsRefused)
        {
            return prepared.Refusal;
        }

        Appointment appointment = prepared.Value.Item1;
        act.Db.Add(appointment);
        act.AlsoRecord(
            "appointment.made",
            new SubjectRef("appointment", appointment.Id),
            AppointPerson.RecordOf(appointment)
        );
        return appointment;
    }

    /// <summary>The appointment ends at once.</summary>
    public static void End(Act act, Appointment appointment, string reason)
    {
        EndAppointment.End(act, appointment, act.Caller.PersonId, reason);
        act.AlsoRecord(
            "appointment.ended",
            new SubjectRef("appointment", appointment.Id),
            new
            {
                person = appointment.PersonId,
                appointment.Role,
                group = appointment.GroupId,
                reason,
            }
        );
    }
}
