using Governance.Contracts;
using Governance.Host.Composition;
using Governance.Modules.Library;
using Governance.Modules.Policies;
using Governance.Modules.SignOff;
using Governance.Storage;

namespace Governance.Host.Rehearsal.Seed;

/// <summary>The operations of the product that histories are made of.</summary>
internal sealed record SeedActs(
    CreatePolicy Create,
    SaveDraft Save,
    AddAttachment Attach,
    RequestSignOff Request,
    SignRound Sign,
    RejectRound Reject,
    WithdrawPolicy Withdraw,
    ConfirmCascade Confirm
);

/// <summary>One policy on its way through its plan.</summary>
internal sealed class SeedHistory(int number, SeedPlan plan, SeedPeople people, SeedActs acts)
{
    private readonly SeedDice _dice = new(~number);
    private int _next;
    private string _id = "";
    private SeedText _text = null!;
    private RoundAnswer? _round;
    private string[] _order = [];

    /// <summary>The working time of the next step; null at the end.</summary>
    public int? NextAt => _next < plan.Steps.Count ? plan.Steps[_next].At : null;

    public bool IsBegun => _next > 0;

    public async Task StepAsync()
    {
        Refusal? refusal = plan.Steps[_next].Step switch
        {
            SeedStep.Create => await CreateAsync(),
            SeedStep.Save => await SaveAsync(),
            SeedStep.Attach => await AttachAsync(),
            SeedStep.RequestSignOff => await RequestAsync(),
            SeedStep.SignFirst => await SignAsync(0),
            SeedStep.SignSecond => await SignAsync(1),
            SeedStep.SignThird => await SignAsync(2),
            SeedStep.Reject => await RejectAsync(),
            SeedStep.Confirm => await ConfirmAsync(),
            _ => await WithdrawAsync(),
        };
        if (refusal is not null)
        {
            throw new CannotStartException(
                $"Policy {number + 1}, {plan.Steps[_next].Step}: refused with {refusal.Code}. {refusal.Message}"
            );
        }

        _next++;
    }

    private async Task<Refusal?> CreateAsync()
    {
        _text = SeedText.Of(_dice, plan.DocumentClass);
        Result<PolicySaved> created = await acts.Create.HandleAsync(
            people.Author(_dice),
            people.PartnershipId,
            new CreatePolicyBody(
                plan.DocumentClass,
                _text.Title,
                _text.Summary,
                _text.Body,
                plan.ReviewMonths,
                _text.Tags
            )
        );
        _id = created.IsRefused ? "" : created.Value.Id;
        return created.Refusal;
    }

    private async Task<Refusal?> SaveAsync()
    {
        _text = _text.Revised(_dice);
        return (
            await acts.Save.HandleAsync(
                people.Author(_dice),
                _id,
                new SaveDraftBody(
                    _text.Title,
                    _text.Summary,
                    _text.Body,
                    plan.ReviewMonths,
                    _text.Tags
                ),
                "*"
            )
        ).Refusal;
    }

    private async Task<Refusal?> AttachAsync() =>
        (
            await acts.Attach.HandleAsync(
                people.Author(_dice),
                _id,
                new AttachmentBody(_dice.One(SeedWords.Files) + ".pdf", _text.Pdf(number))
            )
        ).Refusal;

    private async Task<Refusal?> RequestAsync()
    {
        Result<SignOffRequested> requested = await acts.Request.HandleAsync(
            people.Author(_dice),
            _id
        );
        _round = requested.IsRefused ? null : requested.Value.Round;
        int first = _dice.Below(Seats.All.Count);
        _order = [.. Seats.All.Skip(first), .. Seats.All.Take(first)];
        return requested.Refusal;
    }

    private async Task<Refusal?> SignAsync(int turn) =>
        (
            await acts.Sign.HandleAsync(
                people.Signer(_order[turn], plan.DocumentClass),
                _round!.Id,
                new SignRoundBody(_order[turn], _round.Hash)
            )
        ).Refusal;

    private async Task<Refusal?> RejectAsync() =>
        (
            await acts.Reject.HandleAsync(
                people.Signer(_order[1], plan.DocumentClass),
                _round!.Id,
                new RejectRoundBody(_order[1], _dice.One(SeedWords.Rejections))
            )
        ).Refusal;

    private async Task<Refusal?> ConfirmAsync()
    {
        if (people.Representatives.Count == 0)
        {
            return null;
        }

        (string person, string agency) = _dice.One(people.Representatives);
        return (
            await acts.Confirm.HandleAsync(
                new ActCaller(person),
                _id,
                agency,
                new CascadeBody(true, true, _dice.InHundred(60), _dice.InHundred(60))
            )
        ).Refusal;
    }

    private async Task<Refusal?> WithdrawAsync() =>
        (
            await acts.Withdraw.HandleAsync(
                people.Author(_dice),
                _id,
                new WithdrawPolicyBody(_dice.One(SeedWords.Withdrawals))
            )
        ).Refusal;
}
