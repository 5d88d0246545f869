using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Attestations;

/// <summary>
/// Whose appointments are looked at together, and who answers for them: a seat's lead or delegate for the seat, the scrutineer for the
/// scrutiny function (no partner answers for it), the business unit for everybody else, the administrators among them. Pure.
/// </summary>
public static class AttestationBodies
{
    public const string Scrutiny = "scrutiny";
    public const string Others = "others";

    /// <summary>In the order in which they are shown: the three seats first.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Seats.All, Scrutiny, Others];

    public static string Of(string role, string? seat) =>
        seat ?? (role == Roles.Scrutineer ? Scrutiny : Others);

    /// <summary>Whether this person is one of those who answer for the body.</summary>
    public static bool Answers(string body, Standing standing) =>
        body switch
        {
            Scrutiny => standing.Holds(Roles.Scrutineer),
            Others => standing.Holds(Roles.BusinessUnit),
            _ => standing.HoldsSeat(body, Levels.Lead) || standing.HoldsSeat(body, Levels.Delegate),
        };

    /// <summary>For example "the police", or "agencies, groups and the business unit".</summary>
    public static string InWords(string body) =>
        body switch
        {
            Scrutiny => "the scrutiny function",
            Others => "agencies, groups, chair and business unit",
            _ => $"the {RoleWords.OfSeat(body)}",
        };

    /// <summary>One ask for each of those who may answer.</summary>
    internal static IEnumerable<AskDraft> Addressed(string body, AskDraft draft) =>
        body switch
        {
            Scrutiny => [draft with { Role = Roles.Scrutineer }],
            Others => [draft with { Role = Roles.BusinessUnit }],
            _ =>
            [
                draft with
                {
                    Seat = body,
                    Level = Levels.Lead,
                },
                draft with
                {
                    Seat = body,
                    Level = Levels.Delegate,
                },
            ],
        };

    internal static Recipient[] Recipients(string body) =>
        body switch
        {
            Scrutiny => [Recipient.Role(Roles.Scrutineer)],
            Others => [Recipient.Role(Roles.BusinessUnit)],
            _ => [Recipient.Seat(body, Levels.Lead), Recipient.Seat(body, Levels.Delegate)],
        };
}
