using Governance.Contracts;
using Governance.Modules.Scrutiny;

namespace Governance.Host.Pages.Scrutiny;

/// <summary>The scrutiny function takes a challenge back.</summary>
internal sealed class WithdrawModel(EndChallenge end) : ChallengeEndPage
{
    public override string Heading => "Withdraw the challenge";

    public override string Consequence =>
        "Every clock stops and nobody is asked any more. It stays in the register, as withdrawn. You can re-open it later.";

    protected override string? NotNow => IsOpen ? null : "This challenge has ended.";

    protected override Task<Result<ChallengeAnswer>> ActAsync(
        string id,
        ChallengeReasonBody body
    ) => end.WithdrawAsync(Caller, id, body);

    protected override string Done(ChallengeAnswer challenge) =>
        $"Challenge {challenge.Number} is withdrawn. Everybody concerned has been told.";
}
