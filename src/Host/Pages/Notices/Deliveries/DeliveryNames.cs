using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Notices;

namespace Governance.Host.Pages.Notices;

/// <summary>How a message that leaves the service stands, in words.</summary>
internal static class DeliveryNames
{
    public static IReadOnlyList<Choice> States { get; } =
    [
        new(DeliveryStates.GaveUp, "Given up"),
        new(DeliveryStates.Pending, "To be sent"),
        new(DeliveryStates.Held, "Waits for a digest"),
        new(DeliveryStates.Sent, "Sent"),
        new(DeliveryStates.Digested, "Told by a digest"),
        new(DeliveryStates.Dropped, "No address any more"),
    ];

    public static IReadOnlyList<Choice> Channels { get; } =
    [new(DeliveryChannels.Email, "E-mail"), new(DeliveryChannels.Teams, "Teams")];

    public static IReadOnlyList<Choice> Orders { get; } =
    [new("newest", "Newest first"), new("oldest", "Oldest first")];

    public static string State(string state) => Of(States, state);

    public static string Channel(string channel) => Of(Channels, channel);

    public static string Tag(string state) =>
        state switch
        {
            DeliveryStates.GaveUp => "govuk-tag--red",
            DeliveryStates.Pending or DeliveryStates.Held => "govuk-tag--blue",
            DeliveryStates.Sent => "govuk-tag--green",
            _ => "govuk-tag--grey",
        };

    /// <summary>What kind of message it is, as its recipient reads it in the subject.</summary>
    public static string Title(DeliveryAnswer delivery) =>
        DeliveryTemplate.Read(delivery.Template) is var (happening, matter)
            ? DeliveryWords.SubjectOf(happening, matter)
        : delivery.Template == DeliveryTemplate.Digest ? "A digest"
        : "Proof of an address";

    public static string Result(string result) =>
        result switch
        {
            "sent" => "Sent",
            "sent-before" => "An earlier attempt had gone through",
            "address.none" => "There was no address any more",
            "channel.not-configured" or "teams.not-configured" => "The channel is not configured",
            "channel.too-slow" => "The other side did not answer in time",
            "notify.rejected" or "smtp.rejected" or "teams.rejected" =>
                "The other side refused it for good",
            "notify.not-authorised" or "smtp.not-authorised" or "teams.not-authorised" =>
                "The other side does not accept our key or password",
            "notify.limited" or "teams.limited" => "Too much at once for the other side",
            "notify.unavailable" or "smtp.unavailable" or "teams.unavailable" =>
                "The other side could not be reached",
            _ => result,
        };

    private static string Of(IReadOnlyList<Choice> choices, string value) =>
        choices.FirstOrDefault(each => each.Value == value)?.Text ?? value;
}
