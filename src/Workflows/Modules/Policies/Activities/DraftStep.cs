using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.Linting;
using Governance.Engine.PlainWords;
using Governance.Modules.SignOff;

namespace Governance.Modules.Policies.Activities;

/// <summary>The text is with its authors until consultation or sign-off is asked for.</summary>
public sealed class DraftStep : Activity
{
    public const string TypeName = "Governance.DraftPolicy";
    public const string ConsultationRequested = "ConsultationRequested";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Policies",
            DisplayName = "Draft the policy",
            Description =
                "Leaves the text with its authors until consultation or sign-off is asked for. Without an arrow from the first there is none.",
            Ports =
            [
                PortDescriptor.Flow(ActivityResult.Done, "Sign-off asked for"),
                PortDescriptor.Flow(ConsultationRequested, "Consultation asked for"),
            ],
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "State",
                    DisplayName = "State",
                    Description = "Where the text stands meanwhile.",
                    UiHint = Choices.UiHint,
                    UiSpecifications = Choices.Of(
                        (PolicyStates.Draft, "Draft"),
                        (PolicyStates.Revision, "Revision")
                    ),
                    DefaultValue = PolicyStates.Draft,
                    IsWrapped = false,
                },
                NoLimit.Because,
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        string state = context.RequiredText("State");
        if (!PolicyStates.OfDrafts.Contains(state))
        {
            return ActivityResult.Fault(
                $"A draft's state is one of {string.Join(", ", PolicyStates.OfDrafts)}, not {state}."
            );
        }

        ActivityResult waiting = ActivityResult
            .Keep()
            .Effect(PoliciesWords.SetState, new JsonObject { ["state"] = state })
            .Wait(PoliciesWords.SignOffRequested, context.SubjectId);
        return LeadsToConsultation(context.Planned)
            ? waiting.Wait(PoliciesWords.ConsultationRequested, context.SubjectId)
            : waiting;
    }

    /// <summary>The authors have the text: what was signed before does not stand for what they hand back.</summary>
    public override StepFacts FactsOf(PlannedActivity planned) =>
        new()
        {
            Awaits = Awaited.Somebody,
            Exits = LeadsToConsultation(planned)
                ? [new StepExit(ActivityResult.Done), new StepExit(ConsultationRequested)]
                : [new StepExit(ActivityResult.Done)],
            Undoes = [SignOffWords.SignedByAll],
        };

    public override string Sentence(PlannedActivity planned) =>
        $"The text is with its authors as a {PlainInput.Of(planned, "State")}, until they ask for sign-off{(LeadsToConsultation(planned) ? " or for a consultation" : "")}.";

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        stimulus.Name == PoliciesWords.ConsultationRequested
            ? ActivityResult.Complete(ConsultationRequested)
            : ActivityResult.Complete();

    /// <summary>A definition from before there were consultations has no way on from one: there it is not awaited.</summary>
    private static bool LeadsToConsultation(PlannedActivity planned) =>
        planned.Parent?.Graph is { } graph
        && graph.Outbound(graph.NumberOf(planned)).Any(edge => edge.Port == ConsultationRequested);
}
