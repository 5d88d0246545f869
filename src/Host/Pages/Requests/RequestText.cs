using Governance.Modules.Requests;

namespace Governance.Host.Pages.Requests;

/// <summary>How a request stands, in words.</summary>
internal static class RequestText
{
    public static string State(string state) =>
        state switch
        {
            RequestStates.Open => "Waits for an answer",
            RequestStates.Done => "Done",
            RequestStates.Declined => "Declined",
            RequestStates.Late => "Not answered in time",
            _ => "No longer needed",
        };

    public static string Colour(string state) =>
        state switch
        {
            RequestStates.Open => "govuk-tag--blue",
            RequestStates.Done => "govuk-tag--green",
            RequestStates.Declined or RequestStates.Late => "govuk-tag--red",
            _ => "govuk-tag--grey",
        };
}
