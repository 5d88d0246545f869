using Governance.Contracts;
using Governance.Host.Pages.SignOff;

namespace Governance.Host.Pages.Tasks;

/// <summary>What each kind of ask is in the words that people read, and the page on which it is answered: the one table of both.</summary>
internal static class TaskWords
{
    /// <summary>The kinds that a list can be narrowed to; the consultation's and the library's names are stable.</summary>
    public static IReadOnlyList<string> Kinds { get; } =
    [
        "sign",
        "comment",
        "confirm-cascade",
        "review",
        "groupTask",
        "reassignGroupTask",
        "approveTerms",
        "submitReport",
        "appointChair",
        "decideSunset",
        "proposeClosure",
        "acceptClosure",
        "answerProcedure",
        "act",
        "verify",
        "acknowledgeChallenge",
        "respondToChallenge",
        "assessResponse",
        "referChallenge",
        "answerEscalation",
        "meetOnEscalation",
        "confirmEscalation",
        "saySatisfied",
        "answerRequest",
        "attest",
    ];

    /// <summary>What is to be done, without whose it is.</summary>
    public static string Kind(string kind) =>
        kind switch
        {
            "sign" => "Sign or reject",
            "comment" => "Comment in a consultation",
            "confirm-cascade" => "Confirm that your agency has passed it on",
            "review" => "Review",
            "groupTask" => "Do a group’s task",
            "reassignGroupTask" => "Give a task on whose owner has left",
            "approveTerms" => "Approve terms of reference",
            "submitReport" => "Submit a progress report",
            "appointChair" => "Appoint a chair",
            "decideSunset" => "Decide whether a group goes on",
            "proposeClosure" => "Propose a group’s closure",
            "acceptClosure" => "Decide on a group’s closure",
            "answerProcedure" => "Agree or disagree in writing",
            "act" => "Do",
            "verify" => "Verify what was done",
            "acknowledgeChallenge" => "Acknowledge a challenge",
            "respondToChallenge" => "Answer a challenge",
            "assessResponse" => "Assess an answer",
            "referChallenge" => "Take a challenge outside",
            "answerEscalation" => "Answer a professional challenge",
            "meetOnEscalation" => "Meet on a professional challenge",
            "confirmEscalation" => "Confirm the outcome of a professional challenge",
            "saySatisfied" => "Say whether your challenge is resolved",
            "answerRequest" => "Answer a workflow",
            "attest" => "Say who still holds what",
            _ => Words.Begin(kind.Replace('-', ' ')),
        };

    /// <summary>The same with the seat that is asked, for example "Sign or reject for the police".</summary>
    public static string What(TaskAnswer task) =>
        task.Seat is null ? Kind(task.Kind) : $"{Kind(task.Kind)} for {RoundWords.For(task.Seat)}";

    public static string Address(TaskAnswer task)
    {
        string id = Uri.EscapeDataString(task.Subject.Id);
        return task.Kind switch
        {
            "comment" => $"/policies/{id}/consultation",
            "confirm-cascade" when task.Agency is not null =>
                $"/policies/{id}/cascade/{Uri.EscapeDataString(task.Agency)}",
            "confirm-cascade" => $"/policies/{id}/cascade",
            "reassignGroupTask" => $"/group-tasks/{id}/reassignment",
            "approveTerms" => $"/groups/{id}/terms",
            "submitReport" => $"/groups/{id}/reports/new",
            "appointChair" => $"/groups/{id}/chair",
            "decideSunset" => $"/groups/{id}/sunset",
            "proposeClosure" => $"/groups/{id}/closure",
            "acceptClosure" => $"/groups/{id}/closure/decision",
            _ => SubjectLinks.Of(task.Subject.Type, task.Subject.Id, task.Partnership) ?? "/tasks",
        };
    }
}
