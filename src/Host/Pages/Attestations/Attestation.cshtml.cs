using Governance.Contracts;
using Governance.Contracts.Attestations;
using Governance.Host.Pages.Components;
using Governance.Modules.Attestations;
using Governance.Storage;
using Microsoft.AspNetCore.Mvc;

namespace Governance.Host.Pages.Attestations;

/// <summary>One review: a question for each appointment, check answers, done; afterwards what was answered.</summary>
internal sealed class AttestationModel(AnswerAttestation answer) : AttestationPage
{
    /// <summary>By appointment.</summary>
    [BindProperty]
    public Dictionary<string, string?> Verdicts { get; set; } = [];

    public AttestationAnswer Found { get; private set; } = null!;

    public bool IsChecking { get; private set; }

    public static IReadOnlyList<Choice> Choices { get; } =
        Choice.Of(
            [
                AttestationVerdicts.Holds,
                AttestationVerdicts.HasLeft,
                AttestationVerdicts.ChangedRole,
            ],
            AttestationText.Verdict
        );

    public int Ending =>
        Verdicts.Values.Count(said =>
            !string.IsNullOrEmpty(said) && said != AttestationVerdicts.Holds
        );

    public Task<IActionResult> OnGetAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostCheckAsync(string id)
    {
        IActionResult page = await LoadAsync(id);
        if (Found is null || !Found.MayAnswer)
        {
            return page;
        }

        foreach (AttestedLine line in Found.Appointments)
        {
            if (string.IsNullOrEmpty(Verdicts[line.Appointment]))
            {
                ModelState.AddModelError(
                    FieldOf(line.Appointment),
                    $"Say whether {line.Person.Name} still holds this: {What(line)}."
                );
            }
        }

        if (!ModelState.IsValid)
        {
            return await AgainAsync(() => Task.FromResult(page));
        }

        IsChecking = true;
        return page;
    }

    public Task<IActionResult> OnPostChangeAsync(string id) => LoadAsync(id);

    public async Task<IActionResult> OnPostSendAsync(string id)
    {
        Result<AttestationAnswer> answered = await answer.HandleAsync(
            Caller,
            id,
            new AttestBody([.. Verdicts.Select(said => new AttestVerdict(said.Key, said.Value))])
        );
        return await AnswerAsync(
            answered.Refusal is { Errors: { } errors } refusal
                ? refusal with
                {
                    Errors = errors.ToDictionary(
                        error => Verdicts.ContainsKey(error.Key) ? FieldOf(error.Key) : "",
                        error => error.Value
                    ),
                }
                : answered,
            done =>
            {
                Tell(
                    done.Ended == 0
                        ? "Answered: everybody is confirmed."
                        : $"Answered: {AttestationText.Outcome(done)}. Ends that need a second person wait for one."
                );
                return LocalRedirect($"/attestations/{Uri.EscapeDataString(done.Id)}");
            },
            () => LoadAsync(id)
        );
    }

    private static string FieldOf(string appointment) => $"{nameof(Verdicts)}[{appointment}]";

    private async Task<IActionResult> LoadAsync(string id)
    {
        await using GovernanceDb db = Reading.Open();
        Result<AttestationAnswer> found = await AttestationBook.FindAsync(
            db,
            id,
            Viewer.PersonId,
            Reading.Now
        );
        if (found.IsRefused)
        {
            return Refuse(found.Refusal);
        }

        Partnership = found.Value.Partnership;
        await LoadNamesAsync(db);
        return Show(
            found,
            attestation =>
            {
                Found = attestation;
                // Those held now: whoever was appointed since the form was shown is asked about, whoever was ended is not.
                Verdicts = attestation.Appointments.ToDictionary(
                    line => line.Appointment,
                    line => Verdicts.GetValueOrDefault(line.Appointment)
                );
            }
        );
    }
}
