using System.Globalization;
using System.Text;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Meetings;
using Governance.Modules.Transfer;
using Governance.Storage;

namespace Governance.Host.Api;

/// <summary>
/// The registers of decisions and actions as files for a spreadsheet, with columns chosen for people. Every other list is one too
/// (<see cref="ListFiles"/>).
/// </summary>
internal static class RegisterCsv
{
    private const int AtATime = 200;
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    public static Task<Result<string>> OfDecisionsAsync(
        Reading reading,
        string partnership,
        string personId,
        DecisionFilter filter
    ) =>
        WriteAsync(
            reading,
            [
                "Number",
                "Body",
                "Outcome",
                "Decision",
                "Decided",
                "Hash",
                "Id",
                "Supersedes",
                "Superseded by",
            ],
            (db, after) =>
                DecisionBook.ListAsync(
                    db,
                    partnership,
                    personId,
                    reading.Now,
                    filter,
                    after,
                    AtATime
                ),
            line =>
                [
                    line.Number.ToString(English),
                    line.BodyName,
                    line.Outcome,
                    line.Text,
                    Moment(line.Decided),
                    line.Hash,
                    line.Id,
                    line.Supersedes ?? "",
                    line.SupersededBy ?? "",
                ]
        );

    public static Task<Result<string>> OfActionsAsync(
        Reading reading,
        string partnership,
        string personId,
        ActionFilter filter
    ) =>
        WriteAsync(
            reading,
            ["Number", "Action", "Owner", "Due", "State", "Overdue", "Id", "Decision"],
            (db, after) =>
                ActionListing.ListAsync(
                    db,
                    partnership,
                    personId,
                    reading.Now,
                    filter,
                    after,
                    AtATime
                ),
            line =>
                [
                    line.Number.ToString(English),
                    line.Text,
                    line.OwnerName,
                    London.DateOf(line.Due).ToString("yyyy-MM-dd", English),
                    line.State,
                    line.Overdue ? "yes" : "no",
                    line.Id,
                    line.Decision ?? "",
                ]
        );

    public static Func<string, IResult> Download(string name) =>
        csv => TypedResults.File(CsvText.BytesOf(csv), CsvText.ContentType, name);

    private static async Task<Result<string>> WriteAsync<T>(
        Reading reading,
        string[] head,
        Func<GovernanceDb, string?, Task<Result<Page<T>>>> next,
        Func<T, string[]> cells
    )
    {
        StringBuilder csv = new(CsvText.Line(head));
        await using GovernanceDb db = reading.Open();
        string? after = null;
        do
        {
            Result<Page<T>> page = await next(db, after);
            if (page.IsRefused)
            {
                return page.Refusal;
            }

            foreach (T item in page.Value.Items)
            {
                csv.Append(CsvText.Line(cells(item)));
            }

            after = page.Value.Next;
        } while (after is not null);

        return csv.ToString();
    }

    private static string Moment(DateTime utc) => utc.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", English);
}
