using Governance.Modules.Notices;

namespace Governance.Host.Sending;

/// <summary>Registers the ways out of the service that are configured.</summary>
internal static class SendingServices
{
    private static readonly TimeSpan ConnectionsKept = TimeSpan.FromMinutes(5);

    /// <summary>Before the modules, which otherwise send nothing.</summary>
    public static void AddSending(this WebApplicationBuilder builder)
    {
        NoticeSettings settings = NoticeSettings.Read(builder.Configuration);
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(settings.Options);
        HttpClient http = NewClient();
        if (settings.Notify is { } notify)
        {
            builder.Services.AddSingleton<IDeliveryChannel>(new NotifyChannel(notify, http));
        }
        else if (settings.Smtp is { } smtp)
        {
            builder.Services.AddSingleton<IDeliveryChannel>(new SmtpChannel(smtp));
        }

        if (settings.Teams.Count > 0)
        {
            builder.Services.AddSingleton<IDeliveryChannel>(
                new TeamsChannelPost(settings.Teams, http)
            );
        }
    }

    /// <summary>One for the life of the process; it follows no redirect, since an address here is a secret or carries one.</summary>
    private static HttpClient NewClient() =>
        new(
            new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                PooledConnectionLifetime = ConnectionsKept,
            }
        );
}
