using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Transfer.Export;

namespace Governance.Host.Commands;

/// <summary>
/// <c>export FOLDER-OR-ARCHIVE [--partnership P]</c>: everything, or everything of one partnership, as files that need no product, while
/// the hosts work on.
/// </summary>
internal static class ExportCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        string target = asked.Operands[0];
        string? partnership = asked.Services.GetRequiredService<IConfiguration>()["partnership"];
        using Interruption stop = new();
        try
        {
            Result<ExportSummary> written = await asked
                .Services.GetRequiredService<WriteExport>()
                .RunAsync(target, partnership, asked.Progress, stop.Token);
            if (written.IsRefused)
            {
                throw new CannotStartException($"There is no partnership {partnership}.");
            }

            asked.Out.WriteLine(
                $"Written: {target}, {written.Value.Files} files, {written.Value.Bytes:N0} bytes."
            );
            asked.Out.WriteLine($"To check it: verify {target}");
            return CommandLine.Done;
        }
        catch (Exception cannot) when (cannot is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException($"It cannot be written: {cannot.Message}");
        }
        catch (OperationCanceledException)
        {
            throw new CannotStartException("Stopped; nothing was left behind.");
        }
    }
}
