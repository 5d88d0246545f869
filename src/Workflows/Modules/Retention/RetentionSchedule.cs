using Governance.Modules.Escalation;
using Governance.Modules.Policies;
using Governance.Modules.Requests;
using Governance.Modules.Scrutiny;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>
/// The classes and how long each is kept: the partnership's own rule where it has agreed one, otherwise the shipped one, which no law or
/// guidance gives and a records manager has to check.
/// </summary>
public static class RetentionSchedule
{
    private const string Check =
        "Check: proposed by the product; no published period was found for it. Agree your own.";

    public static IReadOnlyList<RetentionRule> Shipped { get; } =
    [
        Of(
            ScrutinyWords.Challenge,
            "Challenges of the scrutiny function",
            10,
            "Yearly reports look back on them, and a later review may ask what became of them."
        ),
        Of(
            PoliciesWords.Policy,
            "Policies that are withdrawn",
            10,
            "What was in force on a day is asked for years afterwards."
        ),
        Of(
            EscalationWords.Challenge,
            "Professional challenges",
            6,
            "They can be about a child, and are kept no longer than a claim could rest on them."
        ),
        Of(
            GroupWords.Group,
            "Task and finish groups",
            10,
            "Terms, reports and lessons explain what followed from them."
        ),
        Of(
            RequestsWords.Undertaking,
            "Undertakings and what they asked",
            6,
            "Answers to requests lose their use once the work is done.",
            RetentionStarts.LastAct
        ),
    ];

    public static async Task<IReadOnlyList<RetentionRule>> OfAsync(
        GovernanceDb db,
        string partnershipId
    )
    {
        List<RetentionClassVersion> own = await db.Set<RetentionClassVersion>()
            .AsNoTracking()
            .Where(each => each.PartnershipId == partnershipId)
            .ToListAsync();
        return
        [
            .. Shipped.Select(shipped =>
                own.Where(each => each.Key == shipped.Key).MaxBy(each => each.Number) is { } newest
                    ? Of(shipped, newest)
                    : shipped
            ),
        ];
    }

    internal static RetentionRule Of(RetentionRule shipped, RetentionClassVersion own) =>
        shipped with
        {
            Version = own.Number,
            Starts = own.Starts,
            Years = own.Years,
            Reason = own.Reason,
            Source = own.Source,
        };

    private static RetentionRule Of(
        string type,
        string name,
        int years,
        string reason,
        string starts = RetentionStarts.Ended
    ) => new(type, 0, type, name, starts, years, reason, Check);
}
