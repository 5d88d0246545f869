using Governance.Contracts;
using Governance.Tests.Workflows.Framework;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Modules.Escalation;

/// <summary>The lives that a professional challenge can have, by the name of their recording: each returns its instance.</summary>
internal static class EscalationLives
{
    public static IReadOnlyDictionary<string, Func<PolicyWorld, Task<string>>> All { get; } =
        new Dictionary<string, Func<PolicyWorld, Task<string>>>
        {
            ["answered-and-satisfied"] = SatisfiedAsync,
            ["silent-to-the-end-of-the-ladder"] = SilentAsync,
            ["not-satisfied-then-resolved"] = NotSatisfiedAsync,
            ["meeting-after-silence-and-confirmed"] = MeetingAsync,
            ["confirmation-missed"] = ConfirmationMissedAsync,
            ["concluded-before-the-confirmation"] = ConcludedEarlyAsync,
            ["acknowledgement-missed"] = AcknowledgementMissedAsync,
            ["raiser-silent"] = RaiserSilentAsync,
            ["withdrawn"] = WithdrawnAsync,
        };

    private static async Task<string> RaisedAsync(
        PolicyWorld world,
        RaiseEscalationBody? body = null,
        string by = "practitioner"
    )
    {
        world.Clock.Now = At(2027, 2, 3);
        return Good(await world.RaiseAsync(body, by)).Id;
    }

    private static async Task<string> InstanceAsync(PolicyWorld world, string challenge) =>
        (await world.ChallengeAsync(challenge)).Instance!;

    private static async Task<string> SatisfiedAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world);
        Good(await world.AnswerChallengeAsync(challenge));
        Good(await world.SayAsync(challenge, true));
        return await InstanceAsync(world, challenge);
    }

    private static async Task<string> SilentAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world);
        await world.GoToAsync(At(2027, 2, 9));
        await world.GoToAsync(At(2027, 6, 1));
        return await InstanceAsync(world, challenge);
    }

    private static async Task<string> NotSatisfiedAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world);
        Good(await world.AnswerChallengeAsync(challenge));
        Good(await world.SayAsync(challenge, false));
        Good(await world.AnswerChallengeAsync(challenge));
        Good(await world.SayAsync(challenge, true));
        return await InstanceAsync(world, challenge);
    }

    private static RaiseEscalationBody Sefton { get; } =
        EscalationSteps.Body with
        {
            Ladder = "sefton-2017",
            ImmediateRisk = true,
            EnterAtStage = 2,
            Reason = "The child goes home tonight.",
        };

    private static async Task<string> MeetingAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world, Sefton);
        await world.GoToAsync(At(2027, 2, 5, 17, 0, 1));
        Good(await world.MeetAsync(challenge));
        Good(await world.ConfirmAsync(challenge));
        Good(await world.SayAsync(challenge, true));
        return await InstanceAsync(world, challenge);
    }

    private static async Task<string> ConfirmationMissedAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world, Sefton);
        Good(await world.AnswerChallengeAsync(challenge));
        await world.GoToAsync(At(2027, 2, 5, 17, 0, 1));
        return await InstanceAsync(world, challenge);
    }

    private static async Task<string> ConcludedEarlyAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world, Sefton);
        Good(await world.AnswerChallengeAsync(challenge));
        Good(await world.SayAsync(challenge, false));
        return await InstanceAsync(world, challenge);
    }

    private static async Task<string> AcknowledgementMissedAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(
            world,
            EscalationSteps.Body with
            {
                Ladder = "partners",
                RaisedWith = Seats.LocalAuthority,
            },
            "police-delegate"
        );
        await world.GoToAsync(At(2027, 2, 5, 17, 0, 1));
        Good(await world.AnswerChallengeAsync(challenge, "council-delegate"));
        return await InstanceAsync(world, challenge);
    }

    private static async Task<string> RaiserSilentAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world);
        Good(await world.AnswerChallengeAsync(challenge));
        await world.GoToAsync(At(2027, 2, 10));
        await world.GoToAsync(At(2027, 3, 10));
        return await InstanceAsync(world, challenge);
    }

    private static async Task<string> WithdrawnAsync(PolicyWorld world)
    {
        string challenge = await RaisedAsync(world);
        Good(await world.WithdrawChallengeAsync(challenge));
        return await InstanceAsync(world, challenge);
    }
}
