using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Record;

public static class RecordModule
{
    /// <param name="signingKeyPath">File of the key that signs checkpoints; made on first use when there is none.</param>
    public static IServiceCollection AddRecord(
        this IServiceCollection services,
        string signingKeyPath
    )
    {
        services.AddSingleton(_ => SigningKeyFile.LoadOrCreate(signingKeyPath));
        services.AddSingleton<IRecordActs, RecordActs>();
        services.AddSingleton<ISchemaPart, AppendOnlyTriggers>();
        services.AddSingleton<RecordBook>();
        services.AddSingleton<RecordTree>();
        services.AddSingleton<LastVerifications>();
        return services;
    }
}
