using System.Reflection;
using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>
/// Each partnership has the example ladders to begin with: data of its own, marked as examples until it has checked them against its
/// published policy. They are installed when it is established; in one that was established before by a service act at start.
/// </summary>
public sealed class InstallLadders(Acts acts, IReadGovernance reading) : IOnPartnershipEstablished
{
    /// <summary>Who proposed and agreed, of what the product was released with.</summary>
    public const string Product = "product";
    private const string Folder = "Ladders/";

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
                    !db.Set<Ladder>().Any(ladder => ladder.PartnershipId == partnership.Id)
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
                    Name = "ladder.install",
                    Caller = ActCaller.Service("ladders"),
                    Permission = Permission.Service,
                    Locate = act => PartnershipPlace.LocateAsync(act, partnershipId),
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

    /// <summary>By name, as they are shipped.</summary>
    public static IReadOnlyDictionary<string, LadderBody> Examples { get; } = ReadExamples();

    internal static async Task EnsureAsync(Act act)
    {
        if (
            await act.Db.Set<Ladder>().AnyAsync(ladder => ladder.PartnershipId == act.PartnershipId)
        )
        {
            return;
        }

        foreach ((string key, LadderBody body) in Examples)
        {
            LadderContent content = LadderRules.Check(key, body).Value;
            Ladder ladder = new()
            {
                Id = act.NewId(),
                PartnershipId = act.PartnershipId,
                Key = key,
                Newest = 1,
            };
            act.Db.Add(ladder);
            act.Db.Add(
                new LadderVersion
                {
                    LadderId = ladder.Id,
                    Number = 1,
                    Content = content.Write(),
                    CreatedAt = act.Now,
                    ProposedBy = Product,
                    AgreedBy = Product,
                }
            );
            act.AlsoRecord(
                "ladder.installed",
                new SubjectRef(EscalationWords.Ladder, ladder.Id),
                new { key, content.Name }
            );
        }

        await act.Db.SaveChangesAsync();
    }

    private static SortedDictionary<string, LadderBody> ReadExamples()
    {
        Assembly assembly = typeof(InstallLadders).Assembly;
        SortedDictionary<string, LadderBody> examples = new(StringComparer.Ordinal);
        foreach (
            string resource in assembly
                .GetManifestResourceNames()
                .Where(name => name.StartsWith(Folder, StringComparison.Ordinal))
        )
        {
            using Stream stream = assembly.GetManifestResourceStream(resource)!;
            examples[Path.GetFileNameWithoutExtension(resource)] =
                JsonSerializer.Deserialize<LadderBody>(stream, JsonSerializerOptions.Web)!;
        }

        return examples;
    }
}
