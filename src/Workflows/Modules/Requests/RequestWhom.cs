using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Notices;

namespace Governance.Modules.Requests;

/// <summary>Whom a request may be put to: everybody on a statutory seat, or whoever holds a role that stands for itself. Pure.</summary>
public static class RequestWhom
{
    /// <summary>As definitions have it, and in words.</summary>
    public static IReadOnlyList<(string Value, string Words)> All { get; } =
    [
        (Seats.LocalAuthority, "The local authority"),
        (Seats.IntegratedCareBoard, "The integrated care board"),
        (Seats.Police, "The police"),
        (Roles.PartnershipChair, "The partnership chair"),
        (Roles.Scrutineer, "The scrutiny function"),
        (Roles.BusinessUnit, "The business unit"),
    ];

    public static bool IsKnown(string? whom) => All.Any(each => each.Value == whom);

    public static string InWords(string whom) =>
        All.FirstOrDefault(each => each.Value == whom).Words ?? whom;

    internal static Recipient Recipient(string whom) =>
        Seats.All.Contains(whom) ? Notices.Recipient.Seat(whom) : Notices.Recipient.Role(whom);

    internal static AskDraft Addressed(string whom, AskDraft draft) =>
        Seats.All.Contains(whom) ? draft with { Seat = whom } : draft with { Role = whom };
}
