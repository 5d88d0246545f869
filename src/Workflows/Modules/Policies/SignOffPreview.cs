using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>One seat, as it would be asked today.</summary>
/// <param name="Names">Those who could sign; empty where nobody could, and then no round begins.</param>
/// <param name="Authors">People of the seat who wrote on the text and cannot sign it.</param>
/// <param name="Interested">People of the seat whom a declared interest bars.</param>
public sealed record SeatPreview(
    string Seat,
    IReadOnlyList<string> Names,
    IReadOnlyList<string> Authors,
    IReadOnlyList<string> Interested
);

/// <summary>Whom sign-off of a policy's newest version would be asked of, before anybody is.</summary>
public sealed record SignOffPreview(string SignerLevel, IReadOnlyList<SeatPreview> Seats)
{
    public bool CanBegin => Seats.All(seat => seat.Names.Count > 0);

    /// <summary>By the same rules as when it is asked.</summary>
    public static async Task<Result<SignOffPreview>> FindAsync(
        GovernanceDb db,
        string policyId,
        string personId,
        DateTime now
    )
    {
        Result<PolicyReader> reader = await PolicyReader.OfAsync(db, policyId, personId, now);
        if (reader.IsRefused || !reader.Value.SeesDrafts)
        {
            return reader.Refusal ?? Refusal.NotFound;
        }

        Policy policy = reader.Value.Policy;
        string level = DocumentClassRules.Find(policy.Class)?.SignerLevel ?? Levels.Lead;
        SeatHolders holders = await SeatHolders.LoadAsync(db, policy.PartnershipId, now);
        IReadOnlySet<string> authors = await PolicyTexts.AuthorsAsync(db, policy);
        IReadOnlySet<string> interested = await Interests.BarredAsync(
            db,
            policy.PartnershipId,
            PoliciesWords.Policy,
            policyId,
            London.DateOf(now)
        );
        return new SignOffPreview(
            level,
            [.. holders.Seats.Select(seat => Of(seat, policy.Class, level, authors, interested))]
        );
    }

    /// <summary>Pure.</summary>
    public static SeatPreview Of(
        SeatHolding seat,
        string documentClass,
        string level,
        IReadOnlySet<string> authors,
        IReadOnlySet<string> interested
    )
    {
        SigningQuestion question = new(
            seat,
            documentClass,
            level,
            level,
            Overdue: false,
            authors,
            interested
        );
        return new SeatPreview(
            seat.Seat,
            [
                .. SigningAuthority
                    .Eligible(question)
                    .Select(capacity => capacity.Person.Name)
                    .Distinct(StringComparer.Ordinal),
            ],
            NamesOf(seat, authors),
            NamesOf(seat, interested)
        );
    }

    private static string[] NamesOf(SeatHolding seat, IReadOnlySet<string> people) =>
        [
            .. seat
                .All.Where(person => people.Contains(person.PersonId))
                .Select(person => person.Name)
                .Distinct(StringComparer.Ordinal),
        ];
}
