using Governance.Engine.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>Each new partnership gets the framework's definition of a policy's life; from then on it is the partnership's own.</summary>
public sealed class InstallPolicyFramework(DefinitionBook definitions) : IOnPartnershipEstablished
{
    private const string File = "policy.json";

    public Task HandleAsync(Act act, Partnership partnership) =>
        partnership.IsInstallation ? Task.CompletedTask : definitions.InstallAsync(act, File);

    internal static string ReadDefinition() => DefinitionBook.ReadInstalled(File);
}
