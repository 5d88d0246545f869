using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>A text before its audience, under the framework as installed (DOMAIN B2.4).</summary>
public abstract class ConsultationSuite
{
    /// <summary>Opened on Monday 1 February 2027 in the morning: the tenth working day after it.</summary>
    private static readonly DateTime Due = new(2027, 2, 15, 17, 0, 0, DateTimeKind.Utc);

    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    [Fact]
    public async Task Consultation_FromDraftToPublication_DecidesOnEveryCommentAndSaysWhatChanged()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        PolicySaved created = (await world.CreateAsync()).Value;
        ConsultationAnswer opened = (await world.ConsultAsync(created.Id)).Value.Consultation!;
        Assert.Equal(
            (ConsultationStates.Open, 1, created.Hash, Due, 10),
            (opened.State, opened.Version, opened.Hash, opened.Due, opened.WorkingDaysLeft)
        );
        Assert.Equal(PolicyStates.Consultation, (await world.PolicyAsync(created.Id)).State);
        Assert.Equal(5, opened.Bodies.Count);
        foreach (string person in new[] { "school", "practitioner", "police-lead" })
        {
            Assert.Contains("comment", string.Join(' ', await world.TasksAsync(person)));
            Assert.Contains("consultation.opened", await world.NoticesAsync(person));
        }

        CommentAnswer comment = (await world.CommentAsync(created.Id, "school")).Value;
        Assert.Null((await world.SayNoneAsync(created.Id, "practitioner")).Refusal);
        Assert.Empty(await world.TasksAsync("school"));
        Assert.Empty(await world.TasksAsync("practitioner"));
        Assert.Equal("consultation.open", (await world.RequestAsync(created.Id)).Refusal?.Code);
        await world.AssertReconciledAsync();

        await world.GoToAsync(Due);
        Assert.Equal(PolicyStates.Consultation, (await world.PolicyAsync(created.Id)).State);
        await world.GoToAsync(Due.AddSeconds(1));
        Assert.Equal(PolicyStates.Revision, (await world.PolicyAsync(created.Id)).State);
        Assert.Empty(await world.TasksAsync("police-lead"));
        Assert.Contains("consultation.closed", await world.NoticesAsync("unit"));
        Assert.Equal(
            "consultation.comments-undisposed",
            (await world.RequestAsync(created.Id)).Refusal?.Code
        );

        CommentAnswer disposed = (await world.DisposeAsync(comment.Id)).Value;
        Assert.True(disposed.ToWorkIn);
        Assert.Contains("comment.disposed", await world.NoticesAsync("school"));
        Assert.Null(
            (await world.SaveBecauseAsync(created.Id, "Tell the school.", comment.Id)).Refusal
        );
        await using (GovernanceDb db = world.Store.Read())
        {
            PolicyVersionAnswer second = (
                await PolicyBook.VersionAsync(db, created.Id, 2, "unit", world.Clock.Now)
            ).Value;
            PolicyChangesAnswer changes = (
                await PolicyBook.ChangesAsync(db, created.Id, 1, 2, "unit", world.Clock.Now)
            ).Value;
            Assert.Equal(comment.Id, Assert.Single(second.BecauseOf).Id);
            Assert.Equal("Schools together", Assert.Single(changes.BecauseOf).BodyName);
        }

        CommentAnswer worked = Assert.Single((await world.CommentsAsync(created.Id)).Value.Items);
        Assert.Equal([2], worked.ChangedIn);
        Assert.False(worked.ToWorkIn);
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        Assert.Equal(RoundStates.Published, (await world.SignAllAsync(round)).State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Audience_ReadsExactlyTheConsultedVersionUntilPublication()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        PolicySaved created = (await world.CreateAsync()).Value;
        Assert.Equal(Refusal.NotFound, (await world.ReadAsync(created.Id, "school")).Refusal);
        await world.ConsultAsync(created.Id, audience: "schools");
        await world.SaveAsync(created.Id, "unit", "A newer text, not consulted on.");

        PolicyAnswer read = (await world.ReadAsync(created.Id, "school")).Value;

        Assert.Equal((1, PolicyStates.Consultation), (read.Version, read.State));
        Assert.Contains("Keep children safe", read.Draft!.Body, StringComparison.Ordinal);
        Assert.Equal(Refusal.NotFound, (await world.ReadAsync(created.Id, "practitioner")).Refusal);
        await using (GovernanceDb db = world.Store.Read())
        {
            Assert.Equal(
                Refusal.NotFound,
                (
                    await PolicyBook.VersionAsync(db, created.Id, 2, "school", world.Clock.Now)
                ).Refusal
            );
            Assert.Equal(
                [1],
                (
                    await PolicyBook.VersionsAsync(db, created.Id, "school", world.Clock.Now)
                ).Value.Items.Select(version => version.Version)
            );
        }

        CommentAnswer late = (await world.CommentAsync(created.Id, "school")).Value;
        Assert.Equal(1, late.Version);
        await world.CloseAsync(created.Id);
        await world.DisposeAsync(late.Id, CommentDecisions.Rejected, "Said elsewhere.");
        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));
        PolicyAnswer after = (await world.ReadAsync(created.Id, "school")).Value;
        Assert.Equal((2, PolicyStates.Published), (after.Version, after.State));
        await using GovernanceDb read2 = world.Store.Read();
        Assert.Equal(
            Refusal.NotFound,
            (await PolicyBook.VersionAsync(read2, created.Id, 1, "school", world.Clock.Now)).Refusal
        );
        Assert.Equal(
            "consultation.over",
            (await world.CommentAsync(created.Id, "school")).Refusal?.Code
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Comment_AfterTheLimit_IsTakenAsLateAndNeedsADispositionUntilSignOffOpens()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.ConsultAsync(created.Id);
        // No host has run since the limit passed: late is late all the same.
        world.Clock.Now = Due.AddSeconds(1);
        CommentAnswer first = (await world.CommentAsync(created.Id, "school")).Value;
        await world.GoToAsync(Due.AddDays(1));
        CommentAnswer second = (await world.CommentAsync(created.Id, "scrutineer")).Value;

        Assert.Equal((true, true), (first.Late, second.Late));
        Assert.Equal(BodyKeys.Scrutiny, second.Body);
        Assert.Equal(
            2,
            (await world.NoticesAsync("unit")).Count(kind => kind == "consultation.late-comment")
        );
        Assert.Contains(
            "2 comments",
            (await world.RequestAsync(created.Id)).Refusal!.Message,
            StringComparison.Ordinal
        );
        await world.DisposeAsync(first.Id);
        await world.DisposeAsync(second.Id, CommentDecisions.Partly);
        Assert.Null((await world.RequestAsync(created.Id)).Refusal);
        Assert.Equal(
            "consultation.sign-off-open",
            (await world.CommentAsync(created.Id, "school")).Refusal?.Code
        );
        Assert.Equal(
            "consultation.sign-off-open",
            (await world.DisposeAsync(first.Id, CommentDecisions.Rejected)).Refusal?.Code
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Comment_Withdrawn_AsksItsBodyAgainAndNeedsNoDisposition()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.ConsultAsync(created.Id);
        CommentAnswer comment = (await world.CommentAsync(created.Id, "school")).Value;

        Assert.Equal(
            "comment.not-yours",
            (await world.WithdrawCommentAsync(comment.Id, "police-lead")).Refusal?.Code
        );
        Assert.Equal(
            Refusal.NotFound,
            (await world.WithdrawCommentAsync(comment.Id, "practitioner")).Refusal
        );
        Assert.Null((await world.WithdrawCommentAsync(comment.Id, "school")).Refusal);
        Assert.Contains("comment ", await world.TasksAsync("school"));
        Assert.Equal(0, (await world.ConsultationAsync(created.Id)).Value.Undisposed);
        await world.AssertReconciledAsync();
        CommentAnswer again = (await world.CommentAsync(created.Id, "school")).Value;
        await world.DisposeAsync(again.Id);
        Assert.Equal(
            "comment.disposed",
            (await world.WithdrawCommentAsync(again.Id, "school")).Refusal?.Code
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Rules_AnswerByName()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        PolicySaved created = (await world.CreateAsync()).Value;
        Assert.Equal(
            "consultation.none",
            (await world.CommentAsync(created.Id, "police-lead")).Refusal?.Code
        );
        Refusal wrong = (
            await world.ConsultAsync(created.Id, 61, "unit", "schools", "nobody", "agencies ")
        ).Refusal!;
        Assert.Equal(["audience", "workingDays"], wrong.Errors!.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(2, wrong.Errors["audience"].Length);
        Assert.Equal(
            "permission.steer-consultation",
            (await world.ConsultAsync(created.Id, by: "police-lead")).Refusal?.Code
        );
        Assert.Equal(
            "consultation.not-your-group",
            (await world.ConsultAsync(created.Id, by: "group-chair")).Refusal?.Code
        );
        await world.ConsultAsync(created.Id, audience: Audiences.Practitioners);
        Assert.Equal("consultation.open", (await world.ConsultAsync(created.Id)).Refusal?.Code);
        Assert.Equal(Refusal.NotFound, (await world.CommentAsync(created.Id, "school")).Refusal);
        Assert.Equal(
            "permission.comment",
            (await world.CommentAsync(created.Id, "unit")).Refusal?.Code
        );
        Assert.Equal(
            "consultation.not-asked",
            (await world.SayNoneAsync(created.Id, "police-lead")).Refusal?.Code
        );
        CommentAnswer bySeat = (await world.CommentAsync(created.Id, "police-lead")).Value;
        Assert.Equal("seat:police", bySeat.Body);
        Assert.Equal(
            RefusalKind.Invalid,
            (await world.SaveBecauseAsync(created.Id, "New.", bySeat.Id)).Refusal?.Kind
        );
        Assert.Equal(
            RefusalKind.Invalid,
            (await world.DisposeAsync(bySeat.Id, "maybe", " ")).Refusal?.Kind
        );
        Assert.Null((await world.DisposeAsync(bySeat.Id)).Refusal);
        Assert.Equal(
            "comment.same-disposition",
            (await world.DisposeAsync(bySeat.Id)).Refusal?.Code
        );
        Assert.Null((await world.DisposeAsync(bySeat.Id, CommentDecisions.Rejected)).Refusal);
        Assert.Equal(RefusalKind.Invalid, (await world.CloseAsync(created.Id, " ")).Refusal?.Kind);
        Assert.Empty((await world.CommentsAsync(created.Id, "practitioner")).Value.Items);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Successor_InConsultationAndSignOff_KeepsTheReviewOfWhatIsInForce()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open, agencies: 0);
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));
        Assert.Equal(
            "consultation.nothing-new",
            (await world.ConsultAsync(created.Id, audience: Audiences.EverySeat)).Refusal?.Code
        );
        await world.SaveAsync(created.Id, "unit", "The next text.");
        await world.GoToAsync(new DateTime(2028, 12, 1, 10, 0, 0, DateTimeKind.Utc));
        Assert.Null(
            (await world.ConsultAsync(created.Id, 5, audience: Audiences.EverySeat)).Refusal
        );
        await world.AssertReconciledAsync();
        await world.GoToAsync(new DateTime(2028, 12, 20, 10, 0, 0, DateTimeKind.Utc));
        Assert.Equal(PolicyStates.Revision, (await world.PolicyAsync(created.Id)).State);
        RoundAnswer round = await world.OpenRoundAsync(created.Id);

        // The review date is 1 February 2029, while the successor is in sign-off.
        await world.GoToAsync(new DateTime(2029, 2, 1, 10, 0, 0, DateTimeKind.Utc));

        Assert.Contains("review ", await world.TasksAsync("unit"));
        Assert.Contains("policy.review-due", await world.NoticesAsync("unit"));
        await world.AssertReconciledAsync();
        await world.SignAsync(round, Seats.LocalAuthority, "council-lead");
        await world.SignAsync(round, Seats.IntegratedCareBoard, "board-lead");
        Assert.Null((await world.SignAsync(round, Seats.Police, "police-lead")).Refusal);
        PolicyAnswer published = await world.PolicyAsync(created.Id);
        Assert.Equal(
            (2, new DateOnly(2031, 2, 1)),
            (published.PublishedVersion, published.ReviewDate)
        );
        Assert.Empty(await world.TasksAsync("unit"));
        await world.GoToAsync(new DateTime(2031, 1, 31, 10, 0, 0, DateTimeKind.Utc));
        Assert.Single(await world.TasksAsync("unit"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Withdrawal_WhileConsulted_EndsItAndTellsTheAudience()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.ConsultAsync(created.Id);

        Assert.Null(
            (
                await world
                    .Store.Get<WithdrawPolicy>()
                    .HandleAsync(
                        new ActCaller("unit"),
                        created.Id,
                        new WithdrawPolicyBody("Replaced.")
                    )
            ).Refusal
        );

        Assert.Equal(
            ConsultationStates.Cancelled,
            (await world.ConsultationAsync(created.Id)).Value.State
        );
        Assert.Empty(await world.TasksAsync("school"));
        Assert.Contains("consultation.cancelled", await world.NoticesAsync("school"));
        Assert.Equal(Refusal.NotFound, (await world.ReadAsync(created.Id, "school")).Refusal);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reminders_GoToBodiesThatHaveNotAnsweredAndNeverAfterTheLimit()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.ConsultAsync(created.Id);
        await world.CommentAsync(created.Id, "school");

        await world.GoToAsync(new DateTime(2027, 2, 8, 9, 0, 0, DateTimeKind.Utc));
        // Set back, the clock reminds nobody twice.
        await world.GoToAsync(new DateTime(2027, 2, 5, 9, 0, 0, DateTimeKind.Utc));
        await world.GoToAsync(new DateTime(2027, 2, 13, 9, 0, 0, DateTimeKind.Utc));

        Assert.DoesNotContain("consultation.reminder", await world.NoticesAsync("school"));
        Assert.Equal(
            1,
            (await world.NoticesAsync("practitioner")).Count(kind =>
                kind == "consultation.reminder"
            )
        );
        await world.GoToAsync(Due.AddSeconds(1));
        Assert.Equal(
            1,
            (await world.NoticesAsync("practitioner")).Count(kind =>
                kind == "consultation.reminder"
            )
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task ClosureAndComment_AtTheSameMoment_AreOneAfterTheOther()
    {
        await using PolicyWorld world = await PolicyWorld.OpenAsync(Open);
        for (int race = 0; race < 4; race++)
        {
            PolicySaved created = (await world.CreateAsync()).Value;
            await world.ConsultAsync(created.Id);
            Task<Result<ConsultationAnswer>> close = Task.Run(() => world.CloseAsync(created.Id));
            Task<Result<CommentAnswer>> send = Task.Run(() =>
                world.CommentAsync(created.Id, "school")
            );
            Task<Result<CommentAnswer>> other = Task.Run(() =>
                world.CommentAsync(created.Id, "practitioner")
            );

            await Task.WhenAll(close, send, other);

            Assert.Null((await close).Refusal);
            Assert.Null((await send).Refusal);
            await world.AssertReconciledAsync();
            Result<CommentAnswer>[] disposed = await Task.WhenAll(
                Task.Run(async () => await world.DisposeAsync((await send).Value.Id)),
                Task.Run(async () => await world.DisposeAsync((await other).Value.Id))
            );
            Assert.All(disposed, answer => Assert.Null(answer.Refusal));
            Assert.Null((await world.RequestAsync(created.Id)).Refusal);
        }

        await world.AssertReconciledAsync();
    }
}

public sealed class SqliteConsultationTests : ConsultationSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlConsultationTests : ConsultationSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
