using System.Text.Json;
using Governance.Contracts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Governance.Storage;

/// <summary>
/// The first answer to a keyed request, written in the act itself: a repeat returns it and changes nothing. The key is person +
/// act + key; the same key with another body is refused (422). Kept for <see cref="KeptFor"/>.
/// </summary>
public sealed class IdempotentAnswer
{
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(7);

    public required string PersonId { get; init; }

    public required string Act { get; init; }

    public required string Key { get; init; }

    public required string BodyHash { get; init; }

    public required bool Refused { get; init; }

    public required string Answer { get; init; }

    public required DateTime At { get; init; }

    /// <summary>Removes what is older than <see cref="KeptFor"/>; returns how many rows went.</summary>
    public static Task<int> PurgeAsync(
        Upkeep upkeep,
        DateTime now,
        CancellationToken cancellation = default
    )
    {
        DateTime before = now - KeptFor;
        return upkeep.RunAsync(
            db =>
                db.Set<IdempotentAnswer>()
                    .Where(row => row.At < before)
                    .ExecuteDeleteAsync(CancellationToken.None),
            cancellation
        );
    }

    internal static Task<IdempotentAnswer?> FindAsync(GovernanceDb db, Act act)
    {
        string person = act.Caller.PersonId;
        string name = act.Name;
        string key = act.Caller.Idempotency!.Key;
        return db.Set<IdempotentAnswer>()
            .AsNoTracking()
            .SingleOrDefaultAsync(row =>
                row.PersonId == person && row.Act == name && row.Key == key
            );
    }

    internal static void Keep<TAnswer>(Act act, Result<TAnswer> answer)
    {
        if (act.Caller.Idempotency is not { } idempotency)
        {
            return;
        }

        act.Db.Add(
            new IdempotentAnswer
            {
                PersonId = act.Caller.PersonId,
                Act = act.Name,
                Key = idempotency.Key,
                BodyHash = idempotency.BodyHash,
                Refused = answer.IsRefused,
                Answer = answer.IsRefused
                    ? JsonSerializer.Serialize(
                        answer.Refusal with
                        {
                            Detail = null,
                        },
                        JsonSerializerOptions.Web
                    )
                    : JsonSerializer.Serialize(answer.Value, JsonSerializerOptions.Web),
                At = act.Now,
            }
        );
    }

    internal Result<TAnswer> Replay<TAnswer>(IdempotencyKey asked)
    {
        if (asked.BodyHash != BodyHash)
        {
            return new Refusal(
                "idempotency.another-body",
                "This Idempotency-Key was used before with another body. Send a new key for a new request.",
                RefusalKind.Invalid
            );
        }

        return Refused
            ? JsonSerializer.Deserialize<Refusal>(Answer, JsonSerializerOptions.Web)!
            : JsonSerializer.Deserialize<TAnswer>(Answer, JsonSerializerOptions.Web)!;
    }

    internal sealed class Mapping : IEntityTypeConfiguration<IdempotentAnswer>
    {
        public void Configure(EntityTypeBuilder<IdempotentAnswer> builder)
        {
            builder.ToTable("IdempotentAnswer");
            builder.HasKey(row => new
            {
                row.PersonId,
                row.Act,
                row.Key,
            });
            builder.Property(row => row.PersonId).HasMaxLength(Ids.MaxLength);
            builder.Property(row => row.Act).HasMaxLength(100);
            builder.Property(row => row.Key).HasMaxLength(200);
            builder.Property(row => row.BodyHash).HasMaxLength(64);
            builder.HasIndex(row => row.At);
        }
    }
}
