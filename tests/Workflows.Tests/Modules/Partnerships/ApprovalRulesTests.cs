using Governance.Contracts;
using Governance.Modules.Partnerships;
using static Governance.Tests.Workflows.Modules.Partnerships.PeopleForTests;

namespace Governance.Tests.Workflows.Modules.Partnerships;

public sealed class ApprovalRulesTests
{
    private static readonly AppointmentApproval _kind = new(
        new PartnershipEvents([]),
        Directories.Unlisted
    );

    [Fact]
    public void SecondApprover_FromASeat_MayDecide() =>
        Assert.Null(Check("delegate", Partner("delegate", Seats.Police, Levels.Delegate)));

    [Fact]
    public void SecondApprover_FromTheSameBody_IsRefused() =>
        Assert.Equal(
            PartnershipsRefusals.SameBody,
            Check("colleague", Holding("colleague", Roles.BusinessUnit))
        );

    [Fact]
    public void SecondApprover_AlsoInTheProposersBody_IsRefused() =>
        Assert.Equal(
            PartnershipsRefusals.SameBody,
            Check(
                "both",
                Holding("both", Roles.BusinessUnit),
                Partner("both", Seats.Police, Levels.Delegate)
            )
        );

    [Fact]
    public void Proposer_IsNotTheSecondPerson() =>
        Assert.Equal(
            PartnershipsRefusals.OwnProposal,
            Check("proposer", Partner("proposer", Seats.Police, Levels.Lead))
        );

    [Fact]
    public void WhoeverItIsAbout_DoesNotDecideIt() =>
        Assert.Equal(
            PartnershipsRefusals.AboutYourself,
            Check("candidate", Partner("candidate", Seats.Police, Levels.Lead))
        );

    [Fact]
    public void Deputy_DecidesNoAppointment() =>
        Assert.Equal(
            PartnershipsRefusals.NotAnApprover,
            Check("deputy", Partner("deputy", Seats.Police, Levels.Deputy))
        );

    [Theory]
    [InlineData(ApprovalStates.Approved)]
    [InlineData(ApprovalStates.Declined)]
    public void Decision_Second_IsRefused(string state)
    {
        PendingApproval approval = Proposal();
        approval.State = state;

        Refusal? refusal = ApprovalRules.Check(
            approval,
            _kind,
            StandingOf("lead", Partner("lead", Seats.Police, Levels.Lead))
        );

        Assert.Equal(PartnershipsRefusals.ApprovalDecided, refusal);
    }

    private static Refusal? Check(string person, params Appointment[] held) =>
        ApprovalRules.Check(Proposal(), _kind, StandingOf(person, held));

    private static PendingApproval Proposal() =>
        new()
        {
            Id = "p1",
            PartnershipId = Place,
            Kind = AppointmentApproval.Name,
            SubjectType = "appointment",
            SubjectId = "a1",
            Title = "Appoint a scrutineer",
            ConcernsPersonId = "candidate",
            ProposedBy = "proposer",
            ProposerBodies = ["businessUnit:" + Place],
            ProposedAt = Moment,
            State = ApprovalStates.Pending,
        };
}
