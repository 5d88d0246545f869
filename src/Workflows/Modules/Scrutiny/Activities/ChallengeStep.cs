using System.Globalization;
using System.Text.Json.Nodes;
using Governance.Engine.Activities;

namespace Governance.Modules.Scrutiny.Activities;

/// <summary>A step of a challenge’s way up the ladder, about one addressed seat.</summary>
public abstract class ChallengeStep : Activity
{
    private protected static DateTime Moment(JsonNode moment) =>
        DateTime.Parse(
            moment.GetValue<string>(),
            CultureInfo.InvariantCulture,
            DateTimeStyles.RoundtripKind
        );
}
