using Governance.Modules.Calendars;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Notices;

/// <summary>
/// Sends what is due: makes the digests whose time has come, takes deliveries up in small batches, sends each outside of every
/// transaction and writes down what came of it at once. Any number of hosts may do it at the same time.
/// </summary>
public sealed class SendDeliveries(
    DeliveryQueue queue,
    GatherDigests digests,
    IEnumerable<IDeliveryChannel> channels,
    IReadGovernance reading,
    SendingOptions options,
    TimeProvider time
)
{
    /// <summary>Providers are asked for so many at a time by one host.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    private readonly Dictionary<string, IDeliveryChannel> _channels = channels.ToDictionary(
        channel => channel.Name,
        StringComparer.Ordinal
    );

    /// <summary>Whether anything is configured by which something could go out.</summary>
    public bool HasChannels => _channels.Count > 0;

    /// <summary>Goes on until nothing is due that this host can take up. Returns how many attempts it made.</summary>
    public async Task<int> RunAsync(CancellationToken cancellation = default)
    {
        WorkingCalendar calendar;
        await using (GovernanceDb db = reading.OpenReader())
        {
            calendar = await CalendarBook.CurrentAsync(db, CalendarIds.EnglandAndWales);
        }

        await digests.RunAsync(Moments.Now(time), calendar, cancellation);
        int made = 0;
        while (!cancellation.IsCancellationRequested)
        {
            DateTime now = Moments.Now(time);
            IReadOnlyList<ClaimedDelivery> claimed = await queue.ClaimAsync(
                now,
                SendingPlan.IsOpen(now, options.Hours, calendar),
                cancellation
            );
            if (claimed.Count == 0)
            {
                break;
            }

            await Parallel.ForEachAsync(
                claimed,
                new ParallelOptions
                {
                    MaxDegreeOfParallelism = AtOnce,
                    CancellationToken = cancellation,
                },
                async (each, stopping) => await SendAsync(each, stopping)
            );
            made += claimed.Count;
        }

        return made;
    }

    private async Task SendAsync(ClaimedDelivery claimed, CancellationToken stopping)
    {
        if (!_channels.TryGetValue(claimed.Channel, out IDeliveryChannel? channel))
        {
            await KeepAsync(claimed, SendResult.Failed("channel.not-configured"));
            return;
        }

        OutgoingMessage? message = await WriteAsync(claimed);
        if (message is null)
        {
            await queue.KeepAsync(
                claimed,
                SendResult.Refused("address.none"),
                Moments.Now(time),
                isDropped: true
            );
            return;
        }

        SendResult result;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(stopping);
        limit.CancelAfter(Longest);
        try
        {
            result = await channel.SendAsync(message, limit.Token);
        }
        catch (OperationCanceledException) when (stopping.IsCancellationRequested)
        {
            // Nobody knows whether it went out: the lease ends, and whoever takes it up then finds out as far as one can.
            return;
        }
        catch (OperationCanceledException)
        {
            result = SendResult.Failed("channel.too-slow");
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            // A channel says what it expects; the rest must not keep the other messages.
            result = SendResult.Failed("channel.failed");
        }

        await KeepAsync(claimed, result);
    }

    private Task<bool> KeepAsync(ClaimedDelivery claimed, SendResult result) =>
        queue.KeepAsync(claimed, result, Moments.Now(time));

    /// <summary>Null when there is nowhere to send it any more.</summary>
    internal async Task<OutgoingMessage?> WriteAsync(ClaimedDelivery claimed)
    {
        bool mayHaveGoneOut = claimed.Attempt > 1;
        if (claimed.Channel == DeliveryChannels.Teams)
        {
            return new OutgoingMessage(
                claimed.Id,
                $"{claimed.PartnershipId}/{claimed.Recipient}",
                TextOf(claimed)!,
                mayHaveGoneOut
            );
        }

        NoticePreference? own;
        await using (GovernanceDb db = reading.OpenReader())
        {
            own = await db.Set<NoticePreference>()
                .SingleOrDefaultAsync(p => p.PersonId == claimed.Recipient);
        }

        if (claimed.Template != DeliveryTemplate.Address)
        {
            return own?.Address is { } address
                ? new OutgoingMessage(claimed.Id, address, TextOf(claimed)!, mayHaveGoneOut)
                : null;
        }

        return
            own?.ProposedAddress is { } proposed
            && AddressKey.Read(own.ProposedKey) is { } key
            && OwnPreference.CauseOf(key.Value) == claimed.Cause
            ? new OutgoingMessage(
                claimed.Id,
                proposed,
                DeliveryWords.OfAddress(key, options.Site),
                mayHaveGoneOut
            )
            : null;
    }

    private DeliveryText? TextOf(ClaimedDelivery claimed) =>
        claimed.Template == DeliveryTemplate.Digest
            ? DeliveryWords.OfDigest(claimed.Counts, claimed.DueAt, options.Site)
        : DeliveryTemplate.Read(claimed.Template) is var (happening, matter)
            ? DeliveryWords.OfNotice(happening, matter, claimed.DueAt, options.Site)
        : null;
}
