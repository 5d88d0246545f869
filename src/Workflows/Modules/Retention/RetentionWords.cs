using Governance.Modules.Escalation;
using Governance.Modules.Policies;
using Governance.Modules.Requests;
using Governance.Modules.Scrutiny;
using Governance.Modules.TaskAndFinishGroups;

namespace Governance.Modules.Retention;

/// <summary>Stable names of this module that stand in the record and in notices; they never change.</summary>
public static class RetentionWords
{
    public const string Hold = "legalHold";
    public const string Disposal = "disposal";
    public const string Erasure = "personErasure";
    public const string Class = "retentionClass";
    public const string Person = "person";

    /// <summary>The types of subject that can be disposed of, each by one <see cref="Holdings.IHolding"/>.</summary>
    public static IReadOnlyList<string> Disposable { get; } =
    [
        ScrutinyWords.Challenge,
        PoliciesWords.Policy,
        EscalationWords.Challenge,
        GroupWords.Group,
        RequestsWords.Undertaking,
    ];
}

/// <summary>What a hold is on. Stored names; never change.</summary>
public static class HoldScopes
{
    public const string Subject = "subject";
    public const string Person = "person";

    /// <summary>Everything of one type of subject, what comes later included.</summary>
    public const string Class = "class";
}
