using Governance.Contracts;
using Governance.Modules.Escalation;
using Governance.Storage;
using Governance.Tests.Workflows.Framework;

namespace Governance.Tests.Workflows.Modules.Escalation;

/// <summary>The steps of a professional challenge, as tests take them.</summary>
internal static class EscalationSteps
{
    public static RaiseEscalationBody Body { get; } =
        new(
            "three-times-five",
            "NS-2027-0142",
            "We disagree that the threshold is not met.",
            "schools",
            Theme: "thresholds"
        );

    public static Task<Result<EscalationRaised>> RaiseAsync(
        this PolicyWorld world,
        RaiseEscalationBody? body = null,
        string by = "practitioner",
        IdempotencyKey? key = null
    ) =>
        world
            .Store.Get<RaiseEscalation>()
            .HandleAsync(new ActCaller(by, Idempotency: key), PolicyWorld.Place, body ?? Body);

    public static Task<Result<EscalationAnswer>> AcknowledgeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "school"
    ) => world.Store.Get<AcknowledgeEscalation>().HandleAsync(new ActCaller(by), challenge);

    public static Task<Result<EscalationAnswer>> AnswerChallengeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "school",
        string? text = "We will hold a strategy meeting this week.",
        IdempotencyKey? key = null
    ) =>
        world
            .Store.Get<AnswerEscalation>()
            .HandleAsync(
                new ActCaller(by, Idempotency: key),
                challenge,
                new EscalationTextBody(text)
            );

    public static Task<Result<EscalationAnswer>> MeetAsync(
        this PolicyWorld world,
        string challenge,
        string by = "school"
    ) =>
        world
            .Store.Get<RecordStageMeeting>()
            .HandleAsync(
                new ActCaller(by),
                challenge,
                new EscalationMeetingBody(
                    DateOnly.FromDateTime(world.Clock.Now),
                    "Both agencies agreed a plan."
                )
            );

    public static Task<Result<EscalationAnswer>> ConfirmAsync(
        this PolicyWorld world,
        string challenge,
        string by = "school"
    ) =>
        world
            .Store.Get<ConfirmOutcome>()
            .HandleAsync(
                new ActCaller(by),
                challenge,
                new EscalationTextBody("The plan is agreed as discussed.")
            );

    public static Task<Result<EscalationAnswer>> SayAsync(
        this PolicyWorld world,
        string challenge,
        bool satisfied,
        string by = "practitioner"
    ) =>
        world
            .Store.Get<ConcludeEscalation>()
            .SayAsync(
                new ActCaller(by),
                challenge,
                new EscalationSatisfactionBody(
                    satisfied,
                    satisfied ? null : "The risk is not answered."
                )
            );

    public static Task<Result<EscalationAnswer>> WithdrawChallengeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "practitioner"
    ) =>
        world
            .Store.Get<ConcludeEscalation>()
            .WithdrawAsync(
                new ActCaller(by),
                challenge,
                new EscalationReasonBody("It was a misunderstanding.")
            );

    public static async Task<EscalationAnswer> ChallengeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "unit"
    )
    {
        await using GovernanceDb db = world.Store.Read();
        Result<EscalationAnswer> found = await EscalationBook.FindAsync(
            db,
            challenge,
            by,
            world.Clock.Now
        );
        Assert.Null(found.Refusal);
        return found.Value;
    }

    public static EscalationClock ClockOf(EscalationAnswer challenge, int stage, string what) =>
        challenge.Clocks.Single(clock => clock.Stage == stage && clock.What == what);
}
