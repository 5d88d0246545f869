using Governance.Contracts;
using Governance.Modules.Transfer;
using Governance.Modules.Transfer.Import;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Lists of what was kept elsewhere, each line an act of the caller.</summary>
internal static class ImportsApi
{
    public static void MapImports(this RouteGroupBuilder api) =>
        api.MapPost("/partnerships/{p}/imports", BringInAsync)
            .WithTags("Imports")
            .WithSummary(
                "Brings a list in (CSV), or says what would become of each line; up to 2,000 lines."
            )
            .WithMetadata(
                new RequestSizeLimitAttribute(TransferLimits.MostBytesOfARequest),
                new RequestFormLimitsAttribute
                {
                    MultipartBodyLengthLimit = TransferLimits.MostBytesOfARequest,
                }
            )
            // A token is sent by its holder on purpose; there is no cookie that another site could ride on.
            .DisableAntiforgery()
            .Produces<ImportAnswer>();

    /// <summary>A list that comes twice does nothing twice, with or without a key.</summary>
    private static async Task<IResult> BringInAsync(
        string p,
        IFormFile file,
        [FromForm] string? kind,
        [FromForm] bool? dryRun,
        Caller caller,
        Reading reading,
        ImportList imports,
        CancellationToken cancellation
    )
    {
        await using Stream list = file.OpenReadStream();
        return (
            await ImportedList.BringInAsync(
                imports,
                new ImportRequest(
                    kind,
                    p,
                    caller,
                    dryRun ?? false,
                    TransferLimits.MostRowsOfARequest
                ),
                list,
                reading.Now,
                cancellation
            )
        )
            .Then(came => came.Answer)
            .ToOk();
    }
}
