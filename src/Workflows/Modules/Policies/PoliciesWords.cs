using System.Globalization;

namespace Governance.Modules.Policies;

/// <summary>Stable names of this module that stand in definitions, histories, the record and notices; they never change.</summary>
public static class PoliciesWords
{
    /// <summary>Subject type of a policy.</summary>
    public const string Policy = "policy";

    /// <summary>Id of the definition that runs a policy's life.</summary>
    public const string Definition = "policy";

    // Stimuli, each under the policy's id.
    public const string SignOffRequested = "policy.sign-off-requested";
    public const string ConsultationRequested = "policy.consultation-requested";
    public const string Withdrawn = "policy.withdrawn";

    /// <summary>Stimulus under <see cref="InForce"/>: a later version has come into force.</summary>
    public const string Superseded = "policy.superseded";

    /// <summary>The outcome of a review was recorded.</summary>
    public const string Reviewed = "policy.reviewed";

    // Effects.
    public const string SetState = "policy.set-state";
    public const string Publish = "policy.publish";
    public const string AwaitReview = "policy.await-review";
    public const string RemindReview = "policy.remind-review";
    public const string Notify = "policy.notify";

    /// <summary>Kind of the ask that a due review opens.</summary>
    public const string AskToReview = "review";

    /// <summary>The key of one version in force.</summary>
    public static string InForce(string policyId, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"{policyId}:{version}");
}
