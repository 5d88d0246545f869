using Governance.Contracts;
using Governance.Modules.Consultation;
using Governance.Modules.Policies;
using Governance.Storage;

namespace Governance.Tests.Workflows.Framework;

/// <summary>The steps of a consultation, as tests take them.</summary>
internal static class ConsultationSteps
{
    public static readonly string[] Everybody =
    [
        Audiences.Agencies,
        Audiences.Practitioners,
        Audiences.EverySeat,
    ];

    public static Task<Result<ConsultationRequested>> ConsultAsync(
        this PolicyWorld world,
        string policy,
        int? days = 10,
        string by = "unit",
        params string[] audience
    ) =>
        world
            .Store.Get<RequestConsultation>()
            .HandleAsync(
                new ActCaller(by),
                PoliciesWords.Policy,
                policy,
                new OpenConsultationBody(audience.Length == 0 ? Everybody : audience, days)
            );

    public static Task<Result<CommentAnswer>> CommentAsync(
        this PolicyWorld world,
        string policy,
        string by,
        string text = "Say who is told.",
        string? body = null
    ) =>
        world
            .Store.Get<SendComment>()
            .HandleAsync(
                new ActCaller(by),
                PoliciesWords.Policy,
                policy,
                new CommentBody(text, body)
            );

    public static Task<Result<ConsultationAnswer>> SayNoneAsync(
        this PolicyWorld world,
        string policy,
        string by
    ) =>
        world
            .Store.Get<SayNoComment>()
            .HandleAsync(new ActCaller(by), PoliciesWords.Policy, policy, new NoCommentBody());

    public static Task<Result<CommentAnswer>> DisposeAsync(
        this PolicyWorld world,
        string comment,
        string decision = CommentDecisions.Accepted,
        string reason = "It is clearer so.",
        string by = "unit"
    ) =>
        world
            .Store.Get<DisposeOfComment>()
            .HandleAsync(new ActCaller(by), comment, new DispositionBody(decision, reason));

    public static Task<Result<CommentAnswer>> WithdrawCommentAsync(
        this PolicyWorld world,
        string comment,
        string by
    ) => world.Store.Get<WithdrawComment>().HandleAsync(new ActCaller(by), comment);

    public static Task<Result<ConsultationAnswer>> CloseAsync(
        this PolicyWorld world,
        string policy,
        string? reason = "Everybody has answered."
    ) =>
        world
            .Store.Get<CloseConsultation>()
            .HandleAsync(
                new ActCaller("unit"),
                PoliciesWords.Policy,
                policy,
                new CloseConsultationBody(reason)
            );

    public static async Task<Result<ConsultationAnswer>> ConsultationAsync(
        this PolicyWorld world,
        string policy,
        string by = "unit"
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return await world
            .Store.Get<ConsultationBook>()
            .FindAsync(db, PoliciesWords.Policy, policy, by, world.Clock.Now);
    }

    public static async Task<Result<Page<CommentAnswer>>> CommentsAsync(
        this PolicyWorld world,
        string policy,
        string by = "unit",
        bool undisposed = false
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return await CommentBook.ListAsync(
            db,
            PoliciesWords.Policy,
            policy,
            by,
            world.Clock.Now,
            undisposed
        );
    }

    public static async Task<Result<PolicyAnswer>> ReadAsync(
        this PolicyWorld world,
        string policy,
        string by
    )
    {
        await using GovernanceDb db = world.Store.Read();
        return await PolicyBook.FindAsync(db, policy, by, world.Clock.Now);
    }

    public static async Task<Result<PolicySaved>> SaveBecauseAsync(
        this PolicyWorld world,
        string policy,
        string text,
        params string[] comments
    ) =>
        await world
            .Store.Get<SaveDraft>()
            .HandleAsync(
                new ActCaller("unit"),
                policy,
                new SaveDraftBody("Missing children", "What we do.", text, BecauseOf: comments),
                (await world.PolicyAsync(policy)).Tag
            );
}
