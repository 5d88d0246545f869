using System.Buffers.Binary;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;

namespace Governance.Storage;

/// <summary>
/// Opaque ids: 32 hexadecimal characters, a UUID of version 7, that sort by the time they were made; those of the same
/// millisecond by the order in which this process made them, so that "newest first" holds also while a clock stands still.
/// </summary>
public static class Ids
{
    public const int MaxLength = 64;

    /// <summary>Of the last day that there is.</summary>
    private const long LatestMillisecond = 253_402_300_799_999;

    private const int OrderBits = 44;
    private const int RandomBits = 30;

    private static long _last;

    /// <param name="now">Whole milliseconds of it stand in the id.</param>
    public static string New(DateTime now)
    {
        UInt128 milliseconds = (UInt128)
            new DateTimeOffset(now, TimeSpan.Zero).ToUnixTimeMilliseconds();
        UInt128 rest =
            ((UInt128)(ulong)(NextInOrder() & ((1L << OrderBits) - 1)) << RandomBits)
            | (uint)RandomNumberGenerator.GetInt32(1 << RandomBits);
        UInt128 id =
            (milliseconds << 80)
            | ((UInt128)7 << 76)
            | ((rest >> 62) << 64)
            | ((UInt128)0b10 << 62)
            | (rest & ((1UL << 62) - 1));
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt128BigEndian(bytes, id);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>The moment that stands in an id; null for what this never made.</summary>
    public static DateTime? MadeAt(string id) =>
        IsId(id)
        && long.Parse(id.AsSpan(0, 12), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
            is <= LatestMillisecond
                and var milliseconds
            ? DateTimeOffset.FromUnixTimeMilliseconds(milliseconds).UtcDateTime
            : null;

    /// <summary>Whether it has the form of one that this made.</summary>
    public static bool IsId(string given) =>
        given.Length == 32 && given.All(char.IsAsciiHexDigitLower);

    /// <summary>Microseconds since the machine started, and never the same twice: a host started again goes on above.</summary>
    private static long NextInOrder()
    {
        long sinceStart = Stopwatch.GetElapsedTime(0).Ticks / TimeSpan.TicksPerMicrosecond;
        while (true)
        {
            long last = Volatile.Read(ref _last);
            long next = Math.Max(last + 1, sinceStart);
            if (Interlocked.CompareExchange(ref _last, next, last) == last)
            {
                return next;
            }
        }
    }
}
