using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Escalation;

/// <summary>How a challenge climbs its ladder. Pure: no row, no clock.</summary>
internal static class StageRules
{
    /// <summary>
    /// The lowest stage first; a child at immediate risk may enter at any, with a reason (South West procedures, DOMAIN A2). What was
    /// passed by counts as skipped for risk.
    /// </summary>
    public static Result<Entry> Enter(
        LadderContent ladder,
        int? enterAtStage,
        bool immediateRisk,
        string? reason
    )
    {
        FieldErrors errors = new();
        int stage = enterAtStage ?? 1;
        errors.When(
            stage < 1 || stage > ladder.Stages.Count,
            "enterAtStage",
            $"This ladder has the stages 1 to {ladder.Stages.Count}."
        );
        errors.When(
            stage > 1 && !immediateRisk,
            "immediateRisk",
            "Begin at the first stage. Only a child at immediate risk enters later: say so with immediateRisk, and why."
        );
        errors.When(
            stage > 1 && string.IsNullOrWhiteSpace(reason),
            "reason",
            "Say why the child’s risk does not leave time for the stages before."
        );
        errors.When(
            reason?.Length > LadderRules.MostText,
            "reason",
            $"Keep this to {LadderRules.MostText} characters."
        );
        return errors.AsRefusal() is { } refusal ? refusal : new Entry(stage);
    }

    /// <summary>The stage after this one; null after the last.</summary>
    public static int? Next(LadderContent ladder, int stage) =>
        stage < ladder.Stages.Count ? stage + 1 : null;

    /// <summary>
    /// The limit of what is owed at a stage, with the second one of which the earlier applies; null where the stage has none. Only the
    /// limit to respond is never missing: the ladder's own for blanks takes its place.
    /// </summary>
    /// <param name="neededWithin">What the raiser says would protect the child.</param>
    public static StageLimit? LimitOf(
        LadderContent ladder,
        int stage,
        string duty,
        string? urgency,
        LadderSpan? neededWithin,
        bool afterMeeting = false
    )
    {
        LadderStage at = ladder.Stage(stage);
        LadderLimit? limit = duty switch
        {
            StageDuties.Acknowledge => at.Acknowledge,
            StageDuties.Respond => at.Respond,
            StageDuties.Meet => at.Meet,
            StageDuties.Confirm => afterMeeting ? at.ConfirmAfterMeeting ?? at.Confirm : at.Confirm,
            _ => throw new ArgumentOutOfRangeException(nameof(duty), duty, "No such duty."),
        };
        if (limit is null)
        {
            return
                duty == StageDuties.Respond && LadderRules.LimitOf(ladder.WhereBlank) is { } usual
                ? new StageLimit(usual, null)
                : null;
        }

        LadderSpan own =
            urgency is not null
            && limit.ByUrgency is { } classes
            && classes.TryGetValue(urgency, out LadderSpan? urgent)
                ? urgent
                : new LadderSpan(limit.Amount, limit.Unit);
        return new StageLimit(
            LadderRules.LimitOf(own)!,
            limit.WhicheverIsLess ? LadderRules.LimitOf(limit.Or ?? neededWithin) : null
        );
    }

    /// <summary>
    /// Who is asked, as a key that is stored with the stage. The chair is not asked about their own body: then the leads are. So they are
    /// where nobody chairs.
    /// </summary>
    public static string AskedOf(
        LadderStage stage,
        string raisedWith,
        IReadOnlyCollection<string> seatsOfChair,
        bool chairIsHeld
    ) =>
        stage.Asked switch
        {
            StageParties.RaisedWith => raisedWith,
            StageParties.PartnershipChair when !chairIsHeld || seatsOfChair.Contains(raisedWith) =>
                StageParties.Leads,
            { } party => party,
            null => throw new InvalidOperationException("A stored stage asks nobody."),
        };

    /// <summary>A dispute between partners is raised by one seat with another (DOMAIN A1.10).</summary>
    public static Refusal? CheckParties(
        LadderContent ladder,
        IReadOnlyCollection<string> raiserSeats,
        string raisedWith
    ) =>
        ladder.Kind != LadderKinds.Partners ? null
        : !Seats.All.Contains(raisedWith)
            ? Refusal.Invalid(
                "raisedWith",
                "A dispute between partners is raised with a statutory seat: localAuthority, integratedCareBoard or police."
            )
        : raiserSeats.Count == 0 ? EscalationRefusals.NotAPartner
        : raiserSeats.All(seat => seat == raisedWith) ? EscalationRefusals.WithOwnSeat
        : null;
}

/// <summary>Where a challenge enters its ladder; the stages before are skipped for risk.</summary>
internal sealed record Entry(int Stage)
{
    public IEnumerable<int> Skipped => Enumerable.Range(1, Stage - 1);
}

/// <summary>A limit, and the other one of which the earlier applies.</summary>
internal sealed record StageLimit(ClockLimit Limit, ClockLimit? OrLimit);
