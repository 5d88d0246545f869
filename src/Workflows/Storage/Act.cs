using Microsoft.EntityFrameworkCore;

namespace Governance.Storage;

/// <summary>
/// An act under way: its unit of work, its time, who acts and what will stand in the record. Everything written through
/// <see cref="Db"/> commits together with the record entry, or not at all.
/// </summary>
public sealed class Act
{
    private readonly Dictionary<Type, object> _kept = [];
    private readonly List<EntryDraft> _further = [];
    private readonly List<Action> _afterCommit = [];
    private ActPlace? _place;

    internal Act(GovernanceDb db, string name, ActCaller caller, DateTime now)
    {
        Db = db;
        Name = name;
        Caller = caller;
        Now = now;
    }

    public GovernanceDb Db { get; }

    public string Name { get; }

    public ActCaller Caller { get; }

    /// <summary>
    /// The moment of the act, UTC, in whole milliseconds; one value for everything the act decides and writes. It is taken once
    /// the subject is locked: an act that waited for another does not decide by a moment before that one.
    /// </summary>
    public DateTime Now { get; private set; }

    public string PartnershipId =>
        _place?.PartnershipId
        ?? throw new InvalidOperationException("The act has not been located yet.");

    /// <summary>What the entry in the record is about; a handler that creates its subject sets it.</summary>
    public SubjectRef Subject
    {
        get =>
            _place?.Subject
            ?? throw new InvalidOperationException("The act has not been located yet.");
        set => _place = new ActPlace(PartnershipId, value);
    }

    /// <summary>In what capacity the person acts (seat, level, instrument), where that matters.</summary>
    public ActCapacity? Capacity { get; set; }

    /// <summary>Version ids that the decision rests on, recorded with it.</summary>
    public string? DefinitionVersionId { get; set; }

    public string? CalendarVersion { get; set; }

    /// <summary>
    /// What the record commits to under a salt: a plain object, written as JSON, erasable without breaking the chain. Free text
    /// about people belongs here and nowhere else in the record.
    /// </summary>
    public object? Payload { get; set; }

    /// <summary>Further entries that this act brings about, in order after its own (for example a publication).</summary>
    public IReadOnlyList<EntryDraft> FurtherEntries => _further;

    public string NewId() => Ids.New(Now);

    /// <summary>Adds a consequence to the record, after the act's own entry and in the same transaction.</summary>
    public void AlsoRecord(string name, SubjectRef subject, object? payload = null) =>
        _further.Add(new EntryDraft(name, subject, payload));

    /// <summary>Runs once the act is durable (wake a worker, for example). It must not fail and must not be needed.</summary>
    public void AfterCommit(Action wake) => _afterCommit.Add(wake);

    /// <summary>Loads a subject's root row and locks it until the act ends. Null when there is none.</summary>
    public async Task<T?> LockAsync<T>(string id)
        where T : class, IRoot
    {
        if (!Db.LocksRows)
        {
            return await ById<T>.Query.SingleOrDefaultAsync(Db, id);
        }

        return await Db.RowById<T>(id, RowLock.Change).SingleOrDefaultAsync();
    }

    /// <summary>
    /// Keeps a row that the act rests on and does not change as it is until the act ends, beside others that do the same. It
    /// comes before the subject's own lock in the order of locks. False when there is none.
    /// </summary>
    public async Task<bool> HoldAsync<T>(string id)
        where T : class, IRoot
    {
        if (!Db.LocksRows)
        {
            return await Db.Set<T>().AsNoTracking().AnyAsync(row => row.Id == id);
        }

        return await Db.RowById<T>(id, RowLock.Keep).AsNoTracking().SingleOrDefaultAsync()
            is not null;
    }

    /// <summary>Keeps a value for the length of the act, one per type: a module's own view of who acts, for example.</summary>
    public void Keep<T>(T value)
        where T : class => _kept[typeof(T)] = value;

    public T? Kept<T>()
        where T : class => _kept.GetValueOrDefault(typeof(T)) as T;

    internal void At(ActPlace place, DateTime now)
    {
        _place = place;
        Now = now;
    }

    /// <summary>After a refusal the entry is about what was asked for, not about what was half written.</summary>
    internal void RestoreForRefusal(ActPlace place)
    {
        _place = place;
        _further.Clear();
        Payload = null;
    }

    internal IReadOnlyList<Action> AfterCommitActions => _afterCommit;

    private static class ById<T>
        where T : class, IRoot
    {
        public static readonly PreparedQuery<T> Query = new(
            (db, id) => db.Set<T>().AsTracking().Where(row => row.Id == id)
        );
    }
}

/// <summary>The capacity somebody acts in: seat, level, and the delegation instrument whose authority is used.</summary>
public sealed record ActCapacity(string? Seat, string Capacity, string? InstrumentId = null);

/// <summary>An entry to be written besides the act's own.</summary>
public sealed record EntryDraft(string Name, SubjectRef Subject, object? Payload);
