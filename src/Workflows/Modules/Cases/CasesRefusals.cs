using Governance.Contracts;

namespace Governance.Modules.Cases;

/// <summary>This module's refusals. Codes never change.</summary>
public static class CasesRefusals
{
    public static readonly Refusal NothingToMigrate = new(
        "migration.nothing-to-migrate",
        "No running instance of that version can go over. The preview says why for each.",
        RefusalKind.Conflict
    );
}
