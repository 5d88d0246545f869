using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Meetings;

/// <summary>A place at a body's table, with its name on the day.</summary>
public sealed record BodyPlace(string Key, string Name);

/// <summary>Somebody who belongs to a body on a day.</summary>
/// <param name="Capacity">One of <see cref="BodyCapacities"/>.</param>
/// <param name="Place">What they sit for (<see cref="PlaceKeys"/>).</param>
/// <param name="Level">For a seat's holder: lead, delegate or deputy. A deputy sits only for a named holder.</param>
/// <param name="TermId">The <see cref="BodyMember"/> that says so; null where an appointment does.</param>
public sealed record MemberOfBody(
    string PersonId,
    string Name,
    string Capacity,
    string Place,
    string? Level = null,
    DateOnly? From = null,
    DateOnly? To = null,
    string? TermId = null
)
{
    /// <summary>Sits at the table in their own right: not an expert, nor a seat's deputy.</summary>
    public bool Sits => Capacity != BodyCapacities.Expert && Level != Levels.Deputy;
}

/// <summary>
/// Who belongs to a body on a day. Pure: the seats' holders for the partnership and its executive, besides them the agencies'
/// representatives for the partnership, a group's appointments for a task and finish group, and whoever was made a member.
/// </summary>
public sealed record BodyMembership(
    MeetingBody Body,
    DateOnly On,
    IReadOnlyList<MemberOfBody> Members,
    IReadOnlyList<BodyPlace> Places
)
{
    private static readonly string[] Chairing = [BodyCapacities.Chair, BodyCapacities.ViceChair];

    public bool Has(string personId) => Members.Any(member => member.PersonId == personId);

    /// <summary>Chair or vice-chair.</summary>
    public bool IsChairedBy(string personId) =>
        Members.Any(member => member.PersonId == personId && Chairing.Contains(member.Capacity));

    /// <summary>Who sits at a place in their own right.</summary>
    public IEnumerable<MemberOfBody> HoldersOf(string place) =>
        Members.Where(member => member.Place == place && member.Sits);

    /// <summary>The place for which somebody sits in their own right: the one named, or the only one; null for none.</summary>
    public string? PlaceOf(string personId, string? named) =>
        Members
            .FirstOrDefault(member =>
                member.PersonId == personId
                && member.Sits
                && (named is null || member.Place == named)
            )
            ?.Place;

    public static BodyMembership Of(
        MeetingBody body,
        DateOnly on,
        IReadOnlyList<Appointment> held,
        IEnumerable<BodyMember> terms,
        IReadOnlyDictionary<string, string> agencies,
        IReadOnlyDictionary<string, string> people
    )
    {
        MemberOfBody[] appointed =
        [
            .. held.Where(a => a.IsHeldOn(on))
                .Select(a => ByAppointment(body, held, a))
                .OfType<MemberOfBody>(),
        ];
        MemberOfBody[] termed =
        [
            .. terms
                .Where(term => term.BodyId == body.Id && term.IsOn(on))
                .OrderBy(term => term.Id, StringComparer.Ordinal)
                .Select(term => new MemberOfBody(
                    term.PersonId,
                    "",
                    term.Capacity,
                    term.Place,
                    null,
                    term.From,
                    term.To,
                    term.Id
                )),
        ];
        // What was said of somebody in this body goes before what follows from their appointment, whose place they keep.
        MemberOfBody[] members =
        [
            .. appointed.Where(member => termed.All(term => term.PersonId != member.PersonId)),
            .. termed.Select(term =>
                appointed.FirstOrDefault(member => member.PersonId == term.PersonId) is { } also
                && PlaceKeys.PersonOf(term.Place) is not null
                    ? term with
                    {
                        Place = also.Place,
                        Level = also.Level,
                    }
                    : term
            ),
        ];
        MemberOfBody[] named =
        [
            .. members
                .Select(member =>
                    member with
                    {
                        Name = people.GetValueOrDefault(member.PersonId, member.PersonId),
                    }
                )
                .OrderBy(member => Rank(member.Capacity))
                .ThenBy(member => member.Name, StringComparer.Ordinal)
                .ThenBy(member => member.PersonId, StringComparer.Ordinal),
        ];
        return new BodyMembership(body, on, named, PlacesOf(body, named, agencies, people));
    }

    private static MemberOfBody? ByAppointment(
        MeetingBody body,
        IReadOnlyList<Appointment> held,
        Appointment appointment
    ) =>
        body.Kind switch
        {
            BodyKinds.TaskAndFinishGroup when appointment.GroupId == body.Id => Member(
                appointment,
                appointment.Role == Roles.GroupChair ? BodyCapacities.Chair : BodyCapacities.Member
            ),
            BodyKinds.Partnership or BodyKinds.Executive when appointment.Seat is not null =>
                Member(
                    appointment,
                    held.Any(other =>
                        other.PersonId == appointment.PersonId
                        && other.Role == Roles.PartnershipChair
                    )
                        ? BodyCapacities.Chair
                        : BodyCapacities.Member
                ),
            BodyKinds.Partnership when appointment.Role == Roles.AgencyRepresentative => Member(
                appointment,
                BodyCapacities.Member
            ),
            _ => null,
        };

    private static MemberOfBody Member(Appointment appointment, string capacity) =>
        new(
            appointment.PersonId,
            "",
            capacity,
            PlaceKeys.Of(appointment.Seat, appointment.AgencyId, appointment.PersonId),
            appointment.Level,
            appointment.From,
            appointment.To
        );

    /// <summary>The seats first, held or vacant where they belong to the body; then agencies and people by name.</summary>
    private static BodyPlace[] PlacesOf(
        MeetingBody body,
        IEnumerable<MemberOfBody> members,
        IReadOnlyDictionary<string, string> agencies,
        IReadOnlyDictionary<string, string> people
    )
    {
        IEnumerable<string> seats = body.Kind is BodyKinds.Partnership or BodyKinds.Executive
            ? Seats.All.Select(PlaceKeys.Seat)
            : [];
        return
        [
            .. seats
                .Concat(members.Where(member => member.Sits).Select(member => member.Place))
                .Distinct(StringComparer.Ordinal)
                .Select(key => new BodyPlace(key, PlaceKeys.NameOf(key, agencies, people)))
                .OrderBy(place => PlaceKeys.SeatOf(place.Key) is null ? 1 : 0)
                .ThenBy(place => place.Name, StringComparer.Ordinal)
                .ThenBy(place => place.Key, StringComparer.Ordinal),
        ];
    }

    private static int Rank(string capacity) => BodyCapacities.All.ToList().IndexOf(capacity);
}
