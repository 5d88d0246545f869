using System.Net;
using Governance.Modules.Notices;
using Notify.Client;
using Notify.Exceptions;
using Notify.Interfaces;
using Notify.Models;

namespace Governance.Host.Sending;

/// <summary>
/// E-mail through GOV.UK Notify. Each message carries its delivery's id as Notify's reference; where an earlier attempt may have
/// gone through, Notify is asked for that reference before anything is sent anew.
/// </summary>
internal sealed class NotifyChannel(NotifySettings settings, HttpClient http) : IDeliveryChannel
{
    private static readonly string[] Failures =
    [
        "permanent-failure",
        "temporary-failure",
        "technical-failure",
    ];

    public string Name => DeliveryChannels.Email;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var wire = new Wire(http, settings.Service, cancellation);
        NotificationClient client = new(wire, settings.ApiKey);
        try
        {
            if (message.MayHaveGoneOut && await WentOutAsync(client, message.Id))
            {
                return SendResult.SentBefore;
            }

            await client.SendEmailAsync(
                message.To,
                settings.TemplateId,
                new Dictionary<string, dynamic>(StringComparer.Ordinal)
                {
                    ["subject"] = message.Text.Subject,
                    ["body"] = message.Text.Body,
                },
                message.Id,
                settings.ReplyToId
            );
            return SendResult.Sent;
        }
        catch (Exception failure)
            when (failure
                    is NotifyClientException
                        or NotifyAuthException
                        or HttpRequestException
                        or AggregateException
            )
        {
            // The client wraps what the connection throws, the end of the attempt too.
            cancellation.ThrowIfCancellationRequested();
            return Meaning(wire.Status);
        }
    }

    /// <summary>Whether Notify has it under this reference, and has not itself given it up.</summary>
    private static async Task<bool> WentOutAsync(NotificationClient client, string reference)
    {
        NotificationList found = await client.GetNotificationsAsync(
            "email",
            "",
            reference,
            "",
            false
        );
        return found.notifications.Exists(each =>
            each.reference == reference && !Failures.Contains(each.status)
        );
    }

    private static SendResult Meaning(HttpStatusCode? status) =>
        status switch
        {
            HttpStatusCode.BadRequest => SendResult.Refused("notify.rejected"),
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => SendResult.Failed(
                "notify.not-authorised"
            ),
            HttpStatusCode.TooManyRequests => SendResult.Failed("notify.limited"),
            _ => SendResult.Failed("notify.unavailable"),
        };

    /// <summary>One attempt's requests: to the configured address, given up with the attempt, and with the last status at hand.</summary>
    private sealed class Wire(HttpClient http, Uri service, CancellationToken cancellation)
        : IHttpClient
    {
        private string? _agent;

        /// <summary>Null while nothing has answered.</summary>
        public HttpStatusCode? Status { get; private set; }

        public Uri? BaseAddress { get; set; }

        public async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request)
        {
            Uri asked = request.RequestUri!;
            request.RequestUri = new Uri(
                service,
                asked.IsAbsoluteUri ? asked.PathAndQuery : asked.OriginalString
            );
            if (_agent is not null)
            {
                request.Headers.TryAddWithoutValidation("User-Agent", _agent);
            }

            Status = null;
            HttpResponseMessage answer = await http.SendAsync(request, cancellation);
            Status = answer.StatusCode;
            return answer;
        }

        public void SetClientBaseAddress() { }

        public void AddContentHeader(string header) { }

        public void AddUserAgent(string userAgent) => _agent = userAgent;

        /// <summary>The connections are shared by all attempts.</summary>
        public void Dispose() { }
    }
}
