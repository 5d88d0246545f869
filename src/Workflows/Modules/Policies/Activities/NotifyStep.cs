using System.Text.Json.Nodes;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;
using Governance.Engine.Definitions;
using Governance.Engine.PlainWords;

namespace Governance.Modules.Policies.Activities;

/// <summary>Tells people something, in the product and by e-mail. Write no names, reasons or case matters into it.</summary>
public sealed class NotifyStep : Activity
{
    public const string TypeName = "Governance.Notify";

    public override ActivityDescriptor Descriptor { get; } =
        new()
        {
            TypeName = TypeName,
            Category = "People",
            DisplayName = "Notify",
            Description = "Tells people something, in the product and by e-mail.",
            Inputs =
            [
                new InputDescriptor
                {
                    Name = "To",
                    DisplayName = "To",
                    Description = "Who is told.",
                    TypeName = "System.String[]",
                    UiHint = Choices.SeveralHint,
                    UiSpecifications = Choices.Several([
                        .. NotifyAboutPolicy.Named.Select(name =>
                            (name, NotifyAboutPolicy.InWords(name))
                        ),
                    ]),
                    DefaultSyntax = "Object",
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "Title",
                    DisplayName = "Title",
                    Description = "What the notice says first; the same for everybody.",
                    IsWrapped = false,
                },
                new InputDescriptor
                {
                    Name = "Text",
                    DisplayName = "Text",
                    Description = "The rest of the notice. No personal data.",
                    UiHint = "multiline",
                    IsWrapped = false,
                },
            ],
        };

    public override ActivityResult Start(ActivityContext context)
    {
        JsonArray to = [];
        foreach (
            string name in context
                .Texts("To")
                .SelectMany(text =>
                    text.Split(
                        ',',
                        StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
                    )
                )
        )
        {
            if (!NotifyAboutPolicy.Recipients(name).Any())
            {
                return ActivityResult.Fault($"Nobody can be told under the name {name}.");
            }

            to.Add(name);
        }

        return ActivityResult
            .Keep()
            .Effect(
                PoliciesWords.Notify,
                new JsonObject
                {
                    ["to"] = to,
                    ["title"] = context.RequiredText("Title"),
                    ["text"] = context.RequiredText("Text"),
                }
            );
    }

    public override string Sentence(PlannedActivity planned)
    {
        string[] to = PlainInput.Parts(planned, "To");
        return $"Tells {PlainInput.List([.. to.Select(NotifyAboutPolicy.InWords)])}: ‘{PlainInput.Of(planned, "Title")}’.";
    }

    public override ActivityResult Answer(ActivityContext context, EffectAnswer answer) =>
        ActivityResult.Complete();
}
