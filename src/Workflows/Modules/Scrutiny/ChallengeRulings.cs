using Governance.Modules.Calendars;
using Governance.Storage;

namespace Governance.Modules.Scrutiny;

/// <summary>
/// Lets the scrutiny function's word come before what it changes: the ruling is written, then the challenge's row follows it. In the
/// other order the database refuses the change.
/// </summary>
internal static class ChallengeRulings
{
    public static async Task RuleAsync(
        Act act,
        Challenge challenge,
        string kind,
        string reason,
        string? state = null,
        string? seriousness = null
    )
    {
        ChallengeRuling ruling = new()
        {
            ChallengeId = challenge.Id,
            Number = challenge.LastRuling + 1,
            PartnershipId = challenge.PartnershipId,
            Kind = kind,
            ToState = state ?? challenge.State,
            ToSeriousness = seriousness ?? challenge.Seriousness,
            Reason = reason.Trim(),
            At = act.Now,
            On = London.DateOf(act.Now),
            By = act.Caller.PersonId,
        };
        act.Db.Add(ruling);
        await act.Db.SaveChangesAsync();
        challenge.LastRuling = ruling.Number;
        challenge.State = ruling.ToState;
        challenge.Seriousness = ruling.ToSeriousness;
    }
}

/// <summary>Puts on record what was said.</summary>
internal static class ChallengeStatements
{
    public static ChallengeStatement Add(
        Act act,
        Challenge challenge,
        ChallengeAddressee addressee,
        string kind,
        string text,
        string? position = null,
        bool? adequate = null,
        string? body = null,
        IEnumerable<string>? actions = null
    )
    {
        ChallengeStatement said = new()
        {
            ChallengeId = challenge.Id,
            Number = ++challenge.LastStatement,
            PartnershipId = challenge.PartnershipId,
            Seat = addressee.Seat,
            Kind = kind,
            Stage = addressee.Stage,
            Position = position,
            Adequate = adequate,
            Body = body?.Trim(),
            Text = text.Trim(),
            At = act.Now,
            On = London.DateOf(act.Now),
            By = act.Caller.PersonId,
            BySeat = act.Capacity?.Seat,
            Capacity = act.Capacity?.Capacity,
            ActionIds = [.. actions ?? []],
        };
        act.Db.Add(said);
        return said;
    }
}
