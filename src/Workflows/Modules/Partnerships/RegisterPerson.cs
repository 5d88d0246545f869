using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>Who somebody is in the directory that they sign in with; name and e-mail are labels.</summary>
/// <param name="Id">Our id for them, where the caller chooses one (establishment); otherwise one is made.</param>
public sealed record NewPerson(
    string TenantId,
    string ObjectId,
    string Name,
    string? Email = null,
    string? Id = null
);

/// <summary>
/// Makes a person known to the installation, or brings their labels up to date; by itself it gives no right. The sign-in calls
/// it; when nothing has changed it is a read and writes nothing.
/// </summary>
public sealed class RegisterPerson(Acts acts, IReadGovernance governance)
{
    public async Task<Result<PersonLine>> HandleAsync(
        NewPerson who,
        CancellationToken cancellation = default
    )
    {
        await using (GovernanceDb db = governance.OpenReader())
        {
            Person? known = await FindAsync(db, who);
            if (known is not null && known.DisplayName == who.Name && known.Email == who.Email)
            {
                return new PersonLine(known.Id, known.DisplayName);
            }
        }

        return await acts.RunAsync(
            new ActRequest<PersonLine>
            {
                Name = "person.register",
                Caller = ActCaller.Service("sign-in"),
                Permission = Permission.Service,
                Locate = act =>
                    Task.FromResult<ActPlace?>(
                        new ActPlace(
                            Partnership.Installation,
                            new SubjectRef("person", who.Id ?? act.NewId())
                        )
                    ),
                Decide = async act =>
                {
                    Person person = await EnsureAsync(act, who);
                    act.Subject = new SubjectRef("person", person.Id);
                    act.Payload = new
                    {
                        who.TenantId,
                        who.ObjectId,
                        who.Name,
                        who.Email,
                    };
                    return new PersonLine(person.Id, person.DisplayName);
                },
            },
            cancellation
        );
    }

    /// <summary>The person with this tenant and object id, made or brought up to date in the act.</summary>
    internal static async Task<Person> EnsureAsync(Act act, NewPerson who)
    {
        Person? person =
            act.Db.Set<Person>()
                .Local.SingleOrDefault(p =>
                    p.TenantId == who.TenantId && p.ObjectId == who.ObjectId
                )
            ?? await FindAsync(act.Db, who);
        if (person is null)
        {
            person = new Person
            {
                Id = who.Id ?? act.NewId(),
                TenantId = who.TenantId,
                ObjectId = who.ObjectId,
                DisplayName = who.Name,
                Email = who.Email,
                RegisteredAt = act.Now,
            };
            act.Db.Add(person);
            return person;
        }

        person.DisplayName = who.Name;
        person.Email = who.Email;
        return person;
    }

    private static Task<Person?> FindAsync(GovernanceDb db, NewPerson who) =>
        db.Set<Person>()
            .SingleOrDefaultAsync(p => p.TenantId == who.TenantId && p.ObjectId == who.ObjectId);
}
