using System.Text.Json;
using Governance.Contracts;
using Governance.Modules.Partnerships;

namespace Governance.Modules.TaskAndFinishGroups;

/// <summary>
/// A group is done when every deliverable has an outcome, every unfinished task a new home, and its lessons are written
/// (DOMAIN B4.8). Pure.
/// </summary>
internal static class ClosureRules
{
    private const int MostOutcome = 1_000;

    public static Result<ProposedClosure> Check(
        GroupClosureBody body,
        IReadOnlyList<GroupDeliverable> deliverables,
        IReadOnlyCollection<GroupTask> unfinished,
        IReadOnlySet<string> people
    )
    {
        FieldErrors errors = new();
        GroupRules.Text(
            errors,
            body.Lessons,
            "lessons",
            GroupRules.MostLong,
            "Write what the next group should know."
        );
        Dictionary<int, string> outcomes = Outcomes(body.Deliverables ?? [], errors);
        int[] missing =
        [
            .. deliverables.Select(each => each.Number).Where(n => !outcomes.ContainsKey(n)),
        ];
        errors.When(
            missing.Length > 0,
            "deliverables",
            $"Say what became of each deliverable. Missing: {string.Join(", ", missing)}."
        );
        OutstandingTask[] outstanding = Outstanding(body, unfinished, people, errors);
        return errors.AsRefusal() is { } refusal
            ? refusal
            : new ProposedClosure(
                [
                    .. deliverables.Select(each => new GroupDeliverable
                    {
                        Number = each.Number,
                        Text = each.Text,
                        Outcome = outcomes[each.Number],
                    }),
                    .. Further(outcomes, deliverables),
                ],
                outstanding,
                body.Lessons!.Trim()
            );
    }

    /// <summary>What the group brought about beyond its commission: nothing that was said is lost.</summary>
    private static IEnumerable<GroupDeliverable> Further(
        Dictionary<int, string> outcomes,
        IReadOnlyList<GroupDeliverable> deliverables
    ) =>
        outcomes
            .Where(said => deliverables.All(each => each.Number != said.Key))
            .OrderBy(said => said.Key)
            .Select(said => new GroupDeliverable
            {
                Number = said.Key,
                Text = "Beyond the commission",
                Outcome = said.Value,
            });

    public static Refusal? Decide(ClosureAcceptanceBody body)
    {
        FieldErrors errors = new();
        errors.When(body.Accepted is null, "accepted", "Say whether you accept the closure.");
        errors.When(
            body.Accepted == false && string.IsNullOrWhiteSpace(body.Reason),
            "reason",
            "Say what is missing, so that the group can mend it."
        );
        errors.When(
            body.Reason?.Length > GroupRules.MostReason,
            "reason",
            $"Keep this to {GroupRules.MostReason} characters."
        );
        return errors.AsRefusal();
    }

    private static OutstandingTask[] Outstanding(
        GroupClosureBody body,
        IReadOnlyCollection<GroupTask> unfinished,
        IReadOnlySet<string> people,
        FieldErrors errors
    )
    {
        List<OutstandingTask> outstanding = [];
        foreach (OutstandingTaskBody given in body.Outstanding ?? [])
        {
            bool known = unfinished.Any(task => task.Id == given.Task);
            errors.When(
                !known || outstanding.Exists(each => each.TaskId == given.Task),
                "outstanding",
                "Name each unfinished task of this group once."
            );
            bool toSeat = Seats.All.Contains(given.TransferTo);
            errors.When(
                !toSeat && !people.Contains(given.TransferTo ?? ""),
                "outstanding",
                "Transfer a task to a seat, or to somebody who holds something in this partnership."
            );
            if (known)
            {
                outstanding.Add(
                    new OutstandingTask
                    {
                        TaskId = given.Task!,
                        Seat = toSeat ? given.TransferTo : null,
                        PersonId = toSeat ? null : given.TransferTo,
                    }
                );
            }
        }

        GroupTask[] forgotten =
        [
            .. unfinished
                .Where(task => !outstanding.Exists(each => each.TaskId == task.Id))
                .OrderBy(task => task.Number),
        ];
        errors.When(
            forgotten.Length > 0,
            "outstanding",
            $"These tasks are not finished. Complete, drop or transfer them: {string.Join(", ", forgotten.Take(10).Select(GroupRefusals.NameOf))}{(forgotten.Length > 10 ? " and more" : "")}."
        );
        return [.. outstanding];
    }

    /// <summary>A text stands for the deliverable at its place; an object names its number.</summary>
    private static Dictionary<int, string> Outcomes(
        IReadOnlyList<JsonElement> given,
        FieldErrors errors
    )
    {
        Dictionary<int, string> outcomes = [];
        for (int place = 0; place < given.Count; place++)
        {
            (int number, string? text) = given[place].ValueKind switch
            {
                JsonValueKind.String => (place + 1, given[place].GetString()),
                JsonValueKind.Object => (
                    given[place].TryGetProperty("number", out JsonElement n)
                    && n.ValueKind == JsonValueKind.Number
                    && n.TryGetInt32(out int named)
                        ? named
                        : place + 1,
                    given[place].TryGetProperty("outcome", out JsonElement said)
                    && said.ValueKind == JsonValueKind.String
                        ? said.GetString()
                        : null
                ),
                _ => (place + 1, null),
            };
            if (!string.IsNullOrWhiteSpace(text))
            {
                errors.When(
                    text.Length > MostOutcome,
                    "deliverables",
                    $"Keep each outcome to {MostOutcome} characters."
                );
                outcomes[number] = text.Trim();
            }
        }

        return outcomes;
    }
}

/// <summary>A closure that makes sense.</summary>
internal sealed record ProposedClosure(
    IReadOnlyList<GroupDeliverable> Deliverables,
    IReadOnlyList<OutstandingTask> Outstanding,
    string Lessons
);
