using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Transfer.Import.Kinds;

/// <summary>Policies that were kept elsewhere. Each becomes a draft here, whatever was approved outside (<see cref="OutsideApproval"/>).</summary>
internal sealed class PolicyList(BringInPolicy bringIn) : IImportKind
{
    public string Name => ImportKinds.Policies;

    public string Act => "policy.bring-in";

    public IReadOnlyList<ListColumn> Columns { get; } =
    [
        new("title", true, "What the policy is called"),
        new("class", true, $"One of {string.Join(", ", DocumentClasses.All)}", "document class"),
        new(
            "owner",
            false,
            "Who looks after it, by e-mail address or name; whoever brings it in when empty"
        ),
        new("summary", false, "What it is about, in a few sentences"),
        new("tags", false, "Words to find it by, with commas between"),
        new("review months", false, "Months from publication to review"),
        new("file", false, "The file of its text in Markdown, beside the list"),
        new("text", false, "Its text in Markdown, where there is no file", "body"),
        new("approved by", false, "Who approved it elsewhere"),
        new("approved on", false, "When"),
        new("evidence", false, "Where that can be looked up", "evidence of approval"),
        new("review on", false, "When its review was due there", "review date"),
    ];

    public string IdentityOf(ListRow row) =>
        $"{ListColumn.Plain(row["class"] ?? "")}\u001f{(row["title"] ?? "").ToLowerInvariant()}";

    /// <summary>A policy of that class with that title which was not withdrawn.</summary>
    public async Task<BroughtIn?> FindAsync(GovernanceDb db, ImportRun run, ListRow row)
    {
        string? documentClass = row.WordOf("class", DocumentClasses.All, new FieldErrors());
        string? title = row["title"];
        string? id = await db.Set<Policy>()
            .Where(policy => policy.PartnershipId == run.PartnershipId && policy.Title == title)
            .Where(policy =>
                policy.Class == documentClass && policy.State != PolicyStates.Withdrawn
            )
            .OrderBy(policy => policy.Id)
            .Select(policy => policy.Id)
            .FirstOrDefaultAsync();
        return id is null ? null : new BroughtIn(id, $"/policies/{id}");
    }

    public async Task<Result<BroughtIn>> BringInAsync(ImportRun run, ActCaller caller, ListRow row)
    {
        FieldErrors errors = new();
        string? text = TextOf(run, row, errors);
        CreatePolicyBody policy = new(
            row.WordOf("class", DocumentClasses.All, errors),
            row["title"],
            row["summary"],
            text,
            row.NumberOf("review months", errors),
            row["tags"]
                ?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
        );
        string? owner = await run.PersonAsync(row, "owner", errors);
        OutsideApprovalBody approved = new(
            row["approved by"],
            row.DayOf("approved on", errors),
            row["evidence"],
            row.DayOf("review on", errors)
        );
        bool isApproved = approved != new OutsideApprovalBody(null, null, null);
        return errors.AsRefusal() is { } wrong
            ? wrong
            : (
                await bringIn.HandleAsync(
                    caller,
                    run.PartnershipId,
                    new BringInPolicyBody(policy, owner, isApproved ? approved : null)
                )
            ).Then(saved => new BroughtIn(saved.Id, $"/policies/{saved.Id}"));
    }

    public string ColumnOf(string field) =>
        field switch
        {
            "body" => "text",
            "reviewMonths" => "review months",
            "approvedBy" => "approved by",
            "approvedOn" => "approved on",
            "reviewOn" => "review on",
            _ => field,
        };

    private static string? TextOf(ImportRun run, ListRow row, FieldErrors errors)
    {
        if (row["file"] is not { } file)
        {
            errors.When(row["text"] is null, "text", "Give the text, or the file that it is in.");
            return row.TextOf("text");
        }

        errors.When(
            row["text"] is not null,
            "file",
            "Give the text or the file that it is in, one of the two."
        );
        if (run.FileBeside is null)
        {
            errors.When(
                true,
                "file",
                "Files beside the list cannot be read here. Put the text in the column text, or let the operator bring the folder in."
            );
            return null;
        }

        Result<string> read = run.FileBeside(file);
        errors.When(read.IsRefused, "file", read.Refusal?.Errors?["file"][0] ?? "");
        return read.IsRefused ? null : read.Value;
    }
}
