using System.Globalization;
using Governance.Contracts;
using Governance.Contracts.Instances;
using Governance.Engine.Instances;
using Governance.Modules.Cases;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>Runs of workflows: what each waits for, what went wrong, and every step it took.</summary>
internal static class InstancesApi
{
    /// <summary>Whoever may see how workflows run; the pages ask for the same.</summary>
    internal static readonly Permission Read = new(
        "read-instances",
        "See how workflows run",
        Roles.StatutoryPartner,
        Roles.Scrutineer,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.Inspector
    );

    public static void MapInstances(this RouteGroupBuilder api)
    {
        RouteGroupBuilder instances = api.MapGroup("/instances").WithTags("Instances");
        instances
            .MapGet(string.Empty, ListAsync)
            .WithSummary(
                "The instances that I may see, newest first, by state and definition; those about a subject, oldest first."
            )
            .Produces<Page<InstanceAnswer>>();
        instances
            .MapGet("/{id}", FindAsync)
            .WithSummary("The pinned version, open bookmarks with their clocks, incidents.")
            .Produces<InstanceAnswer>();
        instances
            .MapGet("/{id}/history", HistoryAsync)
            .WithSummary("Every step, oldest first.")
            .Produces<Page<InstanceStep>>();
        instances
            .MapGet("/{id}/diagram", DrawAsync)
            .WithSummary("The workflow drawn with how far it has come, now or at any past moment.")
            .Produces<InstanceMap>();
    }

    private static async Task<IResult> ListAsync(
        Caller caller,
        [AsParameters] InstanceQuery query,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        Result<InstanceFilter> filter = InstanceFilter.Read(query.State, query.Definition);
        if (filter.IsRefused)
        {
            return ResultHttp.Problem(filter.Refusal);
        }

        await using GovernanceDb db = reading.Open();
        List<string> mine = [];
        foreach (
            PartnershipLine partnership in await PartnershipBook.OfPersonAsync(
                db,
                caller.PersonId,
                reading.Today
            )
        )
        {
            if (
                (query.Partnership is null || query.Partnership == partnership.Id)
                && await reading.RefuseAsync(db, partnership.Id, caller, Read) is null
            )
            {
                mine.Add(partnership.Id);
            }
        }

        return query.Subject is { } subject
            ? (await OfSubjectAsync(db, mine, subject, filter.Value, paging)).ToOk()
            : (
                await InstanceListing.ListAsync(db, mine, filter.Value, paging.After, paging.Count)
            ).ToOk();
    }

    private static async Task<Result<Page<InstanceAnswer>>> OfSubjectAsync(
        GovernanceDb db,
        List<string> partnerships,
        string subject,
        InstanceFilter filter,
        Paging paging
    )
    {
        (string? type, string id) = subject.Split(':', 2) is [var named, var rest]
            ? (named, rest)
            : (null, subject);
        List<InstanceAnswer> found = [];
        foreach (string partnership in partnerships)
        {
            found.AddRange(await InstanceBook.OfSubjectAsync(db, partnership, id, type));
        }

        return paging.Of(found.FindAll(filter.Shows), instance => instance.Id);
    }

    private static async Task<IResult> FindAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        Result<InstanceAnswer> found = await LoadAsync(db, id, caller, reading);
        return found.IsRefused
            ? ResultHttp.Problem(found.Refusal)
            : new SingleResource<InstanceAnswer>(await InstanceNames.FillAsync(db, found.Value));
    }

    /// <param name="at">A past moment, ISO 8601 with offset; now when left out.</param>
    private static async Task<IResult> DrawAsync(
        string id,
        string? at,
        Caller caller,
        Reading reading
    )
    {
        DateTimeOffset moment = default;
        if (
            at is not null
            && !(
                at.Length > 19
                && (at[^1] is 'Z' or 'z' || at[^6] is '+' or '-')
                && DateTimeOffset.TryParse(
                    at,
                    CultureInfo.InvariantCulture,
                    DateTimeStyles.None,
                    out moment
                )
            )
        )
        {
            return ResultHttp.Problem(
                Refusal.Malformed("at", "A moment is written like 2027-02-03T17:00:01Z.")
            );
        }

        await using GovernanceDb db = reading.Open();
        Result<InstanceAnswer> found = await LoadAsync(db, id, caller, reading);
        if (found.IsRefused)
        {
            return ResultHttp.Problem(found.Refusal);
        }

        return new SingleResource<InstanceMap>(
            (
                at is null
                    ? await InstanceMaps.FindAsync(db, id)
                    : await InstanceMaps.FindAsync(db, id, moment.UtcDateTime)
            )!
        );
    }

    private static async Task<IResult> HistoryAsync(
        string id,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        int after = 0;
        if (
            paging.After is not null
            && !int.TryParse(
                paging.After,
                NumberStyles.None,
                CultureInfo.InvariantCulture,
                out after
            )
        )
        {
            return ResultHttp.Problem(Cursors.Unreadable());
        }

        await using GovernanceDb db = reading.Open();
        Result<InstanceAnswer> instance = await LoadAsync(db, id, caller, reading);
        if (instance.IsRefused)
        {
            return ResultHttp.Problem(instance.Refusal);
        }

        IReadOnlyList<InstanceStep> steps = await InstanceBook.HistoryAsync(
            db,
            id,
            after,
            paging.Count + 1
        );
        return TypedResults.Ok(
            steps.Count > paging.Count
                ? new Page<InstanceStep>(
                    [.. steps.Take(paging.Count)],
                    steps[paging.Count - 1].Number.ToString(CultureInfo.InvariantCulture)
                )
                : new Page<InstanceStep>(steps, null)
        );
    }

    /// <summary>The instance, to whoever may see how workflows run in its partnership.</summary>
    public static async Task<Result<InstanceAnswer>> LoadAsync(
        GovernanceDb db,
        string id,
        Caller caller,
        Reading reading
    )
    {
        if (await InstanceBook.FindAsync(db, id) is not { } instance)
        {
            return Refusal.NotFound;
        }

        return await reading.RefuseAsync(db, instance.Partnership, caller, Read) is { } refusal
            ? refusal
            : instance;
    }
}
