using Governance.Contracts;
using Governance.Storage;

namespace Governance.Engine.Instances;

/// <summary>
/// What instances bring about in one another within one act: an event, the start or the end of a child. Each waits for its turn
/// until whoever runs has come to rest, so that no instance is moved while it moves; all turns are taken before the act commits.
/// </summary>
internal sealed class Turns
{
    /// <summary>Runs of instances in one act.</summary>
    public const int MaxRuns = 5_000;

    /// <summary>How often one turn may bring about the next; more are workflows that wake one another without end.</summary>
    public const int MaxChain = 64;

    /// <summary>How deep workflows may run one another at once.</summary>
    public const int MaxDepth = 32;

    private readonly Queue<(int Chain, Func<Act, Task<Refusal?>> Turn)> _waiting = [];
    private int _runs;
    private int _chain;
    private bool _isTaking;

    /// <summary>How many instances are in the middle of their run, one inside another.</summary>
    public int Depth { get; private set; }

    /// <summary>Whether what runs is what the act itself wanted, and not what that has brought about.</summary>
    public bool IsFirst => Depth == 1 && !_isTaking;

    /// <summary>False when this act has run too many already.</summary>
    public bool TryBegin()
    {
        if (_runs == MaxRuns || _chain > MaxChain)
        {
            return false;
        }

        _runs++;
        Depth++;
        return true;
    }

    public void End() => Depth--;

    public void Add(Func<Act, Task<Refusal?>> turn) => _waiting.Enqueue((_chain + 1, turn));

    /// <summary>Takes all turns, those too that they bring about; nothing when somebody still runs or is at it already.</summary>
    public async Task<Refusal?> TakeAsync(Act act)
    {
        if (Depth > 0 || _isTaking)
        {
            return null;
        }

        _isTaking = true;
        while (_waiting.TryDequeue(out (int Chain, Func<Act, Task<Refusal?>> Turn) next))
        {
            _chain = next.Chain;
            if (await next.Turn(act) is { } refusal)
            {
                return refusal;
            }
        }

        _chain = 0;
        _isTaking = false;
        return null;
    }
}
