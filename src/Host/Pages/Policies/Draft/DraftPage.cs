using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Policies;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Policies;

/// <summary>The form in which a text is written, for a new policy and for the next version of one. What was typed is always kept.</summary>
internal abstract class DraftPage : GovernancePage
{
    public const string Save = "save";
    public const string Preview = "preview";
    public const string SaveOver = "saveOver";

    private static readonly char[] BetweenTags = [',', ';', '\n'];

    [BindProperty]
    public string? Class { get; set; }

    [BindProperty]
    public string? Title { get; set; }

    [BindProperty]
    public string? Summary { get; set; }

    [BindProperty]
    public string? Body { get; set; }

    [BindProperty]
    public string? ReviewMonths { get; set; }

    /// <summary>Parted by commas.</summary>
    [BindProperty]
    public string? Tags { get; set; }

    [BindProperty]
    public string? Group { get; set; }

    /// <summary>The accepted comments that the text answers.</summary>
    [BindProperty]
    public string[] BecauseOf { get; set; } = [];

    /// <summary>Comments that were accepted and that no version answers yet.</summary>
    public IReadOnlyList<AnsweredComment> ToWorkIn { get; protected set; } = [];

    public IEnumerable<Choice> CommentChoices =>
        ToWorkIn.Select(comment => new Choice(
            comment.Id,
            $"{comment.BodyName}: {Shortened(comment.Text)}",
            $"{(comment.Decision == "partly" ? "Accepted in part" : "Accepted")}: {Shortened(comment.Reason)}"
        ));

    /// <summary>The button that was pressed.</summary>
    [BindProperty]
    public string? Do { get; set; }

    /// <summary>The rendered text, when it was asked for.</summary>
    public string? Rendered { get; private set; }

    /// <summary>Whoever looks signs for a seat, and would be an author.</summary>
    public bool WouldLoseSignature => Viewer.WouldLoseSignature(Partnership!);

    /// <summary>The groups whose output it can be; empty for those who need to name none.</summary>
    public IReadOnlyList<Choice> GroupChoices { get; protected set; } = [];

    /// <summary>What somebody else saved meanwhile; null as long as nobody has.</summary>
    public DraftConflict? Conflict { get; protected set; }

    public static IEnumerable<Choice> Classes { get; } =
        Choice.Of(DocumentClasses.All, Words.Class);

    /// <summary>A number that is none is for the rule to refuse, with everything else that is wrong.</summary>
    protected int? Months =>
        string.IsNullOrWhiteSpace(ReviewMonths) ? null
        : int.TryParse(
            ReviewMonths.Trim(),
            NumberStyles.None,
            CultureInfo.InvariantCulture,
            out int months
        )
            ? months
        : 0;

    protected IReadOnlyList<string> TagList =>
        (Tags ?? "").Split(
            BetweenTags,
            StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
        );

    /// <summary>The same form with the text as it will look. Nothing is saved.</summary>
    protected async Task<IActionResult> PreviewAsync(Func<Task<IActionResult>> again)
    {
        Rendered = SafeMarkdown.ToHtml(Body ?? "");
        return await again();
    }

    private static string Shortened(string text) => text.Length > 200 ? text[..200] + "…" : text;

    protected static string Joined(IEnumerable<string> tags) => string.Join(", ", tags);
}

/// <summary>What somebody else saved while a draft was being written.</summary>
/// <param name="Tag">Names their version: saving over it says that it was seen.</param>
/// <param name="Changes">From their text to the one in the form.</param>
internal sealed record DraftConflict(
    PolicyVersionAnswer Theirs,
    string Tag,
    IReadOnlyList<TextChange> Changes
);
