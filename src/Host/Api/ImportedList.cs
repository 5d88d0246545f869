using System.Text;
using Governance.Contracts;
using Governance.Modules.Transfer;
using Governance.Modules.Transfer.Import;

namespace Governance.Host.Api;

/// <summary>A list that came in one request, answered as a whole: each line, and the report as a file.</summary>
internal sealed record ImportedList(ImportAnswer Answer, string Report)
{
    public static async Task<Result<ImportedList>> BringInAsync(
        ImportList imports,
        ImportRequest asked,
        Stream file,
        DateTime now,
        CancellationToken cancellation
    )
    {
        List<ImportedLine> lines = [];
        StringBuilder report = new();
        Result<ImportSummary> came = await imports.RunAsync(
            asked,
            file,
            now,
            (header, row, line) =>
            {
                if (lines.Count == 0)
                {
                    report.Append(ImportReport.Head(header));
                }

                lines.Add(line);
                report.Append(ImportReport.LineOf(header, row, line));
                return Task.CompletedTask;
            },
            stop: cancellation
        );
        return came.Then(summary => new ImportedList(
            new ImportAnswer(
                asked.Kind!,
                asked.IsDryRun,
                summary.Rows,
                summary.BroughtIn,
                summary.Proposed,
                summary.There,
                summary.Refused,
                lines
            ),
            report.ToString()
        ));
    }

    public byte[] ReportFile => CsvText.BytesOf(Report);
}
