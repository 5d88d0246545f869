using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Contracts.Definitions;
using Governance.Engine.Definitions.Editing;
using Governance.Host.Pages.Components;
using Governance.Modules.Definitions;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace Governance.Host.Pages.Definitions;

/// <summary>Begins a definition: empty, or as a copy of another one's latest text.</summary>
internal sealed class NewDefinitionModel(SaveDefinition save) : GovernancePage
{
    [BindProperty]
    public string? Name { get; set; }

    /// <summary>The definition that it begins as a copy of.</summary>
    [BindProperty]
    public string? Copies { get; set; }

    public IReadOnlyList<Choice> Others { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string p, string? copies)
    {
        IActionResult form = await FormAsync(p);
        Copies = copies;
        if (Others.FirstOrDefault(one => one.Value == copies) is { } other)
        {
            Name = $"Copy of {other.Text[6..]}";
        }

        return form;
    }

    public async Task<IActionResult> OnPostAsync(string p)
    {
        IActionResult form = await FormAsync(p);
        if (form is not PageResult)
        {
            return form;
        }

        Result<string> text = await TextAsync(p);
        if (text.Refusal is { } refusal)
        {
            AddErrors(refusal);
            return await AgainAsync(() => FormAsync(p));
        }

        return await AnswerAsync(
            await save.HandleAsync(
                Caller,
                p,
                new DefinitionToSave(null, text.Value),
                HttpContext.RequestAborted
            ),
            (DefinitionSaved done) =>
            {
                Tell("The workflow is begun, as a draft.");
                return LocalRedirect(DefinitionPage.AddressOf(p, done.DefinitionId));
            },
            () => FormAsync(p)
        );
    }

    private async Task<Result<string>> TextAsync(string p)
    {
        await using GovernanceDb db = Reading.Open();
        string? text =
            string.IsNullOrEmpty(Copies) ? Empty
            : await DefinitionOverview.FindAsync(db, p, Copies) is { } other
                ? await DefinitionOverview.TextAsync(db, p, other.Latest.Id)
            : null;
        return text is null
            ? Refusal.Invalid(nameof(Copies), "Choose a workflow of this partnership.")
            : DefinitionEditor.Copy(text, Name ?? "");
    }

    private async Task<IActionResult> FormAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, DefinitionsPermissions.Configure) is { } no)
        {
            return no;
        }

        await using GovernanceDb db = Reading.Open();
        Others =
        [
            .. (await DefinitionOverview.ListAsync(db, p)).Select(one => new Choice(
                one.Id,
                $"As in ‘{one.Name}’"
            )),
        ];
        return Page();
    }

    private static string Empty { get; } =
        new JsonObject
        {
            ["name"] = "",
            ["description"] = "",
            ["variables"] = new JsonArray(),
            ["inputs"] = new JsonArray(),
            ["outputs"] = new JsonArray(),
            ["outcomes"] = new JsonArray(),
            ["customProperties"] = new JsonObject(),
            ["root"] = new JsonObject
            {
                ["id"] = "Flow",
                ["nodeId"] = "Flow",
                ["type"] = "Elsa.Flowchart",
                ["version"] = 1,
                ["customProperties"] = new JsonObject(),
                ["metadata"] = new JsonObject(),
                ["activities"] = new JsonArray(Step("Start", 40), Step("End", 840)),
                ["connections"] = new JsonArray(
                    new JsonObject
                    {
                        ["source"] = new JsonObject { ["activity"] = "Start", ["port"] = "Done" },
                        ["target"] = new JsonObject { ["activity"] = "End", ["port"] = "In" },
                    }
                ),
            },
        }.ToJsonString();

    private static JsonObject Step(string id, int x) =>
        new()
        {
            ["id"] = id,
            ["nodeId"] = "Flow:" + id,
            ["name"] = id,
            ["type"] = "Elsa." + id,
            ["version"] = 1,
            ["customProperties"] = new JsonObject(),
            ["metadata"] = new JsonObject
            {
                ["designer"] = new JsonObject
                {
                    ["position"] = new JsonObject { ["x"] = x, ["y"] = 40 },
                    ["size"] = new JsonObject { ["width"] = 220, ["height"] = 70 },
                },
            },
        };
}
