using Governance.Engine.Bookmarks;
using Governance.Engine.Instances;
using Governance.Modules.Asks;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;

namespace Governance.Modules.Requests;

/// <summary>An open request has somebody who is asked and a workflow that waits for the answer; a closed one has neither.</summary>
public sealed class RequestsReconciliation : IReconcile
{
    public async Task<IReadOnlyList<Drift>> CheckAsync(
        GovernanceDb db,
        CancellationToken cancellation
    )
    {
        List<Drift> drifts = [];
        IQueryable<WorkRequest> requests = db.Set<WorkRequest>();
        await AddAsync(
            "request.without-ask",
            "This request is open and nobody is asked, or over and somebody still is.",
            requests.Where(request =>
                (request.State == RequestStates.Open)
                != db.Set<Ask>().Any(ask => ask.Id == request.AskId && ask.State == AskStates.Open)
            )
        );
        await AddAsync(
            "request.not-awaited",
            "This request is open and no workflow waits for its answer, or over and one still does.",
            requests.Where(request =>
                (request.State == RequestStates.Open)
                != db.Set<WorkflowBookmark>()
                    .Any(mark =>
                        mark.InstanceId == request.InstanceId
                        && mark.Stimulus == RequestsWords.Answered
                        && mark.Key == request.Id
                    )
            )
        );
        return drifts;

        async Task AddAsync(string code, string text, IQueryable<WorkRequest> which) =>
            drifts.AddRange(
                (
                    await which
                        .OrderBy(request => request.Id)
                        .Select(request => new { request.Id, request.PartnershipId })
                        .ToListAsync(cancellation)
                ).Select(request => new Drift(
                    code,
                    request.PartnershipId,
                    new SubjectRef(RequestsWords.Request, request.Id),
                    text
                ))
            );
    }
}
