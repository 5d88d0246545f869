using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace Governance.Modules.Retention;

/// <summary>A column of the database that can hold words.</summary>
/// <param name="StoreType">Its type in the database at hand, to which a changed text goes back.</param>
/// <param name="IsNested">The words stand in JSON or in a list.</param>
internal sealed record TextColumn(
    string Table,
    string Column,
    string StoreType,
    int? MaxLength,
    bool IsNested
)
{
    /// <summary>Every column of the model that holds text, lists of texts, or a document with texts in it.</summary>
    public static IEnumerable<TextColumn> Of(IModel model)
    {
        foreach (IEntityType entity in model.GetEntityTypes())
        {
            if (entity.IsMappedToJson())
            {
                if (
                    entity.FindOwnership()?.PrincipalEntityType is { } owner
                    && !owner.IsMappedToJson()
                )
                {
                    yield return new TextColumn(
                        owner.GetTableName()!,
                        entity.GetContainerColumnName()!,
                        StoreTypeOf(model, owner.GetTableName()!, entity.GetContainerColumnName()!),
                        null,
                        IsNested: true
                    );
                }

                continue;
            }

            foreach (IProperty property in entity.GetProperties())
            {
                bool isList = property.ClrType == typeof(List<string>);
                if (isList || property.ClrType == typeof(string))
                {
                    yield return new TextColumn(
                        entity.GetTableName()!,
                        property.GetColumnName(),
                        property.GetColumnType(),
                        isList ? null : property.GetMaxLength(),
                        isList
                    );
                }
            }
        }
    }

    private static string StoreTypeOf(IModel model, string table, string column) =>
        model.GetRelationalModel().FindTable(table, null)!.FindColumn(column)!.StoreType;
}
