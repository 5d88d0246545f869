using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Modules.Definitions.Activities;
using Governance.Modules.Notices;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Modules.Definitions;

/// <summary>
/// The workflow publishes the version that was signed. Whatever it says, three signatures on exactly that text are needed, and the hash
/// is computed anew from storage first (DOMAIN B9.5, B3.2).
/// </summary>
public sealed class PublishSignedDefinition(DefinitionBook definitions, EndRound rounds)
    : IEffectHandler
{
    public string Kind => DefinitionsWords.Publish;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        FrameworkChange? change = await act.LockAsync<FrameworkChange>(context.Subject.Id);
        SignOffRound? round = await RoundStore.FindOpenAsync(
            act.Db,
            DefinitionsWords.Change,
            context.Subject.Id
        );
        if (change is not { IsOpen: true } || round is not { IsSignedByAll: true })
        {
            return round is { IsHandedOver: true }
                ? Outcome(PublishDefinitionStep.NotSigned)
                : DefinitionsRefusals.ThreeSeats;
        }

        WorkflowDefinitionVersion? stored = await FrameworkChangeTexts.VersionAsync(act.Db, change);
        if (stored is null || DefinitionBook.HashOf(stored.Json) != round.Hash)
        {
            round.RaiseIntegrityAlarm(act.Now);
            act.AlsoRecord(
                "definition.integrity-alarm",
                new SubjectRef(DefinitionPlace.Subject, change.DefinitionId, round.Hash),
                new { round = round.Id, signed = round.Hash }
            );
            await rounds.LapseAsync(
                act,
                DefinitionsWords.Change,
                change.Id,
                "The stored text is not the text that was signed.",
                "What is stored is not what the seats were asked to sign, so that nothing came into force. It has to be saved and proposed again."
            );
            return Outcome(PublishDefinitionStep.IntegrityAlarm);
        }

        Result<WorkflowDefinitionVersion> published = await definitions.PublishVersionAsync(
            act,
            (await DefinitionBook.FindAsync(act.Db, change.VersionId))!
        );
        if (published.IsRefused)
        {
            return published.Refusal;
        }

        change.End(act.Now, published: true);
        round.MarkPublished(act.Now);
        await TellAsync(act, round, published.Value);
        act.AlsoRecord(
            "definition.published",
            new SubjectRef(DefinitionPlace.Subject, change.DefinitionId, change.Hash),
            new
            {
                version = change.Number,
                versionId = change.VersionId,
                round = round.Id,
                change.ProposedBy,
            }
        );
        return Outcome(PublishDefinitionStep.Published);
    }

    private static Task<int> TellAsync(
        Act act,
        SignOffRound round,
        WorkflowDefinitionVersion version
    ) =>
        NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                "framework-change.published",
                NoticeMessage.News(NoticeMatter.Framework),
                new SubjectRef(SignOffWords.Round, round.Id),
                $"A change of the framework is in force: {version.Name}",
                $"The three seats have signed version {version.Version}. What begins from now on runs it; what runs already stays on its own.",
                Recipient.Leads,
                Recipient.Delegates,
                Recipient.Role(Roles.PartnershipChair),
                Recipient.Role(Roles.Scrutineer),
                Recipient.Role(Roles.BusinessUnit)
            )
        );

    private static JsonObject Outcome(string outcome) => new() { ["outcome"] = outcome };
}
