using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Meetings;

/// <summary>A body's terms as they were asked for and can be kept.</summary>
internal sealed record BodyTerms(
    string Name,
    string Purpose,
    QuorumRule Quorum,
    string? TermsOfReference,
    string? Frequency,
    DateOnly? ReviewOn
);

/// <summary>What a body and its place in the tree have to be like (DOMAIN B7.3). Pure.</summary>
public static class BodyRules
{
    /// <param name="agencies">The ids of the partnership's agencies.</param>
    internal static Result<BodyTerms> Check(ChangeBodyBody body, IEnumerable<string> agencies)
    {
        FieldErrors errors = new();
        string name = errors.Needed(body.Name, "name", MeetingBody.MostName);
        string purpose = errors.Needed(body.Purpose, "purpose", MeetingBody.MostPurpose);
        string? terms = errors.Optional(
            body.TermsOfReference,
            "termsOfReference",
            MeetingBody.MostTerms
        );
        string? frequency = errors.Optional(body.Frequency, "frequency", MeetingBody.MostFrequency);
        QuorumRule rule = RuleOf(body.Quorum);
        if (rule.Check() is { } wrong)
        {
            foreach ((string field, string[] messages) in wrong.Errors!)
            {
                errors.When(true, field, messages[0]);
            }
        }

        errors.When(
            (rule.Places ?? [])
                .Select(place => place is null ? null : PlaceKeys.AgencyOf(place))
                .OfType<string>()
                .Except(agencies)
                .Any(),
            "quorum.places",
            "Name agencies of this partnership."
        );
        return errors.AsRefusal() is { } refusal
            ? refusal
            : new BodyTerms(name, purpose, rule, terms, frequency, body.ReviewOn);
    }

    /// <summary>Whether a body may stand under another: never below itself.</summary>
    /// <param name="parents">The body above each body.</param>
    public static bool WouldBeCycle(
        string bodyId,
        string newParentId,
        IReadOnlyDictionary<string, string?> parents
    )
    {
        string? above = newParentId;
        for (int steps = 0; above is not null && steps <= parents.Count; steps++)
        {
            if (above == bodyId)
            {
                return true;
            }

            above = parents.GetValueOrDefault(above);
        }

        return above is not null;
    }

    /// <summary>A new term beside those that there are: nobody twice, and one chair at a time.</summary>
    public static Refusal? Conflict(BodyMember added, IEnumerable<BodyMember> others)
    {
        BodyMember[] meanwhile =
        [
            .. others.Where(other =>
                other.Id != added.Id
                && other.From <= (added.To ?? DateOnly.MaxValue)
                && added.From <= (other.To ?? DateOnly.MaxValue)
                && other.From <= (other.To ?? DateOnly.MaxValue)
            ),
        ];
        return meanwhile.Any(other => other.PersonId == added.PersonId)
                ? MeetingsRefusals.MemberAlready
            : added.Capacity == BodyCapacities.Chair
            && meanwhile.Any(other => other.Capacity == BodyCapacities.Chair)
                ? MeetingsRefusals.ChairedAlready
            : null;
    }

    private static QuorumRule RuleOf(QuorumBody? given) =>
        new(
            given?.Kind ?? "",
            given?.Seats,
            given?.AtLeast,
            given?.Places,
            given?.AllowsDiscretion ?? false
        );
}
