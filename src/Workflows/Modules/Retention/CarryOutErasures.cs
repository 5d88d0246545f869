using System.Globalization;
using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.Search;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>
/// Carries out agreed erasures: one act in each partnership takes the texts that name the person out of its record, and the last, in
/// the installation's own, takes them out of the tables. A crash between two leaves the rest to be done; whatever stands against it by
/// then stops it.
/// </summary>
public sealed class CarryOutErasures
{
    private static readonly ActCaller Caller = ActCaller.Service("retention");

    private readonly Acts _acts;
    private readonly IReadGovernance _reading;
    private readonly SearchIndex _index;
    private readonly IOnErased[] _listeners;

    public CarryOutErasures(
        Acts acts,
        IReadGovernance reading,
        SearchIndex index,
        IEnumerable<IOnErased> listeners
    ) => (_acts, _reading, _index, _listeners) = (acts, reading, index, [.. listeners]);

    /// <summary>Does what is pending and returns how many people were erased.</summary>
    public async Task<int> RunPendingAsync(CancellationToken cancellation = default)
    {
        int done = 0;
        foreach (string erasure in await PendingAsync(cancellation))
        {
            Result<bool> step;
            do
            {
                step = await RunAsync(erasure, await NextAsync(erasure), cancellation);
            } while (!step.IsRefused && !step.Value);

            done += step.IsRefused ? 0 : 1;
        }

        return done;
    }

    private async Task<List<string>> PendingAsync(CancellationToken cancellation)
    {
        await using GovernanceDb db = _reading.OpenReader();
        return await db.Set<PersonErasure>()
            .Where(each =>
                each.State == ErasureStates.Approved || each.State == ErasureStates.Stopped
            )
            .OrderBy(each => each.Id)
            .Select(each => each.Id)
            .ToListAsync(cancellation);
    }

    /// <summary>The next record to be looked through; the installation's last.</summary>
    private async Task<string> NextAsync(string erasureId)
    {
        await using GovernanceDb db = _reading.OpenReader();
        PersonErasure erasure = await db.Set<PersonErasure>()
            .SingleAsync(each => each.Id == erasureId);
        List<string> all = await db.Set<Partnership>()
            .Where(each => each.Id != Partnership.Installation)
            .Select(each => each.Id)
            .OrderBy(id => id)
            .ToListAsync();
        return all.FirstOrDefault(id => !erasure.Records.Contains(id)) ?? Partnership.Installation;
    }

    private Task<Result<bool>> RunAsync(
        string erasureId,
        string partnershipId,
        CancellationToken cancellation
    ) =>
        _acts.RunAsync(
            new ActRequest<bool>
            {
                Name =
                    partnershipId == Partnership.Installation
                        ? "person.erase"
                        : "person.erase-texts",
                Caller = Caller,
                Permission = Permission.Service,
                Locate = act => LocateAsync(act, erasureId, partnershipId),
                Decide = act => DecideAsync(act, erasureId),
            },
            cancellation
        );

    /// <summary>Partnerships are kept as they are meanwhile, as whoever places a hold locks them.</summary>
    private static async Task<ActPlace?> LocateAsync(
        Act act,
        string erasureId,
        string partnershipId
    )
    {
        foreach (
            string id in await act
                .Db.Set<Partnership>()
                .Select(each => each.Id)
                .OrderBy(id => id)
                .ToListAsync()
        )
        {
            await act.HoldAsync<Partnership>(id);
        }

        return await LockAsync(act, erasureId) is { State: not ErasureStates.Done } erasure
            ? new ActPlace(partnershipId, new SubjectRef(RetentionWords.Person, erasure.PersonId))
            : null;
    }

    private async Task<Result<bool>> DecideAsync(Act act, string erasureId)
    {
        PersonErasure erasure = (await LockAsync(act, erasureId))!;
        if (
            await ErasureRules.CheckAsync(act.Db, erasure.PersonId, London.DateOf(act.Now)) is
            { } refusal
        )
        {
            (erasure.State, erasure.StoppedBy) = (ErasureStates.Stopped, refusal.Code);
            act.Payload = new { erasure = erasure.Id, stopped = refusal.Code };
            return true;
        }

        Person person = await act
            .Db.Set<Person>()
            .AsNoTracking()
            .SingleAsync(each => each.Id == erasure.PersonId);
        PersonNames names = await PersonNames.OfAsync(act.Db, person);
        long[] texts = await TextsAsync(act, person, names);
        foreach (long text in texts)
        {
            await PayloadErasure.EraseAsync(act, text);
        }

        (erasure.State, erasure.StoppedBy) = (ErasureStates.Approved, null);
        erasure.Payloads += texts.Length;
        act.Payload = new { erasure = erasure.Id, texts };
        if (act.PartnershipId != Partnership.Installation)
        {
            erasure.Records = [.. erasure.Records, act.PartnershipId];
            return false;
        }

        await EraseAsync(act, erasure, names);
        return true;
    }

    private async Task EraseAsync(Act act, PersonErasure erasure, PersonNames names)
    {
        string pseudonym = string.Create(
            CultureInfo.InvariantCulture,
            $"Person erased on {London.DateOf(act.Now):d MMMM yyyy} ({erasure.Id[^4..]})"
        );
        await act.Db.SaveChangesAsync();
        IReadOnlyList<(string, string)> found = await SearchIndex.SayingAsync(
            act.Db,
            erasure.PersonId,
            names.InTexts.Concat(names.Listed)
        );
        PersonRegister register = new(act, erasure.PersonId, names, pseudonym);
        await register.EraseAsync();
        await _index.WriteAgainAsync(act.Db, found);
        (erasure.State, erasure.DoneAt, erasure.Pseudonym) = (
            ErasureStates.Done,
            act.Now,
            pseudonym
        );
        erasure.Outcome = JsonSerializer.Serialize(
            new ErasureOutcome(register.Changed, register.Kept),
            JsonSerializerOptions.Web
        );
        act.AlsoRecord(
            Erased.Person,
            new SubjectRef(RetentionWords.Person, erasure.PersonId),
            new
            {
                erasure = erasure.Id,
                register.Changed,
                register.Kept,
            }
        );
        foreach (IOnErased listener in _listeners)
        {
            await listener.PersonErasedAsync(act, erasure.PersonId);
        }
    }

    /// <summary>
    /// The entries whose texts go: those about the person, and those that say a name, an address or the object id. A text that only has
    /// the id stays, which names nobody. A name that somebody else bears counts where the id stands with it.
    /// </summary>
    private static async Task<long[]> TextsAsync(Act act, Person person, PersonNames names)
    {
        string partnershipId = act.PartnershipId;
        IQueryable<RecordPayload> all = act
            .Db.Set<RecordPayload>()
            .AsNoTracking()
            .Where(text => text.PartnershipId == partnershipId);
        HashSet<long> found =
        [
            .. await act
                .Db.Set<RecordEntry>()
                .Where(entry =>
                    entry.PartnershipId == partnershipId
                    && entry.SubjectType == RetentionWords.Person
                    && entry.SubjectId == person.Id
                    && entry.Act != Erased.Person
                )
                .Join(
                    all,
                    entry => entry.Sequence,
                    text => text.Sequence,
                    (_, text) => text.Sequence
                )
                .ToListAsync(),
        ];
        foreach (string word in names.InTexts.Select(PersonNames.InJson))
        {
            found.UnionWith(
                await all.Where(text => text.Json.Contains(word))
                    .Select(text => text.Sequence)
                    .ToListAsync()
            );
        }

        string id = person.Id;
        foreach (string word in names.Listed.Select(PersonNames.InJson))
        {
            found.UnionWith(
                await all.Where(text => text.Json.Contains(word) && text.Json.Contains(id))
                    .Select(text => text.Sequence)
                    .ToListAsync()
            );
        }

        return [.. found.Order()];
    }

    private static Task<PersonErasure?> LockAsync(Act act, string erasureId) =>
        act.Db.Set<PersonErasure>().AsTracking().SingleOrDefaultAsync(each => each.Id == erasureId);
}
