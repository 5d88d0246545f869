using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Governance.Modules.TaskAndFinishGroups;

namespace Governance.Tests.Workflows.Modules.TaskAndFinishGroups;

/// <summary>What waits for what, against a plain walk of every way.</summary>
public sealed class TaskGraphTests
{
    private const int Tasks = 7;

    [Fact]
    public void CircleThrough_RandomGraphs_FindsACircleExactlyWhereThereIsOne() =>
        Prop.ForAll(
                ArbMap
                    .Default.ArbFor<int>()
                    .Generator.Select(number => (uint)number)
                    .ArrayOf(12)
                    .ToArbitrary(),
                picks =>
                {
                    List<(int Task, int On)> edges = [];
                    foreach (uint pick in picks)
                    {
                        (int task, int on) = ((int)(pick % Tasks), (int)(pick / Tasks % Tasks));
                        bool closes = task == on || Reaches(edges, on, task);
                        IReadOnlyList<GroupTask>? circle = Graph(edges)
                            .CircleThrough(Id(task), [Id(on)]);

                        Assert.Equal(closes, circle is not null);
                        if (circle is not null)
                        {
                            Assert.Equal(Id(task), circle[0].Id);
                            Assert.Equal(Id(task), circle[^1].Id);
                            Assert.All(
                                circle.Zip(circle.Skip(1)).Skip(1),
                                step =>
                                    Assert.Contains(
                                        (Number(step.First), Number(step.Second)),
                                        edges
                                    )
                            );
                        }
                        else
                        {
                            edges.Add((task, on));
                        }
                    }
                }
            )
            .QuickCheckThrowOnFailure();

    [Fact]
    public void Unfinished_NamesWhatIsNotCompleted_AndADroppedOneHoldsNothingUp()
    {
        TaskGraph graph = new(
            [
                Task(0),
                Task(1, TaskStates.Started),
                Task(2, TaskStates.Completed),
                Task(3, TaskStates.Dropped),
            ],
            [Edge(0, 1), Edge(0, 2), Edge(0, 3)]
        );

        Assert.Equal([Id(1)], graph.Unfinished(Id(0)).Select(task => task.Id));
    }

    private static TaskGraph Graph(List<(int Task, int On)> edges) =>
        new(
            Enumerable.Range(0, Tasks).Select(number => Task(number)),
            edges.Distinct().Select(edge => Edge(edge.Task, edge.On))
        );

    private static bool Reaches(List<(int Task, int On)> edges, int from, int to) =>
        from == to
        || edges
            .Where(edge => edge.Task == from)
            .Select(edge => edge.On)
            .Distinct()
            .Any(next => Reaches(edges, next, to));

    private static GroupTask Task(int number, string state = TaskStates.Open) =>
        new()
        {
            Id = Id(number),
            PartnershipId = "northshire",
            GroupId = "group",
            Number = number,
            Title = "Task",
            State = state,
            OwnerId = "owner",
            Due = new DateOnly(2027, 3, 1),
        };

    private static TaskDependency Edge(int task, int on) =>
        new()
        {
            TaskId = Id(task),
            DependsOnId = Id(on),
            GroupId = "group",
        };

    private static string Id(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static int Number(GroupTask task) => task.Number;
}
