using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>What somebody with an account can choose from when they raise a challenge.</summary>
public sealed record RaisingChoices(
    IReadOnlyList<LadderAnswer> Ladders,
    IReadOnlyList<EscalationParty> Bodies,
    FrontDoorAnswer FrontDoor
)
{
    /// <summary>The ladder for disputes between partners only where the viewer holds a seat.</summary>
    public static async Task<Result<RaisingChoices>> ForAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        Result<Standing> standing = await PermissionAuthorisation.ForReadingAsync(
            db,
            partnershipId,
            personId,
            EscalationPermissions.ReadDirectory,
            London.DateOf(now)
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        bool isPartner = standing.Value.Seats.Any();
        return new RaisingChoices(
            [
                .. (await LadderBook.AllAsync(db, partnershipId)).Where(ladder =>
                    isPartner || ladder.Kind == LadderKinds.Practitioner
                ),
            ],
            await EscalationParties.OfAsync(db, partnershipId, London.DateOf(now)),
            await ContactBook.FrontDoorOfAsync(db, partnershipId)
        );
    }
}
