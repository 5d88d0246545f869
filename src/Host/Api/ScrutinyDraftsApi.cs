using Governance.Contracts;
using Governance.Modules.Scrutiny;

namespace Governance.Host.Api;

/// <summary>A scrutineer's private drafts. Passphrases travel in bodies only, and no repeat of such a request is kept.</summary>
internal static class ScrutinyDraftsApi
{
    public static void MapChallengeDrafts(this RouteGroupBuilder api)
    {
        RouteGroupBuilder drafts = api.MapGroup("/partnerships/{p}/challenge-drafts")
            .WithTags("Scrutiny");
        drafts
            .MapGet(string.Empty, ListAsync)
            .WithSummary("The drafts that the caller has a key for: when they were saved, no more.")
            .Produces<IReadOnlyList<DraftLine>>();
        drafts
            .MapPost(string.Empty, BeginAsync)
            .WithSummary("Keeps a new draft, encrypted under the caller’s passphrase.")
            .Produces<DraftSaved>(StatusCodes.Status201Created);
        drafts
            .MapPost("/handover", HandOverAsync)
            .WithSummary("A key of the caller’s space for a successor, or another passphrase.")
            .Produces<DraftSaved>();
        RouteGroupBuilder draft = api.MapGroup("/partnerships/{p}/challenge-drafts/{id}")
            .WithTags("Scrutiny");
        draft
            .MapPut(string.Empty, SaveAsync)
            .WithSummary("Keeps the draft’s new text.")
            .Produces<DraftSaved>();
        draft
            .MapPost("/opening", OpenAsync)
            .WithSummary("What the draft says, by the passphrase.")
            .Produces<OpenedDraft>();
        draft
            .MapPost("/erasure", EraseAsync)
            .WithSummary("Erases the draft.")
            .Produces<DraftSaved>();
    }

    private static async Task<IResult> ListAsync(string p, Caller caller, KeepDrafts drafts) =>
        (await drafts.ListAsync(caller, p)).ToOk();

    private static async Task<IResult> BeginAsync(
        string p,
        ChallengeDraftBody body,
        Caller caller,
        KeepDrafts drafts,
        CancellationToken cancellation
    ) =>
        (await drafts.SaveAsync(caller, p, draftId: null, body, cancellation)).ToCreated(draft =>
            $"/api/partnerships/{p}/challenge-drafts/{draft.Id}"
        );

    private static async Task<IResult> SaveAsync(
        string p,
        string id,
        ChallengeDraftBody body,
        Caller caller,
        KeepDrafts drafts,
        CancellationToken cancellation
    ) => (await drafts.SaveAsync(caller, p, id, body, cancellation)).ToOk();

    private static async Task<IResult> OpenAsync(
        string p,
        string id,
        DraftPassphraseBody body,
        Caller caller,
        KeepDrafts drafts
    ) => (await drafts.ReadAsync(caller, p, id, body)).ToOk();

    private static async Task<IResult> EraseAsync(
        string p,
        string id,
        Caller caller,
        KeepDrafts drafts,
        CancellationToken cancellation
    ) => (await drafts.EraseAsync(caller, p, id, cancellation)).ToOk();

    private static async Task<IResult> HandOverAsync(
        string p,
        DraftHandoverBody body,
        Caller caller,
        KeepDrafts drafts,
        CancellationToken cancellation
    ) => (await drafts.HandOverAsync(caller, p, body, cancellation)).ToOk();
}
