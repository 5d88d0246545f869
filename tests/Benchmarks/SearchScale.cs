using System.Diagnostics;
using Governance.Modules.Search;
using Governance.Storage;
using Governance.Tests.Shared;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Benchmarks;

/// <summary>
/// A page of a search over many texts, beside looking through the same texts with LIKE in the same run; and what the index adds to an
/// act: a new version of a policy saved with and without it, by turns.
/// </summary>
internal static class SearchScale
{
    private const int Searches = 200;
    private const int Plain = 20;
    private const int Part = 2_000;
    private const int Rounds = 3;

    /// <summary>Words of a made-up language, the first far more frequent than the last.</summary>
    private static readonly string[] Words =
    [
        .. Enumerable.Range(0, 5_000).Select(number => $"w{number}x{number * 7 % 9973}"),
    ];

    public static async Task SqliteAsync(int texts)
    {
        await using (var store = new SqliteStore(BenchPartnership.Register))
        {
            await RunAsync(store, "SQLite, FULL", texts);
        }

        await ActsAsync(register => new SqliteStore(register), "SQLite, FULL");
    }

    public static async Task PostgreSqlAsync(int texts)
    {
        await using (var store = new PostgresStore(BenchPartnership.Register))
        {
            await RunAsync(store, "PostgreSQL", texts);
        }

        await ActsAsync(register => new PostgresStore(register), "PostgreSQL");
    }

    private static async Task RunAsync(GovernanceStore store, string how, int texts)
    {
        await BenchPartnership.EstablishAsync(store, drafts: 1);
        Stopwatch filling = Stopwatch.StartNew();
        (string partnership, string audience) = await FillAsync(store, texts);
        Console.WriteLine(
            $"{how}: {texts:N0} texts of about 1,200 letters written in {filling.Elapsed.TotalSeconds:F0} s"
        );
        foreach (
            (string name, Func<Random, string> typed) in ((string, Func<Random, string>)[])
                [
                    ("two rare words", dice => $"{Rare(dice)} {Rare(dice)} "),
                    ("a rare word", dice => Rare(dice) + " "),
                    ("the beginning of a word", dice => Rare(dice)[..3]),
                    ("a word of every tenth text", dice => Words[dice.Next(20, 30)] + " "),
                ]
        )
        {
            double[] found = await TimeAsync(
                Searches,
                dice => SearchAsync(store, partnership, typed(dice))
            );
            double[] plain = await TimeAsync(
                Plain,
                dice => LikeAsync(store, partnership, audience, typed(dice))
            );
            Console.WriteLine(
                $"  {name}: p50 {found[found.Length / 2]:F1} ms, p95 {found[found.Length * 95 / 100]:F1} ms; "
                    + $"LIKE p50 {plain[plain.Length / 2]:F1} ms, p95 {plain[plain.Length * 95 / 100]:F1} ms "
                    + $"({plain[plain.Length / 2] / found[found.Length / 2]:F1} times)"
            );
        }
    }

    private static async Task ActsAsync(
        Func<Action<IServiceCollection>, GovernanceStore> open,
        string how
    )
    {
        await using GovernanceStore with = open(BenchPartnership.Register);
        await using GovernanceStore without = open(services =>
        {
            BenchPartnership.Register(services);
            ServiceDescriptor follow = services.Single(each =>
                each.ServiceType == typeof(IFollowActs)
            );
            services.Remove(follow);
        });
        BenchPartnership found = await BenchPartnership.EstablishAsync(with, 1);
        BenchPartnership bare = await BenchPartnership.EstablishAsync(without, 1);
        await found.SaveDraftsAsync(1, 100);
        await bare.SaveDraftsAsync(1, 100);
        for (int round = 0; round < Rounds; round++)
        {
            double one = await bare.SaveDraftsAsync(1, 300);
            double other = await found.SaveDraftsAsync(1, 300);
            Console.WriteLine(
                $"{how}, a draft saved: {one:F0}/s without the index, {other:F0}/s with it ({(1000 / other) - (1000 / one):F2} ms more, {other / one:F2} of it)"
            );
        }
    }

    private static async Task<(string Partnership, string Audience)> FillAsync(
        GovernanceStore store,
        int texts
    )
    {
        await using GovernanceDb db = store.Read();
        SearchText pattern = await db.Set<SearchText>()
            .FirstAsync(text => text.Kind == SearchKinds.Policy);
        Random dice = new(1);
        for (int made = 0; made < texts; made += Part)
        {
            SearchText[] rows =
            [
                .. Enumerable
                    .Range(made, Math.Min(Part, texts - made))
                    .Select(number => new SearchText
                    {
                        PartnershipId = pattern.PartnershipId,
                        Kind = SearchKinds.Policy,
                        SubjectId = $"bench-{number}",
                        Part = 1,
                        Title = TextOf(dice, 6),
                        Body = TextOf(dice, 130),
                        State = "draft",
                        At = pattern.At.AddMinutes(number),
                        IsEarlier = false,
                        Audience = pattern.Audience,
                        Hash = "bench",
                    }),
            ];
            await store
                .Get<Upkeep>()
                .RunAsync(async write =>
                {
                    await SearchRows.AddAsync(write, rows);
                    return true;
                });
        }

        return (pattern.PartnershipId, pattern.Audience);
    }

    private static string TextOf(Random dice, int words) =>
        string.Join(
            ' ',
            Enumerable
                .Range(0, words)
                .Select(_ => Words[(int)(Words.Length * Math.Pow(dice.NextDouble(), 3))])
        );

    private static string Rare(Random dice) => Words[dice.Next(2_000, Words.Length)];

    private static async Task SearchAsync(GovernanceStore store, string partnership, string typed)
    {
        await using GovernanceDb db = store.Read();
        _ = (
            await store
                .Get<SearchBook>()
                .FindAsync(
                    db,
                    partnership,
                    BenchPartnership.Unit,
                    store.Clock.Now,
                    SearchFilter.Read(typed).Value
                )
        ).Value;
    }

    private static async Task LikeAsync(
        GovernanceStore store,
        string partnership,
        string audience,
        string typed
    )
    {
        await using GovernanceDb db = store.Read();
        IQueryable<SearchText> texts = db.Set<SearchText>()
            .Where(text => text.PartnershipId == partnership && text.Audience == audience);
        foreach (string word in SearchWords.Split(typed))
        {
            string pattern = $"%{word}%";
            texts = texts.Where(text =>
                EF.Functions.Like(text.Body, pattern) || EF.Functions.Like(text.Title, pattern)
            );
        }

        await texts.OrderByDescending(text => text.At).Take(20).ToListAsync();
    }

    private static async Task<double[]> TimeAsync(int times, Func<Random, Task> what)
    {
        Random dice = new(2);
        await what(dice);
        double[] took = new double[times];
        for (int time = 0; time < times; time++)
        {
            long began = Stopwatch.GetTimestamp();
            await what(dice);
            took[time] = Stopwatch.GetElapsedTime(began).TotalMilliseconds;
        }

        Array.Sort(took);
        return took;
    }
}
