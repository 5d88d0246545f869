using Governance.Contracts;
using Governance.Modules.Partnerships;
using Governance.Storage;

namespace Governance.Modules.Meetings;

/// <summary>
/// What a body decided on an item, recorded with who was there, the rule, dissent and the papers as they were, under one hash over
/// all of it. Without quorum it is refused, or recorded as discussed.
/// </summary>
public sealed class RecordDecision(Acts acts)
{
    public Task<Result<DecisionAnswer>> HandleAsync(
        ActCaller caller,
        string meetingId,
        DecisionBody body,
        CancellationToken cancellation = default
    ) =>
        acts.RunAsync(
            new ActRequest<DecisionAnswer>
            {
                Name = "decision.record",
                Caller = caller,
                Permission = MeetingsPermissions.Convene,
                Locate = act => MeetingPlace.LocateAsync(act, meetingId),
                Decide = act => DecideAsync(act, meetingId, body),
            },
            cancellation
        );

    private static async Task<Result<DecisionAnswer>> DecideAsync(
        Act act,
        string meetingId,
        DecisionBody given
    )
    {
        MeetingAtHand hand = await MeetingPlace.LoadAsync(act, meetingId);
        AgendaItem? item = hand.Item(given.Item);
        Result<DecisionTexts> texts = DecisionTexts.Check(given, item is not null);
        Refusal? refusal =
            MeetingsPermissions.CheckSecretary(act, hand.Membership)
            ?? texts.Refusal
            ?? MeetingRules.CheckRunning(hand.Meeting);
        if (refusal is not null)
        {
            return refusal;
        }

        QuorumState quorum = MeetingQuorum.At(
            hand,
            item!.Id,
            act.Now,
            await BodyRoll.AgenciesAsync(act.Db, act.PartnershipId)
        );
        Result<string> outcome = DecisionRules.Outcome(
            quorum,
            hand.Meeting.IsHeld,
            given.Discussed,
            texts.Value.Discretion is not null,
            MeetingQuorum.HasChair(hand, item.Id, act.Now)
        );
        refusal =
            outcome.Refusal
            ?? await DecisionStore.CheckSupersededAsync(act, given.Supersedes, outcome.Value);
        if (refusal is not null)
        {
            return refusal;
        }

        DecisionBasis basis = new()
        {
            Partnership = act.PartnershipId,
            Number = await DecisionStore.NextNumberAsync(act),
            Body = new NamedThing(hand.Body.Id, hand.Body.Name),
            Meeting = new NamedThing(meetingId, hand.Meeting.Title),
            Item = new NamedThing(item.Id, item.Title),
            Outcome = outcome.Value,
            Text = texts.Value.Text,
            Dissent = texts.Value.Dissent,
            Discretion = texts.Value.Discretion,
            Rule = quorum.Rule,
            Quorate = quorum.IsQuorate,
            Quorum = quorum.Words,
            Present = PresentAt(hand, item.Id, act.Now),
            Papers = DecisionStore.PapersOf((await PaperStore.OfAsync(act, meetingId)).On(item.Id)),
            Supersedes = given.Supersedes,
            Decided = act.Now,
        };
        Decision decision = DecisionStore.Add(act, basis);
        act.Subject = decision.Subject;
        act.Payload = basis;
        await act.Db.SaveChangesAsync();
        return await DecisionBook.AnswerAsync(act.Db, decision, act.Now);
    }

    private static BasisPerson[] PresentAt(MeetingAtHand hand, string itemId, DateTime at)
    {
        IReadOnlySet<string> withdrawn = QuorumCount.WithdrawnAt(
            hand.Meeting.Declarations,
            itemId,
            at
        );
        return
        [
            .. QuorumCount
                .PresentAt(hand.Meeting.Attendance, at)
                .Select(person => new BasisPerson(
                    person.PersonId,
                    person.Name,
                    person.PlaceName,
                    person.DeputyForName,
                    withdrawn.Contains(person.PersonId)
                )),
        ];
    }
}

/// <summary>What was written about a decision, as it can be kept.</summary>
internal sealed record DecisionTexts(string Text, string? Dissent, string? Discretion)
{
    public static Result<DecisionTexts> Check(DecisionBody given, bool itemIsKnown)
    {
        FieldErrors errors = new();
        errors.When(!itemIsKnown, "item", "Name an item of this meeting's agenda.");
        DecisionTexts texts = new(
            errors.Needed(given.Text, "text", Decision.MostText),
            errors.Optional(given.Dissent, "dissent", Decision.MostReason),
            errors.Optional(given.Discretion, "discretion", Decision.MostReason)
        );
        errors.When(
            given.Discussed && texts.Discretion is not null,
            "discretion",
            "What is only discussed needs nobody's discretion: leave this out."
        );
        return errors.AsRefusal() is { } refusal ? refusal : texts;
    }
}
