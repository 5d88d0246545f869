using Governance.Contracts;
using Governance.Storage;

namespace Governance.Modules.Partnerships;

/// <summary>
/// Separation of duties (DOMAIN B1.11): a program does the work that a line of the table opens to machines and nothing else. It never
/// signs, rejects, answers, approves or ends anything, whatever it was appointed as. It is known by name, so the refusal stands in
/// the record.
/// </summary>
public sealed class MachinesDecideNothing : ISeparateDuties
{
    public Task<Refusal?> CheckAsync(Act act, Permission permission) =>
        Task.FromResult(Check(act.Caller, permission));

    public static Refusal? Check(ActCaller caller, Permission permission) =>
        caller.IsMachine && !permission.IsForMachines ? PartnershipsRefusals.OnlyPeople : null;
}
