using Governance.Engine.PlainWords;
using Governance.Modules.Definitions;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Definitions;

/// <summary>Proposes the latest version's publication, after showing what stands against it and what it changes.</summary>
internal sealed class ProposeModel(ProposePublication propose) : SteerPage
{
    public ReadDefinition Text { get; private set; } = null!;

    /// <summary>From what is published now; null where nothing is.</summary>
    public IReadOnlyList<string>? Differences { get; private set; }

    /// <summary>The latest; null where none is kept.</summary>
    public DefinitionRehearsed? Rehearsal { get; private set; }

    public Task<IActionResult> OnGetAsync(string p, string d) =>
        AskAsync(
            p,
            d,
            further: async db =>
            {
                string text = await TextAsync(db);
                Text = Reader.Read(text);
                Rehearsal = (
                    await RehearseDefinition.ListAsync(db, p, d, take: 1)
                ).SingleOrDefault();
                if (Definition.Published is { } published)
                {
                    Differences = Reader.Differences(
                        (await DefinitionOverview.TextAsync(db, p, published.Id))!,
                        text
                    );
                }
            }
        );

    public async Task<IActionResult> OnPostAsync(string p, string d) =>
        await DoneAsync(
            MissingReason is { } missing
                ? missing
                : await propose.PublishAsync(Caller, p, d, Reason, HttpContext.RequestAborted),
            p,
            "Its publication is proposed. A second person is asked to agree.",
            () => OnGetAsync(p, d)
        );
}
