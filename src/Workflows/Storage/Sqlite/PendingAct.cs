namespace Governance.Storage.Sqlite;

/// <summary>An act that waits for its turn and, once run, for the commit it shares with others.</summary>
internal abstract class PendingAct
{
    /// <summary>Runs the act; false when it failed and its savepoint must be rolled back.</summary>
    public abstract Task<bool> TryRunAsync(ActUnit unit);

    /// <summary>The commit is durable: the caller gets the answer, or the act's own exception.</summary>
    public abstract void Complete();

    public abstract void Fail(Exception exception);
}

internal sealed class PendingAct<T>(Func<ActUnit, Task<T>> work, CancellationToken waiting)
    : PendingAct
{
    private readonly TaskCompletionSource<T> _completion = new(
        TaskCreationOptions.RunContinuationsAsynchronously
    );
    private T? _answer;
    private Exception? _exception;

    public Task<T> Answer => _completion.Task;

    public override async Task<bool> TryRunAsync(ActUnit unit)
    {
        _exception = null;
        try
        {
            waiting.ThrowIfCancellationRequested();
            _answer = await work(unit);
            return true;
        }
        catch (Exception exception)
        {
            _exception = exception;
            return false;
        }
    }

    public override void Complete()
    {
        if (_exception is null)
        {
            _completion.SetResult(_answer!);
        }
        else
        {
            Fail(_exception);
        }
    }

    public override void Fail(Exception exception)
    {
        if (exception is OperationCanceledException && waiting.IsCancellationRequested)
        {
            _completion.SetCanceled(waiting);
        }
        else
        {
            _completion.SetException(exception);
        }
    }
}
