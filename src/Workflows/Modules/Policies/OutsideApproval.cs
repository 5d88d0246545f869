using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Policies;

/// <summary>
/// What somebody says about a text that was approved before this service had it: by whom, when, and where the evidence is. It is a note
/// and no signature: nothing is published by it, and no rule looks at it.
/// </summary>
public sealed class OutsideApproval
{
    public const int MostText = 500;

    public required string PolicyId { get; init; }

    /// <summary>The version whose text it was.</summary>
    public required int Number { get; init; }

    /// <summary>The body or the people, as they were called.</summary>
    public required string By { get; init; }

    public required DateOnly On { get; init; }

    /// <summary>Where somebody can look it up: minutes, a file, an address.</summary>
    public required string Evidence { get; init; }

    /// <summary>When its review was due where it was approved.</summary>
    public DateOnly? ReviewOn { get; init; }

    public required string NotedBy { get; init; }

    public required DateTime NotedAt { get; init; }

    /// <summary>What is wrong with it; null when nothing.</summary>
    internal static Refusal? Check(OutsideApprovalBody given, DateOnly today)
    {
        FieldErrors errors = new();
        errors.When(
            string.IsNullOrWhiteSpace(given.By) || given.By.Length > MostText,
            "approvedBy",
            $"Say who approved it, in up to {MostText} characters."
        );
        errors.When(given.On is null, "approvedOn", "Say when it was approved.");
        errors.When(given.On > today, "approvedOn", "This day has not come yet.");
        errors.When(
            string.IsNullOrWhiteSpace(given.Evidence) || given.Evidence.Length > MostText,
            "evidence",
            $"Say where the evidence of the approval is, in up to {MostText} characters: without it the text is a draft like any other."
        );
        errors.When(
            given.ReviewOn < given.On,
            "reviewOn",
            "The review cannot come before the approval."
        );
        return errors.AsRefusal();
    }

    internal sealed class Mapping : IEntityTypeConfiguration<OutsideApproval>
    {
        public void Configure(EntityTypeBuilder<OutsideApproval> builder)
        {
            builder.ToTable("OutsideApproval");
            builder.HasKey(row => row.PolicyId);
            builder.Property(row => row.PolicyId).HasMaxLength(Ids.MaxLength);
            builder.Property(row => row.By).HasMaxLength(MostText);
            builder.Property(row => row.Evidence).HasMaxLength(MostText);
            builder.Property(row => row.NotedBy).HasMaxLength(Ids.MaxLength);
            builder
                .HasOne<PolicyVersion>()
                .WithMany()
                .HasForeignKey(row => new { row.PolicyId, row.Number })
                .OnDelete(DeleteBehavior.Restrict);
        }
    }
}
