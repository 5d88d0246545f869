using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Modules.Policies.Activities;

/// <summary>The text is with its authors until sign-off is asked for.</summary>
public sealed class DraftStep : Activity
{
    public const string TypeName = "Governance.DraftPolicy";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "Governance/Policies",
            DisplayName = "Draft the policy",
            Description = "Leaves the text with its authors until sign-off is asked for.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "State",
                    DisplayName = "State",
                    Description = "Where the text stands meanwhile: draft or revision.",
                    DefaultValue = PolicyStates.Draft,
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        string state = context.RequiredText("State");
        return PolicyStates.OfDrafts.Contains(state)
            ? ActivityResult
                .Keep()
                .Effect(PoliciesWords.SetState, new JsonObject { ["state"] = state })
                .Wait(PoliciesWords.SignOffRequested, context.SubjectId)
            : ActivityResult.Fault(
                $"A draft's state is one of {string.Join(", ", PolicyStates.OfDrafts)}, not {state}."
            );
    }

    public override ActivityResult Resume(ActivityContext context, Stimulus stimulus) =>
        ActivityResult.Complete();
}
