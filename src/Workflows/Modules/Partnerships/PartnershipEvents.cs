using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>Something that happened to the people of a partnership, in an act.</summary>
public abstract record PartnershipEvent;

/// <summary>An appointment was made and gives its rights on the days of its term.</summary>
public sealed record AppointmentMade(Appointment Appointment) : PartnershipEvent;

/// <summary>An appointment was ended; it gives no right any more.</summary>
public sealed record AppointmentEnded(Appointment Appointment) : PartnershipEvent;

/// <summary>Something waits for a second person, who is one of <paramref name="MayDecide"/>.</summary>
public sealed record ApprovalOpened(PendingApproval Approval, IReadOnlyList<string> MayDecide)
    : PartnershipEvent;

/// <summary>A second person agreed or declined (see its state); what it brings about is told apart.</summary>
public sealed record ApprovalDecided(PendingApproval Approval) : PartnershipEvent;

/// <summary>Whoever proposed it took it back; <paramref name="WaitedFor"/> need not decide it any more.</summary>
public sealed record ApprovalWithdrawn(PendingApproval Approval, IReadOnlyList<string> WaitedFor)
    : PartnershipEvent;

public sealed record DelegationGranted(DelegationInstrument Instrument) : PartnershipEvent;

public sealed record DelegationRevoked(DelegationInstrument Instrument) : PartnershipEvent;

public sealed record InterestDeclared(Interest Interest) : PartnershipEvent;

/// <summary>
/// A later module that has to follow what happens to people: notices, and rounds whose signer is gone. It runs inside the act,
/// after the rows were changed and before they are saved, and writes only through the act.
/// </summary>
public interface IOnPartnershipEvent
{
    Task HandleAsync(Act act, PartnershipEvent happened);
}

/// <summary>
/// A later module that has to install something in each new partnership (its definitions, its document classes). It runs inside
/// <c>partnership.establish</c>, in the order of registration, and for the reserved installation too.
/// </summary>
public interface IOnPartnershipEstablished
{
    Task HandleAsync(Act act, Partnership partnership);
}

/// <summary>Raises events to those who registered for them, in the order of registration.</summary>
public sealed class PartnershipEvents(IEnumerable<IOnPartnershipEvent> listeners)
{
    private readonly IOnPartnershipEvent[] _listeners = [.. listeners];

    public async Task RaiseAsync(Act act, PartnershipEvent happened)
    {
        foreach (IOnPartnershipEvent listener in _listeners)
        {
            await listener.HandleAsync(act, happened);
        }
    }
}
