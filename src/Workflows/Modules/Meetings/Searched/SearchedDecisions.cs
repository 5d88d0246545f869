using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Decisions, for whoever reads their body's and for whoever was there when they were made.</summary>
internal sealed class SearchedDecisions : ISearchSource
{
    public string Kind => SearchKinds.Decision;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [BodyKeysHeld.EveryBody];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row is Decision decision ? [decision.Id] : [];

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    ) =>
        [
            .. (
                await db.Set<Decision>()
                    .AsNoTracking()
                    .Where(decision => subjects.Contains(decision.Id))
                    .ToListAsync()
            ).Select(decision => new SearchDraft(
                decision.PartnershipId,
                decision.Id,
                $"Decision {decision.Number}",
                SearchDraft.Text(decision.Text, decision.Dissent, decision.Discretion),
                decision.DecidedAt,
                [
                    .. BodyKeysHeld.ReadersOf(decision.BodyId),
                    .. DecisionBasis
                        .Read(decision.Basis)
                        .Present.Select(person => SearchKeys.Person(person.Person)),
                ]
            )
            {
                State = decision.Outcome,
                BodyId = decision.BodyId,
            }),
        ];

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<Decision>()
            .Select(decision => decision.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}

/// <summary>Actions, for whoever reads their body's, owns them or verifies them (<see cref="ActionListing.ReadsAsync"/>).</summary>
internal sealed class SearchedActions : ISearchSource
{
    public string Kind => SearchKinds.Action;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [BodyKeysHeld.EveryBody];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row is MeetingAction action ? [action.Id] : [];

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    ) =>
        [
            .. (
                await db.Set<MeetingAction>()
                    .AsNoTracking()
                    .Where(action => subjects.Contains(action.Id))
                    .ToListAsync()
            ).Select(action => new SearchDraft(
                action.PartnershipId,
                action.Id,
                $"Action {action.Number}",
                SearchDraft.Text(
                    action.Text,
                    action.Evidence,
                    action.ReturnReason,
                    action.OwnerName,
                    action.VerifierName
                ),
                action.VerifiedAt ?? action.CompletedAt ?? action.OpenedAt,
                [
                    .. BodyKeysHeld.ReadersOf(action.BodyId),
                    .. ((string?[])[action.Owner, action.Verifier])
                        .OfType<string>()
                        .Select(KeyOf)
                        .OfType<string>(),
                ]
            )
            {
                State = action.State,
                BodyId = action.BodyId,
                Seats = [.. ((string[])[action.Owner]).Select(PlaceKeys.SeatOf).OfType<string>()],
            }),
        ];

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<MeetingAction>()
            .Select(action => action.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();

    /// <summary>A place is held as <see cref="ActionRules.Holds"/> says: by a seat's people or by the person.</summary>
    private static string? KeyOf(string place) =>
        PlaceKeys.SeatOf(place) is { } seat ? SearchKeys.Seat(seat)
        : PlaceKeys.PersonOf(place) is { } person ? SearchKeys.Person(person)
        : null;
}

/// <summary>Written procedures with their texts, papers and the reasons that were given, for whoever reads what their body does.</summary>
internal sealed class SearchedProcedures : ISearchSource
{
    public string Kind => SearchKinds.Procedure;

    public int Edition => 1;

    public IReadOnlyList<Permission> Permissions { get; } = [BodyKeysHeld.EveryBody];

    public IEnumerable<string> SubjectsOf(GovernanceDb db, object row) =>
        row switch
        {
            WrittenProcedure procedure => [procedure.Id],
            ProcedurePlace place => [place.ProcedureId],
            Paper { ItemId: null } paper => [paper.ForId],
            _ => [],
        };

    public async Task<IReadOnlyList<SearchDraft>> DescribeAsync(
        GovernanceDb db,
        IReadOnlyCollection<string> subjects
    )
    {
        List<WrittenProcedure> procedures = await db.Set<WrittenProcedure>()
            .AsNoTracking()
            .Include(procedure => procedure.Places)
            .Where(procedure => subjects.Contains(procedure.Id))
            .ToListAsync();
        ILookup<string, string?> papers = await SearchedPapers.OfAsync(db, subjects);
        return
        [
            .. procedures.Select(procedure => new SearchDraft(
                procedure.PartnershipId,
                procedure.Id,
                procedure.Title,
                SearchDraft.Text([
                    procedure.Text,
                    procedure.OverReason,
                    .. procedure
                        .Places.OrderBy(place => place.Place, StringComparer.Ordinal)
                        .Select(place => place.Reason),
                    .. papers[procedure.Id],
                ]),
                procedure.OverAt ?? procedure.ProposedAt,
                BodyKeysHeld.ReadersOf(procedure.BodyId)
            )
            {
                State = procedure.State,
                BodyId = procedure.BodyId,
            }),
        ];
    }

    public async Task<IReadOnlyList<string>> NextAsync(GovernanceDb db, string? after, int take) =>
        await db.Set<WrittenProcedure>()
            .Select(procedure => procedure.Id)
            .Where(id => after == null || string.Compare(id, after) > 0)
            .OrderBy(id => id)
            .Take(take)
            .ToListAsync();
}
