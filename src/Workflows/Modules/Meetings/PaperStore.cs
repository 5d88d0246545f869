using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>The papers of one meeting or written procedure, in an act.</summary>
internal sealed class PaperStore
{
    private readonly Act _act;
    private readonly string _forId;

    private PaperStore(Act act, string forId, List<Paper> papers)
    {
        _act = act;
        _forId = forId;
        Papers = papers;
    }

    /// <summary>By number.</summary>
    public List<Paper> Papers { get; }

    public static async Task<PaperStore> OfAsync(Act act, string forId) =>
        new(act, forId, await FindAllAsync(act.Db, forId));

    public static Task<List<Paper>> FindAllAsync(GovernanceDb db, string forId) =>
        db.Set<Paper>()
            .Include(paper => paper.Versions.OrderBy(version => version.Number))
            .Where(paper => paper.ForId == forId)
            .OrderBy(paper => paper.Number)
            .ToListAsync();

    public IEnumerable<Paper> On(string? itemId) => Papers.Where(paper => paper.ItemId == itemId);

    /// <summary>Null when it was taken.</summary>
    public async Task<Refusal?> AddAsync(string? itemId, PaperFile file)
    {
        if (Papers.Count == PaperRules.MostPapers)
        {
            return Refusal.Invalid("papers", $"There can be {PaperRules.MostPapers} papers.");
        }

        Paper paper = new()
        {
            Id = _act.NewId(),
            PartnershipId = _act.PartnershipId,
            ForId = _forId,
            ItemId = itemId,
            Number = Papers.Count + 1,
            Name = file.Name,
        };
        _act.Db.Add(paper);
        await AddVersionAsync(paper, file, 1);
        Papers.Add(paper);
        return null;
    }

    /// <summary>Another text of a paper; what was there before stays.</summary>
    public Task ReplaceAsync(Paper paper, PaperFile file) =>
        AddVersionAsync(paper, file, paper.Newest.Number + 1);

    /// <summary>What is there now is what the members are sent; answers how many papers were fixed anew.</summary>
    public int Circulate()
    {
        Paper[] changed = [.. Papers.Where(paper => paper.Circulated is null)];
        foreach (Paper paper in changed)
        {
            paper.Circulated = paper.Newest.Number;
        }

        return changed.Length;
    }

    private async Task AddVersionAsync(Paper paper, PaperFile file, int number)
    {
        await PaperContents.KeepAsync(_act, file);
        PaperVersion version = new()
        {
            PaperId = paper.Id,
            Number = number,
            Hash = file.Hash,
            ContentType = file.ContentType,
            Size = file.Bytes.Length,
            AddedAt = _act.Now,
            AddedBy = _act.Caller.PersonId,
        };
        paper.Versions.Add(version);
        _act.Db.Add(version);
    }
}
