using System.Text.Json.Serialization;

namespace Governance.Contracts;

/// <summary>What a limit is counted in. Wire names; never change.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClockUnit>))]
public enum ClockUnit
{
    /// <summary>Working days of the clock's calendar, due at 17:00:00 in London.</summary>
    [JsonStringEnumMemberName("workingDays")]
    WorkingDays,

    /// <summary>Hours as they pass, by night and at weekends too.</summary>
    [JsonStringEnumMemberName("hours")]
    Hours,
}
