namespace Governance.Tests.Host.Sending;

/// <summary>What a test waits for that comes in its own time: each arrival is waited for once.</summary>
internal sealed class Arrivals : IDisposable
{
    private readonly SemaphoreSlim _arrived = new(0);

    public void Dispose() => _arrived.Dispose();

    public void Add() => _arrived.Release();

    public async Task NextAsync() =>
        Assert.True(await _arrived.WaitAsync(TimeSpan.FromSeconds(30)), "Nothing arrived.");
}
