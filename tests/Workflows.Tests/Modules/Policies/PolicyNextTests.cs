using Governance.Contracts;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;

namespace Governance.Tests.Workflows.Modules.Policies;

/// <summary>The one thing that comes next for a policy, and who has it.</summary>
public sealed class PolicyNextTests
{
    private static readonly DateTime Now = new(2026, 11, 24, 9, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Next_OfADraft_IsToFinishIt_WithThoseWhoSteer()
    {
        PolicyNext next = Next(PolicyOf(PolicyStates.Draft), null);

        Assert.Equal(PolicyNextKind.Finish, next.Kind);
        Assert.Equal(["The officer"], Assert.Single(next.With).Names);
        Assert.Null(next.Due);
    }

    [Fact]
    public void Next_OfAnOpenRound_IsEachSeatThatHasNotSigned_ByItsLimit()
    {
        SignOffRound round = RoundOf(RoundStates.Open);
        round.SeatOf(Seats.Police).State = RoundSeatStates.HasSigned;

        PolicyNext next = Next(PolicyOf(PolicyStates.SignOff), round);

        Assert.Equal(PolicyNextKind.Sign, next.Kind);
        Assert.Equal(
            [Seats.LocalAuthority, Seats.IntegratedCareBoard],
            next.With.Select(holder => holder.Seat!)
        );
        Assert.Equal(Now.AddDays(14), next.Due);
        Assert.Equal(round.Id, next.Round);
    }

    [Fact]
    public void Next_AfterARejectionOfThisVersion_IsToRevise_WithTheReason()
    {
        SignOffRound round = RoundOf(RoundStates.Rejected, "Too long.");

        PolicyNext next = Next(PolicyOf(PolicyStates.Revision), round);
        PolicyNext later = Next(PolicyOf(PolicyStates.Revision, version: 2), round);

        Assert.Equal("Too long.", next.Reason);
        Assert.Null(later.Reason);
    }

    [Fact]
    public void Next_WhereNobodyMaySign_IsToFillTheSeat()
    {
        SignOffRound round = RoundOf(RoundStates.NoEligibleSigner);
        round.SeatOf(Seats.Police).State = RoundSeatStates.NoEligibleSigner;

        PolicyNext next = Next(PolicyOf(PolicyStates.Revision), round);

        Assert.Equal(PolicyNextKind.FillSeat, next.Kind);
        Assert.Equal(Seats.Police, Assert.Single(next.With).Seat);
    }

    [Fact]
    public void Next_OfATextThatIsNotTheSignedOne_IsToSaveAgain_WhateverElseIsOpen()
    {
        Policy policy = PolicyOf(PolicyStates.SignOff);
        policy.IntegrityAlarmAt = Now;

        Assert.Equal(PolicyNextKind.SaveAgain, Next(policy, RoundOf(RoundStates.Open)).Kind);
    }

    [Fact]
    public void Next_OfAPublishedPolicy_IsItsReviewOnceThatIsAsked()
    {
        Policy policy = PolicyOf(PolicyStates.Published);
        PolicyNext quiet = Next(policy, RoundOf(RoundStates.Published));
        PolicyNext asked = PolicyNext.Of(
            policy,
            RoundOf(RoundStates.Published),
            null,
            [(PoliciesWords.AskToReview, Now.AddDays(7))],
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
            ["The officer"]
        );

        Assert.Equal(PolicyNextKind.InForce, quiet.Kind);
        Assert.Equal((PolicyNextKind.Review, Now.AddDays(7)), (asked.Kind, asked.Due));
    }

    [Fact]
    public void Next_OfAWithdrawnPolicy_IsNothing() =>
        Assert.Equal(PolicyNextKind.Nothing, Next(PolicyOf(PolicyStates.Withdrawn), null).Kind);

    private static PolicyNext Next(Policy policy, SignOffRound? round) =>
        PolicyNext.Of(
            policy,
            round,
            Now.AddDays(14),
            [],
            new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal),
            ["The officer"]
        );

    private static Policy PolicyOf(string state, int version = 1) =>
        new()
        {
            Id = "p1",
            PartnershipId = "northshire",
            Slug = "missing-children",
            Class = DocumentClasses.Policy,
            Title = "Missing children",
            Summary = "",
            Tags = [],
            State = state,
            NewestVersion = version,
            CreatedAt = Now,
            CreatedBy = "officer",
            OwnerId = "officer",
            ChangedAt = Now,
        };

    private static SignOffRound RoundOf(string state, string? reason = null)
    {
        SignOffRound round = new()
        {
            Id = "r1",
            PartnershipId = "northshire",
            Number = 1,
            SubjectType = PoliciesWords.Policy,
            SubjectId = "p1",
            SubjectTitle = "Missing children",
            DocumentClass = DocumentClasses.Policy,
            SignerLevel = Levels.Delegate,
            SubjectVersion = 1,
            Hash = "h",
            OpenedAt = Now,
            OpenedBy = "officer",
            State = state,
            CloseReason = reason,
        };
        round.Seats.AddRange(
            Seats.All.Select(seat => new RoundSeat
            {
                RoundId = "r1",
                Seat = seat,
                Level = Levels.Delegate,
                State = RoundSeatStates.Open,
            })
        );
        return round;
    }
}
