using Governance.Contracts;

namespace Governance.Modules.Retention;

/// <summary>This module's refusals. Codes never change.</summary>
public static class RetentionRefusals
{
    public static readonly Refusal PlacesNoHold = new(
        "hold.lead-or-delegate",
        "For a seat its lead or its delegate places a hold, and lifts one.",
        RefusalKind.Forbidden
    );

    public static readonly Refusal HoldElsewhere = new(
        "hold.not-yours",
        "The body that placed a hold lifts it, or the leads or delegates of two seats.",
        RefusalKind.Forbidden
    );

    public static readonly Refusal HoldLifted = new(
        "hold.lifted",
        "This hold has been lifted already.",
        RefusalKind.Conflict
    );

    public static readonly Refusal SeatAgreedAlready = new(
        "hold.second-seat",
        "Your seat has said already that it wants this hold lifted. A second seat has to agree.",
        RefusalKind.Conflict
    );

    public static readonly Refusal Held = new(
        "retention.held",
        "It is under a legal hold. Nothing of it is destroyed until that is lifted.",
        RefusalKind.Conflict
    );

    public static readonly Refusal NotDue = new(
        "disposal.not-due",
        "Its period is not over, or it has begun anew.",
        RefusalKind.Conflict
    );

    public static readonly Refusal OnAList = new(
        "disposal.on-a-list",
        "It is on the list of another disposal, which is not over.",
        RefusalKind.Conflict
    );

    public static readonly Refusal NotWaiting = new(
        "disposal.not-waiting",
        "This disposal waits for nothing that you could say: it was agreed, objected to, or carried out.",
        RefusalKind.Conflict
    );

    public static readonly Refusal OwnDisposal = new(
        "disposal.own-proposal",
        "Whoever proposes a disposal does not agree to it.",
        RefusalKind.Forbidden
    );

    public static readonly Refusal AgreesNotForSeat = new(
        "disposal.lead-or-delegate",
        "For a seat its lead or its delegate agrees to a disposal.",
        RefusalKind.Forbidden
    );

    public static readonly Refusal TooLate = new(
        "disposal.too-late",
        "The time for objections is over.",
        RefusalKind.Conflict
    );

    public static readonly Refusal NoSuchClass = new(
        "retention.no-such-class",
        "There is no such class in the schedule.",
        RefusalKind.NotFound
    );

    public static readonly Refusal Overtaken = new(
        "retention.overtaken",
        "The class was changed after this was proposed. Propose it anew.",
        RefusalKind.Conflict
    );

    public static readonly Refusal HoldsAppointment = new(
        "erasure.holds-appointment",
        "They hold an appointment, or are proposed for one. End it first.",
        RefusalKind.Conflict
    );

    public static readonly Refusal PersonHeld = new(
        "erasure.held",
        "Their data, or something that they acted on, is under a legal hold.",
        RefusalKind.Conflict
    );

    public static readonly Refusal ErasedAlready = new(
        "erasure.done",
        "Their data has been erased, or that is under way.",
        RefusalKind.Conflict
    );
}
