using Governance.Contracts;
using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>Each new partnership gets the framework's definition of a policy's life; from then on it is the partnership's own.</summary>
public sealed class InstallPolicyFramework(DefinitionBook definitions) : IOnPartnershipEstablished
{
    public async Task HandleAsync(Act act, Partnership partnership)
    {
        if (partnership.IsInstallation)
        {
            return;
        }

        Result<WorkflowDefinitionVersion> published = await definitions.PublishAsync(
            act,
            ReadDefinition()
        );
        if (published.IsRefused)
        {
            throw new InvalidOperationException(
                $"The framework's policy definition cannot run: {published.Refusal.Message}"
            );
        }
    }

    internal static string ReadDefinition()
    {
        using Stream stream = typeof(InstallPolicyFramework).Assembly.GetManifestResourceStream(
            "Framework/policy.json"
        )!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd();
    }
}
