using Governance.Modules.Meetings;
using Governance.Storage;
using Governance.Tests.Workflows.Framework;

namespace Governance.Tests.Workflows.Modules.Meetings;

/// <summary>The lists of this module, from their beginning and from a cursor, for those who hold reads to an index.</summary>
internal static class MeetingReads
{
    private const string Place = PolicyWorld.Place;
    private const string By = "unit";

    public static async Task ReadAsync(GovernanceDb db, string read, DateTime now)
    {
        string moment = Cursors.Of("1", Ids.New(now));
        switch (read)
        {
            case "meetings":
                await MeetingBook.ListAsync(db, Place, By, now, new MeetingFilter(), moment);
                break;
            case "meetings of a body":
                await MeetingBook.ListAsync(db, Place, By, now, new MeetingFilter("b"), moment);
                break;
            case "decisions":
                await DecisionBook.ListAsync(db, Place, By, now, new DecisionFilter(), "1000");
                break;
            case "decisions of a body":
                await DecisionBook.ListAsync(db, Place, By, now, new DecisionFilter("b"), "1000");
                break;
            case "actions":
                await ActionListing.ListAsync(db, Place, By, now, new ActionFilter(), moment);
                break;
            case "my actions":
                await ActionListing.ListAsync(
                    db,
                    Place,
                    "police-lead",
                    now,
                    new ActionFilter(Mine: true),
                    moment
                );
                break;
            case "overdue actions":
                await ActionListing.ListAsync(
                    db,
                    Place,
                    By,
                    now,
                    new ActionFilter(Overdue: true),
                    moment
                );
                break;
            case "written procedures":
                await ProcedureBook.ListAsync(db, Place, By, now, after: Ids.New(now));
                break;
            default:
                await MinutesBook.ListPublicAsync(db, Place, Ids.New(now));
                break;
        }
    }
}
