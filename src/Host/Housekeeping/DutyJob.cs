using Quartz;

namespace Governance.Host.Housekeeping;

/// <summary>A duty that is due, on the host that got it; never on two at once.</summary>
[DisallowConcurrentExecution]
internal sealed class DutyJob(Duties duties) : IJob
{
    public async ValueTask Execute(
        IJobExecutionContext context,
        CancellationToken cancellationToken = default
    ) => await duties.DoAsync(context.JobDetail.Key.Name, cancellationToken);
}
