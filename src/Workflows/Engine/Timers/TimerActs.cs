using Governance.Contracts;
using Governance.Engine.Instances;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Engine.Timers;

/// <summary>The acts of the timers: running one that is due, and parking one that cannot run.</summary>
public sealed class TimerActs(WorkflowRunner runner, InstanceLocks locks)
{
    /// <summary>The act's name in the record.</summary>
    public const string RunName = "workflow.timer";

    public const string ParkName = "workflow.timer-parked";

    private static readonly ActCaller Timers = ActCaller.Service("timers");

    private static readonly PreparedQuery<WorkflowTimer> ById = new(
        (db, id) => db.Set<WorkflowTimer>().AsTracking().Where(timer => timer.Id == id)
    );

    internal ActRequest<Done> Run(
        string timerId,
        string instanceId,
        DateTime now,
        bool waits,
        TimerAttempt tried
    )
    {
        WorkflowInstance? instance = null;
        WorkflowTimer? timer = null;
        return new ActRequest<Done>
        {
            Name = RunName,
            Caller = Timers,
            Permission = Permission.Service,
            Locate = async act =>
            {
                instance = await locks.LockAsync(act, instanceId, waits);
                tried.Result = instance is null ? TimerRunResult.Held : TimerRunResult.Gone;

                // Only now, behind the locks, is it sure whether the timer is still there.
                timer = await ById.SingleOrDefaultAsync(act.Db, timerId);
                if (instance is null || timer?.ParkedAt is not null || !(timer?.DueAt <= now))
                {
                    return null;
                }

                tried.Result = TimerRunResult.Ran;
                return PlaceOf(instance);
            },
            Decide = act =>
            {
                act.Payload = new TimerPayload(
                    instanceId,
                    timer!.ActivityId,
                    timer.Name,
                    timer.DueAt,
                    act.Now
                );
                return runner.TellDueAsync(act, instance!, timer);
            },
        };
    }

    internal ActRequest<Done> Park(string timerId, string instanceId, string cause)
    {
        WorkflowInstance? instance = null;
        return new ActRequest<Done>
        {
            Name = ParkName,
            Caller = Timers,
            Permission = Permission.Service,
            Locate = async act =>
            {
                instance = await locks.LockAsync(act, instanceId);
                return instance is null ? null : PlaceOf(instance);
            },
            Decide = async act =>
            {
                WorkflowTimer? timer = await act
                    .Db.Set<WorkflowTimer>()
                    .SingleOrDefaultAsync(row => row.Id == timerId && row.ParkedAt == null);
                if (timer is null)
                {
                    return Refusal.NotFound;
                }

                timer.ParkedAt = act.Now;
                act.Db.Add(
                    new WorkflowIncident
                    {
                        Id = act.NewId(),
                        InstanceId = instanceId,
                        PartnershipId = instance!.PartnershipId,
                        ActivityId = timer.ActivityId,
                        Timer = timer.Number,
                        Message = $"The timer {timer.Name} could not run. {cause}",
                        At = act.Now,
                    }
                );
                act.DefinitionVersionId = instance.DefinitionVersionId;
                act.Payload = new TimerPayload(
                    instanceId,
                    timer.ActivityId,
                    timer.Name,
                    timer.DueAt,
                    act.Now
                );
                return new Done();
            },
        };
    }

    private static ActPlace PlaceOf(WorkflowInstance instance) =>
        new(instance.PartnershipId, new SubjectRef(instance.SubjectType, instance.SubjectId));
}

/// <summary>What the record commits to: when the timer should have run, and when it did.</summary>
internal sealed record TimerPayload(
    string Instance,
    string Activity,
    string Timer,
    DateTime Planned,
    DateTime Actual
);
