using System.Diagnostics.Metrics;
using Governance.Host.Composition;
using Governance.Storage;

namespace Governance.Host.Telemetry;

/// <summary>
/// Reads the modules' gauges now and then, so that whoever collects measurements never waits for the database. Every host tells the
/// same numbers: take the greatest, not the sum.
/// </summary>
internal sealed class Samples : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(15);

    private readonly IGauge[] _gauges;
    private readonly double[] _read;
    private readonly IReadGovernance _reads;
    private readonly TimeProvider _time;
    private readonly ILogger<Samples> _logger;
    private readonly Meter _meter = new(ActTelemetry.Name);

    public Samples(
        IEnumerable<IGauge> gauges,
        IReadGovernance reads,
        TimeProvider time,
        ILogger<Samples> logger
    )
    {
        _gauges = [.. gauges];
        _read = new double[_gauges.Length];
        (_reads, _time, _logger) = (reads, time, logger);
        for (int index = 0; index < _gauges.Length; index++)
        {
            int at = index;
            IGauge gauge = _gauges[at];
            _meter.CreateObservableGauge(
                gauge.Name,
                () => Volatile.Read(ref _read[at]),
                gauge.Unit,
                gauge.Description
            );
        }
    }

    public override void Dispose()
    {
        _meter.Dispose();
        base.Dispose();
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var turns = new PeriodicTimer(Every, RealTime.Clock);
        do
        {
            try
            {
                await ReadAsync(stoppingToken);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                _logger.LogWarning("Nothing could be measured: {Kind}", failure.GetType().FullName);
            }
        } while (await turns.WaitForNextTickAsync(stoppingToken));
    }

    private async Task ReadAsync(CancellationToken cancellation)
    {
        await using GovernanceDb db = _reads.OpenReader();
        for (int index = 0; index < _gauges.Length; index++)
        {
            Volatile.Write(
                ref _read[index],
                await _gauges[index].ReadAsync(db, Moments.Now(_time), cancellation)
            );
        }
    }
}
