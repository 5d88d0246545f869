using Governance.Contracts;

namespace Governance.Storage;

/// <summary>Who asks for an act: an identified person, or the service itself (timers, calendars), which never signs.</summary>
/// <param name="PersonId">Our id of the person, or the name of the part of the service that acts.</param>
/// <param name="IsService">True when no person acts.</param>
/// <param name="Idempotency">The caller's key with the hash of the body it came with.</param>
/// <param name="IsMachine">True when a program acts in its own name; it does the work that is open to programs.</param>
public sealed record ActCaller(
    string PersonId,
    bool IsService = false,
    IdempotencyKey? Idempotency = null,
    bool IsMachine = false
)
{
    public static ActCaller Service(string part) => new(part, IsService: true);
}

/// <summary>A key chosen by the caller; together with person and act it makes a repeat harmless.</summary>
public sealed record IdempotencyKey(string Key, string BodyHash);

/// <summary>
/// A right, and the roles whose current appointment gives it. What a rule decides beyond the role (level, seat, instrument,
/// authorship) is the handler's. <c>Service</c> acts need none.
/// </summary>
public sealed record Permission(string Name, string Description, params string[] Roles)
{
    /// <summary>Whether a program that holds such a role may do it too; what is decided is for people alone.</summary>
    public bool IsForMachines { get; init; }

    /// <summary>Only the service itself acts; no role is enough.</summary>
    public static Permission Service { get; } =
        new("service", "The service itself (timers, calendars).");
}

/// <summary>What an act is about: a stable type name, its id, and the hash of the content where it has one.</summary>
public sealed record SubjectRef(string Type, string Id, string? Hash = null);

/// <summary>Where an act takes place, found (and locked) before anything is decided.</summary>
public sealed record ActPlace(string PartnershipId, SubjectRef Subject);

/// <summary>
/// One act (DESIGN §4). The pipeline is: repeat? → <see cref="Locate"/> → authorise → separate duties → <see cref="Decide"/>
/// (load, rule, rows, notices, workflow, timers) → record → commit once.
/// </summary>
public sealed record ActRequest<TAnswer>
{
    /// <summary>Stable name, <c>module.verb</c>; it stands in the record for ever.</summary>
    public required string Name { get; init; }

    public required ActCaller Caller { get; init; }

    public required Permission Permission { get; init; }

    /// <summary>Finds the subject and locks its root row (<see cref="Act.LockAsync{T}"/>). Null answers 404.</summary>
    public required Func<Act, Task<ActPlace?>> Locate { get; init; }

    /// <summary>
    /// Decides and writes. Whatever it wrote is undone when it answers with a refusal. It may run more than once (a lost race),
    /// so it touches nothing outside the act's unit of work.
    /// </summary>
    public required Func<Act, Task<Result<TAnswer>>> Decide { get; init; }
}
