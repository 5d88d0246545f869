using Governance.Contracts;
using Governance.Contracts.Search;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Search;

/// <summary>Keeps a search or a list under a name. The record says that a view was kept, not what was looked for.</summary>
public sealed class SaveView(Acts acts)
{
    public Task<Result<SavedViewAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        SaveViewBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<SavedViewAnswer>
            {
                Name = "view.save",
                Caller = caller,
                Permission = SavedViewActs.Own,
                // Of one's own two at once neither may be the one too many; nobody else's act is kept waiting.
                Locate = act => SavedViewActs.OfPartnershipAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private static async Task<Result<SavedViewAnswer>> DecideAsync(Act act, SaveViewBody body)
    {
        string person = act.Caller.PersonId;
        string partnership = act.PartnershipId;
        if (SavedViewActs.CheckName(body.Name) is { } wrong)
        {
            return wrong;
        }

        if (ViewAddress.Check(partnership, body.Address) is not { } address)
        {
            return ViewAddress.Unknown;
        }

        string name = body.Name!.Trim();
        List<SavedView> own = await act
            .Db.Set<SavedView>()
            .Where(view => view.PersonId == person && view.PartnershipId == partnership)
            .ToListAsync();
        if (own.Exists(view => view.Name == name))
        {
            return SavedViewActs.NameTaken;
        }

        if (own.Count >= SavedView.Most)
        {
            return SavedViewActs.TooMany;
        }

        SavedView view = new()
        {
            Id = act.NewId(),
            PartnershipId = partnership,
            PersonId = person,
            Name = name,
            Address = address,
            SavedAt = act.Now,
        };
        act.Db.Add(view);
        act.Subject = new SubjectRef(SavedViewActs.Subject, view.Id);
        return SavedViewBook.Of(view);
    }
}

/// <summary>Gives one's own view another name.</summary>
public sealed class RenameView(Acts acts)
{
    public Task<Result<SavedViewAnswer>> HandleAsync(
        ActCaller caller,
        string viewId,
        RenameViewBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<SavedViewAnswer>
            {
                Name = "view.rename",
                Caller = caller,
                Permission = SavedViewActs.Own,
                Locate = act => SavedViewActs.OfViewAsync(act, viewId),
                Decide = act => DecideAsync(act, viewId, body),
            },
            cancellation
        );

    private static async Task<Result<SavedViewAnswer>> DecideAsync(
        Act act,
        string viewId,
        RenameViewBody body
    )
    {
        if (SavedViewActs.CheckName(body.Name) is { } wrong)
        {
            return wrong;
        }

        SavedView view = (await act.Db.Set<SavedView>().FindAsync(viewId))!;
        string name = body.Name!.Trim();
        bool taken = await act
            .Db.Set<SavedView>()
            .AnyAsync(other =>
                other.PersonId == view.PersonId
                && other.PartnershipId == view.PartnershipId
                && other.Name == name
                && other.Id != viewId
            );
        if (taken)
        {
            return SavedViewActs.NameTaken;
        }

        view.Name = name;
        return SavedViewBook.Of(view);
    }
}

/// <summary>Forgets one's own view.</summary>
public sealed class DeleteView(Acts acts)
{
    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        string viewId,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "view.delete",
                Caller = caller,
                Permission = SavedViewActs.Own,
                Locate = act => SavedViewActs.OfViewAsync(act, viewId),
                Decide = async act =>
                {
                    act.Db.Remove((await act.Db.Set<SavedView>().FindAsync(viewId))!);
                    return new Done();
                },
            },
            cancellation
        );
}

/// <summary>Reads of saved views: one's own and nobody else's.</summary>
public static class SavedViewBook
{
    /// <summary>By name.</summary>
    public static async Task<Result<Page<SavedViewAnswer>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateOnly today
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            PartnershipsPermissions.SeePartnership,
            today
        );
        return standing.IsRefused
            ? standing.Refusal
            : new Page<SavedViewAnswer>(
                [
                    .. (
                        await db.Set<SavedView>()
                            .Where(view =>
                                view.PersonId == personId && view.PartnershipId == partnershipId
                            )
                            .OrderBy(view => view.Name)
                            .ToListAsync()
                    ).Select(Of),
                ],
                null
            );
    }

    /// <summary>One of one's own; 404 for any other.</summary>
    public static async Task<Result<SavedViewAnswer>> FindAsync(
        GovernanceDb db,
        string viewId,
        string personId
    ) =>
        await db.Set<SavedView>()
            .AsNoTracking()
            .SingleOrDefaultAsync(view => view.Id == viewId && view.PersonId == personId)
            is { } view
            ? Of(view)
            : Refusal.NotFound;

    internal static SavedViewAnswer Of(SavedView view) =>
        new(view.Id, view.Name, view.Address, view.SavedAt);
}

internal static class SavedViewActs
{
    public const string Subject = "savedView";

    public static readonly Refusal NameTaken = Refusal.Invalid(
        "name",
        "You have a view of this name already."
    );

    public static readonly Refusal TooMany = new(
        "view.too-many",
        $"You can keep {SavedView.Most} views in a partnership. Delete one first.",
        RefusalKind.Conflict
    );

    public static readonly Permission Own = PartnershipsPermissions.SeePartnership with
    {
        Name = "own-views",
        Description = "Keep searches and lists of one's own",
    };

    public static Task<ActPlace?> OfPartnershipAsync(Act act, string partnershipId) =>
        Task.FromResult<ActPlace?>(
            partnershipId == Partnership.Installation
                ? null
                : new ActPlace(partnershipId, new SubjectRef(Subject, act.Caller.PersonId))
        );

    /// <summary>Somebody else's is not found.</summary>
    public static async Task<ActPlace?> OfViewAsync(Act act, string viewId)
    {
        string person = act.Caller.PersonId;
        string? partnership = await act
            .Db.Set<SavedView>()
            .Where(view => view.Id == viewId && view.PersonId == person)
            .Select(view => view.PartnershipId)
            .SingleOrDefaultAsync();
        return partnership is null
            ? null
            : new ActPlace(partnership, new SubjectRef(Subject, viewId));
    }

    public static Refusal? CheckName(string? name) =>
        string.IsNullOrWhiteSpace(name) ? Refusal.Invalid("name", "Give the view a name.")
        : name.Trim().Length > SavedView.MostName
            ? Refusal.Invalid("name", $"Keep the name to {SavedView.MostName} characters.")
        : name.Any(char.IsControl) ? Refusal.Invalid("name", "Use letters and signs only.")
        : null;
}
