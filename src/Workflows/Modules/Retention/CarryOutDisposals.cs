using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Record;
using Governance.Modules.Retention.Holdings;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>
/// Carries out what was agreed and whose time for objections is over: one act a subject. Its rows go and the texts of its entries with
/// their salts; the entries themselves stay, so that the record and every proof of it hold. What stands against it by then is said, and
/// the subject is kept.
/// </summary>
public sealed class CarryOutDisposals
{
    private const string ActName = "disposal.carry-out";

    internal const string HowToCheck =
        "The SHA-256 of this text, byte by byte, is the subject's hash in the record's entry 'subject.disposed' about the same type and id. "
        + "Export the record and run 'verify' over it: the entries named here stand in it with their hashes, without texts.";

    private static readonly ActCaller Caller = ActCaller.Service("retention");

    private readonly Acts _acts;
    private readonly IReadGovernance _reading;
    private readonly Subjects _subjects;
    private readonly IOnErased[] _listeners;

    internal CarryOutDisposals(
        Acts acts,
        IReadGovernance reading,
        Subjects subjects,
        IEnumerable<IOnErased> listeners
    ) => (_acts, _reading, _subjects, _listeners) = (acts, reading, subjects, [.. listeners]);

    /// <summary>Does what is pending and returns how many subjects were looked at. Two hosts that call it at once do each once.</summary>
    public async Task<int> RunPendingAsync(DateTime now, CancellationToken cancellation = default)
    {
        List<string> pending;
        await using (GovernanceDb db = _reading.OpenReader())
        {
            pending = await db.Set<DisposalItem>()
                .Where(item => item.State == DisposalItemStates.Waiting)
                .Where(item =>
                    db.Set<Disposal>()
                        .Any(each =>
                            each.Id == item.DisposalId
                            && each.State == DisposalStates.Approved
                            && each.WaitsUntil < now
                        )
                )
                .OrderBy(item => item.Id)
                .Select(item => item.Id)
                .ToListAsync(cancellation);
        }

        foreach (string item in pending)
        {
            await _acts.RunAsync(
                new ActRequest<Done>
                {
                    Name = ActName,
                    Caller = Caller,
                    Permission = Permission.Service,
                    Locate = act => LocateAsync(act, item),
                    Decide = act => DecideAsync(act, item),
                },
                cancellation
            );
        }

        return pending.Count;
    }

    /// <summary>The partnership first, as holds do; so that none is placed meanwhile.</summary>
    private static async Task<ActPlace?> LocateAsync(Act act, string itemId)
    {
        DisposalItem? item = await act
            .Db.Set<DisposalItem>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == itemId);
        if (
            item is null
            || await act.LockAsync<Partnership>(item.PartnershipId) is null
            || await act.LockAsync<Disposal>(item.DisposalId) is not { } disposal
            || !await act
                .Db.Set<DisposalItem>()
                .AnyAsync(each => each.Id == itemId && each.State == DisposalItemStates.Waiting)
        )
        {
            return null;
        }

        return new ActPlace(
            item.PartnershipId,
            new SubjectRef(RetentionWords.Disposal, disposal.Id)
        );
    }

    private async Task<Result<Done>> DecideAsync(Act act, string itemId)
    {
        DisposalItem item = await act.Db.Set<DisposalItem>().SingleAsync(each => each.Id == itemId);
        Disposal disposal = (await act.LockAsync<Disposal>(item.DisposalId))!;
        if (!DisposalRules.MayBeCarriedOut(disposal, act.Now))
        {
            return RetentionRefusals.NotWaiting;
        }

        HeldSubject? subject = await _subjects.FindAsync(
            act.Db,
            act.PartnershipId,
            item.SubjectType,
            item.SubjectId
        );
        item.EndedAt = act.Now;
        item.WhyNot = await WhyNotAsync(act, item, subject);
        if (item.WhyNot is not null)
        {
            item.State = DisposalItemStates.Kept;
        }
        else
        {
            await DestroyAsync(act, disposal, item, subject!);
        }

        act.Payload = new
        {
            item = item.Id,
            item.SubjectType,
            item.SubjectId,
            item.State,
            item.WhyNot,
        };
        await act.Db.SaveChangesAsync();
        if (
            !await act
                .Db.Set<DisposalItem>()
                .AnyAsync(each =>
                    each.DisposalId == disposal.Id && each.State == DisposalItemStates.Waiting
                )
        )
        {
            (disposal.State, disposal.EndedAt) = (DisposalStates.Done, act.Now);
            await RetentionNotices.DoneAsync(act, disposal);
        }

        return new Done();
    }

    private static async Task<string?> WhyNotAsync(Act act, DisposalItem item, HeldSubject? subject)
    {
        if (subject is null)
        {
            return "It is not there any more.";
        }

        if (await Subjects.IsHeldAsync(act.Db, subject))
        {
            return RetentionRefusals.Held.Message;
        }

        RetentionRule rule = (await RetentionSchedule.OfAsync(act.Db, act.PartnershipId)).Single(
            each => each.SubjectType == item.SubjectType
        );
        return RetentionRules.IsDue(
            rule,
            await Subjects.FactsAsync(act.Db, subject),
            isHeld: false,
            London.DateOf(act.Now)
        )
            ? null
            : RetentionRefusals.NotDue.Message;
    }

    private async Task DestroyAsync(
        Act act,
        Disposal disposal,
        DisposalItem item,
        HeldSubject subject
    )
    {
        string[] ids = [.. subject.Parts.Select(part => part.Id)];
        long[] entries = [.. await SubjectTexts.EntriesAsync(act.Db, act.PartnershipId, ids)];
        long[] texts = await SubjectTexts.ToEraseAsync(act.Db, act.PartnershipId, ids, subject.Id);
        IHolding holding = _subjects.OfType(item.SubjectType)!;
        IReadOnlyList<string> contents = await holding.ContentsAsync(act.Db, subject.Id);

        // The database lets rows of a challenge go while this stands, and only then.
        item.State = DisposalItemStates.Underway;
        await act.Db.SaveChangesAsync();
        IReadOnlyList<DestroyedRows> destroyed = await DestroyedRowsOf.RemoveAsync(
            act.Db,
            [.. holding.Rows(act.Db, subject.Id), .. SharedRows.Of(act.Db, ids)]
        );
        IReadOnlyList<string> gone = await SubjectTexts.RemoveContentsAsync(act.Db, contents);
        await SubjectTexts.RemoveAnswersAsync(act.Db, subject.Id);
        foreach (long text in texts)
        {
            await PayloadErasure.EraseAsync(act, text);
        }

        item.Certificate = JsonSerializer.Serialize(
            Certify(act, disposal, item, subject, destroyed, gone, entries, texts),
            JsonSerializerOptions.Web
        );
        item.CertificateHash = Convert.ToHexStringLower(
            SHA256.HashData(Encoding.UTF8.GetBytes(item.Certificate))
        );
        item.State = DisposalItemStates.Disposed;
        act.AlsoRecord(
            Erased.Disposed,
            new SubjectRef(item.SubjectType, item.SubjectId, item.CertificateHash)
        );
        await act.Db.SaveChangesAsync();
        foreach (IOnErased listener in _listeners)
        {
            foreach (SubjectRef part in subject.Parts)
            {
                await listener.SubjectDisposedAsync(act, part);
            }
        }
    }

    private static DisposalCertificate Certify(
        Act act,
        Disposal disposal,
        DisposalItem item,
        HeldSubject subject,
        IReadOnlyList<DestroyedRows> destroyed,
        IReadOnlyList<string> contents,
        long[] entries,
        long[] texts
    ) =>
        new(
            DisposalCertificate.KnownFormat,
            act.PartnershipId,
            new CertifiedSubject(
                item.SubjectType,
                item.SubjectId,
                item.Label,
                London.DateOf(subject.EndedAt!.Value)
            ),
            new CertifiedRule(item.ClassKey, item.ClassVersion, item.Rule, item.DueOn),
            new CertifiedAgreement(
                disposal.Id,
                disposal.Reason,
                disposal.ProposedBy,
                disposal.ProposedAt,
                disposal.ApprovedBy!,
                disposal.ApprovedSeat!,
                disposal.ApprovedAt!.Value,
                disposal.ScrutinyBy,
                disposal.ScrutinyAt,
                disposal.WaitsUntil!.Value
            ),
            act.Now,
            destroyed,
            contents,
            new CertifiedRecord(entries, texts),
            HowToCheck
        );
}
