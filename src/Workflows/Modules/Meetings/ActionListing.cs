using System.Globalization;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Which actions are listed; nothing set lists all that the reader may see.</summary>
/// <param name="Owner">A seat, or a person's id.</param>
/// <param name="Mine">Only what the reader, or a seat of theirs, has to do or to verify.</param>
public sealed record ActionFilter(
    string? State = null,
    string? Body = null,
    string? Owner = null,
    bool Overdue = false,
    bool Mine = false
)
{
    public Refusal? Check() =>
        State is null || ActionStates.All.Contains(State)
            ? null
            : Refusal.Malformed("state", $"The states are {string.Join(", ", ActionStates.All)}.");
}

/// <summary>
/// The register of actions. Readers see those of their bodies, and those that they own or verify. A list is put together from
/// walks, each on one index from where the part before ended.
/// </summary>
public static class ActionListing
{
    /// <summary>Earliest due first.</summary>
    public static async Task<Result<Page<ActionLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        ActionFilter filter,
        string? after = null,
        int take = 50
    )
    {
        Result<Standing> standing = await MeetingBook.StandingAsync(
            db,
            partnershipId,
            personId,
            now
        );
        if (standing.IsRefused || filter.Check() is not null)
        {
            return standing.Refusal ?? filter.Check()!;
        }

        (DateTime, string)? from = null;
        if (after is not null && (from = Read(after)) is null)
        {
            return Cursors.Unreadable();
        }

        List<MeetingAction> found = [];
        foreach (
            IQueryable<MeetingAction> walk in await WalksAsync(db, standing.Value, filter, now)
        )
        {
            found.AddRange(
                await walk.Walk(action => action.DueAt, action => action.Id, from)
                    .Take(take + 1)
                    .ToListAsync()
            );
        }

        MeetingAction[] ordered =
        [
            .. found
                .DistinctBy(action => action.Id)
                .OrderBy(action => action.DueAt)
                .ThenBy(action => action.Id, StringComparer.Ordinal)
                .Take(take + 1),
        ];
        return new Page<ActionLine>(
            [.. ordered.Take(take).Select(action => MeetingAnswers.Of(action, now))],
            ordered.Length > take ? Write(ordered[take - 1]) : null
        );
    }

    public static async Task<Result<ActionAnswer>> FindAsync(
        GovernanceDb db,
        string actionId,
        string personId,
        DateTime now
    )
    {
        MeetingAction? action = await db.Set<MeetingAction>()
            .SingleOrDefaultAsync(each => each.Id == actionId);
        Result<Standing> standing = await MeetingBook.StandingAsync(
            db,
            action?.PartnershipId,
            personId,
            now
        );
        return standing.IsRefused ? standing.Refusal
            : !await ReadsAsync(db, standing.Value, action!) ? Refusal.NotFound
            : await AnswerAsync(db, action!, standing.Value, now);
    }

    internal static async Task<bool> ReadsAsync(
        GovernanceDb db,
        Standing standing,
        MeetingAction action
    ) =>
        ActionRules.Holds(action.Owner, standing)
        || action.Verifier is { } verifier && ActionRules.Holds(verifier, standing)
        || BodyRoll.Reaches(await BodyRoll.ReachOfAsync(db, standing), action.BodyId);

    internal static async Task<ActionAnswer> AnswerAsync(
        GovernanceDb db,
        MeetingAction action,
        Standing standing,
        DateTime now
    )
    {
        BodyMembership? body = await ActionPlace.MembershipAsync(db, action, now);
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            new[] { action.CompletedBy, action.VerifiedBy }.OfType<string>()
        );
        return new ActionAnswer
        {
            Id = action.Id,
            Partnership = action.PartnershipId,
            Number = action.Number,
            Body = action.BodyId,
            BodyName = body?.Body.Name,
            Meeting = action.MeetingId,
            Decision = action.DecisionId,
            DecisionNumber = await db.Set<Decision>()
                .Where(decision => decision.Id == action.DecisionId)
                .Select(decision => (int?)decision.Number)
                .SingleOrDefaultAsync(),
            Text = action.Text,
            Owner = action.Owner,
            OwnerName = action.OwnerName,
            Verifier = action.Verifier,
            VerifierName = action.VerifierName,
            Due = action.DueAt,
            WorkingDays = action.WorkingDays,
            Opened = action.OpenedAt,
            State = action.State,
            Overdue = action.IsOverdue(now),
            Evidence = action.Evidence,
            Completed = action.CompletedAt,
            CompletedBy = Named(action.CompletedBy),
            Verified = action.VerifiedAt,
            VerifiedBy = Named(action.VerifiedBy),
            ReturnReason = action.ReturnReason,
            Returns = action.Returns,
            MayComplete = ActionRules.Complete(action, standing) is null,
            MayVerify =
                ActionRules.Verify(action, standing, body?.IsChairedBy(standing.PersonId) == true)
                    is null,
        };

        PersonLine? Named(string? id) =>
            id is null ? null : new PersonLine(id, names.GetValueOrDefault(id, id));
    }

    private static async Task<IReadOnlyList<IQueryable<MeetingAction>>> WalksAsync(
        GovernanceDb db,
        Standing standing,
        ActionFilter filter,
        DateTime now
    )
    {
        string partnership = standing.PartnershipId;
        string[] keys =
        [
            PlaceKeys.Person(standing.PersonId),
            .. standing.Seats.Select(PlaceKeys.Seat),
        ];
        string[] states =
            filter.Overdue ? [ActionStates.Open]
            : filter.State is null ? [.. ActionStates.All]
            : [filter.State];
        IReadOnlyList<string>? reach = await BodyRoll.ReachOfAsync(db, standing);
        IQueryable<MeetingAction> all = db.Set<MeetingAction>()
            .Where(action => action.PartnershipId == partnership);
        if (filter.Owner is { } given)
        {
            string owner = ActionRules.PlaceOf(given);
            return
            [
                Narrowed(
                    all.Where(action => action.Owner == owner)
                        .Where(action =>
                            reach == null
                            || reach.Contains(action.BodyId!)
                            || keys.Contains(action.Owner)
                            || keys.Contains(action.Verifier!)
                        )
                ),
            ];
        }

        IEnumerable<IQueryable<MeetingAction>> own = keys.SelectMany(key =>
            new[]
            {
                all.Where(action => action.Owner == key),
                all.Where(action => action.Verifier == key),
            }
        );
        IEnumerable<IQueryable<MeetingAction>> walks =
            filter.Mine ? own
            : reach is not null
                ? own.Concat(reach.Select(body => all.Where(action => action.BodyId == body)))
            : filter.Body is { } named ? [all.Where(action => action.BodyId == named)]
            : states.Select(state => all.Where(action => action.State == state));
        return [.. walks.Select(Narrowed)];

        IQueryable<MeetingAction> Narrowed(IQueryable<MeetingAction> walk)
        {
            if (filter.Body is { } body)
            {
                walk = walk.Where(action => action.BodyId == body);
            }

            if (filter.State is not null || filter.Overdue)
            {
                string state = filter.Overdue ? ActionStates.Open : filter.State!;
                walk = walk.Where(action => action.State == state);
            }

            return filter.Overdue ? walk.Where(action => action.DueAt < now) : walk;
        }
    }

    private static string Write(MeetingAction action) =>
        Cursors.Of(action.DueAt.Ticks.ToString(CultureInfo.InvariantCulture), action.Id);

    private static (DateTime, string)? Read(string cursor) =>
        Cursors.Read(cursor, 2) is [{ } ticks, { } id]
        && long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out long at)
        && at <= DateTime.MaxValue.Ticks
            ? (new DateTime(at, DateTimeKind.Utc), id)
            : null;
}
