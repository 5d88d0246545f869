using Governance.Contracts;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>People and partnerships: who holds what, appointments and their second approvers, delegations, interests.</summary>
internal static class PartnershipsApi
{
    public static void MapPartnerships(this RouteGroupBuilder api)
    {
        RouteGroupBuilder people = api.MapGroup(string.Empty).WithTags("Partnerships");
        people
            .MapGet("/me", MeAsync)
            .WithSummary("Who I am, and what I hold today.")
            .Produces<MeAnswer>();
        people
            .MapGet("/partnerships", ListAsync)
            .WithSummary("The partnerships in which I hold something today.")
            .Produces<Page<PartnershipLine>>();
        people
            .MapGet("/partnerships/{p}", FindAsync)
            .WithSummary("Seats, chair, scrutiny function, business unit, agencies and vacancies.")
            .Produces<PartnershipAnswer>();
        people
            .MapGet("/partnerships/{p}/appointments", AppointmentsAsync)
            .WithSummary("Appointments that were, are and will be, newest first.")
            .Produces<Page<AppointmentAnswer>>();
        people
            .MapGet("/appointments/{id}", AppointmentAsync)
            .WithSummary("One appointment.")
            .Produces<AppointmentAnswer>();
        people
            .MapGet("/partnerships/{p}/people", PeopleAsync)
            .WithSummary("Everybody who holds or held something here, for those who appoint.")
            .Produces<Page<PersonLine>>();
        people
            .MapPost("/partnerships/{p}/people/find", FindPersonAsync)
            .WithSummary(
                "Whoever has exactly this e-mail address or reference, for those who appoint."
            )
            .Produces<IReadOnlyList<PersonLine>>();
        people
            .MapPost("/partnerships/{p}/appointments", AppointAsync)
            .WithSummary(
                "Appoints somebody. A scrutineer or administrator waits for a second approver (202)."
            )
            .Produces<AppointmentAnswer>(StatusCodes.Status201Created)
            .Produces<AppointmentAnswer>(StatusCodes.Status202Accepted);
        people
            .MapPost("/appointments/{id}/end", EndAsync)
            .WithSummary(
                "Ends an appointment. A scrutineer's or administrator's waits for a second approver (202)."
            )
            .Produces<AppointmentAnswer>()
            .Produces<AppointmentAnswer>(StatusCodes.Status202Accepted);
        people
            .MapGet("/approvals", ApprovalsAsync)
            .WithSummary("What waits for a second person: mine to decide, or proposed by me.")
            .Produces<Page<ApprovalAnswer>>();
        people
            .MapGet("/approvals/{id}", ApprovalAsync)
            .WithSummary("A proposal with what it would change, and why I may not decide it.")
            .Produces<ApprovalDetail>();
        people
            .MapPost("/approvals/{id}/withdrawal", WithdrawApprovalAsync)
            .WithSummary("Takes back a proposal of one's own before it is decided.")
            .Produces<ApprovalAnswer>();
        people
            .MapPost("/approvals/{id}/decision", DecideAsync)
            .WithSummary("Approves or declines what another person proposed.")
            .Produces<ApprovalAnswer>();
        people
            .MapGet("/partnerships/{p}/delegations", DelegationsAsync)
            .WithSummary("Delegations in force, coming or over, newest first.")
            .Produces<Page<DelegationAnswer>>();
        people
            .MapGet("/delegations/{id}", DelegationAsync)
            .WithSummary("One delegation and how it stands.")
            .Produces<DelegationAnswer>();
        people
            .MapPost("/partnerships/{p}/delegations", DelegateAsync)
            .WithSummary("The seat's lead lends authority on the seat for dated days.")
            .Produces<DelegationAnswer>(StatusCodes.Status201Created);
        people
            .MapPost("/delegations/{id}/revocation", RevokeAsync)
            .WithSummary("The seat's lead takes it back, never earlier than now.")
            .Produces<DelegationAnswer>();
        people
            .MapGet("/partnerships/{p}/interests", InterestsAsync)
            .WithSummary("The register of interests, newest first.")
            .Produces<Page<InterestLine>>();
        people
            .MapPost("/partnerships/{p}/interests", DeclareAsync)
            .WithSummary("Declares an interest of one's own, which bars from deciding.")
            .Produces<InterestAnswer>(StatusCodes.Status201Created);
    }

    private static async Task<IResult> MeAsync(Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return await PartnershipBook.MeAsync(db, caller.PersonId, reading.Today) is { } me
            ? new SingleResource<MeAnswer>(me)
            : ResultHttp.Problem(Refusal.NotFound);
    }

    private static async Task<IResult> ListAsync(
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return paging
            .Of(
                await PartnershipBook.OfPersonAsync(db, caller.PersonId, reading.Today),
                partnership => partnership.Id
            )
            .ToOk();
    }

    private static async Task<IResult> FindAsync(string p, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await PartnershipBook.FindAsync(db, p, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> AppointmentsAsync(
        string p,
        string? role,
        string? seat,
        string? level,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await AppointmentBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                new AppointmentFilter(role, seat, level),
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> AppointmentAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await AppointmentBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> PeopleAsync(
        string p,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        Result<IReadOnlyList<PersonLine>> people = await PersonBook.OfPartnershipAsync(
            db,
            p,
            caller.PersonId,
            reading.Now
        );
        return people.IsRefused
            ? ResultHttp.Problem(people.Refusal)
            : paging.Of(people.Value, person => person.Id).ToOk();
    }

    private static async Task<IResult> FindPersonAsync(
        string p,
        FindPersonBody body,
        Caller caller,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await PersonBook.FindAsync(db, p, caller.PersonId, body, reading.Now)).ToOk();
    }

    private static async Task<IResult> AppointAsync(
        string p,
        AppointPersonBody body,
        Caller caller,
        AppointPerson appoint,
        CancellationToken cancellation
    ) =>
        (await appoint.HandleAsync(caller, p, body, cancellation)).To(made =>
            made.Approval is null
                ? TypedResults.Created($"/api/partnerships/{p}", made)
                : TypedResults.Accepted($"/api/approvals", made)
        );

    private static async Task<IResult> EndAsync(
        string id,
        EndAppointmentBody body,
        Caller caller,
        EndAppointment end,
        CancellationToken cancellation
    ) =>
        (await end.HandleAsync(caller, id, body, cancellation)).To(ended =>
            ended.Approval is null
                ? TypedResults.Ok(ended)
                : TypedResults.Accepted($"/api/approvals", ended)
        );

    private static async Task<IResult> ApprovalsAsync(
        Caller caller,
        [AsParameters] Paging paging,
        ApprovalBook approvals,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return paging
            .Of(
                await approvals.WaitingForAsync(db, caller.PersonId, reading.Now),
                approval => approval.Id
            )
            .ToOk();
    }

    private static async Task<IResult> ApprovalAsync(
        string id,
        Caller caller,
        ApprovalBook approvals,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (await approvals.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> WithdrawApprovalAsync(
        string id,
        WithdrawApprovalBody body,
        Caller caller,
        WithdrawApproval withdraw,
        CancellationToken cancellation
    ) => (await withdraw.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> DecideAsync(
        string id,
        DecideApprovalBody body,
        Caller caller,
        DecideApproval decide,
        CalendarRollouts rollouts,
        CancellationToken cancellation
    )
    {
        Result<ApprovalAnswer> decided = await decide.HandleAsync(caller, id, body, cancellation);
        if (!decided.IsRefused && decided.Value.Kind == CalendarVersionApproval.Name)
        {
            // The clocks follow in acts of their own; the background would do it too, a moment later.
            await rollouts.RunPendingAsync(CancellationToken.None);
        }

        return decided.ToOk();
    }

    private static async Task<IResult> DelegationsAsync(
        string p,
        string? state,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await DelegationBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                state,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> DelegationAsync(string id, Caller caller, Reading reading)
    {
        await using GovernanceDb db = reading.Open();
        return (await DelegationBook.FindAsync(db, id, caller.PersonId, reading.Now)).ToSingle();
    }

    private static async Task<IResult> DelegateAsync(
        string p,
        GrantDelegationBody body,
        Caller caller,
        GrantDelegation grant,
        CancellationToken cancellation
    ) =>
        (await grant.HandleAsync(caller, p, body, cancellation)).ToCreated(_ =>
            $"/api/partnerships/{p}"
        );

    private static async Task<IResult> RevokeAsync(
        string id,
        RevokeDelegationBody body,
        Caller caller,
        RevokeDelegation revoke,
        CancellationToken cancellation
    ) => (await revoke.HandleAsync(caller, id, body, cancellation)).ToOk();

    private static async Task<IResult> InterestsAsync(
        string p,
        bool? past,
        Caller caller,
        [AsParameters] Paging paging,
        Reading reading
    )
    {
        await using GovernanceDb db = reading.Open();
        return (
            await InterestBook.ListAsync(
                db,
                p,
                caller.PersonId,
                reading.Now,
                past ?? false,
                paging.After,
                paging.Count
            )
        ).ToOk();
    }

    private static async Task<IResult> DeclareAsync(
        string p,
        DeclareInterestBody body,
        Caller caller,
        DeclareInterest declare,
        CancellationToken cancellation
    ) =>
        (await declare.HandleAsync(caller, p, body, cancellation)).ToCreated(_ =>
            $"/api/partnerships/{p}"
        );
}
