using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Notices;

/// <summary>Whom a notice is meant for: a person, or whoever holds a role, a seat or an agency that day.</summary>
public sealed record Recipient
{
    private readonly string? _personId;
    private readonly Func<Appointment, bool>? _holds;

    private Recipient(string? personId, Func<Appointment, bool>? holds, string? audience = null)
    {
        _personId = personId;
        _holds = holds;
        Audience = audience;
    }

    /// <summary>
    /// Whose channel in Teams may be told besides: <c>role:…</c>, <c>seat:…</c> or <c>agency:…</c>; null for people, levels and
    /// groups.
    /// </summary>
    public string? Audience { get; }

    public static Recipient Person(string personId) => new(personId, null);

    public static Recipient Role(string role) => new(null, a => a.Role == role, "role:" + role);

    /// <summary>Everybody on a seat, or who holds it at one level.</summary>
    public static Recipient Seat(string seat, string? level = null) =>
        new(null, a => a.Seat == seat && (level is null || a.Level == level), "seat:" + seat);

    /// <summary>The three leads.</summary>
    public static Recipient Leads { get; } = new(null, a => a.Level == Levels.Lead);

    /// <summary>The three delegates.</summary>
    public static Recipient Delegates { get; } = new(null, a => a.Level == Levels.Delegate);

    public static Recipient Agency(string agencyId) =>
        new(
            null,
            a => a.Role == Roles.AgencyRepresentative && a.AgencyId == agencyId,
            "agency:" + agencyId
        );

    public static Recipient Group(string groupId) => new(null, a => a.GroupId == groupId);

    /// <summary>Who holds a role in one group.</summary>
    public static Recipient GroupRole(string groupId, string role) =>
        new(null, a => a.GroupId == groupId && a.Role == role);

    internal static bool AnyByAppointment(IEnumerable<Recipient> recipients) =>
        recipients.Any(r => r._holds is not null);

    /// <summary>The people meant, each once.</summary>
    internal static IEnumerable<string> Resolve(
        IReadOnlyCollection<Recipient> recipients,
        IReadOnlyCollection<Appointment> held
    ) =>
        recipients
            .SelectMany(recipient =>
                recipient._personId is { } personId
                    ? [personId]
                    : held.Where(recipient._holds!).Select(a => a.PersonId)
            )
            .Distinct(StringComparer.Ordinal)
            .Order(StringComparer.Ordinal);
}
