using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Activities;

namespace Governance.Engine.Definitions.Editing;

/// <summary>
/// Changes the text of a definition, purely: the same text and the same edits give the same text. Whatever the edits do not name is kept
/// as it was written. What comes of a text that can be drawn can be drawn; whether it can be published is for the linter.
/// </summary>
public sealed class DefinitionEditor(ActivityRegistry registry)
{
    /// <summary>Makes the edits one after the other; where one cannot be made, none is, and the refusal's errors name the field.</summary>
    public Result<EditedDefinition> Apply(string json, params IReadOnlyList<DefinitionEdit> edits)
    {
        WorkflowDocument? document = WorkflowDocument.Parse(json, out DefinitionFinding? malformed);
        if (document is null)
        {
            return EngineRefusals.DefinitionCannotBeSaved([malformed!]);
        }

        string? added = null;
        foreach (DefinitionEdit edit in edits)
        {
            Refusal? refusal = edit switch
            {
                DefinitionEdit.AddStep add => StepEdits.Add(document, registry, add, ref added),
                DefinitionEdit.Rename rename => StepEdits.Rename(document, registry, rename),
                DefinitionEdit.Give give => InputEdits.Give(document, registry, give),
                DefinitionEdit.Connect connect => ArrowEdits.Connect(document, registry, connect),
                DefinitionEdit.Disconnect cut => ArrowEdits.Disconnect(document, registry, cut),
                DefinitionEdit.RemoveStep remove => StepEdits.Remove(document, registry, remove),
                DefinitionEdit.Describe describe => DeclarationEdits.Describe(document, describe),
                DefinitionEdit.Declare declare => DeclarationEdits.Declare(document, declare),
                _ => throw new InvalidOperationException("There is no such edit."),
            };
            if (refusal is not null)
            {
                return refusal;
            }
        }

        return new EditedDefinition(document.ToJson(), added);
    }

    /// <summary>
    /// The same text as another definition, to be saved as a new one: without the id, the version and the state that only the first one
    /// has.
    /// </summary>
    public static Result<string> Copy(string json, string name)
    {
        WorkflowDocument? document = WorkflowDocument.Parse(json, out DefinitionFinding? malformed);
        if (document is null)
        {
            return EngineRefusals.DefinitionCannotBeSaved([malformed!]);
        }

        if (
            DeclarationEdits.Describe(
                document,
                new DefinitionEdit.Describe(name, document.Description)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        foreach (
            string property in (string[])
                ["id", "definitionId", "version", "isLatest", "isPublished", "createdAt"]
        )
        {
            document.Json.Remove(property);
        }

        return document.ToJson();
    }
}
