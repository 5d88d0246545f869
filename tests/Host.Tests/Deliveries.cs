using Governance.Modules.Notices;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host;

/// <summary>Messages that leave the service, as its administrator meets them.</summary>
internal static class Deliveries
{
    /// <summary>One that was given up after two attempts.</summary>
    public static Task<string> GivenUpAsync(RunningHost host) =>
        host
            .Services.GetRequiredService<Upkeep>()
            .RunAsync(db =>
            {
                DateTime now = Moments.Now(host.Services.GetRequiredService<TimeProvider>());
                Delivery delivery = new()
                {
                    Id = Ids.New(now),
                    PartnershipId = "example",
                    Cause = Ids.New(now),
                    Recipient = "board-lead",
                    Channel = DeliveryChannels.Email,
                    Template = DeliveryTemplate.Of(NoticeMessage.Waits(NoticeMatter.SignOff)),
                    IsByDuty = true,
                    CreatedAt = now,
                    State = DeliveryStates.GaveUp,
                    Attempts = 2,
                    NextAttemptAt = now,
                    FinishedAt = now,
                    Result = "notify.rejected",
                };
                db.Add(delivery);
                db.Add(Attempt(delivery, 1, "notify.unavailable"));
                db.Add(Attempt(delivery, 2, "notify.rejected"));
                return Task.FromResult(delivery.Id);
            });

    private static DeliveryAttempt Attempt(Delivery delivery, int number, string result) =>
        new()
        {
            DeliveryId = delivery.Id,
            Number = number,
            At = delivery.CreatedAt,
            Result = result,
        };
}
