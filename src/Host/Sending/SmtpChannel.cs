using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;
using Governance.Modules.Notices;

namespace Governance.Host.Sending;

/// <summary>
/// E-mail through a mail server. SMTP cannot be asked what it has taken: a host that dies between the server's yes and its own
/// note sends again. The message then has the same Message-ID, by which mailboxes that look for it know it again.
/// </summary>
internal sealed class SmtpChannel(SmtpSettings settings) : IDeliveryChannel
{
    private const int AuthenticationRequired = 530;
    private const int AuthenticationFailed = 535;

    public string Name => DeliveryChannels.Email;

    public async Task<SendResult> SendAsync(OutgoingMessage message, CancellationToken cancellation)
    {
        using var client = new SmtpClient(settings.Host, settings.Port)
        {
            // A server that does not offer STARTTLS is an error, and a certificate that does not fit is one too.
            EnableSsl = settings.NeedsTls,
            DeliveryMethod = SmtpDeliveryMethod.Network,
            Credentials = settings.User is null
                ? null
                : new NetworkCredential(settings.User, settings.Password),
        };
        using MailMessage mail = Write(message);
        try
        {
            await client.SendMailAsync(mail, cancellation);
            return SendResult.Sent;
        }
        catch (SmtpException failure)
        {
            return Meaning((int)failure.StatusCode);
        }
        catch (Exception failure)
            when (failure is AuthenticationException or IOException or SocketException)
        {
            // A certificate that does not fit, or a connection that broke off.
            return Meaning((int)SmtpStatusCode.GeneralFailure);
        }
    }

    internal MailMessage Write(OutgoingMessage message)
    {
        MailMessage mail = new(settings.From, new MailAddress(message.To))
        {
            Subject = message.Text.Subject,
            Body = message.Text.Body.ReplaceLineEndings("\r\n"),
            // Templates are plain ASCII, so that nothing has to be encoded and a log of the mail server shows what was sent.
            BodyEncoding = Encoding.ASCII,
            SubjectEncoding = Encoding.ASCII,
            BodyTransferEncoding = TransferEncoding.SevenBit,
        };
        mail.Headers.Add("Message-ID", $"<{message.Id}@{settings.From.Host}>");
        mail.Headers.Add("Auto-Submitted", "auto-generated");
        return mail;
    }

    /// <summary>A server that says 5xx to this message will say so again; to the service itself it may not.</summary>
    private static SendResult Meaning(int status) =>
        status switch
        {
            AuthenticationRequired or AuthenticationFailed => SendResult.Failed(
                "smtp.not-authorised"
            ),
            >= 500 => SendResult.Refused("smtp.rejected"),
            _ => SendResult.Failed("smtp.unavailable"),
        };
}
