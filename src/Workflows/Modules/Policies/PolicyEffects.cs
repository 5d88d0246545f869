using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Engine.Activities;
using Governance.Modules.Notices;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Policies;

/// <summary>The workflow says where a draft stands: draft or revision. A withdrawn or published text it leaves alone.</summary>
public sealed class SetPolicyState : IEffectHandler
{
    public string Kind => PoliciesWords.SetState;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        string state = payload["state"]!.GetValue<string>();
        Policy? policy = await act.Db.Set<Policy>().FindAsync(context.Subject.Id);
        if (
            policy is not null
            && PolicyStates.OfDrafts.Contains(state)
            && policy.State is not (PolicyStates.Withdrawn or PolicyStates.Published)
            && policy.State != state
        )
        {
            policy.State = state;
            policy.Changed(act.Now);
        }

        return (JsonObject?)null;
    }
}

/// <summary>The workflow tells people something of its own.</summary>
public sealed class NotifyAboutPolicy : IEffectHandler
{
    private const int MostTitle = 300;
    private const int MostText = 2_000;

    public string Kind => PoliciesWords.Notify;

    public async Task<Result<JsonObject?>> HandleAsync(
        Act act,
        EffectContext context,
        JsonObject payload
    )
    {
        List<Recipient> to = [];
        foreach (JsonNode? name in payload["to"]!.AsArray())
        {
            to.AddRange(Recipients(name!.GetValue<string>()));
        }

        await NoticeBoard.TellAsync(
            act,
            new NoticeDraft(
                Cut("workflow." + context.ActivityId, Ids.MaxLength),
                NoticeMessage.News(NoticeMatter.Policy),
                context.Subject,
                Cut(payload["title"]!.GetValue<string>(), MostTitle),
                Cut(payload["text"]!.GetValue<string>(), MostText),
                [.. to]
            )
        );
        return (JsonObject?)null;
    }

    /// <summary>Seats, levels and roles by their wire names; nothing for a name that there is not.</summary>
    internal static IEnumerable<Recipient> Recipients(string name) =>
        name switch
        {
            "seats" => Seats.All.Select(seat => Recipient.Seat(seat)),
            "leads" => [Recipient.Leads],
            "delegates" => [Recipient.Delegates],
            _ when Seats.All.Contains(name) => [Recipient.Seat(name)],
            _ when Roles.All.Contains(name) => [Recipient.Role(name)],
            _ => [],
        };

    /// <summary>Every name under which people can be told, as the designer offers them.</summary>
    internal static IReadOnlyList<string> Named { get; } =
    [
        "seats",
        "leads",
        "delegates",
        .. Seats.All,
        Roles.PartnershipChair,
        Roles.BusinessUnit,
        Roles.Scrutineer,
        Roles.GroupChair,
        Roles.GroupMember,
        Roles.AgencyRepresentative,
    ];

    /// <summary>The same names as people read them.</summary>
    internal static string InWords(string name) =>
        name switch
        {
            "seats" => "all three seats",
            "leads" => "the leads of the seats",
            "delegates" => "the delegates of the seats",
            Roles.PartnershipChair => "the partnership chair",
            Roles.BusinessUnit => "the business unit",
            Roles.Scrutineer => "the independent scrutineer",
            Roles.GroupChair => "the group chairs",
            Roles.GroupMember => "the group members",
            Roles.AgencyRepresentative => "the agencies' representatives",
            _ when Seats.All.Contains(name) => $"the {RoleWords.OfSeat(name)} seat",
            _ => name,
        };

    private static string Cut(string text, int most) => text.Length > most ? text[..most] : text;
}
