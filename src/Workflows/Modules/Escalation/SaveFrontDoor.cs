using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Escalation;

/// <summary>Whom to call when a child is at immediate risk: the first that everybody reads.</summary>
public sealed class SaveFrontDoor(Acts acts)
{
    public Task<Result<FrontDoorAnswer>> HandleAsync(
        ActCaller caller,
        string partnershipId,
        FrontDoorBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<FrontDoorAnswer>
            {
                Name = "front-door.save",
                Caller = caller,
                Permission = EscalationPermissions.KeepFrontDoor,
                Locate = async act =>
                    partnershipId == Partnership.Installation
                        ? null
                        : await PartnershipPlace.LocateAsync(act, partnershipId),
                Decide = act => DecideAsync(act, body),
            },
            cancellation
        );

    private static async Task<Result<FrontDoorAnswer>> DecideAsync(Act act, FrontDoorBody body)
    {
        FieldErrors errors = new();
        errors.When(
            string.IsNullOrWhiteSpace(body.Phone),
            "phone",
            "Give the number of the local front door."
        );
        errors.When(
            body.Phone?.Length > StageContact.MostPhone
                || body.OutOfHours?.Length > StageContact.MostPhone,
            "phone",
            $"Keep numbers to {StageContact.MostPhone} characters."
        );
        errors.When(
            body.Name?.Length > LadderRules.MostName,
            "name",
            $"Keep this to {LadderRules.MostName} characters."
        );
        errors.When(
            body.Text?.Length > FrontDoor.MostText,
            "text",
            $"Keep this to {FrontDoor.MostText} characters."
        );
        if (errors.AsRefusal() is { } invalid)
        {
            return invalid;
        }

        FrontDoor? door = await act.Db.Set<FrontDoor>().FindAsync(act.PartnershipId);
        if (door is null)
        {
            door = new FrontDoor { PartnershipId = act.PartnershipId };
            act.Db.Add(door);
        }

        door.Name = LadderRules.Blank(body.Name);
        door.Phone = LadderRules.Blank(body.Phone);
        door.OutOfHours = LadderRules.Blank(body.OutOfHours);
        door.Text = LadderRules.Blank(body.Text);
        act.Payload = new
        {
            door.Name,
            door.Phone,
            door.OutOfHours,
        };
        return new FrontDoorAnswer(door.Name, door.Phone, door.OutOfHours, door.Text);
    }
}
