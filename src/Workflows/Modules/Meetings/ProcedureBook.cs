using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Clocks;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>Reads of written procedures: those of the reader's bodies, and those that ask a place of theirs.</summary>
public static class ProcedureBook
{
    /// <summary>Newest first.</summary>
    public static async Task<Result<Page<ProcedureLine>>> ListAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now,
        string? body = null,
        string? after = null,
        int take = 50
    )
    {
        Result<Standing> standing = await MeetingBook.StandingAsync(
            db,
            partnershipId,
            personId,
            now
        );
        if (standing.IsRefused)
        {
            return standing.Refusal;
        }

        if (after is not null && !Ids.IsId(after))
        {
            return Cursors.Unreadable();
        }

        IReadOnlyList<string>? reach = await BodyRoll.ReachOfAsync(db, standing.Value);
        IQueryable<WrittenProcedure> procedures = db.Set<WrittenProcedure>()
            .Where(each => each.PartnershipId == partnershipId);
        procedures = body is null ? procedures : procedures.Where(each => each.BodyId == body);
        procedures = reach is null
            ? procedures
            : procedures.Where(each => reach.Contains(each.BodyId));
        List<WrittenProcedure> found = await procedures
            .Where(each => after == null || string.Compare(each.Id, after) < 0)
            .OrderByDescending(each => each.Id)
            .Take(take + 1)
            .ToListAsync();
        IReadOnlyDictionary<string, string> names = await MeetingBook.BodyNamesAsync(
            db,
            found.Select(each => each.BodyId)
        );
        string[] clockIds = [.. found.Select(each => each.ClockId).OfType<string>()];
        Dictionary<string, DateTime> due =
            clockIds.Length == 0
                ? []
                : await db.Set<Clock>()
                    .Where(clock => clockIds.Contains(clock.Id))
                    .Select(clock => new { clock.Id, clock.DueAt })
                    .ToDictionaryAsync(clock => clock.Id, clock => clock.DueAt);
        return new Page<ProcedureLine>(
            [
                .. found
                    .Take(take)
                    .Select(each => new ProcedureLine(
                        each.Id,
                        each.BodyId,
                        names.GetValueOrDefault(each.BodyId, ""),
                        each.Title,
                        each.State,
                        each.ProposedAt,
                        each.ClockId is null ? null : due[each.ClockId]
                    )),
            ],
            found.Count > take ? found[take - 1].Id : null
        );
    }

    public static async Task<Result<ProcedureAnswer>> FindAsync(
        GovernanceDb db,
        string procedureId,
        string personId,
        DateTime now
    )
    {
        WrittenProcedure? procedure = await ProcedureLocation.FindAsync(db, procedureId);
        Result<Standing> standing = await MeetingBook.StandingAsync(
            db,
            procedure?.PartnershipId,
            personId,
            now
        );
        return standing.IsRefused ? standing.Refusal
            : !await ReadsAsync(db, standing.Value, procedure!, now) ? Refusal.NotFound
            : await AnswerAsync(db, procedure!, standing.Value, now);
    }

    internal static async Task<bool> ReadsAsync(
        GovernanceDb db,
        Standing standing,
        WrittenProcedure procedure,
        DateTime now
    )
    {
        if (BodyRoll.Reaches(await BodyRoll.ReachOfAsync(db, standing), procedure.BodyId))
        {
            return true;
        }

        MeetingBody body = await db.Set<MeetingBody>()
            .SingleAsync(each => each.Id == procedure.BodyId);
        return ProcedureRules.HoldsAny(
            procedure,
            standing.PersonId,
            await BodyRoll.OfAsync(db, body, now),
            await AppointmentRoll.HeldAsync(db, procedure.PartnershipId, standing.On)
        );
    }

    internal static async Task<ProcedureAnswer> AnswerAsync(
        GovernanceDb db,
        WrittenProcedure procedure,
        Standing standing,
        DateTime now
    )
    {
        MeetingBody body = await db.Set<MeetingBody>()
            .SingleAsync(each => each.Id == procedure.BodyId);
        BodyMembership membership = await BodyRoll.OfAsync(db, body, now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.HeldAsync(
            db,
            procedure.PartnershipId,
            standing.On
        );
        Clock? clock = procedure.ClockId is null
            ? null
            : await db.Set<Clock>().SingleOrDefaultAsync(each => each.Id == procedure.ClockId);
        List<Paper> papers = await PaperStore.FindAllAsync(db, procedure.Id);
        return new ProcedureAnswer
        {
            Id = procedure.Id,
            Partnership = procedure.PartnershipId,
            Body = body.Id,
            BodyName = body.Name,
            Title = procedure.Title,
            Text = procedure.Text,
            State = procedure.State,
            Rule = procedure.Rule,
            WorkingDays = procedure.WorkingDays,
            Proposed = procedure.ProposedAt,
            Due = clock?.DueAt,
            Clock = procedure.ClockId,
            WorkingDaysLeft =
                procedure.IsOpen && clock is not null
                    ? ClockCalculation.WorkingDaysLeft(
                        now,
                        clock.DueAt,
                        await CalendarBook.CurrentAsync(db, clock.CalendarId)
                    )
                    : null,
            Places =
            [
                .. procedure
                    .Places.OrderBy(place => PlaceKeys.SeatOf(place.Place) is null ? 1 : 0)
                    .ThenBy(place => place.Name, StringComparer.Ordinal)
                    .ThenBy(place => place.Place, StringComparer.Ordinal)
                    .Select(place => new ProcedurePlaceAnswer(
                        place.Place,
                        place.Name,
                        place.Agrees switch
                        {
                            true => "agree",
                            false => "disagree",
                            null => null,
                        },
                        place.Reason,
                        place.AnsweredAt,
                        place.AnsweredByName
                    )),
            ],
            Papers = [.. papers.Select(paper => MeetingAnswers.Of(paper, procedure.ProposedAt))],
            Over = procedure.OverAt,
            OverReason = procedure.OverReason,
            Decision = procedure.DecisionId,
            Mine = procedure.IsOpen
                ? ProcedureRules.PlacesOf(procedure, standing.PersonId, membership, held)
                : [],
            Secretary = MeetingsPermissions.IsSecretary(standing, membership),
        };
    }
}
