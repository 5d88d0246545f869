namespace Governance.Modules.Notices;

/// <summary>A way out of the product. It is called outside of every transaction and may be called again for the same message.</summary>
public interface IDeliveryChannel
{
    /// <summary>One of <see cref="DeliveryChannels"/>.</summary>
    string Name { get; }

    /// <summary>
    /// Sends, or says why not. What throws counts as a failure that may pass. A channel that can find out whether an earlier
    /// attempt went through does so before it sends again.
    /// </summary>
    Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation);
}

/// <summary>A message as a channel is given it.</summary>
/// <param name="Id">The delivery's: the same however often it is tried, and the reference by which the other side can know it again.</param>
/// <param name="To">An address; for Teams the partnership and whose channel it is.</param>
/// <param name="MayHaveGoneOut">An earlier attempt was taken up, and how it ended is not known for sure.</param>
public sealed record OutgoingMessage(string Id, string To, DeliveryText Text, bool MayHaveGoneOut);

/// <summary>What came of an attempt.</summary>
/// <param name="Code">Stable; stands in the delivery log.</param>
public sealed record SendResult(string Code, bool IsSent, bool IsForGood)
{
    public static SendResult Sent { get; } = new("sent", IsSent: true, IsForGood: true);

    /// <summary>An earlier attempt had gone through; nothing was sent anew.</summary>
    public static SendResult SentBefore { get; } =
        new("sent-before", IsSent: true, IsForGood: true);

    /// <summary>May work later.</summary>
    public static SendResult Failed(string code) => new(code, IsSent: false, IsForGood: false);

    /// <summary>Will not work however often it is tried.</summary>
    public static SendResult Refused(string code) => new(code, IsSent: false, IsForGood: true);
}
