using System.Globalization;
using System.Net;
using System.Net.Mail;
using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Host.Settings;
using Governance.Modules.Notices;

namespace Governance.Host.Sending;

/// <summary>
/// How notices leave the service: configuration section <c>Notices</c>. It is read whole at the start, and a start that cannot
/// work names everything that is wrong with it at once. Nothing is sent unless it is configured.
/// </summary>
internal sealed record NoticeSettings(
    SendingOptions Options,
    NotifySettings? Notify,
    SmtpSettings? Smtp,
    IReadOnlyList<TeamsTarget> Teams
)
{
    public const string Section = "Notices";

    private const string None = "None";
    private const string GovukNotify = "GovukNotify";
    private const string BySmtp = "Smtp";

    /// <exception cref="CannotStartException">Something is wrong; each is named.</exception>
    public static NoticeSettings Read(IConfiguration configuration)
    {
        NoticeSettingsErrors errors = new(configuration.GetSection(Section));
        NoticeSettings settings = Read(configuration.GetSection(Section), errors);
        return errors.All.Count == 0
            ? settings
            : throw new CannotStartException(SettingsCheck.Tell(errors.All));
    }

    public static IReadOnlyList<SettingError> ErrorsOf(IConfiguration configuration)
    {
        NoticeSettingsErrors errors = new(configuration.GetSection(Section));
        _ = Read(configuration.GetSection(Section), errors);
        return errors.All;
    }

    private static NoticeSettings Read(IConfigurationSection section, NoticeSettingsErrors errors)
    {
        string email = section["Email"] ?? None;
        bool Means(string provider) => email.Equals(provider, StringComparison.OrdinalIgnoreCase);
        errors.When(
            !Means(None) && !Means(GovukNotify) && !Means(BySmtp),
            "Email",
            $"is one of {None}, {GovukNotify}, {BySmtp}"
        );
        NotifySettings? notify = Means(GovukNotify) ? NotifySettings.Read(errors) : null;
        SmtpSettings? smtp = Means(BySmtp) ? SmtpSettings.Read(errors) : null;
        IReadOnlyList<TeamsTarget> teams =
        [
            .. section
                .GetSection("Teams")
                .GetChildren()
                .Select(child => TeamsTarget.Read(errors, child)),
        ];
        errors.When(
            teams.DistinctBy(target => target.Key).Count() < teams.Count,
            "Teams",
            "names the same channel of a partnership twice"
        );
        bool sends = notify is not null || smtp is not null || teams.Count > 0;
        SendingOptions usual = SendingOptions.Nothing;
        Uri site =
            sends || section["Site"] is not null
                ? errors.Address("Site", "the address under which people reach the service")
                : usual.Site;
        SendingHours hours = new(
            errors.Time("From", usual.Hours.From),
            errors.Time("To", usual.Hours.To),
            errors.Time("DigestAt", usual.Hours.DigestAt)
        );
        errors.When(hours.From >= hours.To, "To", "is later than Notices:From");
        errors.When(
            hours.DigestAt < hours.From || hours.DigestAt >= hours.To,
            "DigestAt",
            "lies between Notices:From and Notices:To"
        );
        int backlog = errors.Number("BacklogMinutes", (int)usual.BacklogAfter.TotalMinutes, 10_080);
        return new NoticeSettings(
            new SendingOptions(
                site,
                hours,
                notify is not null || smtp is not null,
                TimeSpan.FromMinutes(backlog)
            ),
            notify,
            smtp,
            teams
        );
    }
}

/// <param name="ApiKey">As Notify shows it once: name, service id and secret.</param>
/// <param name="TemplateId">The template of docs/notices.md, with <c>((subject))</c> and <c>((body))</c>.</param>
internal sealed record NotifySettings(
    Uri Service,
    string ApiKey,
    string TemplateId,
    string? ReplyToId
)
{
    private const string Production = "https://api.notifications.service.gov.uk";

    /// <summary>Two ids of 36 characters and what is between them.</summary>
    private const int ShortestKey = 73;

    public static NotifySettings Read(NoticeSettingsErrors errors) =>
        new(
            errors.Address("GovukNotify:Service", "Notify's address", Production),
            errors.Text(
                "GovukNotify:ApiKey",
                "an API key of Notify",
                key =>
                    key.Length > ShortestKey
                    && Guid.TryParse(key[^36..], out _)
                    && Guid.TryParse(key[^73..^37], out _)
            ),
            errors.Text(
                "GovukNotify:TemplateId",
                "the id of the e-mail template in Notify",
                id => Guid.TryParse(id, out _)
            ),
            errors.Optional(
                "GovukNotify:ReplyToId",
                "the id of a reply-to address in Notify",
                id => Guid.TryParse(id, out _)
            )
        );
}

internal sealed record SmtpSettings(
    string Host,
    int Port,
    MailAddress From,
    string? User,
    string? Password,
    bool NeedsTls
)
{
    /// <summary>Without STARTTLS the message and the password would cross the network in the clear; on the machine itself they do not.</summary>
    public static bool IsElsewhere(string host) =>
        !(
            host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(host, out IPAddress? address) && IPAddress.IsLoopback(address))
        );

    public static SmtpSettings Read(NoticeSettingsErrors errors)
    {
        string from = errors.Text(
            "Smtp:From",
            "the address that messages come from",
            text => MailAddress.TryCreate(text, out _)
        );
        string? user = errors.Optional("Smtp:User", "a user name", _ => true);
        string? password = errors.Optional("Smtp:Password", "a password", _ => true);
        errors.When(
            user is null != password is null,
            "Smtp:Password",
            "and Notices:Smtp:User are given together or not at all"
        );
        string host = errors.Text(
            "Smtp:Host",
            "the name of the mail server",
            text => Uri.CheckHostName(text) != UriHostNameType.Unknown
        );
        return new SmtpSettings(
            host,
            errors.Number("Smtp:Port", 587, 65_535),
            MailAddress.TryCreate(from, "Partnership governance", out MailAddress? address)
                ? address
                : new MailAddress("nobody@localhost"),
            user,
            password,
            IsElsewhere(host)
        );
    }
}

/// <summary>A channel of Teams: whose, and where it is posted to. The address is a secret.</summary>
internal sealed record TeamsTarget(string Partnership, string For, Uri Address)
{
    public string Key => $"{Partnership}/{For}";

    public static TeamsTarget Read(NoticeSettingsErrors errors, IConfigurationSection child)
    {
        string at = $"Teams:{child.Key}";
        return new TeamsTarget(
            errors.Text($"{at}:Partnership", "the id of a partnership", _ => true),
            errors.Text(
                $"{at}:For",
                "role:…, seat:… or agency:…",
                text =>
                    text.Split(':') switch
                    {
                        ["role", var role] => Roles.All.Contains(role),
                        ["seat", var seat] => Seats.All.Contains(seat),
                        ["agency", { Length: > 0 and < 64 }] => true,
                        _ => false,
                    }
            ),
            errors.Address($"{at}:Address", "the address of the channel's workflow in Teams")
        );
    }
}

/// <summary>Reads settings one by one and keeps what is wrong with them, so that an operator is told once.</summary>
internal sealed class NoticeSettingsErrors(IConfigurationSection section)
{
    private static readonly Uri Nowhere = new("https://localhost/");

    private readonly List<SettingError> _errors = [];

    public IReadOnlyList<SettingError> All => _errors;

    public void When(bool wrong, string key, string what)
    {
        if (wrong)
        {
            _errors.Add(new SettingError($"{NoticeSettings.Section}:{key}", $"{what}."));
        }
    }

    public string Text(string key, string what, Func<string, bool> isRight)
    {
        string given = (section[key] ?? "").Trim();
        When(given.Length == 0 || !isRight(given), key, $"is {what}");
        return given;
    }

    public string? Optional(string key, string what, Func<string, bool> isRight) =>
        string.IsNullOrWhiteSpace(section[key]) ? null : Text(key, what, isRight);

    /// <summary>HTTPS, except on the machine itself.</summary>
    public Uri Address(string key, string what, string? usual = null)
    {
        if (
            Uri.TryCreate(section[key] ?? usual, UriKind.Absolute, out Uri? address)
            && (
                address.Scheme == Uri.UriSchemeHttps
                || (address.Scheme == Uri.UriSchemeHttp && address.IsLoopback)
            )
        )
        {
            return address;
        }

        When(true, key, $"is {what}, with https");
        return Nowhere;
    }

    public TimeOnly Time(string key, TimeOnly usual)
    {
        if (section[key] is not { } given)
        {
            return usual;
        }

        bool isTime = TimeOnly.TryParseExact(
            given,
            "HH:mm",
            CultureInfo.InvariantCulture,
            DateTimeStyles.None,
            out TimeOnly time
        );
        When(!isTime, key, "is a time like 08:30");
        return isTime ? time : usual;
    }

    public int Number(string key, int usual, int most)
    {
        if (section[key] is not { } given)
        {
            return usual;
        }

        bool isNumber =
            int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number >= 1
            && number <= most;
        When(
            !isNumber,
            key,
            string.Create(CultureInfo.InvariantCulture, $"is a number from 1 to {most}")
        );
        return isNumber ? number : usual;
    }
}
