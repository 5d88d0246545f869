using System.Security.Cryptography;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Search;

/// <summary>
/// What opens a text to somebody: a right, a role, a seat, an agency, a body, or being the person. A text names the keys that open it, a
/// reader's standing says which keys they hold on the day, and the database compares the two, so that nothing is found and then hidden.
/// </summary>
public static class SearchKeys
{
    public const int MostLength = Ids.MaxLength + 32;

    /// <summary>Whoever has the right. Its roles are looked up when somebody searches, so that a changed duty needs no new index.</summary>
    public static string May(Permission permission) => "may:" + permission.Name;

    public static string Role(string role) => "role:" + role;

    public static string Seat(string seat) => "seat:" + seat;

    public static string Agency(string agencyId) => "agency:" + agencyId;

    public static string Person(string personId) => "person:" + personId;

    /// <summary>A key that only its own module gives and takes.</summary>
    public static string Of(string what, string id) => $"{what}:{id}";

    /// <summary>
    /// What a standing holds by itself. The administrator reads no case text, by whatever other key: besides the rights that are
    /// everybody's there are none for them.
    /// </summary>
    internal static IEnumerable<string> Held(
        Standing standing,
        IEnumerable<Permission> permissions
    ) =>
        permissions
            .Where(permission => standing.HoldsAny(permission.Roles))
            .Select(May)
            .Concat(standing.Holds(Roles.Administrator) ? [] : OfOneself(standing))
            .Distinct(StringComparer.Ordinal);

    /// <summary>A short name for a set of keys: the same set has the same name in every database.</summary>
    internal static string NameOf(IEnumerable<string> keys) =>
        Convert.ToHexStringLower(
            SHA256.HashData(
                Encoding.UTF8.GetBytes(string.Join('\n', keys.Order(StringComparer.Ordinal)))
            )
        )[..32];

    private static IEnumerable<string> OfOneself(Standing standing) =>
        [
            Person(standing.PersonId),
            .. standing.Appointments.Select(held => Role(held.Role)),
            .. standing.Seats.Select(Seat),
            .. standing.Agencies.Select(Agency),
        ];
}

/// <summary>Further keys that somebody holds, by a module's own rule of who belongs where. Never asked for the administrator.</summary>
public interface IHoldSearchKeys
{
    Task<IReadOnlyList<string>> OfAsync(GovernanceDb db, Standing standing);
}
