using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Record;

/// <summary>
/// A module that keeps something derived from a subject or a person (an index, a cache in a table) lets it go with them. It runs
/// inside the act, after their rows are gone and before it commits, and writes only through the act.
/// </summary>
public interface IOnErased
{
    Task SubjectDisposedAsync(Act act, SubjectRef subject);

    /// <summary>The person's id stays; everything that names them goes.</summary>
    Task PersonErasedAsync(Act act, string personId);
}

/// <summary>
/// What the record itself says of things that are gone: an entry of this act about a subject means that it was disposed of as agreed,
/// and that nobody took it away.
/// </summary>
internal static class Erased
{
    /// <summary>Its subject's hash is that of the certificate.</summary>
    public const string Disposed = "subject.disposed";

    public const string Person = "person.erased";

    /// <summary>The entries that say so, in whichever partnership.</summary>
    public static IQueryable<RecordEntry> Disposals(GovernanceDb db, string type) =>
        db.Set<RecordEntry>()
            .AsNoTracking()
            .Where(entry =>
                entry.SubjectType == type
                && entry.Act == Disposed
                && entry.Outcome == EntryOutcomes.Done
            );
}
