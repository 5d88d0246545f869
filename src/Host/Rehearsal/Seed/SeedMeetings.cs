using Governance.Contracts;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>
/// A closed meeting of the executive with a decision and an open action, and the next one planned: once, on the last of the seeded
/// days, by the product's own acts.
/// </summary>
internal static class SeedMeetings
{
    public static async Task AddAsync(
        IServiceProvider services,
        SeedClock clock,
        SeedPeople people,
        DateTime at
    )
    {
        string? executive = await ExecutiveWithoutMeetingsAsync(services, people.PartnershipId);
        if (executive is null)
        {
            return;
        }

        clock.Set(at);
        ActCaller unit = new(people.Unit[0]);
        MeetingAnswer meeting = await PlanAsync(services, unit, people, executive, "Executive", at);
        Done(await services.GetRequiredService<CirculateMeeting>().HandleAsync(unit, meeting.Id));
        foreach (string person in Delegates(people))
        {
            Done(
                await services
                    .GetRequiredService<NoteAttendance>()
                    .HandleAsync(
                        unit,
                        meeting.Id,
                        new AttendanceBody(person, State: AttendanceStates.Present)
                    )
            );
        }

        DecisionAnswer decision = Done(
            await services
                .GetRequiredService<RecordDecision>()
                .HandleAsync(
                    unit,
                    meeting.Id,
                    new DecisionBody(
                        meeting.Items[0].Id,
                        "The thresholds are looked at again before the summer, with the schools."
                    )
                )
        );
        Done(
            await services
                .GetRequiredService<OpenAction>()
                .HandleAsync(
                    unit,
                    people.PartnershipId,
                    new OpenActionBody(
                        "Ask the schools what they need of the thresholds.",
                        Seats.LocalAuthority,
                        WorkingDays: 20,
                        Decision: decision.Id
                    )
                )
        );
        Done(await services.GetRequiredService<CloseMeeting>().HandleAsync(unit, meeting.Id));
        await PlanAsync(services, unit, people, executive, "Executive, next", at.AddDays(28));
    }

    private static async Task<string?> ExecutiveWithoutMeetingsAsync(
        IServiceProvider services,
        string partnershipId
    )
    {
        await services.GetRequiredService<InstallStructure>().CatchUpAsync();
        await using GovernanceDb db = services.GetRequiredService<IReadGovernance>().OpenReader();
        return await db.Set<Meeting>().AnyAsync(each => each.PartnershipId == partnershipId)
            ? null
            : await db.Set<MeetingBody>()
                .Where(body =>
                    body.PartnershipId == partnershipId && body.Kind == BodyKinds.Executive
                )
                .Select(body => body.Id)
                .SingleAsync();
    }

    private static async Task<MeetingAnswer> PlanAsync(
        IServiceProvider services,
        ActCaller unit,
        SeedPeople people,
        string executive,
        string title,
        DateTime starts
    )
    {
        MeetingAnswer planned = Done(
            await services
                .GetRequiredService<PlanMeeting>()
                .HandleAsync(
                    unit,
                    people.PartnershipId,
                    new PlanMeetingBody(executive, title, starts, "Council House, room 1")
                )
        );
        return Done(
            await services
                .GetRequiredService<AddToAgenda>()
                .HandleAsync(
                    unit,
                    planned.Id,
                    new AgendaBody([
                        new AgendaItemBody(
                            "Thresholds",
                            [
                                new PaperBody(
                                    "thresholds.md",
                                    Text: "# Thresholds\n\nWhat has changed since the last review."
                                ),
                            ]
                        ),
                        new AgendaItemBody("What the scrutineer has seen"),
                    ])
                )
        );
    }

    private static IEnumerable<string> Delegates(SeedPeople people) =>
        people
            .Holders.Seats.Select(seat =>
                (seat.Delegates.Count > 0 ? seat.Delegates[0] : seat.Lead)?.PersonId
            )
            .OfType<string>();

    private static T Done<T>(Result<T> result) =>
        result.Refusal is { } refusal
            ? throw new InvalidOperationException(
                $"The example meeting was refused: {refusal.Code}."
            )
            : result.Value;
}
