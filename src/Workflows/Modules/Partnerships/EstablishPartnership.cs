using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Partnerships;

/// <summary>A partnership with the people it starts with.</summary>
/// <param name="Id">A readable slug: small letters, digits and hyphens; <see cref="Partnership.Installation"/> for the installation itself.</param>
/// <param name="Appointments">As in an appointment's request; a person is named by the id in <paramref name="People"/>, or by that of somebody registered before.</param>
public sealed record NewPartnership(
    string Id,
    string Name,
    IReadOnlyList<NewPerson> People,
    IReadOnlyList<NewAgency> Agencies,
    IReadOnlyList<AppointPersonBody> Appointments
);

/// <summary>A relevant agency that the arrangements name.</summary>
/// <param name="From">Since when; the day on which the partnership is entered when left out.</param>
public sealed record NewAgency(string Id, string Name, DateOnly? From = null);

/// <summary>
/// The first act of a partnership: its row, its people, its first appointments and agencies, and what other modules install in
/// it (<see cref="IOnPartnershipEstablished"/>). Nobody holds anything yet who could approve, so the service acts, the record
/// says so, and the same rules hold as for every later appointment except the second approver.
/// </summary>
public sealed class EstablishPartnership(
    Acts acts,
    IEnumerable<IOnPartnershipEstablished> installers,
    Directories directories
)
{
    private readonly IOnPartnershipEstablished[] _installers = [.. installers];

    /// <summary>Refused as <c>partnership.exists</c> when it was established before, so that it can be tried at every start.</summary>
    public Task<Result<PartnershipLine>> HandleAsync(
        NewPartnership partnership,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<PartnershipLine>
            {
                Name = "partnership.establish",
                Caller = ActCaller.Service("establishment"),
                Permission = Permission.Service,
                Locate = _ =>
                    Task.FromResult<ActPlace?>(
                        new ActPlace(partnership.Id, new SubjectRef("partnership", partnership.Id))
                    ),
                Decide = act => DecideAsync(act, partnership),
            },
            cancellation
        );

    private async Task<Result<PartnershipLine>> DecideAsync(Act act, NewPartnership wanted)
    {
        if (!IsSlug(wanted.Id))
        {
            return Refusal.Invalid("id", "Use small letters, digits and hyphens only.");
        }

        if (await act.Db.Set<Partnership>().AnyAsync(p => p.Id == wanted.Id))
        {
            return PartnershipsRefusals.PartnershipExists;
        }

        Partnership partnership = new()
        {
            Id = wanted.Id,
            Name = wanted.Name,
            EstablishedAt = act.Now,
            EstablishedOn = London.DateOf(act.Now),
        };
        act.Db.Add(partnership);
        foreach (NewPerson person in wanted.People)
        {
            await RegisterPerson.EnsureAsync(act, person);
        }

        NameAgencies(act, wanted, partnership.EstablishedOn);
        foreach (AppointPersonBody body in wanted.Appointments)
        {
            if (await AppointAsync(act, wanted, body) is { } refusal)
            {
                return refusal;
            }
        }

        // What is installed next may ask the database who is there.
        await act.Db.SaveChangesAsync();
        foreach (IOnPartnershipEstablished installer in _installers)
        {
            await installer.HandleAsync(act, partnership);
        }

        act.Payload = wanted;
        return new PartnershipLine(partnership.Id, partnership.Name);
    }

    private static void NameAgencies(Act act, NewPartnership wanted, DateOnly from)
    {
        foreach (NewAgency agency in wanted.Agencies)
        {
            act.Db.Add(
                new RelevantAgency
                {
                    Id = agency.Id,
                    PartnershipId = wanted.Id,
                    Name = agency.Name,
                    From = agency.From ?? from,
                }
            );
        }
    }

    private async Task<Refusal?> AppointAsync(
        Act act,
        NewPartnership wanted,
        AppointPersonBody body
    )
    {
        // Somebody known already keeps the id they have; the list may name them by the one chosen for them here.
        NewPerson? named = wanted.People.FirstOrDefault(p =>
            p.Id is not null && p.Id == body.Person
        );
        Person? person = named is null
            ? await act.Db.Set<Person>().FindAsync(body.Person)
            : await RegisterPerson.EnsureAsync(act, named);
        bool agencyIsKnown = wanted.Agencies.Any(a => a.Id == body.Agency);
        if (AppointmentRules.Check(body, person is not null, agencyIsKnown) is { } invalid)
        {
            return invalid;
        }

        Appointment appointment = AppointPerson.AppointmentOf(
            act,
            body with
            {
                Person = person!.Id,
            }
        );
        Refusal? conflict =
            directories.Check(appointment, person.TenantId)
            ?? AppointmentRules.Conflict(
                appointment,
                await AppointmentRoll.HistoryAsync(act.Db, act.PartnershipId),
                await AppointmentRoll.HistoryOfPersonAsync(act.Db, appointment.PersonId)
            );
        if (conflict is null)
        {
            act.Db.Add(appointment);
        }

        return conflict;
    }

    private static bool IsSlug(string id) =>
        id.Length is > 0 and <= Ids.MaxLength
        && id.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-');
}
