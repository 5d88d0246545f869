using System.Text;
using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Meetings;
using Governance.Modules.Scrutiny;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using static Governance.Tests.Workflows.Framework.GroupSteps;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The steps of a challenge's life, as tests take them.</summary>
internal static class ChallengeSteps
{
    /// <summary>To the police and the council, on Wednesday 3 February 2027 at 09:00.</summary>
    public static RaiseChallengeBody Raise { get; } =
        new(
            new ChallengeSubjectBody("matter", Text: "No plan for children who go missing"),
            "Why is there no plan?",
            [Seats.Police, Seats.LocalAuthority],
            "medium",
            "The scrutineer asks why there is no plan.",
            "The audits of 2026."
        );

    public static async Task<ChallengeAnswer> RaiseAsync(
        this PolicyWorld world,
        RaiseChallengeBody? body = null,
        DateTime? at = null
    )
    {
        world.Clock.Now = at ?? At(2027, 2, 3);
        return Good(await world.TryRaiseAsync("scrutineer", body));
    }

    public static Task<Result<ChallengeAnswer>> TryRaiseAsync(
        this PolicyWorld world,
        string by,
        RaiseChallengeBody? body = null
    ) =>
        world
            .Store.Get<RaiseChallenge>()
            .HandleAsync(new ActCaller(by), PolicyWorld.Place, body ?? Raise);

    public static Task<Result<ChallengeAnswer>> AcknowledgeAsync(
        this PolicyWorld world,
        string challenge,
        string seat = Seats.Police,
        string by = "police-delegate"
    ) =>
        world
            .Store.Get<AcknowledgeChallenge>()
            .HandleAsync(new ActCaller(by), challenge, new AcknowledgeChallengeBody(seat));

    public static Task<Result<ChallengeAnswer>> RespondAsync(
        this PolicyWorld world,
        string challenge,
        string seat = Seats.Police,
        string by = "police-delegate",
        string position = "accept",
        params ChallengeActionBody[] actions
    ) =>
        world
            .Store.Get<RespondToChallenge>()
            .HandleAsync(
                new ActCaller(by),
                challenge,
                new ChallengeResponseBody(seat, position, "We will write one.", actions)
            );

    public static Task<Result<ChallengeAnswer>> AddEvidenceAsync(
        this PolicyWorld world,
        string challenge,
        string text = "What the audits of 2026 found.",
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<ChangeEvidence>()
            .AddAsync(
                new ActCaller(by),
                challenge,
                new PaperUpload("audits.txt", Encoding.UTF8.GetBytes(text)),
                "It says what was found."
            );

    public static Task<Result<ChallengeAnswer>> TakeOffEvidenceAsync(
        this PolicyWorld world,
        string challenge,
        int number = 1,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<ChangeEvidence>()
            .TakeOffAsync(
                new ActCaller(by),
                challenge,
                number,
                new ChallengeReasonBody("It is the wrong year.")
            );

    public static Task<Result<ChallengeAnswer>> AssessAsync(
        this PolicyWorld world,
        string challenge,
        bool adequate,
        string seat = Seats.Police,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<AssessResponse>()
            .HandleAsync(
                new ActCaller(by),
                challenge,
                new ChallengeAssessmentBody(seat, adequate, "By what it says.")
            );

    /// <summary>Until Monday 8 February 2027, because of a court.</summary>
    public static Task<Result<Done>> PauseAsync(this PolicyWorld world, string clock, string by) =>
        world
            .Store.Get<PauseClock>()
            .HandleAsync(
                new ActCaller(by),
                clock,
                new PauseClockBody("court", new DateOnly(2027, 2, 8))
            );

    public static Task<Result<ChallengeAnswer>> CloseChallengeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<EndChallenge>()
            .CloseAsync(new ActCaller(by), challenge, new ChallengeReasonBody("Answered."));

    public static Task<Result<ChallengeAnswer>> WithdrawChallengeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<EndChallenge>()
            .WithdrawAsync(new ActCaller(by), challenge, new ChallengeReasonBody("Mistaken."));

    public static Task<Result<ChallengeAnswer>> ReopenChallengeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<ReopenChallenge>()
            .HandleAsync(new ActCaller(by), challenge, new ChallengeReasonBody("Not done."));

    public static Task<Result<ChallengeAnswer>> SetSeriousnessAsync(
        this PolicyWorld world,
        string challenge,
        string seriousness,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<ChangeChallenge>()
            .SetSeriousnessAsync(
                new ActCaller(by),
                challenge,
                new ChallengeSeriousnessBody(seriousness, "By what we know now.")
            );

    public static Task<Result<ChallengeAnswer>> EditAsync(
        this PolicyWorld world,
        string challenge,
        string summary = "Edited.",
        bool redacted = false,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<ChangeChallenge>()
            .EditAsync(
                new ActCaller(by),
                challenge,
                new EditChallengeBody("Why is there no plan?", null, summary, "Plainer.", redacted)
            );

    public static Task<Result<ChallengeAnswer>> ReferAsync(
        this PolicyWorld world,
        string challenge,
        string seat = Seats.Police,
        string by = "scrutineer"
    ) =>
        world
            .Store.Get<RecordReferral>()
            .HandleAsync(
                new ActCaller(by),
                challenge,
                new ChallengeReferralBody(seat, "The inspectorate", "Written to today.")
            );

    public static Task<Result<ChallengeAnswer>> TakePositionAsync(
        this PolicyWorld world,
        string challenge,
        string seat = Seats.Police,
        string by = "police-lead"
    ) =>
        world
            .Store.Get<TakePosition>()
            .HandleAsync(
                new ActCaller(by),
                challenge,
                new ChallengePositionBody(seat, "We think the scrutineer is mistaken.")
            );

    public static async Task<ChallengeAnswer> ChallengeAsync(
        this PolicyWorld world,
        string challenge,
        string by = "scrutineer"
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return Good(await ChallengeBook.FindAsync(db, challenge, by, world.Clock.Now));
    }

    public static AddresseeAnswer Of(this ChallengeAnswer challenge, string seat) =>
        challenge.Addressees.Single(each => each.Seat == seat);

    public static ChallengeClock Running(
        this ChallengeAnswer challenge,
        string purpose,
        string seat = Seats.Police
    ) =>
        challenge.Clocks.Single(clock =>
            clock.Purpose == purpose && clock.Seat == seat && clock.State == "running"
        );

    public static async Task<string> InstanceAsync(
        this PolicyWorld world,
        string challenge,
        string seat = Seats.Police
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return (
            await db.Set<ChallengeAddressee>()
                .SingleAsync(each => each.ChallengeId == challenge && each.Seat == seat)
        ).InstanceId!;
    }
}
