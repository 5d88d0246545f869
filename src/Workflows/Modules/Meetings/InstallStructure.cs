using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>
/// Each partnership has itself and its executive as bodies. They are installed when it is established; in one that was established
/// before by a service act at start, or by the first act that needs them.
/// </summary>
public sealed class InstallStructure(Acts acts, IReadGovernance reading) : IOnPartnershipEstablished
{
    public async Task HandleAsync(Act act, Partnership partnership)
    {
        if (!partnership.IsInstallation)
        {
            await EnsureAsync(act);
        }
    }

    /// <summary>For partnerships of an earlier release; answers how many got theirs. Hosts that do it at once do it once.</summary>
    public async Task<int> CatchUpAsync(CancellationToken cancellation = default)
    {
        List<string> without;
        using (GovernanceDb db = reading.OpenReader())
        {
            without = await db.Set<Partnership>()
                .Where(partnership => partnership.Id != Partnership.Installation)
                .Where(partnership =>
                    !db.Set<MeetingBody>()
                        .Any(body =>
                            body.PartnershipId == partnership.Id
                            && body.Kind == BodyKinds.Partnership
                        )
                )
                .Select(partnership => partnership.Id)
                .OrderBy(id => id)
                .ToListAsync(cancellation);
        }

        foreach (string partnershipId in without)
        {
            await acts.RunAsync(
                new ActRequest<bool>
                {
                    Name = "body.install",
                    Caller = ActCaller.Service("structure"),
                    Permission = Permission.Service,
                    Locate = async act =>
                        await act.LockAsync<Partnership>(partnershipId) is { } partnership
                            ? new ActPlace(
                                partnership.Id,
                                new SubjectRef("partnership", partnership.Id)
                            )
                            : null,
                    Decide = async act =>
                    {
                        await EnsureAsync(act);
                        return true;
                    },
                },
                cancellation
            );
        }

        return without.Count;
    }

    /// <summary>The partnership's own body, installed with the executive in this act where they are missing.</summary>
    internal static async Task<MeetingBody> EnsureAsync(Act act)
    {
        string key = MeetingBody.OnlyKeyOf(BodyKinds.Partnership, act.PartnershipId);
        MeetingBody? root = await act
            .Db.Set<MeetingBody>()
            .SingleOrDefaultAsync(body => body.OnlyKey == key);
        if (root is not null)
        {
            return root;
        }

        root = Installed(
            act,
            BodyKinds.Partnership,
            null,
            "The partnership",
            "The three statutory safeguarding partners and the relevant agencies together."
        );
        MeetingBody executive = Installed(
            act,
            BodyKinds.Executive,
            root.Id,
            "Executive",
            "The three statutory safeguarding partners decide together, with an equal duty."
        );
        act.Db.Add(root);
        act.Db.Add(executive);
        act.AlsoRecord("body.added", root.Subject, BodyBook.RecordOf(root));
        act.AlsoRecord("body.added", executive.Subject, BodyBook.RecordOf(executive));
        await act.Db.SaveChangesAsync();
        return root;
    }

    private static MeetingBody Installed(
        Act act,
        string kind,
        string? parentId,
        string name,
        string purpose
    ) =>
        new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            ParentId = parentId,
            Name = name,
            Purpose = purpose,
            Kind = kind,
            OnlyKey = MeetingBody.OnlyKeyOf(kind, act.PartnershipId),
            Quorum = QuorumRule.EverySeat,
            CreatedAt = act.Now,
        };
}
