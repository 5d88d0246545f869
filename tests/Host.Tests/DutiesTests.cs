using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Tests.Host;

/// <summary>Who may do what: every route that acts or reads under a duty × every role, from the product's own table.</summary>
[Collection(DutiesCollection.Name)]
public sealed class DutiesTests(DutiesTests.Fixture fixture)
{
    internal static readonly Dictionary<string, string> PersonOf = new(StringComparer.Ordinal)
    {
        [Roles.StatutoryPartner] = "board-lead",
        [Roles.Scrutineer] = "scrutineer",
        [Roles.BusinessUnit] = "business-unit-manager",
        [Roles.GroupChair] = "group-chair",
        [Roles.GroupMember] = "group-member-one",
        [Roles.AgencyRepresentative] = "schools-representative",
        [Roles.Practitioner] = "practitioner",
        [Roles.Administrator] = "administrator",
        [Roles.Inspector] = "inspector",
    };

    internal static readonly (string Method, string Address, Duty Duty)[] Routes =
    [
        ("POST", "/api/partnerships/example/policies", DutiesMatrix.Draft),
        ("PUT", "/api/policies/{policy}/draft", DutiesMatrix.Draft),
        ("POST", "/api/policies/{policy}/attachments", DutiesMatrix.Draft),
        ("DELETE", "/api/policies/{policy}/attachments/none", DutiesMatrix.Draft),
        ("POST", "/api/policies/{policy}/withdrawal", DutiesMatrix.Steer),
        ("POST", "/api/policies/{consulted}/consultation", DutiesMatrix.Steer),
        ("POST", "/api/policies/{consulted}/consultation/closure", DutiesMatrix.Steer),
        ("POST", "/api/comments/{comment}/disposition", DutiesMatrix.Steer),
        ("POST", "/api/policies/{consulted}/comments", DutiesMatrix.Comment),
        ("POST", "/api/policies/{consulted}/consultation/no-comment", DutiesMatrix.Comment),
        ("POST", "/api/comments/{comment}/withdrawal", DutiesMatrix.Comment),
        ("POST", "/api/policies/{policy}/review", DutiesMatrix.Steer),
        ("PUT", "/api/policies/{policy}/owner", DutiesMatrix.Steer),
        ("POST", "/api/policies/{signed}/sign-off", DutiesMatrix.Steer),
        ("POST", "/api/policies/{policy}/cascade/chase", DutiesMatrix.Steer),
        ("POST", "/api/policies/{policy}/cascade/schools", DutiesMatrix.ConfirmCascade),
        ("POST", "/api/sign-offs/{round}/signatures", DutiesMatrix.Sign),
        ("POST", "/api/sign-offs/{round}/rejection", DutiesMatrix.Sign),
        ("POST", "/api/sign-offs/{round}/withdrawal", DutiesMatrix.Sign),
        ("POST", "/api/sign-offs/{round}/scrutiny-comment", DutiesMatrix.Scrutinise),
        ("POST", "/api/partnerships/example/appointments", DutiesMatrix.Appoint),
        ("POST", "/api/appointments/{appointment}/end", DutiesMatrix.Appoint),
        ("POST", "/api/partnerships/example/imports", DutiesMatrix.BringIn),
        ("POST", "/api/approvals/{approval}/decision", DutiesMatrix.Approve),
        ("POST", "/api/approvals/{approval}/withdrawal", DutiesMatrix.Approve),
        ("GET", "/api/approvals/{approval}", DutiesMatrix.Approve),
        ("GET", "/api/partnerships/example/people", DutiesMatrix.Appoint),
        ("POST", "/api/partnerships/example/people/find", DutiesMatrix.Appoint),
        ("POST", "/api/partnerships/example/delegations", DutiesMatrix.Delegate),
        ("POST", "/api/delegations/{delegation}/revocation", DutiesMatrix.Delegate),
        ("POST", "/api/partnerships/example/interests", DutiesMatrix.DeclareInterest),
        ("POST", "/api/calendars/england-and-wales/versions", DutiesMatrix.Configure),
        ("POST", "/api/calendars/england-and-wales/versions/preview", DutiesMatrix.Configure),
        ("POST", "/api/clocks/{clock}/review", DutiesMatrix.Operate),
        ("POST", "/api/clocks/{clock}/pauses", DutiesMatrix.PauseClocks),
        ("POST", "/api/clocks/{clock}/resumption", DutiesMatrix.PauseClocks),
        ("POST", "/api/partnerships/example/undertakings", DutiesMatrix.Undertake),
        ("POST", "/api/requests/{request}/answer", DutiesMatrix.AnswerRequest),
        ("POST", "/api/attestations/{attestation}/answer", DutiesMatrix.Attest),
        ("POST", "/api/instances/{instance}/retry", DutiesMatrix.Operate),
        ("POST", "/api/instances/{instance}/skip", DutiesMatrix.Operate),
        ("POST", "/api/instances/{instance}/cancellation", DutiesMatrix.Operate),
        ("POST", "/api/instances/{instance}/migration", DutiesMatrix.Configure),
        ("POST", "/api/instances/{instance}/migration?preview=true", DutiesMatrix.Configure),
        ("POST", "/api/partnerships/example/definitions/policy/migration", DutiesMatrix.Configure),
        (
            "POST",
            "/api/partnerships/example/definitions/policy/migration?preview=true",
            DutiesMatrix.Configure
        ),
        ("POST", "/api/partnerships/example/definitions/policy/withdrawal", DutiesMatrix.Configure),
        ("POST", "/elsa/api/workflow-definitions?partnership=example", DutiesMatrix.Configure),
        (
            "POST",
            "/elsa/api/workflow-definitions/import?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/workflow-definitions/import-files?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/workflow-definitions/none/import?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/workflow-definitions/none/publish?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/workflow-definitions/policy/retract?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/workflow-definitions/none/revert/1?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "DELETE",
            "/elsa/api/workflow-definitions/none?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "DELETE",
            "/elsa/api/workflow-definitions/policy/version/9?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "DELETE",
            "/elsa/api/workflow-definition-versions/{definitionVersion}",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/bulk-actions/publish/workflow-definitions/by-definition-ids?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/bulk-actions/retract/workflow-definitions/by-definition-ids?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/bulk-actions/delete/workflow-definitions/by-definition-id?partnership=example",
            DutiesMatrix.Configure
        ),
        (
            "POST",
            "/elsa/api/bulk-actions/delete/workflow-definitions/by-id?partnership=example",
            DutiesMatrix.Configure
        ),
        ("POST", "/api/partnerships/example/definitions/none/rehearsals", DutiesMatrix.Configure),
        ("POST", "/api/partnerships/example/holds", DutiesMatrix.Hold),
        ("POST", "/api/holds/{hold}/lifting", DutiesMatrix.Hold),
        ("POST", "/api/partnerships/example/retention/challenge", DutiesMatrix.KeepRetention),
        ("POST", "/api/partnerships/example/disposals", DutiesMatrix.KeepRetention),
        ("POST", "/api/disposals/{disposal}/agreement", DutiesMatrix.AgreeDisposal),
        ("POST", "/api/disposals/{disposal}/objection", DutiesMatrix.AgreeDisposal),
        ("POST", "/api/erasures", DutiesMatrix.ErasePerson),
        .. GroupRoutes,
        .. ChallengeRoutes,
        .. EscalationRoutes,
        ("POST", "/api/partnerships/example/bodies", DutiesMatrix.KeepStructure),
        ("PUT", "/api/bodies/{body}", DutiesMatrix.KeepStructure),
        ("POST", "/api/bodies/{body}/move", DutiesMatrix.KeepStructure),
        ("POST", "/api/bodies/{body}/dissolution", DutiesMatrix.KeepStructure),
        ("POST", "/api/bodies/{body}/members", DutiesMatrix.KeepStructure),
        ("POST", "/api/body-members/{term}/end", DutiesMatrix.KeepStructure),
        ("POST", "/api/partnerships/example/meetings", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/agenda", DutiesMatrix.Convene),
        ("POST", "/api/agenda-items/{item}/papers", DutiesMatrix.Convene),
        ("POST", "/api/papers/{paper}/versions", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/circulation", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/rescheduling", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/cancellation", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/attendance", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/interests", DutiesMatrix.DeclareInterest),
        ("POST", "/api/meetings/{meeting}/decisions", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{planned}/closure", DutiesMatrix.Convene),
        ("PUT", "/api/meetings/{meeting}/minutes", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/minutes/agreement", DutiesMatrix.Convene),
        ("POST", "/api/meetings/{meeting}/minutes/publication", DutiesMatrix.PublishMinutes),
        ("POST", "/api/partnerships/example/actions", DutiesMatrix.Convene),
        ("POST", "/api/actions/{action}/completion", DutiesMatrix.DoActions),
        ("POST", "/api/actions/{action}/verification", DutiesMatrix.DoActions),
        ("POST", "/api/bodies/{body}/written-procedures", DutiesMatrix.Convene),
        ("POST", "/api/written-procedures/{procedure}/answers", DutiesMatrix.AnswerProcedure),
        ("POST", "/api/written-procedures/{procedure}/withdrawal", DutiesMatrix.Convene),
        ("GET", "/api/partnerships/example/deliveries", DutiesMatrix.Administer),
        ("GET", "/api/deliveries/{delivery}", DutiesMatrix.Administer),
        ("POST", "/api/deliveries/{delivery}/retry", DutiesMatrix.Administer),
        ("POST", "/api/partnerships/example/deliveries/retry", DutiesMatrix.Administer),
        ("GET", "/api/partnerships/example/record", DutiesMatrix.ReadRecord),
        ("GET", "/api/partnerships/example/record/verification", DutiesMatrix.ReadRecord),
        ("GET", "/api/partnerships/example/record/checkpoint", DutiesMatrix.ReadRecord),
        (
            "GET",
            "/api/partnerships/example/record/proofs/inclusion?entry=1",
            DutiesMatrix.ReadRecord
        ),
        (
            "GET",
            "/api/partnerships/example/record/proofs/consistency?from=1",
            DutiesMatrix.ReadRecord
        ),
        ("GET", "/api/partnerships/example/record/export", DutiesMatrix.ReadRecord),
    ];

    private static (string Method, string Address, Duty Duty)[] GroupRoutes =>
        [
            ("POST", "/api/partnerships/example/groups", DutiesMatrix.Commission),
            ("PUT", "/api/groups/{group}/terms", DutiesMatrix.Progress),
            ("POST", "/api/groups/{group}/terms/approval", DutiesMatrix.AcceptWork),
            ("POST", "/api/groups/{group}/members", DutiesMatrix.Staff),
            ("POST", "/api/group-members/{groupMember}/end", DutiesMatrix.Staff),
            ("POST", "/api/groups/{group}/chair", DutiesMatrix.Staff),
            ("PUT", "/api/groups/{group}/vice-chair", DutiesMatrix.Staff),
            ("POST", "/api/groups/{standingGroup}/chair/resignation", DutiesMatrix.Progress),
            ("POST", "/api/groups/{group}/closure", DutiesMatrix.Progress),
            ("POST", "/api/groups/{group}/closure/acceptance", DutiesMatrix.AcceptWork),
            ("POST", "/api/groups/{group}/sunset", DutiesMatrix.AcceptWork),
            ("POST", "/api/groups/{group}/stand-down", DutiesMatrix.AcceptWork),
            ("POST", "/api/groups/{group}/reports", DutiesMatrix.Progress),
            ("POST", "/api/groups/{group}/tasks", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/updates", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/start", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/completion", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/roll-forward", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/reassignment", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/drop", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/block", DutiesMatrix.Progress),
            ("POST", "/api/group-tasks/{groupTask}/unblock", DutiesMatrix.Progress),
            ("PUT", "/api/group-tasks/{groupTask}/dependencies", DutiesMatrix.Progress),
        ];

    private static (string Method, string Address, Duty Duty)[] ChallengeRoutes =>
        [
            ("POST", "/api/partnerships/example/challenges", DutiesMatrix.Scrutinise),
            ("PUT", "/api/challenges/{challenge}", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/evidence", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/evidence/1/removal", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/assessments", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/external", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/seriousness", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/closure", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/withdrawal", DutiesMatrix.Scrutinise),
            ("POST", "/api/challenges/{challenge}/reopening", DutiesMatrix.Scrutinise),
            ("GET", "/api/challenges/{challenge}/attempts", DutiesMatrix.Scrutinise),
            ("GET", "/api/partnerships/example/challenge-drafts", DutiesMatrix.Scrutinise),
            ("POST", "/api/partnerships/example/challenge-drafts", DutiesMatrix.Scrutinise),
            (
                "POST",
                "/api/partnerships/example/challenge-drafts/handover",
                DutiesMatrix.Scrutinise
            ),
            ("PUT", "/api/partnerships/example/challenge-drafts/none", DutiesMatrix.Scrutinise),
            (
                "POST",
                "/api/partnerships/example/challenge-drafts/none/opening",
                DutiesMatrix.Scrutinise
            ),
            (
                "POST",
                "/api/partnerships/example/challenge-drafts/none/erasure",
                DutiesMatrix.Scrutinise
            ),
            ("POST", "/api/challenges/{challenge}/acknowledgements", DutiesMatrix.Respond),
            ("POST", "/api/challenges/{challenge}/responses", DutiesMatrix.Respond),
            ("POST", "/api/challenges/{challenge}/actions", DutiesMatrix.Respond),
            ("POST", "/api/challenges/{challenge}/positions", DutiesMatrix.Respond),
        ];

    private static (string Method, string Address, Duty Duty)[] EscalationRoutes =>
        [
            ("POST", "/api/partnerships/example/escalations", DutiesMatrix.RaiseConcern),
            ("POST", "/api/escalations/{escalation}/acknowledgement", DutiesMatrix.AnswerConcern),
            ("POST", "/api/escalations/{escalation}/answers", DutiesMatrix.AnswerConcern),
            ("POST", "/api/escalations/{escalation}/meeting", DutiesMatrix.AnswerConcern),
            ("POST", "/api/escalations/{escalation}/confirmation", DutiesMatrix.AnswerConcern),
            ("POST", "/api/escalations/{escalation}/satisfaction", DutiesMatrix.RaiseConcern),
            ("POST", "/api/escalations/{escalation}/withdrawal", DutiesMatrix.RaiseConcern),
            ("PUT", "/api/partnerships/example/ladders/three-times-five", DutiesMatrix.Configure),
            ("PUT", "/api/partnerships/example/contacts/schools", DutiesMatrix.KeepContacts),
            ("POST", "/api/partnerships/example/raising-links", DutiesMatrix.KeepContacts),
            ("GET", "/api/partnerships/example/raising-links", DutiesMatrix.KeepContacts),
            ("POST", "/api/raising-links/{raisingLink}/revocation", DutiesMatrix.KeepContacts),
        ];

    public static TheoryData<int, string> RoutesAndRoles()
    {
        var data = new TheoryData<int, string>();
        for (int route = 0; route < Routes.Length; route++)
        {
            foreach (string role in PersonOf.Keys)
            {
                data.Add(route, role);
            }
        }

        return data;
    }

    public static TheoryData<int> AllRoutes() => [.. Enumerable.Range(0, Routes.Length)];

    [Theory]
    [MemberData(nameof(RoutesAndRoles))]
    public async Task Route_ForARole_IsOpenExactlyAsTheTableSays(int route, string role)
    {
        (string method, string address, Duty duty) = Routes[route];

        using HttpResponseMessage answer = await fixture.AskAsync(method, address, PersonOf[role]);

        string code = await CodeAsync(answer);
        bool isRefusedByRole =
            answer.StatusCode == HttpStatusCode.Forbidden
            && (
                code.StartsWith("permission.", StringComparison.Ordinal)
                || code.StartsWith("duties.", StringComparison.Ordinal)
            );
        Assert.True(
            isRefusedByRole != duty.Roles.Contains(role),
            $"{method} {address} as {role}: {(int)answer.StatusCode} {code}"
        );
        Assert.True((int)answer.StatusCode < 500, $"{(int)answer.StatusCode}");
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public async Task Route_ForAnotherPartnershipsPeople_IsNotThere(int route)
    {
        (string method, string address, _) = Routes[route];
        if (
            address.StartsWith("/api/calendars", StringComparison.Ordinal)
            || address == "/api/erasures"
        )
        {
            // These are the installation's, in which the business units of all partnerships stand.
            return;
        }

        foreach (
            string person in (string[])
                ["other-business-unit-manager", "other-scrutineer", "other-authority-lead"]
        )
        {
            using HttpResponseMessage answer = await fixture.AskAsync(method, address, person);
            Assert.Equal("404 not-found", $"{(int)answer.StatusCode} {await CodeAsync(answer)}");
        }
    }

    [Theory]
    [MemberData(nameof(AllRoutes))]
    public async Task Route_WithoutAToken_Is401(int route)
    {
        (string method, string address, _) = Routes[route];

        using HttpResponseMessage answer = await fixture.AskAsync(method, address, person: null);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Theory]
    [InlineData("/api/partnerships/example")]
    [InlineData("/api/partnerships/example/policies")]
    [InlineData("/api/policies/{policy}")]
    [InlineData("/api/policies/{policy}/versions")]
    [InlineData("/api/policies/{policy}/versions/1")]
    [InlineData("/api/policies/{policy}/versions/1/changes/1")]
    [InlineData("/api/policies/{policy}/cascade")]
    [InlineData("/api/policies/{consulted}/consultation")]
    [InlineData("/api/policies/{consulted}/comments")]
    [InlineData("/api/comments/{comment}")]
    [InlineData("/api/sign-offs/{round}")]
    [InlineData("/api/clocks/{clock}")]
    [InlineData("/api/groups/{group}")]
    [InlineData("/api/groups/{group}/terms")]
    [InlineData("/api/groups/{group}/reports")]
    [InlineData("/api/groups/{group}/reports/draft")]
    [InlineData("/api/groups/{group}/tasks")]
    [InlineData("/api/group-tasks/{groupTask}")]
    [InlineData("/api/group-tasks/{groupTask}/updates")]
    [InlineData("/api/partnerships/example/groups")]
    [InlineData("/api/instances/{instance}")]
    [InlineData("/api/instances/{instance}/history")]
    [InlineData("/api/instances/{instance}/diagram")]
    [InlineData("/api/instances/{instance}/requests")]
    [InlineData("/api/requests/{request}")]
    [InlineData("/api/partnerships/example/retention")]
    [InlineData("/api/partnerships/example/retention/due")]
    [InlineData("/api/partnerships/example/holds")]
    [InlineData("/api/holds/{hold}")]
    [InlineData("/api/partnerships/example/disposals")]
    [InlineData("/api/disposals/{disposal}")]
    [InlineData("/api/partnerships/example/attestations")]
    [InlineData("/api/attestations/{attestation}")]
    [InlineData("/api/partnerships/example/bodies")]
    [InlineData("/api/bodies/{body}")]
    [InlineData("/api/partnerships/example/meetings")]
    [InlineData("/api/meetings/{meeting}")]
    [InlineData("/api/papers/{paper}/versions/1")]
    [InlineData("/api/partnerships/example/decisions")]
    [InlineData("/api/partnerships/example/decisions.csv")]
    [InlineData("/api/decisions/{decision}")]
    [InlineData("/api/partnerships/example/actions")]
    [InlineData("/api/partnerships/example/actions.csv")]
    [InlineData("/api/actions/{action}")]
    [InlineData("/api/partnerships/example/challenges")]
    [InlineData("/api/challenges/{challenge}")]
    [InlineData("/api/challenges/{challenge}/evidence/1")]
    [InlineData("/api/partnerships/example/written-procedures")]
    [InlineData("/api/written-procedures/{procedure}")]
    [InlineData("/api/meetings/{closed}/minutes")]
    [InlineData("/api/escalations/{escalation}")]
    [InlineData("/api/partnerships/example/escalations")]
    [InlineData("/api/partnerships/example/escalations?mine=true")]
    [InlineData("/api/partnerships/example/escalations/themes")]
    [InlineData("/api/partnerships/example/ladders")]
    [InlineData("/api/partnerships/example/ladders/lincolnshire")]
    [InlineData("/api/partnerships/example/contacts")]
    [InlineData("/api/partnerships/example/front-door")]
    [InlineData("/api/partnerships/example/definitions/policy/rehearsals")]
    [InlineData("/api/partnerships/example/framework-changes")]
    [InlineData("/api/framework-changes/{frameworkChange}")]
    [InlineData("/elsa/api/workflow-definitions/by-id/{definitionVersion}")]
    public async Task Read_OfAnotherPartnership_AnswersAsWhatWasNeverThere(string address)
    {
        string unknown = address;
        foreach (string name in fixture.Ids.Keys)
        {
            unknown = unknown.Replace($"{{{name}}}", "never-there", StringComparison.Ordinal);
        }

        unknown = unknown.Replace("/example", "/never-there", StringComparison.Ordinal);

        JsonObject here = await fixture
            .AskAsync("GET", address, "other-business-unit-manager")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        JsonObject nowhere = await fixture
            .AskAsync("GET", unknown, "other-business-unit-manager")
            .ProblemAsync(HttpStatusCode.NotFound, "not-found");
        using HttpResponseMessage mine = await fixture.AskAsync(
            "GET",
            address,
            "business-unit-manager"
        );

        here.Remove("traceId");
        nowhere.Remove("traceId");
        Assert.Equal(nowhere.ToJsonString(), here.ToJsonString());
        Assert.Equal(HttpStatusCode.OK, mine.StatusCode);
    }

    [Fact]
    public async Task Lists_HoldNothingOfAnotherPartnership()
    {
        foreach (
            string address in (string[])
                [
                    "/api/partnerships",
                    "/api/tasks",
                    "/api/notices",
                    "/api/approvals",
                    "/api/instances",
                    "/api/instances?subject={policy}",
                ]
        )
        {
            using HttpResponseMessage answer = await fixture.AskAsync(
                "GET",
                address,
                "other-business-unit-manager"
            );
            string text = await answer.Content.ReadAsStringAsync();
            Assert.True(answer.IsSuccessStatusCode, text);
            Assert.DoesNotContain("\"example\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain(fixture.Ids["policy"], text, StringComparison.Ordinal);
        }
    }

    private static async Task<string> CodeAsync(HttpResponseMessage answer) =>
        answer.Content.Headers.ContentType?.MediaType == "application/problem+json"
            ? (string)(await answer.Content.ReadFromJsonAsync<JsonObject>())!["code"]!
            : string.Empty;

    /// <summary>A host with one of everything that routes name by id.</summary>
    public sealed class Fixture : RunningHost, IAsyncLifetime
    {
        internal Dictionary<string, string> Ids { get; } = new(StringComparer.Ordinal);

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await SetClockAsync("2027-02-03T09:00:00Z");
            Ids["policy"] = (string)(await Policies.CreateAsync(this, "Draft"))["id"]!;
            Ids["attestation"] = await Attestations.OpenAsync(this);
            Ids["delivery"] = await Deliveries.GivenUpAsync(this);
            Ids["signed"] = (string)(await Policies.CreateAsync(this, "In sign-off"))["id"]!;
            JsonObject round = await Policies.OpenSignOffAsync(this, Ids["signed"]);
            Ids["round"] = (string)round["id"]!;
            Ids["clock"] = (string)round["clock"]!;
            using HttpClient manager = await AsAsync("business-unit-manager");
            JsonObject policy = await manager
                .GetAsync($"/api/policies/{Ids["policy"]}")
                .JsonAsync();
            Ids["instance"] = (string)policy["instance"]!;
            using HttpClient officer = await AsAsync("business-unit-officer");
            Ids["request"] = (
                await Definitions.StartAuditAsync(officer, manager, "Audit of visits")
            ).Request;
            Ids["consulted"] = (string)(await Policies.CreateAsync(this, "Consulted on"))["id"]!;
            await manager
                .PostAsJsonAsync(
                    $"/api/policies/{Ids["consulted"]}/consultation",
                    new { audience = new[] { "agencies", "practitioners" }, workingDays = 10 }
                )
                .JsonAsync();
            using HttpClient hospital = await AsAsync("hospital-representative");
            Ids["comment"] = (string)
                (
                    await hospital
                        .PostAsJsonAsync(
                            $"/api/policies/{Ids["consulted"]}/comments",
                            new { text = "Say who is told." }
                        )
                        .JsonAsync()
                )["id"]!;
            Ids["definitionVersion"] = (string)
                (
                    await manager
                        .GetAsync("/elsa/api/workflow-definitions/by-definition-id/policy")
                        .JsonAsync()
                )["id"]!;
            JsonObject partnership = await manager
                .GetAsync("/api/partnerships/example")
                .JsonAsync();
            Ids["appointment"] = (string)partnership["seats"]![0]!["lead"]!["appointment"]!;
            JsonObject group = await Groups.AtWorkAsync(this);
            Ids["group"] = (string)group["id"]!;
            Ids["groupMember"] = (string)
                group["members"]!.AsArray().First(each => (string)each!["role"]! == "groupMember")![
                    "id"
                ]!;
            Ids["groupTask"] = (string)
                (await Groups.AddTaskAsync(this, Ids["group"], "Ask practitioners"))["id"]!;
            // Its chair may resign by an empty body: nothing else is asked of it.
            Ids["standingGroup"] = (string)(await Groups.CommissionAsync(this))["id"]!;
            Ids["approval"] = (string)
                (
                    await manager
                        .PostAsJsonAsync(
                            "/api/partnerships/example/appointments",
                            new
                            {
                                person = "other-scrutineer",
                                role = "scrutineer",
                                from = "2027-03-01",
                            }
                        )
                        .JsonAsync()
                )["approval"]!;
            await AddMeetingsAsync(manager);
            JsonObject challenge = await Challenges.RaiseAsync(this);
            await Challenges.AddEvidenceAsync(this, challenge);
            Ids["challenge"] = (string)challenge["id"]!;
            Ids["frameworkChange"] = (string)(await FrameworkChanges.ProposeAsync(this))["id"]!;
            Ids["hold"] = await Retentions.HoldAsync(this);
            (Ids["disposal"], Ids["disposed"], _) = await Retentions.DisposedAsync(this);
            Ids["escalation"] = (string)(await Escalations.RaiseAsync(this))["id"]!;
            Ids["raisingLink"] = (string)(await Escalations.LinkAsync(this))["id"]!;
            using HttpClient lead = await AsAsync("police-lead");
            Ids["delegation"] = (string)
                (
                    await lead.PostAsJsonAsync(
                            "/api/partnerships/example/delegations",
                            new
                            {
                                seat = "police",
                                from = "police-delegate",
                                to = "police-deputy",
                                classes = new[] { "policy" },
                                starts = "2027-02-03",
                                ends = "2027-03-03",
                            }
                        )
                        .JsonAsync()
                )["id"]!;
        }

        private async Task AddMeetingsAsync(HttpClient manager)
        {
            JsonObject held = await Meetings.HoldAsync(this);
            Ids["meeting"] = (string)held["id"]!;
            Ids["item"] = (string)held["items"]![0]!["id"]!;
            Ids["paper"] = (string)held["items"]![0]!["papers"]![0]!["id"]!;
            Ids["planned"] = (string)(await Meetings.PlanAsync(this, "Planned"))["id"]!;
            Ids["closed"] = await Meetings.MinutedAsync(this);
            Ids["decision"] = (string)
                (await Meetings.DecideAsync(this, Ids["meeting"], Ids["item"]))["id"]!;
            JsonObject body = await manager
                .PostAsJsonAsync(
                    "/api/partnerships/example/bodies",
                    new
                    {
                        name = "Exploitation",
                        purpose = "Looks after it.",
                        quorum = new { kind = "kOfN", atLeast = 1 },
                    }
                )
                .JsonAsync();
            Ids["body"] = (string)body["id"]!;
            Ids["term"] = (string)
                (
                    await manager
                        .PostAsJsonAsync(
                            $"/api/bodies/{Ids["body"]}/members",
                            new
                            {
                                person = "hospital-representative",
                                capacity = "member",
                                from = "2027-02-03",
                            }
                        )
                        .JsonAsync()
                )["members"]![0]!["term"]!;
            Ids["action"] = (string)
                (
                    await manager
                        .PostAsJsonAsync(
                            "/api/partnerships/example/actions",
                            new
                            {
                                text = "Tell them.",
                                owner = "police",
                                workingDays = 5,
                            }
                        )
                        .JsonAsync()
                )["id"]!;
            Ids["procedure"] = (string)
                (
                    await manager
                        .PostAsJsonAsync(
                            $"/api/bodies/{await Meetings.ExecutiveAsync(this)}/written-procedures",
                            new
                            {
                                title = "Urgent",
                                text = "It is moved.",
                                workingDays = 5,
                            }
                        )
                        .JsonAsync()
                )["id"]!;
        }

        internal async Task<HttpResponseMessage> AskAsync(
            string method,
            string address,
            string? person
        )
        {
            foreach ((string name, string id) in Ids)
            {
                address = address.Replace($"{{{name}}}", id, StringComparison.Ordinal);
            }

            using HttpClient? signedIn = person is null ? null : await AsAsync(person);
            using var request = new HttpRequestMessage(new HttpMethod(method), address);
            if (
                address.EndsWith("/attachments", StringComparison.Ordinal)
                || address.Contains("/import-files", StringComparison.Ordinal)
                || address.EndsWith("/papers", StringComparison.Ordinal)
                || address.EndsWith("/evidence", StringComparison.Ordinal)
                || address.EndsWith("/imports", StringComparison.Ordinal)
                || address.Contains("/papers/", StringComparison.Ordinal) && method == "POST"
            )
            {
                request.Content = Policies.File("none.txt", "text"u8.ToArray());
            }
            else if (method is "POST" or "PUT")
            {
                request.Content = JsonContent.Create(new { });
                request.Headers.TryAddWithoutValidation("If-Match", "\"older\"");
            }

            return await (signedIn ?? Client).SendAsync(request);
        }
    }
}
