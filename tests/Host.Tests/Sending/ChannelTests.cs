using System.Net;
using System.Net.Mail;
using System.Text.Json.Nodes;
using Governance.Host.Sending;
using Governance.Modules.Notices;

namespace Governance.Tests.Host.Sending;

/// <summary>The ways out of the service against something that answers: what goes over the wire, and what an answer means.</summary>
public sealed class ChannelTests
{
    private static readonly HttpClient _http = new();

    private static readonly OutgoingMessage _message = new(
        "0123456789abcdef0123456789abcdef",
        "somebody@example.org",
        DeliveryWords.OfNotice(
            NoticeHappening.Waits,
            NoticeMatter.SignOff,
            new DateTime(2026, 12, 3, 17, 0, 0, DateTimeKind.Utc),
            new Uri("https://governance.example.gov.uk/")
        ),
        MayHaveGoneOut: false
    );

    [Fact]
    public async Task Notify_IsGivenTheTemplateTheTextAndTheReference()
    {
        await using OutsideWorld world = await OutsideWorld.StartAsync();

        Assert.Equal(SendResult.Sent, await SendAsync(Notify(world), _message));

        JsonObject email = Assert.Single(world.Emails);
        Assert.Equal(_message.To, (string?)email["email_address"]);
        Assert.Equal(OutsideWorld.TemplateId, (string?)email["template_id"]);
        Assert.Equal(_message.Id, (string?)email["reference"]);
        Assert.Equal(_message.Text.Body, (string?)email["personalisation"]!["body"]);
        Assert.Equal("To do: a sign-off", (string?)email["personalisation"]!["subject"]);
        Assert.Empty(world.LookedUp);
    }

    [Theory]
    [InlineData("delivered", "sent-before", 1)]
    [InlineData("sending", "sent-before", 1)]
    [InlineData("permanent-failure", "sent", 2)]
    [InlineData("technical-failure", "sent", 2)]
    public async Task Notify_WhereAnEarlierAttemptMayHaveGoneThrough_IsAskedForTheReferenceFirst(
        string status,
        string code,
        int sent
    )
    {
        await using OutsideWorld world = await OutsideWorld.StartAsync();
        world.StatusOfEmails = status;
        NotifyChannel channel = Notify(world);
        await SendAsync(channel, _message);

        SendResult again = await SendAsync(channel, _message with { MayHaveGoneOut = true });

        Assert.Equal(code, again.Code);
        Assert.Equal(sent, world.Emails.Count);
        Assert.Equal(_message.Id, Assert.Single(world.LookedUp));
    }

    [Theory]
    [InlineData(HttpStatusCode.BadRequest, "notify.rejected", true)]
    [InlineData(HttpStatusCode.Forbidden, "notify.not-authorised", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "notify.limited", false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, "notify.unavailable", false)]
    public async Task Notify_ThatSaysNo_IsTriedAgainUnlessItMeansTheMessage(
        HttpStatusCode answer,
        string code,
        bool isForGood
    )
    {
        await using OutsideWorld world = await OutsideWorld.StartAsync();
        world.Answers = answer;

        SendResult result = await SendAsync(Notify(world), _message);

        Assert.Equal(new SendResult(code, IsSent: false, isForGood), result);
    }

    [Fact]
    public async Task Notify_ThatIsNotThere_IsTriedAgain()
    {
        OutsideWorld world = await OutsideWorld.StartAsync();
        NotifyChannel channel = Notify(world);
        await world.DisposeAsync();

        Assert.Equal("notify.unavailable", (await SendAsync(channel, _message)).Code);
    }

    [Fact]
    public async Task Smtp_IsGivenTheMessageAsItIs()
    {
        await using SmtpSink sink = new();

        Assert.Equal(SendResult.Sent, await SendAsync(Smtp(sink), _message));

        (string to, string message) = Assert.Single(sink.Accepted);
        Assert.Equal(_message.To, to);
        Assert.Equal($"<{_message.Id}@example.gov.uk>", SmtpSink.Header(message, "Message-ID"));
        Assert.Equal("To do: a sign-off", SmtpSink.Header(message, "Subject"));
        Assert.Equal("auto-generated", SmtpSink.Header(message, "Auto-Submitted"));
        Assert.Contains(
            _message.Text.Body.ReplaceLineEndings("\r\n"),
            message,
            StringComparison.Ordinal
        );
        Assert.Single(
            message.Split("\r\n"),
            line => line.StartsWith("Message-ID", StringComparison.OrdinalIgnoreCase)
        );
    }

    [Fact]
    public async Task Smtp_ThatHangsUpAfterTheMessage_IsGivenItAgainUnderTheSameMessageId()
    {
        await using SmtpSink sink = new() { ToMessages = null };

        SendResult first = await SendAsync(Smtp(sink), _message);
        sink.ToMessages = "250 OK";
        SendResult second = await SendAsync(Smtp(sink), _message with { MayHaveGoneOut = true });

        Assert.Equal((false, false, true), (first.IsSent, first.IsForGood, second.IsSent));
        Assert.Equal(2, sink.Accepted.Count);
        Assert.Single(
            sink.Accepted.Select(taken => SmtpSink.Header(taken.Message, "Message-ID")).Distinct()
        );
    }

    [Theory]
    [InlineData("550 no such mailbox", "smtp.rejected", true)]
    [InlineData("451 try again later", "smtp.unavailable", false)]
    public async Task Smtp_ThatSaysNo_IsTriedAgainUnlessItIsForGood(
        string answer,
        string code,
        bool isForGood
    )
    {
        await using SmtpSink sink = new() { ToRecipients = answer };

        SendResult result = await SendAsync(Smtp(sink), _message);

        Assert.Equal(new SendResult(code, IsSent: false, isForGood), result);
        Assert.Empty(sink.Accepted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Smtp_ThatCannotBeTrusted_IsGivenNeitherMessageNorPassword(bool offersTls)
    {
        await using SmtpSink sink = new(offersTls);
        SmtpChannel channel = new(
            Settings(sink) with
            {
                NeedsTls = true,
                User = "governance",
                Password = "secret",
            }
        );

        SendResult result = await SendAsync(channel, _message);

        Assert.Equal((false, false), (result.IsSent, result.IsForGood));
        Assert.Empty(sink.Accepted);
        Assert.DoesNotContain(
            sink.Commands,
            command =>
                command.StartsWith("AUTH", StringComparison.Ordinal)
                || command.StartsWith("MAIL", StringComparison.Ordinal)
        );
    }

    [Theory]
    [InlineData("localhost", false)]
    [InlineData("127.0.0.1", false)]
    [InlineData("::1", false)]
    [InlineData("mail.example.gov.uk", true)]
    [InlineData("10.0.0.5", true)]
    public void Smtp_AnywhereButOnTheMachineItself_NeedsTls(string host, bool needsTls) =>
        Assert.Equal(needsTls, SmtpSettings.IsElsewhere(host));

    [Fact]
    public async Task Teams_IsPostedACardThatCarriesTheDeliverysId()
    {
        await using OutsideWorld world = await OutsideWorld.StartAsync();

        SendResult result = await SendAsync(
            Teams(world),
            _message with
            {
                To = "northshire/role:businessUnit",
            }
        );

        Assert.Equal(SendResult.Sent, result);
        JsonObject card = Assert.Single(world.Cards);
        JsonArray body = card["attachments"]![0]!["content"]!["body"]!.AsArray();
        Assert.Equal(_message.Id, (string?)card["tracking"]);
        Assert.Equal(_message.Id, (string?)body[0]!["id"]);
        Assert.Equal(_message.Text.Body, (string?)body[1]!["text"]);
    }

    [Theory]
    [InlineData(HttpStatusCode.NotFound, "teams.rejected", true)]
    [InlineData(HttpStatusCode.Unauthorized, "teams.not-authorised", false)]
    [InlineData(HttpStatusCode.TooManyRequests, "teams.limited", false)]
    [InlineData(HttpStatusCode.BadGateway, "teams.unavailable", false)]
    public async Task Teams_ThatSaysNo_IsTriedAgainUnlessThereIsNoSuchChannel(
        HttpStatusCode answer,
        string code,
        bool isForGood
    )
    {
        await using OutsideWorld world = await OutsideWorld.StartAsync();
        world.Answers = answer;

        SendResult result = await SendAsync(
            Teams(world),
            _message with
            {
                To = "northshire/role:businessUnit",
            }
        );

        Assert.Equal(new SendResult(code, IsSent: false, isForGood), result);
        Assert.Equal(
            "teams.not-configured",
            (await SendAsync(Teams(world), _message with { To = "northshire/seat:police" })).Code
        );
    }

    private static Task<SendResult> SendAsync(IDeliveryChannel channel, OutgoingMessage message) =>
        channel.SendAsync(message, CancellationToken.None);

    private static NotifyChannel Notify(OutsideWorld world) =>
        new(
            new NotifySettings(world.Address, OutsideWorld.ApiKey, OutsideWorld.TemplateId, null),
            _http
        );

    private static SmtpChannel Smtp(SmtpSink sink) => new(Settings(sink));

    private static SmtpSettings Settings(SmtpSink sink) =>
        new(
            "127.0.0.1",
            sink.Port,
            new MailAddress("notices@example.gov.uk"),
            null,
            null,
            NeedsTls: false
        );

    private static TeamsChannelPost Teams(OutsideWorld world) =>
        new(
            [
                new TeamsTarget(
                    "northshire",
                    "role:businessUnit",
                    new Uri(world.Address, "/teams/unit")
                ),
            ],
            _http
        );
}
