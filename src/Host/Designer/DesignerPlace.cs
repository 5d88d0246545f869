using Governance.Contracts;
using Governance.Host.Api;
using Governance.Modules.Definitions;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Designer;

/// <summary>
/// Whose definitions: the partnership in the query, else in the header, else the only one whose definitions the person may read.
/// Elsa's addresses have no place for it, and a definition id is unique in its partnership only.
/// </summary>
/// <param name="Partnership">The partnership's id; may be left out by whoever reads the definitions of only one.</param>
/// <param name="Header">The same, for clients that cannot change the query.</param>
internal sealed record DesignerPlace(
    [property: FromQuery(Name = "partnership")] string? Partnership,
    [property: FromHeader(Name = "X-Partnership")] string? Header
)
{
    /// <summary>Which partnership is meant; whether the caller may do anything there is the act's to say.</summary>
    public async Task<Result<string>> ChooseAsync(GovernanceDb db, Caller caller, Reading reading)
    {
        if ((Partnership ?? Header) is { } named)
        {
            return named.Length is > 0 and <= Ids.MaxLength ? named : Refusal.NotFound;
        }

        List<string> readable = [];
        foreach (
            PartnershipLine line in await PartnershipBook.OfPersonAsync(
                db,
                caller.PersonId,
                reading.Today
            )
        )
        {
            if (await reading.RefuseAsync(db, line.Id, caller, DefinitionsPermissions.Read) is null)
            {
                readable.Add(line.Id);
            }
        }

        return readable.Count switch
        {
            1 => readable[0],
            0 => PartnershipsRefusals.NotPermitted(DefinitionsPermissions.Read),
            _ => Refusal.Malformed(
                "partnership",
                $"You read the definitions of several partnerships. Say which: {string.Join(", ", readable)}."
            ),
        };
    }

    /// <summary>An act in the partnership that is meant.</summary>
    public async Task<Result<T>> ActAsync<T>(
        Caller caller,
        Reading reading,
        Func<string, Task<Result<T>>> act
    )
    {
        Result<string> chosen;
        await using (GovernanceDb db = reading.Open())
        {
            chosen = await ChooseAsync(db, caller, reading);
        }

        return chosen.IsRefused ? chosen.Refusal : await act(chosen.Value);
    }

    /// <summary>The same, when the caller may read definitions there.</summary>
    public async Task<Result<string>> ForReadingAsync(
        GovernanceDb db,
        Caller caller,
        Reading reading
    )
    {
        Result<string> chosen = await ChooseAsync(db, caller, reading);
        return chosen.IsRefused ? chosen
            : await reading.RefuseAsync(db, chosen.Value, caller, DefinitionsPermissions.Read)
                is { } refusal
                ? refusal
            : chosen;
    }
}
