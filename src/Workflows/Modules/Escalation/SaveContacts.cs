using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Escalation;

/// <summary>A body keeps its single points of contact, with deputies, by stage; the business unit does it on its behalf.</summary>
public sealed class SaveContacts(Acts acts)
{
    private const int Most = 40;

    public Task<Result<BodyContactsAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        string body,
        StageContactsBody contacts,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<BodyContactsAnswer>
            {
                Name = "contacts.save",
                Caller = caller,
                Permission = EscalationPermissions.KeepContacts,
                Locate = async act =>
                    partnershipId == Partnership.Installation
                        ? null
                        : await PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body, contacts),
            },
            cancellation
        );

    private static async Task<Result<BodyContactsAnswer>> DecideAsync(
        Act act,
        string body,
        StageContactsBody contacts
    )
    {
        DateOnly today = London.DateOf(act.Now);
        if (
            (await EscalationParties.OfAsync(act.Db, act.PartnershipId, today)).All(party =>
                party.Id != body
            )
        )
        {
            return Refusal.NotFound;
        }

        if (EscalationPermissions.CheckKeeper(act.Kept<Standing>()!, body) is { } notTheirs)
        {
            return notTheirs;
        }

        HashSet<string> people =
        [
            .. (await AppointmentRoll.HeldAsync(act.Db, act.PartnershipId, today))
                .Where(a => a.Seat == body || a.AgencyId == body)
                .Select(a => a.PersonId),
        ];
        if (Check(contacts, people) is { } invalid)
        {
            return invalid;
        }

        List<StageContact> before = await act
            .Db.Set<StageContact>()
            .Where(contact => contact.PartnershipId == act.PartnershipId && contact.Body == body)
            .ToListAsync();
        act.Db.RemoveRange(before);
        foreach (StageContactBody contact in contacts.Contacts!)
        {
            act.Db.Add(
                new StageContact
                {
                    Id = act.NewId(),
                    PartnershipId = act.PartnershipId,
                    Body = body,
                    Stage = contact.Stage ?? 1,
                    Post = contact.Post!.Trim(),
                    Phone = LadderRules.Blank(contact.Phone),
                    Email = LadderRules.Blank(contact.Email),
                    PersonId = LadderRules.Blank(contact.Person),
                    IsDeputy = contact.Deputy == true,
                }
            );
        }

        act.Payload = new { body, contacts = contacts.Contacts!.Count };
        await act.Db.SaveChangesAsync();
        return (
            await ContactBook.ListAsync(act.Db, act.PartnershipId, act.Caller.PersonId, act.Now)
        ).Then(all => all.Single(each => each.Body == body));
    }

    /// <summary>Pure.</summary>
    internal static Refusal? Check(StageContactsBody body, IReadOnlySet<string> people)
    {
        FieldErrors errors = new();
        errors.When(
            body.Contacts is null,
            "contacts",
            "Send the whole list; an empty one takes all contacts away."
        );
        IReadOnlyList<StageContactBody> contacts = body.Contacts ?? [];
        errors.When(contacts.Count > Most, "contacts", $"Keep this to {Most} contacts.");
        for (int place = 0; place < Math.Min(contacts.Count, Most); place++)
        {
            StageContactBody? contact = contacts[place];
            string at = $"contacts[{place}]";
            errors.When(
                string.IsNullOrWhiteSpace(contact?.Post),
                at + ".post",
                "Say what the post is called, such as “Designated safeguarding lead”."
            );
            errors.When(
                contact?.Post?.Length > StageContact.MostPost,
                at + ".post",
                $"Keep this to {StageContact.MostPost} characters."
            );
            errors.When(
                contact?.Stage is < 1 or > LadderRules.MostStages,
                at + ".stage",
                $"Give the stage from which on it holds, 1 to {LadderRules.MostStages}."
            );
            errors.When(
                contact?.Phone?.Length > StageContact.MostPhone,
                at + ".phone",
                $"Keep this to {StageContact.MostPhone} characters."
            );
            errors.When(
                contact?.Email is { } email
                    && !string.IsNullOrWhiteSpace(email)
                    && (email.Length > StageContact.MostEmail || !email.Contains('@')),
                at + ".email",
                "Give an e-mail address, or leave it out."
            );
            errors.When(
                !string.IsNullOrWhiteSpace(contact?.Person) && !people.Contains(contact.Person),
                at + ".person",
                "Name somebody who acts for this body here today, or nobody."
            );
        }

        return errors.AsRefusal();
    }
}
