using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Notices;

/// <summary>How often somebody is told outside the product. What is addressed by duty can be gathered, not switched off.</summary>
public sealed class ChangeNoticePreferences(Acts acts)
{
    public Task<Result<Done>> HandleAsync(
        ActCaller caller,
        NoticePreferencesBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<Done>
            {
                Name = "notice-preferences.change",
                Caller = caller,
                Permission = NoticesPermissions.OwnPreferences,
                Locate = NoticesPermissions.LocatePreferencesAsync,
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    internal static Refusal? Check(NoticePreferencesBody body)
    {
        Dictionary<string, string[]> errors = new(StringComparer.Ordinal);
        if (body.ByDuty is not (NoticePaces.Each or NoticePaces.Daily))
        {
            errors["byDuty"] =
            [
                "Choose each or daily. What is addressed to you by duty cannot be switched off: its limits run whether you have heard of them or not.",
            ];
        }

        if (body.Rest is not (NoticePaces.Each or NoticePaces.Daily or NoticePaces.Off))
        {
            errors["rest"] = ["Choose each, daily or off."];
        }

        return errors.Count == 0 ? null : Refusal.Invalid(errors);
    }

    private static async Task<Result<Done>> DecideAsync(Act act, NoticePreferencesBody body)
    {
        if (Check(body) is { } refusal)
        {
            return refusal;
        }

        NoticePreference own = await OwnPreference.LoadAsync(act);
        own.ByDuty = body.ByDuty!;
        own.Rest = body.Rest!;
        act.Payload = new { body.ByDuty, body.Rest };
        return new Done();
    }
}
