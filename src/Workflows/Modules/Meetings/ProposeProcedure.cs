using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// The secretary or the chair asks a body to decide between its meetings. Text, papers and who is asked are fixed now; what follows
/// is the workflow's matter, which in the framework as installed asks in the same act.
/// </summary>
public sealed class ProposeProcedure(
    Acts acts,
    WorkflowRunner workflows,
    InstallProcedureFramework framework
)
{
    public Task<Result<ProcedureAnswer>> HandleAsync(
        ActCaller caller,
        string bodyId,
        ProposeProcedureBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<ProcedureAnswer>
            {
                Name = "written-procedure.propose",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => BodyLocation.HeldAsync(act, bodyId),
                Decide = act => DecideAsync(act, bodyId, body),
            },
            cancellation
        );

    private async Task<Result<ProcedureAnswer>> DecideAsync(
        Act act,
        string bodyId,
        ProposeProcedureBody given
    )
    {
        MeetingBody body = (await act.Db.Set<MeetingBody>().FindAsync(bodyId))!;
        BodyMembership membership = await BodyRoll.OfAsync(act.Db, body, act.Now);
        IReadOnlyList<BodyPlace> asked = QuorumCount.PlacesOf(
            body.Quorum,
            membership.Places,
            await BodyRoll.AgenciesAsync(act.Db, act.PartnershipId)
        );
        Result<NewProcedure> wanted = NewProcedure.Check(given);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, membership)
            ?? wanted.Refusal
            ?? (body.IsDissolved ? MeetingsRefusals.Dissolved : null)
            ?? (asked.Count == 0 ? MeetingsRefusals.ProcedureAsksNobody : null);
        if (refusal is not null)
        {
            return refusal;
        }

        WrittenProcedure procedure = New(act, body, wanted.Value, asked);
        act.Db.Add(procedure);
        PaperStore papers = await PaperStore.OfAsync(act, procedure.Id);
        foreach (PaperFile file in wanted.Value.Papers)
        {
            if (await papers.AddAsync(null, file) is { } tooMany)
            {
                return tooMany;
            }
        }

        papers.Circulate();
        act.Subject = procedure.Subject;
        act.Payload = new
        {
            body = bodyId,
            procedure.Title,
            procedure.Text,
            procedure.WorkingDays,
            procedure.Rule,
            asked = asked.Select(place => place.Key),
            papers = wanted.Value.Papers.Select(file => new { file.Name, file.Hash }),
        };
        await act.Db.SaveChangesAsync();
        await framework.EnsureAsync(act);
        Result<string> started = await workflows.StartAsync(
            act,
            new StartWorkflow(
                MeetingsWords.ProcedureDefinition,
                MeetingsWords.Procedure,
                procedure.Id
            )
        );
        if (started.IsRefused)
        {
            return started.Refusal;
        }

        procedure.InstanceId = started.Value;
        await act.Db.SaveChangesAsync();
        return await ProcedureBook.AnswerAsync(act.Db, procedure, act.Kept<Standing>()!, act.Now);
    }

    private static WrittenProcedure New(
        Act act,
        MeetingBody body,
        NewProcedure wanted,
        IReadOnlyList<BodyPlace> asked
    )
    {
        string id = act.NewId();
        return new WrittenProcedure
        {
            Id = id,
            PartnershipId = act.PartnershipId,
            BodyId = body.Id,
            Title = wanted.Title,
            Text = wanted.Text,
            WorkingDays = wanted.WorkingDays,
            Rule =
                $"Every place of the body's rule has to agree within the limit: {string.Join(", ", asked.Select(place => place.Name))}. {QuorumCount.RuleInWords(body.Quorum, asked)}",
            State = ProcedureStates.Requested,
            ProposedAt = act.Now,
            ProposedBy = act.Caller.PersonId,
            Places =
            [
                .. asked.Select(place => new ProcedurePlace
                {
                    ProcedureId = id,
                    Place = place.Key,
                    Name = place.Name,
                }),
            ],
        };
    }
}

/// <summary>A proposal as it can be kept.</summary>
internal sealed record NewProcedure(
    string Title,
    string Text,
    int WorkingDays,
    IReadOnlyList<PaperFile> Papers
)
{
    public static Result<NewProcedure> Check(ProposeProcedureBody given)
    {
        FieldErrors errors = new();
        string title = errors.Needed(given.Title, "title", WrittenProcedure.MostTitle);
        string text = errors.Needed(given.Text, "text", Decision.MostText);
        errors.When(
            given.WorkingDays is not (>= 1 and <= ProcedureRules.MostWorkingDays),
            "workingDays",
            $"Give 1 to {ProcedureRules.MostWorkingDays} working days."
        );
        List<PaperFile> papers = [];
        foreach (PaperBody? paper in given.Papers ?? [])
        {
            Result<PaperFile> file = InlinePaper.Read(paper, "papers");
            errors.When(file.IsRefused, "papers", file.Refusal?.Errors!.Values.First()[0] ?? "");
            if (!file.IsRefused)
            {
                papers.Add(file.Value);
            }
        }

        return errors.AsRefusal() is { } refusal
            ? refusal
            : new NewProcedure(title, text, given.WorkingDays!.Value, papers);
    }
}
