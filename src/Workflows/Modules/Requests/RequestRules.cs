using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.Requests;

/// <summary>Who may answer a request. Pure.</summary>
public static class RequestRules
{
    /// <summary>Everybody on the seat, or whoever holds the role; whoever is not asked learns that first.</summary>
    public static bool IsAsked(string whom, Standing standing) =>
        Seats.All.Contains(whom) ? standing.HoldsSeat(whom) : standing.Holds(whom);

    /// <summary>Null when the person may answer now.</summary>
    public static Refusal? Check(WorkRequest request, Standing standing) =>
        !IsAsked(request.Whom, standing) ? RequestsRefusals.NotAsked
        : request.State != RequestStates.Open ? RequestsRefusals.Over
        : null;
}
