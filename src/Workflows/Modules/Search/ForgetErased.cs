using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Search;

/// <summary>
/// What was disposed of is not found any more, and an erased person's views go with them. Texts that named them are described anew by the
/// erasure itself, which knows the name.
/// </summary>
internal sealed class ForgetErased : IOnErased
{
    public Task SubjectDisposedAsync(Act act, SubjectRef subject) =>
        SearchIndex.RemoveAsync(act.Db, subject.Id);

    public Task PersonErasedAsync(Act act, string personId) =>
        act.Db.Set<SavedView>().Where(view => view.PersonId == personId).ExecuteDeleteAsync();
}
