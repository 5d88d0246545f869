using Governance.Contracts;

namespace Governance.Modules.Record;

internal static class RecordRefusals
{
    public static Refusal NoCheckpoint { get; } =
        new(
            "record.no-checkpoint",
            "No checkpoint of this record has been signed yet. Ask again in a minute.",
            RefusalKind.Conflict
        );

    /// <summary>A proof that would not verify is not handed out.</summary>
    public static Refusal DoesNotVerify { get; } =
        new(
            "record.does-not-verify",
            "The stored record does not fit its signed checkpoint. Ask for its verification, which names the place.",
            RefusalKind.Conflict
        );

    public static Refusal NotCovered(long entry, long size) =>
        new(
            "record.not-covered",
            $"The latest checkpoint covers {size} entries, and entry {entry} is not among them yet. Ask again in a minute.",
            RefusalKind.Conflict
        );

    public static Refusal NoSuchSize(string field) =>
        Refusal.Invalid(field, "Give a sequence number from 1, not beyond the latest checkpoint.");
}
