using Governance.Contracts;
using Governance.Storage;

namespace Governance.Engine.Definitions;

/// <content>Definitions that come with the product: how a module installs its own.</content>
public sealed partial class DefinitionBook
{
    /// <summary>The text of a definition that the product brings along, by the name of its file.</summary>
    public static string ReadInstalled(string file)
    {
        using Stream stream = typeof(DefinitionBook).Assembly.GetManifestResourceStream(
            "Framework/" + file
        )!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }

    /// <summary>Publishes it in the act's partnership. The partnership's row is locked. Throws when it cannot run: a bug.</summary>
    public async Task InstallAsync(Act act, string file)
    {
        Result<WorkflowDefinitionVersion> published = await PublishAsync(act, ReadInstalled(file));
        if (published.IsRefused)
        {
            throw new InvalidOperationException(
                $"The installed definition {file} cannot run: {published.Refusal.Message}"
            );
        }
    }

    /// <summary>
    /// The same for a partnership that was there before it. Nothing is done where it ever had one, published or not: taking it back is
    /// its own choice.
    /// </summary>
    public async Task EnsureInstalledAsync(Act act, string definitionId, string file)
    {
        if (await FindLatestAsync(act.Db, act.PartnershipId, definitionId) is null)
        {
            await InstallAsync(act, file);
        }
    }
}
