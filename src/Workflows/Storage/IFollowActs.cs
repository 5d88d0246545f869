namespace Governance.Storage;

/// <summary>
/// The pipeline step "follow": told, in the act's own transaction and before its entry in the record, which rows a done act has written,
/// so that what is derived from them (an index) commits with them or not at all. A refused act has written nothing.
/// </summary>
public interface IFollowActs
{
    /// <param name="rows">Every tracked row that was added, changed or removed, as the act left it; saved by now.</param>
    Task FollowAsync(Act act, IReadOnlyCollection<object> rows);
}
