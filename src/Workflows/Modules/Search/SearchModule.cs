using Governance.Modules.Record;
using Governance.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Governance.Modules.Search;

/// <summary>Registers the index, the search and what this module itself hands over: people, agencies and calendars.</summary>
public static class SearchModule
{
    public static IServiceCollection AddSearch(this IServiceCollection services) =>
        services
            .AddSingleton<ISearchDialect>(provider =>
                Dialect(provider.GetRequiredService<DatabaseSettings>().Provider)
            )
            .AddSingleton<ISchemaPart, SearchSchema>()
            .AddSingleton<SearchIndex>()
            .AddSingleton<IFollowActs>(provider => provider.GetRequiredService<SearchIndex>())
            .AddSingleton(provider => new SearchBook(
                provider.GetRequiredService<ISearchDialect>(),
                provider.GetRequiredService<SearchIndex>(),
                provider.GetServices<IHoldSearchKeys>()
            ))
            .AddSingleton(provider => new FillIndex(
                provider.GetRequiredService<ISearchDialect>(),
                provider.GetRequiredService<SearchIndex>(),
                provider.GetRequiredService<IReadGovernance>(),
                provider.GetRequiredService<Upkeep>()
            ))
            .AddSingleton<IOnErased, ForgetErased>()
            .AddSingleton<SaveView>()
            .AddSingleton<RenameView>()
            .AddSingleton<DeleteView>()
            .AddSingleton<ISearchSource, SearchedPeople>()
            .AddSingleton<ISearchSource, SearchedAgencies>()
            .AddSingleton<ISearchSource, SearchedCalendars>();

    private static ISearchDialect Dialect(DatabaseProvider provider) =>
        provider switch
        {
            DatabaseProvider.Sqlite => new SqliteSearch(),
            DatabaseProvider.PostgreSql => new PostgreSqlSearch(),
            DatabaseProvider.SqlServer => new SqlServerSearch(),
            _ => throw new NotSupportedException($"Nothing can be searched on {provider}."),
        };
}
