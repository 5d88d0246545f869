using System.Text.Json;

namespace Governance.Modules.Transfer.Export;

/// <summary>A table of the model in the export of everything, and which of its rows belong to one partnership.</summary>
/// <param name="Table">Its name in the database; the model may call the entity otherwise.</param>
/// <param name="OfPartnership">The condition for one partnership, whose id is <c>{0}</c>; null for what all of them share.</param>
/// <param name="Without">Columns that are not given away.</param>
internal sealed record ExportTable(string Table, string? OfPartnership, params string[] Without)
{
    /// <summary>The name of its files: <c>terms-of-reference</c>.</summary>
    public string FileName { get; } = JsonNamingPolicy.KebabCaseLower.ConvertName(Table);

    /// <summary>A table whose rows name their partnership themselves.</summary>
    public static ExportTable Own(string table, params string[] without) =>
        new(table, "\"PartnershipId\" = {0}", without);

    /// <summary>A table whose rows belong to a row of another one, which names the partnership.</summary>
    public static ExportTable Of(string table, string column, string parent) =>
        new(
            table,
            $"\"{column}\" IN (SELECT \"Id\" FROM \"{parent}\" WHERE \"PartnershipId\" = {{0}})"
        );
}

/// <summary>A table that the export of everything does not hold as a table, and why not.</summary>
internal sealed record LeftOut(string Table, string Why);
