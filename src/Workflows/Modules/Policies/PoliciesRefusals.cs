using Governance.Contracts;

namespace Governance.Modules.Policies;

/// <summary>The refusals of this module. Codes never change once published.</summary>
internal static class PoliciesRefusals
{
    public static Refusal AttachmentRefused(string why) =>
        new(
            "policy.attachment-refused",
            why,
            RefusalKind.Invalid,
            new Dictionary<string, string[]>(StringComparer.Ordinal) { ["file"] = [why] }
        );
}
