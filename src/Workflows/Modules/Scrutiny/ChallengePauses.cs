using Governance.Contracts;
using Governance.Modules.Clocks;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Only the scrutiny function lets the clock of an answer stand still, and only where answering would harm something outside the
/// partnership. Local arrangements name such reasons; these are examples, and a partnership checks them against its own.
/// </summary>
internal static class ChallengePauses
{
    public static PausableClocks Rule { get; } =
        new(
            ScrutinyWords.Challenge,
            Roles.Scrutineer,
            new Dictionary<string, string>
            {
                ["criminalProceedings"] =
                    "a criminal investigation or prosecution would be disturbed",
                ["court"] = "a court or a coroner has asked the agencies to wait",
                ["practiceReview"] =
                    "a child safeguarding practice review looks at the same matter",
            },
            [ScrutinyWords.Respond]
        );
}
