using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Api;

/// <summary>Which instances are listed, as it stands in the address.</summary>
/// <param name="Subject">Only those about it: its id, or its type and id as <c>policy:…</c>.</param>
/// <param name="State">Any of these states: Suspended, Faulted, Finished, Cancelled.</param>
/// <param name="Definition">The id of the definition that they run, in whichever version.</param>
/// <param name="Partnership">Only those of this partnership.</param>
internal sealed record InstanceQuery(
    [property: FromQuery(Name = "subject")] string? Subject,
    [property: FromQuery(Name = "state")] string[]? State,
    [property: FromQuery(Name = "definition")] string? Definition,
    [property: FromQuery(Name = "partnership")] string? Partnership
);
