using Governance.Modules.Partnerships;
using Governance.Modules.Search;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// The keys to what a body does: the right to read what every body does, or belonging to it on the day (<see cref="BodyRoll.ReachOfAsync"/>).
/// Whoever was there keeps a key of their own to that meeting.
/// </summary>
internal sealed class BodyKeysHeld : IHoldSearchKeys
{
    /// <summary>Whoever reads what every body does.</summary>
    public static readonly Permission EveryBody = new(
        "read-every-body",
        "Read the meetings, decisions and actions of every body",
        MeetingsPermissions.SeeEverything
    );

    public static string[] ReadersOf(string? bodyId) =>
        bodyId is null
            ? [SearchKeys.May(EveryBody)]
            : [SearchKeys.May(EveryBody), SearchKeys.Of(MeetingsWords.Body, bodyId)];

    public async Task<IReadOnlyList<string>> OfAsync(GovernanceDb db, Standing standing) =>
        [
            .. (await BodyRoll.ReachOfAsync(db, standing) ?? []).Select(body =>
                SearchKeys.Of(MeetingsWords.Body, body)
            ),
        ];
}
