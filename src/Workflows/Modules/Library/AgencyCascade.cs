using Governance.Contracts;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Modules.Library;

/// <summary>
/// One agency's cascade of one published version: the four parts that its representative confirms, together or one by one. The
/// agency has confirmed when all four are true.
/// </summary>
public sealed class AgencyCascade : IVersioned
{
    public const int MostNote = 2_000;

    public required string DisseminationId { get; init; }

    public required string AgencyId { get; init; }

    /// <summary>The name as it was then.</summary>
    public required string AgencyName { get; init; }

    public required DateTime ToldAt { get; init; }

    /// <summary>The ask that waits, or waited last.</summary>
    public required string AskId { get; set; }

    public bool Briefed { get; set; }

    public bool WebsiteUpdated { get; set; }

    public bool OwnPolicyUpdated { get; set; }

    public bool TrainingUpdated { get; set; }

    public string? Note { get; set; }

    public DateTime? ChangedAt { get; set; }

    public string? ChangedBy { get; set; }

    public DateTime? ConfirmedAt { get; set; }

    public string? ConfirmedBy { get; set; }

    public int Version { get; set; }

    /// <summary>The parts that are not confirmed, by their wire names.</summary>
    public IEnumerable<string> Missing
    {
        get
        {
            if (!Briefed)
            {
                yield return "briefed";
            }

            if (!WebsiteUpdated)
            {
                yield return "websiteUpdated";
            }

            if (!OwnPolicyUpdated)
            {
                yield return "ownPolicyUpdated";
            }

            if (!TrainingUpdated)
            {
                yield return "trainingUpdated";
            }
        }
    }

    /// <summary>
    /// Takes over what the representative says. Taking back what was confirmed needs a note, so that the partnership learns why;
    /// what changes nothing is refused, so that nobody believes to have said something new.
    /// </summary>
    public Result<Done> Say(CascadeBody body, string personId, DateTime now)
    {
        string? note = string.IsNullOrWhiteSpace(body.Note) ? null : body.Note.Trim();
        if (note?.Length > MostNote)
        {
            return LibraryRefusals.NoteTooLong;
        }

        bool takesBack =
            Briefed && body.Briefed == false
            || WebsiteUpdated && body.WebsiteUpdated == false
            || OwnPolicyUpdated && body.OwnPolicyUpdated == false
            || TrainingUpdated && body.TrainingUpdated == false;
        if (takesBack && note is null)
        {
            return LibraryRefusals.NoteNeeded;
        }

        bool adds =
            !Briefed && body.Briefed == true
            || !WebsiteUpdated && body.WebsiteUpdated == true
            || !OwnPolicyUpdated && body.OwnPolicyUpdated == true
            || !TrainingUpdated && body.TrainingUpdated == true;
        if (!takesBack && !adds && (note is null || note == Note))
        {
            return LibraryRefusals.NothingChanged;
        }

        Briefed = body.Briefed ?? Briefed;
        WebsiteUpdated = body.WebsiteUpdated ?? WebsiteUpdated;
        OwnPolicyUpdated = body.OwnPolicyUpdated ?? OwnPolicyUpdated;
        TrainingUpdated = body.TrainingUpdated ?? TrainingUpdated;
        Note = note ?? Note;
        (ChangedAt, ChangedBy) = (now, personId);
        bool isWhole = Briefed && WebsiteUpdated && OwnPolicyUpdated && TrainingUpdated;
        if (isWhole != ConfirmedAt is not null)
        {
            ConfirmedAt = isWhole ? now : null;
            ConfirmedBy = isWhole ? personId : null;
        }

        return default(Done);
    }

    internal sealed class Mapping : IEntityTypeConfiguration<AgencyCascade>
    {
        public void Configure(EntityTypeBuilder<AgencyCascade> builder)
        {
            builder.ToTable("AgencyCascade");
            builder.HasKey(a => new { a.DisseminationId, a.AgencyId });
            builder.Property(a => a.DisseminationId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.AgencyId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.AgencyName).HasMaxLength(200);
            builder.Property(a => a.AskId).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.Note).HasMaxLength(MostNote);
            builder.Property(a => a.ChangedBy).HasMaxLength(Ids.MaxLength);
            builder.Property(a => a.ConfirmedBy).HasMaxLength(Ids.MaxLength);
            builder.Ignore(a => a.Missing);
        }
    }
}
