using Governance.Contracts;
using Governance.Host.Api;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.Transfer;
using Governance.Modules.Transfer.Import;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Transfer;

/// <summary>
/// The business unit brings a list in: choose the file, see what would become of each line, bring it in. Nothing is kept between the steps:
/// the list rides along in the form, and is judged anew each time.
/// </summary>
[RequestSizeLimit(Limit)]
[RequestFormLimits(MultipartBodyLengthLimit = Limit, ValueLengthLimit = Limit)]
internal sealed class BringInModel(ImportList imports) : GovernancePage
{
    /// <summary>A list, which rides along in base64, and the form around it.</summary>
    private const int Limit = TransferLimits.MostBytesOfARequest * 4 / 3 + 64 * 1024;

    /// <summary>What is wrong comes first, and a page has an end; the report has every line.</summary>
    private const int MostShown = 200;

    [BindProperty]
    public string? Kind { get; set; }

    [BindProperty]
    public new IFormFile? File { get; set; }

    /// <summary>The list in base64, once it was chosen.</summary>
    [BindProperty]
    public string? List { get; set; }

    public ImportAnswer? Came { get; private set; }

    public IEnumerable<ImportedLine> Wrong => Lines(isWrong: true);

    public IEnumerable<ImportedLine> Right => Lines(isWrong: false);

    public bool ShowsAll => Came!.Refused <= MostShown && Came.Rows - Came.Refused <= MostShown;

    public static IReadOnlyList<Choice> Kinds { get; } =
    [.. ImportKinds.All.Select(kind => new Choice(kind, Words.ListKind(kind)))];

    public IReadOnlyList<ListColumn> ColumnsOf(string kind) => imports.Find(kind)!.Columns;

    public IActionResult OnGet(string p)
    {
        Partnership = p;
        return RefuseUnless(p, PartnershipsPermissions.BringIn) ?? Page();
    }

    /// <summary>Says what would become of each line.</summary>
    public Task<IActionResult> OnPostAsync(string p) => RunAsync(p, isDryRun: true);

    /// <summary>
    /// Brings it in and shows what came of each line. The answer is the page itself and leads nowhere: what is sent once more finds every
    /// line there already.
    /// </summary>
    public Task<IActionResult> OnPostBringInAsync(string p) => RunAsync(p, isDryRun: false);

    public async Task<IActionResult> OnPostReportAsync(string p)
    {
        Partnership = p;
        return await RunAsync(p, isDryRun: true, asFile: true);
    }

    private async Task<IActionResult> RunAsync(string p, bool isDryRun, bool asFile = false)
    {
        Partnership = p;
        if (RefuseUnless(p, PartnershipsPermissions.BringIn) is { } no)
        {
            return no;
        }

        if (await ListAsync() is not { } list)
        {
            return await AgainAsync(() => Task.FromResult(OnGet(p)));
        }

        Result<ImportedList> came = await ImportedList.BringInAsync(
            imports,
            new ImportRequest(Kind, p, Caller, isDryRun, TransferLimits.MostRowsOfARequest),
            new MemoryStream(list),
            Reading.Now,
            HttpContext.RequestAborted
        );
        if (came.IsRefused)
        {
            List = null;
        }

        return await AnswerAsync(
            came,
            done =>
            {
                Came = done.Answer;
                List = Convert.ToBase64String(list);
                ModelState.Clear();
                return asFile
                    ? base.File(done.ReportFile, CsvText.ContentType, $"{Kind}-report.csv")
                    : Page();
            },
            () => Task.FromResult(OnGet(p))
        );
    }

    /// <summary>What was chosen now, or what rides along; null when there is neither, which is noted.</summary>
    private async Task<byte[]?> ListAsync()
    {
        if (!ImportKinds.All.Contains(Kind))
        {
            ModelState.AddModelError(nameof(Kind), "Choose what the list is of.");
        }

        byte[] buffer = new byte[(List?.Length ?? 0) * 3 / 4 + 3];
        byte[]? list =
            File is not null ? await Uploads.BytesOfAsync(File, HttpContext.RequestAborted)
            : !string.IsNullOrEmpty(List)
            && Convert.TryFromBase64String(List, buffer, out int length)
                ? buffer[..length]
            : null;
        if (list is null)
        {
            ModelState.AddModelError(nameof(File), "Choose a file.");
        }
        else if (list.Length > TransferLimits.MostBytesOfARequest)
        {
            ModelState.AddModelError(nameof(File), "Choose a file of 4 MB at most.");
        }

        return ModelState.IsValid ? list : null;
    }

    private IEnumerable<ImportedLine> Lines(bool isWrong) =>
        Came!.Lines.Where(line => line.Result == ImportResults.Refused == isWrong).Take(MostShown);
}
