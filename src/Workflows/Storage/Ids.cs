namespace Governance.Storage;

/// <summary>Opaque ids: 32 hexadecimal characters that sort by the time they were made.</summary>
public static class Ids
{
    public const int MaxLength = 64;

    public static string New(DateTime now) =>
        Guid.CreateVersion7(new DateTimeOffset(now, TimeSpan.Zero)).ToString("N");
}
