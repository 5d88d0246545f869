using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Partnerships;
using Governance.Modules.TaskAndFinishGroups;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Partnerships;

/// <summary>
/// Appointing somebody, a question a page. What was answered travels in the address, as ids and dates alone, so that Back and a
/// reload lose nothing.
/// </summary>
internal sealed class NewAppointmentModel(AppointPerson appoint) : GovernancePage
{
    public const string Who = "who";
    public const string What = "role";
    public const string Where = "place";
    public const string When = "term";
    public const string Check = "check";

    private const int MostGroups = 100;

    [BindProperty(SupportsGet = true)]
    public string? Step { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Person { get; set; }

    /// <summary>An e-mail address or reference of somebody who never held anything here; it never stands in an address.</summary>
    [BindProperty]
    public string? Find { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Role { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Seat { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Level { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Agency { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Group { get; set; }

    [BindProperty(SupportsGet = true)]
    public DateFields From { get; set; } = new();

    [BindProperty(SupportsGet = true)]
    public DateFields To { get; set; } = new();

    public IReadOnlyList<PersonLine> People { get; private set; } = [];

    public IReadOnlyList<AgencyAnswer> Agencies { get; private set; } = [];

    /// <summary>The groups that have not ended, and the one that was given.</summary>
    public IReadOnlyList<Choice> Groups { get; private set; } = [];

    public string? PersonName { get; private set; }

    public bool NeedsSecondApprover => AppointmentRules.NeedsSecondApprover(Role ?? string.Empty);

    public string? Previous =>
        Step switch
        {
            What => Who,
            Where => What,
            When => NeedsPlace ? Where : What,
            Check => When,
            _ => null,
        };

    public string? GroupName => Groups.FirstOrDefault(group => group.Value == Group)?.Text ?? Group;

    public string? AgencyName => Agencies.FirstOrDefault(a => a.Id == Agency)?.Name ?? Agency;

    private bool NeedsPlace =>
        Role
            is Roles.StatutoryPartner
                or Roles.AgencyRepresentative
                or Roles.GroupChair
                or Roles.GroupMember;

    private AppointPersonBody Body =>
        new(
            Person,
            Role,
            Role == Roles.StatutoryPartner ? Seat : null,
            Role == Roles.StatutoryPartner ? Level : null,
            Role == Roles.AgencyRepresentative ? Agency : null,
            Role is Roles.GroupChair or Roles.GroupMember ? Group : null,
            From.Value,
            To.Value
        );

    public async Task<IActionResult> OnGetAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, PartnershipsPermissions.Appoint) is { } refused)
        {
            return refused;
        }

        Step = Step is What or Where or When or Check ? Step : Who;
        await LoadAsync(p);
        string first = FirstOpen();
        if (Order(Step) > Order(first))
        {
            return LocalRedirect(AddressOf(first));
        }

        return Page();
    }

    /// <summary>An answer to the step's question: to the first question that is still open, else to the check.</summary>
    public async Task<IActionResult> OnPostAsync(string p)
    {
        Partnership = p;
        if (RefuseUnless(p, PartnershipsPermissions.Appoint) is { } refused)
        {
            return refused;
        }

        Step = Step is What or Where or When ? Step : Who;
        await LoadAsync(p);
        if (Step == Who && !string.IsNullOrWhiteSpace(Find))
        {
            await FindAsync(p);
        }

        foreach ((string field, string[] messages) in ErrorsOf(Step))
        {
            ModelState.AddModelError(field, messages[0]);
        }

        return ModelState.IsValid
            ? LocalRedirect(AddressOf(FirstOpen()))
            : await AgainAsync(() => Task.FromResult<IActionResult>(Page()));
    }

    public async Task<IActionResult> OnPostSendAsync(string p)
    {
        Partnership = p;
        Step = Check;
        Result<AppointmentAnswer> made = await appoint.HandleAsync(Caller, p, Body);
        return await AnswerAsync(
            made.Refusal?.Errors is { } errors
                ? Result<AppointmentAnswer>.Refused(
                    made.Refusal with
                    {
                        // On the check page no field stands to lead to.
                        Errors = null,
                        Message = string.Join(' ', errors.Values.SelectMany(each => each)),
                    }
                )
                : made,
            done =>
            {
                string what =
                    $"{done.Person.Name}, {Words.Appointment(done.Role, done.Seat, done.Level)}";
                Tell(
                    done.Approval is null
                        ? $"Appointed: {what}."
                        : $"Sent for approval: {what}. The leads of the three seats have been told."
                );
                return LocalRedirect(
                    done.Approval is null
                        ? $"/partnerships/{Uri.EscapeDataString(p)}/people"
                        : $"/approvals/{done.Approval}"
                );
            },
            async () =>
            {
                if (RefuseUnless(p, PartnershipsPermissions.Appoint) is { } refused)
                {
                    return refused;
                }

                await LoadAsync(p);
                return Page();
            }
        );
    }

    /// <summary>The address of a step with everything answered so far that the role asks for.</summary>
    public string AddressOf(string step)
    {
        AppointPersonBody body = Body;
        (string Name, string? Value)[] state =
        [
            ("step", step),
            ("person", Person),
            ("role", Role),
            ("seat", body.Seat),
            ("level", body.Level),
            ("agency", body.Agency),
            ("group", body.Group),
            ("from.day", From.Day),
            ("from.month", From.Month),
            ("from.year", From.Year),
            ("to.day", To.Day),
            ("to.month", To.Month),
            ("to.year", To.Year),
        ];
        return $"/partnerships/{Uri.EscapeDataString(Partnership!)}/appointments/new"
            + QueryString.Create(
                state
                    .Where(one => !string.IsNullOrWhiteSpace(one.Value))
                    .Select(one => KeyValuePair.Create(one.Name, one.Value))
            );
    }

    private static int Order(string step) =>
        step switch
        {
            Who => 0,
            What => 1,
            Where => 2,
            When => 3,
            _ => 4,
        };

    private string FirstOpen() =>
        ((string[])[Who, What, Where, When]).FirstOrDefault(step => ErrorsOf(step).Any()) ?? Check;

    /// <summary>What is missing or wrong in the answer to one question, by the module's own rule.</summary>
    private IEnumerable<(string Field, string[] Messages)> ErrorsOf(string step)
    {
        string[] fields = step switch
        {
            Who => ["person"],
            What => ["role"],
            Where => ["seat", "level", "agency", "group"],
            _ => ["from", "to"],
        };
        if (step == When)
        {
            foreach (
                (string field, string? problem) in ((string, string?)[])
                    [
                        ("from", From.Problem("The first day", isRequired: true)),
                        ("to", To.Problem("The last day", isRequired: false)),
                    ]
            )
            {
                if (problem is not null)
                {
                    yield return (field, [problem]);
                }
            }

            if (From.Value is null)
            {
                yield break;
            }
        }

        Refusal? refusal = AppointmentRules.Check(
            Body,
            personIsKnown: PersonName is not null,
            agencyIsKnown: Agencies.Any(known => known.Id == Agency)
        );
        foreach ((string field, string[] messages) in refusal?.Errors ?? Nothing)
        {
            if (fields.Contains(field))
            {
                yield return (
                    field,
                    field == "person"
                        ? ["Choose somebody, or find them by their e-mail address."]
                        : messages
                );
            }
        }
    }

    private static readonly Dictionary<string, string[]> Nothing = [];

    private async Task FindAsync(string p)
    {
        await using GovernanceDb db = Reading.Open();
        Result<IReadOnlyList<PersonLine>> found = await PersonBook.FindAsync(
            db,
            p,
            Viewer.PersonId,
            new FindPersonBody(Find),
            Reading.Now
        );
        if (found.Refusal is { } refusal)
        {
            AddErrors(refusal);
            return;
        }

        switch (found.Value)
        {
            case []:
                ModelState.AddModelError(
                    "find",
                    "Nobody with this e-mail address or reference has signed in yet. Check it, or ask them to sign in once."
                );
                break;
            case [var one]:
                Person = one.Id;
                PersonName = one.Name;
                break;
            default:
                People = found.Value;
                ModelState.AddModelError(
                    "person",
                    "Several people have this address. Choose one of them."
                );
                break;
        }
    }

    private async Task LoadAsync(string p)
    {
        await using GovernanceDb db = Reading.Open();
        People = (await PersonBook.OfPartnershipAsync(db, p, Viewer.PersonId, Reading.Now))
            is { IsRefused: false } people
            ? people.Value
            : [];
        Agencies = (await PartnershipBook.FindAsync(db, p, Viewer.PersonId, Reading.Now))
            is { IsRefused: false } partnership
            ? partnership.Value.Agencies
            : [];
        Groups =
            Step is Where or Check && (Role is Roles.GroupChair or Roles.GroupMember)
                ? await GroupsAsync(db, p)
                : [];
        PersonLine? chosen = Person is null ? null : await PersonBook.ByIdAsync(db, Person);
        PersonName = chosen?.Name;
        if (chosen is not null && People.All(known => known.Id != chosen.Id))
        {
            People = [.. People, chosen];
        }
    }

    private async Task<IReadOnlyList<Choice>> GroupsAsync(GovernanceDb db, string p)
    {
        Result<Page<GroupLine>> found = await GroupBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now,
            take: MostGroups
        );
        List<Choice> groups =
        [
            .. (found.IsRefused ? [] : found.Value.Items).Select(group => new Choice(
                group.Id,
                group.Name
            )),
        ];
        if (groups.Count > 0 && !string.IsNullOrEmpty(Group) && groups.All(g => g.Value != Group))
        {
            groups.Add(new Choice(Group, Group));
        }

        return groups;
    }
}
