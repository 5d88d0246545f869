using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine;
using Governance.Engine.Definitions.Editing;
using Governance.Engine.PlainWords;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>
/// A form that changes the text of a definition. It is made to the text that the form started from and saved whole; when somebody has
/// saved another meanwhile, what they changed is shown, what was entered stays, and nothing is written until it is sent again.
/// </summary>
internal abstract class EditPage(SaveDefinition save) : DefinitionPage
{
    /// <summary>The text that the form started from, packed.</summary>
    [BindProperty]
    public string? Read { get; set; }

    /// <summary>What somebody else has changed since the form was opened; null while nobody has.</summary>
    public IReadOnlyList<string>? Meanwhile { get; private set; }

    /// <summary>The definition as the form shows it.</summary>
    public DefinitionOutline Outline { get; private set; } = null!;

    /// <summary>The text that the form starts from.</summary>
    protected string Text { get; private set; } = "";

    protected DefinitionEditor Editor =>
        HttpContext.RequestServices.GetRequiredService<DefinitionEditor>();

    protected StepInputs Inputs => HttpContext.RequestServices.GetRequiredService<StepInputs>();

    /// <summary>
    /// Null when the viewer may write. The form then shows the latest text; or after it was sent the one that it started from, unless
    /// another has to be seen first.
    /// </summary>
    protected async Task<IActionResult?> BeginAsync(string p, string d)
    {
        await using GovernanceDb db = Reading.Open();
        if (await LoadAsync(db, p, d, writes: true) is { } no)
        {
            return no;
        }

        string latest = await TextAsync(db);
        string? started = ReadText.Unpack(Read);
        if (started is not null && Meanwhile is null)
        {
            Text = started;
        }
        else
        {
            Text = latest;
        }

        if (Reader.Read(Text).Outline is not { } outline)
        {
            return Refuse(Unreadable);
        }

        Outline = outline;
        Read = ReadText.Pack(Text);
        // The form carries what is set here, not what was sent.
        ModelState.Remove(nameof(Read));
        return null;
    }

    /// <summary>
    /// Saves what the edits make of the text that the form started from. <paramref name="done"/> says where it leads;
    /// <paramref name="again"/> shows the form once more.
    /// </summary>
    protected async Task<IActionResult> SaveAsync(
        Result<EditedDefinition> edited,
        string told,
        Func<EditedDefinition, string> done,
        Func<Task<IActionResult>> again
    )
    {
        if (edited.IsRefused)
        {
            return await AnswerAsync(edited, _ => Page(), again);
        }

        Result<DefinitionSaved> saved = await save.HandleAsync(
            Caller,
            Partnership!,
            new DefinitionToSave(Definition.Id, edited.Value.Json, SeenText: Text),
            HttpContext.RequestAborted
        );
        if (saved.Refusal?.Code == EngineRefusals.Overtaken)
        {
            await SeeAsync();
        }

        return await AnswerAsync(
            saved,
            _ =>
            {
                Tell(told);
                return LocalRedirect(done(edited.Value));
            },
            again
        );
    }

    /// <summary>The edits, made to the text that the form started from.</summary>
    protected Result<EditedDefinition> Apply(params IReadOnlyList<DefinitionEdit> edits) =>
        Editor.Apply(Text, edits);

    /// <summary>A place on the definition's page.</summary>
    protected string Place(string? step) =>
        step is null ? At : $"{At}#{OutlinedStep.AnchorOf(step)}";

    private async Task SeeAsync()
    {
        await using GovernanceDb db = Reading.Open();
        await LoadAsync(db, Partnership!, Definition.Id, writes: true);
        Meanwhile = Reader.Differences(Text, await TextAsync(db));
    }

    private static Refusal Unreadable { get; } =
        new(
            "page.definition-unreadable",
            "This version of the product cannot read the workflow's text, so that it cannot be changed step by step.",
            RefusalKind.Conflict
        );
}
