using System.Text.Json;
using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Partnerships;

namespace Governance.Host.Commands;

/// <summary><c>establish FILE</c>: sets up a partnership with its people, in one act.</summary>
internal static class EstablishCommand
{
    public static async Task<int> RunAsync(Invocation asked)
    {
        string file = asked.Operands[0];
        NewPartnership partnership;
        try
        {
            partnership =
                JsonSerializer.Deserialize<NewPartnership>(
                    await File.ReadAllTextAsync(file),
                    JsonSerializerOptions.Web
                ) ?? throw new JsonException("The file is empty.");
        }
        catch (Exception unreadable) when (unreadable is IOException or JsonException)
        {
            throw new CannotStartException($"{file} cannot be read: {unreadable.Message}");
        }

        Result<PartnershipLine> established = await asked
            .Services.GetRequiredService<EstablishPartnership>()
            .HandleAsync(partnership);
        asked.Out.WriteLine(
            established.Refusal is { } refusal
                ? $"Refused, {refusal.Code}: {refusal.Message}"
                : $"Established {established.Value.Id}."
        );
        return established.IsRefused ? CommandLine.Disagrees : CommandLine.Done;
    }
}
