using System.Text.Json;

namespace Governance.Contracts;

/// <summary>A task and finish group is commissioned.</summary>
/// <param name="Decision">
/// The id of the decision that commissions it, taken by a quorate meeting or in writing; absent where the lead of
/// <paramref name="CommissionedBy"/> does so on their own authority.
/// </param>
/// <param name="TermsOfReference">The first text of its terms; written from the template when absent.</param>
/// <param name="Deadline">The London date by which its deliverables are due.</param>
/// <param name="Sunset">The London date on which it ends unless its commissioner extends it; not before the deadline.</param>
/// <param name="ReportEvery">
/// Working days from one progress report to the next (5 to 130), or one of <c>weekly</c>, <c>fortnightly</c>, <c>monthly</c>,
/// <c>sixWeekly</c>, <c>quarterly</c>.
/// </param>
/// <param name="CommissionedBy">The seat that the group answers to.</param>
/// <param name="Parent">The body that it reports to, in the structure; the one that decided when absent.</param>
public sealed record CommissionGroupBody(
    string? Name,
    string? Purpose,
    string? Decision,
    string? TermsOfReference,
    DateOnly? Deadline,
    DateOnly? Sunset,
    JsonElement? ReportEvery,
    string? CommissionedBy,
    string? Scope = null,
    IReadOnlyList<string?>? Deliverables = null,
    string? Parent = null
);

/// <param name="Text">1 to 20,000 characters of Markdown.</param>
/// <param name="ReviewOn">When the terms are looked at again.</param>
public sealed record TermsOfReferenceBody(string? Text, DateOnly? ReviewOn = null);

/// <param name="Number">The version that is approved, and its hash, as they were read.</param>
public sealed record ApproveTermsBody(int? Number, string? Hash);

/// <param name="Agency">The relevant agency that the member comes from.</param>
/// <param name="Expert">For somebody from outside: what they know.</param>
public sealed record GroupMemberBody(
    string? Person,
    string? Agency,
    DateOnly? From,
    DateOnly? To = null,
    string? Expert = null
);

public sealed record EndGroupMemberBody(string? Reason);

/// <param name="Person">The new chair.</param>
/// <param name="Vice">A member who stands in when the chair leaves; as before when absent.</param>
public sealed record GroupChairBody(string? Person, DateOnly? From, string? Vice = null);

/// <param name="Vice">A member; null for none.</param>
public sealed record GroupViceBody(string? Vice);

/// <param name="Effective">The first London date without this chair; today when absent, never earlier.</param>
public sealed record ChairResignationBody(DateOnly? Effective = null);

/// <param name="WorkingDays">1 to 260, counted from today; or give <paramref name="Due"/>.</param>
/// <param name="DependsOn">Tasks of the same group that must be completed before this one starts.</param>
public sealed record GroupTaskBody(
    string? Title,
    string? Owner,
    int? WorkingDays = null,
    DateOnly? Due = null,
    IReadOnlyList<string?>? DependsOn = null,
    string? Description = null
);

/// <param name="DependsOn">All of them; what is left out no longer holds.</param>
public sealed record TaskDependenciesBody(IReadOnlyList<string?>? DependsOn);

/// <param name="Evidence">What shows that it is done: where to find it.</param>
public sealed record TaskCompletionBody(string? Evidence);

/// <param name="Due">A later London date, within the life of the group.</param>
/// <param name="Update">What has been done, and why it takes longer.</param>
public sealed record TaskRollForwardBody(DateOnly? Due, string? Update);

public sealed record TaskReassignmentBody(string? Owner, string? Reason);

/// <summary>A reason in somebody's words.</summary>
public sealed record GroupReasonBody(string? Reason);

/// <param name="Text">What has been done or found.</param>
public sealed record TaskUpdateBody(string? Text);

/// <param name="Text">1 to 20,000 characters of Markdown; begin with the draft.</param>
public sealed record GroupReportBody(string? Text);

/// <param name="Deliverables">
/// What became of each, in the order in which they were commissioned: a text, or <c>{ number, outcome }</c>.
/// </param>
/// <param name="Outstanding">Every task that is not finished, and who takes it on.</param>
/// <param name="Lessons">What the next group should know.</param>
public sealed record GroupClosureBody(
    IReadOnlyList<JsonElement>? Deliverables,
    IReadOnlyList<OutstandingTaskBody>? Outstanding,
    string? Lessons
);

/// <param name="TransferTo">A person's id, or a seat.</param>
public sealed record OutstandingTaskBody(string? Task, string? TransferTo);

/// <param name="Reason">Needed when it is not accepted.</param>
public sealed record ClosureAcceptanceBody(bool? Accepted, string? Reason = null);

/// <param name="Extend">True to go on until <paramref name="Sunset"/>; false to have the group close down.</param>
public sealed record SunsetDecisionBody(
    bool? Extend,
    DateOnly? Sunset,
    string? Reason,
    DateOnly? Deadline = null
);
