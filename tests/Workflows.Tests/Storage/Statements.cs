using System.Data.Common;
using System.Diagnostics;
using Governance.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Governance.Tests.Workflows.Storage;

/// <summary>Collects the statements that reads send on this flow of control, to ask the database how it would answer them.</summary>
internal sealed class Statements
    : IObserver<DiagnosticListener>,
        IObserver<KeyValuePair<string, object?>>,
        IDisposable
{
    private static readonly AsyncLocal<Statements?> Current = new();

    private static readonly Lazy<IDisposable> Listening = new(() =>
        DiagnosticListener.AllListeners.Subscribe(new Statements())
    );

    private readonly List<(string Sql, (string Name, object? Value)[] Parameters)> _sent = [];

    private Statements() { }

    /// <summary>EF looks only once a second whether anybody listens: call it before the first statement.</summary>
    public static void Listen() => _ = Listening.Value;

    public static Statements Collect()
    {
        Statements statements = new();
        Current.Value = statements;
        return statements;
    }

    /// <summary>Each statement with its plan, one line for each step of it.</summary>
    public async Task<IReadOnlyList<(string Sql, string[] Plan)>> ExplainAsync(GovernanceDb db)
    {
        Current.Value = null;
        List<(string, string[])> plans = [];
        await db.Database.OpenConnectionAsync();
        bool server = db.LocksRows;
        if (server)
        {
            // On a table of a few rows a scan is always the cheapest; without it a scan shows that there is no index.
            await db.Database.ExecuteSqlRawAsync("SET enable_seqscan = off");
        }

        foreach ((string sql, (string, object?)[] parameters) in _sent)
        {
            await using DbCommand explain = db.Database.GetDbConnection().CreateCommand();
            explain.CommandText = (server ? "EXPLAIN " : "EXPLAIN QUERY PLAN ") + sql;
            foreach ((string name, object? value) in parameters)
            {
                DbParameter parameter = explain.CreateParameter();
                (parameter.ParameterName, parameter.Value) = (name, value ?? DBNull.Value);
                explain.Parameters.Add(parameter);
            }

            await using DbDataReader reader = await explain.ExecuteReaderAsync();
            List<string> lines = [];
            while (await reader.ReadAsync())
            {
                lines.Add(reader.GetString(server ? 0 : 3));
            }

            plans.Add((sql, [.. lines]));
        }

        return plans;
    }

    void IObserver<DiagnosticListener>.OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
        {
            value.Subscribe(this);
        }
    }

    void IObserver<KeyValuePair<string, object?>>.OnNext(KeyValuePair<string, object?> value)
    {
        if (value.Value is CommandExecutedEventData { Command: { } command })
        {
            Current.Value?._sent.Add(
                (
                    command.CommandText,
                    [
                        .. command
                            .Parameters.Cast<DbParameter>()
                            .Select(p => (p.ParameterName, p.Value)),
                    ]
                )
            );
        }
    }

    void IObserver<DiagnosticListener>.OnCompleted() { }

    void IObserver<DiagnosticListener>.OnError(Exception error) { }

    void IObserver<KeyValuePair<string, object?>>.OnCompleted() { }

    void IObserver<KeyValuePair<string, object?>>.OnError(Exception error) { }

    public void Dispose() => Current.Value = null;
}
