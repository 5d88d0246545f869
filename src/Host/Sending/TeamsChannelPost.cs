using System.Net;
using Governance.Modules.Notices;

namespace Governance.Host.Sending;

/// <summary>
/// A card in a channel of Teams, through a workflow's webhook. Teams can neither be asked what was posted nor told to leave out
/// what it has: a host that dies between the two posts the card again. The card and the request carry the delivery's id.
/// </summary>
internal sealed class TeamsChannelPost(IReadOnlyList<TeamsTarget> targets, HttpClient http)
    : IDeliveryChannel
{
    private readonly Dictionary<string, Uri> _addresses = targets.ToDictionary(
        target => target.Key,
        target => target.Address,
        StringComparer.Ordinal
    );

    public string Name => DeliveryChannels.Teams;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        if (!_addresses.TryGetValue(message.To, out Uri? address))
        {
            return SendResult.Failed("teams.not-configured");
        }

        using var request = new HttpRequestMessage(HttpMethod.Post, address)
        {
            Content = JsonContent.Create(Card(message)),
        };
        request.Headers.Add("x-ms-client-tracking-id", message.Id);
        try
        {
            using HttpResponseMessage answer = await http.SendAsync(request, cancellation);
            return Meaning(answer.StatusCode);
        }
        catch (HttpRequestException)
        {
            return SendResult.Failed("teams.unavailable");
        }
    }

    private static object Card(OutgoingMessage message) =>
        new
        {
            type = "message",
            attachments = new[]
            {
                new
                {
                    contentType = "application/vnd.microsoft.card.adaptive",
                    content = new
                    {
                        type = "AdaptiveCard",
                        version = "1.4",
                        body = new object[]
                        {
                            new
                            {
                                type = "TextBlock",
                                id = message.Id,
                                text = message.Text.Subject,
                                weight = "Bolder",
                                wrap = true,
                            },
                            new
                            {
                                type = "TextBlock",
                                text = message.Text.Body,
                                wrap = true,
                            },
                        },
                    },
                },
            },
        };

    private static SendResult Meaning(HttpStatusCode status) =>
        (int)status switch
        {
            >= 200 and < 300 => SendResult.Sent,
            400 or 404 or 410 or 413 => SendResult.Refused("teams.rejected"),
            401 or 403 => SendResult.Failed("teams.not-authorised"),
            429 => SendResult.Failed("teams.limited"),
            _ => SendResult.Failed("teams.unavailable"),
        };
}
