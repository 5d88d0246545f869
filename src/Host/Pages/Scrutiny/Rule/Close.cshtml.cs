using Governance.Contracts;
using Governance.Modules.Scrutiny;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function closes a challenge.</summary>
internal sealed class CloseModel(EndChallenge end) : ChallengeEndPage
{
    public override string Heading => "Close the challenge";

    public override string Consequence =>
        Challenge.Subject.Type == ChallengeSubjects.Policy
            ? "Every clock stops and nobody is asked any more. The review of the policy is opened. You can re-open the challenge later."
            : "Every clock stops and nobody is asked any more. You can re-open the challenge later.";

    protected override string? NotNow => IsOpen ? null : "This challenge has ended.";

    protected override Task<Result<ChallengeAnswer>> ActAsync(
        string id,
        ChallengeReasonBody body
    ) => end.CloseAsync(Caller, id, body);

    protected override string Done(ChallengeAnswer challenge) =>
        $"Challenge {challenge.Number} is closed. Everybody concerned has been told.";
}
