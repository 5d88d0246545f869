using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.SignOff;

namespace Governance.Modules.Policies;

/// <summary>One thing that happened to a policy.</summary>
/// <param name="Number">Its place in the record.</param>
/// <param name="Act">The act's stable name, one of <see cref="PolicyFacts.Acts"/>.</param>
/// <param name="PersonName">Who; null when the service did it by itself, as at a limit.</param>
/// <param name="Capacity">In what right, in words; null when nothing was held then.</param>
/// <param name="Version">The version that was saved, signed or published.</param>
/// <param name="Round">The sign-off round that it belongs to.</param>
/// <param name="Seat">The seat in whose name it was done.</param>
/// <param name="Reason">The words that whoever did it gave.</param>
/// <param name="Lapsed">The version whose sign-off ended by it; null when none did.</param>
public sealed record PolicyFact(
    long Number,
    DateTime At,
    string Act,
    string? PersonName,
    string? Capacity,
    int? Version,
    string? Round,
    string? Seat,
    string? Reason,
    bool MadeVersion,
    int? Lapsed
);

/// <summary>Entries of the record as facts about a policy. Pure.</summary>
public static class PolicyFacts
{
    public const string Created = "policy.create";
    public const string Saved = "policy.save-draft";
    public const string FileAdded = "policy.add-attachment";
    public const string FileRemoved = "policy.remove-attachment";
    public const string Withdrawn = "policy.withdraw";
    public const string Published = "policy.publish";
    public const string Alarm = "policy.integrity-alarm";
    public const string ReviewDue = "policy.review-due";
    public const string RoundOpened = "sign-off.open";
    public const string NobodyEligible = "sign-off.no-eligible-signer";
    public const string SeatSigned = "sign-off.sign";
    public const string Rejected = "sign-off.reject";
    public const string SignatureWithdrawn = "sign-off.withdraw-signature";
    public const string Commented = "sign-off.comment-as-scrutineer";
    public const string RoundOverdue = "sign-off.overdue";

    /// <summary>What everybody sees who may see the policy.</summary>
    internal static IReadOnlyList<string> Public { get; } = [Published, Withdrawn, ReviewDue];

    /// <summary>All that a timeline shows.</summary>
    public static IReadOnlyList<string> Acts { get; } =
    [
        .. Public,
        Created,
        Saved,
        FileAdded,
        FileRemoved,
        Alarm,
        RoundOpened,
        NobodyEligible,
        SeatSigned,
        Rejected,
        SignatureWithdrawn,
        Commented,
        RoundOverdue,
    ];

    /// <param name="appointments">Of those who acted, as they ever were.</param>
    public static PolicyFact Of(
        SubjectAct done,
        string partnershipId,
        IReadOnlyCollection<SignOffRound> rounds,
        IReadOnlyCollection<Appointment> appointments,
        IReadOnlyDictionary<string, string> names
    )
    {
        SignOffRound? round = rounds.FirstOrDefault(each => each.Id == done.SubjectId);
        int? version =
            round?.SubjectVersion
            ?? Number(done.Payload, "version")
            ?? (done.Act == Created ? 1 : null);
        bool makesVersion =
            done.Act is Created or FileAdded or FileRemoved
            || (done.Act == Saved && done.Payload?["changed"]?.GetValue<bool>() == true);
        SignOffRound? lapsed = rounds.FirstOrDefault(each =>
            each.State == RoundStates.Lapsed
            && each.ClosedAt == done.At
            && (
                done.Act == Withdrawn || (makesVersion && each.SubjectVersion == (version ?? 0) - 1)
            )
        );
        return new PolicyFact(
            done.Sequence,
            done.At,
            done.Act,
            done.IsService ? null : names.GetValueOrDefault(done.Person, done.Person),
            done.IsService ? null : CapacityOf(done, partnershipId, appointments),
            version,
            round?.Id,
            done.Seat,
            Text(done.Payload, "reason")
                ?? Text(done.Payload, "endReason")
                ?? (done.Act == Commented ? Text(done.Payload, "text") : null),
            makesVersion,
            lapsed?.SubjectVersion
        );
    }

    /// <summary>What the entry says; else what the person held in the partnership on that day, a seat before anything else.</summary>
    private static string? CapacityOf(
        SubjectAct done,
        string partnershipId,
        IReadOnlyCollection<Appointment> appointments
    )
    {
        if (done.Seat is { } seat && done.Capacity is { } capacity)
        {
            return $"{capacity} of the {RoleWords.OfSeat(seat)} seat"
                + (done.Instrument is null ? "" : ", under a delegation");
        }

        DateOnly day = London.DateOf(done.At);
        Appointment? held = appointments
            .Where(each =>
                each.PersonId == done.Person
                && each.PartnershipId == partnershipId
                && each.IsHeldOn(day)
            )
            .OrderBy(each => Rank(each.Role))
            .ThenBy(each => each.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return held is null ? null : RoleWords.Of(held);
    }

    private static int Rank(string role) =>
        role switch
        {
            Roles.StatutoryPartner => 0,
            Roles.BusinessUnit => 1,
            Roles.GroupChair => 2,
            _ => 3,
        };

    private static int? Number(JsonNode? payload, string name) =>
        payload?[name] is JsonValue value && value.TryGetValue(out int number) ? number : null;

    private static string? Text(JsonNode? payload, string name) =>
        payload?[name] is JsonValue value && value.TryGetValue(out string? text) ? text : null;
}
