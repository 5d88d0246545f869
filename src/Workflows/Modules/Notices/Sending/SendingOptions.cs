namespace Governance.Modules.Notices;

/// <summary>How this installation sends.</summary>
/// <param name="Site">The address under which people reach the service; links begin with it.</param>
/// <param name="SendsEmail">Whether anything can be sent by e-mail at all.</param>
/// <param name="BacklogAfter">What should have gone out so long ago and has not is a backlog.</param>
public sealed record SendingOptions(
    Uri Site,
    SendingHours Hours,
    bool SendsEmail,
    TimeSpan BacklogAfter
)
{
    /// <summary>Nothing leaves the product.</summary>
    public static SendingOptions Nothing { get; } =
        new(new Uri("http://localhost/"), SendingHours.Usual, false, TimeSpan.FromMinutes(30));
}
