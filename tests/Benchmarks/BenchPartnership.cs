using System.Collections.Concurrent;
using Governance.Contracts;
using Governance.Modules;
using Governance.Modules.Partnerships;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Benchmarks;

/// <summary>A partnership with three delegates and a business unit, and drafts that can be saved and signed again and again.</summary>
internal sealed class BenchPartnership
{
    private const string Place = "northshire";
    internal const string Unit = "unit";

    private readonly GovernanceStore _store;
    private readonly List<(string Policy, string Tag)> _drafts = [];
    private int _saves;

    private BenchPartnership(GovernanceStore store) => _store = store;

    public static void Register(IServiceCollection services) =>
        services.AddGovernanceModules(
            Path.Combine(Directory.CreateTempSubdirectory("governance-key-").FullName, "key.pem")
        );

    /// <param name="drafts">How many policies there are to save; one for each caller, so that none sees a stale version.</param>
    public static async Task<BenchPartnership> EstablishAsync(GovernanceStore store, int drafts)
    {
        string[] people = [Unit, .. Seats.All];
        var partnership = new NewPartnership(
            Place,
            "Northshire Safeguarding Children Partnership",
            [.. people.Select(id => new NewPerson("tenant", "object-" + id, "The " + id, Id: id))],
            [],
            [
                Appoint(Unit, Roles.BusinessUnit),
                .. Seats.All.Select(seat =>
                    Appoint(seat, Roles.StatutoryPartner) with
                    {
                        Seat = seat,
                        Level = Levels.Delegate,
                    }
                ),
            ]
        );
        Expect(await store.Get<EstablishPartnership>().HandleAsync(partnership));
        var bench = new BenchPartnership(store);
        for (int number = 0; number < drafts; number++)
        {
            PolicySaved saved = await bench.DraftAsync(number);
            bench._drafts.Add((saved.Id, saved.Tag));
        }

        return bench;
    }

    /// <summary>Each caller saves a policy of its own, with a new text every time.</summary>
    public Task<double> SaveDraftsAsync(int callers, int acts) =>
        ActThroughput.PerSecondAsync(
            callers,
            acts,
            async (caller, _) =>
            {
                (string policy, string tag) = _drafts[caller];
                string body = $"# Purpose\n\nText number {Interlocked.Increment(ref _saves)}.";
                PolicySaved saved = Expect(
                    await _store
                        .Get<SaveDraft>()
                        .HandleAsync(
                            new ActCaller(Unit),
                            policy,
                            new SaveDraftBody("Missing children", "What we do.", body),
                            '"' + tag + '"'
                        )
                );
                _drafts[caller] = (policy, saved.Tag);
            }
        );

    /// <summary>The pipeline alone: an act that decides nothing and leaves one entry with a payload in the record.</summary>
    public Task<double> RecordOnlyAsync(int callers, int acts) =>
        ActThroughput.PerSecondAsync(
            callers,
            acts,
            async (_, number) =>
                Expect(
                    await _store.Acts.RunAsync(
                        new ActRequest<Done>
                        {
                            Name = "bench.record",
                            Caller = ActCaller.Service("bench"),
                            Permission = Permission.Service,
                            Locate = _ =>
                                Task.FromResult<ActPlace?>(
                                    new ActPlace(Place, new SubjectRef("bench", "bench"))
                                ),
                            Decide = act =>
                            {
                                act.Payload = new { number, text = "a few dozen bytes, no more" };
                                return Task.FromResult<Result<Done>>(new Done());
                            },
                        }
                    )
                )
        );

    /// <summary>Two of the three seats sign; the rounds stay open, so that only the signature is measured.</summary>
    public async Task<double> SignAsync(int callers, int acts)
    {
        var asks = new ConcurrentQueue<(string Round, string Hash, string Seat)>();
        for (int number = 0; number * 2 < acts; number++)
        {
            PolicySaved saved = await DraftAsync(number);
            RoundAnswer round = Expect(
                await _store.Get<RequestSignOff>().HandleAsync(new ActCaller(Unit), saved.Id)
            ).Round!;
            asks.Enqueue((round.Id, round.Hash, Seats.LocalAuthority));
            asks.Enqueue((round.Id, round.Hash, Seats.Police));
        }

        return await ActThroughput.PerSecondAsync(
            callers,
            acts,
            async (_, _) =>
            {
                asks.TryDequeue(out (string Round, string Hash, string Seat) ask);
                Expect(
                    await _store
                        .Get<SignRound>()
                        .HandleAsync(
                            new ActCaller(ask.Seat),
                            ask.Round,
                            new SignRoundBody(ask.Seat, ask.Hash)
                        )
                );
            }
        );
    }

    /// <summary>Whole lives, one after the other: created, asked, signed three times, published.</summary>
    public Task<double> LiveAsync(int policies) =>
        ActThroughput.PerSecondAsync(
            1,
            policies,
            async (_, number) =>
            {
                PolicySaved saved = await DraftAsync(number);
                RoundAnswer round = Expect(
                    await _store.Get<RequestSignOff>().HandleAsync(new ActCaller(Unit), saved.Id)
                ).Round!;
                foreach (string seat in Seats.All)
                {
                    Expect(
                        await _store
                            .Get<SignRound>()
                            .HandleAsync(
                                new ActCaller(seat),
                                round.Id,
                                new SignRoundBody(seat, round.Hash)
                            )
                    );
                }
            }
        );

    private async Task<PolicySaved> DraftAsync(int number) =>
        Expect(
            await _store
                .Get<CreatePolicy>()
                .HandleAsync(
                    new ActCaller(Unit),
                    Place,
                    new CreatePolicyBody(
                        DocumentClasses.Policy,
                        $"Missing children {number}",
                        "What we do.",
                        "# Purpose\n\nKeep children safe."
                    )
                )
        );

    private static AppointPersonBody Appoint(string person, string role) =>
        new(person, role, null, null, null, null, new DateOnly(2027, 1, 1), null);

    private static T Expect<T>(Result<T> result) =>
        result.IsRefused
            ? throw new InvalidOperationException(
                $"{result.Refusal.Code}: {result.Refusal.Message}"
            )
            : result.Value;
}
