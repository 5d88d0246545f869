using Governance.Contracts;
using Governance.Modules.Asks;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Meetings;

/// <summary>The meetings of the bodies that a person belongs to, from a week ago on, for their calendar.</summary>
public sealed class MeetingsFeed : IFeedSource
{
    private const int Most = 100;
    private static readonly TimeSpan Before = TimeSpan.FromDays(7);

    public async Task<IReadOnlyList<FeedEvent>> OfAsync(
        GovernanceDb db,
        string personId,
        DateTime now
    )
    {
        DateOnly today = London.DateOf(now);
        IReadOnlyList<Appointment> held = await AppointmentRoll.OfPersonAsync(db, personId, today);
        List<FeedEvent> events = [];
        foreach (string partnership in held.Select(a => a.PartnershipId).Distinct())
        {
            IReadOnlyList<string> bodies = await BodiesAsync(
                db,
                Standing.Of(partnership, personId, today, held)
            );
            DateTime from = now - Before;
            List<Meeting> meetings = await db.Set<Meeting>()
                .Where(meeting => bodies.Contains(meeting.BodyId) && meeting.StartsAt >= from)
                .Where(meeting => meeting.State != MeetingStates.Cancelled)
                .OrderBy(meeting => meeting.StartsAt)
                .Take(Most)
                .ToListAsync();
            events.AddRange(
                meetings.Select(meeting => new FeedEvent(
                    "meeting-" + meeting.Id,
                    meeting.StartsAt,
                    IsDeadline: false,
                    MeetingsWords.Meeting,
                    meeting.Title,
                    meeting.Place,
                    MeetingsWords.Meeting,
                    meeting.Id,
                    partnership
                ))
            );
        }

        return events;
    }

    /// <summary>Those at whose table the person sits, not all that they may read about.</summary>
    private static async Task<IReadOnlyList<string>> BodiesAsync(GovernanceDb db, Standing standing)
    {
        string partnership = standing.PartnershipId;
        string person = standing.PersonId;
        DateOnly on = standing.On;
        List<string> own = await db.Set<BodyMember>()
            .Where(member => member.PartnershipId == partnership && member.PersonId == person)
            .Where(member => member.From <= on && (member.To == null || member.To >= on))
            .Select(member => member.BodyId)
            .ToListAsync();
        own.AddRange(standing.Appointments.Select(a => a.GroupId).OfType<string>());
        bool isSeated = standing.Seats.Any();
        if (isSeated || standing.Holds(Roles.AgencyRepresentative))
        {
            own.AddRange(
                await db.Set<MeetingBody>()
                    .Where(body => body.PartnershipId == partnership)
                    .Where(body =>
                        body.Kind == BodyKinds.Partnership
                        || (isSeated && body.Kind == BodyKinds.Executive)
                    )
                    .Select(body => body.Id)
                    .ToListAsync()
            );
        }

        return [.. own.Distinct(StringComparer.Ordinal)];
    }
}
