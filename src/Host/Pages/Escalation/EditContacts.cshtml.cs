using System.Globalization;
using Governance.Contracts;
using Governance.Host.Pages.Components;
using Governance.Modules.Calendars;
using Governance.Modules.Escalation;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Escalation;

/// <summary>A contact as it is typed; one without a post is left out.</summary>
internal sealed class ContactForm
{
    public string? Post { get; set; }

    public string? Stage { get; set; }

    public string? Phone { get; set; }

    public string? Email { get; set; }

    public string? Person { get; set; }

    public bool Deputy { get; set; }
}

/// <summary>A body keeps its points of contact. There are always two empty ones at the end, so that no script is needed.</summary>
internal sealed class EditContactsModel(SaveContacts save) : GovernancePage
{
    private const int Spare = 2;

    [BindProperty]
    public List<ContactForm> Contacts { get; set; } = [];

    public string BodyName { get; private set; } = "";

    public IReadOnlyList<Choice> People { get; private set; } = [];

    public IReadOnlyList<string> ErrorsOf(int place) =>
        [
            .. ModelState
                .Where(field =>
                    field.Key.StartsWith(
                        string.Create(CultureInfo.InvariantCulture, $"contacts[{place}]"),
                        StringComparison.OrdinalIgnoreCase
                    )
                )
                .SelectMany(field => field.Value!.Errors)
                .Select(error => error.ErrorMessage),
        ];

    public async Task<IActionResult> OnGetAsync(string p, string b)
    {
        (IActionResult? no, BodyContactsAnswer? body) = await LoadAsync(p, b);
        if (no is not null)
        {
            return no;
        }

        Contacts =
        [
            .. body!.Contacts.Select(contact => new ContactForm
            {
                Post = contact.Post,
                Stage = contact.Stage.ToString(CultureInfo.InvariantCulture),
                Phone = contact.Phone,
                Email = contact.Email,
                Person = contact.Person,
                Deputy = contact.Deputy,
            }),
        ];
        AddSpare();
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string p, string b)
    {
        (IActionResult? no, _) = await LoadAsync(p, b);
        if (no is not null)
        {
            return no;
        }

        Contacts = [.. Contacts.Where(contact => !string.IsNullOrWhiteSpace(contact.Post))];
        return await AnswerAsync(
            await save.HandleAsync(
                Caller,
                p,
                b,
                new StageContactsBody([
                    .. Contacts.Select(contact => new StageContactBody(
                        string.IsNullOrWhiteSpace(contact.Stage)
                            ? 1
                            : LimitForm.Number(contact.Stage) ?? 0,
                        contact.Post,
                        contact.Phone,
                        contact.Email,
                        contact.Person,
                        contact.Deputy
                    )),
                ])
            ),
            _ =>
            {
                Tell("The contacts are saved.");
                return LocalRedirect($"/partnerships/{Uri.EscapeDataString(p)}/contacts");
            },
            () =>
            {
                AddSpare();
                return Task.FromResult<IActionResult>(Page());
            }
        );
    }

    private async Task<(IActionResult? No, BodyContactsAnswer? Body)> LoadAsync(string p, string b)
    {
        Partnership = p;
        if (RefuseUnless(p, EscalationPermissions.KeepContacts) is { } no)
        {
            return (no, null);
        }

        await using GovernanceDb db = Reading.Open();
        Result<IReadOnlyList<BodyContactsAnswer>> all = await ContactBook.ListAsync(
            db,
            p,
            Viewer.PersonId,
            Reading.Now
        );
        if (all.IsRefused)
        {
            return (Refuse(all.Refusal), null);
        }

        BodyContactsAnswer? body = all.Value.FirstOrDefault(each => each.Body == b);
        bool keeps =
            Viewer.Holds(p, Roles.BusinessUnit)
            || Viewer.Appointments.Any(held =>
                held.Partnership == p && (held.Seat == b || held.Agency == b)
            );
        if (body is null || !keeps)
        {
            return (Refuse(body is null ? Refusal.NotFound : ContactBook.NotYours), null);
        }

        BodyName = body.Name;
        IReadOnlyList<Appointment> people =
        [
            .. (await AppointmentRoll.HeldAsync(db, p, London.DateOf(Reading.Now))).Where(a =>
                a.Seat == b || a.AgencyId == b
            ),
        ];
        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            people.Select(a => a.PersonId)
        );
        People =
        [
            .. names.OrderBy(name => name.Value).Select(name => new Choice(name.Key, name.Value)),
        ];
        return (null, body);
    }

    private void AddSpare()
    {
        for (int spare = 0; spare < Spare; spare++)
        {
            Contacts.Add(new ContactForm());
        }
    }
}
