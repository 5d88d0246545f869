using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Puts somebody in a seat or role whom the installation may not know yet, by directory and object id: one act, under the rules of every
/// appointment. Whoever is known already keeps name and address as their own directory gave them.
/// </summary>
public sealed class AppointNewPerson(Acts acts, AppointPerson appoint)
{
    /// <param name="body">Its <c>Person</c> is found, or made, by <paramref name="who"/>.</param>
    public Task<Result<AppointmentAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        NewPerson who,
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
                Decide = act => DecideAsync(act, who, body),
            },
            cancellation
        );

    private async Task<Result<AppointmentAnswer>> DecideAsync(
        Act act,
        NewPerson who,
        AppointPersonBody body
    )
    {
        Person? person = await act
            .Db.Set<Person>()
            .SingleOrDefaultAsync(p => p.TenantId == who.TenantId && p.ObjectId == who.ObjectId);
        bool isNew = person is null;
        if (person is null)
        {
            if (Check(who) is { } wrong)
            {
                return wrong;
            }

            person = await RegisterPerson.EnsureAsync(act, who);
            await act.Db.SaveChangesAsync();
        }

        Result<AppointmentAnswer> appointed = await appoint.DecideAsync(
            act,
            body with
            {
                Person = person.Id,
            }
        );
        if (isNew && !appointed.IsRefused)
        {
            act.AlsoRecord(
                "person.entered",
                new SubjectRef("person", person.Id),
                new
                {
                    who.TenantId,
                    who.ObjectId,
                    who.Name,
                    who.Email,
                }
            );
        }

        return appointed;
    }

    private static Refusal? Check(NewPerson who)
    {
        FieldErrors errors = new();
        errors.When(
            who.TenantId.Length is 0 or > Person.MostId || !IsPlain(who.TenantId),
            "tenant",
            "Give the id of the directory that they sign in by."
        );
        errors.When(
            who.ObjectId.Length is 0 or > Person.MostId || !IsPlain(who.ObjectId),
            "object",
            "Give the object id of the person in that directory."
        );
        errors.When(
            who.Name.Trim().Length is 0 or > Person.MostName || who.Name.Any(char.IsControl),
            "name",
            $"Give the person's name, on one line, up to {Person.MostName} characters."
        );
        errors.When(
            who.Email is { } email
                && (email.Length > Person.MostEmail || !email.Contains('@') || !IsPlain(email)),
            "email",
            "This is no e-mail address."
        );
        return errors.AsRefusal();
    }

    private static bool IsPlain(string text) =>
        !text.Any(each => char.IsControl(each) || char.IsWhiteSpace(each));
}
