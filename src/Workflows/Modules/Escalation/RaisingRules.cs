using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>A challenge that makes sense, on the ladder that it begins on.</summary>
internal sealed record Raising(
    Ladder Ladder,
    LadderContent Content,
    Entry Entry,
    string CaseReference,
    string Concern,
    string RaisedWith,
    bool ImmediateRisk,
    string? Reason,
    string? Theme,
    string? Urgency,
    LadderSpan? NeededWithin
);

/// <summary>What is wrong with a challenge, all of it in one answer; what looks personal only once the rest is right.</summary>
internal static class RaisingRules
{
    public static async Task<Result<Raising>> CheckAsync(Act act, RaiseEscalationBody body)
    {
        DateOnly today = London.DateOf(act.Now);
        (Ladder Ladder, LadderContent Content)? ladder = await LadderBook.NewestAsync(
            act.Db,
            act.PartnershipId,
            body.Ladder
        );
        IReadOnlyList<EscalationParty> parties = await EscalationParties.OfAsync(
            act.Db,
            act.PartnershipId,
            today
        );
        if (Check(body, ladder?.Content, [.. parties.Select(party => party.Id)]) is { } wrong)
        {
            return wrong;
        }

        Result<Entry> entry = StageRules.Enter(
            ladder!.Value.Content,
            body.EnterAtStage,
            body.ImmediateRisk == true,
            body.Reason
        );
        if (entry.IsRefused)
        {
            return entry.Refusal;
        }

        if (
            PersonalDataDetector.Check(
                today,
                body.Checked == true,
                ("caseReference", body.CaseReference),
                ("concern", body.Concern),
                ("reason", body.Reason)
            ) is
            { } personal
        )
        {
            return personal;
        }

        return new Raising(
            ladder.Value.Ladder,
            ladder.Value.Content,
            entry.Value,
            body.CaseReference!.Trim(),
            body.Concern!.Trim(),
            body.RaisedWith!,
            body.ImmediateRisk == true,
            LadderRules.Blank(body.Reason),
            LadderRules.Blank(body.Theme),
            LadderRules.Blank(body.Urgency),
            body.NeededWithin
        );
    }

    /// <summary>Pure: everything that does not need the database.</summary>
    internal static Refusal? Check(
        RaiseEscalationBody body,
        LadderContent? ladder,
        IReadOnlyCollection<string> parties
    )
    {
        FieldErrors errors = new();
        errors.When(
            ladder is null,
            "ladder",
            "Name one of the partnership’s ladders by its id; the list of ladders has them."
        );
        errors.When(
            string.IsNullOrWhiteSpace(body.CaseReference),
            "caseReference",
            "Give your agency’s own reference for the case: no name, no number of the child’s."
        );
        errors.When(
            body.CaseReference?.Length > ProfessionalChallenge.MostReference,
            "caseReference",
            $"Keep this to {ProfessionalChallenge.MostReference} characters."
        );
        errors.When(
            string.IsNullOrWhiteSpace(body.Concern),
            "concern",
            "Say what you disagree with, and what you want to happen."
        );
        errors.When(
            body.Concern?.Length > ProfessionalChallenge.MostConcern,
            "concern",
            $"Keep this to {ProfessionalChallenge.MostConcern} characters."
        );
        errors.When(
            body.RaisedWith is null || !parties.Contains(body.RaisedWith),
            "raisedWith",
            "Say whose decision you challenge: a relevant agency’s id, or localAuthority, integratedCareBoard or police."
        );
        errors.When(
            !string.IsNullOrWhiteSpace(body.Theme) && !EscalationWords.Themes.Contains(body.Theme),
            "theme",
            $"The theme is one of {string.Join(", ", EscalationWords.Themes)}."
        );
        errors.When(
            ladder is not null
                && !string.IsNullOrWhiteSpace(body.Urgency)
                && ladder.Urgencies.All(each => each.Key != body.Urgency),
            "urgency",
            "This ladder has no such class of urgency."
        );
        if (body.NeededWithin is { } needed)
        {
            LadderRules.Span(errors, needed, "neededWithin");
        }

        return errors.AsRefusal();
    }
}
