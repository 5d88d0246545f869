using Governance.Contracts;
using Governance.Modules.Library;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The life of a policy under the framework as installed.</summary>
public abstract class PolicyLifeSuite
{
    private protected abstract GovernanceStore Open(Action<IServiceCollection> register);

    private Task<PolicyWorld> OpenAsync() => PolicyWorld.OpenAsync(Open);

    [Fact]
    public async Task Policy_SignedByAllThreeSeats_IsPublishedOnceWithItsReviewDate()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        Assert.Equal((PolicyStates.Draft, 1), (created.State, created.Version));
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        Assert.Equal((created.Hash, RoundStates.Open), (round.Hash, round.State));
        Assert.Equal(PolicyStates.SignOff, (await world.PolicyAsync(created.Id)).State);
        Assert.Equal(["sign police"], await world.TasksAsync("police-delegate"));
        Assert.Empty(await world.TasksAsync("police-lead"));

        RoundAnswer signed = await world.SignAllAsync(round);

        Assert.Equal(RoundStates.Published, signed.State);
        Assert.All(signed.Seats, seat => Assert.Equal(RoundSeatStates.HasSigned, seat.State));
        PolicyAnswer policy = await world.PolicyAsync(created.Id);
        Assert.Equal((PolicyStates.Published, 1), (policy.State, policy.PublishedVersion));
        Assert.Equal(new DateOnly(2029, 2, 1), policy.ReviewDate);
        Assert.Null(policy.Draft);
        Assert.Single(await world.RecordAsync(), act => act == "policy.publish");
        foreach (string person in new[] { "council-lead", "police-delegate", "unit", "scrutineer" })
        {
            Assert.Single(await world.NoticesAsync(person), kind => kind == "policy.published");
        }

        Assert.Empty(await world.TasksAsync("police-delegate"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Library_AfterPublication_ShowsTextSignaturesAndHash()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        PolicyAnswer draft = await world.PolicyAsync(created.Id);
        await using (GovernanceDb before = world.Store.Read())
        {
            Assert.Empty(
                (await LibraryBook.ListAsync(before, PolicyWorld.Place, new())).Value.Items
            );
            Assert.Equal(
                Refusal.NotFound,
                (await LibraryBook.FindAsync(before, draft.Slug, world.Clock.Now)).Refusal
            );
        }

        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));

        await using GovernanceDb db = world.Store.Read();
        LibraryLine line = Assert.Single(
            (await LibraryBook.ListAsync(db, PolicyWorld.Place, new())).Value.Items
        );
        LibraryAnswer text = (await LibraryBook.FindAsync(db, line.Slug, world.Clock.Now)).Value;
        Assert.Equal(created.Hash, text.Hash);
        Assert.Equal(Seats.All, text.Signatures.Select(signature => signature.Seat));
        Assert.All(text.Signatures, signature => Assert.Equal(text.Hash, signature.Hash));
        Assert.Contains("<h1>Purpose</h1>", text.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Seat_ThatHasSigned_CannotSignAgainAndTwoOfThreePublishNothing()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.Police, "police-delegate");
        await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");

        Result<RoundAnswer> again = await world.SignAsync(round, Seats.Police, "police-delegate");

        Assert.Equal("sign-off.already-signed", again.Refusal?.Code);
        Assert.Equal(PolicyStates.SignOff, (await world.PolicyAsync(created.Id)).State);
        Assert.Equal(2, (await world.RoundAsync(round.Id)).Signatures.Count);
    }

    [Theory]
    [InlineData("unit", "permission.sign")]
    [InlineData("scrutineer", "permission.sign")]
    [InlineData("inspector", "permission.sign")]
    [InlineData("council-delegate", "sign-off.not-your-seat")]
    [InlineData("police-lead", "sign-off.wrong-level")]
    [InlineData("police-deputy", "sign-off.not-your-ask")]
    public async Task Signature_BySomebodyWithoutTheAuthority_IsRefusedByName(
        string person,
        string code
    )
    {
        await using PolicyWorld world = await OpenAsync();
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

        Result<RoundAnswer> signed = await world.SignAsync(round, Seats.Police, person);

        Assert.Equal(code, signed.Refusal?.Code);
        Assert.Equal(RefusalKind.Forbidden, signed.Refusal?.Kind);
    }

    [Fact]
    public async Task Signature_OnAnotherText_IsRefused()
    {
        await using PolicyWorld world = await OpenAsync();
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);

        Result<RoundAnswer> signed = await world.SignAsync(
            round with
            {
                Hash = new string('0', 64),
            },
            Seats.Police,
            "police-delegate"
        );

        Assert.Equal("sign-off.hash-mismatch", signed.Refusal?.Code);
    }

    [Fact]
    public async Task Author_ByEditHistory_CannotSignAndTheLeadIsAskedInstead()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SaveAsync(created.Id, "police-delegate", "A sentence by the police.");
        await world.SaveAsync(created.Id, "unit", "A text without that sentence.");
        RoundAnswer round = await world.OpenRoundAsync(created.Id);

        Result<RoundAnswer> barred = await world.SignAsync(round, Seats.Police, "police-delegate");

        Assert.Equal("sign-off.author-cannot-sign", barred.Refusal?.Code);
        Assert.Equal(["sign police"], await world.TasksAsync("police-lead"));
        Assert.DoesNotContain("sign police", await world.TasksAsync("police-delegate"));
        Result<RoundAnswer> lead = await world.SignAsync(round, Seats.Police, "police-lead");
        SignatureAnswer signature = lead.Value.Signatures.Single();
        Assert.Equal((Levels.Lead, "police-lead"), (signature.Capacity, signature.AccountableLead));
    }

    [Fact]
    public async Task Seat_WithNobodyWhoMaySign_EndsTheRoundAtOnceAndTellsWhoMustAct()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SaveAsync(created.Id, "board-delegate", "By the board's delegate.");
        await world.SaveAsync(created.Id, "board-lead", "By the board's lead.");

        RoundAnswer round = await world.OpenRoundAsync(created.Id);

        Assert.Equal(RoundStates.NoEligibleSigner, round.State);
        Assert.Equal(
            RoundSeatStates.NoEligibleSigner,
            round.Seats.Single(seat => seat.Seat == Seats.IntegratedCareBoard).State
        );
        Assert.Equal(PolicyStates.Revision, (await world.PolicyAsync(created.Id)).State);
        foreach (string person in new[] { "board-lead", "unit", "police-delegate" })
        {
            Assert.Contains("sign-off.no-eligible-signer", await world.NoticesAsync(person));
        }

        Assert.Empty(await world.TasksAsync("police-delegate"));
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Interest_DeclaredWhileTheRoundIsOpen_BringsTheAskToTheLeadAtOnce()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);

        await world
            .Store.Get<DeclareInterest>()
            .HandleAsync(
                new ActCaller("police-delegate"),
                PolicyWorld.Place,
                new DeclareInterestBody(
                    new InterestSubject("policy", created.Id),
                    "A relative runs the service.",
                    new DateOnly(2027, 2, 1),
                    null
                )
            );

        Assert.Equal(["sign police"], await world.TasksAsync("police-lead"));
        Assert.Equal(
            "sign-off.interest-declared",
            (await world.SignAsync(round, Seats.Police, "police-delegate")).Refusal?.Code
        );
        Assert.Null((await world.SignAsync(round, Seats.Police, "police-lead")).Refusal);
    }

    [Fact]
    public async Task Deputy_UnderAnInstrument_SignsInItsNameAndTheLeadStaysAccountable()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        DelegationAnswer instrument = (
            await world
                .Store.Get<GrantDelegation>()
                .HandleAsync(
                    new ActCaller("police-lead"),
                    PolicyWorld.Place,
                    new GrantDelegationBody(
                        Seats.Police,
                        "police-delegate",
                        "police-deputy",
                        [DocumentClasses.Policy],
                        new DateOnly(2027, 2, 1),
                        new DateOnly(2027, 2, 28),
                        null
                    )
                )
        ).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);

        Result<RoundAnswer> signed = await world.SignAsync(round, Seats.Police, "police-deputy");

        SignatureAnswer signature = signed.Value.Signatures.Single();
        Assert.Equal(
            (Levels.Deputy, instrument.Id, "police-lead"),
            (signature.Capacity, signature.Instrument, signature.AccountableLead)
        );
    }

    [Fact]
    public async Task Deputy_UnderAnInstrumentThatHasEnded_IsRefused()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        await world
            .Store.Get<GrantDelegation>()
            .HandleAsync(
                new ActCaller("police-lead"),
                PolicyWorld.Place,
                new GrantDelegationBody(
                    Seats.Police,
                    "police-delegate",
                    "police-deputy",
                    [DocumentClasses.Policy],
                    new DateOnly(2027, 2, 1),
                    new DateOnly(2027, 2, 2),
                    null
                )
            );
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        world.Clock.Now = new DateTime(2027, 2, 3, 9, 0, 0, DateTimeKind.Utc);

        Assert.Equal(
            "sign-off.instrument-expired",
            (await world.SignAsync(round, Seats.Police, "police-deputy")).Refusal?.Code
        );
    }

    [Fact]
    public async Task Rejection_ByOneSeat_LapsesTheOthersCancelsTheAsksAndGoesBackToTheAuthors()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.Police, "police-delegate");

        Result<RoundAnswer> noReason = await world.RejectAsync(
            round,
            Seats.LocalAuthority,
            "council-delegate",
            " "
        );
        Result<RoundAnswer> rejected = await world.RejectAsync(
            round,
            Seats.LocalAuthority,
            "council-delegate"
        );

        Assert.Equal("sign-off.reason-needed", noReason.Refusal?.Code);
        Assert.Equal(
            (RoundStates.Rejected, "Section two is wrong."),
            (rejected.Value.State, rejected.Value.Reason)
        );
        Assert.Equal(SignatureStates.Lapsed, rejected.Value.Signatures.Single().State);
        Assert.Equal(PolicyStates.Revision, (await world.PolicyAsync(created.Id)).State);
        Assert.Empty(await world.TasksAsync("board-delegate"));
        Assert.Contains("sign-off.rejected", await world.NoticesAsync("police-delegate"));
        Assert.Equal(
            "sign-off.round-closed",
            (await world.SignAsync(round, Seats.Police, "police-delegate")).Refusal?.Code
        );

        RoundAnswer next = await world.OpenRoundAsync(created.Id);
        Assert.NotEqual(round.Id, next.Id);
        Assert.Equal(RoundStates.Published, (await world.SignAllAsync(next)).State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Edit_WhileTheRoundIsOpen_LapsesEverySignatureAndOpensNothing()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.Police, "police-delegate");
        await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");

        PolicySaved saved = (
            await world.SaveAsync(created.Id, "unit", "# Purpose\n\nKeep all children safe.")
        ).Value;

        Assert.Equal((2, PolicyStates.Revision), (saved.Version, saved.State));
        RoundAnswer lapsed = await world.RoundAsync(round.Id);
        Assert.Equal(RoundStates.Lapsed, lapsed.State);
        Assert.All(
            lapsed.Signatures,
            signature => Assert.Equal(SignatureStates.Lapsed, signature.State)
        );
        Assert.Empty(await world.TasksAsync("board-delegate"));
        await using GovernanceDb db = world.Store.Read();
        Governance.Modules.Notices.Notice told = await db.Set<Governance.Modules.Notices.Notice>()
            .SingleAsync(notice =>
                notice.PersonId == "police-delegate" && notice.Kind == "sign-off.lapsed"
            );
        Assert.Contains("1 word added, 0 words removed", told.Text, StringComparison.Ordinal);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Edit_OfSummaryOrTagsOnly_MakesNoVersionAndLeavesTheRoundOpen()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        PolicyAnswer policy = await world.PolicyAsync(created.Id);

        Result<PolicySaved> saved = await world
            .Store.Get<SaveDraft>()
            .HandleAsync(
                new ActCaller("unit"),
                created.Id,
                new SaveDraftBody(
                    "Missing children ",
                    "Another summary.",
                    policy.Draft!.Body.Replace("\n", " \r\n", StringComparison.Ordinal),
                    Tags: ["missing"]
                ),
                policy.Tag
            );

        Assert.False(saved.Value.Changed);
        Assert.Equal((1, created.Hash), (saved.Value.Version, saved.Value.Hash));
        Assert.NotEqual(policy.Tag, saved.Value.Tag);
        Assert.Equal(RoundStates.Open, (await world.RoundAsync(round.Id)).State);
        Assert.Equal("Another summary.", (await world.PolicyAsync(created.Id)).Summary);
    }

    [Fact]
    public async Task Draft_SavedOverAnOlderOne_IsRefusedAndHandsTheTextBack()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SaveAsync(created.Id, "unit", "Second text.");
        SaveDraftBody mine = new("Missing children", "What we do.", "My careful text.");

        Result<PolicySaved> stale = await world
            .Store.Get<SaveDraft>()
            .HandleAsync(new ActCaller("council-lead"), created.Id, mine, created.Tag);
        Result<PolicySaved> blind = await world
            .Store.Get<SaveDraft>()
            .HandleAsync(new ActCaller("council-lead"), created.Id, mine, null);

        Assert.Equal(RefusalKind.Stale, stale.Refusal?.Kind);
        StaleDraft detail = Assert.IsType<StaleDraft>(stale.Refusal?.Detail);
        Assert.Equal("My careful text.", detail.Yours.Body);
        Assert.Equal(2, detail.Current.Version);
        Assert.Equal(RefusalKind.Malformed, blind.Refusal?.Kind);
    }

    [Fact]
    public async Task Signature_WithdrawnBeforePublication_AsksTheSeatAgain()
    {
        await using PolicyWorld world = await OpenAsync();
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        await world.SignAsync(round, Seats.Police, "police-delegate");
        WithdrawSignature withdraw = world.Store.Get<WithdrawSignature>();
        WithdrawSignatureBody body = new(Seats.Police, "I read it again.");

        Result<RoundAnswer> others = await withdraw.HandleAsync(
            new ActCaller("police-lead"),
            round.Id,
            body
        );
        Result<RoundAnswer> own = await withdraw.HandleAsync(
            new ActCaller("police-delegate"),
            round.Id,
            body
        );

        Assert.Equal("sign-off.not-your-signature", others.Refusal?.Code);
        Assert.Equal(SignatureStates.Withdrawn, own.Value.Signatures.Single().State);
        Assert.Equal(["sign police"], await world.TasksAsync("police-delegate"));
        await world.AssertReconciledAsync();
        Assert.Equal(RoundStates.Published, (await world.SignAllAsync(round)).State);
    }

    [Fact]
    public async Task Limit_OneSecondAfterItPassed_BringsTheAskToTheLeadAndSilenceSignsNothing()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");
        DateTime due = new(2027, 2, 15, 17, 0, 0, DateTimeKind.Utc);
        Assert.Equal(due, round.Due);

        await world.GoToAsync(due);
        Assert.Empty(await world.TasksAsync("police-lead"));
        Assert.Equal(
            "sign-off.wrong-level",
            (await world.SignAsync(round, Seats.Police, "police-lead")).Refusal?.Code
        );
        await world.GoToAsync(due.AddSeconds(1));

        Assert.Equal(["sign police"], await world.TasksAsync("police-lead"));
        Assert.Empty(await world.TasksAsync("council-lead"));
        Assert.Contains("sign-off.overdue", await world.NoticesAsync("police-lead"));
        await world.GoToAsync(due.AddDays(400));
        Assert.Equal(RoundStates.Open, (await world.RoundAsync(round.Id)).State);
        Assert.Null((await world.SignAsync(round, Seats.Police, "police-lead")).Refusal);
        Assert.Null(
            (await world.SignAsync(round, Seats.IntegratedCareBoard, "board-delegate")).Refusal
        );
        Assert.Equal(PolicyStates.Published, (await world.PolicyAsync(created.Id)).State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Reminders_GoOutOnWorkingDaysToWhoHasNotSigned()
    {
        await using PolicyWorld world = await OpenAsync();
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");

        await world.GoToAsync(new DateTime(2027, 2, 8, 8, 59, 59, DateTimeKind.Utc));
        Assert.DoesNotContain("sign-off.reminder", await world.NoticesAsync("police-delegate"));
        await world.GoToAsync(new DateTime(2027, 2, 8, 9, 0, 0, DateTimeKind.Utc));
        Assert.Single(
            await world.NoticesAsync("police-delegate"),
            kind => kind == "sign-off.reminder"
        );
        await world.GoToAsync(new DateTime(2027, 2, 12, 9, 0, 0, DateTimeKind.Utc));

        Assert.Equal(
            2,
            (await world.NoticesAsync("police-delegate")).Count(kind => kind == "sign-off.reminder")
        );
        Assert.DoesNotContain("sign-off.reminder", await world.NoticesAsync("council-delegate"));
    }

    [Fact]
    public async Task Library_OfATextChangedAfterPublication_SaysThatItIsNotTheSignedOne()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));
        string slug = (await world.PolicyAsync(created.Id)).Slug;
        await using (GovernanceDb before = world.Store.Read())
        {
            Assert.Empty(
                (await LibraryBook.FindAsync(before, slug, world.Clock.Now)).Value.Banners
            );
        }

        string forged = "# Purpose\n\nKeep secrets.";
        await world.TamperAsync(
            $"UPDATE \"PolicyVersion\" SET \"Body\" = {forged} WHERE \"PolicyId\" = {created.Id}"
        );

        await using GovernanceDb db = world.Store.Read();
        Assert.Equal(
            "integrityAlarm",
            Assert
                .Single((await LibraryBook.FindAsync(db, slug, world.Clock.Now)).Value.Banners)
                .Kind
        );
    }

    [Fact]
    public async Task Text_ChangedBehindTheProductsBack_RaisesAnAlarmAndIsNotPublished()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");
        await world.SignAsync(round, Seats.IntegratedCareBoard, "board-delegate");
        string forged = "# Purpose\n\nKeep secrets.";
        await world.TamperAsync(
            $"UPDATE \"PolicyVersion\" SET \"Body\" = {forged} WHERE \"PolicyId\" = {created.Id}"
        );

        Result<RoundAnswer> third = await world.SignAsync(round, Seats.Police, "police-delegate");

        Assert.Null(third.Refusal);
        Assert.Equal(RoundStates.Open, third.Value.State);
        Assert.NotNull(third.Value.IntegrityAlarm);
        Assert.Equal(3, third.Value.Signatures.Count(s => s.State == SignatureStates.Current));
        PolicyAnswer policy = await world.PolicyAsync(created.Id);
        Assert.Null(policy.PublishedVersion);
        Assert.Contains(policy.Banners, banner => banner.Kind == "integrityAlarm");
        Assert.Contains("policy.integrity-alarm", await world.RecordAsync());
        foreach (string person in new[] { "police-lead", "scrutineer", "unit" })
        {
            Assert.Contains("policy.integrity-alarm", await world.NoticesAsync(person));
        }

        Assert.Equal(
            "policy.integrity-alarm",
            (await world.RequestAsync(created.Id)).Refusal?.Code
        );
        PolicySaved mended = (
            await world.SaveAsync(created.Id, "unit", "# Purpose\n\nKeep children safe.")
        ).Value;
        Assert.Equal((2, created.Hash), (mended.Version, mended.Hash));
        Assert.Equal(RoundStates.Lapsed, (await world.RoundAsync(round.Id)).State);
        RoundAnswer next = await world.OpenRoundAsync(created.Id);
        Assert.Equal(RoundStates.Published, (await world.SignAllAsync(next)).State);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Attachment_ChangedBehindTheProductsBack_RaisesAnAlarm()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        byte[] file = "%PDF-1.7 the real plan"u8.ToArray();
        PolicySaved attached = (
            await world
                .Store.Get<AddAttachment>()
                .HandleAsync(
                    new ActCaller("unit"),
                    created.Id,
                    new AttachmentBody("../plan.pdf", file)
                )
        ).Value;
        Assert.Equal(2, attached.Version);
        Assert.NotEqual(created.Hash, attached.Hash);
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");
        await world.SignAsync(round, Seats.IntegratedCareBoard, "board-delegate");
        byte[] forged = "%PDF-1.7 a forged plan"u8.ToArray();
        await world.TamperAsync($"UPDATE \"AttachmentContent\" SET \"Bytes\" = {forged}");

        Result<RoundAnswer> third = await world.SignAsync(round, Seats.Police, "police-delegate");

        Assert.NotNull(third.Value.IntegrityAlarm);
        Assert.Null((await world.PolicyAsync(created.Id)).PublishedVersion);
    }

    [Fact]
    public async Task Class_ChangedBehindTheProductsBackIntoNone_RaisesAnAlarm()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.LocalAuthority, "council-delegate");
        await world.SignAsync(round, Seats.IntegratedCareBoard, "board-delegate");
        await world.TamperAsync($"UPDATE \"PolicyVersion\" SET \"Class\" = {"nonsense"}");

        Result<RoundAnswer> third = await world.SignAsync(round, Seats.Police, "police-delegate");

        Assert.NotNull(third.Value.IntegrityAlarm);
        Assert.Equal(RoundStates.Open, third.Value.State);
    }

    [Fact]
    public async Task LaterVersion_Published_SupersedesTheEarlier()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));
        Assert.Equal(
            "policy.nothing-to-sign",
            (await world.RequestAsync(created.Id)).Refusal?.Code
        );

        PolicySaved second = (await world.SaveAsync(created.Id, "unit", "A new text.")).Value;
        Assert.Equal((PolicyStates.Draft, 2), (second.State, second.Version));
        Assert.Equal(1, (await world.PolicyAsync(created.Id)).PublishedVersion);
        await world.SignAllAsync(await world.OpenRoundAsync(created.Id));

        await using GovernanceDb db = world.Store.Read();
        Page<PolicyVersionLine> versions = (
            await PolicyBook.VersionsAsync(db, created.Id, "unit", world.Clock.Now)
        ).Value;
        Assert.Equal(
            [(2, PolicyStates.Published), (1, PolicyStates.Superseded)],
            versions.Items.Select(version => (version.Version, version.State))
        );
        PolicyChangesAnswer changes = (
            await PolicyBook.ChangesAsync(db, created.Id, 1, 2, "unit", world.Clock.Now)
        ).Value;
        Assert.Contains(changes.Body, change => change.Kind == TextChange.Added);
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task Withdrawal_AtAnyTime_EndsTheRoundAndTheWorkflow()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);
        await world.SignAsync(round, Seats.Police, "police-delegate");
        WithdrawPolicy withdraw = world.Store.Get<WithdrawPolicy>();

        Result<PolicySaved> partner = await withdraw.HandleAsync(
            new ActCaller("police-lead"),
            created.Id,
            new WithdrawPolicyBody("No.")
        );
        Result<PolicySaved> withdrawn = await withdraw.HandleAsync(
            new ActCaller("unit"),
            created.Id,
            new WithdrawPolicyBody("Replaced by the regional text.")
        );

        Assert.Equal("permission.steer-policy", partner.Refusal?.Code);
        Assert.Equal(PolicyStates.Withdrawn, withdrawn.Value.State);
        Assert.Equal(RoundStates.Lapsed, (await world.RoundAsync(round.Id)).State);
        Assert.Empty(await world.TasksAsync("board-delegate"));
        Assert.Equal("policy.withdrawn", (await world.RequestAsync(created.Id)).Refusal?.Code);
        Assert.Equal(
            "policy.withdrawn",
            (await world.SaveAsync(created.Id, "unit", "More.")).Refusal?.Code
        );
        await world.AssertReconciledAsync();
    }

    [Fact]
    public async Task ScrutinyComment_StandsBesideAndNeverCounts()
    {
        await using PolicyWorld world = await OpenAsync();
        RoundAnswer round = await world.OpenRoundAsync((await world.CreateAsync()).Value.Id);
        CommentAsScrutineer comment = world.Store.Get<CommentAsScrutineer>();
        ScrutinyCommentBody body = new("Who hears the child?");

        Result<RoundAnswer> partner = await comment.HandleAsync(
            new ActCaller("police-lead"),
            round.Id,
            body
        );
        Result<RoundAnswer> said = await comment.HandleAsync(
            new ActCaller("scrutineer"),
            round.Id,
            body
        );

        Assert.Equal("permission.scrutiny-comment", partner.Refusal?.Code);
        Assert.Equal("Who hears the child?", said.Value.ScrutinyComments.Single().Text);
        Assert.Empty(said.Value.Signatures);
        Assert.Contains("sign-off.scrutiny-comment", await world.NoticesAsync("council-delegate"));
    }

    [Fact]
    public async Task LeadsClass_IsAskedOfAndSignedByTheLeads()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (
            await world.CreateAsync(documentClass: DocumentClasses.ThresholdDocument)
        ).Value;
        RoundAnswer round = await world.OpenRoundAsync(created.Id);

        Assert.Equal(["sign police"], await world.TasksAsync("police-lead"));
        Assert.Equal(
            "sign-off.wrong-level",
            (await world.SignAsync(round, Seats.Police, "police-delegate")).Refusal?.Code
        );
        Assert.Null((await world.SignAsync(round, Seats.Police, "police-lead")).Refusal);
    }

    [Fact]
    public async Task Agency_SeesNoDraftAndTheGroupChairOnlyTheirGroupsTexts()
    {
        await using PolicyWorld world = await OpenAsync();
        PolicySaved created = (await world.CreateAsync()).Value;
        await using GovernanceDb db = world.Store.Read();

        Assert.Equal(
            Refusal.NotFound,
            (await PolicyBook.FindAsync(db, created.Id, "school", world.Clock.Now)).Refusal
        );
        Assert.Equal(
            "policy.not-your-group",
            (await world.SaveAsync(created.Id, "group-chair", "Ours.")).Refusal?.Code
        );
        Assert.Equal(
            "policy.not-your-group",
            (await world.CreateAsync(by: "group-chair")).Refusal?.Code
        );
        Result<PolicySaved> own = await world
            .Store.Get<CreatePolicy>()
            .HandleAsync(
                new ActCaller("group-chair"),
                PolicyWorld.Place,
                new CreatePolicyBody(
                    DocumentClasses.Protocol,
                    "Our protocol",
                    null,
                    "Text.",
                    Group: "group-1"
                )
            );
        Assert.Null(own.Refusal);
        Assert.Null((await world.RequestAsync(own.Value.Id, "group-chair")).Refusal);
    }

    [Fact]
    public async Task Draft_WithoutWhatItNeeds_NamesEveryField()
    {
        await using PolicyWorld world = await OpenAsync();

        Result<PolicySaved> answer = await world
            .Store.Get<CreatePolicy>()
            .HandleAsync(
                new ActCaller("unit"),
                PolicyWorld.Place,
                new CreatePolicyBody("leaflet", "Two\nlines", null, " ", ReviewMonths: 0)
            );

        Assert.Equal(RefusalKind.Invalid, answer.Refusal?.Kind);
        Assert.Equal(
            ["body", "class", "reviewMonths", "title"],
            answer.Refusal!.Errors!.Keys.Order(StringComparer.Ordinal)
        );
    }
}

public sealed class SqlitePolicyLifeTests : PolicyLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new SqliteStore(register);
}

public sealed class PostgreSqlPolicyLifeTests : PolicyLifeSuite
{
    private protected override GovernanceStore Open(Action<IServiceCollection> register) =>
        new PostgresStore(register);
}
