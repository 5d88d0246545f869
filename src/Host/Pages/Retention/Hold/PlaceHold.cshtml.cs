using Governance.Contracts.Retention;
using Governance.Host.Pages.Components;
using Governance.Modules.Retention;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Retention;

/// <summary>Somebody places a legal hold: on what and why, a check, done.</summary>
internal sealed class PlaceHoldModel(PlaceHold place) : GovernancePage
{
    [BindProperty(SupportsGet = true)]
    public string? Scope { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Type { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Id { get; set; }

    [BindProperty]
    public string? Reason { get; set; }

    [BindProperty]
    public string? Reference { get; set; }

    public bool IsChecking { get; private set; }

    public static IReadOnlyList<Choice> Scopes { get; } =
    [
        new(HoldScopes.Subject, "One thing", "With everything that belongs to it now or later"),
        new(HoldScopes.Class, "A whole kind of thing", "What comes later included"),
        new(HoldScopes.Person, "A person’s data", "And whatever they acted on"),
    ];

    public static IReadOnlyList<Choice> Types { get; } =
    [
        .. RetentionWords.Disposable.Select(type => new Choice(
            type,
            Words.Begin(RetentionText.Type(type))
        )),
    ];

    public string OnWhat =>
        Scope switch
        {
            HoldScopes.Class => $"Every {RetentionText.Type(Type!)}, what comes later included",
            HoldScopes.Person => $"The data of the person {Id}",
            _ => $"The {RetentionText.Type(Type!)} {Id}",
        };

    public IActionResult OnGet(string p) => Load(p);

    public async Task<IActionResult> OnPostCheckAsync(string p)
    {
        Need(nameof(Scope), Scope, "Say what is to be held.");
        Need(nameof(Reason), Reason, "Say why.");
        Need(nameof(Reference), Reference, "Say where the matter is kept.");
        if (Scope is HoldScopes.Subject or HoldScopes.Class)
        {
            Need(nameof(Type), Type, "Choose the kind.");
        }

        if (Scope is HoldScopes.Subject or HoldScopes.Person)
        {
            Need(nameof(Id), Id, "Give the reference.");
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult(Load(p)));
        }

        IsChecking = true;
        return Load(p);
    }

    public IActionResult OnPostChange(string p) => Load(p);

    public async Task<IActionResult> OnPostSendAsync(string p) =>
        await AnswerAsync(
            await place.HandleAsync(
                Caller,
                p,
                new PlaceHoldBody(Scope, Type, Id?.Trim(), Reason, Reference)
            ),
            hold =>
            {
                Tell(
                    "The legal hold stands. The seats, the scrutineer and the business unit have been told."
                );
                return LocalRedirect($"/holds/{hold.Id}");
            },
            () => Task.FromResult(Load(p))
        );

    private void Need(string field, string? given, string message)
    {
        if (string.IsNullOrWhiteSpace(given))
        {
            ModelState.AddModelError(field, message);
        }
    }

    private IActionResult Load(string p)
    {
        Partnership = p;
        return RefuseUnless(p, RetentionPermissions.Hold) ?? Page();
    }
}
