using Governance.Contracts;
using Governance.Contracts.Requests;
using Governance.Engine.Instances;
using Governance.Modules.Definitions;
using Governance.Modules.Meetings;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Requests;

/// <summary>The business unit begins something by a workflow of the partnership's own, as it is published now.</summary>
public sealed class StartUndertaking(Acts acts, WorkflowRunner workflows)
{
    public Task<Result<UndertakingStarted>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        StartUndertakingBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<UndertakingStarted>
            {
                Name = "undertaking.start",
                Caller = caller,
                Permission = RequestsPermissions.Start,
                Locate = async act =>
                    partnershipId != Partnership.Installation
                    && await act.HoldAsync<Partnership>(partnershipId)
                        ? new ActPlace(
                            partnershipId,
                            new SubjectRef(RequestsWords.Undertaking, act.NewId())
                        )
                        : null,
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<UndertakingStarted>> DecideAsync(Act act, StartUndertakingBody given)
    {
        FieldErrors errors = new();
        string title = errors.Needed(given.Title, "title", Undertaking.MostTitle);
        errors.When(
            given.Definition is not { Length: > 0 and <= Ids.MaxLength },
            "definition",
            "Say which workflow."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        if (FrameworkDefinitions.Ids.Contains(given.Definition!))
        {
            return RequestsRefusals.FrameworkStartsItself;
        }

        Undertaking undertaking = new()
        {
            Id = act.Subject!.Id,
            PartnershipId = act.PartnershipId,
            Title = title,
            DefinitionId = given.Definition!,
            StartedAt = act.Now,
            StartedBy = act.Caller.PersonId,
        };
        act.Db.Add(undertaking);
        await act.Db.SaveChangesAsync();
        Result<string> started = await workflows.StartAsync(
            act,
            new StartWorkflow(given.Definition!, RequestsWords.Undertaking, undertaking.Id)
        );
        if (started.IsRefused)
        {
            return started.Refusal.Kind == RefusalKind.NotFound
                ? RequestsRefusals.NotForUndertakings
                : started.Refusal;
        }

        act.Payload = new
        {
            title,
            given.Definition,
            instance = started.Value,
        };
        return new UndertakingStarted(undertaking.Id, started.Value);
    }
}
