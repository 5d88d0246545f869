using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>The caller declares an interest of their own and is barred from deciding on its subject (DOMAIN B1.6).</summary>
public sealed class DeclareInterest(Acts acts, PartnershipEvents events)
{
    public Task<Result<InterestAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        DeclareInterestBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<InterestAnswer>
            {
                Name = "interest.declare",
                Caller = caller,
                Permission = PartnershipsPermissions.DeclareInterest,
                Locate = act => PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private async Task<Result<InterestAnswer>> DecideAsync(Act act, DeclareInterestBody body)
    {
        if (Check(body) is { } invalid)
        {
            return invalid;
        }

        Interest interest = new()
        {
            Id = act.NewId(),
            PartnershipId = act.PartnershipId,
            PersonId = act.Caller.PersonId,
            SubjectType = body.Subject!.Type,
            SubjectId = body.Subject.Id!,
            Nature = body.Nature!,
            From = body.From!.Value,
            To = body.To,
            DeclaredAt = act.Now,
        };
        act.Db.Add(interest);
        act.Subject = new SubjectRef("interest", interest.Id);
        act.Payload = new
        {
            person = interest.PersonId,
            subject = body.Subject,
            interest.Nature,
            interest.From,
            interest.To,
        };
        await events.RaiseAsync(act, new InterestDeclared(interest));
        return new InterestAnswer(
            interest.Id,
            interest.PartnershipId,
            body.Subject,
            interest.From,
            interest.To
        );
    }

    /// <summary>The body's own mistakes, by field; null when there is none.</summary>
    public static Refusal? Check(DeclareInterestBody body)
    {
        FieldErrors errors = new();
        errors.When(
            string.IsNullOrWhiteSpace(body.Subject?.Id),
            "subject",
            "Name what the interest is in."
        );
        errors.When(
            body.Subject?.Id?.Length > Ids.MaxLength || body.Subject?.Type?.Length > Ids.MaxLength,
            "subject",
            "This is no subject's id."
        );
        errors.Text(body.Nature, "nature", "Say what the interest is.");
        errors.When(body.From is null, "from", "Give the first day.");
        errors.When(body.To < body.From, "to", "The last day cannot come before the first.");
        return errors.AsRefusal();
    }
}
