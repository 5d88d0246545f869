using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Meetings;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Meetings;

/// <summary>The minutes of one meeting: written by secretary or chair, agreed by a later meeting, published by the business unit.</summary>
internal sealed class MinutesModel(SaveMinutes save, AgreeMinutes agree, PublishMinutes publish)
    : GovernancePage
{
    [BindProperty]
    public string? Text { get; set; }

    [BindProperty]
    public string? Tag { get; set; }

    [BindProperty]
    public string? Later { get; set; }

    [BindProperty]
    public string? PublicText { get; set; }

    public MinutesAnswer Minutes { get; private set; } = null!;

    public IReadOnlyList<Choice> LaterMeetings { get; private set; } = [];

    public bool MayPublish { get; private set; }

    public async Task<IActionResult> OnGetAsync(string m)
    {
        await using GovernanceDb db = Reading.Open();
        Result<MinutesAnswer> found = await MinutesBook.FindAsync(
            db,
            m,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(Refusal.NotFound);
        }

        Minutes = found.Value;
        Partnership = Minutes.Partnership;
        Text ??= Minutes.Text;
        Tag ??= Minutes.Tag;
        PublicText ??= Minutes.PublicText ?? Minutes.Text;
        MayPublish =
            Minutes.Agreed is not null
            && Viewer.May(Minutes.Partnership, MeetingsPermissions.PublishMinutes);
        if (Minutes is { Secretary: true, State: MinutesStates.Draft })
        {
            Result<Page<MeetingLine>> running = await MeetingBook.ListAsync(
                db,
                Minutes.Partnership,
                Viewer.PersonId,
                Reading.Now,
                new MeetingFilter(Minutes.Body, MeetingStates.Held)
            );
            LaterMeetings = running.IsRefused
                ? []
                :
                [
                    .. running
                        .Value.Items.Where(line => line.Starts > Minutes.Starts)
                        .Select(line => new Choice(
                            line.Id,
                            $"{line.Title}, {Dates.Day(line.Starts)}"
                        )),
                ];
        }

        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string m) =>
        await AnswerAsync(
            await save.HandleAsync(Caller, m, new SaveMinutesBody(Text), $"\"{Tag}\""),
            _ => Done("The minutes are saved."),
            () => OnGetAsync(m)
        );

    public async Task<IActionResult> OnPostAgreeAsync(string m) =>
        await AnswerAsync(
            await agree.HandleAsync(Caller, m, new AgreeMinutesBody(Later)),
            _ => Done("The minutes are agreed."),
            () => OnGetAsync(m)
        );

    public async Task<IActionResult> OnPostPublishAsync(string m)
    {
        Result<MinutesAnswer> published = await publish.HandleAsync(
            Caller,
            m,
            new PublishMinutesBody(PublicText)
        );
        return await AnswerAsync(
            published.Refusal is { Errors: { Count: > 0 } errors } refusal
                ? refusal with
                {
                    Errors = errors.ToDictionary(_ => nameof(PublicText), error => error.Value),
                }
                : published,
            _ => Done("The redacted minutes are public."),
            () => OnGetAsync(m)
        );
    }

    private RedirectResult Done(string words)
    {
        Tell(words);
        return Redirect(Request.Path);
    }
}
