using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Governance.Contracts.Retention;
using Governance.Modules.Retention;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Tests.Host;

/// <summary>Holds, disposals and erasures, as people meet them.</summary>
internal static class Retentions
{
    /// <summary>A hold of the scrutineer's on every task and finish group.</summary>
    public static async Task<string> HoldAsync(RunningHost host)
    {
        using HttpClient scrutineer = await host.AsAsync("scrutineer");
        JsonObject hold = await scrutineer
            .PostAsJsonAsync(
                "/api/partnerships/example/holds",
                new
                {
                    scope = "class",
                    type = "group",
                    reason = "An inquiry asks for them.",
                    reference = "INQ 1",
                }
            )
            .JsonAsync();
        return (string)hold["id"]!;
    }

    /// <summary>A disposal that was carried out years ago, as it is stored: a host's clock does not wait ten years.</summary>
    public static Task<(string Disposal, string Item, string Subject)> DisposedAsync(
        RunningHost host
    ) =>
        host
            .Services.GetRequiredService<Upkeep>()
            .RunAsync(db =>
            {
                DateTime now = Moments.Now(host.Services.GetRequiredService<TimeProvider>());
                Disposal disposal = new()
                {
                    Id = Ids.New(now),
                    PartnershipId = "example",
                    Reason = "Their period was over.",
                    State = DisposalStates.Done,
                    ProposedBy = "business-unit-manager",
                    ProposedAt = now.AddDays(-30),
                    NeedsScrutiny = false,
                    ApprovedBy = "police-lead",
                    ApprovedSeat = "police",
                    ApprovedLevel = "lead",
                    ApprovedAt = now.AddDays(-20),
                    WaitsUntil = now.AddDays(-6),
                    EndedAt = now,
                };
                DisposalItem item = new()
                {
                    Id = Ids.New(now),
                    DisposalId = disposal.Id,
                    PartnershipId = "example",
                    SubjectType = "policy",
                    SubjectId = Ids.New(now),
                    Label = "Policy 12345678",
                    ClassKey = "policy",
                    ClassVersion = 0,
                    Rule = "10 years after the end",
                    DueOn = new DateOnly(2026, 1, 1),
                    State = DisposalItemStates.Disposed,
                    EndedAt = now,
                    Certificate = JsonSerializer.Serialize(
                        new DisposalCertificate(
                            DisposalCertificate.KnownFormat,
                            "example",
                            new CertifiedSubject(
                                "policy",
                                "gone",
                                "Policy 12345678",
                                new DateOnly(2016, 1, 1)
                            ),
                            new CertifiedRule(
                                "policy",
                                0,
                                "10 years after the end",
                                new DateOnly(2026, 1, 1)
                            ),
                            new CertifiedAgreement(
                                disposal.Id,
                                disposal.Reason,
                                disposal.ProposedBy,
                                disposal.ProposedAt,
                                disposal.ApprovedBy,
                                disposal.ApprovedSeat,
                                now.AddDays(-20),
                                null,
                                null,
                                now.AddDays(-6)
                            ),
                            now,
                            [new DestroyedRows("Policy", 1, new string('a', 64))],
                            [],
                            new CertifiedRecord([1, 2], [2]),
                            "The hash stands in the record."
                        ),
                        JsonSerializerOptions.Web
                    ),
                    CertificateHash = new string('b', 64),
                };
                db.Add(disposal);
                db.Add(item);
                return Task.FromResult((disposal.Id, item.Id, item.SubjectId));
            });

    /// <summary>The practitioner of nobody's: a person without any appointment.</summary>
    public static Task<string> ErasureAsync(RunningHost host) =>
        host
            .Services.GetRequiredService<Upkeep>()
            .RunAsync(db =>
            {
                DateTime now = Moments.Now(host.Services.GetRequiredService<TimeProvider>());
                PersonErasure erasure = new()
                {
                    Id = Ids.New(now),
                    PersonId = "somebody-long-gone",
                    Reason = "They asked for it.",
                    State = ErasureStates.Done,
                    ProposedBy = "administrator",
                    ProposedAt = now,
                    ApprovedBy = "business-unit-manager",
                    ApprovedAt = now,
                    Records = ["example"],
                    Payloads = 3,
                    DoneAt = now,
                    Pseudonym = "Person erased on 2 November 2026 (1234)",
                    Outcome =
                        "{\"changed\":[{\"table\":\"Person\",\"column\":\"DisplayName\",\"rows\":1}],\"kept\":[{\"table\":\"PolicyVersion\",\"column\":\"Body\",\"rows\":2}]}",
                };
                db.Add(erasure);
                return Task.FromResult(erasure.Id);
            });
}
