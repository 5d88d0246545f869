using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Policies;

/// <summary>
/// Where to look for policies by a word of their title: every word that a policy's title ever had. It narrows a search down; the
/// title itself decides, so that a word it no longer has finds nothing.
/// </summary>
public sealed class PolicyWord
{
    public required string PartnershipId { get; init; }

    public required string Word { get; init; }

    public required string PolicyId { get; init; }

    internal static void AddFirst(GovernanceDb db, Policy policy) =>
        db.AddRange(TitleWords.Split(policy.Title).Select(word => Of(policy, word)));

    internal static async Task AddFurtherAsync(GovernanceDb db, Policy policy)
    {
        string[] words = TitleWords.Split(policy.Title);
        List<string> known = await db.Set<PolicyWord>()
            .Where(each => each.PartnershipId == policy.PartnershipId)
            .Where(each => words.Contains(each.Word) && each.PolicyId == policy.Id)
            .Select(each => each.Word)
            .ToListAsync();
        db.AddRange(words.Except(known).Select(word => Of(policy, word)));
    }

    private static PolicyWord Of(Policy policy, string word) =>
        new()
        {
            PartnershipId = policy.PartnershipId,
            Word = word,
            PolicyId = policy.Id,
        };

    internal sealed class Mapping : IEntityTypeConfiguration<PolicyWord>
    {
        public void Configure(EntityTypeBuilder<PolicyWord> builder)
        {
            builder.ToTable("PolicyWord");
            builder.HasKey(w => new
            {
                w.PartnershipId,
                w.Word,
                w.PolicyId,
            });
            builder.Property(w => w.PartnershipId).HasMaxLength(Ids.MaxLength);
            builder.Property(w => w.Word).HasMaxLength(TitleWords.LongestWord);
            builder.Property(w => w.PolicyId).HasMaxLength(Ids.MaxLength);
        }
    }
}
