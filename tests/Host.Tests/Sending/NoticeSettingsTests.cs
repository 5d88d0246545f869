using Governance.Host.Composition;
using Governance.Host.Sending;
using Microsoft.Extensions.Configuration;

namespace Governance.Tests.Host.Sending;

/// <summary>What an operator is told about <c>Notices:*</c> at the start.</summary>
public sealed class NoticeSettingsTests
{
    [Fact]
    public void Nothing_Configured_SendsNothing()
    {
        NoticeSettings settings = Read([]);

        Assert.Null(settings.Notify);
        Assert.Null(settings.Smtp);
        Assert.Empty(settings.Teams);
        Assert.False(settings.Options.SendsEmail);
    }

    [Fact]
    public void Everything_Wrong_IsNamedAtOnce()
    {
        CannotStartException told = Assert.Throws<CannotStartException>(() =>
            Read(
                new()
                {
                    ["Email"] = "GovukNotify",
                    ["GovukNotify:ApiKey"] = "short",
                    ["GovukNotify:TemplateId"] = "none",
                    ["GovukNotify:ReplyToId"] = "none",
                    ["GovukNotify:Service"] = "http://notify.example.org",
                    ["Site"] = "http://governance.example.gov.uk",
                    ["From"] = "8",
                    ["DigestAt"] = "23:00",
                    ["BacklogMinutes"] = "0",
                    ["Teams:0:For"] = "everybody",
                }
            )
        );

        Assert.Equal(
            [
                "Notices:BacklogMinutes",
                "Notices:DigestAt",
                "Notices:From",
                "Notices:GovukNotify:ApiKey",
                "Notices:GovukNotify:ReplyToId",
                "Notices:GovukNotify:Service",
                "Notices:GovukNotify:TemplateId",
                "Notices:Site",
                "Notices:Teams:0:Address",
                "Notices:Teams:0:For",
                "Notices:Teams:0:Partnership",
            ],
            told.Message.Split('\n')
                .Skip(1)
                .Select(line => line.Split(' ')[1])
                .Order(StringComparer.Ordinal)
        );
        Assert.DoesNotContain("short", told.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Email", "Pigeon")]
    [InlineData("Smtp:Host", "")]
    [InlineData("Smtp:From", "nobody")]
    [InlineData("Smtp:Port", "70000")]
    [InlineData("Smtp:User", "governance")]
    [InlineData("To", "07:00")]
    public void Smtp_WithOneSettingWrong_NamesIt(string key, string value)
    {
        Dictionary<string, string?> settings = Smtp();
        settings[key] = value;

        CannotStartException told = Assert.Throws<CannotStartException>(() => Read(settings));

        Assert.Contains(
            key == "Smtp:User" ? "Notices:Smtp:Password" : $"Notices:{key}",
            told.Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Smtp_Complete_IsTaken()
    {
        NoticeSettings settings = Read(Smtp());

        Assert.True(settings.Options.SendsEmail);
        Assert.Equal((587, true), (settings.Smtp!.Port, settings.Smtp.NeedsTls));
        Assert.Equal("notices@example.gov.uk", settings.Smtp.From.Address);
    }

    private static Dictionary<string, string?> Smtp() =>
        new()
        {
            ["Email"] = "smtp",
            ["Site"] = "https://governance.example.gov.uk",
            ["Smtp:Host"] = "mail.example.gov.uk",
            ["Smtp:From"] = "notices@example.gov.uk",
        };

    private static NoticeSettings Read(Dictionary<string, string?> settings) =>
        NoticeSettings.Read(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    settings.ToDictionary(each => "Notices:" + each.Key, each => each.Value)
                )
                .Build()
        );
}
