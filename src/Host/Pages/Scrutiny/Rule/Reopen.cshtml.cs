using Governance.Contracts;
using Governance.Modules.Scrutiny;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function opens an ended challenge again.</summary>
internal sealed class ReopenModel(ReopenChallenge reopen) : ChallengeEndPage
{
    public override string Heading => "Re-open the challenge";

    public override string Consequence =>
        "Every seat that it is addressed to receives it anew, at the first stage, now.";

    protected override string? NotNow => IsOpen ? "This challenge is open." : null;

    protected override Task<Result<ChallengeAnswer>> ActAsync(
        string id,
        ChallengeReasonBody body
    ) => reopen.HandleAsync(Caller, id, body);

    protected override string Done(ChallengeAnswer challenge) =>
        $"Challenge {challenge.Number} is re-opened. Everybody concerned has been told.";
}
