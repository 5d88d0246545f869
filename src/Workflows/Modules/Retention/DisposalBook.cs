using Governance.Contracts;
using Governance.Contracts.Retention;
using Governance.Modules.Calendars;
using Governance.Modules.Partnerships;
using Governance.Modules.Retention.Holdings;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Retention;

/// <summary>Reads of the schedule, of what is due, of disposals and of their certificates.</summary>
public sealed class DisposalBook
{
    private readonly Subjects _subjects;

    internal DisposalBook(Subjects subjects) => _subjects = subjects;

    public static async Task<Result<IReadOnlyList<RetentionClassAnswer>>> ScheduleAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    ) =>
        await RefuseAsync(db, partnershipId, personId, now) is { } refusal
            ? refusal
            : (await RetentionSchedule.OfAsync(db, partnershipId))
                .Select(rule => new RetentionClassAnswer(
                    rule.Key,
                    rule.Version,
                    rule.Name,
                    rule.Starts,
                    rule.Years,
                    rule.Reason,
                    rule.Source
                ))
                .ToList();

    /// <summary>What is over its period, longest first; held things are among it and say so.</summary>
    public async Task<Result<IReadOnlyList<DueSubject>>> DueAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        if (await RefuseAsync(db, partnershipId, personId, now) is { } refusal)
        {
            return refusal;
        }

        List<DueSubject> due = [];
        foreach (RetentionRule rule in await RetentionSchedule.OfAsync(db, partnershipId))
        {
            due.AddRange(await DueByAsync(db, partnershipId, rule, now));
        }

        return due.OrderBy(each => each.DueOn)
            .ThenBy(each => each.Id, StringComparer.Ordinal)
            .ToList();
    }

    /// <summary>
    /// What another rule for a class would make due today, beside what is due by the one that holds. Nothing is changed; the body is
    /// judged as a proposal would be.
    /// </summary>
    public async Task<Result<RetentionPreview>> PreviewAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        string key,
        ProposeRetentionBody body,
        DateTime now
    )
    {
        if (await RefuseAsync(db, partnershipId, personId, now) is { } refusal)
        {
            return refusal;
        }

        RetentionRule? current = (
            await RetentionSchedule.OfAsync(db, partnershipId)
        ).FirstOrDefault(rule => rule.Key == key);
        if (current is null)
        {
            return RetentionRefusals.NoSuchClass;
        }

        Result<RetentionRule> next = ProposeRetention.Next(current, body);
        if (next.IsRefused)
        {
            return next.Refusal;
        }

        List<DueSubject> then = await DueByAsync(db, partnershipId, next.Value, now);
        return new RetentionPreview(
            next.Value.InWords,
            (await DueByAsync(db, partnershipId, current, now)).Count,
            then.Count,
            then.Count(each => each.IsHeld)
        );
    }

    private async Task<List<DueSubject>> DueByAsync(
        GovernanceDb db,
        string partnershipId,
        RetentionRule rule,
        DateTime now
    )
    {
        List<DueSubject> due = [];
        if (rule.Years is not { } years)
        {
            return due;
        }

        // A day more than the rule asks for is looked at, and the rule itself decides.
        DateTime before = now.AddYears(-years).AddDays(1);
        IHolding holding = _subjects.OfType(rule.SubjectType)!;
        foreach (EndedSubject ended in await holding.EndedAsync(db, partnershipId, before))
        {
            HeldSubject subject = (
                await _subjects.FindAsync(db, partnershipId, rule.SubjectType, ended.Id)
            )!;
            RetentionFacts facts = await Subjects.FactsAsync(db, subject);
            if (RetentionRules.IsDue(rule, facts, isHeld: false, London.DateOf(now)))
            {
                due.Add(
                    new DueSubject(
                        rule.SubjectType,
                        ended.Id,
                        ended.Label,
                        rule.Name,
                        rule.InWords,
                        facts.EndedOn!.Value,
                        RetentionRules.DueOn(rule, facts)!.Value,
                        await Subjects.IsHeldAsync(db, subject),
                        (await OpenItemAsync(db, rule.SubjectType, ended.Id))?.DisposalId
                    )
                );
            }
        }

        return due;
    }

    /// <summary>Newest first.</summary>
    public async Task<Result<IReadOnlyList<DisposalAnswer>>> OfPartnershipAsync(
        GovernanceDb db,
        string partnershipId,
        string personId,
        DateTime now
    )
    {
        if (await RefuseAsync(db, partnershipId, personId, now) is { } refusal)
        {
            return refusal;
        }

        List<DisposalAnswer> answers = [];
        foreach (
            Disposal disposal in await db.Set<Disposal>()
                .AsNoTracking()
                .Where(each => each.PartnershipId == partnershipId)
                .OrderByDescending(each => each.Id)
                .Take(200)
                .ToListAsync()
        )
        {
            answers.Add(await AnswerAsync(db, _subjects, disposal));
        }

        return answers;
    }

    public async Task<Result<DisposalAnswer>> FindAsync(
        GovernanceDb db,
        string disposalId,
        string personId,
        DateTime now
    )
    {
        Disposal? disposal = await db.Set<Disposal>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == disposalId);
        return await RefuseAsync(db, disposal?.PartnershipId, personId, now) is { } refusal
            ? refusal
            : await AnswerAsync(db, _subjects, disposal!);
    }

    /// <summary>The certificate's exact text, as it was hashed.</summary>
    public static async Task<Result<string>> CertificateAsync(
        GovernanceDb db,
        string itemId,
        string personId,
        DateTime now
    )
    {
        DisposalItem? item = await db.Set<DisposalItem>()
            .AsNoTracking()
            .SingleOrDefaultAsync(each => each.Id == itemId);
        return await RefuseAsync(db, item?.PartnershipId, personId, now) is { } refusal ? refusal
            : item!.Certificate is { } text ? text
            : Refusal.NotFound;
    }

    /// <summary>
    /// What became of a subject that is not there any more, for whoever comes by an old link: nothing but its label, the rule and the
    /// day. Null when it was not disposed of.
    /// </summary>
    public static async Task<DisposalItem?> DisposedAsync(
        GovernanceDb db,
        string type,
        string subjectId
    ) =>
        await db.Set<DisposalItem>()
            .AsNoTracking()
            .FirstOrDefaultAsync(each =>
                each.SubjectType == type
                && each.SubjectId == subjectId
                && each.State == DisposalItemStates.Disposed
            );

    /// <summary>Its place on the list of a disposal that is not over.</summary>
    internal static Task<DisposalItem?> OpenItemAsync(GovernanceDb db, string type, string id) =>
        db.Set<DisposalItem>()
            .AsNoTracking()
            .Where(item =>
                item.SubjectType == type
                && item.SubjectId == id
                && item.State == DisposalItemStates.Waiting
            )
            .Where(item =>
                db.Set<Disposal>()
                    .Any(each =>
                        each.Id == item.DisposalId
                        && (
                            each.State == DisposalStates.Proposed
                            || each.State == DisposalStates.Approved
                        )
                    )
            )
            .FirstOrDefaultAsync();

    internal static async Task<DisposalAnswer> AnswerAsync(
        GovernanceDb db,
        Subjects subjects,
        Disposal disposal,
        IReadOnlyList<DisposalItem>? unsaved = null
    )
    {
        IReadOnlyList<DisposalItem> items =
            unsaved
            ?? await db.Set<DisposalItem>()
                .AsNoTracking()
                .Where(item => item.DisposalId == disposal.Id)
                .OrderBy(item => item.Id)
                .ToListAsync();
        List<DisposalItemAnswer> answers = [];
        foreach (DisposalItem item in items)
        {
            answers.Add(await AnswerAsync(db, subjects, item));
        }

        IReadOnlyDictionary<string, string> names = await AppointmentRoll.NamesAsync(
            db,
            new[]
            {
                disposal.ProposedBy,
                disposal.ApprovedBy,
                disposal.ScrutinyBy,
                disposal.ObjectedBy,
            }.OfType<string>()
        );
        return new DisposalAnswer(
            disposal.Id,
            disposal.PartnershipId,
            disposal.State,
            disposal.Reason,
            HoldBook.Line(names, disposal.ProposedBy)!,
            disposal.ProposedAt,
            disposal.NeedsScrutiny,
            HoldBook.Line(names, disposal.ApprovedBy),
            disposal.ApprovedSeat,
            disposal.ApprovedAt,
            HoldBook.Line(names, disposal.ScrutinyBy),
            disposal.ScrutinyAt,
            disposal.WaitsUntil,
            HoldBook.Line(names, disposal.ObjectedBy),
            disposal.ObjectedAt,
            disposal.Objection,
            answers
        );
    }

    private static async Task<DisposalItemAnswer> AnswerAsync(
        GovernanceDb db,
        Subjects subjects,
        DisposalItem item
    )
    {
        HeldSubject? there =
            item.State == DisposalItemStates.Disposed
                ? null
                : await subjects.FindAsync(
                    db,
                    item.PartnershipId,
                    item.SubjectType,
                    item.SubjectId
                );
        return new DisposalItemAnswer(
            item.Id,
            item.SubjectType,
            item.SubjectId,
            item.Label,
            there?.Title,
            item.Rule,
            item.DueOn,
            item.State,
            item.WhyNot,
            item.EndedAt,
            item.CertificateHash
        );
    }

    private static async Task<Refusal?> RefuseAsync(
        GovernanceDb db,
        string? partnershipId,
        string personId,
        DateTime now
    ) =>
        (
            await PermissionAuthorisation.ForReadingAsync(
                db,
                partnershipId,
                personId,
                RetentionPermissions.Read,
                London.DateOf(now)
            )
        ).Refusal;
}
