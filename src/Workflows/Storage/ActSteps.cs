using Governance.Contracts;

namespace Governance.Storage;

/// <summary>The pipeline step "authorise": may this person know of the place (else 404), and do their appointments give the right?</summary>
public interface IAuthoriseActs
{
    Task<Refusal?> AuthoriseAsync(Act act, Permission permission);
}

/// <summary>The pipeline step "separation of duties": every registered rule must agree.</summary>
public interface ISeparateDuties
{
    Task<Refusal?> CheckAsync(Act act, Permission permission);
}

/// <summary>The pipeline's last step: the entries of this act, under the lock of the record's head.</summary>
public interface IRecordActs
{
    /// <param name="refusal">The refusal that the act ended in, or null when it was done.</param>
    Task AppendAsync(Act act, Refusal? refusal);
}
